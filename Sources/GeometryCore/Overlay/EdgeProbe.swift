extension WindingIndex {
    /// A point of each stretch of an edge of another boundary that lies inside this one, deeper than the tolerance.
    func points(ofStretchesInside edge: DirectedEdge, tolerance: Double) -> [Position] {
        let length = edge.length
        guard length > 0, let box = Bounds(around: [edge.from, edge.to])?.grown(by: tolerance) else { return [] }
        var parts = [0.0, 1]
        let isSide = holdsEdge(in: box) { side in
            // Nearly every edge that is near a piece is a side of it.
            if side == edge || side.from == edge.to && side.to == edge.from { return true }
            if let part = edge.partCrossed(by: side) { parts.append(part) }
            // Sides that run along the edge begin and end there without crossing it.
            for end in [side.from, side.to] where edge.distance(to: end) <= 2 * tolerance {
                parts.append(edge.nearestPart(to: end))
            }
            return false
        }
        if isSide { return [] }
        parts.sort()
        return zip(parts, parts.dropFirst()).compactMap { from, to in
            guard (to - from) * length > 4 * tolerance, let point = edge.point(at: from + Self.share * (to - from)),
                let winding = winding(around: point), winding != 0,
                edges(within: 2 * tolerance, of: point).isEmpty
            else { return nil }
            return point
        }
    }

    /// Where on a stretch its point is: not in the middle, where corners of drawn lines like to be.
    private static let share = 0.4371
}
