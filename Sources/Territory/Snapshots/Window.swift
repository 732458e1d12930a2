/// A stretch of whole days, both ends inclusive.
public struct Window: Hashable, Sendable {
    /// The first day.
    public let from: CalendarDay
    /// The last day.
    public let to: CalendarDay
    /// Whether the ends are moments on those days (past month, 24 hours): then the window starts as `from` ends.
    public let rolling: Bool

    /// Makes a window; none where it would end before it starts.
    public init?(from: CalendarDay, to: CalendarDay, rolling: Bool) {
        guard from <= to else { return nil }
        self.from = from
        self.to = to
        self.rolling = rolling
    }

    /// The moment whose map in force is the start: the end of the day before, or of the day itself if rolling.
    public func start(by clock: MapClock) -> Moment { rolling ? clock.end(of: from) : clock.start(of: from) }

    /// The moment whose map in force is the end.
    public func end(by clock: MapClock) -> Moment { clock.end(of: to) }
}
