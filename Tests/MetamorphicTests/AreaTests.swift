import GeometryCore
import TestSupport
import Testing

@testable import Territory

/// Areas of real maps drawn otherwise.
@Suite(.enabled(if: RealMaps.areThere, "\(TestData.notFetched)"))
struct AreaTests {
    private static let models: [AreaModel] = [
        .standard, .ellipsoidal(edges: .geodesic), .spherical(radius: Distance(metres: 6_371_008.8)), .webMap,
        .projected(crs: "EPSG:6933"),
    ]

    private func area(_ polygons: [Polygon], _ model: AreaModel) throws -> Double {
        // Each polygon on its own: the parts of a published map may overlap.
        let engine = GeometryEngine()
        return try model.sum(of: polygons.map { try engine.set($0) }, in: "").squareMetres
    }

    /// The terms are the same and their sum is compensated: the last digit may move. A position in the middle of an edge
    /// halves the edge only where edges are straight.
    @Test(arguments: [RealMaps.daily.later, RealMaps.raw.later], models)
    func theOrderOfNumbersDoesNotMatter(file: String, model: AreaModel) throws {
        let polygons = try RealMaps.polygons(file)
        let expected = try area(polygons, model)
        for redrawing in Redrawing.allCases where redrawing != .halved || model.hasStraightEdges {
            let found = try area(redrawing.of(polygons), model)
            #expect(abs(found - expected) <= 1e-14 * expected, "\(redrawing)")
        }
    }

    /// A mirror changes signs alone. A turn by 360° rounds longitudes to 2⁻⁴⁵ of a degree, 3 nm on the ground, which over
    /// borders of some 10⁴ km is under 0.03 m².
    @Test(arguments: [RealMaps.daily.later, RealMaps.raw.later], models)
    func mirrorsAndTurnsDoNotMatter(file: String, model: AreaModel) throws {
        let polygons = try RealMaps.polygons(file)
        let expected = try area(polygons, model)
        for motion in Motion.allCases {
            let found = try area(motion.of(polygons), model)
            #expect(abs(found - expected) <= (motion.isExact ? 1e-14 * expected : 0.03), "\(motion)")
        }
    }

    /// Where edges are straight, cutting one moves nothing but for the rounding of new corners: 1 nm along the cut.
    @Test(arguments: models.filter(\.hasStraightEdges))
    func splittingAlongBordersAndMergingDoNotMatter(model: AreaModel) throws {
        let engine = GeometryEngine()
        let land = try engine.union(RealMaps.polygons(RealMaps.raw.later).map { try engine.set($0) }).set
        let split = try RealMaps.split(land, by: engine)
        #expect(split.count > land.polygons.count)
        let expected = try area(land.polygons, model)
        #expect(abs(try area(split, model) - expected) <= 0.01)
        let merged = try engine.union(split.map { try engine.set($0) }).set
        #expect(abs(try area(merged.polygons, model) - expected) <= 0.01)
    }
}

extension AreaModel {
    /// Whether a position on an edge moves no area, or next to none.
    fileprivate var hasStraightEdges: Bool {
        switch self {
        case .ellipsoidal(.straight), .spherical, .projected: true
        case .ellipsoidal(.geodesic), .webMap: false
        }
    }
}
