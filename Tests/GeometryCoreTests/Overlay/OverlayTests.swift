import TestSupport
import Testing

@testable import GeometryCore

@Suite struct OverlayTests {
    let engine = GeometryEngine()

    private func planeArea(_ set: ValidMultiPolygon) -> Double {
        set.polygons.reduce(0) { sum, polygon in
            sum + abs(polygon.shell.doubledPlaneArea) / 2
                - polygon.holes.reduce(0) { $0 + abs($1.doubledPlaneArea) / 2 }
        }
    }

    @Test func theFourOperationsOnTwoBoxes() throws {
        let (one, two) = (try engine.box(0, 0, 2, 2), try engine.box(1, 1, 3, 3))
        #expect(planeArea(try engine.intersection(one, two).set) == 1)
        #expect(planeArea(try engine.union(one, two).set) == 7)
        #expect(planeArea(try engine.difference(one, two).set) == 3)
        #expect(planeArea(try engine.symmetricDifference(one, two).set) == 6)
        #expect(try engine.union(one, two).precision == .floating)
    }

    @Test func whatOnlyTouchesHasNoIntersection() throws {
        let (one, side) = (try engine.box(0, 0, 1, 1), try engine.box(1, 0, 2, 1))
        #expect(try engine.intersection(one, side).set.isEmpty)
        #expect(try engine.intersection(one, engine.box(1, 1, 2, 2)).set.isEmpty)
        #expect(try engine.union(one, side).set.polygons.count == 1)
    }

    @Test func theEmptySetIsNeutral() throws {
        let one = try engine.box(0, 0, 1, 1)
        #expect(try engine.union(one, .empty).set == one)
        #expect(try engine.intersection(one, .empty).set.isEmpty)
        #expect(try engine.difference(.empty, one).set.isEmpty)
        #expect(try engine.union([]).set.isEmpty)
        #expect(planeArea(try engine.symmetricDifference(one, .empty).set) == 1)
    }

    @Test func aUnionOfManyMergesWhatMeetsAndKeepsApartWhatDoesNot() throws {
        // The last box bridges the first two, which do not meet.
        let boxes = try [
            engine.box(0, 0, 1, 1), engine.box(2, 0, 3, 1), engine.box(10, 10, 11, 11), engine.box(0.5, 0, 2.5, 1),
        ]
        let united = try engine.union(boxes).set
        #expect(united.polygons.count == 2)
        #expect(planeArea(united) == 4)
        #expect(try engine.invalidities(of: united.multiPolygon).isEmpty)
    }

    @Test func aPartitionCountsOverlapsTwiceAndTheRemainderOnce() throws {
        let set = try engine.box(0, 0, 10, 1)
        let cells = try [engine.box(0, 0, 3, 1), engine.box(2, 0, 5, 1), engine.box(20, 0, 21, 1)]
        let partition = try engine.partition(set, by: cells)
        #expect(partition.inside.map { planeArea($0.set) } == [3, 3, 0])
        #expect(planeArea(partition.remainder.set) == 5)
    }

    @Test func aChangeIsWhatOnlyOneOfTwoSetsHas() throws {
        let change = try engine.change(from: engine.box(0, 0, 2, 2), to: engine.box(1, 0, 4, 2))
        #expect(planeArea(change.gained.set) == 4)
        #expect(planeArea(change.lost.set) == 2)
        let same = try engine.box(0, 0, 1, 1)
        #expect(try engine.change(from: same, to: same).gained.set.isEmpty)
    }

    /// shapely issue 1871: two valid polygons that touch along a line. GEOS 3.11.1 gives the whole first one as their
    /// intersection; the areas of intersection and difference add up all the same.
    @Test func aWrongOverlayIsCaughtByItsInteriorPointAndComputedOnTheGrid() throws {
        let first = try engine.set(
            Polygon([(446, -207), (315, -75.999_999_999_999_99), (557, -76)]))
        let second = try engine.set(Polygon([(184, -207), (315, -76), (446, -207), (315, -338)]))
        #expect(planeArea(try engine.intersection(first, second).set) == 0)
        #expect(planeArea(try engine.intersection(second, first).set) == 0)
        // The grid moves corners by half a step's diagonal.
        let tolerance = 1e-9 * (first.planeLength + second.planeLength)
        #expect(abs(planeArea(try engine.difference(first, second).set) - planeArea(first)) < tolerance)
        let both = planeArea(first) + planeArea(second)
        #expect(abs(planeArea(try engine.union(first, second).set) - both) < tolerance)
        let unverified = try GEOSShape(first.polygons, in: engine.context)
        // Where this GEOS still has the fault, the result says that it comes from the grid.
        if try wrongIntersectionArea(unverified, second) > 0 {
            #expect(try engine.intersection(first, second).precision == .grid(step: 1e-9))
        }
    }

    private func wrongIntersectionArea(_ first: GEOSShape, _ second: ValidMultiPolygon) throws -> Double {
        let other = try GEOSShape(second.polygons, in: engine.context)
        return try rawIntersection(first, other, in: engine.context).planeArea()
    }

    /// The verification itself, fed with wrong pieces: each must be refused.
    @Test(arguments: OverlayPiece.allCases)
    func aPieceHoldsWhatItsTruthTableSays(_ piece: OverlayPiece) {
        let table = [(true, true), (true, false), (false, true), (false, false)].map {
            piece.holds(inFirst: $0.0, inSecond: $0.1)
        }
        let expected: [Bool] =
            switch piece {
            case .common: [true, false, false, false]
            case .onlyFirst: [false, true, false, false]
            case .onlySecond: [false, false, true, false]
            case .either: [true, true, true, false]
            case .exactlyOne: [false, true, true, false]
            }
        #expect(table == expected)
    }

    @Test func randomStarsObeyInclusionAndExclusion() throws {
        var random = SplitMix(seed: 20_250_607)
        for round in 0..<200 {
            let (one, two) = (try star(&random), try star(&random))
            let common = planeArea(try engine.intersection(one, two).set)
            let either = planeArea(try engine.union(one, two).set)
            let exactlyOne = planeArea(try engine.symmetricDifference(one, two).set)
            let total = planeArea(one) + planeArea(two)
            #expect(abs(common + either - total) < 1e-9 * total, "round \(round)")
            #expect(abs(exactlyOne + 2 * common - total) < 1e-9 * total, "round \(round)")
        }
    }

    private func star(_ random: inout SplitMix) throws -> ValidMultiPolygon {
        let corners = Int.random(in: 5...40, using: &random)
        let (x, y) = (Double.random(in: 30...32, using: &random), Double.random(in: 48...50, using: &random))
        let points = (0..<corners).map { corner in
            let radius = Double.random(in: 0.2...2, using: &random)
            let angle = 2 * Double.pi * Double(corner) / Double(corners)
            return (x + radius * cosine(angle), y + radius * cosine(angle - Double.pi / 2))
        }
        return try engine.set(Polygon(points))
    }
}
