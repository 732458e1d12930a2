import Testing

@testable import GeometryCore

/// Widths that rest on one another, though the code that uses them stands in several files.
@Suite struct RoundingTests {
    /// An edge that parts a polygon where it is wider than a neck, and is not found inside, would leave land unproven.
    @Test(arguments: [0, 1, 52, 1e7])
    func anEdgeAcrossWhatIsWiderThanANeckIsFound(magnitude: Double) {
        let rounding = Rounding(magnitude: magnitude)
        let share = min(PolygonIndex.share, 1 - PolygonIndex.share)
        #expect(2 * rounding.depth / share < rounding.neck)
        #expect(rounding.sliver > 4 * max(magnitude, 1).ulp, "a corner is rounded by half a unit in the last place")
    }

    /// Across a strip an edge runs so flatly that all of it lies near one side or the other.
    @Test(arguments: [0.01, 0.3, 1, 3, 20, 1000])
    func anEdgeAcrossAStripIsFoundFromTheWidthOfANeckOn(necks: Double) throws {
        let rounding = Rounding(magnitude: 32)
        let width = necks * rounding.neck
        let strip = try Polygon([(30, 20), (32, 20), (32, 20 + width), (30, 20 + width)])
        let edge = try DirectedEdge(
            from: Position(x: 30.5, y: 20 - width), to: Position(x: 31.5, y: 20 + 2 * width))
        for edge in [edge, edge.reversed] {
            let isFound = PolygonIndex(strip).holdsStretch(of: edge, deeperThan: rounding.depth)
            #expect(isFound == (necks >= 1))
        }
    }
}
