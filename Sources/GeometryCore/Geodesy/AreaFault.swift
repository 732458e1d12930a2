/// Why a polygon cannot be measured under an area model; each place counts polygons, rings and positions from 0.
public enum AreaFault: Error, Hashable, Sendable {
    /// A latitude beyond ±90°.
    case latitudeOutOfRange(degrees: Double, at: Place)
    /// A longitude beyond ±540°.
    case longitudeOutOfRange(degrees: Double, at: Place)
    /// An edge, from the position named to the next, that spans more than 180° of longitude: it does not say which way
    /// round the Earth it goes.
    case edgeTooWide(degrees: Double, at: Place)
    /// A ring that spans more than 360° of longitude: it covers ground twice.
    case ringTooWide(degrees: Double, at: Place)
    /// A geodesic edge, from the position named to the next, between points so nearly opposite that two shortest lines
    /// join them.
    case edgeBetweenOppositePoints(at: Place)
    /// A sphere whose radius is not above 0.
    case radiusNotPositive(Distance)
    /// PROJ, which computes geodesics and projections, is not on the machine.
    case missingPROJ
    /// PROJ does not run, or finds no database.
    case projectionsUnavailable
    /// PROJ knows no coordinate reference system of that name, or no way to it from longitude and latitude.
    case unknownCRS(String)
    /// The coordinate reference system has no plane: its coordinates are degrees, or heights.
    case notProjected(crs: String)
    /// A position has no image in the projection; with PROJ's reason.
    case notProjectable(crs: String, reason: String, at: Place)
    /// The ring, or its edge from the position named to the next, crosses a line where the projection is torn.
    case tornByProjection(crs: String, at: Place)
}

extension AreaFault: CustomStringConvertible {
    /// The fault in one line, with its place and what to do next.
    public var description: String {
        switch self {
        case .latitudeOutOfRange(let degrees, let place):
            "\(place): latitude \(degrees) is beyond ±90: check that the order is longitude, latitude (RFC 7946 §3.1.1)"
        case .longitudeOutOfRange(let degrees, let place):
            "\(place): longitude \(degrees) is beyond ±540: give coordinates in degrees of WGS84 (RFC 7946 §4)"
        case .edgeTooWide(let degrees, let place):
            "\(place): the edge spans \(degrees)° of longitude: cut it at the antimeridian (RFC 7946 §3.1.9)"
        case .ringTooWide(let degrees, let place):
            "\(place): the ring spans \(degrees)° of longitude and covers ground twice: cut it at the antimeridian "
                + "(RFC 7946 §3.1.9)"
        case .edgeBetweenOppositePoints(let place):
            "\(place): the edge joins nearly opposite points by more than one geodesic: add a position between them"
        case .radiusNotPositive(let radius):
            "a sphere's radius must be above 0 m, not \(radius.metres): give it in metres"
        case .missingPROJ: PROJLibrary.missing
        case .projectionsUnavailable:
            "PROJ finds no database of projections: install proj-data, or set PROJ_LIB to the folder of proj.db"
        case .unknownCRS(let crs):
            "PROJ knows no coordinate reference system '\(crs)' to project to: give a code such as EPSG:6933"
        case .notProjected(let crs):
            "'\(crs)' is not a projected coordinate reference system: give one with metres, such as EPSG:6933"
        case .notProjectable(let crs, let reason, let place):
            "\(place): \(crs) has no image of it (\(reason)): choose a projection made for this land"
        case .tornByProjection(let crs, let place):
            "\(place): the image in \(crs) is torn there: choose a projection made for this land"
        }
    }
}
