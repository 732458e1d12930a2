import Claims
import Territory

extension Arithmetic {
    /// What contradicts what, with the arithmetic.
    func words(_ style: NumberStyle) -> String {
        switch self {
        case .units(let first, let second, let unit):
            return "the figure is \(first.words(unit)), its second unit says \(second.words(unit))"
        case .unitsOfOtherKinds(let first, let second):
            return
                "the figure is in \(first.rawValue) and its second unit is \(second.rawValue), which measures something else"
        case .share(let area, let percent, let whole, let origin, let comes, let official):
            return "\(area.words(.squareKilometres)) of \(style.areaWithUnit(whole)), "
                + "\(origin?.words ?? "the area that the text gives"), is \(comes.words(.percent)), not "
                + percent.words(.percent)
                + (official.map { "; the region’s official area is \(style.areaWithUnit($0))" } ?? "")
        case .parts(let sum, let total, let unit):
            return "the parts add up to \(sum.words(unit)), the total is \(total.words(unit))"
        case .relation(let claimed, let first, let second, let comes, let unit):
            let words = "\(first.words(.squareKilometres)) and \(second.words(.squareKilometres))"
            return "the figures, \(words), stand at \(comes.words(unit)), not \(claimed.words(unit))"
        case .pace(let pace, let unit, let days, let total, let comes):
            return
                "\(pace.words(unit)) over \(NumberStyle.shortest(days)) days make \(comes.words(.squareKilometres)), "
                + "not \(total.words(.squareKilometres))"
        }
    }
}

extension Interval {
    /// The interval in words: "from 189.5 to under 191 km²".
    func words(_ unit: ClaimUnit) -> String {
        let (low, high) = (NumberStyle.standard.end(lower), NumberStyle.standard.end(upper))
        guard lower < upper else { return "\(low) \(unit.symbol)" }
        return (includesLower ? "from " : "over ") + low + (includesUpper ? " to " : " to under ") + high + " "
            + unit.symbol
    }
}
