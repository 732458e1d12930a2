import CGEOS

/// Owns one GEOS geometry; frees it when the last reference goes.
final class GEOSShape {
    let context: GEOSContext
    let pointer: OpaquePointer

    /// Takes over a geometry that GEOS has just made; GEOS gives null on exception.
    init(owning pointer: OpaquePointer?, in context: GEOSContext, operation: String) throws(GeometryError) {
        guard let pointer else { throw context.failure(of: operation) }
        self.pointer = pointer
        self.context = context
    }

    deinit { context.geos.GEOSGeom_destroy_r(context.handle, pointer) }

    /// The area in the plane.
    func planeArea() throws(GeometryError) -> Double {
        var area = 0.0
        // returns 0 on exception
        guard context.geos.GEOSArea_r(context.handle, pointer, &area) == 1 else { throw context.failure(of: "area") }
        return area
    }

    /// The length of all rings in the plane.
    func planeLength() throws(GeometryError) -> Double {
        var length = 0.0
        // returns 0 on exception
        guard context.geos.GEOSLength_r(context.handle, pointer, &length) == 1 else {
            throw context.failure(of: "length")
        }
        return length
    }
}

// MARK: - Values in

extension GEOSShape {
    /// Copies polygons into a GEOS multipolygon; none make an empty one.
    convenience init(_ polygons: [Polygon], in context: GEOSContext) throws(GeometryError) {
        var members: [OpaquePointer?] = []
        do throws(GeometryError) {
            for polygon in polygons { members.append(try Self.make(polygon, in: context)) }
        } catch {
            members.forEach { context.geos.GEOSGeom_destroy_r(context.handle, $0) }
            throw error
        }
        let collection = members.withUnsafeMutableBufferPointer { buffer in
            // takes over the members, the array stays ours
            context.geos.GEOSGeom_createCollection_r(
                context.handle, Int32(GEOS_MULTIPOLYGON.rawValue), buffer.baseAddress, UInt32(buffer.count))
        }
        try self.init(owning: collection, in: context, operation: "multipolygon")
    }

    private static func make(_ polygon: Polygon, in context: GEOSContext) throws(GeometryError) -> OpaquePointer {
        let shell = try make(polygon.shell, in: context)
        var holes: [OpaquePointer?] = []
        do throws(GeometryError) {
            for hole in polygon.holes { holes.append(try make(hole, in: context)) }
        } catch {
            (holes + [shell]).forEach { context.geos.GEOSGeom_destroy_r(context.handle, $0) }
            throw error
        }
        let made = holes.withUnsafeMutableBufferPointer { buffer in
            // takes over shell and holes; null on exception
            context.geos.GEOSGeom_createPolygon_r(context.handle, shell, buffer.baseAddress, UInt32(buffer.count))
        }
        guard let made else { throw context.failure(of: "polygon") }
        return made
    }

    private static func make(_ ring: Ring, in context: GEOSContext) throws(GeometryError) -> OpaquePointer {
        let sequence = ring.positions.withUnsafeBytes { bytes in
            // A position is two doubles and nothing else, so that positions in a row are what GEOS reads.
            context.geos.GEOSCoordSeq_copyFromBuffer_r(
                context.handle, bytes.assumingMemoryBound(to: Double.self).baseAddress,
                UInt32(ring.positions.count), 0, 0)
        }
        // the ring takes over the sequence; null on exception
        guard let sequence, let made = context.geos.GEOSGeom_createLinearRing_r(context.handle, sequence) else {
            throw context.failure(of: "ring")
        }
        return made
    }
}

// MARK: - Values out

extension GEOSShape {
    /// Copies the polygons out; points and lines, which have no area, are left behind.
    func polygons() throws(GeometryError) -> [Polygon] {
        var polygons: [Polygon] = []
        try Self.collect(pointer, in: context, into: &polygons)
        return polygons
    }

    private static func collect(
        _ geometry: OpaquePointer, in context: GEOSContext, into polygons: inout [Polygon]
    ) throws(GeometryError) {
        let (geos, handle) = (context.geos, context.handle)
        switch geos.GEOSGeomTypeId_r(handle, geometry) {
        case -1: throw context.failure(of: "type of a geometry")  // on exception
        case Int32(GEOS_POLYGON.rawValue):
            guard try !isEmpty(geometry, in: context) else { return }
            let shell = try ring(geos.GEOSGetExteriorRing_r(handle, geometry), in: context)
            var holes: [Ring] = []
            let count = geos.GEOSGetNumInteriorRings_r(handle, geometry)
            guard count >= 0 else { throw context.failure(of: "holes") }  // -1 on exception
            for index in 0..<count {
                holes.append(try ring(geos.GEOSGetInteriorRingN_r(handle, geometry, index), in: context))
            }
            polygons.append(Polygon(shell: shell, holes: holes))
        case Int32(GEOS_MULTIPOLYGON.rawValue), Int32(GEOS_GEOMETRYCOLLECTION.rawValue):
            for member in try members(of: geometry, in: context) {
                try collect(member, in: context, into: &polygons)
            }
        default:
            return
        }
    }

    /// The members of a collection, or the geometry itself; they stay the collection's.
    static func members(
        of geometry: OpaquePointer, in context: GEOSContext
    ) throws(GeometryError) -> [OpaquePointer] {
        let count = context.geos.GEOSGetNumGeometries_r(context.handle, geometry)
        guard count >= 0 else { throw context.failure(of: "collection") }  // -1 on exception
        var members: [OpaquePointer] = []
        for index in 0..<count {
            // null on exception
            guard let member = context.geos.GEOSGetGeometryN_r(context.handle, geometry, index) else {
                throw context.failure(of: "member of a collection")
            }
            members.append(member)
        }
        return members
    }

    /// Whether a geometry has no points.
    static func isEmpty(_ geometry: OpaquePointer, in context: GEOSContext) throws(GeometryError) -> Bool {
        let answer = context.geos.GEOSisEmpty_r(context.handle, geometry)
        // returns 2 on exception
        guard answer != 2 else { throw context.failure(of: "emptiness") }
        return answer == 1
    }

    private static func ring(_ ring: OpaquePointer?, in context: GEOSContext) throws(GeometryError) -> Ring {
        let (geos, handle) = (context.geos, context.handle)
        var count: UInt32 = 0
        // the sequence stays the ring's; null and 0 on exception
        guard let ring, let sequence = geos.GEOSGeom_getCoordSeq_r(handle, ring),
            geos.GEOSCoordSeq_getSize_r(handle, sequence, &count) == 1
        else { throw context.failure(of: "ring") }
        // Even where it holds nothing, an array made from outside writes to the storage that all empty arrays share.
        guard count > 0 else { throw .geos(operation: "ring", message: "it is no ring: it has no positions") }
        var copied: Int32 = 0
        let numbers = [Double](unsafeUninitializedCapacity: 2 * Int(count)) { buffer, used in
            copied = geos.GEOSCoordSeq_copyToBuffer_r(handle, sequence, buffer.baseAddress, 0, 0)
            used = copied == 1 ? buffer.count : 0
        }
        guard copied == 1 else { throw context.failure(of: "ring") }
        do throws(GeometryFault) {
            var positions: [Position] = []
            positions.reserveCapacity(Int(count))
            for index in 0..<Int(count) {
                positions.append(try Position(x: numbers[2 * index], y: numbers[2 * index + 1]))
            }
            return try Ring(positions)
        } catch {
            throw .geos(operation: "ring", message: "it is no ring: \(error)")
        }
    }

    /// Copies a point's place out.
    func position() -> Position? {
        var (x, y) = (0.0, 0.0)
        // return 0 and -1 on exception, and for an empty point
        guard context.geos.GEOSGeomGetX_r(context.handle, pointer, &x) == 1,
            context.geos.GEOSGeomGetY_r(context.handle, pointer, &y) == 1
        else { return nil }
        return try? Position(x: x, y: y)
    }
}
