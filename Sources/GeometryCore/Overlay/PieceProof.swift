/// Proves that a polygon of an overlay lies where its piece says, all of it.
///
/// Within a polygon that no edge of either set enters, it is everywhere the same which of the sets holds a point: then one
/// point inside speaks for the whole. Edges within a union are of a set that ends there, and need the other one to go on.
/// With that the areas are enough to show that nothing is missing, and no wrong overlay is taken for right: one point
/// alone overlooks a part that is swallowed while another is lost.
struct PieceProof {
    let first: WindingIndex
    let second: WindingIndex
    /// How far rounding moves a line, in units of the coordinates.
    let tolerance: Double

    /// Where a polygon of a piece is wrong; none where it is right.
    ///
    /// - Parameter point: a point inside the polygon.
    func flaw(of polygon: Polygon, point: Position, in piece: OverlayPiece) -> Position? {
        if !holds(point, in: piece) { return point }
        guard let bounds = Bounds(around: polygon.shell.positions) else { return nil }
        let index = WindingIndex(OrientedBoundary([polygon]))
        return flaw(inside: index, bounds, piece, edgesOf: first, other: second)
            ?? flaw(inside: index, bounds, piece, edgesOf: second, other: first)
    }

    /// Whether a point belongs to a piece, as far as it is not on a boundary.
    private func holds(_ point: Position, in piece: OverlayPiece) -> Bool {
        let (inFirst, inSecond) = (places(point, in: first), places(point, in: second))
        return inFirst.contains { one in inSecond.contains { piece.holds(inFirst: one, inSecond: $0) } }
    }

    /// Inside, outside, or, on a boundary, both.
    private func places(_ point: Position, in index: WindingIndex) -> [Bool] {
        guard let winding = index.winding(around: point), index.edges(within: tolerance, of: point).isEmpty else {
            return [true, false]
        }
        return [winding != 0]
    }

    private func flaw(
        inside polygon: WindingIndex, _ bounds: Bounds, _ piece: OverlayPiece, edgesOf own: WindingIndex,
        other: WindingIndex
    ) -> Position? {
        var flaw: Position?
        _ = own.holdsEdge(in: bounds) { edge in
            flaw = polygon.points(ofStretchesInside: edge, tolerance: tolerance).first { point in
                piece != .either || !goesOn(beyond: edge, at: point, other)
            }
            return flaw != nil
        }
        return flaw
    }

    /// Whether the union goes on beyond an edge of one set, at a point of it: the other set holds the point, or ends there
    /// on the other side.
    private func goesOn(beyond edge: DirectedEdge, at point: Position, _ other: WindingIndex) -> Bool {
        let near = other.edges(within: tolerance, of: point)
        guard near.isEmpty else {
            return near.contains {
                ($0.to.x - $0.from.x) * (edge.to.x - edge.from.x)
                    + ($0.to.y - $0.from.y) * (edge.to.y - edge.from.y) < 0
            }
        }
        return other.winding(around: point).map { $0 != 0 } ?? true
    }
}
