import GeometryCore
import Testing

@testable import Reporting

@Suite struct TableTests {
    @Test(
        arguments: [
            (0, 3, "0.000"), (-0.0001, 3, "0.000"), (113_272.944_44, 3, "113,272.944"), (999, 0, "999"),
            (1_234_567.5, 1, "1,234,567.5"), (-1234.5, 2, "-1,234.50"), (0.015, 2, "0.01"),
        ] as [(Double, Int, String)])
    func numbersAreGroupedByThousands(number: Double, digits: Int, text: String) {
        #expect(NumberStyle.standard.grouped(number, digits: digits) == text)
    }

    @Test(arguments: [(189.5, "189.5"), (113_272.5, "113,272.5"), (19, "19"), (0.1 + 0.2, "0.3"), (-40, "-40")])
    func endsOfIntervalsAreAsShortAsTheyCanBe(number: Double, text: String) {
        #expect(NumberStyle.shortest(number) == text)
    }

    private let table = Table(
        columns: [.init("region", "name"), .init("km²", "areaKm2")],
        rows: [[.text("Sumy, north"), .area(Area(squareKilometres: 192.5))], [.text("a \"b\""), .none]])

    @Test func textIsAlignedAndHasNoTrailingSpaces() {
        #expect(table.text(.standard) == "region           km²\nSumy, north  192.500\na \"b\"\n")
    }

    @Test func csvQuotesWhatNeedsIt() {
        #expect(table.csv == "name,areaKm2\n\"Sumy, north\",192.5\n\"a \"\"b\"\"\",\n")
    }
}
