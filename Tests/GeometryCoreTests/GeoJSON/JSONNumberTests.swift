import Foundation
import GeometryCore
import TestSupport
import Testing

@Suite struct JSONNumberTests {
    /// Reads numbers as elements of one array, and each as a text of its own, which takes another path near its end.
    private func check(_ numerals: [String]) throws {
        let value = try JSONValue.parse(Array("[\(numerals.joined(separator: ","))] ".utf8))
        guard case .array(let elements) = value else {
            Issue.record("no array")
            return
        }
        try #require(elements.count == numerals.count)
        var differing: [String] = []
        for (numeral, element) in zip(numerals, elements) {
            let expected = strtod(numeral, nil).bitPattern
            let alone = try JSONValue.parse(Array(numeral.utf8)).number
            if element.number?.bitPattern != expected || alone?.bitPattern != expected { differing.append(numeral) }
        }
        #expect(differing == [], "differ from strtod")
    }

    @Test func randomDecimalsAgreeWithTheCLibraryToTheBit() throws {
        var generator = SplitMix(seed: 20250608)
        try check(
            (0..<100_000).map { _ in
                let count = Int.random(in: 1...22, using: &generator)
                var digits = (0..<count).map { _ in Character("\(Int.random(in: 0...9, using: &generator))") }
                let point = Int.random(in: 1...count, using: &generator)
                if point > 1, digits[0] == "0" { digits[0] = "7" }
                var numeral = Bool.random(using: &generator) ? "-" : ""
                numeral += String(digits[..<point])
                if point < count { numeral += "." + String(digits[point...]) }
                if Int.random(in: 0...3, using: &generator) == 0 {
                    numeral += "e\(Int.random(in: -330...280, using: &generator))"
                }
                return numeral
            })
    }

    @Test func randomDoublesReadBackToTheBit() throws {
        var generator = SplitMix(seed: 7)
        try check(
            (0..<20_000).map { _ in
                let double = Double(bitPattern: generator.next())
                return double.isFinite ? "\(double)" : "0"
            })
        try check((0..<20_000).map { _ in "\(Double.random(in: -180...180, using: &generator))" })
    }

    /// Numbers halfway between two doubles, of 17, 18 and 19 digits, and their neighbours on both sides.
    @Test func halfwayCasesAreRoundedToEven() throws {
        var generator = SplitMix(seed: 11)
        var numerals: [String] = []
        for _ in 0..<2000 {
            let whole52 = UInt64.random(in: 1 << 52..<1 << 53, using: &generator)
            numerals += ["\(whole52).5", "\(whole52).49", "\(whole52).51"]
            let whole51 = UInt64.random(in: 1 << 51..<1 << 52, using: &generator)
            numerals += ["\(whole51).25", "\(whole51).75", "\(whole51).251", "\(whole51).749"]
            let whole50 = UInt64.random(in: 1 << 50..<1 << 51, using: &generator)
            numerals += ["\(whole50).125", "\(whole50).375", "\(whole50).875", "\(whole50).624"]
        }
        try check(numerals)
    }

    /// Numbers of 19 digits on both sides of the point halfway between two doubles, as near as 19 digits come.
    @Test func numbersNextToHalfwayAreRoundedToTheNearerDouble() throws {
        var generator = SplitMix(seed: 13)
        var numerals: [String] = []
        // A double in [2^e, 2^(e + 1)) is M · 2^(e − 52), and (2M + 1) · 2^(e − 53) lies halfway to the next.
        for (exponent, decimals) in [(0, 18), (2, 18), (4, 17), (5, 17), (7, 16), (10, 15), (17, 13)] {
            let power = (0..<decimals).reduce(UInt128(1)) { product, _ in product * 10 }
            for _ in 0..<2000 {
                let odd = UInt128(UInt64.random(in: 1 << 52..<1 << 53, using: &generator)) * 2 + 1
                let below = odd * power >> UInt128(53 - exponent)
                for digits in [below, below + 1] {
                    let fraction = String(digits % power)
                    let zeros = String(repeating: "0", count: decimals - fraction.count)
                    numerals.append("\(digits / power).\(zeros)\(fraction)")
                }
            }
        }
        try check(numerals)
    }

    @Test func hardCasesAgreeWithTheCLibrary() throws {
        let manyDigits = String(repeating: "1234567890", count: 30)
        try check([
            "0", "-0", "0.0", "-0.0", "0e5", "0e-999999999999", "0e999999999999999999999", "-0e1", "1e0", "1E+2",
            "1e-2",
            "9007199254740991", "9007199254740992", "9007199254740993", "9007199254740993.0", "9007199254740995",
            "18446744073709551615", "18446744073709551616", "9999999999999999999", "99999999999999999999",
            "0.1", "0.3", "0.30000000000000004", "35.06277000000001", "52.50750927203524", "-177.99999999999997",
            "1.7976931348623157e308", "1.7976931348623158e308", "179769313486231570000e288",
            "4.9406564584124654e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "5e-324", "3e-324",
            "1e-400",
            "2.2250738585072011e-308", "2.2250738585072012e-308", "2.2250738585072014e-308", "2.225073858507201e-308",
            "1e22", "1e23", "8.5e22", "7.2057594037927933e16", "1.0000000000000001",
            "1.00000000000000011102230246251565",
            "1.00000000000000011102230246251566", "6.631236846766476e-316", "0.000000000000000000000000000001",
            "0.0000000000000000001", "123456789.0123456789", "1234567890.123456789", "12345678901234567890.5",
            manyDigits, "0." + manyDigits, "1." + manyDigits + "e10",
            "0." + String(repeating: "0", count: 400) + "1e400",
        ])
    }
}
