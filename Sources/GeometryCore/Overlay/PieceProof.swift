/// Proves that a polygon of an overlay lies where its piece says, all of it.
///
/// Within a polygon that no edge of either set enters, it is everywhere the same which of the sets holds a point: then one
/// point inside speaks for the whole. Where an edge does enter, the piece must go on at both its sides.
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
        let index = PolygonIndex(polygon)
        return flaw(inside: index, bounds, piece, edgesOf: first) ?? flaw(inside: index, bounds, piece, edgesOf: second)
    }

    /// Whether a point belongs to a piece, as far as it is not on a boundary.
    private func holds(_ point: Position, in piece: OverlayPiece) -> Bool {
        let (inFirst, inSecond) = (places(point, in: first), places(point, in: second))
        return inFirst.contains { one in inSecond.contains { piece.holds(inFirst: one, inSecond: $0) } }
    }

    /// Inside, outside, or, on a boundary, both.
    private func places(_ point: Position, in index: WindingIndex) -> [Bool] {
        guard let winding = index.winding(around: point), !index.holdsEdge(within: tolerance, of: point) else {
            return [true, false]
        }
        return [winding != 0]
    }

    private func flaw(
        inside polygon: PolygonIndex, _ bounds: Bounds, _ piece: OverlayPiece, edgesOf set: WindingIndex
    ) -> Position? {
        var flaw: Position?
        _ = set.holdsEdge(in: bounds) { edge in
            // Nearly every edge that is near a piece is a side of it.
            !polygon.hasSide(edge)
                && polygon.holdsStretch(of: edge, deeperThan: tolerance) { point in
                    if goesOn(across: edge, at: point, piece) { return false }
                    flaw = point
                    return true
                }
        }
        return flaw
    }

    /// Whether the piece goes on at both sides of an edge of a set, at a point of it.
    ///
    /// It does where the edge ends one set and the other goes on, and where a gap or a spike is thinner than rounding.
    private func goesOn(across edge: DirectedEdge, at point: Position, _ piece: OverlayPiece) -> Bool {
        [-3 * tolerance, 3 * tolerance].allSatisfy { distance in
            edge.point(beside: point, at: distance).map { holds($0, in: piece) } ?? true
        }
    }
}
