import CGEOS

/// Invalid polygons made valid, and how much that moved.
public struct Repair: Hashable, Sendable {
    /// The repaired polygons.
    public let set: ValidMultiPolygon
    /// The area that the repair moved: by how much crossing rings changed their area, plus what lies in the repaired
    /// polygons but not in shell-without-holes as stated, or the other way round, plus what polygons shared.
    public let moved: Area
}

/// Why polygons were not repaired.
public enum RepairError: Error, Hashable, Sendable {
    /// The geometry core gave no result.
    case geometry(GeometryError)
    /// The area model cannot measure the polygons.
    case unmeasurable(AreaFault)
}

extension GeometryEngine {
    /// Makes polygons valid: crossing rings become several, a hole outside its shell becomes a polygon, and
    /// overlapping polygons one (GEOS's structure method).
    ///
    /// - Parameter model: by which the moved area is measured.
    public func repaired(
        _ multiPolygon: MultiPolygon, measuredBy model: AreaModel
    ) throws(RepairError) -> Repair {
        let set: ValidMultiPolygon
        var outlines: [(stated: Ring, repaired: ValidMultiPolygon)] = []
        var apart: [ValidMultiPolygon] = []
        let together: ValidMultiPolygon
        let rearranged: ValidMultiPolygon
        do throws(GeometryError) {
            set = try madeValid(multiPolygon.polygons)
            for polygon in multiPolygon.polygons {
                var sets: [ValidMultiPolygon] = []
                for ring in polygon.rings {
                    let repaired = try madeValid([Polygon(shell: ring)])
                    sets.append(repaired)
                    outlines.append((ring, repaired))
                }
                apart.append(try difference(sets[0], union(Array(sets.dropFirst())).set).set)
            }
            together = try union(apart).set
            rearranged = try symmetricDifference(set, together).set
        } catch {
            throw .geometry(error)
        }
        do throws(AreaFault) {
            var terms = [try model.area(of: rearranged), try -model.area(of: together)]
            for set in apart { terms.append(try model.area(of: set)) }
            for (stated, repaired) in outlines {
                let before = try model.statedArea(of: Polygon(shell: stated))
                terms.append((try model.area(of: repaired) - before).magnitude)
            }
            return Repair(set: set, moved: terms.sum())
        } catch {
            throw .unmeasurable(error)
        }
    }

    private func madeValid(_ polygons: [Polygon]) throws(GeometryError) -> ValidMultiPolygon {
        let context = try context
        let shape = try GEOSShape(polygons, in: context)
        // null on exception
        guard let parameters = context.geos.GEOSMakeValidParams_create_r(context.handle) else {
            throw context.failure(of: "repair")
        }
        defer { context.geos.GEOSMakeValidParams_destroy_r(context.handle, parameters) }
        // return 0 on exception
        guard context.geos.GEOSMakeValidParams_setMethod_r(context.handle, parameters, GEOS_MAKE_VALID_STRUCTURE) == 1,
            context.geos.GEOSMakeValidParams_setKeepCollapsed_r(context.handle, parameters, 0) == 1
        else { throw context.failure(of: "repair") }
        let made = try GEOSShape(
            owning: context.geos.GEOSMakeValidWithParams_r(context.handle, shape.pointer, parameters), in: context,
            operation: "repair")
        // The method may leave points and lines beside the polygons: prove what is kept.
        return try validated(MultiPolygon(try made.polygons()))
    }
}
