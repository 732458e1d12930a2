/// An edge with a direction.
struct DirectedEdge: Hashable, Sendable {
    let from: Position
    let to: Position

    private var start: SIMD2<Double> { SIMD2(from.x, from.y) }
    private var span: SIMD2<Double> { SIMD2(to.x, to.y) - start }

    /// The box around the edge.
    @inline(__always) var box: (low: SIMD2<Double>, high: SIMD2<Double>) {
        (
            SIMD2(from.x < to.x ? from.x : to.x, from.y < to.y ? from.y : to.y),
            SIMD2(from.x < to.x ? to.x : from.x, from.y < to.y ? to.y : from.y)
        )
    }

    /// The box around the edge of a line that begins at an index.
    @inline(__always)
    static func box(_ line: UnsafeBufferPointer<Position>, _ index: Int) -> (low: SIMD2<Double>, high: SIMD2<Double>) {
        DirectedEdge(from: line[index], to: line[index + 1]).box
    }

    /// Whether the box around the edge holds a point.
    func boxHolds(_ point: Position) -> Bool {
        min(from.x, to.x) <= point.x && point.x <= max(from.x, to.x) && min(from.y, to.y) <= point.y
            && point.y <= max(from.y, to.y)
    }

    /// The length in the plane.
    var length: Double { (span * span).sum().squareRoot() }

    /// The point at a part of the way, from 0 at the start to 1 at the end.
    func point(at part: Double) -> Position? {
        let point = start + part * span
        return try? Position(x: point.x, y: point.y)
    }

    /// The point at a distance to the left of a point of the edge.
    func point(beside point: Position, at distance: Double) -> Position? {
        guard length > 0 else { return nil }
        let part = distance / length
        return try? Position(x: point.x - part * span.y, y: point.y + part * span.x)
    }

    /// The part of the way at which the edge is nearest to a point in the plane.
    func nearestPart(to point: Position) -> Double {
        let squared = (span * span).sum()
        guard squared > 0 else { return 0 }
        return min(max(((SIMD2(point.x, point.y) - start) * span).sum() / squared, 0), 1)
    }

    /// The distance to a point in the plane.
    func distance(to point: Position) -> Double { distance(to: point, nearestAt: nearestPart(to: point)) }

    /// The distance to a point from the part of the way that is nearest to it.
    func distance(to point: Position, nearestAt part: Double) -> Double {
        let gap = SIMD2(point.x, point.y) - (start + part * span)
        return (gap * gap).sum().squareRoot()
    }

    /// The part of the way at which the line through another edge crosses this one's, where that lies on both edges, or
    /// a hair beyond; none for edges that run side by side.
    func partCrossed(by other: DirectedEdge) -> Double? {
        let (mine, its, gap) = (span, other.span, other.start - start)
        let determinant = mine.x * its.y - mine.y * its.x
        // Side by side where the sine of their angle is below 1e-14.
        guard determinant * determinant > 1e-28 * (mine * mine).sum() * (its * its).sum() else { return nil }
        let part = (gap.x * its.y - gap.y * its.x) / determinant
        let otherPart = (gap.x * mine.y - gap.y * mine.x) / determinant
        let reach = -1e-9...(1 + 1e-9)
        return reach.contains(part) && reach.contains(otherPart) ? min(max(part, 0), 1) : nil
    }
}
