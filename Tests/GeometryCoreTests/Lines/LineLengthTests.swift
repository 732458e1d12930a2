import Foundation
import Testing

@testable import GeometryCore

@Suite struct LineLengthTests {
    /// Metres to a degree at the equator, north and east.
    private static let degree = SIMD2(111_319.490_793, 110_574.275_9)

    private func line(_ metres: [SIMD2<Double>]) throws -> Line {
        Line(try metres.map { try Position(x: $0.x / Self.degree.x, y: $0.y / Self.degree.y) })
    }

    /// Von Koch's curve over a base of 27 km: with steps of 27/3ⁿ km it is 27 (4/3)ⁿ km long (Mandelbrot 1967).
    private func koch(_ level: Int) throws -> Line {
        var points = [SIMD2(0.0, 0), SIMD2(27_000.0, 0)]
        for _ in 0..<level {
            points = zip(points, points.dropFirst()).flatMap { from, to in
                let third = (to - from) / 3
                let turned = SIMD2(third.x / 2 - third.y * 0.75.squareRoot(), third.x * 0.75.squareRoot() + third.y / 2)
                return [from, from + third, from + third + turned, from + 2 * third]
            }
            points.append(SIMD2(27_000, 0))
        }
        return try line(points)
    }

    @Test(arguments: [0, 1, 2, 3])
    func kochsCurveGrowsByAThirdWithEachScale(level: Int) throws {
        let curve = try koch(5)
        let step = 27_000 / pow(3, Double(level))
        let expected = 27_000 * pow(4.0 / 3, Double(level))
        // A hair under the side, so that the Earth's curvature does not make a step miss a corner.
        let found = try curve.length(step: Distance(metres: step * (1 - 1e-4)))
        #expect(abs(found.metres - expected) < 1e-3 * expected)
    }

    @Test func asDrawnItIsTheSumOfItsEdges() throws {
        #expect(abs(try koch(4).length().metres - 27_000 * pow(4.0 / 3, 4)) < 1)
    }

    @Test func aStraightLineIsAsLongAtEveryScale() throws {
        let straight = try line([SIMD2(0, 0), SIMD2(0, 700), SIMD2(0, 10_300)])
        let whole = try straight.length().metres
        for step in [1.0, 250, 999.5, 10_299, 50_000] {
            #expect(abs(try straight.length(step: Distance(metres: step)).metres - whole) < 1e-3)
        }
    }

    /// A front's pocket counts from about the scale on; one that a step spans has no length, and none is counted as its chord.
    @Test func aClosedLineWithinAStepHasNoLength() throws {
        let square = [SIMD2(0.0, 0), SIMD2(300, 0), SIMD2(300, 300), SIMD2(0, 300), SIMD2(0, 0)]
        #expect(try line(square).length(step: Distance(metres: 500)).metres == 0)
        #expect(abs(try line(square).length(step: Distance(metres: 299.9)).metres - 1200) < 2)
    }

    @Test func whereARingsDrawingBeginsDoesNotMatter() throws {
        let corners = [SIMD2(0.0, 0), SIMD2(5000, 200), SIMD2(7000, 4000), SIMD2(2500, 5500), SIMD2(-900, 3000)]
        let lengths = try corners.indices.map { first in
            let turned = corners[first...] + corners[..<first]
            return try line(Array(turned) + [corners[first]]).length(step: Distance(metres: 700)).metres
        }
        #expect(Set(lengths).count == 1)
    }
}
