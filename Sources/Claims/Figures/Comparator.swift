/// How a text hedges a figure.
public enum Comparator: String, CaseIterable, Hashable, Sendable {
    /// As printed.
    case equal = "="
    /// About.
    case about = "~"
    /// More than, over.
    case moreThan = ">"
    /// At least.
    case atLeast = ">="
    /// Less than, nearly, almost.
    case lessThan = "<"
    /// Up to, at most.
    case atMost = "<="
    /// From one figure to another.
    case range

    /// The interval that a hedged figure denotes.
    ///
    /// | hedge | interval | example |
    /// |---|---|---|
    /// | as printed | half a unit of the last digit below, a whole one above: it may be rounded or cut off | 190 → [189.5, 191) |
    /// | more than | one unit of the last non-zero digit above | 190 → (190, 200] |
    /// | at least | the same, the figure included | 190 → [190, 200] |
    /// | less than, nearly | one unit of the last non-zero digit below | 19 → [18, 19) |
    /// | up to | the same, the figure included | 190 → [180, 190] |
    /// | about | half a unit of the last non-zero digit, at least 1 % and at most 10 % of what is not 0, to either side | 200 → [180, 220] |
    /// | range | from the low figure as printed to the high one as printed | 500–550 → [499.5, 551) |
    ///
    /// A negative figure is hedged away from or towards zero as its magnitude is.
    func interval(_ low: PrintedNumber, _ high: PrintedNumber? = nil) -> Interval {
        let value = low.value.magnitude
        let (digit, significant) = (low.lastDigit, low.lastNonZeroDigit)
        let interval =
            switch self {
            case .equal: Interval(value - digit / 2, included: true, value + digit, included: false)
            case .moreThan: Interval(value, included: false, value + significant, included: true)
            case .atLeast: Interval(value, included: true, value + significant, included: true)
            case .lessThan: Interval(value - significant, included: true, value, included: false)
            case .atMost: Interval(value - significant, included: true, value, included: true)
            case .about: Self.around(value, significant)
            case .range: Self.between(low, high ?? low)
            }
        return low.value < 0 && self != .range ? interval.scaled(by: -1) : interval
    }

    private static func around(_ value: Double, _ significant: Double) -> Interval {
        // A tenth of nothing is nothing: "about 0.00" is as wide as it is printed.
        let half = value == 0 ? significant / 2 : min(max(significant / 2, 0.01 * value), 0.1 * value)
        return Interval(value - half, included: true, value + half, included: true)
    }

    private static func between(_ low: PrintedNumber, _ high: PrintedNumber) -> Interval {
        Interval(low.value - low.lastDigit / 2, included: true, high.value + high.lastDigit, included: false)
    }
}
