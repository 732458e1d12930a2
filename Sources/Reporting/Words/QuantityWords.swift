import Claims
import GeometryCore
import Territory

extension NumberStyle {
    /// A number of a claim's unit, with the unit: km² to the square metre, percentages to a thousandth.
    func number(_ number: Double, _ unit: ClaimUnit) -> String {
        switch unit {
        case .squareKilometres: areaWithUnit(Area(squareKilometres: number))
        case .percent: "\(grouped(number, digits: 3)) %"
        case .percentagePoints: "\(grouped(number, digits: 3)) percentage points"
        case .ratio: "\(grouped(number, digits: 4)) times"
        default: "\(grouped(number, digits: 3)) \(unit.symbol)"
        }
    }
}

extension ClaimUnit {
    /// The unit as it is printed.
    var symbol: String {
        switch self {
        case .percent: "%"
        case .percentagePoints: "percentage points"
        case .ratio: "times"
        default: rawValue.replacing("2", with: "²")
        }
    }
}

extension Quantity {
    /// The number with its unit, and how far it may be off where positions are not exact.
    func words(_ style: NumberStyle) -> String {
        let isUncertain = terms.contains { if case .uncertain = $0 { true } else { false } }
        return style.number(number, unit) + (isUncertain ? " ± " + style.number(tolerance, unit) : "")
    }

    /// What the number was computed from, in one line; none where it is the one thing that was measured.
    func derivation(_ style: NumberStyle) -> String? {
        let words = terms.map { $0.words(style) }
        if terms.count == 1, case .held = terms[0] { return nil }
        return words.joined(separator: ", ")
    }
}

extension Quantity.Term {
    fileprivate func words(_ style: NumberStyle) -> String {
        switch self {
        case .held(let area, let moment): "held \(style.areaWithUnit(area)) on the map of \(moment)"
        case .omitted(let area): "and \(style.areaWithUnit(area)) that the files leave out"
        case .gained(let area): "gained \(style.areaWithUnit(area))"
        case .lost(let area): "lost \(style.areaWithUnit(area))"
        case .small(let small):
            small.count == 0
                ? "no small parts"
                : "of which in \(small.count) parts under 1,000 m² \(style.areaWithUnit(small.gained)) and "
                    + style.areaWithUnit(small.lost)
        case .captured(let area, let window):
            "captured \(style.areaWithUnit(area)) from \(window.from) to \(window.to)"
        case .whole(let area, let origin): "of \(style.areaWithUnit(area)), \(origin.words)"
        case .days(let days): "in \(NumberStyle.shortest(days)) days"
        case .maps(let count): "added up over \(count) maps"
        case .nearest(let points):
            points.distance.metres == 0
                ? "they meet"
                : "from \(style.position(points.first)) to \(style.position(points.second))"
        case .front(_, let scale): scale.map { "generalised to \(style.distance($0))" } ?? "as it is drawn"
        case .residual(let area): "within \(style.areaWithUnit(area)), to which its published figures come out so"
        case .uncertain(let boundary, let accuracy):
            "\(style.distance(boundary)) of boundary, each point within \(NumberStyle.shortest(accuracy.metres)) m, all to one side"
        }
    }
}

extension Quantity.WholeOrigin {
    /// Whose area it is.
    var words: String {
        switch self {
        case .publisher: "the publisher’s area"
        case .official: "the official area"
        case .polygons: "the area of the polygons"
        }
    }
}

extension NumberStyle {
    /// A position, to a metre.
    func position(_ position: Position) -> String {
        "\(fixed(position.x, digits: 5)) E \(fixed(position.y, digits: 5)) N"
    }
}
