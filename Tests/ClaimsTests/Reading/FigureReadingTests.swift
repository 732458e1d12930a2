import Testing

@testable import Claims

/// Numbers, units and hedges in each language's forms; what they mean must not depend on the words around them.
@Suite struct FigureReadingTests {
    struct Case: CustomTestStringConvertible {
        let text: String
        let value: Double
        var unit = ClaimUnit.squareKilometres
        var comparator = Comparator.equal
        var high: Double?
        var testDescription: String { text }
    }

    @Test(arguments: [
        Case(text: "Russia seized 113,273 sq km in May.", value: 113_273),
        Case(text: "Russia seized 113 273 sq km in May.", value: 113_273),
        Case(text: "Russia seized 113\u{A0}273 km² in May.", value: 113_273),
        Case(text: "Russia seized 113\u{202F}273 km2 in May.", value: 113_273),
        Case(text: "Russia seized 4.09 sq. km in May.", value: 4.09),
        Case(text: "Russia seized 4,09 square kilometers in May.", value: 4.09),
        Case(text: "Russia seized 4.5 thousand square kilometres in May.", value: 4500),
        Case(text: "Russia seized two hundred sq km in May.", value: 200),
        Case(text: "Russia seized two hundred and fifty sq km in May.", value: 250),
        Case(text: "Russia seized twenty-five square miles in May.", value: 25, unit: .squareMiles),
        Case(text: "Russia seized 1,200 hectares in May.", value: 1200, unit: .hectares),
        Case(text: "Russia seized more than 190 sq km in May.", value: 190, comparator: .moreThan),
        Case(text: "Russia seized nearly 190 sq km in May.", value: 190, comparator: .lessThan),
        Case(text: "Russia seized about 190 sq km in May.", value: 190, comparator: .about),
        Case(text: "Russia seized at least 190 sq km in May.", value: 190, comparator: .atLeast),
        Case(text: "Russia seized up to 190 sq km in May.", value: 190, comparator: .atMost),
        Case(text: "Russia seized only 190 sq km in May.", value: 190),
        Case(text: "Russia seized 500-550 sq km in May.", value: 500, comparator: .range, high: 550),
        Case(text: "Russia seized between 600 and 667 sq km in May.", value: 600, comparator: .range, high: 667),
        Case(text: "Росія захопила 113 273 кв. км у травні.", value: 113_273),
        Case(text: "Росія захопила 42,3 кв.км у травні.", value: 42.3),
        Case(text: "Росія захопила 4,5 тис. кв. км у травні.", value: 4500),
        Case(text: "Росія захопила п’ять тисяч квадратних кілометрів у травні.", value: 5000),
        Case(text: "Росія захопила понад 190 км² у травні.", value: 190, comparator: .moreThan),
        Case(text: "Росія захопила близько 190 км² у травні.", value: 190, comparator: .about),
        Case(text: "Росія захопила від 600 до 667 кв. км у травні.", value: 600, comparator: .range, high: 667),
        Case(text: "Россия захватила почти 4,5 тысячи кв. км в мае.", value: 4500, comparator: .lessThan),
        Case(text: "Россия захватила не менее 190 квадратных километров в мае.", value: 190, comparator: .atLeast),
        Case(text: "Россия захватила 600–700 кв. км в мае.", value: 600, comparator: .range, high: 700),
    ])
    func figuresAreReadAsPrinted(_ example: Case) throws {
        let claims = try Reading.claims(example.text)
        let figure = try #require(claims.first?.figure, "\(claims)")
        #expect(claims.count == 1 && claims.first?.kind == .gained)
        #expect(figure.low.value == example.value && figure.high?.value == example.high)
        #expect(figure.unit == example.unit && figure.comparator == example.comparator)
    }

    @Test(arguments: [
        ("Half of Ukraine is occupied.", 50.0), ("A fifth of Ukraine is occupied.", 20),
        ("Three quarters of Ukraine is occupied.", 75),
        ("Росія контролює майже п’яту частину України.", 20), ("Росія контролює чверть України.", 25),
    ])
    func partsInWordsAreShares(text: String, percent: Double) throws {
        let claims = try Reading.claims(text)
        #expect(claims.map(\.kind) == [.share] && claims.first?.figure?.low.value == percent, "\(claims)")
    }

    @Test func aFigureInTwoUnitsIsOneClaim() throws {
        for text in [
            "Russia seized 190 sq km (73 sq mi) in May.",
            "Russia seized 190 square kilometres, or 73 square miles, in May.",
        ] {
            let claims = try Reading.claims(text)
            #expect(claims.count == 1)
            #expect(claims.first?.also?.low.value == 73 && claims.first?.also?.unit == .squareMiles, "\(text)")
        }
    }

    @Test(arguments: [
        "Forest fires burned 4,300 hectares in May.", "Russia plans to seize 500 sq km by autumn.",
        "Has Russia taken 50 sq km?", "Russia launched 190 drones in May.", "Sappers surveyed 120 sq km of mined land.",
        "The 90th Tank Division has 150 tanks.",
    ])
    func otherFiguresAreNoClaims(text: String) throws {
        #expect(try Reading.claims(text).isEmpty)
    }

    @Test func aFigureThatFitsNoClaimIsToldOf() throws {
        let reading = try Reading.reader.get().read(
            "Sappers surveyed 120 sq km of mined land.", published: try #require(.init("2025-06-08")))
        #expect(reading.claims.isEmpty && reading.unread.map(reading.words) == ["120 sq km"])
    }
}
