extension GeoJSONScan {
    /// What an object turned out to be; the features of a collection have gone to ``features``.
    enum Content {
        case featureCollection
        case feature(GeoJSONFeature)
        case geometry(GeoJSONGeometry)
    }

    /// Makes sure that a member's value is of one of the kinds, and answers which.
    @discardableResult func expect(
        _ kinds: [JSONValue.Kind], for member: GeoJSONMember
    ) throws(ScanProblem) -> JSONValue.Kind {
        guard let kind = cursor.kindAhead else { throw cursor.unexpected(.value) }
        guard kinds.contains(kind) else {
            throw ScanProblem(.illTypedMember(member, found: kind), at: cursor.offset)
        }
        return kind
    }

    /// Reads the type of an object that is the value, or an element of the value, of `parent`.
    mutating func type(in parent: GeoJSONMember?) throws(ScanProblem) -> GeoJSONType {
        try expect([.string], for: .type)
        let start = cursor.offset
        let name = try cursor.string()
        guard let type = GeoJSONType(rawValue: name) else {
            if name == "Topology" { throw ScanProblem(.topoJSON, at: start) }
            let lowercased = name.lowercased()
            if let meant = GeoJSONType.allCases.first(where: { $0.rawValue.lowercased() == lowercased }) {
                throw ScanProblem(.typeInWrongCase(found: name, meant: meant), at: start)
            }
            throw ScanProblem(.unknownType(name), at: start)
        }
        if let parent, parent == .features ? type != .feature : !type.isGeometry {
            throw ScanProblem(.typeOutOfPlace(found: type, in: parent), at: start)
        }
        return type
    }

    /// Reads the features of a collection.
    mutating func readFeatures() throws(ScanProblem) {
        var isFirst = true
        try cursor.enter()
        while try cursor.nextElement(&isFirst) {
            path.feature = features.count
            try expectObject(in: .features)
            if case .feature(let feature) = try object(in: .features) { features.append(feature) }
        }
        cursor.depth -= 1
        path.feature = nil
    }

    /// Reads the geometries of a collection.
    mutating func geometryCollection() throws(ScanProblem) -> GeoJSONGeometry {
        let start = cursor.offset
        guard path.members.count < Self.collectionLimit else {
            throw ScanProblem(.collectionsTooDeep(limit: Self.collectionLimit), at: start)
        }
        if !path.members.isEmpty { note(.nestedCollection, at: start) }
        var geometries: [GeoJSONGeometry] = []
        var isFirst = true
        try cursor.enter()
        let level = path.members.count
        path.members.append(0)
        while try cursor.nextElement(&isFirst) {
            path.members[level] = geometries.count
            try expectObject(in: .geometries)
            if case .geometry(let geometry) = try object(in: .geometries) { geometries.append(geometry) }
        }
        path.members.removeLast()
        cursor.depth -= 1
        if geometries.count == 1 { note(.singleMemberCollection, at: start) }
        return .geometryCollection(geometries)
    }

    /// Makes sure that an element of `features` or `geometries` is an object.
    private func expectObject(in member: GeoJSONMember) throws(ScanProblem) {
        guard let kind = cursor.kindAhead else { throw cursor.unexpected(.value) }
        guard kind == .object else { throw ScanProblem(.illTypedElement(of: member, found: kind), at: cursor.offset) }
    }

    /// Checks the form of a bounding box (RFC 7946 §5); its numbers are not used.
    mutating func checkBoundingBox() throws(ScanProblem) {
        let start = cursor.offset
        var (isFirst, numbers) = (true, 0)
        try cursor.enter()
        while try cursor.nextElement(&isFirst) {
            guard let kind = cursor.kindAhead else { throw cursor.unexpected(.value) }
            guard kind == .number else { throw ScanProblem(.illTypedBoundingBox(found: kind), at: cursor.offset) }
            _ = try cursor.number()
            numbers += 1
        }
        cursor.depth -= 1
        guard numbers == 4 || numbers == 6 else {
            throw ScanProblem(.boundingBoxLength(numbers: numbers), at: start)
        }
    }
}
