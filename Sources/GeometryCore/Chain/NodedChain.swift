/// A chain cut up where its edges meet, so that any two edges share an end of each or no point at all.
///
/// How edges lie is told without rounding. But the points where they cross are rounded to doubles, which moves the edges by some
/// 1e-16 of their coordinates; so the cut edges are looked through again, until none meet.
struct NodedChain {
    /// The edges, each with how often it stands in the chain.
    let edges: [BoundaryChain.Edge]
    /// The edges by their indices.
    let tree: BoxTree<SIMD2<Double>>
    /// Whether some pieces of edges cancelled one another: what lay there is in no edge any more.
    let hasCancelled: Bool

    /// Cuts a chain's edges up; none where rounding makes edges cross again and again.
    init?(_ chain: BoundaryChain) {
        var edges = chain.edges
        // Of the edges up to each of these, those since the one before need no comparing with one another.
        var ends = chain.ringEnds
        var hasCancelled = false
        // Rounding seldom makes edges cross that did not.
        for _ in 0..<8 {
            let boxes = edges.map(\.edge.box)
            let runs = zip([0] + ends, ends + [edges.count]).map { $0..<$1 }
            let tree = BoxTree(runs, itemsInLeaf: 8) { boxes[$0] }
            guard let cuts = Self.cuts(of: edges, boxes, ends, tree) else { return nil }
            if cuts.isEmpty {
                (self.edges, self.tree, self.hasCancelled) = (edges, tree, hasCancelled)
                return
            }
            let (whole, pieces, cancels) = Self.edges(edges, cutAt: cuts)
            (edges, ends, hasCancelled) = (whole + pieces, [whole.count], hasCancelled || cancels)
        }
        return nil
    }

    private struct Cut {
        let edge: Int
        let position: Position
    }

    /// Where edges cross, for both, and where one ends on another; none where a crossing has no position.
    private static func cuts(
        of edges: [BoundaryChain.Edge], _ boxes: [BoxTree<SIMD2<Double>>.Box], _ ends: [Int],
        _ tree: BoxTree<SIMD2<Double>>
    ) -> [Cut]? {
        var cuts: [Cut] = []
        func isUnclear(_ first: Int, _ second: Int) -> Bool {
            let (one, two) = (edges[first].edge, edges[second].edge)
            switch Crossing.meeting(one, two) {
            case .none, .atEnd: return false
            case .touching:
                let known = cuts.count
                for end in [two.from, two.to] where one.holdsInside(end) {
                    cuts.append(Cut(edge: first, position: end))
                }
                for end in [one.from, one.to] where two.holdsInside(end) {
                    cuts.append(Cut(edge: second, position: end))
                }
                return cuts.count == known
            case .proper:
                guard let position = one.crossing(with: two) else { return true }
                cuts.append(Cut(edge: first, position: position))
                cuts.append(Cut(edge: second, position: position))
                return false
            }
        }
        var next = 0
        let isStopped = boxes.withUnsafeBufferPointer { boxes in
            tree.searchPairs { index in
                while next < ends.count, ends[next] <= index { next += 1 }
                return next < ends.count ? ends[next] : 0
            } box: {
                boxes[$0]
            } visit: {
                isUnclear($0, $1)
            }
        }
        return isStopped ? nil : cuts
    }

    /// The edges cut up: those that stay whole, then the pieces; and whether some pieces cancel.
    private static func edges(
        _ edges: [BoundaryChain.Edge], cutAt cuts: [Cut]
    ) -> (whole: [BoundaryChain.Edge], pieces: [BoundaryChain.Edge], cancels: Bool) {
        let cuts = cuts.map { ($0.edge, edges[$0.edge].edge.nearestPart(to: $0.position), $0.position) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        var whole: [BoundaryChain.Edge] = []
        whole.reserveCapacity(edges.count)
        var pieces = EdgeLedger(capacity: 3 * cuts.count)
        var next = 0
        for (index, edge) in edges.enumerated() {
            guard next < cuts.count, cuts[next].0 == index else {
                whole.append(edge)
                continue
            }
            var start = edge.edge.from
            while next < cuts.count, cuts[next].0 == index {
                pieces.add(DirectedEdge(from: start, to: cuts[next].2), edge.count)
                start = cuts[next].2
                next += 1
            }
            pieces.add(DirectedEdge(from: start, to: edge.edge.to), edge.count)
        }
        // Pieces may come to lie on one another, or on whole edges, bit for bit.
        whole.removeAll { edge in
            let isPiece = pieces.knows(edge.edge)
            if isPiece { pieces.add(edge.edge, edge.count) }
            return isPiece
        }
        let left = pieces.remaining
        return (whole, left, left.count < pieces.edgeCount)
    }
}

extension DirectedEdge {
    /// Whether a position lies on the edge, and is none of its ends.
    fileprivate func holdsInside(_ position: Position) -> Bool {
        position != from && position != to && boxHolds(position) && Crossing.exactSide(of: position, from, to) == 0
    }

    /// Where two edges cross that surely do.
    func crossing(with other: DirectedEdge) -> Position? {
        partCrossed(by: other).flatMap { point(at: $0) }
    }
}
