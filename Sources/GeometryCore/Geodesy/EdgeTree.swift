/// The edges of rings in a tree of boxes in space, to find those nearest to another tree's.
///
/// Distances are chords through the Earth: they order pairs of points as geodesics do, but for d²/24R² times the
/// ellipsoid's flattening, under a ten-millionth at 100 km, and know no seam at the antimeridian.
struct EdgeTree {
    private let positions: [Position]
    private let places: [SIMD3<Double>]
    private let tree: BoxTree<SIMD3<Double>>

    init(_ polygons: [Polygon]) {
        var positions: [Position] = []
        var edges: [Range<Int>] = []
        for ring in polygons.lazy.flatMap(\.rings) {
            edges.append(positions.count..<positions.count + ring.positions.count - 1)
            positions += ring.positions
        }
        self.init(positions, edges)
    }

    /// A position alone: an edge from it to itself.
    init(_ position: Position) { self.init([position, position], [0..<1]) }

    private init(_ positions: [Position], _ edges: [Range<Int>]) {
        let places = positions.map { EdgeCurve(from: $0, to: $0).point(at: 0).place }
        tree = BoxTree(edges, itemsInLeaf: 8) { edge in
            let curve = EdgeCurve(from: positions[edge], to: positions[edge + 1])
            let bend = SIMD3(repeating: curve.greatestBend)
            return (
                pointwiseMin(places[edge], places[edge + 1]) - bend,
                pointwiseMax(places[edge], places[edge + 1]) + bend
            )
        }
        self.positions = positions
        self.places = places
    }

    private func curve(_ edge: Int) -> EdgeCurve { EdgeCurve(from: positions[edge], to: positions[edge + 1]) }

    /// The two nearest points of edges that do not cross: the first on this tree's, the second on the other's.
    func nearestPoints(to other: EdgeTree) -> (Position, Position)? {
        guard let root = tree.root, let otherRoot = other.tree.root else { return nil }
        var search = Search(one: self, two: other)
        search.descend(root, otherRoot)
        return search.points
    }

    /// A search by branch and bound: pairs of nodes farther apart than the best points are left out.
    private struct Search {
        typealias Node = BoxTree<SIMD3<Double>>.Node
        let one: EdgeTree
        let two: EdgeTree
        var best = Double.infinity
        var points: (Position, Position)?

        mutating func descend(_ first: Int, _ second: Int) {
            let (here, there) = (one.tree.nodes[first], two.tree.nodes[second])
            guard Self.squaredDistance(here, there) < best else { return }
            let below = two.tree.children(of: second)
            let splitsFirst = below == nil || here.items.count >= there.items.count
            var pairs: [(Int, Int)]
            if let children = one.tree.children(of: first), splitsFirst {
                pairs = [(children.left, second), (children.right, second)]
            } else if let children = below {
                pairs = [(first, children.left), (first, children.right)]
            } else {
                return compare(here, there)
            }
            let distances = pairs.map { Self.squaredDistance(one.tree.nodes[$0.0], two.tree.nodes[$0.1]) }
            // The nearer pair first: what it finds may spare the other.
            if distances[1] < distances[0] { pairs.swapAt(0, 1) }
            for pair in pairs { descend(pair.0, pair.1) }
        }

        /// A lower bound of the squared distance between what two nodes hold.
        private static func squaredDistance(_ here: Node, _ there: Node) -> Double {
            let gap = pointwiseMax(pointwiseMax(here.low - there.high, there.low - here.high), .zero)
            return (gap * gap).sum()
        }

        /// Edges that do not cross are nearest at an end of one of them.
        private mutating func compare(_ here: Node, _ there: Node) {
            for i in here.items {
                for j in there.items {
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
