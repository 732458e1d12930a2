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
            // "On average", with what it is over behind the figure, is a pace.
            (
                "У травні окупанти захоплювали в середньому 14 кв. км за добу, у квітні – 11.",
                [
                    "pace =14.0 UA 2025-05-01…2025-05-31 russia -",
                    "pace =11.0 UA 2025-04-01…2025-04-30 russia -",
                ]
            ),
            (
                "В мае россияне в среднем занимали по 90 кв. км за неделю.",
                ["pace =90.0 UA 2025-05-01…2025-05-31 russia -"]
            ),
            // A hedge stands before "about" too.
            (
                "За травень росіяни захопили, за оцінкою DeepState, 380 кв. км; ISW говорить щонайменше про 410.",
                [
                    "gained =380.0 UA 2025-05-01…2025-05-31 russia DeepState",
                    "gained >=410.0 UA 2025-05-01…2025-05-31 russia ISW",
                ]
            ),
            // Of what shrinks a stock is left, of what grows by something a stock is reached.
            (
                "За травень ЗСУ втратили на Курщині 60 кв. км, унаслідок чого їхній плацдарм скоротився до 40.",
                [
                    "lost =60.0 Kursk 2025-05-01…2025-05-31 ukraine -",
                    "held =40.0 Kursk 2025-05-31 ukraine -",
                ]
            ),
            (
                "За неделю россияне увеличили зону контроля в Сумской области на 15 кв. км, до 190.",
                [
                    "gained =15.0 UA59 2025-06-01…2025-06-08 russia -",
                    "held =190.0 UA59 2025-06-08 russia -",
                ]
            ),
            // What is under its control is held, and what is left to take is held by the other side.
            (
                "В мае Россия захватила 430 кв. км. Под её контролем 113 тыс. кв. км.",
                [
                    "gained =430.0 UA 2025-05-01…2025-05-31 russia -",
                    "held =113000.0 UA 2025-06-08 russia -",
                ]
            ),
            (
                "В Донецкой области, по словам Белоусова, осталось взять 8 тыс. кв. км.",
                ["held =8000.0 UA14 2025-06-08 ukraine Belousov"]
            ),
            // What is won back "from" a side is nothing that it has.
            (
                "За неделю ВСУ отбили у россиян 20 кв. км.",
                ["gained =20.0 UA 2025-06-01…2025-06-08 ukraine -"]
            ),
            // A part that a place is taken by.
            (
                "Торецк занят россиянами наполовину, Часов Яр — на две трети.",
                [
                    "share =50.0 Toretsk 2025-06-08 russia -",
                    "share =66.67 Chasiv Yar 2025-06-08 russia -",
                ]
            ),
            (
                "Торецьк на третину окупований, вважають у DeepState.",
                ["share =33.33 Toretsk 2025-06-08 russia DeepState"]
            ),
            // A percentage grows by points to a share, also in a list.
            (
                "За травень частка окупованого зросла в Донецькій області на 2 пункти, до 70%, у Харківській – на 0,4, до 5%.",
                [
                    "change-share =2.0 UA14 2025-05-01…2025-05-31 russia -",
                    "share =70.0 UA14 2025-05-31 russia -",
                    "change-share =0.4 UA63 2025-05-01…2025-05-31 russia -",
                    "share =5.0 UA63 2025-05-31 russia -",
                ]
            ),
            // The head of a list names the unit with its thousands, and what stands beside thousands is told in them.
            (
                "Под контролем РФ на 1 июня, тыс. кв. км: Луганская область — 26,5, Донецкая — 19.",
                [
                    "held =26500.0 UA44 2025-06-01 russia -",
                    "held =19000.0 UA14 2025-06-01 russia -",
                ]
            ),
            (
                "На 1 червня під окупацією 113,2 тис. кв. км, рік тому було 109,5.",
                [
                    "held =113200.0 UA 2025-06-01 russia -",
                    "held =109500.0 UA 2024-06-01 russia -",
                ]
            ),
            // What is told of a place is not the figure's.
            (
                "В мае россияне заняли 40 кв. км у Лимана, который ВСУ освободили в 2022 году.",
                ["gained =40.0 Lyman 2025-05-01…2025-05-31 russia -"]
            ),
            (
                "За травень окупанти просунулися на 40 кв. км, з них 15 – під Торецьком, який ЗСУ залишили в січні.",
                [
                    "gained =40.0 UA 2025-05-01…2025-05-31 russia -",
                    "gained =15.0 Toretsk 2025-05-01…2025-05-31 russia -",
                ]
            ),
            // A pace is that of no town whose share is told before.
            (
                "У Торецьку окупанти тримають 80%, а темп їхнього просування в травні становив 15 кв. км на добу.",
                [
                    "share =80.0 Toretsk 2025-06-08 russia -",
                    "pace =15.0 UA 2025-05-01…2025-05-31 russia -",
                ]
            ),
            // What is given back to use was not taken.
            ("За рік аграріям повернули 3 тис. га.", []),
            ("За год в оборот вернули 35 тыс. га.", []),
            // Who signs a line said it.
            (
                "До Костянтинівки ворогу лишилося 9 км – речник 12-го корпусу Іван Савченко",
                ["distance =9.0 Kostiantynivka 2025-06-08 russia Savchenko"]
            ),
            (
                "До Покровска противнику осталось 5 км — главком Сырский",
                ["distance =5.0 Pokrovsk 2025-06-08 russia Syrskyi"]
            ),
            // A pace is told by its word too, but not where another verb says what was taken.
            (
                "Темп просування зріс: з 9 кв. км за добу у квітні до 14 у травні.",
                [
                    "pace =9.0 UA 2025-04-01…2025-04-30 russia -",
                    "pace =14.0 UA 2025-05-01…2025-05-31 russia -",
                ]
            ),
            (
                "Темп вырос: россияне заняли 90 кв. км за неделю.",
                ["gained =90.0 UA 2025-06-01…2025-06-08 russia -"]
            ),
            // Thousands are shared, and a stock may be brought to a figure.
            (
                "Площадь под контролем РФ выросла с 110,4 до 113,2 тыс. кв. км.",
                [
                    "held =110400.0 UA 2025-06-08 russia -",
                    "held =113200.0 UA 2025-06-08 russia -",
                ]
            ),
            (
                "За май россияне заняли 430 кв. км, доведя площадь оккупации до 113,2 тыс. кв. км.",
                [
                    "gained =430.0 UA 2025-05-01…2025-05-31 russia -",
                    "held =113200.0 UA 2025-05-31 russia -",
                ]
            ),
            // The head of a list names percent, or the unit of months.
            (
                "Окуповано, % площі: Луганська область – 99,6, Донецька – 77.",
                [
                    "share =99.6 UA44 2025-06-08 russia -",
                    "share =77.0 UA14 2025-06-08 russia -",
                ]
            ),
            (
                "Захоплено, кв. км: у квітні – 220, у травні – 430.",
                [
                    "gained =220.0 UA 2025-04-01…2025-04-30 russia -",
                    "gained =430.0 UA 2025-05-01…2025-05-31 russia -",
                ]
            ),
            // More points are a change without a verb.
            (
                "За рік під окупацією стало на 0,7 в. п. більше – 18,9% території.",
                [
                    "change-share =0.7 UA 2024-06-08…2025-06-08 russia -",
                    "share =18.9 UA 2025-06-08 russia -",
                ]
            ),
            // A name alone signs a line too.
            (
                "Окупанти контролюють 90% Торецька – Сирський",
                ["share =90.0 Toretsk 2025-06-08 russia Syrskyi"]
            ),
            // The time told of a place is not when it was entered; positions are no land.
            (
                "Росіяни увійшли до Родинського, яке ЗСУ звільняли в травні.",
                ["entered  Rodynske 2025-06-08 russia -"]
            ),
            (
                "За неделю россияне взяли 9 кв. км под Торецком, где ВСУ отошли с трёх позиций.",
                ["gained =9.0 Toretsk 2025-06-01…2025-06-08 russia -"]
            ),
            // Who is driven back takes nothing back, and nobody's words are thrown back.
            (
                "ВСУ отбросили противника и отбили 20 кв. км у Купянска.",
                ["gained =20.0 Kupiansk - ukraine -"]
            ),
            (
                "Під Куп'янськом ЗСУ відкинули ворога, повернувши 20 кв. км.",
                ["gained =20.0 Kupiansk - ukraine -"]
            ),
            // A share goes on behind an area that is held.
            (
                "Росія контролює 19% України (114 тис. кв. км), рік тому – 18,4%.",
                [
                    "share =19.0 UA 2025-06-08 russia -", "held =114000.0 UA 2025-06-08 russia -",
                    "share =18.4 UA 2024-06-08 russia -",
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
