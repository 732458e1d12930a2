/// A closed line: at least four positions, the last equal to the first.
///
/// A ring may cross itself; whether a polygon made of it is valid is proven elsewhere
/// (``ValidMultiPolygon``). The order of its positions has no meaning here: areas do not depend on winding.
public struct Ring: Hashable, Sendable {
    /// The positions, closing one included.
    public let positions: [Position]
    /// 1 where the ring runs counter-clockwise in the plane, -1 where clockwise, 0 where it holds as much on its left as on its
    /// right.
    let turn: Int

    /// Makes a ring of closed positions.
    ///
    /// - Throws: ``GeometryFault/ringTooShort(positions:)``, ``GeometryFault/ringNotClosed(first:last:)``.
    public init(_ positions: [Position]) throws(GeometryFault) {
        guard positions.count >= 4, let first = positions.first, let last = positions.last else {
            throw .ringTooShort(positions: positions.count)
        }
        guard first == last else { throw .ringNotClosed(first: first, last: last) }
        self.positions = positions
        turn = Self.turn(of: positions)
    }

    /// Twice the signed area in the plane (the shoelace sum): positive where the ring runs counter-clockwise.
    ///
    /// The sum is taken about the ring's first position, so that far-off coordinates cost no digits.
    var doubledPlaneArea: Double { Self.doubledPlaneArea(of: positions) }

    private static func doubledPlaneArea(of positions: [Position]) -> Double {
        let origin = positions[0]
        var sum = CompensatedSum()
        for (from, to) in zip(positions, positions.dropFirst()) {
            sum += (from.x - origin.x) * (to.y - origin.y) - (to.x - origin.x) * (from.y - origin.y)
        }
        return sum.value
    }

    /// Whether the ring runs clockwise in the plane.
    var isClockwise: Bool { turn < 0 }

    private static func turn(of positions: [Position]) -> Int {
        let origin = SIMD2(positions[0].x, positions[0].y)
        // The products of each edge, the one to be added and the one to be taken away.
        var (sums, sizes) = (SIMD2<Double>.zero, SIMD2<Double>.zero)
        positions.withUnsafeBufferPointer { positions in
            var from = SIMD2<Double>.zero
            for index in 1..<positions.count {
                let to = SIMD2(positions[index].x, positions[index].y) - origin
                let products = from * SIMD2(to.y, to.x)
                sums += products
                sizes += SIMD2(products.x.magnitude, products.y.magnitude)
                from = to
            }
        }
        var sum = sums.x - sums.y
        // Plain sums tell the sign of all but slivers.
        if sum.magnitude <= 1e-12 * sizes.sum() * Double(positions.count) { sum = doubledPlaneArea(of: positions) }
        return sum > 0 ? 1 : sum < 0 ? -1 : 0
    }

    /// The length in the plane, in units of the coordinates.
    var planeLength: Double {
        var sum = CompensatedSum()
        for (from, to) in zip(positions, positions.dropFirst()) {
            let (dx, dy) = (to.x - from.x, to.y - from.y)
            sum += (dx * dx + dy * dy).squareRoot()
        }
        return sum.value
    }
}
