import CPROJ

/// Areas on WGS84 under geodesic edges, by PROJ's geodesic.h (Karney 2013).
struct GeodesicArea: RingMeasure {
    private let proj: PROJFunctions
    private let wgs84: geod_geodesic

    /// - Throws: ``AreaFault/missingPROJ``.
    init() throws(AreaFault) {
        guard let proj = PROJLibrary.functions else { throw .missingPROJ }
        (self.proj, wgs84) = (proj, .wgs84(proj))
    }

    func signedArea(of ring: Ring, at place: Place) -> Double {
        var geodesic = wgs84
        var polygon = geod_polygon()
        proj.geod_polygon_init(&polygon, 0)
        for position in ring.positions.dropLast() {
            proj.geod_polygon_addpoint(&geodesic, &polygon, position.y, position.x)
        }
        var area = 0.0
        _ = proj.geod_polygon_compute(&geodesic, &polygon, 0, 1, &area, nil)
        return area
    }

    /// A signed area is known only up to the whole Earth's, and comes as the one of least absolute value. A ring that
    /// does not wind twice encloses a known area under straight edges; the one nearest to that is meant.
    func area(of ring: Ring, at place: Place) throws(AreaFault) -> Double {
        for (index, (from, to)) in zip(ring.positions, ring.positions.dropFirst()).enumerated() {
            // Points on opposite latitudes are joined by two shortest geodesics from longitudes (1 − f)·180° apart.
            if from.y == -to.y, (to.x - from.x).magnitude > 179 {
                throw .edgeBetweenOppositePoints(at: place.at(position: index))
            }
        }
        let signed = signedArea(of: ring, at: place)
        let straight = StraightEllipsoidalArea.wgs84.signedArea(of: ring, at: place)
        let turns = [-Self.earth, 0, Self.earth].map { signed + $0 }
        return turns.min { ($0 - straight).magnitude < ($1 - straight).magnitude }?.magnitude ?? signed.magnitude
    }

    /// The area of WGS84 in m²: 4π times the height W(π/2) of the pole.
    private static let earth =
        StraightEllipsoidalArea.wgs84.scale * 4 * .pi
        * StraightEllipsoidalArea.wgs84.meanHeight(
            from: SIMD4(repeating: 90), to: SIMD4(repeating: 90))[0]
}

extension geod_geodesic {
    /// WGS84, made ready for geodesics.
    static func wgs84(_ proj: PROJFunctions) -> geod_geodesic {
        var geodesic = geod_geodesic()
        let ellipsoid = Ellipsoid.wgs84
        proj.geod_init(&geodesic, ellipsoid.equatorialRadius.metres, ellipsoid.flattening)
        return geodesic
    }
}
