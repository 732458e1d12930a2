/// What a GeoJSON file holds.
public struct GeoJSONDocument: Hashable, Sendable {
    /// The features in the order of the file; a bare geometry or a lone feature is one.
    public let features: [GeoJSONFeature]
    /// What RFC 7946 advises against and the file does nonetheless, each kind once.
    public let remarks: [GeoJSONRemark]
}

/// A geometry with its properties (RFC 7946 §3.2).
public struct GeoJSONFeature: Hashable, Sendable {
    /// The index in the file, from 0.
    public let index: Int
    /// A string or a number, where the file gives one.
    public let id: JSONValue?
    /// The properties in the order of the file; none where they are `null`.
    public let properties: JSONObject
    /// The geometry; nothing where it is `null`.
    public let geometry: GeoJSONGeometry?
    /// The file and line where the feature begins, and its index where it stands in a collection.
    public let place: Place
}

/// A geometry of RFC 7946 §3.1, positions as longitude and latitude in degrees.
///
/// Third and further numbers of a position are not kept. An empty array of coordinates is an empty geometry.
public enum GeoJSONGeometry: Hashable, Sendable {
    /// A position; nothing where the coordinates are empty.
    case point(Position?)
    /// Positions.
    case multiPoint([Position])
    /// Two positions or more; none where the coordinates are empty.
    case lineString([Position])
    /// Lines of two positions or more.
    case multiLineString([[Position]])
    /// A polygon; nothing where the coordinates are empty.
    case polygon(Polygon?)
    /// Polygons.
    case multiPolygon(MultiPolygon)
    /// Geometries of any type.
    case geometryCollection([GeoJSONGeometry])

    /// The polygons of a Polygon, of a MultiPolygon, and of collections of them, in order.
    public var polygons: [Polygon] {
        switch self {
        case .point, .multiPoint, .lineString, .multiLineString: []
        case .polygon(let polygon): polygon.map { [$0] } ?? []
        case .multiPolygon(let multiPolygon): multiPolygon.polygons
        case .geometryCollection(let geometries): geometries.flatMap(\.polygons)
        }
    }

    /// The places of the same polygons: `base` with the members and the polygon's index added.
    ///
    /// A Polygon has no index of its own; the polygons of a MultiPolygon have.
    public func places(ofPolygonsAt base: Place) -> [Place] {
        switch self {
        case .point, .multiPoint, .lineString, .multiLineString:
            return []
        case .polygon(let polygon):
            return polygon == nil ? [] : [base]
        case .multiPolygon(let multiPolygon):
            return multiPolygon.polygons.indices.map { index in
                var place = base
                place.polygon = index
                return place
            }
        case .geometryCollection(let geometries):
            return geometries.enumerated().flatMap { index, geometry in
                var place = base
                place.members.append(index)
                return geometry.places(ofPolygonsAt: place)
            }
        }
    }
}

/// The types that RFC 7946 §1.4 names.
public enum GeoJSONType: String, Hashable, Sendable, CaseIterable {
    /// A position.
    case point = "Point"
    /// Positions.
    case multiPoint = "MultiPoint"
    /// A line.
    case lineString = "LineString"
    /// Lines.
    case multiLineString = "MultiLineString"
    /// A shell with holes.
    case polygon = "Polygon"
    /// Polygons.
    case multiPolygon = "MultiPolygon"
    /// Geometries.
    case geometryCollection = "GeometryCollection"
    /// A geometry with properties.
    case feature = "Feature"
    /// Features.
    case featureCollection = "FeatureCollection"

    /// Whether the type is one of the seven geometries.
    public var isGeometry: Bool { self != .feature && self != .featureCollection }
}

/// The names to which RFC 7946 gives a meaning, and `crs`, which it took away (§4).
public enum GeoJSONMember: String, Hashable, Sendable, CaseIterable {
    /// The type of every object.
    case type
    /// The numbers of a geometry.
    case coordinates
    /// The members of a geometry collection.
    case geometries
    /// The geometry of a feature.
    case geometry
    /// The properties of a feature.
    case properties
    /// The identifier of a feature.
    case id
    /// The features of a collection.
    case features
    /// The bounding box of any object.
    case bbox
    /// The coordinate reference system of GeoJSON as it was in 2008.
    case crs
}
