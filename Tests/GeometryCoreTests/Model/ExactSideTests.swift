import TestSupport
import Testing

@testable import GeometryCore

@Suite struct ExactSideTests {
    /// On a lattice of 2⁻⁵² beside the line through (0.5, 0.5) and (12, 12), or (24, 24): the classical trap, where rounded
    /// determinants take all signs (Kettner et al. 2008).
    @Test func pointsAUnitInTheLastPlaceFromALineAreTold() throws {
        for far in [12.0, 24] {
            let (from, to) = (try Position(x: 12, y: 12), try Position(x: far == 12 ? 13 : 24, y: far == 12 ? 13 : 24))
            for i in 0..<32 {
                for j in 0..<32 {
                    let point = try Position(x: 0.5 + Double(i) * 0x1p-53, y: 0.5 + Double(j) * 0x1p-53)
                    let expected = point.y > point.x ? 1 : point.y < point.x ? -1 : 0
                    #expect(Crossing.exactSide(of: point, from, to) == expected)
                    #expect(Crossing.exactSide(of: point, to, from) == -expected)
                }
            }
        }
    }

    /// Against whole numbers, in which the determinant has no rounding: coordinates are integers of up to 52 bits.
    @Test func wholeNumbersAgreeWithIntegers() throws {
        var random = SplitMix(seed: 3)
        for _ in 0..<20_000 {
            let reach = Int64(1) << Int64.random(in: 2...52, using: &random)
            let x = (0..<3).map { _ in Int64.random(in: -reach...reach, using: &random) }
            var y = (0..<3).map { _ in Int64.random(in: -reach...reach, using: &random) }
            if Bool.random(using: &random) { y = zip(x, y).map { $0 &* 3 / 4 &+ $1 % 2 } }
            let points = try zip(x, y).map { try Position(x: Double($0), y: Double($1)) }
            let left = Int128(x[1] - x[0]) * Int128(y[2] - y[0])
            let right = Int128(y[1] - y[0]) * Int128(x[2] - x[0])
            #expect(Crossing.exactSide(of: points[0], points[1], points[2]) == Int((left - right).signum()))
        }
    }

    @Test(arguments: [
        ([0.0, 0, 2, 2], [0.0, 2, 2, 0], Crossing.Meeting.proper), ([0, 0, 2, 0], [1, 0, 1, 1], .touching),
        ([0, 0, 2, 0], [1, 0, 3, 0], .touching), ([0, 0, 2, 0], [0, 0, 1, 0], .touching),
        ([0, 0, 2, 0], [2, 0, 3, 0], .atEnd), ([0, 0, 2, 0], [2, 0, 2, 1], .atEnd),
        ([0, 0, 2, 0], [3, 0, 4, 0], .none),
        ([0, 0, 2, 0], [3, -1, 3, 1], .none), ([0, 0, 0, 2], [0, 1, 0, 3], .touching),
        ([0, 0, 0, 2], [0, 2, 0, 3], .atEnd),
    ])
    func edgesMeetAsTheyStand(_ one: [Double], _ two: [Double], _ expected: Crossing.Meeting) throws {
        let edges = try [one, two].map { numbers in
            DirectedEdge(
                from: try Position(x: numbers[0], y: numbers[1]), to: try Position(x: numbers[2], y: numbers[3]))
        }
        for first in [edges[0], edges[0].reversed] {
            for second in [edges[1], edges[1].reversed] {
                #expect(Crossing.meeting(first, second) == expected && Crossing.meeting(second, first) == expected)
            }
        }
    }
}
