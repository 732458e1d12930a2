import Testing

@testable import Claims

/// Texts without a full stop are read in stretches of a bounded length; what straddles the end of one must be read or left,
/// never reach beyond it.
@Suite struct LongTextTests {
    /// A phrase of every kind that takes several words.
    static let phrases = [
        "in the past three months up to the first week of June 2025", "from 12 to 15 May 2025",
        "between two hundred and two hundred and fifty square kilometres", "113 273 кв. км",
        "4,5 тис. квадратних кілометрів",
        "according to the UK Ministry of Defence", "Autonomous Republic of Crimea", "за последние двадцать четыре часа",
        "з 1 січня до 25 вересня 2025 року", "190 km² (73 sq mi)", "2.1 percentage points",
        "since the start of the full-scale invasion",
    ]

    @Test(arguments: phrases) func aPhraseMayStandAcrossTheEndOfAStretch(phrase: String) throws {
        for shift in 0...16 {
            let filler = Array(repeating: "and then Russia seized \(phrase) while others went on", count: 40)
            let text = Array(repeating: "so", count: shift).joined(separator: " ") + " " + filler.joined(separator: " ")
            let claims = try Reading.claims(text)
            #expect(claims.allSatisfy { claim in claim.span.map(text.contains) ?? true }, "shift \(shift)")
        }
    }
}
