import CGEOS

/// A face of the plane that a chain divides: f is the same all over it.
struct ChainFace {
    let polygon: Polygon
    /// f = w_B − w_A: how often the chain winds round the face.
    let label: Int
    /// A point inside.
    let point: Position
}

extension GeometryEngine {
    /// The faces of a chain in which f is not 0.
    ///
    /// A closed line that touches nothing bounds one. The other edges, which cross and touch, GEOS nodes and makes polygons
    /// of; each gets the chain's winding number around a point inside it.
    func faces(of chain: BoundaryChain) throws(GeometryError) -> [ChainFace] {
        let loops = ChainLoops(chain)
        guard !loops.tangled.isEmpty else { return loops.faces }
        let polygons = try polygonized(noded(loops.tangledLines))
        let points = try polygons.interiorPoints()
        let values = try polygons.polygons()
        guard points.count == values.count else {
            throw .unverified(operation: "change", reason: "a face has no point inside")
        }
        var faces = loops.faces
        let index = ChainIndex(loops.tangled)
        for (polygon, point) in zip(values, points) {
            // The lines with a face of their own hold none of these: what holds another line is among the tangled.
            guard let label = index.winding(around: point) else {
                throw .unverified(
                    operation: "change", reason: "a face is too thin to label, at \(point.x), \(point.y)")
            }
            // A face may end in a spike thinner than rounding. A point in it speaks for the spike alone.
            let rounding = max(abs(point.x), abs(point.y), 1) * 0x1p-46
            guard polygon.isThinner(than: 2 * rounding) || !index.holdsEdge(within: rounding, of: point) else {
                throw .unverified(
                    operation: "change", reason: "the point of a face lies in a spike, at \(point.x), \(point.y)")
            }
            if label != 0 { faces.append(ChainFace(polygon: polygon, label: label, point: point)) }
        }
        return faces
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

extension Polygon {
    /// Whether the polygon is nowhere wider than rounding, by its area and the length of its shell.
    func isThinner(than width: Double) -> Bool {
        shell.doubledPlaneArea.magnitude <= width * shell.planeLength
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
