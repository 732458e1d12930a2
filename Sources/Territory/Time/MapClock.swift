import Foundation

/// The clock by which a source's days end.
public struct MapClock: Hashable, Sendable {
    /// The time zone's name in the IANA database, such as `Europe/Kyiv`.
    public let zoneName: String
    private let zone: TimeZone
    /// How many seconds after midnight the days end; negative before it.
    private let shift: Int

    /// Makes the clock of a time zone; none where the system has no zone of that name.
    ///
    /// - Parameter shiftSeconds: how long after midnight a day ends; negative where it ends before, within half a day.
    public init?(zoneName: String, shiftSeconds: Int = 0) {
        guard let zone = TimeZone(identifier: zoneName) else { return nil }
        self.zoneName = zoneName
        self.zone = zone
        shift = shiftSeconds
    }

    /// The clock of Coordinated Universal Time.
    public static let utc = MapClock(zone: .gmt)

    private init(zone: TimeZone) {
        zoneName = "UTC"
        self.zone = zone
        shift = 0
    }

    /// The moment at which a day begins.
    public func start(of day: CalendarDay) -> Moment {
        Moment(secondsSinceEpoch: midnight(of: day).secondsSinceEpoch + shift)
    }

    /// The moment at which a day of the calendar begins.
    ///
    /// Where midnight does not exist, the clocks being put forward over it, the day begins with the jump.
    private func midnight(of day: CalendarDay) -> Moment {
        let midnight = day.daysSinceEpoch * 86_400
        func offset(at seconds: Int) -> Int {
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
        }
        let guess = midnight - offset(at: midnight)
        // The offset may change between the guess and midnight: ask again there.
        let start = Moment(secondsSinceEpoch: midnight - offset(at: guess))
        guard let before = calendarDay(of: start), before < day,
            let jump = zone.nextDaylightSavingTimeTransition(
                after: Date(timeIntervalSince1970: Double(start.secondsSinceEpoch)))
        else { return start }
        return Moment(secondsSinceEpoch: Int(jump.timeIntervalSince1970))
    }

    /// The moment at which a day ends: the next one's beginning.
    public func end(of day: CalendarDay) -> Moment { start(of: day.adding(days: 1)) }

    /// The moment some days after another, as long after the day's beginning; where clocks are put forward or back between, not by
    /// so many times 24 hours.
    func moment(_ moment: Moment, laterByDays days: Int) -> Moment {
        guard days != 0, let day = day(of: moment) else { return moment }
        let later = start(of: day.adding(days: days)).secondsSinceEpoch - start(of: day).secondsSinceEpoch
        return Moment(secondsSinceEpoch: moment.secondsSinceEpoch + later)
    }

    /// The day to which a moment belongs.
    func day(of moment: Moment) -> CalendarDay? {
        calendarDay(of: Moment(secondsSinceEpoch: moment.secondsSinceEpoch - shift))
    }

    private func calendarDay(of moment: Moment) -> CalendarDay? {
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.secondsSinceEpoch)))
        return CalendarDay(
            daysSinceEpoch: Int((Double(moment.secondsSinceEpoch + offset) / 86_400).rounded(.down)))
    }
}
