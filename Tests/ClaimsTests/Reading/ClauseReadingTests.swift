import Territory
import Testing

@testable import Claims

/// How a sentence with several figures is cut, and what each figure takes from which clause.
@Suite struct ClauseReadingTests {
    /// A claim in short: figure, region, days, side, source.
    private static func short(_ claim: Claim) -> String {
        [claim.figureInShort, claim.region, claim.daysInShort, claim.actor ?? "-", claim.source ?? "-"]
            .joined(separator: " ")
    }

    @Test(
        .enabled(if: Reading.hasGazetteer, "needs the gazetteer's files"),
        arguments: [
            // A list with its places behind, and one with them before, under one time.
            (
                "In May Russia took 5 sq km near Lyman, 7 near Siversk and 9 near Pokrovsk.",
                [
                    "=5.0 Lyman 2025-05-01…2025-05-31 russia -", "=7.0 Siversk 2025-05-01…2025-05-31 russia -",
                    "=9.0 Pokrovsk 2025-05-01…2025-05-31 russia -",
                ]
            ),
            (
                "Near Lyman 5 sq km fell to Russia in May, near Siversk 7, near Pokrovsk 9.",
                [
                    "=5.0 Lyman 2025-05-01…2025-05-31 russia -", "=7.0 Siversk 2025-05-01…2025-05-31 russia -",
                    "=9.0 Pokrovsk 2025-05-01…2025-05-31 russia -",
                ]
            ),
            // A full clause with time, place, side and verb of its own.
            (
                "Russia took 12 sq km near Lyman in May, and Ukraine won back 3 near Siversk in April.",
                [
                    "=12.0 Lyman 2025-05-01…2025-05-31 russia -",
                    "=3.0 Siversk 2025-04-01…2025-04-30 ukraine -",
                ]
            ),
            // Brackets behind a time are about it; "from" and "to" have their own.
            (
                "Russia took 336 sq km in May, more than in April (141) and March (133).",
                [
                    "=336.0 UA 2025-05-01…2025-05-31 russia -", "=141.0 UA 2025-04-01…2025-04-30 russia -",
                    "=133.0 UA 2025-03-01…2025-03-31 russia -",
                ]
            ),
            (
                "Russia's gain fell from 356 sq km in January to 133 in March.",
                ["=356.0 UA 2025-01-01…2025-01-31 russia -", "=133.0 UA 2025-03-01…2025-03-31 russia -"]
            ),
            // A window is borrowed, a credit in front of another figure is not.
            (
                "Putin claimed 5,000 sq km since January, a figure DeepState puts at 1,300.",
                [
                    "=5000.0 UA 2025-01-01…2025-06-08 russia Putin",
                    "=1300.0 UA 2025-01-01…2025-06-08 russia DeepState",
                ]
            ),
            // What stands before a colon holds for all behind it.
            (
                "The Black Bird Group reports for May: Ukraine won back 24 sq km and lost 76.",
                [
                    "=24.0 UA 2025-05-01…2025-05-31 ukraine Black Bird Group",
                    "=76.0 UA 2025-05-01…2025-05-31 ukraine Black Bird Group",
                ]
            ),
            // The day of a stock is its own.
            (
                "Russia held 18% of Ukraine on 1 May, after 7% on 23 February 2022.",
                ["=18.0 UA 2025-05-01 russia -", "=7.0 UA 2022-02-23 russia -"]
            ),
            // The place of a part is not the whole's; that of a simile is no place.
            (
                "In May Russia took 300 sq km, 60% of it in Donetsk region.",
                ["=300.0 UA 2025-05-01…2025-05-31 russia -", "=60.0 UA14 2025-05-01…2025-05-31 russia -"]
            ),
            (
                "Russia seized 900 sq km in May, an area larger than Berlin.",
                ["=900.0 UA 2025-05-01…2025-05-31 russia -"]
            ),
        ])
    func aFigureTakesWhatItsClauseSays(text: String, expected: [String]) throws {
        #expect(try Reading.claims(text).map(Self.short) == expected)
    }
}
