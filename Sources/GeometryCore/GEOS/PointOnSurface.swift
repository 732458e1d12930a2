import CGEOS

extension GEOSShape {
    /// A point in the interior of each polygon, in order.
    func interiorPoints() throws(GeometryError) -> [Position] {
        var points: [Position] = []
        for member in try Self.members(of: pointer, in: context) {
            let dimensions = context.geos.GEOSGeom_getDimensions_r(context.handle, member)
            guard dimensions >= 0 else { throw context.failure(of: "dimensions") }  // -1 on exception
            guard dimensions == 2, try !Self.isEmpty(member, in: context) else { continue }
            let point = try GEOSShape(
                owning: context.geos.GEOSPointOnSurface_r(context.handle, member), in: context,
                operation: "point on surface")
            guard let position = point.position() else { throw context.failure(of: "point on surface") }
            points.append(position)
        }
        return points
    }
}

extension GEOSShape {
    /// A point of the shape, inside it where it has an inside.
    func anyPoint() throws(GeometryError) -> Position? {
        // null on exception
        try GEOSShape(
            owning: context.geos.GEOSPointOnSurface_r(context.handle, pointer), in: context,
            operation: "point on surface"
        ).position()
    }
}

extension GeometryEngine {
    /// A point in the interior of each polygon of the set, in order.
    public func pointsOnSurface(of set: ValidMultiPolygon) throws(GeometryError) -> [Position] {
        try GEOSShape(set.polygons, in: context).interiorPoints()
    }
}
