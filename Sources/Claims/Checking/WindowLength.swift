import Territory

extension Window {
    /// How many days the window has.
    var days: Double { Double(to.daysSinceEpoch - from.daysSinceEpoch + (rolling ? 0 : 1)) }

    /// How many whole calendar months it has; none where it is none.
    var calendarMonths: Int? {
        guard !rolling, from.day == 1, to.adding(days: 1).day == 1 else { return nil }
        let next = to.adding(days: 1)
        return (next.year - from.year) * 12 + next.month - from.month
    }

    /// How many days, weeks or months a pace has run over the window.
    func length(in unit: ClaimUnit) -> Double {
        switch unit {
        case .squareKilometresPerWeek: days / 7
        // A month on average: 365.2425 / 12 days (Gregorian calendar).
        case .squareKilometresPerMonth: calendarMonths.map(Double.init) ?? days / 30.436875
        default: days
        }
    }
}
