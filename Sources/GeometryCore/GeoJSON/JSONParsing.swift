extension JSONValue {
    /// How many arrays and objects may stand in one another.
    public static let nestingLimit = 512

    /// Reads one JSON value (RFC 8259, without any leniency) that fills the whole text.
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8; a byte order mark is skipped.
    ///   - file: The path that faults name.
    /// - Throws: ``GeoJSONFault``, always of the kind ``GeoJSONFault/Kind/syntax(_:)``.
    public static func parse(_ bytes: [UInt8], file: String? = nil) throws(GeoJSONFault) -> JSONValue {
        try withByteCursor(over: bytes, of: file) { (cursor) throws(GeoJSONFault) in
            var cursor = cursor
            do throws(ScanProblem) {
                try cursor.begin()
                let value = try cursor.value()
                try cursor.finish()
                return value
            } catch {
                throw GeoJSONFault(kind: error.kind, place: cursor.place(Place(file: file), at: error.offset))
            }
        }
    }
}

extension ByteCursor {
    /// Reads any value; with `kept` false it is validated only, and `null` is answered.
    ///
    /// The open containers stand on a stack of their own, so that no input deepens the call stack.
    mutating func value(kept: Bool = true) throws(ScanProblem) -> JSONValue {
        var stack: [OpenContainer] = []
        var finished = try scalarOrOpening(kept: kept, &stack)
        while true {
            let top = stack.count - 1
            if let value = finished {
                guard top >= 0 else { return value }
                if kept { stack[top].take(value) }
            }
            let goesOn: Bool
            if stack[top].isObject {
                let name = try nextMember(&stack[top].isFirst)
                stack[top].name = name ?? ""
                goesOn = name != nil
            } else {
                goesOn = try nextElement(&stack[top].isFirst)
            }
            if goesOn {
                finished = try scalarOrOpening(kept: kept, &stack)
            } else {
                depth -= 1
                finished = stack.removeLast().value
            }
        }
    }

    /// Reads a scalar, or goes into a container and answers nothing.
    private mutating func scalarOrOpening(
        kept: Bool, _ stack: inout [OpenContainer]
    ) throws(ScanProblem) -> JSONValue? {
        skipWhitespace()
        switch kindAhead {
        case .array where !kept && plainPosition() != nil:
            // Coordinates that stand before their type are passed over at nearly the speed of reading them.
            return .null
        case .array, .object:
            stack.append(OpenContainer(isObject: current == Byte.openBrace))
            try enter()
            return nil
        case .number:
            return .number(try number())
        case .string:
            if kept { return .string(try string()) }
            try skipString()
            return .null
        case .bool:
            let isTrue = current == UInt8(ascii: "t")
            try literal(isTrue ? "true" : "false")
            return .bool(isTrue)
        case .null:
            try literal("null")
            return .null
        case nil:
            throw unexpected(.value)
        }
    }

    /// Goes past `true`, `false` or `null`.
    mutating func literal(_ word: String) throws(ScanProblem) {
        let start = offset
        for byte in word.utf8 {
            guard current == byte else {
                if isAtEnd { throw unexpected(.value) }
                throw ScanProblem(.syntax(.unexpected(byte: self[start], expected: .value)), at: start)
            }
            advance()
        }
    }
}

/// An array or object whose end has not been read.
private struct OpenContainer {
    let isObject: Bool
    var isFirst = true
    var name = ""
    private var elements: [JSONValue] = []
    private var members: [JSONObject.Member] = []

    init(isObject: Bool) {
        self.isObject = isObject
    }

    mutating func take(_ value: JSONValue) {
        if isObject {
            members.append(JSONObject.Member(name: name, value: value))
        } else {
            elements.append(value)
        }
    }

    var value: JSONValue { isObject ? .object(JSONObject(members)) : .array(elements) }
}
