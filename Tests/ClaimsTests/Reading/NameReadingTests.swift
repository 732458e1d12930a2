import Territory
import TestSupport
import Testing

@testable import Claims

/// Regions, places and sources in any spelling and case.
@Suite struct NameReadingTests {
    @Test(arguments: [
        ("Russia took 5 sq km in Sumy region in May.", "UA59"),
        ("Russia took 5 sq km in Donetsk Oblast in May.", "UA14"),
        ("Росіяни зайняли 5 кв. км на Сумщині у травні.", "UA59"),
        ("Росіяни зайняли 5 кв. км у Донецькій області у травні.", "UA14"),
        ("Россияне заняли 5 кв. км в Сумской области в мае.", "UA59"),
        ("Russia took 5 sq km in Kharkiv and Sumy regions in May.", "UA59+UA63"),
        ("Russia took 5 sq km in May.", "UA"),
    ])
    func regionsInAnyForm(text: String, region: String) throws {
        #expect(try Reading.claims(text).first?.region == region)
    }

    @Test(
        .enabled(if: Reading.hasGazetteer, "\(TestData.notFetched)"),
        arguments: [
            ("Russia took 5 sq km near Dobropolye in May.", "Dobropillia"),
            ("Russia took 5 sq km around Miropillya in May.", "Myropillia"),
            ("Росіяни зайняли 5 кв. км біля Костянтинівки у травні.", "Kostiantynivka"),
            ("Росіяни зайняли 5 кв. км на Покровському напрямку у травні.", "Pokrovsk"),
            ("Росіяни зайняли 5 кв. км на Новопавлівському напрямку у травні.", "Novopavlivka"),
            ("Россияне заняли 5 кв. км под Купянском в мае.", "Kupiansk"),
        ])
    func placesInAnySpelling(text: String, place: String) throws {
        #expect(try Reading.claims(text).first?.region == place)
    }

    @Test(.enabled(if: Reading.hasGazetteer, "\(TestData.notFetched)"))
    func aNameOfManyPlacesIsToldOf() throws {
        let reading = try Reading.reader.get().read(
            "Росіяни увійшли в Костянтинівку.", published: try #require(CalendarDay("2025-06-08")))
        let homonyms = reading.claims.first?.homonyms ?? 0
        #expect(homonyms == 35)
    }

    @Test(arguments: [
        ("Russia took 5 sq km in May, DeepState says.", "DeepState"),
        ("According to AFP, Russia took 5 sq km in May.", "AFP"),
        ("Reuters, citing DeepState, reports that Russia took 5 sq km in May.", "DeepState"),
        ("AFP, drawing on ISW maps, counts 5 sq km taken by Russia in May.", "AFP"),
        ("The army took 5 sq km in May, Gerasimov told Putin.", "Gerasimov"),
        ("Governor Oleh Hryhorov said that Russia took 5 sq km in May.", "Hryhorov"),
        ("За даними DeepState, росіяни зайняли 5 кв. км у травні.", "DeepState"),
        ("Россияне заняли 5 кв. км в мае, сообщил Сырский.", "Syrskyi"),
    ])
    func sources(text: String, source: String) throws {
        #expect(try Reading.claims(text).first?.source == source)
    }

    @Test func romanisationFollowsTheOfficialRules() {
        let examples = [
            "Згорани": "Zghorany", "Розгон": "Rozghon", "Єнакієве": "Yenakiieve", "Їжакевич": "Yizhakevych",
            "Знам’янка": "Znamianka", "Куп’янськ": "Kupiansk", "Гадяч": "Hadiach", "Щербухи": "Shcherbukhy",
            "Юрій": "Yurii", "Яготин": "Yahotyn", "Борщагівка": "Borshchahivka", "Добропілля": "Dobropillia",
        ]
        for (name, latin) in examples { #expect(Romanisation.latin(name) == latin) }
    }
}
