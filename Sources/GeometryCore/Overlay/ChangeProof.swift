/// Proves of a chain's faces that f there is the change of two sets.
struct ChangeProof {
    private let before: WindingIndex
    private let after: WindingIndex
    private let changed: Set<DirectedEdge>

    init(chain: BoundaryChain, before: WindingIndex, after: WindingIndex) {
        self.before = before
        self.after = after
        changed = Set(chain.edges.map { Self.undirected($0.edge) })
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
        let outline = OrientedBoundary([polygon])
        let sides = outline.rings.flatMap { ring in ring.edges.map { outline.edge($0, of: ring) } }
        return before.holdsEdge(in: bounds) { edge in
            guard !changed.contains(Self.undirected(edge)) else { return false }
            if sides.contains(where: { Crossing.isProper(edge, $0) }) { return true }
            let middle = ((edge.from.x + edge.to.x) / 2, (edge.from.y + edge.to.y) / 2)
            guard let point = try? Position(x: middle.0, y: middle.1) else { return true }
            return Self.isInside(point, sides)
        }
    }

    /// Whether a point lies inside the sides; on one of them, or too near to tell, it does not.
    private static func isInside(_ point: Position, _ sides: [DirectedEdge]) -> Bool {
        var winding = 0
        for side in sides {
            guard let crossing = Crossing.ofRay(from: point, side.from, side.to) else { return false }
            winding += crossing
        }
        return winding != 0
    }

    private static func undirected(_ edge: DirectedEdge) -> DirectedEdge {
        (edge.from.x, edge.from.y) < (edge.to.x, edge.to.y) ? edge : DirectedEdge(from: edge.to, to: edge.from)
    }
}
