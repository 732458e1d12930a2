import Territory
import Testing

@testable import Claims

/// Which time, region, source and actor is whose, where a sentence or a passage has several; each from a passage that was
/// read wrongly.
@Suite struct ListReadingTests {
    /// A claim in short: kind, figure, region, first and last day.
    private static func short(_ claim: Claim) -> String {
        "\(claim.kind.rawValue) \(claim.figureInShort) \(claim.region) \(claim.daysInShort)"
    }

    @Test(arguments: [
        // Figures and times take turns.
        (
            "Росіяни захопили 14 кв. км у березні, 22 — у квітні, 27,9 — у травні.",
            [
                "gained =14.0 UA 2025-03-01…2025-03-31", "gained =22.0 UA 2025-04-01…2025-04-30",
                "gained =27.9 UA 2025-05-01…2025-05-31",
            ]
        ),
        // Figures and regions take turns.
        (
            "Of May's total, 169 sq km lay in Donetsk region and 150 in Sumy region, DeepState says.",
            ["gained =169.0 UA14 2025-05-01…2025-05-31", "gained =150.0 UA59 2025-05-01…2025-05-31"]
        ),
        (
            "С 1 мая войска заняли в Донецкой области 563 кв. км, в Харьковской — 21, в Луганской — 12.",
            [
                "gained =563.0 UA14 2025-05-01…2025-06-08", "gained =21.0 UA63 2025-05-01…2025-06-08",
                "gained =12.0 UA44 2025-05-01…2025-06-08",
            ]
        ),
        // The place is the part's, not the whole's.
        (
            "В мае россияне заняли 40 кв. км, в том числе 30 — в Донецкой области.",
            ["gained =40.0 UA 2025-05-01…2025-05-31", "gained =30.0 UA14 2025-05-01…2025-05-31"]
        ),
        // A time behind a semicolon is the next figure's.
        (
            "The front is 1,255 km long; a year ago, by his account, it was about 1,130.",
            ["front-length =1255.0 UA 2025-06-08", "front-length ~1130.0 UA 2024-06-08"]
        ),
        // A relative time does not become what is spoken of.
        (
            "Last week Russia took 78 sq km. The week before it was 33. In Sumy region alone it took 31 sq km.",
            [
                "gained =78.0 UA 2025-05-26…2025-06-01", "gained =33.0 UA 2025-05-19…2025-05-25",
                "gained =31.0 UA59 2025-05-26…2025-06-01",
            ]
        ),
        // The moment of a list holds to its end, and so does what its changes are since.
        (
            "Occupied share on 1 June; in brackets the change since 1 January, in points:\nLuhansk region: 99.6% (+0.7)\n"
                + "Sumy region: 0.9% (+0.9)",
            [
                "share =99.6 UA44 2025-06-01", "change-share =0.7 UA44 2025-01-01…2025-06-01",
                "share =0.9 UA59 2025-06-01", "change-share =0.9 UA59 2025-01-01…2025-06-01",
            ]
        ),
        // A head without a figure says what the figures below it are.
        (
            "What Russia captured this year. Gerasimov: over 1,460 sq km. ISW: about 900.",
            ["gained >1460.0 UA 2025-01-01…2025-06-08", "gained ~900.0 UA 2025-01-01…2025-06-08"]
        ),
        // A stock that a change leads to has the end of its window, and "до" is then no hedge.
        (
            "Доля области, которую удерживает Киев, сократилась с 25% в конце марта до 21% в конце мая.",
            ["share =25.0 UA 2025-03-31", "share =21.0 UA 2025-05-31"]
        ),
        // "has … won back" is no stock.
        ("DeepState's map has 34 sq km won back since May 25.", ["gained =34.0 UA 2025-05-25…2025-06-08"]),
        // "of the last", "of this" take the unit of the time before; the same months are those that were spoken of.
        (
            "Позаминулого тижня росіяни просунулися на 41 кв. км, минулого – на 66.",
            ["gained =41.0 UA 2025-05-19…2025-05-25", "gained =66.0 UA 2025-05-26…2025-06-01"]
        ),
        (
            "Минулого місяця росіяни захопили 410 кв. км, цього – уже 90.",
            ["gained =410.0 UA 2025-05-01…2025-05-31", "gained =90.0 UA 2025-06-01…2025-06-08"]
        ),
        (
            "За весну росіяни взяли 900 кв. км, зокрема 440 у травні. ISW за ті самі три місяці нарахував 850.",
            [
                "gained =900.0 UA 2025-03-01…2025-05-31", "gained =440.0 UA 2025-05-01…2025-05-31",
                "gained =850.0 UA 2025-03-01…2025-05-31",
            ]
        ),
        // The time of a figure that another is compared with is no rank's.
        (
            "За май россияне заняли 440 кв. км, вдвое больше апрельских 220: это максимум с ноября.",
            [
                "gained =440.0 UA 2025-05-01…2025-05-31", "comparison =2.0 UA 2025-05-01…2025-05-31",
                "gained =220.0 UA 2025-04-01…2025-04-30", "rank  UA 2025-05-01…2025-05-31",
            ]
        ),
        // A week is told by its first day, or by both.
        (
            "Russia took 78 sq km in the week beginning May 26, in the week from May 19 to 25 it was 33.",
            ["gained =78.0 UA 2025-05-26…2025-06-01", "gained =33.0 UA 2025-05-19…2025-05-25"]
        ),
        // The head of a list names the unit.
        (
            "Area captured by Russia in May (sq km): Donetsk region 240; Sumy region 150; Kharkiv region 20.",
            [
                "gained =240.0 UA14 2025-05-01…2025-05-31", "gained =150.0 UA59 2025-05-01…2025-05-31",
                "gained =20.0 UA63 2025-05-01…2025-05-31",
            ]
        ),
        // Two lists of as many items are pairs.
        (
            "March, April and May brought Moscow 133, 176 and 449 sq km.",
            [
                "gained =133.0 UA 2025-03-01…2025-03-31", "gained =176.0 UA 2025-04-01…2025-04-30",
                "gained =449.0 UA 2025-05-01…2025-05-31",
            ]
        ),
        // A sum is over both times.
        (
            "Last week Russia took 78 sq km, the week before last 33. Together that makes 111.",
            [
                "gained =78.0 UA 2025-05-26…2025-06-01", "gained =33.0 UA 2025-05-19…2025-05-25",
                "gained =111.0 UA 2025-05-19…2025-06-01",
            ]
        ),
        // What something has shrunk to is no longer of the day before it.
        (
            "The Kursk foothold, 1,300 sq km at the end of September, has shrunk to 78.",
            ["held =1300.0 Kursk 2024-09-30", "held =78.0 Kursk 2025-06-08"]
        ),
        // "over a quarter" is no time, and "each day" behind the verb makes a pace.
        ("At the end of March 2022 they held over a quarter of the country.", ["share >25.0 UA 2022-03-31"]),
        ("On average 14 sq km were lost each day in May.", ["pace =14.0 UA 2025-05-01…2025-05-31"]),
        // A place may follow "in the region"; a part at the end is that of it.
        ("In der Region Donezk hält Kiew noch ein Viertel.", ["share =25.0 UA14 2025-06-08"]),
        // A month is the best or worst of a side, whatever it took.
        (
            "May was Russia's most productive month since November 2024, ISW said.",
            ["rank  UA 2025-05-01…2025-05-31"]
        ),
    ])
    func everyFigureHasItsOwn(text: String, expected: [String]) throws {
        #expect(try Reading.claims(text).map(Self.short) == expected)
    }

    @Test(arguments: [
        ("The 225th Assault Regiment says its men freed 3.4 sq km.", "225th Assault Regiment"),
        (
            "A mapper from Black Bird Group, Emil Kastehelmi, sees Russia advancing. Russia took 300 sq km in May, Kastehelmi believes.",
            "Black Bird Group"
        ),
        (
            "Украинские войска освободили 5 кв. км, сообщил представитель Генштаба ВСУ Андрей Ковалёв.",
            "General Staff"
        ),
        ("Putin claimed 5,000 sq km this year, a figure DeepState puts at 3,300 sq km.", "Putin"),
        ("Under Russian control is 19% of Ukraine, Bloomberg's reading of DeepState maps suggests.", "Bloomberg"),
    ])
    func whoComputedAFigureIsItsSource(text: String, source: String) throws {
        #expect(try Reading.claims(text).first { $0.figure != nil }?.source == source)
    }

    @Test(arguments: [
        "Of 1,130 attacks, a third fell on Sumy region.", "Power cuts hit 40% of Sumy region.",
        "The plan would hand Russia another 6,600 sq km, roughly 1.1% of Ukraine.",
        "The grey zone there alone covers 30 sq km.", "The city has lost 80% of its population.",
        "Two thirds of Sumy region lie in ruins.", "Each brigade defends up to 15 km of front.",
        "The brigade has lost 30% of its men in Sumy region.",
        "A fifth of the country's vegetables used to grow there.",
        "Shares of assaults: Sumy region 31%, Kharkiv region 12%.", "Russia's drones now reach Sumy region.",
    ])
    func figuresOfSomethingElseAreNoClaims(text: String) throws {
        #expect(try Reading.claims(text) == [])
    }

    @Test(
        .enabled(if: Reading.hasGazetteer),
        arguments: [
            ("До Покровська ворогу лишається кілометр.", "=1.0"),
            ("До передовой от Покровска километров примерно шесть.", "~6.0"),
            ("The enemy is a kilometre from Pokrovsk.", "=1.0"),
        ])
    func aLengthMayStandWithItsUnitFirstOrWithoutANumber(text: String, figure: String) throws {
        let distance = try Reading.claims(text).first { $0.kind == .distance }
        #expect(distance?.figure.map { "\($0.comparator.rawValue)\($0.low.value)" } == figure)
    }

    /// Tags are looked up by a set with a bit for each cue.
    @Test func allCuesFitInASet() {
        #expect(Cue.allCases.count <= 256)
        for cue in Cue.allCases { #expect(CueSet([cue]).contains(cue)) }
    }

    @Test func aTableHasAValueForEachCue() {
        #expect(Cue.allCases.count < 256)
        var table = CueTable(repeating: -1)
        for cue in Cue.allCases.reversed() {
            #expect(table[cue] == -1)
            table[cue] += Int(cue.rawValue) + 1
        }
        for cue in Cue.allCases { #expect(table[cue] == Int(cue.rawValue)) }
    }
}
