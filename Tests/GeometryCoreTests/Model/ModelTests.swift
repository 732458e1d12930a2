import TestSupport
import Testing

@testable import GeometryCore

@Suite struct ModelTests {
    @Test(arguments: [(Double.nan, 1.0), (1, .infinity), (-.infinity, 0)])
    func aPositionIsTwoFiniteNumbers(x: Double, y: Double) {
        #expect(throws: GeometryFault.self) { try Position(x: x, y: y) }
    }

    @Test func aRingIsClosedAndHasFourPositions() throws {
        let corners = try [(0.0, 0.0), (1, 0), (1, 1)].map { try Position(x: $0.0, y: $0.1) }
        #expect(throws: GeometryFault.ringTooShort(positions: 3)) { try Ring(corners) }
        #expect(throws: GeometryFault.ringTooShort(positions: 0)) { try Ring([]) }
        let open = try corners + [Position(x: 0, y: 1)]
        #expect(throws: GeometryFault.ringNotClosed(first: open[0], last: open[3])) { try Ring(open) }
        #expect(try Ring(corners + [corners[0]]).positions.count == 4)
    }

    @Test func theShoelaceSumHasTheSignOfTheWindingAndKeepsItsDigitsFarOut() throws {
        let square = [(0.0, 0.0), (1, 0), (1, 1), (0, 1)]
        #expect(try Ring(closing: square).doubledPlaneArea == 2)
        #expect(try Ring(closing: square.reversed()).doubledPlaneArea == -2)
        let far = square.map { ($0.0 / 1024 + 1e9, $0.1 / 1024 - 1e9) }
        #expect(try Ring(closing: far).doubledPlaneArea == 2 / 1_048_576)
    }

    @Test func compensationKeepsWhatPlainAdditionLoses() {
        var sum = CompensatedSum()
        for term in [1, 1e100, 1, -1e100] { sum += term }
        #expect(sum.value == 2)
    }

    @Test func boundsMeetWhereTheyTouch() throws {
        let engine = GeometryEngine()
        let one = try #require(try engine.box(0, 0, 1, 1).bounds)
        #expect(one.meets(try #require(try engine.box(1, 1, 2, 2).bounds)))
        #expect(!one.meets(try #require(try engine.box(1.1, 0, 2, 1).bounds)))
        #expect(ValidMultiPolygon.empty.bounds == nil)
    }

    @Test func aPlaceIsToldFromTheOutsideIn() {
        let place = Place(
            file: "map.geojson", line: 1, column: 840, feature: 12, members: [2], polygon: 3, ring: 0, position: 7)
        #expect("\(place)" == "map.geojson:1:840, feature 12, member 2, polygon 3, ring 0, position 7")
        #expect("\(Place(feature: 4))" == "feature 4")
        #expect("\(Place())" == "")
    }
}
