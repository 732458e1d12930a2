/// The edges of rings in a tree of boxes, to find those nearest to another tree's.
///
/// Neighbours on a ring are neighbours on the ground, so the tree halves the rings as they run and needs no sorting.
struct EdgeTree {
    private let positions: [SIMD2<Double>]
    private var nodes: [Node] = []

    /// Edges `first..<end`, each from the position of its index to the next; a leaf has no children.
    private struct Node {
        var low: SIMD2<Double>
        var high: SIMD2<Double>
        let first: Int
        let end: Int
        var children: (Int, Int)?

        /// A lower bound of the squared distance between what two nodes hold.
        func squaredDistance(to other: Node) -> Double {
            let gap = pointwiseMax(pointwiseMax(low - other.high, other.low - high), .zero)
            return (gap * gap).sum()
        }
    }

    private static let edgesInLeaf = 8

    /// - Parameter stretch: by what the first coordinates are multiplied.
    init(_ polygons: [Polygon], stretch: Double) {
        var positions: [SIMD2<Double>] = []
        var rings: [Range<Int>] = []
        for ring in polygons.lazy.flatMap(\.rings) {
            let first = positions.count
            positions += ring.positions.map { SIMD2($0.x * stretch, $0.y) }
            rings.append(first..<positions.count - 1)
        }
        self.positions = positions
        _ = rings.isEmpty ? nil : grow(rings[...])
    }

    /// Builds the tree over some rings; a node is stored after its children, the root last.
    private mutating func grow(_ rings: ArraySlice<Range<Int>>) -> Int {
        guard rings.count > 1 else { return grow(rings[rings.startIndex]) }
        let middle = (rings.startIndex + rings.endIndex) / 2
        return join(grow(rings[..<middle]), grow(rings[middle...]))
    }

    private mutating func grow(_ edges: Range<Int>) -> Int {
        if edges.count > Self.edgesInLeaf {
            let middle = (edges.lowerBound + edges.upperBound) / 2
            return join(grow(edges.lowerBound..<middle), grow(middle..<edges.upperBound))
        }
        var node = Node(
            low: positions[edges.lowerBound], high: positions[edges.lowerBound], first: edges.lowerBound,
            end: edges.upperBound)
        for position in positions[edges.lowerBound...edges.upperBound] {
            node.low = pointwiseMin(node.low, position)
            node.high = pointwiseMax(node.high, position)
        }
        nodes.append(node)
        return nodes.count - 1
    }

    private mutating func join(_ left: Int, _ right: Int) -> Int {
        nodes.append(
            Node(
                low: pointwiseMin(nodes[left].low, nodes[right].low),
                high: pointwiseMax(nodes[left].high, nodes[right].high), first: nodes[left].first,
                end: nodes[right].end, children: (left, right)))
        return nodes.count - 1
    }

    /// The two nearest points of edges that do not cross: the first on this tree's, the second on the other's.
    func nearestPoints(to other: EdgeTree) -> (SIMD2<Double>, SIMD2<Double>)? {
        var search = Search(one: self, two: other)
        guard !nodes.isEmpty, !other.nodes.isEmpty else { return nil }
        search.descend(nodes.count - 1, other.nodes.count - 1)
        return search.points
    }

    /// A search by branch and bound: pairs of nodes farther apart than the best points are left out.
    private struct Search {
        let one: EdgeTree
        let two: EdgeTree
        var best = Double.infinity
        var points: (SIMD2<Double>, SIMD2<Double>)?

        mutating func descend(_ first: Int, _ second: Int) {
            let (here, there) = (one.nodes[first], two.nodes[second])
            guard here.squaredDistance(to: there) < best else { return }
            var pairs: [(Int, Int)]
            switch (here.children, there.children) {
            case (nil, nil): return compare(here, there)
            case (let children?, let others) where others == nil || here.end - here.first >= there.end - there.first:
                pairs = [(children.0, second), (children.1, second)]
            case (_, let children?): pairs = [(first, children.0), (first, children.1)]
            case (let children?, nil): pairs = [(children.0, second), (children.1, second)]
            }
            let distances = pairs.map { one.nodes[$0.0].squaredDistance(to: two.nodes[$0.1]) }
            // The nearer pair first: what it finds may spare the other.
            if distances[1] < distances[0] { pairs.swapAt(0, 1) }
            for pair in pairs { descend(pair.0, pair.1) }
        }

        /// Edges that do not cross are nearest at an end of one of them.
        private mutating func compare(_ here: Node, _ there: Node) {
            for i in here.first..<here.end {
                for j in there.first..<there.end {
                    let (a, b) = (one.positions[i], one.positions[i + 1])
                    let (c, d) = (two.positions[j], two.positions[j + 1])
                    for end in [a, b] { keep(end, Self.nearest(to: end, c, d)) }
                    for end in [c, d] { keep(Self.nearest(to: end, a, b), end) }
                }
            }
        }

        private mutating func keep(_ first: SIMD2<Double>, _ second: SIMD2<Double>) {
            let gap = first - second
            let distance = (gap * gap).sum()
            if distance < best { (best, points) = (distance, (first, second)) }
        }

        private static func nearest(
            to point: SIMD2<Double>, _ from: SIMD2<Double>, _ to: SIMD2<Double>
        ) -> SIMD2<Double> {
            let edge = to - from
            let length = (edge * edge).sum()
            guard length > 0 else { return from }
            let along = min(max(((point - from) * edge).sum() / length, 0), 1)
            return along == 1 ? to : from + along * edge
        }
    }
}
