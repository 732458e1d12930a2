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
        if face.polygon.isThinner(than: 2 * rounding) { return true }
        let own = WindingIndex(OrientedBoundary([face.polygon]))
        return isClear(face.point, by: rounding) && !holdsEdge(face.polygon, own, deeperThan: 2 * rounding)
            && !hasNeck(face.polygon, own, narrowerThan: 16 * rounding)
    }

    /// Whether a polygon narrows somewhere to less than a width.
    ///
    /// An edge that lies less deep inside than rounding is not told from a side. Along one side it parts off what is thinner than
    /// rounding; at a neck it may part one half of the polygon from the other.
    private func hasNeck(_ polygon: Polygon, _ own: WindingIndex, narrowerThan width: Double) -> Bool {
        polygon.rings.contains { ring in
            ring.positions.contains { corner in
                own.holdsEdge(in: Bounds(around: corner, reach: width)) { side in
                    side.from != corner && side.to != corner && side.distance(to: corner) < width
                }
            }
        }
    }

    /// Whether a point is away from all edges: beside one it speaks for what rounding has left there alone.
    private func isClear(_ point: Position, by distance: Double) -> Bool {
        before.edges(within: distance, of: point).isEmpty && after.edges(within: distance, of: point).isEmpty
    }

    /// Inside a set the boundary winds once, outside not at all; elsewhere polygons overlap, or wind the wrong way.
    private func isSet(_ winding: Int) -> Bool { winding == 0 || winding == 1 }

    /// Whether an edge of the earlier map lies inside a polygon, or partly so.
    ///
    /// All over a face f is the same, so that where the one map's winding number changes the other's does, and both have
    /// an edge: one map is enough to ask. The edge may be one that the two share bit for bit, or one that the chain holds,
    /// and that other edges of the chain on the same line cancel: that bounds no face.
    private func holdsEdge(_ polygon: Polygon, _ own: WindingIndex, deeperThan tolerance: Double) -> Bool {
        guard let bounds = Bounds(around: polygon.shell.positions) else { return false }
        return before.holdsEdge(in: bounds) { !own.points(ofStretchesInside: $0, tolerance: tolerance).isEmpty }
    }
}
