import Foundation
import GeometryCore
import TestSupport
import Testing

/// The real series, each map against the one before.
@Suite(
    .enabled(if: TestData.isFetched("deepstate/daily/deepstatemap_data_20250608.geojson"), "\(TestData.notFetched)"))
struct RealPairTests {
    private let engine = GeometryEngine()

    private func area(_ set: ValidMultiPolygon) throws -> Double { try AreaModel.standard.area(of: set).squareMetres }

    private func map(_ path: String) throws -> ValidMultiPolygon {
        let document = try GeoJSONReader.read(
            Array(Data(contentsOf: URL(fileURLWithPath: path))), file: URL(fileURLWithPath: path).lastPathComponent)
        return try engine.validated(MultiPolygon(document.features.flatMap { $0.geometry?.polygons ?? [] }))
    }

    /// What changed is what verified overlay of the whole maps says, to 0.01 m²: of every twentieth pair of days, or of all with
    /// METES_ALL_PAIRS (`scripts/prove-pairs`).
    @Test func changesAreWhatOverlayOfTheWholeMapsSays() throws {
        let folder = TestData.fetched("deepstate/daily")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".geojson") }
            .sorted()
        let step = ProcessInfo.processInfo.environment["METES_ALL_PAIRS"] == nil ? 20 : 1
        var (pairs, same, byFaces, resolved, byOverlay, onGrid, worst) = (0, 0, 0, 0, 0, 0, (0.0, ""))
        for index in stride(from: 1, to: files.count, by: step) {
            let (before, after) = (try map("\(folder)/\(files[index - 1])"), try map("\(folder)/\(files[index])"))
            let change = try engine.change(from: Outline([before]), to: Outline([after]))
            pairs += 1
            switch change.route {
            case .chain where change.edges.changed == 0: same += 1
            case .chain(let faces):
                byFaces += 1
                resolved += faces
            case .overlay: byOverlay += 1
            }
            let expected = try engine.change(from: before, to: after)
            let differences = [
                try area(change.gained.set) - area(expected.gained.set),
                try area(change.lost.set) - area(expected.lost.set),
            ]
            let difference = differences.map(\.magnitude).max() ?? 0
            if difference > worst.0 { worst = (difference, files[index]) }
            guard expected.gained.precision == .floating, change.gained.precision == .floating else {
                onGrid += 1
                continue
            }
            #expect(difference < 0.01, "\(files[index - 1]) to \(files[index])")
        }
        print(
            """
            real pairs: \(pairs), of which \(same) without change, \(byFaces) by faces, \(byOverlay) by overlay; \
            \(resolved) faces resolved by overlay; \(onGrid) pairs with a grid; largest difference from overlay of the \
            whole maps \(worst.0) m² (\(worst.1))
            """)
        #expect(pairs > 0)
    }
}
