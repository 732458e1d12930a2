import CGEOS

/// Owns a prepared geometry: answers where many points lie in one shape.
final class GEOSLocator {
    private let shape: GEOSShape
    private let prepared: OpaquePointer

    init(_ shape: GEOSShape) throws(GeometryError) {
        // null on exception; refers to the shape, which is kept
        guard let prepared = GEOSPrepare_r(shape.context.handle, shape.pointer) else {
            throw shape.context.failure(of: "index of a polygon")
        }
        self.shape = shape
        self.prepared = prepared
    }

    deinit { GEOSPreparedGeom_destroy_r(shape.context.handle, prepared) }

    /// Whether a point lies inside the shape, or outside it, as expected; on the boundary, up to a tolerance, both
    /// are true.
    func agrees(_ position: Position, inside expected: Bool, tolerance: Double) throws(GeometryError) -> Bool {
        let context = shape.context
        let point = try GEOSShape(
            owning: GEOSGeom_createPointFromXY_r(context.handle, position.x, position.y), in: context,
            operation: "point")
        // both return 2 on exception
        let answer =
            expected
            ? GEOSPreparedIntersects_r(context.handle, prepared, point.pointer)
            : GEOSPreparedContainsProperly_r(context.handle, prepared, point.pointer)
        guard answer != 2 else { throw context.failure(of: "point in polygon") }
        if (answer == 1) == expected { return true }
        // Slow, and rare: a sliver's interior point may lie on the line that rounding moved.
        let boundary = try GEOSShape(
            owning: GEOSBoundary_r(context.handle, shape.pointer), in: context, operation: "boundary")
        var distance = Double.infinity
        // returns 0 on exception
        guard GEOSDistance_r(context.handle, boundary.pointer, point.pointer, &distance) == 1 else {
            throw context.failure(of: "distance")
        }
        return distance <= tolerance
    }

    /// Whether the shape and another share a point.
    func meets(_ other: GEOSShape) throws(GeometryError) -> Bool {
        let answer = GEOSPreparedIntersects_r(shape.context.handle, prepared, other.pointer)
        // returns 2 on exception
        guard answer != 2 else { throw shape.context.failure(of: "intersects") }
        return answer == 1
    }
}
