import Foundation
import GeometryCore
import TestSupport
import Testing

@testable import Territory

@Suite struct SeriesTests {
    private func sample() throws -> (Atlas, RegionSet, [Series.Entry]) {
        let atlas = try Atlas(path: TestData.file("geodata/sample/atlas.yaml"))
        let entry = atlas.regionSets[0]
        let table = try #require(entry.table)
        let regions = try RegionSet(
            path: atlas.locate(entry.file), name: entry.id,
            properties: .init(code: entry.codeProperty, name: entry.nameProperty), table: RegionTable(path: table),
            repairing: nil, engine: GeometryEngine())
        return (atlas, regions, Series(source: atlas.sources[0], atlas: atlas).entries)
    }

    private func plan(_ atlas: Atlas) -> SeriesReport.Plan {
        .init(
            source: atlas.sources[0], selection: .everything, model: .standard,
            minPart: SmallParts.standardThreshold, repairs: false)
    }

    @Test(arguments: [1, 2, 7])
    func theSamplesSeriesIsThatOfTheClosedForm(workers: Int) async throws {
        let (atlas, regions, entries) = try sample()
        let report = try await SeriesReport.measure(entries, by: regions, plan: plan(atlas), workers: workers)
        #expect(report.steps.count == 30)
        for row in SampleTests.rows {
            let step = try #require(report.steps.first { $0.path.contains(row.date) })
            let found =
                switch row.region {
                case "VA": step.total
                case "remainder": try #require(step.remainder)
                default: step.regions[try #require(report.regions.firstIndex { $0.code == row.region })]
                }
            #expect(abs(found.held.squareKilometres - row.held) < 1e-6, "\(row.date) \(row.region)")
            #expect(abs(found.change.gained.squareKilometres - (row.gained ?? 0)) < 1e-6, "\(row.date) \(row.region)")
            #expect(abs(found.change.lost.squareKilometres - (row.lost ?? 0)) < 1e-6, "\(row.date) \(row.region)")
        }
        let gained = SampleTests.rows.filter { $0.region == "VA" }.compactMap(\.gained).reduce(0, +)
        #expect(abs(report.cumulative.gained.squareKilometres - gained) < 1e-5)
        #expect(report.endToEnd.gained < report.cumulative.gained)
        #expect((report.endToEnd.net - report.cumulative.net).magnitude < Area(squareMetres: 1))
    }

    @Test func aFolderStandsForTheMapsInIt() throws {
        let folder = TestData.file("geodata/sample/maps")
        let atlas = TestData.file("geodata/sample/atlas.yaml")
        let files = try Series.files(at: [folder, atlas])
        #expect(files.count == 31 && files.last == atlas)
        #expect(files[0].hasPrefix(folder + "/") && files.dropLast() == files.dropLast().sorted()[...])
        #expect(try Series.files(at: [folder + "/"]).count == 30)
        let fault = #expect(throws: InputFault.self) { try Series.files(at: [TestData.file("geodata/ukraine/claims")]) }
        #expect("\(try #require(fault))".contains("no file in it ends in .geojson"))
        // A path that leads nowhere was refused for telling no time.
        let missing = #expect(throws: InputFault.self) { try Series.files(at: [folder + "/nowhere"]) }
        #expect("\(try #require(missing))".contains("no such file"))
    }

    /// Only the regions near the first map are united at first; a later map comes to others, to their gap, and beyond all.
    @Test(arguments: [1, 2]) func mapsThatLeaveTheFirstOnesRegionsAreCutUpAll(workers: Int) async throws {
        func feature(_ name: String, _ west: Double, _ east: Double) -> String {
            let ring = "[[\(west),47],[\(east),47],[\(east),48],[\(west),48],[\(west),47]]"
            return
                #"{"type":"Feature","properties":{"code":"\#(name)"},"geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
        }
        func collection(_ features: [String]) -> String {
            #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}"
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("metes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ name: String, _ features: [String]) throws -> String {
            let file = folder.appendingPathComponent(name)
            try Data(collection(features).utf8).write(to: file)
            return file.path
        }
        // Three regions, the second and third a tenth of a degree apart.
        let path = try write("regions.geojson", [feature("A", 30, 31), feature("B", 31, 32), feature("C", 32.1, 33)])
        let regions = try RegionSet(
            path: path, name: "x", properties: nil, table: nil, repairing: nil, engine: GeometryEngine())
        let maps = [(30.25, 30.75), (30.25, 31.5), (30.25, 32.5), (30.25, 33.5), (29.5, 30.5)]
        let paths = try maps.enumerated().map { index, map in
            try write("2025-06-0\(index + 1).geojson", [feature("", map.0, map.1)])
        }
        let plan = SeriesReport.Plan(
            source: nil, selection: .everything, model: .standard, minPart: SmallParts.standardThreshold, repairs: false
        )
        let report = try await SeriesReport.measure(
            Series.sorted(paths, of: nil).entries, by: regions, plan: plan, workers: workers)
        // Of a band between two parallels the area is as its width.
        let width = report.steps[0].total.held.squareKilometres / 0.5
        for (step, map) in zip(report.steps, maps) {
            let bands = [(30.0, 31.0), (31, 32), (32.1, 33)].map { max(0, min($0.1, map.1) - max($0.0, map.0)) }
            for (row, band) in zip(step.regions, bands) {
                #expect(abs(row.held.squareKilometres - width * band) < 1e-6)
            }
            let rest = map.1 - map.0 - bands.reduce(0, +)
            #expect(abs(try #require(step.remainder).held.squareKilometres - width * rest) < 1e-6)
        }
    }

    /// Sums are made in the order of the maps, not in that in which workers finish: the same bits.
    @Test(arguments: [2, 3, 7, 100])
    func theNumberOfWorkersDoesNotMatter(workers: Int) async throws {
        let (atlas, regions, entries) = try sample()
        let one = try await SeriesReport.measure(entries, by: regions, plan: plan(atlas), workers: 1)
        let many = try await SeriesReport.measure(entries, by: regions, plan: plan(atlas), workers: workers)
        #expect(many.steps.map(\.total) == one.steps.map(\.total))
        #expect(many.steps.map(\.regions) == one.steps.map(\.regions))
        #expect(many.steps.map(\.remainder) == one.steps.map(\.remainder))
        #expect(many.steps.map(\.small) == one.steps.map(\.small))
        #expect(many.cumulative == one.cumulative && many.endToEnd == one.endToEnd)
        #expect(many.warnings == one.warnings)
    }

    /// A geodesic across a border is another line than its two halves, so that what is held is not what was held and what
    /// changed: each map is measured by itself, in the regions too.
    @Test(arguments: [AreaModel.ellipsoidal(edges: .geodesic), .webMap])
    func whereAreasDoNotAddUpEachMapIsMeasuredByItself(model: AreaModel) async throws {
        let (atlas, regions, all) = try sample()
        let entries = Array(all.prefix(6))
        let plan = SeriesReport.Plan(
            source: atlas.sources[0], selection: .everything, model: model, minPart: SmallParts.standardThreshold,
            repairs: false)
        let report = try await SeriesReport.measure(entries, by: regions, plan: plan, workers: 2)
        let engine = GeometryEngine()
        for (step, entry) in zip(report.steps, entries) {
            let snapshot = try Snapshot(
                path: entry.path, source: atlas.sources[0], selection: .everything, repairing: nil, engine: engine)
            let alone = try AreaReport(
                of: snapshot, by: regions, model: model, denominator: .polygons, engine: engine)
            let rows = try #require(alone.regions)
            #expect((step.total.held - alone.total.area).magnitude < Area(squareMetres: 1e-3))
            for (row, expected) in zip(step.regions, rows.rows) {
                #expect((row.held - expected.area).magnitude < Area(squareMetres: 1e-3), "\(expected.region.name)")
            }
            #expect((try #require(step.remainder).held - rows.remainder).magnitude < Area(squareMetres: 1e-3))
        }
    }

    @Test func orderAndDuplicatesDoNotMatterAndGapsAreTold() throws {
        let (atlas, _, entries) = try sample()
        let paths = entries.map(\.path)
        let (sorted, warnings) = try Series.sorted(
            paths.reversed() + [paths[3]], of: atlas.sources[0])
        #expect(sorted == entries)
        #expect(warnings.map(\.kind) == ["duplicateMap"])
        let (_, gaps) = try Series.sorted([paths[0], paths[5]], of: atlas.sources[0])
        #expect(gaps.map(\.kind) == ["gap"])
        #expect(throws: InputFault.self) { try Series.sorted(["map.geojson"], of: atlas.sources[0]) }
    }

    @Test func withoutASourceADayInTheNameIsTheTime() throws {
        let found = try Series.sorted(["x/fires_20260730_v2.geojson", "x/2026-07-29.geojson"], of: nil).entries
        #expect(found.map(\.asOf.description) == ["2026-07-30T00:00:00Z", "2026-07-31T00:00:00Z"])
        for name in ["map.geojson", "1749327130.geojson", "2026-02-31.geojson"] {
            #expect(throws: InputFault.self) { try Series.sorted([name], of: nil) }
        }
    }

    @Test(arguments: [
        (SeriesPeriod.change, 30, "2031-04-01", "2031-04-30"), (.day, 30, "2031-04-01", "2031-04-30"),
        (.week, 5, "2031-04-06", "2031-04-30"), (.month, 1, "2031-04-30", "2031-04-30"),
    ])
    func aStepIsTheMapInForceAtAnEnd(period: SeriesPeriod, count: Int, first: String, last: String) throws {
        let (atlas, _, entries) = try sample()
        // The map of a day shows the state as the day ends: the moment belongs to the next one.
        let chosen = Series.selected(
            entries, from: nil, to: CalendarDay("2031-04-30"), every: period, clock: atlas.sources[0].clock)
        let days = chosen.map { String($0.path.suffix(18).prefix(10)) }
        #expect(Set(days).count == count, "\(days)")
        #expect(days.contains(first) && days.last == last, "\(days)")
    }
}

/// DeepState's maps.
@Suite(
    .enabled(
        if: TestData.isFetched(
            "deepstate/raw/1749327130.geojson", "deepstate/daily/deepstatemap_data_20250912.geojson"),
        "\(TestData.notFetched)"))
struct RealSeriesTests {
    private func measured(_ paths: [String], model: AreaModel = .standard) async throws -> SeriesReport {
        let atlas = try Atlas(
            path: TestData.file("geodata/ukraine/atlas.yaml"), extraFolders: [TestData.cache.path])
        let files = paths.map(TestData.fetched)
        let source = try atlas.source(ofFile: files[0])
        let plan = SeriesReport.Plan(
            source: source, selection: .everything, model: model, minPart: SmallParts.standardThreshold, repairs: false)
        return try await SeriesReport.measure(Series.sorted(files, of: source).entries, by: nil, plan: plan, workers: 2)
    }

    /// February 2025 is 191.686 km² as sets, 191.618 as the published parts, which overlap.
    @Test func februaryIsMeasuredAsSets() async throws {
        let report = try await measured(
            ["deepstate/raw/1738355139.geojson", "deepstate/raw/1740702002.geojson"], model: .webMap)
        #expect(abs(report.cumulative.net.squareKilometres - 191.686) < 0.001)
    }

    /// On 12 September 2025 the border was digitised anew.
    @Test func theJitterDayIsFlagged() async throws {
        let report = try await measured(
            [10, 11, 12, 13].map { "deepstate/daily/deepstatemap_data_202509\($0).geojson" })
        #expect(report.steps.map(\.isJitter) == [false, false, true, false])
        #expect(report.steps[2].small.count > 500)
    }

    /// Days on which lines cross, against the verified overlay of the whole maps.
    @Test func daysAgreeWithOverlayOfTheWholeMaps() throws {
        let engine = GeometryEngine()
        let days = ["0301", "0302", "0508", "0509", "0701", "0702", "0912", "1101", "1102", "1231"]
        let sets = try days.map { day in
            let path = TestData.fetched("deepstate/daily/deepstatemap_data_2025\(day).geojson")
            let snapshot = try Snapshot(
                path: path, source: nil, selection: .everything, repairing: nil, engine: engine)
            return try engine.union(snapshot.sets(of: snapshot.counted)).set
        }
        for (before, after) in zip(sets, sets.dropFirst()) {
            let byChain = try engine.change(from: Outline([before]), to: Outline([after]))
            let byOverlay = try engine.change(from: before, to: after)
            for (one, two) in [(byChain.gained, byOverlay.gained), (byChain.lost, byOverlay.lost)] {
                let difference = try AreaModel.standard.area(of: one.set) - AreaModel.standard.area(of: two.set)
                #expect(difference.magnitude < Area(squareMetres: 0.01))
            }
        }
    }
}
