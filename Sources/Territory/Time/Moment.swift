/// A point in time, to the second.
public struct Moment: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let secondsSinceEpoch: Int

    /// Makes a moment from seconds since 1970-01-01T00:00:00Z.
    public init(secondsSinceEpoch: Int) { self.secondsSinceEpoch = secondsSinceEpoch }

    /// Compares the moments by time.
    public static func < (left: Moment, right: Moment) -> Bool { left.secondsSinceEpoch < right.secondsSinceEpoch }
}

extension Moment: CustomStringConvertible {
    /// The moment as RFC 3339 writes it, in UTC: `2025-06-07T20:12:10Z`.
    public var description: String {
        let (days, seconds) = secondsSinceEpoch.quotientAndRemainder(dividingBy: 86_400)
        let (day, rest) = seconds < 0 ? (days - 1, seconds + 86_400) : (days, seconds)
        guard let date = CalendarDay(daysSinceEpoch: day) else { return "\(secondsSinceEpoch) s" }
        return "\(date)T\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))Z"
    }
}
