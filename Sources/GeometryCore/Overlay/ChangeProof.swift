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
            let second = after.winding(around: face.point), isSet(first), isSet(second), second - first == face.label
        else { return false }
        let rounding = max(abs(face.point.x), abs(face.point.y), 1) * 0x1p-46
        return isClear(face.point, by: rounding) && isWhole(face.polygon, rounding: rounding)
            || face.polygon.isThinner(than: 2 * rounding)
    }

    /// Whether a point is away from all edges: beside one it speaks for what rounding has left there alone.
    private func isClear(_ point: Position, by distance: Double) -> Bool {
        before.edges(within: distance, of: point).isEmpty && after.edges(within: distance, of: point).isEmpty
    }

    /// Inside a set the boundary winds once, outside not at all; elsewhere polygons overlap, or wind the wrong way.
    private func isSet(_ winding: Int) -> Bool { winding == 0 || winding == 1 }

    /// Whether the winding numbers are the same all over a polygon: no edge of the earlier map lies inside it, or partly so.
    ///
    /// All over a face f is the same, so that where the one map's winding number changes the other's does, and both have
    /// an edge: one map is enough to ask. The edge may be one that the two share bit for bit, or one that the chain holds,
    /// and that other edges of the chain on the same line cancel: that bounds no face.
    private func isWhole(_ polygon: Polygon, rounding: Double) -> Bool {
        guard let bounds = Bounds(around: polygon.shell.positions) else { return true }
        let own = WindingIndex(OrientedBoundary([polygon]))
        // Edges are sought deeper than rounding, and so not in a neck that is hardly wider.
        return !isPinched(polygon, own, by: 16 * rounding)
            && !before.holdsEdge(in: bounds) { !own.points(ofStretchesInside: $0, tolerance: 2 * rounding).isEmpty }
    }

    /// Whether a polygon's sides come close to one another, other than at the corner that they share: where two lines are
    /// nearest, an end of one is.
    private func isPinched(_ polygon: Polygon, _ own: WindingIndex, by distance: Double) -> Bool {
        polygon.rings.contains { ring in
            ring.positions.contains { corner in
                own.edges(within: distance, of: corner).contains { $0.from != corner && $0.to != corner }
            }
        }
    }
}
