import GeometryCore
import TestSupport
import Testing

@testable import Territory

/// Changes between real maps of which one or both are drawn otherwise.
@Suite(.serialized, .enabled(if: RealMaps.areThere, "\(TestData.notFetched)"))
struct ChangeTests {
    private let engine = GeometryEngine()

    private struct Found {
        let gained: Area
        let lost: Area
        let change: OutlineChange
    }

    private func change(_ before: [Polygon], _ after: [Polygon]) throws -> Found {
        let change = try engine.change(from: outline(before), to: outline(after))
        return Found(
            gained: try AreaModel.standard.area(of: change.gained.set),
            lost: try AreaModel.standard.area(of: change.lost.set), change: change)
    }

    private func outline(_ polygons: [Polygon]) throws -> Outline { Outline(try polygons.map { try engine.set($0) }) }

    /// Rounding of new corners, where the order of edges is another: 1e-9 km², as a change's own balance is held to. After a
    /// turn, which rounds longitudes to 3 nm, the length of the changed borders (under 10⁴ km) times that.
    private func expectSame(_ found: Found, _ expected: Found, tolerance: Double = 1e-3, _ words: Comment) {
        #expect((found.gained - expected.gained).magnitude.squareMetres <= tolerance, words)
        #expect((found.lost - expected.lost).magnitude.squareMetres <= tolerance, words)
    }

    @Test(arguments: [RealMaps.daily, RealMaps.raw])
    func howAMapIsDrawnDoesNotMatter(pair: MapPair) throws {
        let (before, after) = (try RealMaps.polygons(pair.earlier), try RealMaps.polygons(pair.later))
        let expected = try change(before, after)
        #expect(expected.gained > expected.lost && expected.lost > .zero)
        for redrawing in Redrawing.allCases {
            let (otherBefore, otherAfter) = (try redrawing.of(before), try redrawing.of(after))
            expectSame(try change(otherBefore, after), expected, "\(redrawing) before")
            expectSame(try change(before, otherAfter), expected, "\(redrawing) after")
            expectSame(try change(otherBefore, otherAfter), expected, "\(redrawing) both")
            // Bit for bit the same land: nothing may be left, not even an edge where none was cut.
            let none = try change(otherBefore, before)
            #expect(none.gained == .zero && none.lost == .zero, "\(redrawing)")
            if redrawing != .halved { #expect(none.change.edges.changed == 0, "\(redrawing)") }
        }
    }

    @Test(arguments: [RealMaps.daily, RealMaps.raw])
    func whereAndInWhichOrderMapsLieDoesNotMatter(pair: MapPair) throws {
        let (before, after) = (try RealMaps.polygons(pair.earlier), try RealMaps.polygons(pair.later))
        let expected = try change(before, after)
        for motion in Motion.allCases {
            expectSame(
                try change(motion.of(before), motion.of(after)), expected, tolerance: motion.isExact ? 1e-3 : 0.03,
                "\(motion)")
        }
        let back = try change(after, before)
        expectSame(
            Found(gained: back.lost, lost: back.gained, change: back.change), expected, "the later map first")
    }

    @Test(arguments: [RealMaps.daily, RealMaps.raw])
    func splittingAlongBordersAndMergingDoNotMatter(pair: MapPair) throws {
        let (before, after) = (try RealMaps.polygons(pair.earlier), try RealMaps.polygons(pair.later))
        let merged = try engine.union(before.map { try engine.set($0) }).set
        let expected = try change(before, after)
        let (split, splitAfter) = (
            try RealMaps.split(merged, by: engine),
            try RealMaps.split(engine.union(after.map { try engine.set($0) }).set, by: engine)
        )
        expectSame(try change(merged.polygons, after), expected, "merged")
        // New corners on borders are rounded: 1 nm along the cut edges.
        expectSame(try change(split, after), expected, tolerance: 0.01, "split before")
        expectSame(try change(split, splitAfter), expected, tolerance: 0.01, "split both")
        let none = try change(split, merged.polygons)
        #expect(none.gained.squareMetres < 0.01 && none.lost.squareMetres < 0.01)
    }
}
