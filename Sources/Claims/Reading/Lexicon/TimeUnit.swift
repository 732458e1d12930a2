/// A unit of the calendar.
enum TimeUnit: String, CaseIterable, Sendable {
    case day, week, month, quarter, half, year
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
