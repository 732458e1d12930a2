extension JSONValue {
    /// The name of the coordinate reference system in a `crs` member, unless it is WGS 84 in longitude and latitude.
    ///
    /// RFC 7946 §4 took the member away; files as GeoJSON was in 2008 still carry it. `null` meant that nothing was
    /// known, and is taken as absent.
    var unsupportedReferenceSystem: String? {
        guard case .object(let system) = self else { return self == .null ? nil : kind.rawValue }
        let properties = system["properties"]?.object
        // The oldest form is {"type": "EPSG", "properties": {"code": 4326}}.
        if let code = properties?["code"]?.number, let type = system["type"]?.string {
            let name = "\(type):\(Int(exactly: code).map { "\($0)" } ?? "\(code)")"
            return isLongitudeLatitude(name) ? nil : name
        }
        guard let name = properties?["name"]?.string else { return system["type"]?.string ?? "without a name" }
        return isLongitudeLatitude(name) ? nil : name
    }
}

/// Whether a name is one of the spellings of CRS84 or EPSG:4326, any version.
///
/// The axes of EPSG:4326 run latitude first by the registry; in GeoJSON they never did.
private func isLongitudeLatitude(_ name: String) -> Bool {
    // As GDAL writes it.
    if name == "urn:ogc:def:crs:OGC:1.3:CRS84" { return true }
    let name = name.uppercased()
    let isAddress = name.hasPrefix("HTTP")
    let parts = name.split(separator: isAddress ? "/" : ":")
    guard let code = parts.last else { return false }
    guard parts.count > 1 else { return code == "CRS84" }
    guard parts.count == 2 || isAddress || parts.starts(with: ["URN", "OGC", "DEF", "CRS"]) else { return false }
    // The authority stands before the code, with or without a version between them.
    let authority = code == "CRS84" ? "OGC" : "EPSG"
    return (code == "CRS84" || code == "4326") && parts.dropLast().suffix(2).contains { $0 == authority }
}
