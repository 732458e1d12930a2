/// What of a set's boundary runs inside a cover, apart from the cover's own border and from gaps of the drawing.
public struct InnerBoundary: Hashable, Sendable {
    /// The lines, the set on their left.
    public let lines: [Line]

    /// Takes out of a geographic set's boundary what runs in a cover.
    ///
    /// Left out is what lies outside the cover; what comes as near to its border as `borderTolerance`, since two drawings of one
    /// border never coincide; and what faces, across as little as `gap`, another stretch of the set's own boundary: parts that were
    /// meant to adjoin. A line that meets the border at a right angle so ends the tolerance short of it. Where a line nears the
    /// border is found in closed form, in a plane that is true to scale at the middle of each edge.
    ///
    /// - Parameters:
    ///   - borderTolerance: at least a millimetre is used.
    ///   - gap: likewise.
    public init(of set: ValidMultiPolygon, in cover: CoveredLand, borderTolerance: Distance, gap: Distance) {
        let own = WindingIndex(OrientedBoundary(set.polygons))
        let (border, gap) = (max(borderTolerance.metres, 1e-3), max(gap.metres, 1e-3))
        var lines: [Line] = []
        for ring in own.rings {
            var builder = LineBuilder()
            for index in ring.isReversed ? ring.edges.reversed() : Array(ring.edges) {
                let edge = ring.edge(index)
                guard edge.from != edge.to else { continue }
                let scale = LocalScale(at: edge)
                let out =
                    scale.parts(of: edge, within: border, of: cover.index)
                    + scale.parts(of: edge, within: gap, of: own, facing: true)
                builder.add(Self.complement(of: out), of: edge)
            }
            lines += builder.finish(isClosed: true)
        }
        // What is left touches no border, so that one point speaks for the whole line.
        self.lines = lines.filter { (cover.index.winding(around: $0.positions[0]) ?? 0) != 0 }
    }

    private init(lines: [Line]) { self.lines = lines }

    /// The part of the lines that runs in a set; along its border, where the land on their left lies in it.
    public func inside(_ set: ValidMultiPolygon) -> InnerBoundary {
        let index = WindingIndex(OrientedBoundary(set.polygons))
        var inside: [Line] = []
        for line in lines {
            var builder = LineBuilder()
            for edge in line.edges { builder.add(Self.stretches(of: edge, in: index), of: edge) }
            inside += builder.finish(isClosed: line.isClosed)
        }
        return InnerBoundary(lines: inside)
    }

    /// What stays of an edge without some parts of it.
    private static func complement(of parts: [ClosedRange<Double>]) -> [ClosedRange<Double>] {
        var (kept, start): ([ClosedRange<Double>], Double) = ([], 0)
        for part in parts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if part.lowerBound > start { kept.append(start...part.lowerBound) }
            start = max(start, part.upperBound)
        }
        if start < 1 { kept.append(start...1) }
        return kept
    }

    /// The stretches of an edge that have a set on their left.
    private static func stretches(of edge: DirectedEdge, in index: WindingIndex) -> [ClosedRange<Double>] {
        var cuts: [Double] = [0, 1]
        let rounding = 1e-12
        _ = index.holdsEdge(in: Bounds(around: edge, reach: rounding)) { side in
            if let part = edge.partCrossed(by: side) { cuts.append(part) }
            for end in [side.from, side.to] {
                let part = edge.nearestPart(to: end)
                if edge.distance(to: end, nearestAt: part) <= rounding { cuts.append(part) }
            }
            return false
        }
        cuts.sort()
        var kept: [ClosedRange<Double>] = []
        for (start, end) in zip(cuts, cuts.dropFirst()) where end > start {
            guard let middle = edge.point(at: (start + end) / 2), let beside = edge.point(beside: middle, at: 1e-9),
                (index.winding(around: beside) ?? 0) != 0
            else { continue }
            if let last = kept.last, last.upperBound == start {
                kept[kept.count - 1] = last.lowerBound...end
            } else {
                kept.append(start...end)
            }
        }
        return kept
    }
}
