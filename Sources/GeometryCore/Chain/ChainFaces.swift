import CGEOS

/// A face of the plane that a chain divides: f is the same all over it.
struct ChainFace {
    let polygon: Polygon
    /// f = w_B − w_A: how often the chain winds round the face.
    let label: Int
    /// A point inside.
    let point: Position
}

/// The faces of a chain in which f is not 0.
struct ChainFaces {
    let faces: [ChainFace]
    /// Whether they are known to share no side.
    let areApart: Bool
    /// The chain's edges that are known to be made of sides of faces, so that none lies inside one.
    let sides: EdgeLedger?
    /// Whether a face may be narrower somewhere than ``Rounding/neck``, and go on at both ends.
    let mayHaveNecks: Bool
}

extension Polygon {
    /// A point inside a valid polygon, farther from its sides than rounding: the middle of the widest stretch of a level line;
    /// none where the polygon is too thin, or a hole reaches out of the shell's box.
    var pointInside: Position? {
        // Where products of coordinates vanish below the least double a hole may be given to a shell that it does not lie in.
        guard let box = Bounds(around: shell.positions), holes.allSatisfy({ $0.positions.allSatisfy(box.holds) }) else {
            return nil
        }
        let rounding = Rounding(in: box)
        // Half way up will do unless a corner is near there, which would leave little room.
        let (middle, gap) = (box.minY + (box.maxY - box.minY) / 2, (box.maxY - box.minY) * 0x1p-10)
        if gap > rounding.neck, !rings.contains(where: { $0.hasCorner(atHeight: middle, within: gap) }),
            let point = pointInside(at: middle, rounding)
        {
            return point
        }
        // Lines lie between two heights, the two that are farthest apart first: corners beside one another leave no room.
        if let gap = wideGapInHeight(box),
            let point = pointInside(at: gap.low + (gap.high - gap.low) / 2, rounding)
        {
            return point
        }
        let heights = rings.flatMap(\.positions).map(\.y).sorted()
        for (low, high) in zip(heights, heights.dropFirst()) where high > low {
            if let point = pointInside(at: low + (high - low) / 2, rounding) { return point }
        }
        return nil
    }

    /// The middle of the widest stretch of a level line inside; none where that is no wider than rounding.
    private func pointInside(at height: Double, _ rounding: Rounding) -> Position? {
        let count = rings.reduce(0) { $0 + $1.positions.count }
        let widest = withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { memory in
            var crossings = 0
            func cross(_ ring: Ring) {
                ring.positions.withUnsafeBufferPointer { positions in
                    for index in 1..<positions.count {
                        let (from, to) = (positions[index - 1], positions[index])
                        guard (from.y <= height) != (to.y <= height) else { continue }
                        memory.initializeElement(
                            at: crossings, to: from.x + (height - from.y) / (to.y - from.y) * (to.x - from.x))
                        crossings += 1
                    }
                }
            }
            rings.forEach(cross)
            var sorted = memory[..<crossings]
            sorted.sort()
            var widest = (from: 0.0, to: 0.0)
            for index in stride(from: 0, to: crossings - 1, by: 2)
            where sorted[index + 1] - sorted[index] > widest.to - widest.from {
                widest = (sorted[index], sorted[index + 1])
            }
            return widest
        }
        guard widest.to - widest.from > 2 * rounding.sliver else { return nil }
        return try? Position(x: widest.from + (widest.to - widest.from) / 2, y: height)
    }
}

extension Polygon {
    /// Two neighbouring heights of corners that are far apart, without sorting the heights.
    ///
    /// The farthest apart where there are as many strips as corners: unless the heights are even a strip is empty then, and a gap
    /// as wide as that lies between the corners of different strips. Of more corners any gap between strips will do.
    fileprivate func wideGapInHeight(_ box: Bounds) -> (low: Double, high: Double)? {
        let count = min(rings.reduce(0) { $0 + $1.positions.count }, 4096)
        let strips = Double(count) / (box.maxY - box.minY)
        // A box may be level, or higher than any double.
        guard strips.isFinite, strips > 0 else { return nil }
        var ends = [(low: Double, high: Double)](repeating: (.infinity, -.infinity), count: count)
        for ring in rings {
            for position in ring.positions {
                let strip = min(Int((position.y - box.minY) * strips), count - 1)
                ends[strip] = (min(ends[strip].low, position.y), max(ends[strip].high, position.y))
            }
        }
        var (widest, former) = ((low: box.minY, high: box.minY), box.minY)
        for (low, high) in ends where low <= high {
            if low - former > widest.high - widest.low { widest = (former, low) }
            former = high
        }
        return widest.high > widest.low ? widest : nil
    }
}

extension Ring {
    fileprivate func hasCorner(atHeight height: Double, within distance: Double) -> Bool {
        positions.contains { ($0.y - height).magnitude < distance }
    }
}

extension GeometryEngine {
    /// The faces of a chain in which f is not 0.
    ///
    /// Where the arrangement fails GEOS nodes the whole chain and makes polygons of it; each gets the chain's winding number
    /// around a point inside it.
    func faces(of chain: BoundaryChain) throws(GeometryError) -> ChainFaces {
        if let noded = NodedChain(chain), let arrangement = ChainArrangement(noded) {
            let sides = noded.cancelled.map(chain.ledger.without)
            return ChainFaces(
                faces: arrangement.faces, areApart: true, sides: sides, mayHaveNecks: !noded.hasRoom)
        }
        return ChainFaces(faces: try facesByGEOS(of: chain), areApart: false, sides: nil, mayHaveNecks: true)
    }

    func facesByGEOS(of chain: BoundaryChain) throws(GeometryError) -> [ChainFace] {
        let polygons = try polygonized(noded(Self.lines(of: chain)))
        let points = try polygons.interiorPoints()
        let values = try polygons.polygons()
        guard points.count == values.count else {
            throw .unverified(operation: "change", reason: "a face has no point inside")
        }
        var faces: [ChainFace] = []
        let index = ChainIndex(chain.edges)
        for (polygon, point) in zip(values, points) {
            // Too thin to label is thinner than rounding; were it not, the faces would not add up to the chain.
            guard let label = index.winding(around: point) else { continue }
            // A face may end in a spike thinner than rounding. A point in it speaks for the spike alone.
            let rounding = Rounding(at: point)
            guard polygon.isThinner(than: rounding.depth) || !index.holdsEdge(within: rounding.shift, of: point) else {
                throw .unverified(
                    operation: "change", reason: "the point of a face lies in a spike, at \(point.x), \(point.y)")
            }
            if label != 0 { faces.append(ChainFace(polygon: polygon, label: label, point: point)) }
        }
        return faces
    }

    /// A chain's edges as lines, as long as they run on.
    private static func lines(of chain: BoundaryChain) -> [[Position]] {
        var lines: [[Position]] = []
        for edge in chain.edges.map(\.edge) {
            if lines.last?.last == edge.from {
                lines[lines.count - 1].append(edge.to)
            } else {
                lines.append([edge.from, edge.to])
            }
        }
        return lines
    }

    private func noded(_ lines: [[Position]]) throws(GeometryError) -> GEOSShape {
        let lines = try GEOSShape(lines: lines, in: context)
        // null on exception
        return try GEOSShape(
            owning: context.geos.GEOSNode_r(context.handle, lines.pointer), in: context, operation: "noding of a change"
        )
    }

    private func polygonized(_ lines: GEOSShape) throws(GeometryError) -> GEOSShape {
        var input: OpaquePointer? = lines.pointer
        // null on exception; the lines stay ours
        return try GEOSShape(
            owning: context.geos.GEOSPolygonize_r(context.handle, &input, 1), in: context,
            operation: "faces of a change")
    }
}

extension Polygon {
    /// Whether the polygon is nowhere wider than rounding, by its area and the length of its shell.
    func isThinner(than width: Double) -> Bool {
        let area = shell.doubledPlaneArea.magnitude
        // No side is longer than two sides of the box.
        if let box = Bounds(around: shell.positions) {
            let longest = box.maxX - box.minX + box.maxY - box.minY
            if area > width * longest * Double(shell.positions.count) { return false }
        }
        return area <= width * shell.planeLength
    }
}

extension GEOSShape {
    /// Copies lines into a GEOS multi-line.
    convenience init(lines: [[Position]], in context: GEOSContext) throws(GeometryError) {
        var members: [OpaquePointer?] = []
        for line in lines {
            let sequence = line.withUnsafeBytes { bytes in
                // A position is two doubles and nothing else.
                context.geos.GEOSCoordSeq_copyFromBuffer_r(
                    context.handle, bytes.assumingMemoryBound(to: Double.self).baseAddress, UInt32(line.count), 0, 0)
            }
            // the line takes over the sequence; both null on exception
            guard let sequence,
                let line = context.geos.GEOSGeom_createLineString_r(context.handle, sequence)
            else {
                members.forEach { context.geos.GEOSGeom_destroy_r(context.handle, $0) }
                throw context.failure(of: "line")
            }
            members.append(line)
        }
        let collection = members.withUnsafeMutableBufferPointer { buffer in
            // takes over the members
            context.geos.GEOSGeom_createCollection_r(
                context.handle, Int32(GEOS_MULTILINESTRING.rawValue), buffer.baseAddress, UInt32(buffer.count))
        }
        try self.init(owning: collection, in: context, operation: "lines")
    }
}
