import Territory
import Testing

@testable import Claims

/// What belongs to what in a sentence: a figure to its clause, its whole, its source, its side; each from a sentence that
/// was read wrongly.
@Suite struct RelationReadingTests {
    /// A claim in short: kind, figure, region, days, side, source.
    private static func short(_ claim: Claim) -> String {
        [
            claim.kind.rawValue, claim.figureInShort, claim.region, claim.daysInShort, claim.actor ?? "-",
            claim.source ?? "-",
        ].joined(separator: " ")
    }

    @Test(
        .enabled(if: Reading.hasGazetteer, "needs the gazetteer's files"),
        arguments: [
            // The verb of the clause about a figure is that figure's.
            (
                "Of the 88 sq km that Russia seized in May, the 61 it lost again lay near Siversk.",
                ["gained =88.0 UA 2025-05-01…2025-05-31 russia -", "lost =61.0 Siversk 2025-05-01…2025-05-31 russia -"]
            ),
            // A part of an area has the place behind it, the area none.
            (
                "Nine tenths of the 461 sq km that Russia seized in May lay in Donetsk region, AFP tallied.",
                [
                    "share =90.0 UA14 2025-05-01…2025-05-31 russia AFP",
                    "gained =461.0 UA 2025-05-01…2025-05-31 russia AFP",
                ]
            ),
            // Sources and figures take turns.
            (
                "DeepState нарахував за травень 336 кв. км, ISW – 381, Black Bird Group – 350.",
                [
                    "gained =336.0 UA 2025-05-01…2025-05-31 russia DeepState",
                    "gained =381.0 UA 2025-05-01…2025-05-31 russia ISW",
                    "gained =350.0 UA 2025-05-01…2025-05-31 russia Black Bird Group",
                ]
            ),
            // Who works out another's data counts; who denies another's words is credited; who is told says nothing.
            (
                "Russia took 431 sq km in May, AFP found by analysing ISW's data.",
                ["gained =431.0 UA 2025-05-01…2025-05-31 russia AFP"]
            ),
            (
                "Генштаб опроверг слова Путина, будто российская армия контролирует 70% Волчанска.",
                ["share =70.0 Vovchansk 2025-06-08 russia General Staff"]
            ),
            // A stock that has grown since a day was gained over that time.
            (
                "Под оккупацией 116 тыс. кв. км — на 4 тыс. больше, чем год назад.",
                ["held =116000.0 UA 2025-06-08 russia -", "gained =4000.0 UA 2024-06-08…2025-06-08 russia -"]
            ),
            // Two sides with one verb.
            (
                "In May Kyiv retook 14 sq km and Moscow 331.",
                [
                    "gained =14.0 UA 2025-05-01…2025-05-31 ukraine -",
                    "gained =331.0 UA 2025-05-01…2025-05-31 russia -",
                ]
            ),
            // A month with its own preposition behind a comma is the next figure's.
            (
                "Темп вырос до 18 кв. км в сутки в мае, в апреле было 15.",
                [
                    "pace =18.0 UA 2025-05-01…2025-05-31 russia -", "pace =15.0 UA 2025-04-01…2025-04-30 russia -",
                ]
            ),
            // A distance goes on about its place.
            (
                "Россияне в 20 км от Сум. Два месяца назад было 25.",
                ["distance =20.0 Sumy 2025-06-08 russia -", "distance =25.0 Sumy 2025-04-08 russia -"]
            ),
            // What is wanted, the way between two towns, a simile's part, and what is no square kilometre at all.
            ("Moscow wants a buffer zone of 20 km along the border and 6,600 sq km of Donbas.", []),
            ("It took a year to cover the 40 km from Avdiivka to Pokrovsk.", []),
            ("Not one square kilometre was taken in Kharkiv region last week.", []),
        ])
    func whatBelongsTogetherIsReadTogether(text: String, expected: [String]) throws {
        #expect(try Reading.claims(text).map(Self.short) == expected)
    }

    @Test func aQuotationOverSentencesIsCreditedBehindIt() throws {
        let claims = try Reading.claims(
            "“They hold 70% of Donetsk region. We hold the north,” said the commander, Andrii Besedin.")
        #expect(claims.map { $0.source ?? "-" } == ["Besedin"])
    }
}
