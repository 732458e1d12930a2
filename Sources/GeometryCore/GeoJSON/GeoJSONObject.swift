/// What has been read of an object whose end, and perhaps whose type, has not been reached.
struct PartialObject {
    /// The member whose value, or an element of whose value, the object is; nothing for the text.
    let parent: GeoJSONMember?
    var type: GeoJSONType?
    var geometry: GeoJSONGeometry?
    var properties = JSONObject()
    var id: JSONValue?
    var idOffset = 0
    /// Where coordinates stand that came before the type.
    var deferredCoordinates: Int?
    private var seen: [(member: GeoJSONMember, offset: Int)] = []

    init(parent: GeoJSONMember?) {
        self.parent = parent
    }

    /// Takes a member in, once, and only where it may stand.
    ///
    /// What can't stand in any object of the parent is refused before the type is known, so that no input nests
    /// features in features or geometries in geometries' `geometry`.
    mutating func admit(_ member: GeoJSONMember, at offset: Int) throws(ScanProblem) {
        guard !holds(member) else { throw ScanProblem(.duplicateMember(member), at: offset) }
        seen.append((member, offset))
        let isExcluded =
            switch parent {
            case nil: type?.excludes(member) ?? false
            case .features: GeoJSONType.feature.excludes(member)
            default: type?.excludes(member) ?? (member == .features || member == .geometry || member == .properties)
            }
        guard !isExcluded else {
            throw ScanProblem(.memberOutOfPlace(member, in: parent == .features ? .feature : type), at: offset)
        }
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
        try checkIdentifier()
        return type
    }

    /// Checks the id, if the object is known to be a feature: in any other a member of this name means nothing.
    func checkIdentifier() throws(ScanProblem) {
        guard parent == .features || type == .feature, let id, id.kind != .string, id.kind != .number else { return }
        throw ScanProblem(.illTypedMember(.id, found: id.kind), at: idOffset)
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
