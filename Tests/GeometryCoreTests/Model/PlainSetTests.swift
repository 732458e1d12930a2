import Foundation
import TestSupport
import Testing

@testable import GeometryCore

@Suite struct PlainSetTests {
    private typealias Corners = [(Double, Double)]

    private static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [(Double, Double)] {
        [(west, south), (east, south), (east, north), (west, north)]
    }

    /// Polygons by shell and holes, and whether the quick proof takes them.
    static let cases: [(name: String, polygons: [[[(Double, Double)]]], isProven: Bool)] = [
        ("nothing", [], true), ("a box", [[box(0, 0, 4, 4)]], true),
        ("a box with a corner on its side", [[[(0, 0), (2, 0), (4, 0), (4, 4), (0, 4)]]], true),
        ("a hole", [[box(0, 0, 4, 4), box(1, 1, 2, 2)]], true),
        ("an island in a hole", [[box(0, 0, 9, 9), box(1, 1, 8, 8)], [box(2, 2, 7, 7)]], true),
        ("a bow-tie", [[[(0, 0), (1, 1), (1, 0), (0, 1)]]], false),
        ("a spike", [[[(0, 0), (4, 0), (4, 4), (4, 6), (4, 4), (0, 4)]]], false),
        ("the same position twice", [[[(0, 0), (4, 0), (4, 0), (4, 4), (0, 4)]]], false),
        ("a hole outside its shell", [[box(0, 0, 4, 4), box(5, 5, 6, 6)]], false),
        ("a hole in another polygon", [[box(0, 0, 4, 4), box(11, 1, 12, 2)], [box(10, 0, 14, 4)]], false),
        ("a hole in a hole", [[box(0, 0, 9, 9), box(1, 1, 8, 8), box(2, 2, 3, 3)]], false),
        (
            "a hole in a hole, on an island",
            [[box(0, 0, 9, 9), box(1, 1, 8, 8), box(3, 3, 4, 4)], [box(2, 2, 7, 7)]], false
        ),
        ("a polygon in another", [[box(0, 0, 9, 9)], [box(1, 1, 2, 2)]], false),
        ("the same polygon twice", [[box(0, 0, 9, 9)], [box(0, 0, 9, 9)]], false),
        ("two that cross", [[box(0, 0, 4, 4)], [box(1, 1, 5, 5)]], false),
        // These are sets, which GEOS proves.
        ("two that touch at a corner", [[box(0, 0, 4, 4)], [box(4, 4, 5, 5)]], false),
        ("a hole that touches its shell", [[box(0, 0, 4, 4), [(0, 0), (2, 1), (1, 2)]]], false),
    ]

    @Test(arguments: cases.map(\.name))
    func onlySetsWhoseRingsTouchNothingAreProven(_ name: String) throws {
        let example = try #require(Self.cases.first { $0.name == name })
        let polygons = try example.polygons.map { rings in
            Polygon(shell: try Ring(closing: rings[0]), holes: try rings.dropFirst().map { try Ring(closing: $0) })
        }
        #expect(PlainSet.isProven(polygons) == example.isProven)
        let turned = polygons.map { polygon in
            Polygon(
                shell: polygon.shell, holes: polygon.holes.compactMap { try? Ring($0.positions.reversed()) })
        }
        #expect(PlainSet.isProven(turned) == example.isProven)
    }

    /// Whatever is proven here GEOS proves too, on a lattice, where rings often touch, and off it.
    @Test func whatIsProvenIsASetToGEOS() throws {
        let engine = GeometryEngine()
        var random = SplitMix(seed: 11)
        var (proven, others) = (0, 0)
        for round in 0..<4000 {
            let polygons = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ -> Polygon? in
                let rings = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                    ring(round.isMultiple(of: 2), &random)
                }
                return try? Polygon(
                    shell: Ring(closing: rings[0]), holes: rings.dropFirst().map { try Ring(closing: $0) })
            }
            if PlainSet.isProven(polygons) {
                proven += 1
                #expect(try engine.geosInvalidities(of: MultiPolygon(polygons)).isEmpty, "\(polygons)")
            } else {
                others += 1
            }
        }
        #expect(proven > 200 && others > 200)
    }

    private func ring(_ isOnLattice: Bool, _ random: inout SplitMix) -> Corners {
        let scale = [0.3, 1.0, 3.0][Int.random(in: 0..<3, using: &random)]
        let (x, y) = (Double.random(in: -2...2, using: &random), Double.random(in: -2...2, using: &random))
        let count = Int.random(in: 3...7, using: &random)
        return (0..<count).map { corner in
            let angle = 2 * Double.pi * Double(corner) / Double(count)
            let radius = Double.random(in: 0.2...1, using: &random) * scale
            let point = (x + radius * cos(angle), y + radius * sin(angle))
            return isOnLattice ? ((point.0 * 4).rounded() / 4, (point.1 * 4).rounded() / 4) : point
        }
    }
}
