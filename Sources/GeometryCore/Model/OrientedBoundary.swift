/// The boundary ∂A of polygons, each ring run so that its polygon lies on the left: shells counter-clockwise, holes
/// clockwise, whatever their order was.
///
/// The polygons need not be a set: w, how often the boundary winds round a point, is then how many of them lie there.
struct OrientedBoundary: Sendable {
    /// The rings, in the polygons' order.
    let rings: [OrientedRing]

    init(_ polygons: some Sequence<Polygon>) { self.init(polygons, after: nil) }

    /// Takes over what an earlier boundary has of the same rings, so that it is not worked out again.
    init(_ polygons: some Sequence<Polygon>, after former: OrientedBoundary?) {
        let formerRings = former?.rings ?? []
        var known: [OrientedRing.Key: OrientedRing]?
        var rings: [OrientedRing] = []
        /// The same ring of the former boundary; most stand in the same place.
        func same(_ ring: Ring, isHole: Bool) -> OrientedRing? {
            if formerRings.indices.contains(rings.count) {
                let candidate = formerRings[rings.count]
                if candidate.isHole == isHole, candidate.ring == ring { return candidate }
            }
            let former = known ?? Dictionary(formerRings.map { ($0.key, $0) }) { $1 }
            known = former
            return former[OrientedRing.Key(ring, isHole: isHole)].flatMap { $0.ring == ring ? $0 : nil }
        }
        func add(_ ring: Ring, isHole: Bool) {
            rings.append(same(ring, isHole: isHole) ?? OrientedRing(ring, isHole: isHole))
        }
        for polygon in polygons {
            add(polygon.shell, isHole: false)
            for hole in polygon.holes { add(hole, isHole: true) }
        }
        self.rings = rings
    }

    /// How many edges there are.
    var edgeCount: Int { rings.reduce(0) { $0 + $1.edges.count } }
}

/// A ring of a boundary, ready to be searched.
final class OrientedRing: Sendable {
    let ring: Ring
    let isHole: Bool
    /// Whether the ring is to be run backwards.
    let isReversed: Bool
    /// The edges by the indices of their first positions, as these stand.
    let tree: BoxTree<SIMD2<Double>>

    init(_ ring: Ring, isHole: Bool) {
        (self.ring, self.isHole) = (ring, isHole)
        isReversed = ring.isClockwise != isHole
        // Built for each ring of each map: without the array's checks it takes a quarter of the time.
        tree = ring.positions.withUnsafeBufferPointer { positions in
            BoxTree(edgesOf: positions, CollectionOfOne(0..<positions.count - 1), itemsInLeaf: 16)
        }
    }

    /// The box around the ring.
    var box: (low: SIMD2<Double>, high: SIMD2<Double>) {
        // A ring has three edges at least, so the tree has a root.
        tree.nodes.first.map { ($0.low, $0.high) } ?? (.zero, .zero)
    }

    /// The indices of the edges' first positions, in the order in which the positions stand.
    var edges: Range<Int> { 0..<ring.positions.count - 1 }

    /// The directed edge that begins at a position, or, of a reversed ring, ends there.
    func edge(_ index: Int) -> DirectedEdge {
        let (here, next) = (ring.positions[index], ring.positions[index + 1])
        return isReversed ? DirectedEdge(from: next, to: here) : DirectedEdge(from: here, to: next)
    }

    /// Visits the directed edges of some indices in the order in which they are run.
    @inline(__always) func visitEdges(_ indices: Range<Int>, _ visit: (DirectedEdge) -> Void) {
        ring.positions.withUnsafeBufferPointer { positions in
            if isReversed {
                for index in indices.reversed() {
                    visit(DirectedEdge(from: positions[index + 1], to: positions[index]))
                }
            } else {
                for index in indices { visit(DirectedEdge(from: positions[index], to: positions[index + 1])) }
            }
        }
    }

    /// How often the ring winds round a point, as it is run; none where the point is too near an edge to tell.
    ///
    /// Counts how often a ray to the east is crossed, upwards less downwards, half-open in the second coordinate. Of a stretch that
    /// lies all east of the point its ends tell.
    ///
    /// - Parameter distance: none also where an edge comes within it, in the plane.
    func winding(around point: Position, clearBy distance: Double = 0) -> Int? {
        var winding = 0
        let near = Bounds(around: point, reach: distance)
        let isTooNear = ring.positions.withUnsafeBufferPointer { positions in
            tree.search { node in
                guard node.low.y <= near.maxY, near.minY <= node.high.y, node.high.x >= near.minX else { return false }
                guard node.low.x > near.maxX else { return true }
                winding += positions[node.items.upperBound].y > point.y ? 1 : 0
                winding -= positions[node.items.lowerBound].y > point.y ? 1 : 0
                return false
            } visit: { index in
                let edge = DirectedEdge(from: positions[index], to: positions[index + 1])
                // Most edges of a leaf lie above or below.
                if edge.from.y > near.maxY && edge.to.y > near.maxY || edge.from.y < near.minY && edge.to.y < near.minY
                {
                    return false
                }
                guard let crossing = Crossing.ofRay(from: point, edge.from, edge.to) else { return true }
                winding += crossing
                return distance > 0 && near.meets(edge) && edge.distance(to: point) <= distance
            }
        }
        return isTooNear ? nil : isReversed ? -winding : winding
    }

    /// What two equal rings agree in, cheap to compute.
    struct Key: Hashable {
        private let first: Position
        private let second: Position
        private let count: Int
        private let isHole: Bool

        init(_ ring: Ring, isHole: Bool) {
            (first, second, count) = (ring.positions[0], ring.positions[1], ring.positions.count)
            self.isHole = isHole
        }
    }

    var key: Key { Key(ring, isHole: isHole) }
}
