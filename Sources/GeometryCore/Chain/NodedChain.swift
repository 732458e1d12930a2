/// A chain cut up where its edges meet, so that any two edges share an end of each or no point at all.
///
/// How edges lie is told without rounding. But the points where they cross are rounded to doubles, which moves the edges by some
/// 1e-16 of their coordinates. What is farther apart than that stays so; pieces of edges that come nearer are compared again, and
/// all of them, until none meet, where that is not enough.
struct NodedChain {
    /// The edges, each with how often it stands in the chain.
    let edges: [BoundaryChain.Edge]
    /// The edges by their indices.
    let tree: BoxTree<SIMD2<Double>>
    /// The chain's edges of which pieces cancelled one another: what lay there is in no edge any more. None where it is not known
    /// of which.
    let cancelled: [DirectedEdge]?
    /// Whether no edge comes nearer to an end of another than ``Rounding/neck``, unless it ends there too.
    let hasRoom: Bool

    /// Cuts a chain's edges up; none where rounding makes edges cross again and again.
    init?(_ chain: BoundaryChain) {
        var edges = chain.edges
        // Of the edges up to each of these, those since the one before need no comparing with one another.
        var ends = chain.ringEnds
        var cancelled: [DirectedEdge]? = []
        var hasRoom = true
        let reach = chain.rounding.neck
        // Rounding seldom makes edges cross that did not.
        for round in 0..<8 {
            guard let meetings = EdgeMeetings(edges, ends, reach: 2 * reach) else { return nil }
            hasRoom = hasRoom && meetings.near.isEmpty
            if meetings.cuts.isEmpty {
                (self.edges, tree, self.cancelled, self.hasRoom) = (edges, meetings.tree, cancelled, hasRoom)
                return
            }
            let cut = CutEdges(edges, at: meetings.cuts)
            // Later edges are pieces of the chain's.
            cancelled = round == 0 || cut.cancelled.isEmpty ? cancelled.map { $0 + cut.cancelled } : nil
            // Where all have been compared with all, only what was near needs comparing again.
            let hasComparedAll = ends.isEmpty
            (edges, ends) = (cut.whole + cut.pieces, [cut.whole.count])
            if hasComparedAll, let near = cut.near(meetings, within: reach), cut.meetInEndsAlone(near) {
                tree = BoxTree(edges.map(\.edge.box), ends)
                (self.edges, self.cancelled, self.hasRoom) = (edges, cancelled, hasRoom && near.isEmpty)
                return
            }
        }
        return nil
    }
}

extension BoxTree<SIMD2<Double>> {
    /// A tree of edges' boxes.
    ///
    /// - Parameter ends: up to which index each run of edges goes that lie beside one another.
    init(_ boxes: [Box], _ ends: [Int]) {
        let runs = zip([0] + ends, ends + [boxes.count]).map { $0..<$1 }
        self.init(runs, itemsInLeaf: 8) { boxes[$0] }
    }
}
