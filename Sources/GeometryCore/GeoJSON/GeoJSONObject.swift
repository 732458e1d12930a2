/// What has been read of an object whose end, and perhaps whose type, has not been reached.
struct PartialObject {
    var type: GeoJSONType?
    var geometry: GeoJSONGeometry?
    var properties = JSONObject()
    var id: JSONValue?
    var idOffset = 0
    /// Where coordinates stand that came before the type.
    var deferredCoordinates: Int?
    private var seen: [(member: GeoJSONMember, offset: Int)] = []

    /// Takes a member in, once, and only where it may stand.
    mutating func admit(_ member: GeoJSONMember, at offset: Int) throws(ScanProblem) {
        guard !holds(member) else { throw ScanProblem(.duplicateMember(member), at: offset) }
        seen.append((member, offset))
        if let type, type.excludes(member) { throw ScanProblem(.memberOutOfPlace(member, in: type), at: offset) }
    }

    /// Checks the members that stood before the type.
    func checkPlaces() throws(ScanProblem) {
        guard let type else { return }
        for (member, offset) in seen where type.excludes(member) {
            throw ScanProblem(.memberOutOfPlace(member, in: type), at: offset)
        }
    }

    /// The type, once all that it asks for has been found; `offset` is the object's.
    func checkedType(at offset: Int) throws(ScanProblem) -> GeoJSONType {
        guard let type else { throw ScanProblem(.missingMember(.type, of: nil), at: offset) }
        for member in type.requiredMembers where !holds(member) {
            throw ScanProblem(.missingMember(member, of: type), at: offset)
        }
        // A member of this name means nothing in a geometry or a collection of features.
        if type == .feature, let id, id.kind != .string, id.kind != .number {
            throw ScanProblem(.illTypedMember(.id, found: id.kind), at: idOffset)
        }
        return type
    }

    private func holds(_ member: GeoJSONMember) -> Bool { seen.contains { $0.member == member } }
}

extension GeoJSONType {
    /// The members that an object of this type must have (RFC 7946 §3.1–3.3).
    fileprivate var requiredMembers: [GeoJSONMember] {
        switch self {
        case .feature: [.geometry, .properties]
        case .featureCollection: [.features]
        case .geometryCollection: [.geometries]
        default: [.coordinates]
        }
    }

    /// Whether a member belongs to objects of other types only (RFC 7946 §7.1).
    ///
    /// The RFC lets a geometry have both `coordinates` and `geometries`; one of the two would be lost silently, so
    /// that this is refused as well.
    fileprivate func excludes(_ member: GeoJSONMember) -> Bool {
        switch member {
        case .type, .id, .bbox, .crs: false
        case .features: self != .featureCollection
        case .geometry, .properties: self != .feature
        case .geometries: self != .geometryCollection
        case .coordinates: !isGeometry || self == .geometryCollection
        }
    }
}
