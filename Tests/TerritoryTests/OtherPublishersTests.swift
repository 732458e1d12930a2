import GeometryCore
import TestSupport
import Testing

@testable import Territory

/// Maps of publishers whose forms are others: what was measured on them by shapely and pyproj, geodesic edges.
@Suite struct OtherPublishersTests {
    let engine = GeometryEngine()

    private func atlas() throws -> Atlas { try RealMaps().atlas() }

    private func snapshot(_ file: String, repairing: AreaModel? = nil) throws -> Snapshot {
        let path = TestData.fetched(file)
        let source = try #require(try atlas().source(ofFile: path))
        return try Snapshot(path: path, source: source, selection: .everything, repairing: repairing, engine: engine)
    }

    @Test(
        .enabled(if: TestData.isFetched("uacontrolmap/daily/20250607.json"), "\(TestData.notFetched)"),
        arguments: [
            ("20250101", 116_685.084, 116_682.353), ("20250607", 118_398.068, 118_395.189),
            ("20251231", 121_117.550, 121_114.476),
        ])
    func mapsOfRings(day: String, sum: Double, united: Double) throws {
        let snapshot = try self.snapshot("uacontrolmap/daily/\(day).json")
        #expect(snapshot.source == "uacontrolmap" && snapshot.counted == ["held"])
        let report = try AreaReport(
            of: snapshot, by: nil, model: .ellipsoidal(edges: .geodesic), denominator: .polygons, engine: engine)
        #expect(abs(report.total.sumOfParts.squareKilometres - sum) < 0.01)
        #expect(abs(report.total.area.squareKilometres - united) < 0.01)
        #expect(report.warnings.contains { $0.kind == "overlappingParts" })
    }

    @Test(.enabled(if: TestData.isFetched("uacontrolmap/daily/20250607.json"), "\(TestData.notFetched)"))
    func aSeriesOfRingsEndsWhereItsLastMapDoes() async throws {
        let source = try #require(try atlas().source(named: "UAControlMap"))
        let entries = Series(source: source, atlas: try atlas()).entries.filter { $0.path.contains("/202506") }
        let plan = SeriesReport.Plan(
            source: source, selection: .everything, model: .standard, minPart: Area(squareMetres: 1000), repairs: false)
        let report = try await SeriesReport.measure(entries, by: nil, plan: plan, workers: 2)
        #expect(report.steps.count == 30)
        let (first, last) = (
            try snapshot("uacontrolmap/daily/20250601.json"), try snapshot("uacontrolmap/daily/20250630.json")
        )
        let change = try ChangeReport(from: first, to: last, by: nil, model: .standard, engine: engine)
        #expect((report.endToEnd.gained - change.total.gained).magnitude < Area(squareMetres: 1))
        #expect((report.cumulative.net - change.total.net).magnitude < Area(squareMetres: 1))
        #expect(change.total.gained > Area(squareKilometres: 100))
    }

    /// Neighbouring parts lie up to 150 m apart along lines that are no front.
    @Test(
        .enabled(
            if: TestData.isFetched("uacontrolmap/daily/20250607.json", "ukraine/adm1.geojson"), "\(TestData.notFetched)"
        ))
    func howFarPartsMayLieApartIsTheSources() throws {
        let (measurer, oblasts) = (Measurer(engine: engine, repairing: nil), try RealMaps().oblasts())
        let snapshot = try self.snapshot("uacontrolmap/daily/20250607.json")
        func front(_ code: String?, gap: Double? = nil) throws -> Double {
            try measurer.front(
                snapshot, in: code.flatMap(oblasts.region(named:)), of: oblasts, classes: snapshot.counted, scale: nil,
                rule: FrontRule(gap: gap.map(Distance.init(metres:)))
            ).kilometres
        }
        #expect(try front("UA01") == 0)
        #expect(try front("UA01", gap: 5) > 80)
        #expect(abs(try front(nil) - front(nil, gap: 200)) < 5)
        #expect(try front(nil, gap: 5) - front(nil) > 300)
    }

    /// Two polygons of each day touch themselves, and some features have no geometry.
    @Test(
        .enabled(if: TestData.isFetched("isw/20230601.geojson"), "\(TestData.notFetched)"),
        arguments: [
            ("20230601", 106_726.00, 1855.01), ("20230607", 106_301.94, 1830.95), ("20230630", 106_651.36, 1549.90),
        ])
    func mapsOfLayers(day: String, control: Double, advance: Double) throws {
        let file = "isw/\(day).geojson"
        let fault = #expect(throws: InputFault.self) { try self.snapshot(file) }
        guard case .invalid(let invalidities) = try #require(fault) else {
            Issue.record("not refused as invalid: \(String(describing: fault))")
            return
        }
        #expect(invalidities.map(\.label) == ["control", "advance"])
        let snapshot = try self.snapshot(file, repairing: .standard)
        #expect(snapshot.warnings.contains { $0.kind == "repaired" })
        let report = try AreaReport(
            of: snapshot, by: nil, model: .ellipsoidal(edges: .geodesic), denominator: .polygons, engine: engine)
        #expect(abs(report.total.area.squareKilometres - control) < 0.01)
        let advances = try #require(report.classes.first { $0.classes == ["advance"] })
        #expect(!advances.isCounted && abs(advances.area.squareKilometres - advance) < 0.01)
    }

    @Test(.enabled(if: TestData.isFetched("isw/20230601.geojson"), "\(TestData.notFetched)"))
    func aSeriesThatHasToBeRepaired() async throws {
        let atlas = try atlas()
        // By its plain name it would be asked about years of which there are no maps.
        #expect(atlas.source(named: "ISW") == nil)
        let source = try #require(atlas.source(named: "isw-2023"))
        let entries = Array(Series(source: source, atlas: atlas).entries.prefix(8))
        func report(repairs: Bool) async throws -> SeriesReport {
            try await SeriesReport.measure(
                entries, by: nil,
                plan: SeriesReport.Plan(
                    source: source, selection: .everything, model: .standard, minPart: Area(squareMetres: 1000),
                    repairs: repairs), workers: 2)
        }
        await #expect(throws: InputFault.self) { try await report(repairs: false) }
        let steps = try await report(repairs: true).steps
        #expect(steps.count == 8)
        for step in [steps[0], steps[7]] {
            let whole = try AreaReport(
                of: snapshot("isw/" + step.path.suffix(16), repairing: .standard), by: nil, model: .standard,
                denominator: .polygons, engine: engine)
            #expect((whole.total.area - step.total.held).magnitude < Area(squareMetres: 1))
        }
    }

    /// A day and nothing else is what anybody's file may be called.
    @Test func aDayAloneIsOfASourceOnlyInItsFolder() throws {
        let atlas = try atlas()
        #expect(try atlas.source(ofFile: "20230607.geojson") == nil)
        #expect(try atlas.source(ofFile: "maps/20230607.geojson") == nil)
        #expect(try atlas.source(ofFile: "x/isw/20230607.geojson")?.id == "isw-2023")
        #expect(try atlas.source(ofFile: "uacontrolmap/daily/20250607.json")?.id == "uacontrolmap")
        #expect(try atlas.source(ofFile: "1749327130.geojson")?.id == "deepstate")
        #expect(try atlas.source(ofFile: "deepstatemap_data_20250607.geojson")?.id == "deepstate-daily")
    }
}
