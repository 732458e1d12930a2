import GeometryCore
import TestSupport
import Testing

@testable import Claims
@testable import Territory

/// What DeepState printed of 2025 comes out of its maps, and what is false is found out.
@Suite(
    .enabled(
        if: TestData.isFetched(
            "deepstate/raw/1749327130.geojson", "deepstate/daily/deepstatemap_data_20260102.geojson",
            "ukraine/adm1.geojson", "gazetteer/geonames-ua.json"), "\(TestData.notFetched)"))
struct DeepStateFiguresTests {
    private static let atlas = Result {
        try Atlas(path: TestData.file("geodata/ukraine/atlas.yaml"), extraFolders: [TestData.cache.path])
    }
    private static let regions = Result {
        let (atlas, engine) = (try Self.atlas.get(), GeometryEngine())
        let entry = try #require(atlas.regionSets.first)
        return try RegionSet(
            path: atlas.locate(entry.file), name: entry.id,
            properties: .init(code: entry.codeProperty, name: entry.nameProperty),
            table: entry.table.map { try RegionTable(path: $0) }, repairing: nil, engine: engine)
    }

    private static func checker(source: String? = nil, accuracy: Distance? = nil) throws -> Checker {
        Checker(
            atlas: try atlas.get(), regionSet: try regions.get(),
            measurer: Measurer(engine: GeometryEngine(), repairing: nil),
            source: try source.flatMap { try atlas.get().source(named: $0) }, accuracy: accuracy)
    }

    private static func claims() throws -> [Claim] {
        try ClaimsFile(path: TestData.file("geodata/ukraine/claims/2025-deepstate.yaml")).claims
    }

    @Test func theFiguresOf2025HaveTheirVerdicts() throws {
        let checker = try Self.checker()
        for verdict in try checker.check(Self.claims()) {
            #expect(verdict.kind == verdict.claim.expected, "\(verdict.claim.id): \(verdict.reason)")
        }
    }

    /// A publisher's month that is off by a twentieth, a tenth or a fifth is contradicted in nine cases of ten or more.
    @Test func falseMonthsAreFoundOut() throws {
        let checker = try Self.checker()
        let months = try Self.claims().prefix(12)
        var found: [VerdictKind: Int] = [:]
        for month in months {
            let figure = try #require(month.figure)
            for factor in [0.8, 0.9, 0.95, 1.05, 1.1, 1.2] {
                let claim = month.replacing(
                    figure: Figure(
                        low: try #require(PrintedNumber("\(Int((figure.low.value * factor).rounded()))")), high: nil,
                        unit: figure.unit, comparator: figure.comparator))
                found[try checker.check(claim).kind, default: 0] += 1
            }
        }
        print("false months: \(found)")
        #expect(found[.supported] == nil)
        #expect(found[.contradicted, default: 0] * 10 >= 9 * 12 * 6)
    }

    /// The daily files leave Tuzla out, 4.38 km²; what DeepState prints counts it.
    @Test func whatTheDailyFilesLeaveOutIsAddedAndSaid() throws {
        let held = try #require(try Self.claims().first { $0.id == "held-june-7" })
        let verdict = try Self.checker(source: "deepstate-daily").check(held)
        let measurement = try #require(verdict.findings?.measurement)
        #expect(verdict.kind == .supported && abs(measurement.own.number - 113_272.958) < 0.01)
        let terms = measurement.own.terms
        #expect(terms.contains(.omitted(Area(squareKilometres: 4.38))))
        guard case .held(let area, _) = try #require(terms.first) else {
            Issue.record("\(terms)")
            return
        }
        #expect(abs(area.squareKilometres - 113_268.578) < 0.01)
    }

    /// Positions that may be off by 100 m make an interval, by the length of the boundary that changed.
    @Test func theAccuracyOfPositionsWidensWhatIsMeasured() throws {
        let june = try #require(try Self.claims().first { $0.id == "june" })
        let exact = try #require(try Self.checker().check(june).findings?.measurement?.own)
        let verdict = try Self.checker(accuracy: Distance(metres: 100)).check(june)
        let own = try #require(verdict.findings?.measurement?.own)
        #expect(own.number == exact.number && exact.tolerance < 1e-5)
        let terms = own.terms.compactMap { term -> Distance? in
            if case .uncertain(let boundary, _) = term { boundary } else { nil }
        }
        let boundary = try #require(terms.first)
        #expect(abs(own.tolerance - exact.tolerance - boundary.kilometres * 0.1) < 1e-9)
        #expect(boundary.kilometres > 500 && boundary.kilometres < 5000)
    }
}

extension Claim {
    /// The same claim with another figure.
    fileprivate func replacing(figure: Figure) -> Claim {
        Claim(
            id: id, kind: kind, figure: figure, also: also, region: region, whole: whole, wholeArea: wholeArea,
            part: part, isPocket: isPocket, time: time, against: against, order: order, actor: actor, source: source,
            side: side, isNegated: isNegated, span: span, expected: expected, line: line)
    }
}
