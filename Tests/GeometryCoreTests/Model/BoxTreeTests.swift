import TestSupport
import Testing

@testable import GeometryCore

@Suite struct BoxTreeTests {
    /// A line that wanders on a lattice, so that boxes often touch and ends lie at the same height.
    private static func wander(_ count: Int, _ random: inout SplitMix) throws -> [Position] {
        var (x, y) = (Int.random(in: -9...9, using: &random), Int.random(in: -9...9, using: &random))
        return try (0..<count).map { _ in
            (x, y) = (x + Int.random(in: -2...2, using: &random), y + Int.random(in: -2...2, using: &random))
            return try Position(x: Double(x), y: Double(y))
        }
    }

    private static func meet(_ one: DirectedEdge, _ two: DirectedEdge) -> Bool {
        Bounds(around: one, reach: 0).meets(two)
    }

    private struct Pair: Hashable {
        let one: Int
        let two: Int

        init(_ one: Int, _ two: Int) { (self.one, self.two) = (one, two) }
    }

    private static func edges(_ line: [Position]) -> [DirectedEdge] {
        zip(line, line.dropFirst()).map { DirectedEdge(from: $0, to: $1) }
    }

    @Test(arguments: [1, 4, 8]) func eachPairOfMeetingBoxesIsVisitedOnce(itemsInLeaf: Int) throws {
        var random = SplitMix(seed: 3)
        for round in 0..<60 {
            let edges = Self.edges(try Self.wander(2 + round * 2, &random))
            let start = Int.random(in: 0...edges.count, using: &random)
            let tree = BoxTree([0..<start, start..<edges.count], itemsInLeaf: itemsInLeaf) { edges[$0].box }
            // Of all pairs; of those that are not two of the first run; of those that are of two runs.
            for firstPartner in [{ _ in 0 }, { $0 < start ? start : 0 }, { $0 < start ? start : edges.count }] {
                var visited: [Pair] = []
                let isStopped = tree.searchPairs(from: firstPartner) {
                    edges[$0].box
                } visit: {
                    visited.append(Pair(min($0, $1), max($0, $1)))
                    return false
                }
                let wanted = edges.indices.flatMap { one in
                    edges.indices.compactMap { two in
                        one < two && two >= firstPartner(one) && Self.meet(edges[one], edges[two])
                            ? Pair(one, two) : nil
                    }
                }
                #expect(!isStopped && visited.count == wanted.count && Set(visited) == Set(wanted))
            }
        }
    }

    @Test func eachPairOfTwoTreesIsVisitedOnce() throws {
        var random = SplitMix(seed: 4)
        for round in 0..<60 {
            let (one, two) = (
                Self.edges(try Self.wander(2 + round, &random)), Self.edges(try Self.wander(90 - round, &random))
            )
            let tree = BoxTree(CollectionOfOne(one.indices), itemsInLeaf: 4) { one[$0].box }
            let other = BoxTree(CollectionOfOne(two.indices), itemsInLeaf: 8) { two[$0].box }
            var visited: [Pair] = []
            _ = tree.searchPairs(with: other) {
                one[$0].box
            } otherBox: {
                two[$0].box
            } visit: {
                visited.append(Pair($0, $1))
                return false
            }
            let wanted = one.indices.flatMap { here in
                two.indices.compactMap { Self.meet(one[here], two[$0]) ? Pair(here, $0) : nil }
            }
            #expect(visited.count == wanted.count && Set(visited) == Set(wanted))
        }
    }

    /// A stretch of a ring that lies all on one side of a point is told by its ends.
    @Test func windingNumbersAreThoseOfEveryEdgeForItself() throws {
        var random = SplitMix(seed: 5)
        var told = 0
        for round in 0..<200 {
            let line = try Self.wander(4 + round, &random)
            let ring = OrientedRing(try Ring(line + [line[0]]), isHole: round.isMultiple(of: 3))
            for _ in 0..<40 {
                // Heights of corners among them.
                let point = try Position(
                    x: Double(Int.random(in: -60...60, using: &random)) / 4,
                    y: Double(Int.random(in: -60...60, using: &random)) / 4)
                guard let winding = ring.winding(around: point) else { continue }
                let whole = ring.edges.reduce(0) { $0 + Crossing.ofExactRay(from: point, ring.edge($1)) }
                #expect(winding == whole)
                told += 1
            }
        }
        #expect(told > 6000)
    }
}
