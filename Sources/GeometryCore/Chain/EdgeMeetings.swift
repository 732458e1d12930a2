/// Which edges meet, and which nearly do.
struct EdgeMeetings {
    /// The edges by their indices.
    let tree: BoxTree<SIMD2<Double>>
    /// Where edges cross, for both, and where one ends on another.
    private(set) var cuts: [EdgeCut] = []
    /// The pairs of edges that share a point.
    private(set) var pairs: [Pair] = []
    /// The pairs of edges of which one comes nearer to an end of the other than the reach, and does not end there.
    private(set) var near: [Pair] = []

    struct Pair {
        let first: Int
        let second: Int
    }

    /// None where a crossing has no position.
    ///
    /// - Parameter ends: of the edges up to each of these, those since the one before are not compared with one another.
    init?(_ edges: [BoundaryChain.Edge], _ ends: [Int], reach: Double) {
        let boxes = edges.map { $0.edge.box(grownBy: reach) }
        tree = BoxTree(boxes, ends)
        pairs.reserveCapacity(3 * edges.count)
        var (next, isStopped) = (0, false)
        boxes.withUnsafeBufferPointer { boxes in
            isStopped = tree.searchPairs { index in
                while next < ends.count, ends[next] <= index { next += 1 }
                return next < ends.count ? ends[next] : 0
            } box: {
                boxes[$0]
            } visit: { first, second in
                let (one, two) = (edges[first].edge, edges[second].edge)
                if one.isNear(two, boxes[first], boxes[second], reach) {
                    near.append(Pair(first: first, second: second))
                }
                return !note(Pair(first: first, second: second), one, two)
            }
        }
        if isStopped { return nil }
    }

    /// Notes where two edges meet; false where that has no position.
    @inline(__always)
    private mutating func note(_ pair: Pair, _ one: DirectedEdge, _ two: DirectedEdge) -> Bool {
        let meeting = Crossing.meeting(one, two)
        guard meeting != .none else { return true }
        pairs.append(pair)
        return meeting == .atEnd || noteCuts(of: pair, one, two, meeting)
    }

    private mutating func noteCuts(
        of pair: Pair, _ one: DirectedEdge, _ two: DirectedEdge, _ meeting: Crossing.Meeting
    ) -> Bool {
        switch meeting {
        case .none, .atEnd: return true
        case .touching:
            let known = cuts.count
            for end in [two.from, two.to] where one.holdsInside(end) {
                cuts.append(EdgeCut(edge: pair.first, position: end))
            }
            for end in [one.from, one.to] where two.holdsInside(end) {
                cuts.append(EdgeCut(edge: pair.second, position: end))
            }
            return cuts.count > known
        case .proper:
            guard let position = one.crossing(with: two) else { return false }
            cuts.append(EdgeCut(edge: pair.first, position: position))
            cuts.append(EdgeCut(edge: pair.second, position: position))
            return true
        }
    }
}

extension DirectedEdge {
    /// Whether a position lies on the edge, and is none of its ends.
    fileprivate func holdsInside(_ position: Position) -> Bool {
        position != from && position != to && boxHolds(position) && Crossing.exactSide(of: position, from, to) == 0
    }

    /// The box around the edge, grown on every side.
    @inline(__always) fileprivate func box(grownBy reach: Double) -> BoxTree<SIMD2<Double>>.Box {
        let box = box
        return (box.low - SIMD2(repeating: reach), box.high + SIMD2(repeating: reach))
    }

    /// Whether one of two edges comes nearer to an end of the other than the reach, by which their boxes are grown, and does not end
    /// there too.
    @inline(__always)
    fileprivate func isNear(
        _ other: DirectedEdge, _ box: BoxTree<SIMD2<Double>>.Box, _ otherBox: BoxTree<SIMD2<Double>>.Box,
        _ reach: Double
    ) -> Bool {
        isNear(other.from, box, reach) || isNear(other.to, box, reach) || other.isNear(from, otherBox, reach)
            || other.isNear(to, otherBox, reach)
    }

    @inline(__always)
    private func isNear(_ end: Position, _ box: BoxTree<SIMD2<Double>>.Box, _ reach: Double) -> Bool {
        let point = SIMD2(end.x, end.y)
        return boxesMeet(box.low, box.high, point, point) && end != from && end != to && distance(to: end) < reach
    }

    /// Where two edges cross that surely do.
    func crossing(with other: DirectedEdge) -> Position? {
        partCrossed(by: other).flatMap { point(at: $0) }
    }
}
