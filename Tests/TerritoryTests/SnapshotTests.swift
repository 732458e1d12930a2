import GeometryCore
import TestSupport
import Testing

@testable import Territory

@Suite struct SnapshotTests {
    let engine = GeometryEngine()

    private func read(
        _ text: String, selection: Selection = .everything, source: Source? = nil, repairing: AreaModel? = nil
    ) throws -> Snapshot {
        try TestData.withFile(named: "map.geojson", text) { path throws in
            try Snapshot(path: path, source: source, selection: selection, repairing: repairing, engine: engine)
        }
    }

    private func select(_ condition: String) throws -> Selection { try #require(Selection([condition])) }

    private static func feature(_ properties: String, _ ring: String) -> String {
        #"{"type":"Feature","properties":\#(properties),"geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
    }

    private static func collection(_ features: String...) -> String {
        #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    }

    private static let square = "[[30,50],[31,50],[31,51],[30,51],[30,50]]"
    private static let bowTie = "[[32,50],[33,51],[33,50],[32,51],[32,50]]"

    @Test func withoutASourceEveryPolygonCounts() throws {
        let snapshot = try read(Self.collection(Self.feature("{}", Self.square)))
        #expect(snapshot.classNames == [Snapshot.unnamedClass])
        #expect(snapshot.counted == [Snapshot.unnamedClass])
        #expect(snapshot.asOf == nil)
        #expect(snapshot.receipt.sha256.count == 64)
    }

    @Test func featuresAreSelectedByTheirProperties() throws {
        let text = Self.collection(
            Self.feature(#"{"FIRE_NUM":"K1","CURRENT_SZ":12}"#, Self.square),
            Self.feature(#"{"FIRE_NUM":"K2","CURRENT_SZ":13}"#, Self.bowTie))
        #expect(try read(text, selection: select("FIRE_NUM=K1")).parts.count == 1)
        #expect(try read(text, selection: select("CURRENT_SZ=12,99")).parts.count == 1)
        let fault = #expect(throws: InputFault.self) {
            try read(text, selection: select("FIRE_NUM=K9"))
        }
        #expect("\(try #require(fault))".contains("no polygon with FIRE_NUM=K9"))
        for condition in ["class", "=x", "class="] { #expect(Selection([condition]) == nil) }
    }

    @Test func everyInvalidFeatureIsToldWithItsPlace() throws {
        let text = Self.collection(
            Self.feature("{}", Self.bowTie), Self.feature("{}", Self.square), Self.feature("{}", Self.bowTie))
        let fault = #expect(throws: InputFault.self) { try read(text) }
        guard case .invalid(let invalidities) = try #require(fault) else {
            Issue.record("not refused as invalid: \(String(describing: fault))")
            return
        }
        #expect(invalidities.map(\.place.feature) == [0, 2])
        #expect(invalidities.allSatisfy { $0.invalidity.position != nil })
    }

    @Test func aRepairIsWarnedOfWithTheAreaThatItMoved() throws {
        let snapshot = try read(Self.collection(Self.feature("{}", Self.bowTie)), repairing: .standard)
        guard case .repaired(_, let polygons, _, let moved) = try #require(snapshot.warnings.first) else {
            Issue.record("no warning of a repair: \(snapshot.warnings)")
            return
        }
        #expect(polygons == 1)
        #expect(moved > Area(squareKilometres: 1000))
    }

    private func withSource(classes: String, _ use: (Source) throws -> Void) throws {
        try TestData.withFile(
            named: "atlas.yaml",
            """
            atlas: x
            sources:
              - id: a
                name: a
                files: "{yyyymmdd}.geojson"
                timeZone: UTC
                classes: [\(classes)]
                held: [held]
            """
        ) { path throws in try use(Atlas(path: path).sources[0]) }
    }

    @Test func theFirstClassRuleThatFitsDecides() throws {
        let rules =
            #"{property: name, pattern: 'key\.held\s*$', class: held}, "#
            + #"{property: name, pattern: 'key\.', class: other}"#
        try withSource(classes: rules) { source throws in
            // DeepState's names end in stray no-break spaces.
            let text = Self.collection(
                Self.feature(#"{"name":"Так /// Held /// key.held\u00a0"}"#, Self.square),
                Self.feature(#"{"name":"key.heldback"}"#, "[[1,1],[2,1],[2,2],[1,1]]"),
                Self.feature(#"{"name":7}"#, "[[5,1],[6,1],[6,2],[5,1]]"))
            let snapshot = try read(text, source: source)
            #expect(snapshot.parts.map(\.className) == ["held", "other"])
            #expect(snapshot.warnings.contains(.unclassified(path: snapshot.receipt.path, features: 1)))
            let fault = #expect(throws: InputFault.self) {
                try read(text, selection: select("class=hold"), source: source)
            }
            #expect("\(try #require(fault))" == "no class `hold`; known are held, other")
        }
    }

    @Test func aPatternThatIsNoneIsToldWhereItIsFirstAskedFor() throws {
        try withSource(classes: "{property: name, pattern: '(', class: held}") { source throws in
            let text = Self.collection(Self.feature(#"{"name":"held"}"#, Self.square))
            let fault = #expect(throws: InputFault.self) { try read(text, source: source) }
            #expect(
                "\(try #require(fault))".contains(
                    "7:41: sources[0].classes[0].pattern: here must stand a regular expression"))
        }
    }

    @Test func sha256IsThatOfTheStandard() throws {
        // FIPS 180-4, example "abc".
        try TestData.withFile(named: "abc", "abc") { path throws in
            #expect(
                try InputFile(path: path).receipt.sha256
                    == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        }
    }

    @Test func whatCannotBeReadIsToldApart() {
        func problem(_ path: String) -> FileProblem? {
            guard
                case .unreadable(_, let problem)? = #expect(
                    throws: InputFault.self, performing: { try InputFile(path: path) })
            else { return nil }
            return problem
        }
        #expect(problem(TestData.file("no/such/file")) == .missing)
        #expect(problem(TestData.file("Package.swift/x")) == .missing)
        #expect(problem(TestData.file("Sources")) == .directory)
    }
}
