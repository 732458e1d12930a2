import CGEOS

/// Owns a prepared geometry: answers whether many other shapes meet one.
final class GEOSLocator {
    private let shape: GEOSShape
    private let prepared: OpaquePointer

    init(_ shape: GEOSShape) throws(GeometryError) {
        // null on exception; refers to the shape, which is kept
        guard let prepared = shape.context.geos.GEOSPrepare_r(shape.context.handle, shape.pointer) else {
            throw shape.context.failure(of: "index of a polygon")
        }
        self.shape = shape
        self.prepared = prepared
    }

    deinit { shape.context.geos.GEOSPreparedGeom_destroy_r(shape.context.handle, prepared) }

    /// Whether the shape and another share a point.
    func meets(_ other: GEOSShape) throws(GeometryError) -> Bool {
        let answer = shape.context.geos.GEOSPreparedIntersects_r(shape.context.handle, prepared, other.pointer)
        // returns 2 on exception
        guard answer != 2 else { throw shape.context.failure(of: "intersects") }
        return answer == 1
    }
}
