/// A model whose area is a sum over edges straight in longitude and latitude: −∮ W(φ) dλ, with W(φ) the area between
/// the equator and the latitude φ for each radian of longitude.
///
/// Along an edge φ is linear in λ, so that its part is Δλ times the mean of W between its two latitudes. That mean is
/// the model's; the loop is here. Four edges are taken at a time, since the C library's sine takes one.
protocol EdgeSum: RingMeasure {
    /// How many m² for each radian of longitude are one unit of ``meanHeight(from:to:)``.
    var scale: Double { get }

    /// The means of W between the latitudes of four edges, in degrees within ±90.
    func meanHeight(from: SIMD4<Double>, to: SIMD4<Double>) -> SIMD4<Double>
}

extension EdgeSum {
    func signedArea(of ring: Ring, at place: Place) -> Double { integral(along: ring.positions[...]) }

    /// The integral along a line; along closed lines it is the area that they run round, positive counter-clockwise.
    func integral(along line: ArraySlice<Position>) -> Double {
        guard line.count > 1 else { return 0 }
        return line.withUnsafeBufferPointer { positions in
            var sum = LaneSums()
            var index = 0
            while index + 4 < positions.count {
                sum += terms(
                    positions[index], positions[index + 1], positions[index + 2], positions[index + 3],
                    positions[index + 4])
                index += 4
            }
            // What is left over is filled up with edges of no length, which add nothing.
            let last = positions.count - 1
            sum += terms(
                positions[index], positions[min(index + 1, last)], positions[min(index + 2, last)],
                positions[min(index + 3, last)], positions[last])
            return -sum.value * scale * radiansPerDegree
        }
    }

    /// The integral over loose edges, each counted so many times: the sum of the areas that closed chains of them run
    /// round.
    func signedArea(of edges: [(edge: DirectedEdge, count: Double)]) -> Double {
        var sum = LaneSums()
        for start in stride(from: 0, to: edges.count, by: 4) {
            var (from, to, width) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
            for lane in 0..<min(4, edges.count - start) {
                let (edge, count) = edges[start + lane]
                (from[lane], to[lane], width[lane]) = (edge.from.y, edge.to.y, count * (edge.to.x - edge.from.x))
            }
            sum += width * meanHeight(from: from, to: to)
        }
        return -sum.value * scale * radiansPerDegree
    }

    @inline(__always)
    private func terms(
        _ first: Position, _ second: Position, _ third: Position, _ fourth: Position, _ fifth: Position
    ) -> SIMD4<Double> {
        let from = SIMD4(first.y, second.y, third.y, fourth.y)
        let to = SIMD4(second.y, third.y, fourth.y, fifth.y)
        // The difference of longitudes is exact in degrees, and would not be in radians.
        let width = SIMD4(second.x, third.x, fourth.x, fifth.x) - SIMD4(first.x, second.x, third.x, fourth.x)
        return width * meanHeight(from: from, to: to)
    }
}

let radiansPerDegree = Double.pi / 180

/// Four running sums that keep the digits which plain addition loses (Knuth 1969, TwoSum: no branches).
private struct LaneSums {
    private var sums = SIMD4<Double>.zero
    private var compensations = SIMD4<Double>.zero

    @inline(__always)
    static func += (total: inout LaneSums, terms: SIMD4<Double>) {
        let next = total.sums + terms
        let added = next - total.sums
        total.compensations += (total.sums - (next - added)) + (terms - added)
        total.sums = next
    }

    var value: Double {
        var total = CompensatedSum()
        for lane in 0..<4 {
            total += sums[lane]
            total += compensations[lane]
        }
        return total.value
    }
}

/// sin(x)/x for |x| ≤ π/2, handed x²: the Taylor series to x²⁰, which leaves less than 4e-18.
///
/// Even and odd powers of x² are two chains that the processor runs side by side.
@inline(__always)
func sinOverX(squared square: SIMD4<Double>) -> SIMD4<Double> {
    let fourth = square * square
    var odd = SIMD4(repeating: -1 / 121_645_100_408_832_000.0)
    var even = 1 / 355_687_428_096_000.0 + fourth * (1 / 51_090_942_171_709_440_000.0)
    odd = -1 / 1_307_674_368_000.0 + fourth * odd
    even = 1 / 6_227_020_800.0 + fourth * even
    odd = -1 / 39_916_800.0 + fourth * odd
    even = 1 / 362_880.0 + fourth * even
    odd = -1 / 5_040.0 + fourth * odd
    even = 1 / 120.0 + fourth * even
    odd = -1 / 6.0 + fourth * odd
    return 1 + (square * odd + fourth * even)
}
