import Territory
import TestSupport
import Testing

@testable import Claims

/// Wordings that were misread in passages by writers who did not know the rules, 2026-11-22; each with another sentence.
@Suite struct WordingReadingTests {
    private static func short(_ claim: Claim) -> String {
        let figure = claim.figure.map { figure in
            let high = figure.high.map { "…\($0.value)" } ?? ""
            return " \(figure.comparator.rawValue)\(figure.low.value)\(high)\(figure.unit.rawValue)"
        }
        return "\(claim.kind.rawValue)\(figure ?? "") \(claim.region) \(claim.daysInShort)"
            + (claim.isNegated ? " denied" : "") + (claim.whole == "gain" ? " of gain" : "")
    }

    @Test(
        .enabled(if: Reading.hasGazetteer, "\(TestData.notFetched)"),
        arguments: [
            // Days in words.
            ("Since the tenth of May Russia took 70 sq km.", ["gained =70.0km2 UA 2025-05-10…2025-06-08"]),
            ("Since May the tenth Russia took 70 sq km.", ["gained =70.0km2 UA 2025-05-10…2025-06-08"]),
            ("Із десятого травня росіяни захопили 70 кв. км.", ["gained =70.0km2 UA 2025-05-10…2025-06-08"]),
            ("С двадцать первого мая россияне захватили 70 кв. км.", ["gained =70.0km2 UA 2025-05-21…2025-06-08"]),
            ("Since the month began the enemy has taken 70 sq km.", ["gained =70.0km2 UA 2025-06-01…2025-06-08"]),
            (
                "Since the first of the month the enemy has taken 70 sq km.",
                ["gained =70.0km2 UA 2025-06-01…2025-06-08"]
            ),
            (
                "Week 26.05–01.06:\n• the enemy took 38.6 km²\n• we took back 12.1 km²",
                ["gained =38.6km2 UA 2025-05-26…2025-06-01", "gained =12.1km2 UA 2025-05-26…2025-06-01"]
            ),
            // Ranges without a unit, numbers and parts of units.
            (
                "Russia took 150 sq km in May, DeepState says. ISW estimates 100 to 125.",
                ["gained =150.0km2 UA 2025-05-01…2025-05-31", "gained range100.0…125.0km2 UA 2025-05-01…2025-05-31"]
            ),
            ("Russia took four and a half sq km in May.", ["gained =4.5km2 UA 2025-05-01…2025-05-31"]),
            ("Russia took two and a quarter square kilometres in May.", ["gained =2.25km2 UA 2025-05-01…2025-05-31"]),
            ("Russia holds half a percent of Kharkiv region.", ["share =0.5percent UA63 2025-06-08"]),
            (
                "Moscow gained 588 sq km in May, a daily average of 19.",
                ["gained =588.0km2 UA 2025-05-01…2025-05-31", "pace =19.0km2/day UA 2025-05-01…2025-05-31"]
            ),
            // Who is reached or entered may stand before the verb.
            ("Sumy has been reached by no enemy unit.", ["reached Sumy 2025-06-08 denied"]),
            ("Dnipropetrovsk region was entered by Russian troops in May.", ["entered UA12 2025-05-01…2025-05-31"]),
            ("Ternuvate they have not entered.", ["entered Ternuvate 2025-06-08 denied"]),
            // Distances.
            ("It is not true that the Russians are 10 km from Sumy.", ["distance =10.0km Sumy 2025-06-08 denied"]),
            ("Russian assault groups are within 2 km of Rodynske.", ["distance <=2.0km Rodynske 2025-06-08"]),
            (
                "They entered Vovchansk on Sunday and stand roughly 25 km from Kharkiv.",
                ["entered Vovchansk 2025-06-08", "distance ~25.0km Kharkiv 2025-06-08"]
            ),
            // What is left, what is told more than before.
            (
                "In April they held 300 sq km; by mid-May only 110 remained of it.",
                ["held =300.0km2 UA 2025-04-30", "held =110.0km2 UA 2025-05-15"]
            ),
            (
                "Russia held 120 sq km more at the end of May than it had held at the start of the year.",
                ["gained =120.0km2 UA 2025-01-01…2025-05-31"]
            ),
            ("In Donetsk region 6,600 sq km remain Ukrainian.", ["held =6600.0km2 UA14 2025-06-08"]),
            // Parts of what was taken.
            (
                "Of all the land captured in May, half was in Sumy region.",
                ["share =50.0percent UA59 2025-05-01…2025-05-31 of gain"]
            ),
            (
                "In May Russia took 448 sq km. Four fifths, or 359 sq km, fell to Donetsk region.",
                [
                    "gained =448.0km2 UA 2025-05-01…2025-05-31",
                    "share =80.0percent UA14 2025-05-01…2025-05-31 of gain",
                    "gained =359.0km2 UA14 2025-05-01…2025-05-31",
                ]
            ),
            (
                "The Pokrovsk axis makes up two fifths of all the enemy captured in May.",
                ["share =40.0percent Pokrovsk 2025-05-01…2025-05-31 of gain"]
            ),
            (
                "Where May's gains were made: Huliaipole 39%, Lyman 0%.",
                [
                    "share =39.0percent Huliaipole 2025-05-01…2025-05-31 of gain",
                    "share =0.0percent Lyman 2025-05-01…2025-05-31 of gain",
                ]
            ),
            // Lists with a head.
            (
                "Occupied at the end of May, in percent of the region: Kharkiv 4.8 (+0.1), Luhansk 99.6 (-).",
                [
                    "share =4.8percent UA63 2025-05-31", "change-share =0.1pp UA63 2025-05-31",
                    "share =99.6percent UA44 2025-05-31", "change-share =0.0pp UA44 2025-05-31",
                ]
            ),
            (
                "Km² occupied by Russia, month by month:\nMar – 133\nApr – 175\nMay – 449",
                [
                    "gained =133.0km2 UA 2025-03-01…2025-03-31", "gained =175.0km2 UA 2025-04-01…2025-04-30",
                    "gained =449.0km2 UA 2025-05-01…2025-05-31",
                ]
            ),
            // The later of two periods is compared with the earlier.
            (
                "The army of Russia took some 4,560 sq km in 2024 after 3,734 in 2023, that is 22% more.",
                [
                    "gained ~4560.0km2 UA 2024-01-01…2024-12-31", "gained =3734.0km2 UA 2023-01-01…2023-12-31",
                    "comparison =22.0percent UA 2024-01-01…2024-12-31",
                ]
            ),
            (
                "In Sumy region the enemy took 7 sq km in May. That is eight times less than in March.",
                ["gained =7.0km2 UA59 2025-05-01…2025-05-31", "comparison =0.125ratio UA59 2025-05-01…2025-05-31"]
            ),
            (
                "“The Zaporozhye region is 77% ours and the Kherson region 76%,” Putin said.",
                ["share =77.0percent UA23 2025-06-08", "share =76.0percent UA65 2025-06-08"]
            ),
            ("A year ago the nearest Russian trench was 42 km from Sumy.", ["distance =42.0km Sumy 2024-06-08"]),
            // Far places are distances where it is said from where; fences and ways from the front are none.
            (
                "Russian troops stand 800 km from Lviv and 20 km from Kramatorsk.",
                ["distance =800.0km Lviv 2025-06-08", "distance =20.0km Kramatorsk 2025-06-08"]
            ),
            ("Russian troops have fenced the Sumy region off with 500 km of wire.", []),
            ("The missile came down 900 km from the front.", []),
            ("Troops hold 900 km of front.", ["front-length =900.0km UA 2025-06-08"]),
            (
                "Net of Ukrainian counter-attacks, Russia's gains in May came to only 28 sq km.",
                ["net =28.0km2 UA 2025-05-01…2025-05-31"]
            ),
            (
                "Of the Donbas, the prize at the talks, nine tenths are in Russian hands.",
                ["share =90.0percent Donbas 2025-06-08"]
            ),
            (
                "DeepState's May tally (share of the captured area / share of assaults): Huliaipole 39% / 14%.",
                ["share =39.0percent Huliaipole 2025-05-01…2025-05-31 of gain"]
            ),
        ])
    func aWordingSays(text: String, expected: [String]) throws {
        #expect(try Reading.claims(text).map(Self.short) == expected)
    }

    @Test(arguments: [
        "The gap between its count and the one presented in Moscow has widened to 900 sq km.",
        "Of the 161 assaults of the day, 41% came in Sumy region and almost a fifth in Kharkiv region.",
        "The Russians have lost 13,000 men, more than half of them for good.",
        "Their counts lie 173 sq km apart, DeepState admits.",
        "Our troops have pushed the enemy back 3 km from Kupiansk.",
        "It would take decades to overrun a country of 603,000 sq km.",
        // The words of something else stand within those of the rank.
        "Russian troops made more assaults than at any time since March.",
        "Both figures exceed the 2,590 sq km of Luxembourg.",
    ])
    func figuresOfSomethingElseAreNoClaims(text: String) throws { #expect(try Reading.claims(text) == []) }

    @Test(arguments: [
        (
            "Russia took 17 sq km last week. This is 4 sq km more than the week before last, so Agentstvo calculates.",
            "Agentstvo"
        ),
        (
            "The front is about 1,250 km long, Andrii Kovalov of the General Staff's press service said.",
            "General Staff"
        ),
        ("According to the Kremlin, Ukraine has only 20% of Donetsk region left.", "Kremlin"),
        (
            "Russia took 29 sq km last week, the Agentstvo channel found after going over DeepState's maps.",
            "Agentstvo"
        ),
    ])
    func sources(text: String, source: String) throws {
        #expect(try Reading.claims(text).first?.source == source)
    }

    /// Of what is the worst for one side there is the most, of what is the best the least.
    @Test(arguments: [
        ("Last week was Ukraine's worst since mid-March: Russian troops captured 158 sq km.", RankOrder.most),
        ("Russian gains fell in May to 245 sq km. For Kyiv it was the best month since March.", .least),
        ("May was Russia's worst month since March: its troops captured 158 sq km.", .least),
    ])
    func aRankIsByAmount(text: String, order: RankOrder) throws {
        let rank = try #require(try Reading.claims(text).first { $0.kind == .rank })
        #expect(rank.order == order && rank.actor == "russia")
    }
}
