import GeometryCore

/// How often polygons wind round a point, by this target's own reckoning, which shares no code with what it tests.
///
/// Shells count counter-clockwise and holes clockwise, whatever their order.
struct Membership {
    private struct Edge {
        let from: SIMD2<Double>
        let to: SIMD2<Double>
        let direction: Int
    }

    private let edges: [Edge]

    init(_ polygons: [Polygon]) {
        edges = polygons.flatMap { polygon in
            polygon.rings.enumerated().flatMap { index, ring in
                let points = ring.positions.map { SIMD2($0.x, $0.y) }
                let isClockwise =
                    zip(points, points.dropFirst()).reduce(0) { $0 + cross($1.0 - points[0], $1.1 - points[0]) } < 0
                let direction = isClockwise == (index == 0) ? -1 : 1
                return zip(points, points.dropFirst()).map { Edge(from: $0, to: $1, direction: direction) }
            }
        }
    }

    /// The winding number; none where an edge is nearer than `distance`.
    func winding(around point: SIMD2<Double>, clearOf distance: Double) -> Int? {
        var winding = 0
        for edge in edges {
            let (along, away) = (edge.to - edge.from, point - edge.from)
            let squared = dot(along, along)
            let part = squared > 0 ? min(max(dot(away, along) / squared, 0), 1) : 0
            let gap = away - along * part
            guard dot(gap, gap) > distance * distance else { return nil }
            if (edge.from.y <= point.y) != (edge.to.y <= point.y) {
                let left = cross(along, away)
                if edge.from.y <= point.y, left > 0 { winding += edge.direction }
                if edge.from.y > point.y, left < 0 { winding -= edge.direction }
            }
        }
        return winding
    }

    /// The sum of the edges' lengths.
    var length: Double { edges.reduce(0) { $0 + dot($1.to - $1.from, $1.to - $1.from).squareRoot() } }
}

private func cross(_ left: SIMD2<Double>, _ right: SIMD2<Double>) -> Double { left.x * right.y - left.y * right.x }

private func dot(_ left: SIMD2<Double>, _ right: SIMD2<Double>) -> Double { left.x * right.x + left.y * right.y }
