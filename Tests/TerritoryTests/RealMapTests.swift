import GeometryCore
import TestSupport
import Testing

@testable import Territory

/// Figures that were published, or measured by another route, on real maps.
@Suite(
    .enabled(
        if: TestData.isFetched(
            "deepstate/raw/1749327130.geojson", "ukraine/adm1.geojson", "ukraine/adm1-coarse.geojson"),
        "\(TestData.notFetched)"))
struct RealMapTests {
    let engine = GeometryEngine()

    private func atlas() throws -> Atlas {
        try Atlas(path: TestData.file("geodata/ukraine/atlas.yaml"), extraFolders: [TestData.cache.path])
    }

    private func snapshot(_ file: String) throws -> Snapshot {
        let path = TestData.fetched(file)
        return try Snapshot(
            path: path, source: atlas().source(ofFile: path), selection: .everything, repairing: nil, engine: engine)
    }

    private func regions(_ id: String, repairing: AreaModel? = nil) throws -> RegionSet {
        let atlas = try atlas()
        let entry = try #require(atlas.regionSets.first { $0.id == id })
        return try RegionSet(
            path: atlas.locate(entry.file), name: id,
            properties: .init(code: entry.codeProperty, name: entry.nameProperty),
            table: entry.table.map { try RegionTable(path: $0) }, repairing: repairing, engine: engine)
    }

    private func report(_ model: AreaModel, by regions: RegionSet? = nil) throws -> AreaReport {
        try AreaReport(
            of: snapshot("deepstate/raw/1749327130.geojson"), by: regions, model: model, denominator: .polygons,
            engine: engine)
    }

    /// "113,273 km² as of 7 June 2025": the sum of the parts on the publisher's sphere.
    @Test func thePublishedTotalIsReproduced() throws {
        let report = try report(.webMap)
        #expect(abs(report.total.sumOfParts.squareKilometres - 113_272.944) < 0.002)
        #expect(abs(report.total.area.squareKilometres - 113_272.929) < 0.002)
        let overlap = report.warnings.compactMap { warning -> Area? in
            guard case .overlappingParts(_, let overlap, _) = warning else { return nil }
            return overlap
        }
        #expect(abs(try #require(overlap.first).squareKilometres - 0.015) < 0.001)
        #expect(report.total.classes == ["occupied", "ordlo", "crimea", "tuzla"])
    }

    @Test(arguments: [
        (AreaModel.ellipsoidal(edges: .straight), 113_328.83), (.ellipsoidal(edges: .geodesic), 113_328.29),
    ])
    func theSameOnTheEllipsoid(model: AreaModel, squareKilometres: Double) throws {
        #expect(abs(try report(model).total.sumOfParts.squareKilometres - squareKilometres) < 0.01)
    }

    @Test func landInSumyOblastAndAMonthEarlier() throws {
        let oblasts = try regions("oblasts")
        func sumy(_ file: String) throws -> Double {
            let report = try AreaReport(
                of: snapshot(file), by: oblasts, model: .standard, denominator: .polygons, engine: engine)
            return try #require(report.regions?.rows.first { $0.region.code == "UA59" }).area.squareKilometres
        }
        #expect(abs(try sumy("deepstate/raw/1749327130.geojson") - 192.95) < 0.05)
        #expect(abs(try sumy("deepstate/raw/1746641089.geojson") - 0.67) < 0.02)
    }

    @Test func regionsAndRemainderAddUpToTheTotal() throws {
        let report = try report(.standard, by: regions("oblasts"))
        let regions = try #require(report.regions)
        let sum = (regions.rows.map(\.area) + [regions.remainder]).sum()
        #expect((sum - report.total.area).magnitude < Area(squareMetres: 1))
    }

    @Test func coarseBordersAreRefusedAndRepairedOnRequest() throws {
        let fault = #expect(throws: InputFault.self) { try regions("oblasts-coarse") }
        guard case .invalid(let invalidities) = try #require(fault) else {
            Issue.record("not refused as invalid: \(String(describing: fault))")
            return
        }
        #expect(invalidities.map(\.label) == ["Kherson Oblast", "Mykolaiv Oblast", "Odesa Oblast"])
        #expect(invalidities.allSatisfy { $0.place.feature != nil && $0.invalidity.position != nil })
        let report = try report(.standard, by: regions("oblasts-coarse", repairing: .standard))
        let rows = try #require(report.regions)
        let sumy = try #require(rows.rows.first { $0.region.code == "UA59" })
        #expect(abs(sumy.area.squareKilometres - 140.9) < 0.2)
        #expect(abs(rows.remainder.squareKilometres - 1781) < 3)
        #expect(report.warnings.contains { $0.kind == "largeRemainder" })
        #expect(report.warnings.contains { $0.kind == "repaired" })
    }

    @Test(
        .enabled(if: TestData.isFetched("deepstate/daily/deepstatemap_data_20250508.geojson"), "\(TestData.notFetched)")
    )
    func aMonthOfDailyMaps() throws {
        let before = try snapshot("deepstate/daily/deepstatemap_data_20250508.geojson")
        let after = try snapshot("deepstate/daily/deepstatemap_data_20250608.geojson")
        let geodesic = AreaModel.ellipsoidal(edges: .geodesic)
        let held = try AreaReport(of: before, by: nil, model: geodesic, denominator: .polygons, engine: engine)
        #expect(abs(held.total.area.squareKilometres - 112_773.683284) < 1e-5)
        let straight = try ChangeReport(from: before, to: after, by: nil, model: .standard, engine: engine)
        #expect(abs(straight.total.gained.squareKilometres - 550.596148) < 1e-5)
        #expect(abs(straight.total.lost.squareKilometres - 0.349575) < 1e-5)
        let curved = try ChangeReport(from: before, to: after, by: nil, model: geodesic, engine: engine)
        #expect(abs(curved.total.gained.squareKilometres - 550.595782) < 1e-5)
        #expect(abs(curved.total.lost.squareKilometres - 0.349559) < 1e-5)
    }

    /// The nearest points of land and Dnipropetrovsk oblast on the map of 8 June 2025.
    @Test(
        arguments: [
            (["occupied", "ordlo", "crimea", "tuzla"], nil, 1.366),
            (["occupied", "ordlo", "crimea", "tuzla"], "UA14", 2.004),
            (["unknown"], nil, 0.600),
        ] as [([String], String?, Double)])
    func howFarLandIsFromABorder(classes: [String], side: String?, kilometres: Double) throws {
        let atlas = try atlas()
        let oblasts = try regions("oblasts")
        let measurer = Measurer(engine: engine, repairing: nil)
        let source = try #require(atlas.source(named: "DeepState"))
        let day = try #require(CalendarDay("2025-06-08"))
        let entry = try Series(source: source, atlas: atlas).mapInForce(at: source.clock.end(of: day))
        let dnipropetrovsk = try #require(oblasts.region(named: "UA12"))
        let found = try measurer.approach(
            measurer.snapshot(entry, of: source), to: dnipropetrovsk, from: side.flatMap(oblasts.region(named:)),
            classes: classes)
        let points = try #require(found)
        #expect(abs(points.distance.kilometres - kilometres) < 0.005)
        if side != nil { #expect(abs(points.second.x - 36.886) < 1e-3 && abs(points.second.y - 48.127) < 1e-3) }
    }

    /// DeepState's monthly figures of 2025: net change between the last maps by midnight in Kyiv.
    @Test(arguments: [
        ("2025-01-01", "2025-01-31", 325.85), ("2025-02-01", "2025-02-28", 191.62),
        ("2025-03-01", "2025-03-31", 133.46),
        ("2025-04-01", "2025-04-30", 177.58), ("2025-05-01", "2025-05-31", 448.88),
        ("2025-06-01", "2025-06-30", 556.03),
        ("2025-07-01", "2025-07-31", 563.70),
    ])
    func theMonthsOf2025(from: String, to: String, net: Double) throws {
        let atlas = try atlas()
        let source = try #require(atlas.source(named: "DeepState"))
        let convention = try #require(source.convention)
        let (first, last) = (try #require(CalendarDay(from)), try #require(CalendarDay(to)))
        let window = try #require(Window(from: first, to: last, rolling: false))
        let series = Series(source: source, atlas: atlas)
        let measurer = Measurer(engine: engine, repairing: nil)
        let held = try [window.start(by: source.clock), window.end(by: source.clock)].map { moment in
            try measurer.held(
                measurer.snapshot(series.mapInForce(at: moment), of: source), in: nil, by: convention)
        }
        #expect(abs((held[1] - held[0]).squareKilometres - net) < 0.01)
    }
}
