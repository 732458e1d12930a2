extension ByteCursor {
    /// Reads a number (RFC 8259 §6), rounded to the nearest double, ties to even.
    @inline(__always) mutating func number() throws(ScanProblem) -> Double {
        var next = offset
        if let number = plainNumber(from: &next) {
            move(to: next)
            return number
        }
        return try anyNumber()
    }

    /// Reads a number without exponent and of at most 19 digits; nothing for any other, well-formed or not.
    ///
    /// The digits are gathered in an integer. Where it is a double without rounding, one division by an exact power
    /// of ten rounds once (Clinger 1990); where it is not, the exact quotient is rounded once.
    @inline(__always) private func plainNumber(from next: inout Int) -> Double? {
        let isNegative = self[next] == Byte.minus
        if isNegative { next &+= 1 }
        let first = next
        var digits: UInt64 = 0
        // Few digits stand before the point of a coordinate, many after it.
        while case let digit = self[next] &- Byte.zero, digit <= 9 {
            digits = digits &* 10 &+ UInt64(digit)
            next &+= 1
        }
        let wholeCount = next &- first
        guard wholeCount == 1 || (wholeCount > 1 && self[first] != Byte.zero) else { return nil }

        var decimalCount = 0
        if self[next] == Byte.point {
            next &+= 1
            let firstDecimal = next
            takeDecimals(from: &next, into: &digits)
            decimalCount = next &- firstDecimal
            guard decimalCount > 0 else { return nil }
        }
        guard wholeCount &+ decimalCount <= 19, self[next] | 0x20 != UInt8(ascii: "e") else { return nil }
        let magnitude =
            digits <= 1 << 53
            ? Double(Int(truncatingIfNeeded: digits)) / powersOfTen[decimalCount]
            : quotient(digits, byTenTo: decimalCount)
        return isNegative ? -magnitude : magnitude
    }

    /// Takes decimals up to the first other byte; beyond 19 digits `digits` has wrapped around.
    ///
    /// Eight bytes are taken at a time (Lemire 2018): `'0' ^ byte` is the digit, and what is no digit is found by the
    /// carry into the top bit of its byte. A carry out of a byte only reaches bytes after the first that is no digit.
    @inline(__always) private func takeDecimals(from next: inout Int, into digits: inout UInt64) {
        var count: Int
        repeat {
            let values = word(at: next) ^ 0x3030_3030_3030_3030
            let others = ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
            count = others.trailingZeroBitCount / 8
            guard count > 0 else { return }
            digits = digits &* wholePowersOfTen[count] &+ number(ofDigits: values &<< UInt64(64 - 8 * count))
            next &+= count
        } while count == 8
    }

    /// The number whose decimal digits are the eight bytes of a word, the lowest byte the foremost digit.
    @inline(__always) private func number(ofDigits bytes: UInt64) -> UInt64 {
        let pairs = ((bytes &* (10 << 8 | 1)) >> 8) & 0x00FF_00FF_00FF_00FF
        let fours = ((pairs &* (100 << 16 | 1)) >> 16) & 0x0000_FFFF_0000_FFFF
        return (fours &* (10_000 << 32 | 1)) >> 32
    }

    /// Reads a number of any form: its grammar is checked here, and the standard library rounds it correctly.
    @inline(never) private mutating func anyNumber() throws(ScanProblem) -> Double {
        let start = offset
        if current == Byte.minus { advance() }
        if current == Byte.zero {
            advance()
            if current &- Byte.zero <= 9 { throw ScanProblem(.syntax(.leadingZero), at: offset - 1) }
        } else {
            try skipDigits(ofNumberAt: start)
        }
        if current == Byte.point {
            advance()
            try skipDigits(ofNumberAt: start)
        }
        if current | 0x20 == UInt8(ascii: "e") {
            advance()
            if current == Byte.minus || current == Byte.plus { advance() }
            try skipDigits(ofNumberAt: start)
        }
        guard let number = Double(text(start..<offset)), number.isFinite else {
            throw ScanProblem(.syntax(.numberTooLarge), at: start)
        }
        return number
    }

    /// Goes past one digit or more.
    private mutating func skipDigits(ofNumberAt start: Int) throws(ScanProblem) {
        guard current &- Byte.zero <= 9 else {
            let isInfinity = offset == start + 1 && (current == UInt8(ascii: "I") || current == UInt8(ascii: "N"))
            throw isInfinity ? ScanProblem(.syntax(.notFinite), at: start) : unexpected(.digit)
        }
        while current &- Byte.zero <= 9 { advance() }
    }
}

/// `digits` / 10^`power` for digits > 0 and power ≤ 27, correctly rounded.
///
/// 10^p = 5^p · 2^p, and 5^27 is the last power of five below 2^64. With both operands shifted to the top of their
/// words, the quotient has 63 or 64 bits; a remainder is kept in its last bit, ten bits below the one where a double
/// rounds. The conversion then rounds once, and the power of two is exact.
private func quotient(_ digits: UInt64, byTenTo power: Int) -> Double {
    let divisor = powersOfFive[power]
    let (digitShift, divisorShift) = (digits.leadingZeroBitCount, divisor.leadingZeroBitCount)
    let dividend = digits << UInt64(digitShift)
    let (quotient, remainder) = (divisor << UInt64(divisorShift))
        .dividingFullWidth((high: dividend >> 1, low: dividend << 63))
    let exponent = divisorShift - digitShift - 63 - power
    return Double(remainder == 0 ? quotient : quotient | 1) * Double(bitPattern: UInt64(1023 + exponent) << 52)
}

/// 10^0 … 10^22, all of them doubles without rounding.
private let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    1e20, 1e21, 1e22,
]

/// 10^0 … 10^8, by which digits make room for up to eight more.
private let wholePowersOfTen: [UInt64] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000]

/// 5^0 … 5^27, all that 64 bits hold.
private let powersOfFive: [UInt64] = (0...27).map { power in
    (0..<power).reduce(1) { product, _ in product * 5 }
}
