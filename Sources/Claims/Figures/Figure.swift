/// The unit of a figure.
public enum ClaimUnit: String, CaseIterable, Hashable, Sendable {
    /// Square kilometres.
    case squareKilometres = "km2"
    /// Square (statute) miles.
    case squareMiles = "mi2"
    /// Hectares.
    case hectares = "ha"
    /// Hundredths of a whole.
    case percent
    /// Percentage points.
    case percentagePoints = "pp"
    /// Kilometres.
    case kilometres = "km"
    /// Statute miles.
    case miles = "mi"
    /// How many times.
    case ratio
    /// Square kilometres a day.
    case squareKilometresPerDay = "km2/day"
    /// Square kilometres a week.
    case squareKilometresPerWeek = "km2/week"
    /// Square kilometres a month.
    case squareKilometresPerMonth = "km2/month"

    /// What one unit is in km², percent or km, where it is one of these; the international mile is 1,609.344 m.
    public var inBaseUnit: Double {
        switch self {
        case .squareMiles: 2.589_988_110_336
        case .hectares: 0.01
        case .miles: 1.609_344
        default: 1
        }
    }

    /// The unit in which figures of this one are compared.
    public var base: ClaimUnit {
        switch self {
        case .squareKilometres, .squareMiles, .hectares: .squareKilometres
        case .kilometres, .miles: .kilometres
        default: self
        }
    }
}

/// A reported figure: a number or two, a unit, a hedge.
public struct Figure: Hashable, Sendable {
    /// The number; of a range the lower one.
    public let low: PrintedNumber
    /// The higher number of a range.
    public let high: PrintedNumber?
    /// The unit.
    public let unit: ClaimUnit
    /// The hedge.
    public let comparator: Comparator

    /// The interval that the figure denotes, in the base unit.
    public var interval: Interval { comparator.interval(low, high).scaled(by: unit.inBaseUnit) }

    /// What the number can mean where figures are only compared with one another, in the base unit: wider than ``interval``,
    /// but for the end that a hedge closes.
    ///
    /// As printed: half a unit of the last non-zero digit below, a whole one above, but a twentieth at most. "More than" and "less than" are taken by
    /// the word: up to twice the figure, and down to half of it. "About" is a tenth to either side.
    var rounded: Interval {
        let top = high ?? low
        let printed = Interval(
            low.value - max(low.lastDigit / 2, min(low.lastNonZeroDigit / 2, 0.05 * low.value.magnitude)),
            included: true,
            top.value + max(top.lastDigit, min(top.lastNonZeroDigit, 0.05 * top.value.magnitude)), included: false)
        let wide =
            switch comparator {
            case .equal, .range: printed
            case .about:
                Interval(
                    min(printed.lower, low.value - 0.1 * low.value.magnitude), included: true,
                    max(printed.upper, low.value + 0.1 * low.value.magnitude), included: true)
            case .moreThan, .atLeast: Interval(low.value, included: true, 2 * low.value, included: true)
            case .lessThan, .atMost: Interval(low.value / 2, included: true, low.value, included: true)
            }
        return wide.scaled(by: unit.inBaseUnit)
    }

    /// The share of the figures within a fifth of a measured one that would have been called right as well.
    ///
    /// The figures are those of the same fineness, unit and hedge.
    ///
    /// - Parameters:
    ///   - measured: the measured number, in the base unit.
    ///   - accepted: whether an interval counts as right.
    func chance(around measured: Double, accepted: (Interval) -> Bool) -> Double {
        let step = comparator == .equal || comparator == .range ? low.lastDigit : low.lastNonZeroDigit
        let centre = measured / unit.inBaseUnit
        let reach = 0.2 * centre.magnitude
        let first = ((centre - reach) / step).rounded(.up)
        let last = ((centre + reach) / step).rounded(.down)
        guard last >= first else { return 1 }
        // Finer than a ten-thousandth of the range, every so many of the figures tell as much as all of them.
        let stride = max(1, ((last - first) / 10_000).rounded(.down))
        var (tried, right) = (0, 0)
        var index = first
        while index <= last {
            let shift = index * step - low.value
            let shifted = Figure(
                low: low.replacing(value: low.value + shift), high: high.map { $0.replacing(value: $0.value + shift) },
                unit: unit, comparator: comparator)
            tried += 1
            if accepted(shifted.interval) { right += 1 }
            index += stride
        }
        return Double(right) / Double(tried)
    }
}
