/// Proves of a chain's faces that f there is the change of two sets.
struct ChangeProof {
    private let before: WindingIndex
    private let after: WindingIndex
    private let changed: NumberedKeys<DirectedEdge>

    init(chain: BoundaryChain, before: WindingIndex, after: WindingIndex) {
        self.before = before
        self.after = after
        var changed = NumberedKeys<DirectedEdge>(capacity: chain.edges.count)
        for edge in chain.edges { _ = changed.insert(edge.edge.undirected) }
        self.changed = changed
    }

    /// Whether f is 1_B − 1_A all over a face.
    func holds(for face: ChainFace) -> Bool {
        guard abs(face.label) == 1, let first = before.winding(around: face.point),
            let second = after.winding(around: face.point)
        else { return false }
        return isSet(first) && isSet(second) && second - first == face.label && !holdsUnchangedEdge(face.polygon)
    }

    /// Inside a set the boundary winds once, outside not at all; elsewhere polygons overlap, or wind the wrong way.
    private func isSet(_ winding: Int) -> Bool { winding == 0 || winding == 1 }

    /// Whether an edge of the earlier map that the later one has too lies inside a polygon, or partly so.
    ///
    /// Edges that the two maps share are the same in both, so that one map is enough to ask.
    private func holdsUnchangedEdge(_ polygon: Polygon) -> Bool {
        guard let bounds = Bounds(around: polygon.shell.positions) else { return false }
        let face = WindingIndex(OrientedBoundary([polygon]))
        return before.holdsEdge(in: bounds) { edge in
            guard changed.number(of: edge.undirected) == nil else { return false }
            guard let box = Bounds(around: [edge.from, edge.to]) else { return true }
            if face.holdsEdge(in: box, where: { Crossing.isProper(edge, $0) }) { return true }
            // On a side, or too near one to tell, is not inside.
            return edge.point(at: 0.5).map { face.winding(around: $0) ?? 0 } != 0
        }
    }
}
