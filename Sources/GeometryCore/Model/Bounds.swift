/// A box of the plane, its sides parallel to the axes.
public struct Bounds: Hashable, Sendable {
    /// The least first coordinate.
    public private(set) var minX: Double
    /// The least second coordinate.
    public private(set) var minY: Double
    /// The greatest first coordinate.
    public private(set) var maxX: Double
    /// The greatest second coordinate.
    public private(set) var maxY: Double

    /// The smallest box around positions; none where there is no position.
    public init?(around positions: [Position]) { self.init(aroundAll: positions) }

    /// The same for any sequence, compiled for each kind where it is used.
    init?(aroundAll positions: some Sequence<Position>) {
        var iterator = positions.makeIterator()
        guard let first = iterator.next() else { return nil }
        (minX, minY, maxX, maxY) = (first.x, first.y, first.x, first.y)
        while let position = iterator.next() {
            minX = min(minX, position.x)
            minY = min(minY, position.y)
            maxX = max(maxX, position.x)
            maxY = max(maxY, position.y)
        }
    }

    /// The box that reaches so far from a point on every side.
    init(around point: Position, reach: Double) {
        (minX, minY) = (point.x - reach, point.y - reach)
        (maxX, maxY) = (point.x + reach, point.y + reach)
    }

    /// The box that reaches so far from an edge on every side.
    init(around edge: DirectedEdge, reach: Double) {
        (minX, minY) = (min(edge.from.x, edge.to.x) - reach, min(edge.from.y, edge.to.y) - reach)
        (maxX, maxY) = (max(edge.from.x, edge.to.x) + reach, max(edge.from.y, edge.to.y) + reach)
    }

    /// The same box, grown by so much on every side.
    func grown(by reach: Double) -> Bounds {
        var grown = self
        (grown.minX, grown.minY) = (minX - reach, minY - reach)
        (grown.maxX, grown.maxY) = (maxX + reach, maxY + reach)
        return grown
    }

    /// The greatest coordinate without its sign, at least 1: what rounding goes by.
    var magnitude: Double { max(abs(minX), abs(minY), abs(maxX), abs(maxY), 1) }

    /// Whether the box shares a point with the box around an edge.
    @inline(__always) func meets(_ edge: DirectedEdge) -> Bool {
        let box = edge.box
        return boxesMeet(low, high, box.low, box.high)
    }

    /// Whether the box shares a point with a node's.
    @inline(__always) func meets(_ node: BoxTree<SIMD2<Double>>.Node) -> Bool {
        boxesMeet(low, high, node.low, node.high)
    }

    @inline(__always) private var low: SIMD2<Double> { SIMD2(minX, minY) }
    @inline(__always) private var high: SIMD2<Double> { SIMD2(maxX, maxY) }

    /// Whether the box holds a point, its border included.
    @inline(__always) func holds(_ point: Position) -> Bool {
        minX <= point.x && point.x <= maxX && minY <= point.y && point.y <= maxY
    }

    /// Whether the two boxes share a point, their borders included.
    public func meets(_ other: Bounds) -> Bool {
        minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
    }
}
