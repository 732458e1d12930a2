/// Why a file is not read: what is wrong, and where.
public struct GeoJSONFault: Error, Hashable, Sendable {
    /// What is wrong.
    public let kind: Kind
    /// Where: file, line and column, and as much of feature, members, polygon, ring and position as applies.
    public let place: Place

    /// What is wrong.
    public enum Kind: Hashable, Sendable {
        /// The text is not JSON (RFC 8259).
        case syntax(JSONFault)
        /// The text is JSON, but not an object.
        case notAnObject(found: JSONValue.Kind)
        /// The text is TopoJSON.
        case topoJSON
        /// A list of rings that must be there is missing (``RingListReader``).
        case missingList(String)
        /// What should be a list of rings is none.
        case illTypedList(String, found: JSONValue.Kind)
        /// A type that RFC 7946 does not know.
        case unknownType(String)
        /// A type that RFC 7946 writes with other capitals.
        case typeInWrongCase(found: String, meant: GeoJSONType)
        /// A type of RFC 7946 where another one must stand, such as a Feature in a geometry.
        case typeOutOfPlace(found: GeoJSONType, in: GeoJSONMember)
        /// A member that must be there is missing; `type` is nothing where the object has none.
        case missingMember(GeoJSONMember, of: GeoJSONType?)
        /// A member that may stand only once stands twice.
        case duplicateMember(GeoJSONMember)
        /// A member of another type of object (RFC 7946 §7.1); `type` is nothing for a geometry of unknown type.
        case memberOutOfPlace(GeoJSONMember, in: GeoJSONType?)
        /// The value of a member is of the wrong kind.
        case illTypedMember(GeoJSONMember, found: JSONValue.Kind)
        /// An element of `features` or `geometries` is not an object.
        case illTypedElement(of: GeoJSONMember, found: JSONValue.Kind)
        /// A number where an array of coordinates must stand.
        case coordinatesTooShallow(GeoJSONType)
        /// An array where a number must stand.
        case coordinatesTooDeep(GeoJSONType)
        /// A text or the like among the coordinates.
        case illTypedCoordinate(found: JSONValue.Kind)
        /// A position of fewer than two numbers.
        case positionTooShort(numbers: Int)
        /// A line of fewer than two positions.
        case lineTooShort(positions: Int)
        /// An empty array among the polygons of a MultiPolygon.
        case polygonWithoutRing
        /// A ring too short or not closed.
        case geometry(GeometryFault)
        /// A ring whose ends agree but for their third numbers (RFC 7946 §3.1.6: identical values).
        case ringNotClosedInHeight
        /// A latitude beyond ±90°.
        case latitudeOutOfRange(degrees: Double)
        /// A longitude beyond ±540°, one turn and a half.
        case longitudeOutOfRange(degrees: Double)
        /// A bounding box not of four or six numbers.
        case boundingBoxLength(numbers: Int)
        /// A text or the like in a bounding box.
        case illTypedBoundingBox(found: JSONValue.Kind)
        /// A coordinate reference system other than WGS 84 in longitude and latitude.
        case unsupportedReferenceSystem(String)
        /// Geometry collections in one another, deeper than the reader goes.
        case collectionsTooDeep(limit: Int)
    }
}

/// Why a text is not JSON (RFC 8259).
public enum JSONFault: Hashable, Sendable {
    /// No bytes, or nothing but white space.
    case empty
    /// The bytes are not UTF-8 text.
    case notText(Foreign)
    /// The text ends where something must follow.
    case endsEarly(expected: Expected)
    /// A byte that can't stand where it does.
    case unexpected(byte: UInt8, expected: Expected)
    /// A comma before a closing bracket or brace.
    case trailingComma
    /// A number that begins with a needless zero.
    case leadingZero
    /// `NaN` or `Infinity`.
    case notFinite
    /// A number that no double can hold.
    case numberTooLarge
    /// A control character inside a string.
    case controlCharacter(UInt8)
    /// A backslash before a character that needs none and means nothing.
    case unknownEscape
    /// Half of a surrogate pair.
    case loneSurrogate
    /// A byte in a string that is not well-formed UTF-8.
    case invalidUTF8(byte: UInt8)
    /// Arrays and objects in one another, deeper than the reader goes.
    case nestedTooDeep(limit: Int)

    /// What the bytes are instead of UTF-8 text.
    public enum Foreign: Hashable, Sendable {
        /// Text in UTF-16.
        case utf16
        /// Compressed data.
        case compressed
        /// XML or HTML.
        case markup
        /// Something else.
        case binary
    }

    /// What the grammar expects.
    public enum Expected: Hashable, Sendable {
        /// Any value.
        case value
        /// A member's name in quotes, or the end of the object.
        case memberName
        /// A colon.
        case colon
        /// A comma or a closing bracket.
        case commaOrBracket
        /// A comma or a closing brace.
        case commaOrBrace
        /// A digit.
        case digit
        /// A hexadecimal digit.
        case hexadecimalDigit
        /// The quote that ends a string.
        case closingQuote
        /// Nothing.
        case end
    }
}
