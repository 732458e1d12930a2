extension ByteCursor {
    /// Reads a number (RFC 8259 §6), rounded to the nearest double, ties to even.
    ///
    /// The digits of most numbers fit an integer. Where that is a double without rounding, one division by an exact
    /// power of ten rounds once (Clinger 1990); where it is not, the exact quotient is rounded once. The standard
    /// library reads the rest.
    mutating func number() throws(ScanProblem) -> Double {
        guard var stretch = stretch(from: offset), let number = stretch.plainNumber() else { return try anyNumber() }
        move(to: offset(of: stretch))
        return number
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

extension ByteStretch {
    /// Reads a number without exponent, of at most seven digits before the point and 19 in all; nothing for any other,
    /// well-formed or not, and where there is no room. It goes past 34 bytes at most.
    @inline(__always) mutating func plainNumber() -> Double? {
        guard hasRoom else { return nil }
        let isNegative = current == Byte.minus
        advance(by: isNegative ? 1 : 0)
        let whole = word
        let wholeCount = digitCount(whole)
        guard wholeCount == 1 || (2...7 ~= wholeCount && UInt8(truncatingIfNeeded: whole) != Byte.zero) else {
            return nil
        }
        var digits = number(ofDigits: whole, count: wholeCount)
        advance(by: wholeCount)

        var decimalCount = 0
        if current == Byte.point {
            advance(by: 1)
            var count: Int
            repeat {
                let decimals = word
                count = digitCount(decimals)
                if count > 0 { digits = digits &* wholePowersOfTen[count] &+ number(ofDigits: decimals, count: count) }
                advance(by: count)
                decimalCount &+= count
            } while count == 8 && decimalCount < 24
            guard decimalCount > 0 else { return nil }
        }
        // Beyond 19 digits the integer has wrapped around.
        guard wholeCount &+ decimalCount <= 19, current | 0x20 != UInt8(ascii: "e") else { return nil }
        let magnitude =
            digits <= 1 << 53
            ? Double(Int(truncatingIfNeeded: digits)) / powersOfTen[decimalCount]
            : quotient(digits, byTenTo: decimalCount)
        return isNegative ? -magnitude : magnitude
    }
}

/// How many of the eight bytes of a word, from the lowest on, are digits up to the first that is none.
///
/// '0' ^ byte is the digit; what is no digit carries into the top bit of its byte (Lemire 2018). A carry out of a
/// byte only reaches bytes after the first that is no digit.
@inline(__always) private func digitCount(_ bytes: UInt64) -> Int {
    let values = bytes ^ 0x3030_3030_3030_3030
    let others = ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
    return others.trailingZeroBitCount / 8
}

/// The number whose decimal digits are the lowest 1 to 8 bytes of a word, the lowest byte the foremost digit.
///
/// Shifted to the top they stand behind zeros; then pairs, fours and all eight are joined (Lemire 2018).
@inline(__always) private func number(ofDigits bytes: UInt64, count: Int) -> UInt64 {
    let values = (bytes ^ 0x3030_3030_3030_3030) &<< UInt64(64 &- 8 &* count)
    let pairs = ((values &* (10 << 8 | 1)) >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = ((pairs &* (100 << 16 | 1)) >> 16) & 0x0000_FFFF_0000_FFFF
    return (fours &* (10_000 << 32 | 1)) >> 32
}

/// `digits` / 10^`power` for digits > 0 and power ≤ 27, correctly rounded.
///
/// 10^p = 5^p · 2^p, and 5^27 is the last power of five below 2^64. With both operands shifted to the top of their
/// words, the quotient has 63 or 64 bits; a remainder is kept in its last bit, ten bits below the one where a double
/// rounds. The conversion then rounds once, and the power of two is exact.
@inline(never) private func quotient(_ digits: UInt64, byTenTo power: Int) -> Double {
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
