import CGEOS

@testable import GeometryCore

/// The overlays that JTS and the geometry core both have.
enum JTSOverlay: CaseIterable {
    case intersection, union, difference, symmetricDifference

    /// The overlay of two sets, or the union of any number, by the geometry core's public operation.
    func computed(_ sets: [ValidMultiPolygon], by engine: GeometryEngine) throws(GeometryError) -> VerifiedSet {
        guard sets.count == 2 else { return try engine.union(sets) }
        return switch self {
        case .intersection: try engine.intersection(sets[0], sets[1])
        case .union: try engine.union(sets[0], sets[1])
        case .difference: try engine.difference(sets[0], sets[1])
        case .symmetricDifference: try engine.symmetricDifference(sets[0], sets[1])
        }
    }

    /// The same overlay by GEOS on a grid, which does not fail as on double precision it may.
    func onGrid(
        _ sets: [ValidMultiPolygon], step: Double, in context: GEOSContext
    ) throws(GeometryError) -> GEOSShape {
        let handle = context.handle
        guard sets.count == 2 else {
            var union = try GEOSShape([], in: context)
            for set in sets {
                let member = try GEOSShape(set.polygons, in: context)
                union = try GEOSShape(
                    owning: GEOSUnionPrec_r(handle, union.pointer, member.pointer, step), in: context,
                    operation: "comparison")
            }
            return union
        }
        let (first, second) = (
            try GEOSShape(sets[0].polygons, in: context), try GEOSShape(sets[1].polygons, in: context)
        )
        // null on exception
        let made =
            switch self {
            case .intersection: GEOSIntersectionPrec_r(handle, first.pointer, second.pointer, step)
            case .union: GEOSUnionPrec_r(handle, first.pointer, second.pointer, step)
            case .difference: GEOSDifferencePrec_r(handle, first.pointer, second.pointer, step)
            case .symmetricDifference: GEOSSymDifferencePrec_r(handle, first.pointer, second.pointer, step)
            }
        return try GEOSShape(owning: made, in: context, operation: "comparison").areas()
    }
}

extension JTSQuestion {
    /// What a question asks of overlays.
    enum Overlay {
        case one(JTSOverlay)
        /// Whether each overlay of two geometries is right, by their areas; here against a grid.
        case all
        /// The area of the union of a geometry's members.
        case areaOfUnion
    }

    /// What the question asks of overlays, if anything; `ng` and `sr` name ways to compute the same.
    var overlay: Overlay? {
        switch operation {
        case "intersection", "intersectionng", "intersectionsr": .one(.intersection)
        case "union", "unionng", "unionsr": .one(.union)
        case "difference", "differenceng", "differencesr": .one(.difference)
        case "symdifference", "symdifferenceng", "symdifferencesr": .one(.symmetricDifference)
        case "overlayareatest": .all
        case "unionarea": .areaOfUnion
        default: nil
        }
    }
}

extension GEOSShape {
    /// Whether it is of polygons alone.
    func isAreal() throws(GeometryError) -> Bool { try Self.isAreal(pointer, in: context) }

    private static func isAreal(_ geometry: OpaquePointer, in context: GEOSContext) throws(GeometryError) -> Bool {
        switch GEOSGeomTypeId_r(context.handle, geometry) {
        case Int32(GEOS_POLYGON.rawValue), Int32(GEOS_MULTIPOLYGON.rawValue): return true
        case Int32(GEOS_GEOMETRYCOLLECTION.rawValue):
            let members = try members(of: geometry, in: context)
            for member in members where try !isAreal(member, in: context) { return false }
            return !members.isEmpty
        default: return false
        }
    }

    /// Its polygons alone.
    func areas() throws(GeometryError) -> GEOSShape { try GEOSShape(polygons(), in: context) }

    /// The area in which two geometries differ, overlaid on a grid.
    func areaOfDifference(to other: GEOSShape, step: Double) throws(GeometryError) -> Double {
        // null on exception
        try GEOSShape(
            owning: GEOSSymDifferencePrec_r(context.handle, pointer, other.pointer, step), in: context,
            operation: "comparison"
        ).planeArea()
    }
}
