/// Reads GeoJSON (RFC 7946).
///
/// What the RFC forbids is refused with its place, what it only advises against is remarked. Whether a polygon is
/// valid — whether its rings cross or its holes lie inside — is not asked here.
public enum GeoJSONReader {
    /// Reads a FeatureCollection, or a lone Feature or geometry as one feature.
    ///
    /// Members may stand in any order, and those that RFC 7946 does not know are passed over. The text is read once;
    /// only coordinates that stand before their geometry's type are read twice.
    ///
    /// - Parameters:
    ///   - bytes: The file's content, in UTF-8.
    ///   - file: The path that places name.
    /// - Throws: ``GeoJSONFault``, for the first fault in the file.
    public static func read(_ bytes: [UInt8], file: String? = nil) throws(GeoJSONFault) -> GeoJSONDocument {
        var noTrace: GeoJSONTrace?
        return try read(bytes, file: file, tracing: &noTrace)
    }

    /// Reads one text of a series, faster where it is the same as the one before.
    ///
    /// - Parameters:
    ///   - bytes: The file's content, in UTF-8.
    ///   - file: The path that places name.
    ///   - trace: What the text before left, and then what this one leaves; none leaves none.
    /// - Throws: ``GeoJSONFault``, for the first fault in the file.
    public static func read(
        _ bytes: [UInt8], file: String?, tracing trace: inout GeoJSONTrace?
    ) throws(GeoJSONFault) -> GeoJSONDocument {
        let former = trace
        trace = nil
        return try withByteCursor(over: bytes, of: file) { (cursor) throws(GeoJSONFault) in
            var scan = GeoJSONScan(cursor: cursor, file: file)
            if let former { (scan.formerTrace, scan.trace) = (former, GeoJSONTrace(of: bytes)) }
            do throws(ScanProblem) {
                let document = try scan.document()
                trace = scan.trace
                return document
            } catch {
                throw GeoJSONFault(kind: error.kind, place: scan.cursor.place(scan.path, at: error.offset))
            }
        }
    }
}

extension GeoJSONScan {
    /// How many geometry collections may stand in one another.
    static let collectionLimit = 32

    /// Reads the whole text.
    fileprivate mutating func document() throws(ScanProblem) -> GeoJSONDocument {
        try cursor.begin()
        guard let kind = cursor.kindAhead else { throw cursor.unexpected(.value) }
        guard kind == .object else { throw ScanProblem(.notAnObject(found: kind), at: cursor.offset) }
        let line = lineNumber(at: cursor.offset)
        switch try object(in: nil) {
        case .featureCollection:
            break
        case .feature(let feature):
            features.append(feature)
        case .geometry(let geometry):
            features.append(
                GeoJSONFeature(
                    index: 0, id: nil, properties: JSONObject(), geometry: geometry,
                    place: Place(file: path.file, line: line)))
        }
        try cursor.finish()
        return GeoJSONDocument(features: features, remarks: collector.remarks)
    }

    /// Reads an object of GeoJSON that is the value, or an element of the value, of `parent`; nothing for the text.
    mutating func object(in parent: GeoJSONMember?) throws(ScanProblem) -> Content {
        let start = cursor.offset
        let line = parent == nil || parent == .features ? lineNumber(at: start) : nil
        var object = PartialObject(parent: parent)
        var isFirst = true
        try cursor.enter()
        while let name = try cursor.nextMember(&isFirst) {
            if let member = GeoJSONMember(rawValue: name) {
                try read(member, into: &object)
            } else {
                _ = try cursor.value(kept: false)
            }
        }
        cursor.depth -= 1

        let type = try object.checkedType(at: start)
        if let deferred = object.deferredCoordinates {
            let end = cursor.offset
            cursor.move(to: deferred)
            object.geometry = try coordinates(of: type)
            cursor.move(to: end)
        }
        switch type {
        case .featureCollection:
            return .featureCollection
        case .feature:
            let index = path.feature ?? 0
            let place = Place(file: path.file, line: line, feature: path.feature)
            return .feature(
                GeoJSONFeature(
                    index: index, id: object.id, properties: object.properties, geometry: object.geometry,
                    place: place))
        default:
            return .geometry(object.geometry ?? .geometryCollection([]))
        }
    }

    /// Reads the value of a member to which RFC 7946 gives a meaning.
    private mutating func read(
        _ member: GeoJSONMember, into object: inout PartialObject
    ) throws(ScanProblem) {
        let start = cursor.offset
        try object.admit(member, at: start)
        switch member {
        case .type:
            object.type = try type(in: object.parent)
            try object.checkPlaces()
        case .coordinates:
            try expect([.array], for: member)
            if let type = object.type {
                object.geometry = try coordinates(of: type)
            } else {
                object.deferredCoordinates = start
                _ = try cursor.value(kept: false)
            }
        case .geometries:
            try expect([.array], for: member)
            object.geometry = try geometryCollection()
        case .geometry:
            if try expect([.object, .null], for: member) == .null {
                try cursor.literal("null")
            } else if case .geometry(let geometry) = try self.object(in: member) {
                object.geometry = geometry
            }
        case .properties:
            try expect([.object, .null], for: member)
            object.properties = try cursor.value().object ?? JSONObject()
            if object.properties.duplicateName != nil { note(.duplicateProperty, at: start) }
        case .id:
            object.idOffset = start
            object.id = try cursor.value()
            try object.checkIdentifier()
        case .features:
            try expect([.array], for: member)
            try readFeatures()
        case .bbox:
            try expect([.array], for: member)
            try checkBoundingBox()
        case .crs:
            let system = try cursor.value()
            if let name = system.unsupportedReferenceSystem {
                throw ScanProblem(.unsupportedReferenceSystem(name), at: start)
            }
        }
    }
}
