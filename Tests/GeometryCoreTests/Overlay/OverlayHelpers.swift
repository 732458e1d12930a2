import CGEOS
import Foundation

@testable import GeometryCore

/// What GEOS itself gives as the intersection, unverified.
func rawIntersection(_ first: GEOSShape, _ second: GEOSShape, in context: GEOSContext) throws -> GEOSShape {
    try GEOSShape(
        owning: GEOSIntersection_r(context.handle, first.pointer, second.pointer), in: context,
        operation: "intersection")
}

func cosine(_ angle: Double) -> Double { cos(angle) }

/// The area that GEOS's intersection on a fixed grid has.
func gridIntersectionArea(
    _ first: ValidMultiPolygon, _ second: ValidMultiPolygon, in context: GEOSContext
) throws -> Double {
    let (one, two) = (try GEOSShape(first.polygons, in: context), try GEOSShape(second.polygons, in: context))
    return try GEOSShape(
        owning: GEOSIntersectionPrec_r(context.handle, one.pointer, two.pointer, 1e-10), in: context,
        operation: "intersection"
    ).planeArea()
}
