import Foundation
import TestSupport
import Testing

@testable import GeometryCore

@Suite struct NearestPointsTests {
    let engine = GeometryEngine()

    @Test func setsThatMeetAreAtNoDistance() throws {
        let box = try engine.box(30, 50, 31, 51)
        let others = try [
            engine.box(30.5, 50.5, 33, 52), engine.box(31, 51, 32, 52), engine.box(30.2, 50.2, 30.4, 50.4),
        ]
        for other in others {
            let found = try #require(try engine.nearestPoints(box, other))
            #expect(found.distance == Distance(metres: 0))
            #expect(found.first == found.second)
            #expect(box.contains(found.first) && other.contains(found.second))
        }
        #expect(try engine.nearestPoints(box, .empty) == nil)
    }

    /// A first version took one length of a degree for the whole gap, and any point of it for the nearest.
    @Test func twoMeridiansAreNearestAtTheirPoleward() throws {
        let (west, east) = (try engine.box(30, 48, 31, 49), try engine.box(31.01, 48, 32, 49))
        let found = try #require(try engine.nearestPoints(west, east))
        #expect(abs(found.first.y - 49) < 1e-12 && abs(found.second.y - 49) < 1e-12)
        let across = try Geodesic.inverse(from: Position(x: 31, y: 49), to: Position(x: 31.01, y: 49))
        #expect(abs(found.distance.metres - across.metres) < 1e-6)
    }

    @Test func theNearestPointMayLieWithinAnEdge() throws {
        let triangle = try engine.set(Polygon([(30, 48), (31, 48.5), (30, 49)]))
        let wall = try engine.box(31.02, 47, 32, 50)
        let found = try #require(try engine.nearestPoints(triangle, wall))
        #expect(abs(found.first.x - 31) < 1e-12 && abs(found.first.y - 48.5) < 1e-12)
        // The geodesic meets the meridian at a right angle, a little north of the parallel.
        #expect(abs(found.second.x - 31.02) < 1e-12 && abs(found.second.y - 48.5) < 1e-4)
    }

    @Test func aPlaceIsAsNearAsATinyBoxAroundIt() throws {
        let triangle = try engine.set(Polygon([(30, 48), (31, 48.5), (30, 49)]))
        let place = try Position(x: 31.02, y: 48.5)
        let found = try #require(try engine.nearestPoints(triangle, to: place))
        #expect(found.second == place)
        let box = try engine.box(31.02, 48.5 - 1e-9, 31.02 + 1e-9, 48.5 + 1e-9)
        let other = try #require(try engine.nearestPoints(triangle, box))
        #expect(abs(found.distance.metres - other.distance.metres) < 1e-3)
        let inside = try #require(try engine.nearestPoints(triangle, to: Position(x: 30.2, y: 48.5)))
        #expect(inside.distance == Distance(metres: 0) && inside.first == inside.second)
        #expect(try engine.nearestPoints(.empty, to: place) == nil)
    }

    @Test func theAntimeridianIsNoGap() throws {
        let (west, east) = (try engine.box(179, 10, 179.99, 11), try engine.box(-179.99, 10, -179, 11))
        let found = try #require(try engine.nearestPoints(west, east))
        #expect(abs(found.distance.kilometres - 2.186) < 0.01)
    }

    /// The tree and its bounds against every pair of points on finely cut edges, by geodesics.
    @Test func theTreeFindsWhatTryingEveryPairFinds() throws {
        var random = SplitMix(seed: 1_749_327_130)
        for _ in 0..<12 {
            let one = try randomPolygon(&random, at: 35)
            let two = try randomPolygon(&random, at: 36.1)
            let found = try #require(EdgeTree([one]).nearestPoints(to: EdgeTree([two])))
            let distance = try Geodesic.inverse(from: found.0, to: found.1)
            var shortest = Distance(metres: .infinity)
            for first in try cut(one) {
                for second in try cut(two) {
                    shortest = min(shortest, try Geodesic.inverse(from: first, to: second))
                }
            }
            // The cut points lie on the edges, so none can be nearer, and some lie near the nearest.
            #expect(distance.metres <= shortest.metres + 1e-6)
            #expect(distance.metres > shortest.metres - 400)
        }
    }

    private func randomPolygon(_ random: inout SplitMix, at longitude: Double) throws -> Polygon {
        let corners = Int.random(in: 3...24, using: &random)
        return try Polygon(
            (0..<corners).map { corner in
                let radius = Double.random(in: 0.1...0.5, using: &random)
                let angle = 2 * Double.pi * Double(corner) / Double(corners)
                return (longitude + radius * cos(angle), 48 + radius * sin(angle))
            })
    }

    private func cut(_ polygon: Polygon) throws -> [Position] {
        let positions = polygon.shell.positions
        return try zip(positions, positions.dropFirst()).flatMap { from, to in
            try (0..<20).map { step in
                let part = Double(step) / 20
                return try Position(x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part)
            }
        }
    }
}
