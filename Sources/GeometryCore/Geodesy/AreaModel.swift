/// What runs between two neighbouring positions of a ring.
public enum EdgeModel: Hashable, Sendable {
    /// A line straight in longitude and latitude, as GeoJSON has it (RFC 7946 §3.1.1).
    case straight
    /// The shortest line on the ellipsoid.
    case geodesic
}

/// How a polygon in degrees becomes an area: the figure of the Earth and the meaning of an edge together.
///
/// Areas under straight edges are additive: cutting a polygon in two does not move the sum of its parts. Geodesic
/// areas are not, since a cut puts a new position on an edge, and the geodesics to it take another way.
public enum AreaModel: Hashable, Sendable {
    /// WGS84, with the edges given.
    case ellipsoidal(edges: EdgeModel)
    /// A sphere, with edges straight in longitude and latitude, integrated exactly.
    case spherical(radius: Distance)
    /// The formula of the area widgets of web maps, on a sphere of 6,378,137 m (Chamberlain and Duquette 2007).
    case webMap
    /// The plane of a projected coordinate reference system that PROJ knows, with edges straight in longitude and
    /// latitude.
    case projected(crs: String)

    /// WGS84 with straight edges: the model of a figure that names none.
    public static let standard = AreaModel.ellipsoidal(edges: .straight)

    /// The mean radius (2a + b)/3 of the Earth (Moritz 2000), to 0.1 m: the sphere where no radius is named.
    static let meanRadius = Distance(metres: 6_371_008.8)

    /// Whether parts measured apart add up to the whole, to rounding: where edges are straight and areas integrated along
    /// them.
    public var isAdditive: Bool { additiveSum != nil }

    /// The integral of an additive model; none of the others.
    var additiveSum: (any EdgeSum)? {
        switch self {
        case .ellipsoidal(.straight): StraightEllipsoidalArea.wgs84
        case .spherical(let radius) where radius.metres > 0 && radius.metres.isFinite: SphericalArea(radius: radius)
        case .ellipsoidal(.geodesic), .spherical, .webMap, .projected: nil
        }
    }

    /// What measures rings under this model.
    ///
    /// - Throws: ``AreaFault/radiusNotPositive(_:)``, where edges are geodesic ``AreaFault/missingPROJ``, and for `projected` the
    ///   faults of opening the projection.
    func ringMeasure() throws(AreaFault) -> any RingMeasure {
        switch self {
        case .ellipsoidal(.straight): return StraightEllipsoidalArea.wgs84
        case .ellipsoidal(.geodesic): return try GeodesicArea()
        case .spherical(let radius):
            guard radius.metres > 0, radius.metres.isFinite else { throw .radiusNotPositive(radius) }
            return SphericalArea(radius: radius)
        case .webMap: return WebMapArea()
        case .projected(let crs): return try ProjectedArea(crs: crs)
        }
    }
}
