#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Metres to a degree at the middle of an edge: a plane in which straight edges stay straight and short distances are true.
///
/// A few kilometres away distances are off by some thousandths at the most: enough to say what is near.
struct LocalScale {
    private let metres: SIMD2<Double>

    /// The radii of curvature along the parallel and the meridian (Torge and Müller 2012, eq. 4.16 and 4.18).
    init(at edge: DirectedEdge) {
        let latitude = (edge.from.y + edge.to.y) / 2 * .pi / 180
        let ellipsoid = Ellipsoid.wgs84
        let squared = ellipsoid.eccentricitySquared
        let root = (1 - squared * sin(latitude) * sin(latitude)).squareRoot()
        let normal = ellipsoid.equatorialRadius.metres / root
        // A degree of longitude at a pole has no length to divide by.
        metres = SIMD2(max(normal * cos(latitude), 1), normal * (1 - squared) / (root * root)) * (.pi / 180)
    }

    private func place(_ position: Position) -> SIMD2<Double> { SIMD2(position.x, position.y) * metres }

    /// The parts of an edge that come within so many metres of a boundary; of those that face it, with what the boundary does not
    /// bound between them, where that is asked for.
    func parts(
        of edge: DirectedEdge, within reach: Double, of boundary: WindingIndex, facing: Bool = false
    ) -> [ClosedRange<Double>] {
        var parts: [ClosedRange<Double>] = []
        _ = boundary.holdsEdge(in: Bounds(around: edge, reach: reach / metres.min())) { other in
            guard let part = part(of: edge, within: reach, of: other), !facing || faces(edge, part, other) else {
                return false
            }
            parts.append(part)
            // Nothing of the edge is left to look for.
            return part == 0...1
        }
        return parts
    }

    /// The part of an edge within so many metres of another: one stretch, since what is near a straight line is convex.
    private func part(of edge: DirectedEdge, within reach: Double, of other: DirectedEdge) -> ClosedRange<Double>? {
        let (start, end) = (place(edge.from), place(edge.to))
        let (one, two) = (place(other.from), place(other.to))
        let (step, side) = (end - start, two - one)
        let length = (side * side).sum().squareRoot()
        var found = [
            Self.part(from: start - one, step, reach), Self.part(from: start - two, step, reach),
        ].compactMap(\.self)
        if length > 0 {
            let along = side / length
            let across = SIMD2(-along.y, along.x)
            let (gap, advance) = (((start - one) * across).sum(), (step * across).sum())
            let (at, pace) = (((start - one) * along).sum(), (step * along).sum())
            if let near = Self.part(from: gap, by: advance, in: -reach...reach),
                let beside = Self.part(from: at, by: pace, in: 0...length),
                near.overlaps(beside)
            {
                found.append(near.clamped(to: beside))
            }
        }
        guard let low = found.map(\.lowerBound).min(), let high = found.map(\.upperBound).max() else { return nil }
        return low...high
    }

    /// Where a point that moves straight is within reach of the origin.
    private static func part(from start: SIMD2<Double>, _ step: SIMD2<Double>, _ reach: Double) -> ClosedRange<Double>?
    {
        let (a, b, c) = ((step * step).sum(), (start * step).sum(), (start * start).sum() - reach * reach)
        let discriminant = b * b - a * c
        guard a > 0, discriminant >= 0 else { return nil }
        let root = discriminant.squareRoot()
        return clipped((-b - root) / a, (-b + root) / a)
    }

    /// Where a number that changes steadily lies in a range.
    private static func part(
        from start: Double, by step: Double, in range: ClosedRange<Double>
    ) -> ClosedRange<Double>? {
        guard step != 0 else { return range.contains(start) ? 0...1 : nil }
        let (one, two) = ((range.lowerBound - start) / step, (range.upperBound - start) / step)
        return clipped(min(one, two), max(one, two))
    }

    private static func clipped(_ low: Double, _ high: Double) -> ClosedRange<Double>? {
        let (low, high) = (max(low, 0), min(high, 1))
        return low <= high ? low...high : nil
    }

    /// Whether two edges of one set's boundary run against one another where they are near, with no land of the set between.
    private func faces(_ edge: DirectedEdge, _ part: ClosedRange<Double>, _ other: DirectedEdge) -> Bool {
        let (start, step) = (place(edge.from), place(edge.to) - place(edge.from))
        let (from, side) = (place(other.from), place(other.to) - place(other.from))
        guard (step * side).sum() < 0 else { return false }
        let here = start + (part.lowerBound + part.upperBound) / 2 * step
        let nearest = min(max(((here - from) * side).sum() / (side * side).sum(), 0), 1)
        let gap = from + nearest * side - here
        // The set lies on the left of its boundary.
        return step.x * gap.y - step.y * gap.x < 0
    }
}
