/// Proves of a chain's faces that f there is the change of two sets.
struct ChangeProof {
    private let before: WindingIndex
    private let after: WindingIndex

    init(before: WindingIndex, after: WindingIndex) {
        self.before = before
        self.after = after
    }

    /// Whether f is 1_B − 1_A all over a face.
    func holds(for face: ChainFace) -> Bool {
        guard abs(face.label) == 1, let first = before.winding(around: face.point),
            let second = after.winding(around: face.point)
        else { return false }
        return isSet(first) && isSet(second) && second - first == face.label && !holdsEdge(face.polygon)
    }

    /// Inside a set the boundary winds once, outside not at all; elsewhere polygons overlap, or wind the wrong way.
    private func isSet(_ winding: Int) -> Bool { winding == 0 || winding == 1 }

    /// Whether an edge of the earlier map lies inside a polygon, or partly so.
    ///
    /// All over a face f is the same, so that where the one map's winding number changes the other's does, and both have
    /// an edge: one map is enough to ask. The edge may be one that the two share bit for bit, or one that the chain holds,
    /// and that other edges of the chain on the same line cancel: that bounds no face.
    private func holdsEdge(_ polygon: Polygon) -> Bool {
        guard let bounds = Bounds(around: polygon.shell.positions) else { return false }
        let own = WindingIndex(OrientedBoundary([polygon]))
        let size = max(abs(bounds.minX), abs(bounds.maxX), abs(bounds.minY), abs(bounds.maxY), 1)
        return before.holdsEdge(in: bounds) {
            !own.points(ofStretchesInside: $0, tolerance: size * 0x1p-45).isEmpty
        }
    }
}
