import TestSupport
import Testing

@testable import GeometryCore

@Suite struct RepairTests {
    let engine = GeometryEngine()
    let model = AreaModel.ellipsoidal(edges: .straight)

    @Test func aBowTieBecomesItsTwoLobesAndMovesTheirArea() throws {
        let bowTie = try Polygon([(30, 50), (31, 51), (31, 50), (30, 51)])
        let repair = try engine.repaired(MultiPolygon([bowTie]), measuredBy: model)
        #expect(repair.set.polygons.count == 2)
        let lobes = try model.area(of: repair.set)
        // As stated the lobes cancel but for the difference between north and south of an ellipsoid's degree.
        let stated = try model.statedArea(of: bowTie)
        #expect((repair.moved - (lobes - stated)).magnitude < Area(squareMetres: 1))
    }

    @Test func aHoleOutsideItsShellBecomesAPolygonAndMovesItsArea() throws {
        let polygon = try Polygon(
            [(30, 50), (31, 50), (31, 51), (30, 51)], holes: [(32, 50), (33, 50), (33, 51), (32, 51)])
        let repair = try engine.repaired(MultiPolygon([polygon]), measuredBy: model)
        #expect(repair.set.polygons.count == 2)
        let hole = try model.area(of: engine.box(32, 50, 33, 51))
        #expect((repair.moved - hole).magnitude < Area(squareMetres: 1))
    }

    @Test func overlappingPolygonsBecomeOneAndMoveWhatTheyShared() throws {
        let overlapping = MultiPolygon([try .box(30, 50, 32, 51), try .box(31, 50, 33, 51)])
        let repair = try engine.repaired(overlapping, measuredBy: model)
        #expect(repair.set.polygons.count == 1)
        let shared = try model.area(of: engine.box(31, 50, 32, 51))
        #expect((repair.moved - shared).magnitude < Area(squareMetres: 1))
    }

    @Test func whatIsValidIsLeftAlone() throws {
        let box = try Polygon.box(30, 50, 31, 51)
        let repair = try engine.repaired(MultiPolygon([box]), measuredBy: model)
        #expect(repair.moved.magnitude < Area(squareMetres: 1e-3))
        #expect(try model.area(of: repair.set) == model.area(of: engine.set(box)))
    }
}
