/// The edges of rings in a tree of boxes in space, to find those nearest to another tree's.
///
/// Distances are chords through the Earth: they order pairs of points as geodesics do, but for d²/24R² times the
/// ellipsoid's flattening, under a ten-millionth at 100 km, and know no seam at the antimeridian. Neighbours on a ring
/// are neighbours on the ground, so the tree halves the rings as they run and needs no sorting.
struct EdgeTree {
    private var positions: [Position] = []
    private var places: [SIMD3<Double>] = []
    private var nodes: [Node] = []

    /// Edges `first..<end`, each from the position of its index to the next; a leaf has no children.
    private struct Node {
        var low: SIMD3<Double>
        var high: SIMD3<Double>
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

    init(_ polygons: [Polygon]) {
        var rings: [Range<Int>] = []
        for ring in polygons.lazy.flatMap(\.rings) {
            rings.append(positions.count..<positions.count + ring.positions.count - 1)
            positions += ring.positions
        }
        places = positions.map { EdgeCurve(from: $0, to: $0).point(at: 0).place }
        if !rings.isEmpty { _ = grow(rings[...]) }
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
        var (low, high) = (places[edges.lowerBound], places[edges.lowerBound])
        for edge in edges {
            let bend = SIMD3(repeating: curve(edge).greatestBend)
            low = pointwiseMin(low, pointwiseMin(places[edge], places[edge + 1]) - bend)
            high = pointwiseMax(high, pointwiseMax(places[edge], places[edge + 1]) + bend)
        }
        nodes.append(Node(low: low, high: high, first: edges.lowerBound, end: edges.upperBound))
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

    private func curve(_ edge: Int) -> EdgeCurve { EdgeCurve(from: positions[edge], to: positions[edge + 1]) }

    /// The two nearest points of edges that do not cross: the first on this tree's, the second on the other's.
    func nearestPoints(to other: EdgeTree) -> (Position, Position)? {
        guard !nodes.isEmpty, !other.nodes.isEmpty else { return nil }
        var search = Search(one: self, two: other)
        search.descend(nodes.count - 1, other.nodes.count - 1)
        return search.points
    }

    /// A search by branch and bound: pairs of nodes farther apart than the best points are left out.
    private struct Search {
        let one: EdgeTree
        let two: EdgeTree
        var best = Double.infinity
        var points: (Position, Position)?

        mutating func descend(_ first: Int, _ second: Int) {
            let (here, there) = (one.nodes[first], two.nodes[second])
            guard here.squaredDistance(to: there) < best else { return }
            let splitsFirst = there.children == nil || here.end - here.first >= there.end - there.first
            var pairs: [(Int, Int)]
            if let children = here.children, splitsFirst {
                pairs = [(children.0, second), (children.1, second)]
            } else if let children = there.children {
                pairs = [(first, children.0), (first, children.1)]
            } else {
                return compare(here, there)
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
                    let (first, second) = (one.curve(i), two.curve(j))
                    guard isWorthwhile(i, first, j, second) else { continue }
                    for end in [0.0, 1] {
                        keep(first, end, second, second.nearestPart(to: one.places[end == 0 ? i : i + 1]))
                        keep(first, first.nearestPart(to: two.places[end == 0 ? j : j + 1]), second, end)
                    }
                }
            }
        }

        /// Whether two edges' boxes are nearer than the best points.
        private func isWorthwhile(_ i: Int, _ first: EdgeCurve, _ j: Int, _ second: EdgeCurve) -> Bool {
            let (a, b, c, d) = (one.places[i], one.places[i + 1], two.places[j], two.places[j + 1])
            let bend = SIMD3(repeating: first.greatestBend + second.greatestBend)
            let gap = pointwiseMax(
                pointwiseMax(pointwiseMin(a, b) - pointwiseMax(c, d), pointwiseMin(c, d) - pointwiseMax(a, b)) - bend,
                .zero)
            return (gap * gap).sum() < best
        }

        private mutating func keep(_ first: EdgeCurve, _ part: Double, _ second: EdgeCurve, _ otherPart: Double) {
            let gap = first.point(at: part).place - second.point(at: otherPart).place
            let distance = (gap * gap).sum()
            guard distance < best, let here = first.position(at: part), let there = second.position(at: otherPart)
            else { return }
            (best, points) = (distance, (here, there))
        }
    }
}
