import Territory
import Testing

@testable import Claims

/// Relative and absolute times, resolved from Sunday 8 June 2025.
@Suite struct TimeReadingTests {
    @Test(arguments: [
        ("in May", "2025-05-01", "2025-05-31"), ("in June", "2025-06-01", "2025-06-08"),
        ("in November", "2024-11-01", "2024-11-30"), ("in May 2024", "2024-05-01", "2024-05-31"),
        ("last month", "2025-05-01", "2025-05-31"), ("over the past month", "2025-05-08", "2025-06-08"),
        ("in the past three weeks", "2025-05-18", "2025-06-08"), ("last week", "2025-05-26", "2025-06-01"),
        ("the week before last", "2025-05-19", "2025-05-25"), ("over the past 24 hours", "2025-06-07", "2025-06-08"),
        ("this year", "2025-01-01", "2025-06-08"), ("last year", "2024-01-01", "2024-12-31"),
        ("since the start of the year", "2025-01-01", "2025-06-08"), ("since August", "2024-08-01", "2025-06-08"),
        ("since May 9", "2025-05-09", "2025-06-08"), ("from 1 to 7 May", "2025-05-01", "2025-05-07"),
        ("between May 28 and June 3", "2025-05-28", "2025-06-03"), ("on May 11–17", "2025-05-11", "2025-05-17"),
        ("in the first quarter", "2025-01-01", "2025-03-31"),
        ("in the second half of 2024", "2024-07-01", "2024-12-31"),
        ("last summer", "2024-06-01", "2024-08-31"), ("in the winter of 2023–24", "2023-12-01", "2024-02-29"),
        ("in the first half of May", "2025-05-01", "2025-05-15"), ("in April and May", "2025-04-01", "2025-05-31"),
        ("since the start of the full-scale invasion", "2022-02-24", "2025-06-08"),
        ("since the counter-offensive began on 4 May", "2025-05-04", "2025-06-08"),
        ("in the last quarter of 2024", "2024-10-01", "2024-12-31"),
        ("in the past fortnight", "2025-05-25", "2025-06-08"),
        ("last month (May 4–June 1)", "2025-05-04", "2025-06-01"),
        ("by the count for January 1 to May 15", "2025-01-01", "2025-05-15"),
    ])
    func windows(words: String, from: String, to: String) throws {
        let claims = try Reading.claims("Russia seized 190 sq km \(words).")
        guard case .window(let window) = claims.first?.time else {
            Issue.record("no window in \(claims)")
            return
        }
        #expect("\(window.from)" == from && "\(window.to)" == to, "\(words)")
    }

    @Test(arguments: [
        ("Торік у листопаді росіяни захопили 190 кв. км.", "2024-11-01", "2024-11-30"),
        ("Позаторік росіяни захопили 190 кв. км.", "2023-01-01", "2023-12-31"),
        ("Вересневий контрнаступ 2024 року росіян дав 190 кв. км.", "2024-09-01", "2024-09-30"),
        ("За добу росіяни захопили 190 кв. км.", "2025-06-07", "2025-06-08"),
        ("Минулого тижня росіяни захопили 190 кв. км.", "2025-05-26", "2025-06-01"),
        ("За останній тиждень росіяни захопили 190 кв. км.", "2025-06-01", "2025-06-08"),
        ("Із 4 травня росіяни захопили 190 кв. км.", "2025-05-04", "2025-06-08"),
        ("С начала года россияне захватили 190 кв. км.", "2025-01-01", "2025-06-08"),
        ("За прошлый месяц россияне захватили 190 кв. км.", "2025-05-01", "2025-05-31"),
        ("В мае россияне захватили 190 кв. км.", "2025-05-01", "2025-05-31"),
    ])
    func windowsInOtherLanguages(text: String, from: String, to: String) throws {
        let claims = try Reading.claims(text)
        guard case .window(let window) = claims.first?.time else {
            Issue.record("no window in \(claims)")
            return
        }
        #expect("\(window.from)" == from && "\(window.to)" == to)
    }

    @Test(arguments: [
        ("As of June 7 Russia held 113,273 sq km.", "2025-06-07"), ("Russia holds 113,273 sq km.", "2025-06-08"),
        ("At the end of May Russia held 113,273 sq km.", "2025-05-31"),
        ("In mid-May Russia held 113,273 sq km.", "2025-05-15"),
        ("At the start of the year Russia held 113,273 sq km.", "2025-01-01"),
        ("On 01.06.2025 Russia held 113,273 sq km.", "2025-06-01"),
        ("A year ago Russia held 113,273 sq km.", "2024-06-08"),
    ])
    func moments(text: String, day: String) throws {
        let claims = try Reading.claims(text)
        let asOf = try #require(CalendarDay(day))
        #expect(claims.first?.kind == .held && claims.first?.time == .asOf(asOf), "\(claims)")
    }

    @Test func aDatelineTellsThePublication() throws {
        let reader = try Reading.reader.get()
        #expect(
            reader.dateline(of: "KYIV, July 2, 2025 — Russia took 5 sq km last month.") == CalendarDay("2025-07-02"))
        #expect(reader.dateline(of: "2 липня 2025 року. Росія захопила 5 кв. км.") == CalendarDay("2025-07-02"))
        #expect(reader.dateline(of: "Russia took 5 sq km last month.") == nil)
    }
}
