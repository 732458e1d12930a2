import GeometryCore
import TestSupport
import Testing

@testable import Territory

/// Fronts, distances and entries on real maps.
@Suite(
    .enabled(
        if: TestData.isFetched("deepstate/raw/1749327130.geojson", "ukraine/adm1.geojson"), "\(TestData.notFetched)"))
struct FrontTests {
    let measurer = Measurer(engine: GeometryEngine(), repairing: nil)
    let maps = RealMaps()

    /// As measured by cutting the land's boundary into pieces of 50 m, a middle each, with shapely (2025-06-07, tolerance 1 km,
    /// parts within 2 m closed): 1,499.3 km.
    @Test func theFrontAsDrawn() throws {
        let snapshot = try maps.snapshot("1749327130", measurer)
        let oblasts = try maps.oblasts()
        func front(_ rule: FrontRule, scale: Double? = nil) throws -> Double {
            try measurer.front(
                snapshot, in: nil, of: oblasts, classes: snapshot.counted,
                scale: scale.map { Distance(metres: 1000 * $0) },
                rule: rule
            ).kilometres
        }
        #expect(abs(try front(FrontRule(gap: Distance(metres: 2))) - 1499.3) < 0.5)
        let lengths = try [nil, 0.5, 1, 2, 5, 10].map { try front(.standard, scale: $0) }
        #expect(lengths == lengths.sorted(by: >))
        #expect(abs(lengths[2] - 1386.0) < 0.5)
        // Without the tolerance for drawings the state border and the coast would be front.
        #expect(try front(FrontRule(borderTolerance: Distance(metres: 1))) > 2200)
    }

    @Test func regionsDivideTheFrontAsDrawn() throws {
        let snapshot = try maps.snapshot("1749327130", measurer)
        let oblasts = try maps.oblasts()
        func front(_ region: Region?) throws -> Double {
            try measurer.front(snapshot, in: region, of: oblasts, classes: snapshot.counted, scale: nil).kilometres
        }
        let parts = try oblasts.regions.map { (code: $0.code, length: try front($0)) }
        #expect(abs(parts.map(\.length).reduce(0, +) - (try front(nil))) < 1e-3)
        #expect(
            Set(parts.filter { $0.length > 0 }.map(\.code)) == ["UA14", "UA23", "UA44", "UA48", "UA59", "UA63", "UA65"])
        // Crimea's coast is none, though its outline runs over water.
        #expect(try front(oblasts.region(named: "Crimea")) == 0)
    }

    /// Land near Dnipropetrovsk oblast, from Donetsk oblast, on the maps in force as three days ended.
    @Test(arguments: [("2025-05-08", 2.668), ("2025-06-08", 2.004), ("2025-07-01", 0.174)])
    func theWayToABorderOverTime(day: String, kilometres: Double) throws {
        let oblasts = try maps.oblasts()
        let snapshot = try maps.snapshot(inForce: day, measurer)
        let found = try measurer.approach(
            snapshot, to: try #require(oblasts.region(named: "UA12")), from: oblasts.region(named: "UA14"),
            classes: snapshot.counted)
        #expect(abs(try #require(found).distance.kilometres - kilometres) < 0.0006)
    }

    /// The nearest point of the whole front lies across the reservoir and has not moved for months; that of a side has.
    @Test func sinceWhenAPointIsTheNearest() throws {
        let oblasts = try maps.oblasts()
        let region = try #require(oblasts.region(named: "UA12"))
        let snapshots = try ["2025-06-08", "2025-05-08", "2025-06-07"].map { try maps.snapshot(inForce: $0, measurer) }
        func steps(from side: Region?) throws -> [DistanceReport.Step] {
            let report = try DistanceReport(
                of: snapshots, to: [.outline(region, regionSet: "oblasts")], from: side, entryThreshold: nil,
                measurer: measurer)
            #expect(report.maps.compactMap(\.asOf) == report.maps.compactMap(\.asOf).sorted())
            return try #require(report.targets.first).steps
        }
        let whole = try steps(from: nil)
        #expect(whole.map(\.isMoved) == [nil, false, false])
        #expect(whole.map(\.since) == Array(repeating: snapshots[1].asOf, count: 3))
        let side = try steps(from: oblasts.region(named: "UA14"))
        #expect(side.map(\.isMoved) == [nil, true, false])
        #expect(side.map(\.since) == [snapshots[1].asOf, snapshots[2].asOf, snapshots[2].asOf])
        #expect(side.map(\.inside) == [.zero, .zero, .zero])
    }

    @Test(
        .enabled(
            if: TestData.isFetched("gazetteer/geonames-ua.json", "gazetteer/katotth.csv"), "\(TestData.notFetched)"),
        arguments: [
            ("Pokrovsk", 37.177, 48.280, 1...1), ("Покровськ", 37.177, 48.280, 1...1),
            ("Покровск", 37.177, 48.280, 1...1), ("Dnipro", 35.041, 48.467, 1...20),
            ("Pokrovka", 31.524, 47.353, 10...30),
        ])
    func whereANameIs(name: String, longitude: Double, latitude: Double, namesakes: ClosedRange<Int>) throws {
        let gazetteer = try Gazetteer(
            places: TestData.fetched("gazetteer/geonames-ua.json"), official: TestData.fetched("gazetteer/katotth.csv"),
            spellings: nil)
        let place = try #require(gazetteer.place(named: name))
        #expect(abs(place.position.x - longitude) < 1e-3 && abs(place.position.y - latitude) < 1e-3)
        #expect(namesakes.contains(place.namesakes))
        #expect(gazetteer.place(named: "Nowherehausen") == nil)
    }

    @Test func theWayToAPlace() throws {
        let snapshot = try maps.snapshot("1749327130", measurer)
        let oblasts = try maps.oblasts()
        let pokrovsk = try Position(x: 37.17583, y: 48.28194)
        let found = try #require(
            try measurer.approach(snapshot, to: pokrovsk, from: nil, classes: snapshot.counted))
        #expect(found.second == pokrovsk)
        #expect(found.distance > Distance(metres: 1000) && found.distance < Distance(metres: 10_000))
        let donetsk = try Position(x: 37.80224, y: 48.023)
        let inside = try #require(
            try measurer.approach(
                snapshot, to: donetsk, from: oblasts.region(named: "UA14"), classes: snapshot.counted))
        #expect(inside.distance == Distance(metres: 0))
    }

    /// Slivers of 0.1 to 0.2 km² lie in Dnipropetrovsk oblast from 29 July 2025; 1 km² was passed on 8 August.
    @Test(
        .enabled(
            if: TestData.isFetched("deepstate/daily/deepstatemap_data_20250809.geojson"), "\(TestData.notFetched)"))
    func theFirstEntry() throws {
        let atlas = try maps.atlas()
        let source = try #require(atlas.source(named: "deepstate-daily"))
        let region = try #require(try maps.oblasts().region(named: "UA12"))
        let entries = Series(source: source, atlas: atlas).entries.filter {
            $0.path.contains("data_202507") || $0.path.contains("data_202508")
        }
        #expect(entries.count == 62)
        func first(_ threshold: Double) throws -> (file: String, area: Double)? {
            let found = try measurer.firstEntry(
                into: region, over: entries, of: source, classes: source.held,
                threshold: Area(squareKilometres: threshold))
            return found.map { (String($0.entry.path.suffix(16)), $0.area.squareKilometres) }
        }
        let entry = try #require(try first(1))
        #expect(entry.file == "20250809.geojson")
        #expect(abs(entry.area - 1.4) < 0.05)
        #expect(try #require(try first(0.05)).file.hasPrefix("202507"))
        #expect(try first(1e4) == nil)
    }
}

/// The real maps and boundaries of the atlas for Ukraine.
struct RealMaps {
    func atlas() throws -> Atlas {
        try Atlas(path: TestData.file("geodata/ukraine/atlas.yaml"), extraFolders: [TestData.cache.path])
    }

    func oblasts() throws -> RegionSet {
        let atlas = try atlas()
        let entry = atlas.regionSets[0]
        return try RegionSet(
            path: atlas.locate(entry.file), name: entry.id,
            properties: .init(code: entry.codeProperty, name: entry.nameProperty),
            table: entry.table.map { try RegionTable(path: $0) }, repairing: nil, engine: GeometryEngine())
    }

    /// DeepState's map of a second.
    func snapshot(_ second: String, _ measurer: Measurer) throws -> Snapshot {
        try snapshot(measurer) { $0.entries.first { $0.path.hasSuffix("/\(second).geojson") } }
    }

    /// DeepState's map in force as a day ends in Kyiv.
    func snapshot(inForce day: String, _ measurer: Measurer) throws -> Snapshot {
        let day = try #require(CalendarDay(day))
        return try snapshot(measurer) { try $0.mapInForce(at: $0.source.clock.end(of: day)) }
    }

    private func snapshot(_ measurer: Measurer, _ pick: (Series) throws -> Series.Entry?) throws -> Snapshot {
        let atlas = try atlas()
        let source = try #require(atlas.source(named: "DeepState"))
        return try measurer.snapshot(try #require(try pick(Series(source: source, atlas: atlas))), of: source)
    }
}
