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
        // Rings of more than one leaf of the tree too, of which stretches go forward, and with folds.
        let count = Int.random(in: 3...(Int.random(in: 0..<3, using: &random) == 0 ? 120 : 7), using: &random)
        let isSmooth = Bool.random(using: &random)
        var corners = (0..<count).map { corner in
            let angle = 2 * Double.pi * Double(corner) / Double(count)
            let radius = (isSmooth ? 1 + 0.1 * sin(5 * angle) : Double.random(in: 0.2...1, using: &random)) * scale
            let point = (x + radius * cos(angle), y + radius * sin(angle))
            return isOnLattice ? ((point.0 * 4).rounded() / 4, (point.1 * 4).rounded() / 4) : point
        }
        if Int.random(in: 0..<3, using: &random) == 0 {
            let first = Int.random(in: 0..<count - 1, using: &random)
            corners.swapAt(first, first + 1)
        }
        return corners
    }

    /// Loops by their corners, and whether they are proven to bound a set.
    static let loops: [(name: String, loops: [[(Double, Double)]], isProven: Bool)] = [
        ("nothing", [], true), ("a box", [box(0, 0, 4, 4)], true),
        ("a box run backwards", [box(0, 0, 4, 4).reversed()], false),
        ("a hole", [box(0, 0, 4, 4), box(1, 1, 2, 2).reversed()], true),
        ("a hole that covers more", [box(0, 0, 4, 4), box(1, 1, 2, 2)], false),
        ("a hole outside", [box(0, 0, 4, 4), box(5, 5, 6, 6).reversed()], false),
        ("an island in a hole", [box(0, 0, 9, 9), box(1, 1, 8, 8).reversed(), box(2, 2, 7, 7)], true),
        ("two that touch at a corner", [box(0, 0, 4, 4), box(4, 4, 5, 5)], true),
        ("three that touch at a corner", [box(0, 0, 4, 4), box(4, 4, 5, 5), [(4, 4), (5, 2), (6, 3)]], true),
        ("a hole that touches its shell", [box(0, 0, 4, 4), [(0, 0), (1, 2), (2, 1)]], true),
        ("a loop within that touches its shell", [box(0, 0, 4, 4), [(0, 0), (2, 1), (1, 2)]], false),
        ("a hole and its shell as one loop", [[(0, 0), (4, 0), (4, 4), (0, 4), (0, 0), (1, 2), (2, 1)]], true),
        ("two boxes as one loop", [box(0, 0, 4, 4) + [(0, 0), (-1, 0), (-1, -1), (0, -1)]], true),
        ("two triangles as one loop", [[(0, 0), (4, 0), (4, 4), (0, 0), (-4, 0), (-4, -4)]], true),
        ("a figure of eight through a corner", [[(0, 0), (4, 0), (4, 4), (0, 0), (-2, -2), (-2, 0)]], false),
        ("two that cross in two corners", [box(0, 0, 4, 4), [(0, 0), (-1, -1), (5, -1), (4, 4), (1, 2)]], false),
        ("two that cross", [box(0, 0, 4, 4), box(1, 1, 5, 5)], false),
        ("two that touch inside an edge", [box(0, 0, 4, 4), [(4, 2), (6, 1), (6, 3)]], false),
        ("two that share an edge", [box(0, 0, 4, 4), box(4, 0, 8, 4)], false),
    ]

    @Test(arguments: loops.map(\.name))
    func onlyLoopsRoundASetAreItsBoundary(_ name: String) throws {
        let example = try #require(Self.loops.first { $0.name == name })
        for turn in 0..<4 {
            // Wherever the loops begin.
            let loops = try example.loops.map { corners in
                let first = turn % corners.count
                return try Ring(closing: Array(corners[first...] + corners[..<first]))
            }
            #expect((PlainSet.boundary(loops) != nil) == example.isProven, "from corner \(turn)")
        }
    }
}
