/// Reads a JSON object whose members are lists of rings: a form in which some publish maps for drawing, not GeoJSON.
///
/// `{"areas": [[[46.0, 33.6], …], …]}`: each ring is a polygon without holes. What else the object has is passed over. As in
/// GeoJSON, rings must be closed and numbers be degrees on Earth; since the file does not say which number comes first, whoever
/// reads it must.
public enum RingListReader {
    /// Which number of a position comes first.
    public enum Axes: String, CaseIterable, Hashable, Sendable {
        /// Longitude, as in GeoJSON.
        case longitudeFirst
        /// Latitude.
        case latitudeFirst
    }

    /// The property of a feature that holds the name of its list.
    public static let listProperty = "list"

    /// Reads the rings of some lists, each as a feature.
    ///
    /// - Parameters:
    ///   - bytes: the file's content, in UTF-8.
    ///   - file: the path that places name.
    ///   - lists: the members to read; all must be there, though they may be empty.
    /// - Throws: ``GeoJSONFault``, for the first fault; places count features over all lists, and know no lines.
    public static func read(
        _ bytes: [UInt8], file: String?, lists: [String], axes: Axes
    ) throws(GeoJSONFault) -> GeoJSONDocument {
        let value = try JSONValue.parse(bytes, file: file)
        let start = Place(file: file)
        guard let object = value.object else { throw GeoJSONFault(kind: .notAnObject(found: value.kind), place: start) }
        var features: [GeoJSONFeature] = []
        var remarks = RemarkCollector()
        for list in lists {
            guard let value = object[list] else { throw GeoJSONFault(kind: .missingList(list), place: start) }
            guard case .array(let rings) = value else {
                throw GeoJSONFault(kind: .illTypedList(list, found: value.kind), place: start)
            }
            for ring in rings {
                let place = Place(file: file, feature: features.count)
                let polygon = Polygon(shell: try Self.ring(ring, axes, at: place))
                remarks.count(polygon.shell, at: place)
                features.append(
                    GeoJSONFeature(
                        index: features.count, id: nil, properties: [listProperty: .string(list)],
                        geometry: .polygon(polygon), place: place))
            }
        }
        return GeoJSONDocument(features: features, remarks: remarks.remarks)
    }

    private static func ring(_ value: JSONValue, _ axes: Axes, at place: Place) throws(GeoJSONFault) -> Ring {
        guard case .array(let elements) = value else {
            throw GeoJSONFault(kind: .illTypedCoordinate(found: value.kind), place: place)
        }
        var positions: [Position] = []
        for (index, element) in elements.enumerated() {
            positions.append(try position(element, axes, at: place.at(position: index)))
        }
        do throws(GeometryFault) {
            return try Ring(positions)
        } catch {
            throw GeoJSONFault(kind: .geometry(error), place: place)
        }
    }

    private static func position(_ value: JSONValue, _ axes: Axes, at place: Place) throws(GeoJSONFault) -> Position {
        guard case .array(let elements) = value else {
            throw GeoJSONFault(kind: .illTypedCoordinate(found: value.kind), place: place)
        }
        var numbers: [Double] = []
        for element in elements {
            guard let number = element.number else {
                throw GeoJSONFault(kind: .illTypedCoordinate(found: element.kind), place: place)
            }
            numbers.append(number)
        }
        guard numbers.count >= 2 else {
            throw GeoJSONFault(kind: .positionTooShort(numbers: numbers.count), place: place)
        }
        let (x, y) = axes == .longitudeFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
        if y.magnitude > 90 { throw GeoJSONFault(kind: .latitudeOutOfRange(degrees: y), place: place) }
        if x.magnitude > 540 { throw GeoJSONFault(kind: .longitudeOutOfRange(degrees: x), place: place) }
        do throws(GeometryFault) {
            return try Position(x: x, y: y)
        } catch {
            throw GeoJSONFault(kind: .geometry(error), place: place)
        }
    }
}

extension RemarkCollector {
    /// Remarks on longitudes that leave open which way round the Earth an edge goes.
    fileprivate mutating func count(_ ring: Ring, at place: Place) {
        if ring.positions.contains(where: { $0.x.magnitude > 180 }) { count(.longitudeBeyond180, at: place) }
        if zip(ring.positions, ring.positions.dropFirst()).contains(where: { ($1.x - $0.x).magnitude > 180 }) {
            count(.edgeLongerThan180, at: place)
        }
    }
}
