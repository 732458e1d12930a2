import CGEOS

/// A face of the plane that a chain divides: f is the same all over it.
struct ChainFace {
    let polygon: Polygon
    /// f = w_B − w_A: how often the chain winds round the face.
    let label: Int
    /// A point inside.
    let point: Position
}

extension Polygon {
    /// A point inside a valid polygon: the middle of the widest stretch of a level line; none where it is too thin.
    var pointInside: Position? {
        var heights = shell.positions.map(\.y)
        heights.sort()
        // Between two heights, so that the line runs through no corner of the shell.
        let middle = heights.count / 2
        guard let above = heights[middle...].first(where: { $0 > heights[0] }),
            let below = heights.last(where: { $0 < above })
        else { return nil }
        let height = below + (above - below) / 2
        var crossings: [Double] = []
        for ring in rings {
            for (from, to) in zip(ring.positions, ring.positions.dropFirst())
            where (from.y <= height) != (to.y <= height) {
                let part = (height - from.y) / (to.y - from.y)
                crossings.append(from.x + part * (to.x - from.x))
            }
        }
        crossings.sort()
        var widest: (from: Double, to: Double)?
        for index in stride(from: 0, to: crossings.count - 1, by: 2) {
            let (from, to) = (crossings[index], crossings[index + 1])
            if to - from > widest.map({ $0.to - $0.from }) ?? 0 { widest = (from, to) }
        }
        return widest.flatMap { try? Position(x: $0.from + ($0.to - $0.from) / 2, y: height) }
    }
}

extension GeometryEngine {
    /// The faces of a chain in which f is not 0, and whether they are known to share no side.
    ///
    /// Where the arrangement fails GEOS nodes the whole chain and makes polygons of it; each gets the chain's winding number
    /// around a point inside it.
    func faces(of chain: BoundaryChain) throws(GeometryError) -> (faces: [ChainFace], areApart: Bool) {
        if let noded = NodedChain(chain), let arrangement = ChainArrangement(noded) {
            return (arrangement.faces, true)
        }
        return (try facesByGEOS(of: chain), false)
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
            owning: GEOSNode_r(context.handle, lines.pointer), in: context, operation: "noding of a change")
    }

    private func polygonized(_ lines: GEOSShape) throws(GeometryError) -> GEOSShape {
        var input: OpaquePointer? = lines.pointer
        // null on exception; the lines stay ours
        return try GEOSShape(
            owning: GEOSPolygonize_r(context.handle, &input, 1), in: context, operation: "faces of a change")
    }
}

extension GEOSShape {
    /// Copies lines into a GEOS multi-line.
    convenience init(lines: [[Position]], in context: GEOSContext) throws(GeometryError) {
        var members: [OpaquePointer?] = []
        for line in lines {
            let sequence = line.withUnsafeBytes { bytes in
                // A position is two doubles and nothing else.
                GEOSCoordSeq_copyFromBuffer_r(
                    context.handle, bytes.assumingMemoryBound(to: Double.self).baseAddress, UInt32(line.count), 0, 0)
            }
            // the line takes over the sequence; both null on exception
            guard let sequence,
                let line = GEOSGeom_createLineString_r(context.handle, sequence)
            else {
                members.forEach { GEOSGeom_destroy_r(context.handle, $0) }
                throw context.failure(of: "line")
            }
            members.append(line)
        }
        let collection = members.withUnsafeMutableBufferPointer { buffer in
            // takes over the members
            GEOSGeom_createCollection_r(
                context.handle, Int32(GEOS_MULTILINESTRING.rawValue), buffer.baseAddress, UInt32(buffer.count))
        }
        try self.init(owning: collection, in: context, operation: "lines")
    }
}
