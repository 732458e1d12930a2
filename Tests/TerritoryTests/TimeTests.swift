import Testing

@testable import Territory

@Suite struct TimeTests {
    @Test(arguments: ["2025-06-07", "20250607", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
    func daysThatExistAreRead(_ text: String) throws {
        let day = try #require(CalendarDay(text))
        #expect(CalendarDay(day.description) == day)
        #expect(CalendarDay(daysSinceEpoch: day.daysSinceEpoch) == day)
    }

    @Test(arguments: [
        "2025-02-31", "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-06-31", "2025-6-7", "20250600", "",
        "2025-06-07T00:00", "２０２５-06-07", "0000-01-01", "2025/06/07", "-025-06-07",
    ])
    func daysThatDoNotExistAreRefused(_ text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test func daysAreCountedOverFourCenturies() throws {
        var day = try #require(CalendarDay("1800-01-01"))
        var count = day.daysSinceEpoch
        #expect(try #require(CalendarDay("1970-01-01")).daysSinceEpoch == 0)
        for _ in 0..<146_097 {
            day = day.adding(days: 1)
            count += 1
            #expect(day.daysSinceEpoch == count)
        }
        #expect(day.description == "2200-01-01")
    }

    @Test(arguments: [("2025-03-31", "2025-02-28"), ("2024-03-31", "2024-02-29"), ("2025-01-15", "2024-12-15")])
    func aMonthBeforeIsTheSameDayOrTheLast(day: String, before: String) throws {
        #expect(try #require(CalendarDay(day)).monthBefore.description == before)
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (1_749_327_130, "2025-06-07T20:12:10Z"), (-1, "1969-12-31T23:59:59Z"),
    ])
    func momentsAreWrittenAsRFC3339(seconds: Int, text: String) {
        #expect(Moment(secondsSinceEpoch: seconds).description == text)
    }

    /// Kyiv is two hours ahead of UTC, three in summer; the clocks changed on 30 March and 26 October 2025.
    @Test(arguments: [
        ("2025-01-10", "2025-01-09T22:00:00Z", "2025-01-10T22:00:00Z"),
        ("2025-03-30", "2025-03-29T22:00:00Z", "2025-03-30T21:00:00Z"),
        ("2025-06-07", "2025-06-06T21:00:00Z", "2025-06-07T21:00:00Z"),
        ("2025-10-26", "2025-10-25T21:00:00Z", "2025-10-26T22:00:00Z"),
    ])
    func aDayEndsAtMidnightOnTheSourcesClock(day: String, start: String, end: String) throws {
        let clock = try #require(MapClock(zoneName: "Europe/Kyiv"))
        let day = try #require(CalendarDay(day))
        #expect(clock.start(of: day).description == start)
        #expect(clock.end(of: day).description == end)
        #expect(MapClock(zoneName: "Europe/Atlantis") == nil)
    }

    /// Where the clocks are put forward over midnight, the day begins with the jump (west of Greenwich a first version
    /// began it an hour before).
    /// A publisher whose day ends at 18:00, or at 03:00 of the next.
    @Test(arguments: [(-21_600, "2025-06-07T15:00:00Z"), (10_800, "2025-06-08T00:00:00Z"), (0, "2025-06-07T21:00:00Z")])
    func aDayMayEndBeforeOrAfterMidnight(shift: Int, end: String) throws {
        let clock = try #require(MapClock(zoneName: "Europe/Kyiv", shiftSeconds: shift))
        let day = try #require(CalendarDay("2025-06-07"))
        #expect(clock.end(of: day).description == end)
        let last = Moment(secondsSinceEpoch: clock.end(of: day).secondsSinceEpoch - 1)
        #expect(clock.day(of: last) == day && clock.start(of: day.adding(days: 1)) == clock.end(of: day))
    }

    @Test(arguments: [
        ("America/Santiago", "2024-09-08", "2024-09-08T04:00:00Z"),
        ("America/Havana", "2024-03-10", "2024-03-10T05:00:00Z"),
        ("Asia/Beirut", "2024-03-31", "2024-03-30T22:00:00Z"),
    ])
    func aDayWithoutMidnightBeginsWithTheJump(zone: String, day: String, start: String) throws {
        let clock = try #require(MapClock(zoneName: zone))
        let day = try #require(CalendarDay(day))
        #expect(clock.start(of: day).description == start)
        #expect(clock.day(of: clock.start(of: day)) == day)
    }

    @Test func aRollingWindowStartsAsItsFirstDayEnds() throws {
        let (from, to) = (try #require(CalendarDay("2025-05-08")), try #require(CalendarDay("2025-06-08")))
        let clock = try #require(MapClock(zoneName: "Europe/Kyiv"))
        let rolling = try #require(Window(from: from, to: to, rolling: true))
        let whole = try #require(Window(from: from, to: to, rolling: false))
        #expect(rolling.start(by: clock).description == "2025-05-08T21:00:00Z")
        #expect(whole.start(by: clock).description == "2025-05-07T21:00:00Z")
        #expect(rolling.end(by: clock) == whole.end(by: clock))
        #expect(Window(from: to, to: from, rolling: false) == nil)
    }
}
