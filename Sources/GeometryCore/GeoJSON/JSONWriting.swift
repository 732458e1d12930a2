extension JSONValue {
    /// The value as JSON without white space.
    ///
    /// Numbers are the shortest that read back as the same double. JSON has no infinity and no NaN: they become
    /// `null`.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let isTrue): bytes.append(contentsOf: (isTrue ? "true" : "false").utf8)
        case .number(let number): number.writeJSON(to: &bytes)
        case .string(let string): string.writeJSON(to: &bytes)
        case .array(let elements):
            bytes.append(Byte.openBracket)
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(Byte.comma) }
                element.write(to: &bytes)
            }
            bytes.append(Byte.closeBracket)
        case .object(let object):
            object.write(to: &bytes)
        }
    }
}

extension JSONObject {
    func write(to bytes: inout [UInt8]) {
        bytes.append(Byte.openBrace)
        for (index, member) in members.enumerated() {
            if index > 0 { bytes.append(Byte.comma) }
            member.name.writeJSON(to: &bytes)
            bytes.append(Byte.colon)
            member.value.write(to: &bytes)
        }
        bytes.append(Byte.closeBrace)
    }
}

extension Double {
    /// Writes the shortest digits that read back as this number.
    func writeJSON(to bytes: inout [UInt8]) {
        guard isFinite else {
            bytes.append(contentsOf: "null".utf8)
            return
        }
        // Swift's own description is the shortest; only the ".0" of whole numbers can go.
        let digits = description.utf8
        bytes.append(contentsOf: description.hasSuffix(".0") ? digits.dropLast(2) : digits[...])
    }
}

extension String {
    /// Writes the text in quotes, with the escapes that RFC 8259 §7 asks for and no others.
    func writeJSON(to bytes: inout [UInt8]) {
        bytes.append(Byte.quote)
        for byte in utf8 {
            switch byte {
            case Byte.quote, Byte.backslash:
                bytes.append(Byte.backslash)
                bytes.append(byte)
            case Byte.lineFeed:
                bytes.append(contentsOf: "\\n".utf8)
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
                bytes.append(contentsOf: digits.utf8)
            default:
                bytes.append(byte)
            }
        }
        bytes.append(Byte.quote)
    }
}
