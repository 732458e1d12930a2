import CGEOS

extension GEOSShape {
    /// A point in the interior of each polygon, in order.
    func interiorPoints() throws(GeometryError) -> [Position] {
        var points: [Position] = []
        for index in 0..<max(0, GEOSGetNumGeometries_r(context.handle, pointer)) {
            // the member stays the collection's; null on exception
            guard let member = GEOSGetGeometryN_r(context.handle, pointer, index) else {
                throw context.failure(of: "member of a collection")
            }
            guard GEOSGeom_getDimensions_r(context.handle, member) == 2, GEOSisEmpty_r(context.handle, member) == 0
            else { continue }
            let point = try GEOSShape(
                owning: GEOSPointOnSurface_r(context.handle, member), in: context, operation: "point on surface")
            guard let position = point.position() else { throw context.failure(of: "point on surface") }
            points.append(position)
        }
        return points
    }
}

extension GeometryEngine {
    /// A point in the interior of each polygon of the set, in order.
    public func pointsOnSurface(of set: ValidMultiPolygon) throws(GeometryError) -> [Position] {
        try GEOSShape(set.polygons, in: context).interiorPoints()
    }
}
