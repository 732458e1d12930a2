/// Why the geometry core gave no result.
public enum GeometryError: Error, Hashable, Sendable {
    /// The input is not a set: each place where it is not.
    case invalid([Invalidity])
    /// GEOS refused an operation.
    case geos(operation: String, message: String)
    /// A point that should lie on the globe has a latitude, in degrees, beyond ±90°.
    case notOnEarth(latitude: Double)
    /// GEOS, which computes overlays, is not on the machine.
    case missingGEOS
    /// PROJ, which computes geodesics, is not on the machine.
    case missingPROJ
    /// No result of an overlay, on the floating or on the fixed grid, passed its verification.
    case unverified(operation: String, reason: String)
}

extension GeometryError {
    package init(_ fault: GeodesicFault) {
        switch fault {
        case .latitudeOutOfRange(let degrees): self = .notOnEarth(latitude: degrees)
        case .missingPROJ: self = .missingPROJ
        }
    }
}

extension GeometryError: CustomStringConvertible {
    /// The error in one line, with what to do next.
    public var description: String {
        switch self {
        case .invalid(let invalidities):
            let shown = invalidities.prefix(3).map(\.description).joined(separator: "; ")
            let rest = invalidities.count > 3 ? "; and \(invalidities.count - 3) more" : ""
            return "invalid polygon: \(shown)\(rest); mend the file, or repair it with --repair"
        case .geos(let operation, let message):
            return
                "GEOS could not compute the \(operation): \(message); check the polygons, or repair them with --repair"
        case .notOnEarth(let latitude):
            return "latitude \(latitude) is beyond ±90; check that the order is longitude, latitude"
        case .missingGEOS: return GEOSLibrary.missing
        case .missingPROJ: return PROJLibrary.missing
        case .unverified(let operation, let reason):
            return "the \(operation) could not be verified: \(reason); no figure is given rather than a wrong one; "
                + "try a newer GEOS, and report the two files"
        }
    }
}
