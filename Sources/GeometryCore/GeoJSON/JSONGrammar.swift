/// What stopped the scanner, and at which byte; line and column are counted only when it becomes a fault.
struct ScanProblem: Error {
    let kind: GeoJSONFault.Kind
    let offset: Int

    init(_ kind: GeoJSONFault.Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}

extension ByteCursor {
    /// Skips a byte order mark and white space, and refuses what is no UTF-8 text at all.
    mutating func begin() throws(ScanProblem) {
        if self[0] == 0xEF, self[1] == 0xBB, self[2] == 0xBF { move(to: 3) }
        let (first, second) = (current, self[offset + 1])
        switch (first, second) {
        case (0xFE, 0xFF), (0xFF, 0xFE): throw ScanProblem(.syntax(.notText(.utf16)), at: offset)
        case (0x1F, 0x8B), (0x50, 0x4B), (0x28, 0xB5): throw ScanProblem(.syntax(.notText(.compressed)), at: offset)
        default: break
        }
        if offset + 1 < count, (first == 0) != (second == 0) {
            throw ScanProblem(.syntax(.notText(.utf16)), at: offset)
        }
        skipWhitespace()
        if isAtEnd { throw ScanProblem(.syntax(.empty), at: offset) }
        if current == UInt8(ascii: "<") { throw ScanProblem(.syntax(.notText(.markup)), at: offset) }
        if current < Byte.space || current >= 0x7F { throw ScanProblem(.syntax(.notText(.binary)), at: offset) }
    }

    /// Makes sure that nothing but white space is left.
    mutating func finish() throws(ScanProblem) {
        skipWhitespace()
        guard isAtEnd else { throw ScanProblem(.syntax(.unexpected(byte: current, expected: .end)), at: offset) }
    }

    /// `path` with the line and column of an offset.
    func place(_ path: Place, at offset: Int) -> Place {
        let end = min(offset, count)
        var lineStart = end
        while lineStart > 0, self[lineStart - 1] != Byte.lineFeed { lineStart -= 1 }
        if lineStart == 0, self[0] == 0xEF, self[1] == 0xBB { lineStart = min(3, end) }
        var place = path
        place.line = lineFeeds(in: 0..<end) + 1
        place.column = end - lineStart + 1
        return place
    }

    /// What the current byte begins; nothing where no value begins so.
    var kindAhead: JSONValue.Kind? {
        switch current {
        case Byte.openBrace: .object
        case Byte.openBracket: .array
        case Byte.quote: .string
        case Byte.minus, UInt8(ascii: "0")...UInt8(ascii: "9"): .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
        case UInt8(ascii: "n"): .null
        default: nil
        }
    }

    /// The problem that the current byte is not what the grammar expects.
    @inline(never) func unexpected(_ expected: JSONFault.Expected) -> ScanProblem {
        if isAtEnd { return ScanProblem(.syntax(.endsEarly(expected: expected)), at: offset) }
        if expected == .value, current == UInt8(ascii: "N") || current == UInt8(ascii: "I") {
            return ScanProblem(.syntax(.notFinite), at: offset)
        }
        return ScanProblem(.syntax(.unexpected(byte: current, expected: expected)), at: offset)
    }

    /// Goes into the array or object that opens at the current byte.
    mutating func enter() throws(ScanProblem) {
        depth += 1
        guard depth <= JSONValue.nestingLimit else {
            throw ScanProblem(.syntax(.nestedTooDeep(limit: JSONValue.nestingLimit)), at: offset)
        }
        advance()
    }

    /// Goes to the next element of an array, whose opening bracket is behind, or past its end.
    @inline(__always) mutating func nextElement(_ isFirst: inout Bool) throws(ScanProblem) -> Bool {
        skipWhitespace()
        if current == Byte.closeBracket {
            advance()
            return false
        }
        if isFirst {
            isFirst = false
            return true
        }
        guard current == Byte.comma else { throw unexpected(.commaOrBracket) }
        let comma = offset
        advance()
        skipWhitespace()
        if current == Byte.closeBracket { throw ScanProblem(.syntax(.trailingComma), at: comma) }
        return true
    }

    /// Goes to the value of an object's next member and answers its name, or past the object's end.
    mutating func nextMember(_ isFirst: inout Bool) throws(ScanProblem) -> String? {
        skipWhitespace()
        if current == Byte.closeBrace {
            advance()
            return nil
        }
        if isFirst {
            isFirst = false
        } else {
            guard current == Byte.comma else { throw unexpected(.commaOrBrace) }
            let comma = offset
            advance()
            skipWhitespace()
            if current == Byte.closeBrace { throw ScanProblem(.syntax(.trailingComma), at: comma) }
        }
        guard current == Byte.quote else { throw unexpected(.memberName) }
        let name = try string()
        skipWhitespace()
        guard current == Byte.colon else { throw unexpected(.colon) }
        advance()
        skipWhitespace()
        return name
    }
}
