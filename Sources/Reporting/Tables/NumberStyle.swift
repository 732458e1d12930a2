import Foundation
import GeometryCore

/// How numbers are written for people.
public struct NumberStyle: Hashable, Sendable {
    /// Digits after the decimal point of areas in km².
    public let areaDigits: Int

    /// Makes a style of 0 to 9 digits.
    public init(areaDigits: Int) { self.areaDigits = min(max(areaDigits, 0), 9) }

    /// Square metres are seen, smaller things are not.
    public static let standard = NumberStyle(areaDigits: 3)

    /// A number with a fixed count of decimals and thousands in groups: `113,272.944`.
    func grouped(_ number: Double, digits: Int) -> String {
        let plain = fixed(number, digits: digits)
        let unsigned = plain.hasPrefix("-") ? plain.dropFirst() : plain[...]
        let whole = unsigned.prefix { $0 != "." }
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { grouped.append(",") }
            grouped.append(digit)
        }
        return (plain.hasPrefix("-") ? "-" : "") + grouped + unsigned.dropFirst(whole.count)
    }

    /// A number with a fixed count of decimals; a zero has no sign.
    func fixed(_ number: Double, digits: Int) -> String {
        let text = String(format: "%.\(digits)f", number)
        return text.hasPrefix("-") && !text.contains(where: { ("1"..."9").contains($0) })
            ? String(text.dropFirst()) : text
    }

    /// An area in km², without its unit.
    func area(_ area: Area) -> String { grouped(area.squareKilometres, digits: areaDigits) }

    /// An area in km², with its unit.
    func areaWithUnit(_ area: Area) -> String { self.area(area) + " km²" }

    /// A distance in km to the metre, with its unit.
    func distance(_ distance: Distance) -> String { grouped(distance.kilometres, digits: 3) + " km" }

    /// An end of an interval: as short as it can be, to five decimals.
    func end(_ number: Double) -> String { Self.shortest((number * 1e5).rounded() / 1e5) }

    /// A number as short as it can be: `190`, `189.5`.
    static func shortest(_ number: Double) -> String {
        // Ends of intervals are decimal numbers whose last bits say nothing.
        var text = String(format: "%.9f", number)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return NumberStyle(areaDigits: 0).regrouped(text)
    }

    private func regrouped(_ text: String) -> String {
        let digits = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
        return grouped(Double(text) ?? 0, digits: digits)
    }
}
