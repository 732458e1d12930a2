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
