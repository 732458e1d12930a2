import Foundation
import GeometryCore
import TestSupport
import Testing

@testable import Territory

/// Series of real maps of which each is drawn otherwise than the one before.
@Suite(.serialized, .enabled(if: RealMaps.areThere, "\(TestData.notFetched)"))
struct SeriesTests {
    private static let files = (1...8).map { "deepstate/daily/deepstatemap_data_2025060\($0).geojson" }

    private func measure(
        _ paths: [String], by regions: RegionSet?, workers: Int = 2
    ) async throws -> SeriesReport {
        let source = try RealMaps.atlas().source(ofFile: Self.files[0])
        let plan = SeriesReport.Plan(
            source: source, selection: .everything, model: .standard, minPart: SmallParts.standardThreshold,
            repairs: false)
        return try await SeriesReport.measure(
            Series.sorted(paths, of: source).entries, by: regions, plan: plan, workers: workers)
    }

    /// Rounding of new corners: 1e-9 km² in each of the figures, which are sums of up to eight.
    private static let tolerance = Area(squareMetres: 8e-3)

    @Test(.enabled(if: TestData.isFetched(files[0], files[7]), "\(TestData.notFetched)"))
    func howEachMapIsDrawnDoesNotMatter() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("metes-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let redrawings: [[Redrawing]] = [[], [.reversed], [.halved], [.shuffled, .rotated], [.halved, .reversed]]
        for (index, file) in Self.files.enumerated() {
            try RealMaps.write(file, to: folder.path, redrawings[index % redrawings.count])
        }
        let oblasts = try RealMaps.oblasts.get()
        let expected = try await measure(Self.files.map(TestData.fetched), by: oblasts)
        let found = try await measure(Self.files.map { folder.path + "/" + $0 }, by: oblasts)
        #expect(found.steps.count == 8)
        #expect(expected.cumulative.gained.squareKilometres > 1)
        for (one, two) in zip(expected.steps, found.steps) {
            #expect(one.asOf == two.asOf)
            let rows = zip([one.total] + one.regions + [one.remainder], [two.total] + two.regions + [two.remainder])
            for case (let one?, let two?) in rows { expectSame(one, two) }
        }
        expectSame(expected.cumulative, found.cumulative)
        expectSame(expected.endToEnd, found.endToEnd)
        // The same maps by other workers: the same bits.
        let alone = try await measure(Self.files.map(TestData.fetched), by: oblasts, workers: 1)
        #expect(alone.steps.map(\.total) == expected.steps.map(\.total))
        #expect(alone.steps.map(\.regions) == expected.steps.map(\.regions))
        #expect(alone.cumulative == expected.cumulative && alone.endToEnd == expected.endToEnd)
    }

    /// In the plane a map a turn away lies elsewhere: a first version took all of it for gained and the map before for lost.
    @Test func aMapATurnAwayIsRefused() async throws {
        let square = { (west: Int) in
            #"{"type":"Polygon","coordinates":[[[\#(west),48],[\#(west + 1),48],[\#(west + 1),49],[\#(west),48]]]}"#
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("metes-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var paths: [String] = []
        for (day, west) in [("2025-06-01", 37), ("2025-06-02", 397)] {
            let file = folder.appendingPathComponent(day + ".geojson")
            try Data(square(west).utf8).write(to: file)
            paths.append(file.path)
        }
        let (entries, plan) = (
            try Series.sorted(paths, of: nil).entries,
            SeriesReport.Plan(
                source: nil, selection: .everything, model: .standard, minPart: SmallParts.standardThreshold,
                repairs: false)
        )
        let fault = await #expect(throws: InputFault.self) {
            try await SeriesReport.measure(entries, by: nil, plan: plan, workers: 1)
        }
        guard case .beyondAntimeridian(path: paths[1], longitude: 398) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
    }

    private func expectSame(_ one: SeriesReport.Row, _ two: SeriesReport.Row) {
        #expect((one.held - two.held).magnitude < Self.tolerance)
        expectSame(one.change, two.change)
    }

    private func expectSame(_ one: SeriesReport.Balance, _ two: SeriesReport.Balance) {
        #expect((one.gained - two.gained).magnitude < Self.tolerance)
        #expect((one.lost - two.lost).magnitude < Self.tolerance)
    }
}
