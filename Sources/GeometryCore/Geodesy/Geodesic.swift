import CPROJ

/// Why two positions have no geodesic between them.
public enum GeodesicFault: Error, Hashable, Sendable {
    /// A latitude beyond ±90°.
    case latitudeOutOfRange(degrees: Double)
    /// PROJ, which computes it, is not on the machine.
    case missingPROJ
}

extension GeodesicFault: CustomStringConvertible {
    /// The fault in one line.
    public var description: String {
        switch self {
        case .latitudeOutOfRange(let degrees):
            "latitude \(degrees) is beyond ±90: check that the order is longitude, latitude (RFC 7946 §3.1.1)"
        case .missingPROJ: PROJLibrary.missing
        }
    }
}

/// Shortest lines on WGS84.
public enum Geodesic {
    /// The length of the shortest line between two positions in degrees, by PROJ's geodesic.h, to some 15 nm
    /// (Karney 2013).
    ///
    /// - Throws: ``GeodesicFault``. Longitudes may be any; 370° is 10°.
    public static func inverse(from: Position, to: Position) throws(GeodesicFault) -> Distance {
        for position in [from, to] where position.y.magnitude > 90 {
            throw .latitudeOutOfRange(degrees: position.y)
        }
        guard let (proj, wgs84) = wgs84 else { throw .missingPROJ }
        var geodesic = wgs84
        var metres = 0.0
        proj.geod_inverse(&geodesic, from.y, from.x, to.y, to.x, &metres, nil, nil)
        return Distance(metres: metres)
    }

    private static let wgs84 = PROJLibrary.functions.map { ($0, geod_geodesic.wgs84($0)) }
}
