extension ByteCursor {
    /// Reads a string (RFC 8259 §7) whose opening quote is the current byte.
    mutating func string() throws(ScanProblem) -> String {
        let start = offset + 1
        let (end, hasEscapes) = try endOfString()
        move(to: end + 1)
        return hasEscapes ? unescaped(start..<end) : text(start..<end)
    }

    /// Goes past a string, validated but not decoded.
    mutating func skipString() throws(ScanProblem) {
        move(to: try endOfString().end + 1)
    }

    /// The offset of the closing quote, every byte before it validated.
    private func endOfString() throws(ScanProblem) -> (end: Int, hasEscapes: Bool) {
        var (next, hasEscapes) = (offset + 1, false)
        while true {
            let byte = self[next]
            switch byte {
            case Byte.quote:
                return (next, hasEscapes)
            case Byte.backslash:
                hasEscapes = true
                next = try endOfEscape(at: next)
            case 0..<0x20:
                if next >= count { throw ScanProblem(.syntax(.endsEarly(expected: .closingQuote)), at: count) }
                throw ScanProblem(.syntax(.controlCharacter(byte)), at: next)
            case 0x20..<0x80:
                next &+= 1
            default:
                let length = sequenceLength(at: next)
                guard length > 0 else { throw ScanProblem(.syntax(.invalidUTF8(byte: byte)), at: next) }
                next &+= length
            }
        }
    }

    /// The offset after an escape, which for a surrogate is the offset after the pair.
    private func endOfEscape(at start: Int) throws(ScanProblem) -> Int {
        let byte = self[start + 1]
        guard byte == UInt8(ascii: "u") else {
            if start + 1 >= count { throw ScanProblem(.syntax(.endsEarly(expected: .closingQuote)), at: count) }
            guard simpleEscape(byte) != nil else { throw ScanProblem(.syntax(.unknownEscape), at: start) }
            return start + 2
        }
        guard let unit = codeUnit(at: start) else { throw badCodeUnit(at: start) }
        if UTF16.isTrailSurrogate(unit) { throw ScanProblem(.syntax(.loneSurrogate), at: start) }
        guard UTF16.isLeadSurrogate(unit) else { return start + 6 }
        guard self[start + 6] == Byte.backslash, self[start + 7] == UInt8(ascii: "u") else {
            throw ScanProblem(.syntax(.loneSurrogate), at: start)
        }
        guard let trail = codeUnit(at: start + 6) else { throw badCodeUnit(at: start + 6) }
        guard UTF16.isTrailSurrogate(trail) else { throw ScanProblem(.syntax(.loneSurrogate), at: start) }
        return start + 12
    }

    /// The number of an escape `\uXXXX` that begins at an offset; nothing where a digit is missing.
    private func codeUnit(at start: Int) -> UInt16? {
        var unit: UInt16 = 0
        for offset in start + 2..<start + 6 {
            guard let digit = hexadecimalDigit(self[offset]) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    /// The problem of an escape `\uXXXX` without its four digits.
    private func badCodeUnit(at start: Int) -> ScanProblem {
        var bad = start + 2
        while hexadecimalDigit(self[bad]) != nil { bad += 1 }
        if bad >= count { return ScanProblem(.syntax(.endsEarly(expected: .hexadecimalDigit)), at: count) }
        return ScanProblem(.syntax(.unexpected(byte: self[bad], expected: .hexadecimalDigit)), at: bad)
    }

    /// The text of a validated range that holds escapes.
    private func unescaped(_ range: Range<Int>) -> String {
        var units: [UInt8] = []
        units.reserveCapacity(range.count)
        var next = range.lowerBound
        while next < range.upperBound {
            guard self[next] == Byte.backslash else {
                units.append(self[next])
                next += 1
                continue
            }
            if let byte = simpleEscape(self[next + 1]) {
                units.append(byte)
                next += 2
                continue
            }
            let scalar: Unicode.Scalar?
            (scalar, next) = escapedScalar(at: next)
            if let scalar { units.append(contentsOf: String(scalar).utf8) }
        }
        return String(decoding: units, as: UTF8.self)
    }

    /// The scalar of a validated `\uXXXX` or pair of them, and the offset after it.
    private func escapedScalar(at start: Int) -> (Unicode.Scalar?, next: Int) {
        guard let lead = codeUnit(at: start) else { return (nil, start + 6) }
        guard UTF16.isLeadSurrogate(lead), let trail = codeUnit(at: start + 6) else {
            return (Unicode.Scalar(lead), start + 6)
        }
        return (Unicode.Scalar(0x10000 + (UInt32(lead) & 0x3FF) << 10 + UInt32(trail) & 0x3FF), start + 12)
    }

    /// How many bytes the character of two or more bytes at an offset has; 0 where it is not well-formed UTF-8
    /// (Unicode 15, table 3-7).
    private func sequenceLength(at start: Int) -> Int {
        let lead = self[start]
        let second: ClosedRange<UInt8>
        let length: Int
        switch lead {
        case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
        case 0xE0: (second, length) = (0xA0...0xBF, 3)
        case 0xED: (second, length) = (0x80...0x9F, 3)
        case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
        case 0xF0: (second, length) = (0x90...0xBF, 4)
        case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
        case 0xF4: (second, length) = (0x80...0x8F, 4)
        default: return 0
        }
        guard second.contains(self[start + 1]) else { return 0 }
        for offset in start + 2..<max(start + 2, start + length) where self[offset] & 0xC0 != 0x80 { return 0 }
        return length
    }
}

/// The byte that a two-character escape stands for.
private func simpleEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case Byte.quote, Byte.backslash, UInt8(ascii: "/"): byte
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): Byte.lineFeed
    case UInt8(ascii: "r"): Byte.carriageReturn
    case UInt8(ascii: "t"): Byte.tab
    default: nil
    }
}

/// The value of a hexadecimal digit.
private func hexadecimalDigit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
}
