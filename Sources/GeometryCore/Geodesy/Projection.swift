import CPROJ
import Synchronization

/// The way from longitude and latitude on WGS84 to the plane of a projected coordinate reference system, in metres.
struct Projection {
    /// The name of the coordinate reference system, as it was given.
    let crs: String
    private let transformation: PROJObject
    private let metresPerUnit: Double
    private var proj: PROJFunctions { transformation.context.proj }

    /// Opens the projection.
    ///
    /// - Throws: ``AreaFault/missingPROJ``, ``AreaFault/projectionsUnavailable``, ``AreaFault/unknownCRS(_:)``,
    ///   ``AreaFault/notProjected(crs:)``.
    init(crs: String) throws(AreaFault) {
        guard let proj = PROJLibrary.functions else { throw .missingPROJ }
        guard let context = PROJContext(proj) else { throw .projectionsUnavailable }
        guard let degrees = PROJObject(proj.proj_create(context.pointer, "OGC:CRS84"), in: context),
            let target = PROJObject(proj.proj_create(context.pointer, crs), in: context)
        else { throw .unknownCRS(crs) }
        guard let metresPerUnit = target.metresPerPlaneUnit else { throw .notProjected(crs: crs) }
        let way = PROJObject(
            proj.proj_create_crs_to_crs_from_pj(context.pointer, degrees.pointer, target.pointer, nil, nil), in: context
        )
        // Longitude before latitude, easting before northing, whatever the authority's order.
        guard let way,
            let normalized = PROJObject(
                proj.proj_normalize_for_visualization(context.pointer, way.pointer), in: context)
        else { throw .unknownCRS(crs) }
        self.crs = crs
        self.metresPerUnit = metresPerUnit
        transformation = normalized
    }

    /// The images in metres of points in degrees, in place; infinite where a point has none.
    func project(_ points: inout [SIMD2<Double>]) {
        let count = points.count
        points.withUnsafeMutableBytes { bytes in
            guard let first = bytes.baseAddress?.assumingMemoryBound(to: Double.self) else { return }
            let stride = MemoryLayout<SIMD2<Double>>.stride
            _ = proj.proj_trans_generic(
                transformation.pointer, PJ_FWD, first, stride, count, first + 1, stride, count, nil, 0, 0, nil, 0, 0)
        }
        for index in points.indices { points[index] *= metresPerUnit }
    }

    /// The image in metres of one point in degrees; infinite where it has none.
    func image(of point: SIMD2<Double>) -> SIMD2<Double> {
        let image = proj.proj_trans(
            transformation.pointer, PJ_FWD, PJ_COORD(v: (point.x, point.y, 0, 0)))
        return SIMD2(image.xy.x, image.xy.y) * metresPerUnit
    }

    /// Why the point has no image, in PROJ's words.
    func reasonForNoImage(of point: SIMD2<Double>) -> String {
        _ = proj.proj_errno_reset(transformation.pointer)
        _ = image(of: point)
        // Returns null for the error number 0.
        let words = proj.proj_context_errno_string(
            transformation.context.pointer, proj.proj_errno(transformation.pointer))
        return words.map { String(cString: $0) } ?? "outside the projection"
    }
}

extension PROJObject {
    /// Metres for each unit of a projected coordinate reference system's first axis; none for every other object.
    fileprivate var metresPerPlaneUnit: Double? {
        let proj = context.proj
        switch type {
        case PJ_TYPE_PROJECTED_CRS:
            var factor = 0.0
            // Returns 0 where it fails.
            guard let system = PROJObject(proj.proj_crs_get_coordinate_system(context.pointer, pointer), in: context),
                proj.proj_cs_get_axis_info(context.pointer, system.pointer, 0, nil, nil, nil, &factor, nil, nil, nil)
                    != 0,
                factor > 0
            else { return nil }
            return factor
        // A plane with heights, and one with a datum shift of its own.
        case PJ_TYPE_COMPOUND_CRS:
            return PROJObject(proj.proj_crs_get_sub_crs(context.pointer, pointer, 0), in: context)?.metresPerPlaneUnit
        case PJ_TYPE_BOUND_CRS:
            return PROJObject(proj.proj_get_source_crs(context.pointer, pointer), in: context)?.metresPerPlaneUnit
        default: return nil
        }
    }
}

/// The projections that are open and idle: opening one takes 10 to 50 ms, since PROJ asks its database.
enum IdleProjections {
    /// What is taken out belongs to one user until it is given back, and so is never used by two threads at once.
    private struct Idle: @unchecked Sendable { let projection: Projection }

    private static let idle = Mutex<[String: [Idle]]>([:])

    /// An idle projection, or a new one.
    ///
    /// - Throws: as ``Projection/init(crs:)``.
    static func take(crs: String) throws(AreaFault) -> Projection {
        if let idle = idle.withLock({ $0[crs]?.popLast() }) { return idle.projection }
        return try Projection(crs: crs)
    }

    static func giveBack(_ projection: Projection) {
        let back = Idle(projection: projection)
        idle.withLock { $0[back.projection.crs, default: []].append(back) }
    }
}
