/// A unit of the calendar.
enum TimeUnit: String, CaseIterable, Sendable {
    case day, week, fortnight, month, quarter, half, year

    /// How many months it has; 0 for shorter ones.
    var months: Int {
        switch self {
        case .day, .week, .fortnight: 0
        case .month: 1
        case .quarter: 3
        case .half: 6
        case .year: 12
        }
    }
}

/// A season of three whole months.
enum TimeSeason: String, CaseIterable, Sendable {
    case spring, summer, autumn, winter

    /// Its first month; winter begins in December of the year before the one that it ends in.
    var firstMonth: Int {
        switch self {
        case .spring: 3
        case .summer: 6
        case .autumn: 9
        case .winter: 12
        }
    }
}
