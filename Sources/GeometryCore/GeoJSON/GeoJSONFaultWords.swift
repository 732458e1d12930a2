extension GeoJSONFault: CustomStringConvertible {
    /// One line: where the fault is, what it is, and what to do next.
    public var description: String {
        let place = place.description
        return place.isEmpty ? kind.words : "\(place): \(kind.words)"
    }
}

extension GeoJSONFault.Kind {
    fileprivate var words: String {
        switch self {
        case .syntax(let fault):
            return fault.words
        case .notAnObject(let found):
            return "the file holds \(found.words) and no GeoJSON object; give a FeatureCollection, Feature or geometry"
        case .topoJSON:
            return "this is TopoJSON; convert it to GeoJSON, for example with topo2geo or mapshaper -o format=geojson"
        case .missingList(let name):
            return "there is no list \(name.shown) of rings, as the source's maps have; check that this is one of them"
        case .illTypedList(let name, let found):
            return "\(name.shown) must be a list of rings, not \(found.words)"
        case .unknownType(let name):
            return "the type \(name.shown) is none of GeoJSON's; correct it or convert the file to GeoJSON"
        case .typeInWrongCase(let found, let meant):
            return "the type \(found.shown) must be written \"\(meant.rawValue)\""
        case .typeOutOfPlace(let found, let member):
            let expected = member == .features ? "a Feature" : "a geometry"
            return "\"\(member.rawValue)\" holds a \(found.rawValue) where \(expected) must stand; correct the type"
        case .missingMember(let member, let type):
            return missingWords(member, in: type)
        case .duplicateMember(let member):
            return "\"\(member.rawValue)\" stands twice in one object; remove one"
        case .memberOutOfPlace(let member, let type):
            return
                "a \(type?.rawValue ?? "geometry") must not have \"\(member.rawValue)\"; remove or rename it, or correct the type"
        case .illTypedMember(let member, let found):
            let advice = member == .id ? "; remove it where there is none" : ""
            return "\"\(member.rawValue)\" must be \(member.expected), not \(found.words)\(advice)"
        case .illTypedElement(let member, let found):
            let element = member == .features ? "a Feature" : "a geometry"
            return "each element of \"\(member.rawValue)\" must be \(element), not \(found.words); remove it"
        case .coordinatesTooShallow(let type):
            return "a number where an array must stand: the coordinates of a \(type.rawValue) are nested "
                + "\(type.levels); nest them deeper or correct the type"
        case .coordinatesTooDeep(let type):
            return "an array where a number must stand: the coordinates of a \(type.rawValue) are nested "
                + "\(type.levels); nest them less deep or correct the type"
        case .illTypedCoordinate(let found):
            let advice = found == .string ? "write them without quotes" : "correct or remove the position"
            return "coordinates must be numbers, not \(found.words); \(advice)"
        case .positionTooShort(let numbers):
            return "a position needs two numbers, longitude and latitude, and this one has \(numbers)"
        case .lineTooShort(let positions):
            return "a line needs two positions, and this one has \(positions); remove the line or add positions"
        case .polygonWithoutRing:
            return "a polygon of a MultiPolygon has no ring; remove the empty array"
        case .geometry(let fault):
            return fault.words
        case .ringNotClosedInHeight:
            return "the ring is not closed: its first and last position differ in their third number; make them equal"
        case .latitudeOutOfRange(let degrees):
            return "the latitude \(degrees.shown) lies beyond ±90°; positions are longitude, latitude in degrees: "
                + "swap the axes where they are swapped, reproject where they are metres (ogr2ogr -t_srs EPSG:4326)"
        case .longitudeOutOfRange(let degrees):
            return "the longitude \(degrees.shown) lies beyond ±540°; positions are longitude, latitude in degrees: "
                + "reproject where they are metres (ogr2ogr -t_srs EPSG:4326)"
        case .boundingBoxLength(let numbers):
            return "\"bbox\" must have four or six numbers, and has \(numbers); correct or remove it"
        case .illTypedBoundingBox(let found):
            return "\"bbox\" must hold numbers, not \(found.words); correct or remove it"
        case .unsupportedReferenceSystem(let name):
            return "the coordinates are in \(name.shown), and only WGS 84 longitude and latitude are read; "
                + "reproject the file, for example with ogr2ogr -t_srs EPSG:4326"
        case .collectionsTooDeep(let limit):
            return "geometry collections stand in one another more than \(limit) deep; put their geometries in one"
        }
    }

    private func missingWords(_ member: GeoJSONMember, in type: GeoJSONType?) -> String {
        guard let type else {
            return "an object without \"type\"; this is no GeoJSON, or its type was left out: add it"
        }
        let advice = type == .feature ? "add it, with null where there is none" : "add it, or correct the type"
        return "a \(type.rawValue) must have \"\(member.rawValue)\"; \(advice)"
    }
}

extension GeometryFault {
    fileprivate var words: String {
        switch self {
        case .notFinite(let x, let y):
            return "the position \(x), \(y) is not finite; correct it"
        case .ringTooShort(let positions):
            return "a ring needs four positions, the last equal to the first, and this one has \(positions); "
                + "remove the ring or add positions"
        case .ringNotClosed(let first, let last):
            return "the ring is not closed: it begins at \(first.shown) and ends at \(last.shown); "
                + "repeat the first position at its end"
        }
    }
}

extension JSONFault {
    fileprivate var words: String {
        switch self {
        case .empty: "the file is empty; give a GeoJSON file"
        case .notText(.utf16): "not UTF-8 text, but UTF-16; save it as UTF-8"
        case .notText(.compressed): "not UTF-8 text, but compressed data; unpack it first"
        case .notText(.markup): "not JSON, but XML or HTML; convert it to GeoJSON, or fetch the file itself"
        case .notText(.binary): "not UTF-8 text, but binary data; give a GeoJSON file"
        case .endsEarly(let expected):
            "the file ends early: \(expected.words) must follow; fetch or save the whole file"
        case .unexpected(let byte, .end): "\(byte.shown) after the end of the JSON value; remove what follows it"
        case .unexpected(let byte, let expected): "\(byte.shown) where \(expected.words) must stand; correct the JSON"
        case .trailingComma: "a comma with nothing after it; remove the comma"
        case .leadingZero: "a number begins with a needless zero; remove the zero"
        case .notFinite: "NaN and Infinity are not numbers in JSON; write null, or leave the position out"
        case .numberTooLarge: "a number beyond 1.8e308; correct it"
        case .controlCharacter(let byte): "the control character \(byte.shown) inside a string; write it as an escape"
        case .unknownEscape: "a backslash before a character that needs none; double the backslash or remove it"
        case .loneSurrogate: "half a surrogate pair in a string; write both halves, or the character itself"
        case .invalidUTF8(let byte): "\(byte.shown) in a string is not UTF-8; save the file as UTF-8"
        case .nestedTooDeep(let limit): "arrays and objects stand in one another more than \(limit) deep; flatten them"
        }
    }
}

extension JSONFault.Expected {
    fileprivate var words: String {
        switch self {
        case .value: "a value"
        case .memberName: "a member's name in double quotes"
        case .colon: "a colon"
        case .commaOrBracket: "a comma or ]"
        case .commaOrBrace: "a comma or }"
        case .digit: "a digit"
        case .hexadecimalDigit: "a hexadecimal digit"
        case .closingQuote: "a closing quote"
        case .end: "nothing"
        }
    }
}

extension JSONValue.Kind {
    fileprivate var words: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension GeoJSONMember {
    /// What the member's value must be.
    fileprivate var expected: String {
        switch self {
        case .type: "a string"
        case .coordinates, .geometries, .features: "an array"
        case .geometry: "a geometry or null"
        case .properties, .crs: "an object or null"
        case .id: "a string or a number"
        case .bbox: "an array of four or six numbers"
        }
    }
}

extension GeoJSONType {
    /// How deep the arrays of the coordinates stand in one another.
    fileprivate var levels: String {
        switch self {
        case .point: "one deep"
        case .multiPoint, .lineString: "two deep"
        case .multiLineString, .polygon: "three deep"
        default: "four deep"
        }
    }
}

extension UInt8 {
    /// The byte as a character where it is a visible one of ASCII, else in hexadecimal.
    fileprivate var shown: String {
        if (0x21..<0x7F).contains(self) { return "'\(Unicode.Scalar(self))'" }
        let digits = String(self, radix: 16, uppercase: true)
        return "byte 0x\(digits.count < 2 ? "0" : "")\(digits)"
    }
}

extension Position {
    /// Both numbers.
    fileprivate var shown: String { "\(x.shown), \(y.shown)" }
}

extension Double {
    /// The number without the ".0" of whole ones.
    fileprivate var shown: String { description.hasSuffix(".0") ? String(description.dropLast(2)) : description }
}

extension String {
    /// The file's own text in quotes, on one line and cut short, so that it can't break a message.
    fileprivate var shown: String {
        "\"\(String(unicodeScalars.prefix(60)).onOneLine)\(unicodeScalars.count > 60 ? "…" : "")\""
    }
}
