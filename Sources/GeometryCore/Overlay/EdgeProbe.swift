extension PolygonIndex {
    /// Whether an edge is a side of the polygon, whichever way it runs: no stretch of it then lies inside.
    func hasSide(_ edge: DirectedEdge) -> Bool {
        holdsSide(in: Bounds(around: edge, reach: 0)) { side in
            side == edge || side.from == edge.to && side.to == edge.from
        }
    }

    /// Whether some stretch of an edge of a boundary lies inside the polygon, deeper than the tolerance, by a point of it that is
    /// one of those sought.
    func holdsStretch(
        of edge: DirectedEdge, deeperThan tolerance: Double, where isSought: (Position) -> Bool = { _ in true }
    ) -> Bool {
        // Where the stretches part: most edges are crossed nowhere.
        var parts: [Double] = []
        let box = Bounds(around: edge, reach: 2 * tolerance)
        _ = holdsSide(in: Bounds(around: edge, reach: tolerance)) { side in
            // A side that ends where the edge does crosses it nowhere else.
            if !edge.sharesEnd(with: side), let part = edge.partCrossed(by: side), part > 0, part < 1 {
                parts.append(part)
            }
            // Sides that run along the edge begin and end there without crossing it.
            if let part = edge.part(at: side.from, box, within: 2 * tolerance) { parts.append(part) }
            if let part = edge.part(at: side.to, box, within: 2 * tolerance) { parts.append(part) }
            return false
        }
        let length = edge.length
        guard length > 0 else { return false }
        if parts.count > 1 { parts.sort() }
        var start = 0.0
        for index in 0...parts.count {
            let end = index < parts.count ? parts[index] : 1
            let point = edge.point(at: start + Self.share * (end - start))
            let isLong = (end - start) * length > 4 * tolerance
            start = end
            guard isLong, let point, holds(point) == true,
                !holdsSide(within: 2 * tolerance, of: point)
            else { continue }
            if isSought(point) { return true }
        }
        return false
    }

    /// Where on a stretch its point is: not in the middle, where corners of drawn lines like to be.
    static var share: Double { 0.4371 }
}

extension DirectedEdge {
    @inline(__always)
    fileprivate func sharesEnd(with other: DirectedEdge) -> Bool {
        from == other.from || from == other.to || to == other.from || to == other.to
    }

    /// The part of the way at which a position lies that is within a distance and none of the ends.
    ///
    /// - Parameter box: the box around the edge, grown by the distance.
    @inline(__always)
    fileprivate func part(at position: Position, _ box: Bounds, within distance: Double) -> Double? {
        guard position != from, position != to, box.holds(position) else { return nil }
        let part = nearestPart(to: position)
        return self.distance(to: position, nearestAt: part) <= distance ? part : nil
    }
}
