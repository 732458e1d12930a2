import Territory

/// Whole days from one to another, both inclusive.
struct DaySpan: Hashable, Sendable {
    var from: CalendarDay
    var to: CalendarDay

    /// The months of a year from one to another; a month over 12 belongs to the next year.
    static func months(_ first: Int, _ last: Int, of year: Int) -> DaySpan? {
        func place(_ month: Int) -> (year: Int, month: Int) { (year + (month - 1) / 12, (month - 1) % 12 + 1) }
        let (start, end) = (place(first), place(last + 1))
        guard let from = CalendarDay(year: start.year, month: start.month, day: 1),
            let next = CalendarDay(year: end.year, month: end.month, day: 1)
        else { return nil }
        return DaySpan(from: from, to: next.adding(days: -1))
    }

    /// The days of a window.
    init(_ window: Window) { self.init(from: window.from, to: window.to) }

    init(from: CalendarDay, to: CalendarDay) {
        self.from = from
        self.to = to
    }

    /// The days as a claim's time.
    func time(rolling: Bool) -> ClaimTime? { Window(from: from, to: to, rolling: rolling).map { .window($0) } }

    /// How many days it has.
    var days: Int { to.daysSinceEpoch - from.daysSinceEpoch + 1 }

    /// The period of a unit that a day lies in; weeks begin on Monday.
    static func containing(_ day: CalendarDay, _ unit: TimeUnit) -> DaySpan {
        let found: DaySpan? =
            switch unit {
            case .day: DaySpan(from: day, to: day)
            case .week: DaySpan(from: day.adding(days: -day.weekday + 1), to: day.adding(days: 7 - day.weekday))
            case .fortnight: DaySpan(from: day.adding(days: -day.weekday - 6), to: day.adding(days: 7 - day.weekday))
            case .month: months(day.month, day.month, of: day.year)
            case .quarter: months((day.month - 1) / 3 * 3 + 1, (day.month - 1) / 3 * 3 + 3, of: day.year)
            case .half: months(day.month > 6 ? 7 : 1, day.month > 6 ? 12 : 6, of: day.year)
            case .year: months(1, 12, of: day.year)
            }
        return found ?? DaySpan(from: day, to: day)
    }

    /// The period of a unit before this one.
    func previous(_ unit: TimeUnit) -> DaySpan { .containing(from.adding(days: -1), unit) }
}

extension CalendarDay {
    /// The day of the week: 1 is Monday.
    var weekday: Int { ((daysSinceEpoch + 3) % 7 + 7) % 7 + 1 }

    /// The same day so many units before, or that month's last day.
    func before(_ count: Int, _ unit: TimeUnit) -> CalendarDay {
        switch unit {
        case .day: adding(days: -count)
        case .week: adding(days: -7 * count)
        case .fortnight: adding(days: -14 * count)
        case .month: (0..<count).reduce((self, day)) { pair, _ in (pair.0.monthBefore.with(day: pair.1), pair.1) }.0
        case .quarter: before(3 * count, .month)
        case .half: before(6 * count, .month)
        case .year: before(12 * count, .month)
        }
    }

    /// The day so many units later; of months, the last day of the month where this one is one.
    func after(_ count: Int, _ unit: TimeUnit) -> CalendarDay {
        switch unit {
        case .day: adding(days: count)
        case .week: adding(days: 7 * count)
        case .fortnight: adding(days: 14 * count)
        case .month, .quarter, .half, .year:
            DaySpan.months(
                adding(days: 1).month, adding(days: 1).month + count * unit.months - 1, of: adding(days: 1).year)?
                .to ?? self
        }
    }

    /// The same month with another day, or its last day.
    private func with(day: Int) -> CalendarDay {
        (1...31).reversed().lazy.filter { $0 <= day }.compactMap { CalendarDay(year: year, month: month, day: $0) }
            .first
            ?? self
    }
}

extension TimeSeason {
    /// Its days in a year; the winter of a year is the one that ends in it.
    func span(of year: Int) -> DaySpan? {
        .months(firstMonth, firstMonth + 2, of: self == .winter ? year - 1 : year)
    }
}
