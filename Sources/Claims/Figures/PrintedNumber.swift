/// A number as it was printed: its value and how finely it was given.
public struct PrintedNumber: Hashable, Sendable {
    /// The value.
    public let value: Double
    /// One unit of the last digit printed: 1 for `190`, 0.01 for `124.68`.
    public let lastDigit: Double
    /// One unit of the last digit that is not zero: 10 for `190`, 1000 for `113000`; of the last digit for `0`.
    public let lastNonZeroDigit: Double

    /// Reads a plain decimal number: `190`, `-30`, `124.68`; none for anything else.
    public init?(_ text: some StringProtocol) {
        var (digits, decimals, trailingZeros) = (0, 0, 0)
        var hasPoint = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                if hasPoint { decimals += 1 }
                trailingZeros = byte == UInt8(ascii: "0") ? trailingZeros + 1 : 0
            case UInt8(ascii: ".") where digits > 0 && !hasPoint: hasPoint = true
            case UInt8(ascii: "-") where index == 0, UInt8(ascii: "+") where index == 0: break
            default: return nil
            }
        }
        // More digits than a double has are no printed figure.
        guard (1...15).contains(digits), decimals > 0 || !hasPoint, let value = Double(text) else { return nil }
        self.value = value
        lastDigit = Self.powerOfTen(-decimals)
        lastNonZeroDigit = trailingZeros == digits ? lastDigit : Self.powerOfTen(trailingZeros - decimals)
    }

    /// The number so many powers of ten larger, as `4.5` of thousands is.
    func scaled(byPowerOfTen exponent: Int) -> PrintedNumber {
        let factor = Self.powerOfTen(exponent)
        // 1.1 thousand is 1100, not 1100.0000000000002.
        let value = (self.value * factor / lastDigit / factor).rounded() * lastDigit * factor
        let rounded = lastDigit * factor >= 1 ? value.rounded() : value
        return PrintedNumber(value: rounded, lastDigit: lastDigit * factor, lastNonZeroDigit: lastNonZeroDigit * factor)
    }

    /// A figure of the same fineness and another value.
    func replacing(value: Double) -> PrintedNumber {
        PrintedNumber(value: value, lastDigit: lastDigit, lastNonZeroDigit: lastNonZeroDigit)
    }

    private init(value: Double, lastDigit: Double, lastNonZeroDigit: Double) {
        self.value = value
        self.lastDigit = lastDigit
        self.lastNonZeroDigit = lastNonZeroDigit
    }

    /// The double nearest to a power of ten.
    private static func powerOfTen(_ exponent: Int) -> Double {
        let index = exponent + powersOfTen.count / 2
        return powersOfTen.indices.contains(index) ? powersOfTen[index] : parsedPowerOfTen(exponent)
    }

    /// Those of -15 to 15, which nearly all figures have.
    private static let powersOfTen = (-15...15).map(parsedPowerOfTen)

    private static func parsedPowerOfTen(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 1 }
}

extension PrintedNumber: CustomStringConvertible {
    /// The number with the digits that were printed: `190`, `190.0`.
    public var description: String {
        var (digits, unit) = (0, lastDigit)
        while unit < 0.9, digits < 15 {
            digits += 1
            unit *= 10
        }
        guard digits > 0 else { return "\(Int(value))" }
        // The value's shortest digits have no zeros at the end, which say how finely it was given.
        let parts = "\(value)".split(separator: ".")
        let decimals = parts.count > 1 ? String(parts[1]) : ""
        return parts[0] + "." + decimals + String(repeating: "0", count: max(0, digits - decimals.count))
    }
}
