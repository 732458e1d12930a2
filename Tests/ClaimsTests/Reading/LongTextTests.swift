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

    /// Found by fuzzing on 21 November 2026: a time that asked for the day behind the last word read beyond the text.
    @Test func aTextMayEndAfterAnyWord() throws {
        let texts =
            Self.phrases + [
                "W\u{0B}y regio",
                "Russia took 190 sq km in the last ten days of May, twice as much as in the first ten days of the month.",
                "За останні десять днів травня ворог захопив 190 кв. км, удвічі більше, ніж за перші десять днів місяця.",
                "За последние десять дней мая взято 190 кв. км, вдвое больше, чем за первые десять дней месяца, в среду 3 июня.",
                "In den letzten zehn Tagen des Mai 190 km², zwischen dem 3. und dem 7. Juni",
                "W ostatnich dniach maja 190 km², a w środę 3 czerwca",
                "Au cours des dix derniers jours de mai 190 km², du 3 au 7 juin, le premier trimestre de l'année",
            ]
        for text in texts {
            let words = text.split(separator: " ")
            for count in 0...words.count {
                for start in [0, count / 2] {
                    let part = words[start..<count].joined(separator: " ")
                    let claims = try Reading.claims(part)
                    #expect(claims.allSatisfy { claim in claim.span.map(part.contains) ?? true }, "\(part)")
                }
            }
        }
    }
}
