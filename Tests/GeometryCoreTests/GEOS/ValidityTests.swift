import TestSupport
import Testing

@testable import GeometryCore

@Suite struct ValidityTests {
    let engine = GeometryEngine()

    /// What is wrong, in GEOS's words, and at which polygon.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let polygons: @Sendable () throws -> [Polygon]
        let reasons: [String]
        let indices: [Int?]
    }

    static let cases = [
        Case(
            testDescription: "a bow-tie",
            polygons: { [try Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])] }, reasons: ["Self-intersection"], indices: [0]),
        Case(
            testDescription: "a hole outside its shell",
            polygons: { [try Polygon([(0, 0), (1, 0), (1, 1), (0, 1)], holes: [(2, 2), (3, 2), (3, 3)])] },
            reasons: ["Hole lies outside shell"], indices: [0]),
        Case(
            testDescription: "two bow-ties, a good polygon between them",
            polygons: {
                [
                    try Polygon([(0, 0), (1, 1), (1, 0), (0, 1)]), try .box(10, 10, 11, 11),
                    try Polygon([(5, 5), (6, 6), (6, 5), (5, 6)]),
                ]
            }, reasons: ["Self-intersection", "Self-intersection"], indices: [0, 2]),
        Case(
            testDescription: "two good polygons that overlap",
            polygons: { [try .box(0, 0, 2, 2), try .box(1, 1, 3, 3)] }, reasons: ["Self-intersection"], indices: [nil]),
        Case(
            testDescription: "two good polygons that share a side",
            polygons: { [try .box(0, 0, 1, 1), try .box(1, 0, 2, 1)] }, reasons: ["Self-intersection"], indices: [nil]),
    ]

    @Test(arguments: cases)
    func everyFaultIsToldWithItsPolygonAndPlace(_ example: Case) throws {
        let found = try engine.invalidities(of: MultiPolygon(example.polygons()))
        #expect(found.map(\.reason) == example.reasons)
        #expect(found.map(\.polygon) == example.indices)
        #expect(found.allSatisfy { $0.position != nil })
        #expect(throws: GeometryError.invalid(found)) { try engine.validated(MultiPolygon(example.polygons())) }
    }

    @Test func polygonsThatTouchInAPointAreASet() throws {
        #expect(try engine.set(.box(0, 0, 1, 1), .box(1, 1, 2, 2)).polygons.count == 2)
        #expect(try engine.validated(MultiPolygon([])).isEmpty)
    }

    @Test func aPointOnSurfaceLiesInItsPolygonAndNotInTheHole() throws {
        let ring = try Polygon(
            [(0, 0), (10, 0), (10, 10), (0, 10)], holes: [(1, 1), (9, 1), (9, 9), (1, 9)])
        let set = try engine.set(ring)
        let points = try engine.pointsOnSurface(of: set)
        #expect(points.count == 1)
        #expect(set.contains(points[0]))
        #expect(try !set.contains(Position(x: 5, y: 5)))
    }
}
