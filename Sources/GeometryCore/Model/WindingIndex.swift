/// Answers how often a boundary winds round a point, and which of its edges lie in a box.
struct WindingIndex: Sendable {
    let rings: [OrientedRing]
    /// The rings' boxes.
    private let tree: BoxTree<SIMD2<Double>>

    init(_ boundary: OrientedBoundary) { self.init(boundary.rings) }

    init(_ rings: [OrientedRing]) {
        self.rings = rings
        tree = BoxTree(CollectionOfOne(rings.indices), itemsInLeaf: 1) { index in rings[index].box }
    }

    /// How often the boundary winds round a point; none where the point is too near an edge to tell.
    ///
    /// - Parameter distance: none also where an edge comes within it, in the plane.
    func winding(around point: Position, clearBy distance: Double = 0) -> Int? {
        winding(around: point, clearBy: distance) { _ in true }
    }

    /// The same for some of the rings only.
    @inline(__always)
    func winding(
        around point: Position, clearBy distance: Double = 0, by isCounted: (OrientedRing) -> Bool
    ) -> Int? {
        var winding = 0
        // A ring whose box does not hold the point does not wind round it.
        let near = Bounds(around: point, reach: distance)
        let isTooNear = tree.search {
            near.meets($0)
        } visit: { number in
            guard isCounted(rings[number]) else { return false }
            guard let turns = rings[number].winding(around: point, clearBy: distance) else { return true }
            winding += turns
            return false
        }
        return isTooNear ? nil : winding
    }

    /// Whether some edge that meets a box is one that is sought; edges come in the direction in which they stand in ∂A.
    @inline(__always)
    func holdsEdge(in bounds: Bounds, where isSought: (DirectedEdge) -> Bool) -> Bool {
        tree.search {
            bounds.meets($0)
        } visit: { number in
            let ring = rings[number]
            return ring.ring.positions.withUnsafeBufferPointer { positions in
                ring.tree.search {
                    bounds.meets($0)
                } visit: { index in
                    let edge = DirectedEdge(from: positions[index], to: positions[index + 1])
                    return bounds.meets(edge) && isSought(ring.isReversed ? edge.reversed : edge)
                }
            }
        }
    }

    /// The box around all rings; none where there is none.
    var box: (low: SIMD2<Double>, high: SIMD2<Double>)? { tree.nodes.first.map { ($0.low, $0.high) } }

    /// An edge of a ring in the direction in which its positions stand.
    struct DrawnEdge {
        /// The ring's number.
        let ring: Int
        /// The index of the edge's first position.
        let index: Int
        let edge: DirectedEdge

        @inline(__always) fileprivate init(_ ring: Int, _ index: Int, _ positions: UnsafeBufferPointer<Position>) {
            (self.ring, self.index) = (ring, index)
            edge = DirectedEdge(from: positions[index], to: positions[index + 1])
        }
    }

    /// Visits the pairs of this boundary's edges whose boxes meet, each pair once, until `visit` says stop; pairs that surely share
    /// nothing but the end between them are left out.
    ///
    /// - Returns: whether it was stopped.
    @inline(__always)
    func searchOwnPairs(visit: (DrawnEdge, DrawnEdge) -> Bool) -> Bool {
        for (number, ring) in rings.enumerated() {
            let isStopped = ring.ring.positions.withUnsafeBufferPointer { positions in
                ring.tree.searchPairs(isSettled: positions.goForward) {
                    DirectedEdge.box(positions, $0)
                } visit: {
                    visit(DrawnEdge(number, $0, positions), DrawnEdge(number, $1, positions))
                }
            }
            if isStopped { return true }
        }
        return tree.searchPairs {
            rings[$0].box
        } visit: {
            searchPairs(ofRing: $0, with: self, ring: $1, visit)
        }
    }

    /// Visits the pairs of an edge of this boundary and one of another whose boxes meet, until `visit` says stop.
    ///
    /// - Returns: whether it was stopped.
    @inline(__always)
    func searchPairs(with other: WindingIndex, visit: (DrawnEdge, DrawnEdge) -> Bool) -> Bool {
        tree.searchPairs(with: other.tree) {
            rings[$0].box
        } otherBox: {
            other.rings[$0].box
        } visit: {
            searchPairs(ofRing: $0, with: other, ring: $1, visit)
        }
    }

    @inline(__always)
    private func searchPairs(
        ofRing number: Int, with other: WindingIndex, ring otherNumber: Int, _ visit: (DrawnEdge, DrawnEdge) -> Bool
    ) -> Bool {
        let (ring, otherRing) = (rings[number], other.rings[otherNumber])
        return ring.ring.positions.withUnsafeBufferPointer { mine in
            otherRing.ring.positions.withUnsafeBufferPointer { its in
                ring.tree.searchPairs(with: otherRing.tree) {
                    DirectedEdge.box(mine, $0)
                } otherBox: {
                    DirectedEdge.box(its, $0)
                } visit: {
                    visit(DrawnEdge(number, $0, mine), DrawnEdge(otherNumber, $1, its))
                }
            }
        }
    }

    /// Whether some edge comes within a distance of a point, in the plane.
    func holdsEdge(within distance: Double, of point: Position) -> Bool {
        holdsEdge(in: Bounds(around: point, reach: distance)) { $0.distance(to: point) <= distance }
    }
}

extension UnsafeBufferPointer<Position> {
    /// Whether some edges of a line surely all go forward in one direction. Then each keeps to its own strip across that direction,
    /// and two of them share at most the end between them.
    fileprivate func goForward(along edges: Range<Int>) -> Bool {
        let (first, last) = (self[edges.lowerBound], self[edges.upperBound])
        let direction = SIMD2(last.x - first.x, last.y - first.y)
        var from = SIMD2(first.x, first.y)
        for index in edges {
            let to = SIMD2(self[index + 1].x, self[index + 1].y)
            let products = (to - from) * direction
            let size = products.x.magnitude + products.y.magnitude
            // Three roundings, each of 2⁻⁵³ of what it rounds.
            guard products.x + products.y > 0x1p-50 * size + .leastNormalMagnitude else { return false }
            from = to
        }
        return true
    }
}

/// How lines cross, told only where doubles can tell.
enum Crossing {
    /// What an edge adds to the winding number of a point, by a ray to the east: 1 upwards, -1 downwards, 0 where it is
    /// not crossed; none where the point is too near the edge to tell.
    @inline(__always)
    static func ofRay(from point: Position, _ from: Position, _ to: Position) -> Int? {
        let isUpwards = from.y <= point.y
        guard isUpwards != (to.y <= point.y) else {
            guard from.y == point.y || to.y == point.y else { return 0 }
            // A level edge through the point, or an end at the point's height: near only where it holds the point.
            let isLevel = from.y == to.y
            let holdsPoint = isLevel && min(from.x, to.x) <= point.x && point.x <= max(from.x, to.x)
            return holdsPoint || from == point || to == point ? nil : 0
        }
        guard let side = side(of: point, from, to) else { return nil }
        // East of a point run the edges that go up with it on their left, and down with it on their right.
        return isUpwards == (side > 0) ? (isUpwards ? 1 : -1) : 0
    }

    /// 1 where a point lies left of an edge, -1 where right; none where rounding could turn the sign
    /// (Shewchuk 1997, the first filter of orient2d).
    @inline(__always) static func side(of point: Position, _ from: Position, _ to: Position) -> Int? {
        let left = (from.x - point.x) * (to.y - point.y)
        let right = (from.y - point.y) * (to.x - point.x)
        let determinant = left - right
        let bound = 3.330_669_073_875_471_6e-16 * (left.magnitude + right.magnitude)
        return determinant > bound ? 1 : determinant < -bound ? -1 : nil
    }

    /// How two different edges lie to one another.
    enum Meeting {
        /// They share no point.
        case none
        /// They share an end of each, and no other point.
        case atEnd
        /// They cross at a point inside both.
        case proper
        /// An end of one lies inside the other, or they lie on one another.
        case touching
    }

    /// How two different edges lie to one another, without rounding.
    static func meeting(_ first: DirectedEdge, _ second: DirectedEdge) -> Meeting {
        if first.from == second.from { return spread(first.from, first.to, second.to) }
        if first.from == second.to { return spread(first.from, first.to, second.from) }
        if first.to == second.from { return spread(first.to, first.from, second.to) }
        if first.to == second.to { return spread(first.to, first.from, second.from) }
        let a = exactSide(of: second.from, first.from, first.to)
        let b = exactSide(of: second.to, first.from, first.to)
        if a == b, a != 0 { return .none }
        let c = exactSide(of: first.from, second.from, second.to)
        let d = exactSide(of: first.to, second.from, second.to)
        if c == d, c != 0 { return .none }
        if a * b * c * d != 0 { return .proper }
        let isTouching =
            a == 0 && first.boxHolds(second.from) || b == 0 && first.boxHolds(second.to)
            || c == 0 && second.boxHolds(first.from) || d == 0 && second.boxHolds(first.to)
        return isTouching ? .touching : .none
    }

    /// How two edges lie that begin at the same position.
    private static func spread(_ start: Position, _ one: Position, _ two: Position) -> Meeting {
        if exactSide(of: two, start, one) != 0 { return .atEnd }
        // On one line: on one another unless they run opposite ways.
        let isOpposite =
            one.x != start.x ? (one.x < start.x) != (two.x < start.x) : (one.y < start.y) != (two.y < start.y)
        return isOpposite ? .atEnd : .touching
    }

    /// Whether two edges cross at a point inside both; ends that touch do not count.
    static func isProper(_ first: DirectedEdge, _ second: DirectedEdge) -> Bool {
        exactSide(of: second.from, first.from, first.to) * exactSide(of: second.to, first.from, first.to) < 0
            && exactSide(of: first.from, second.from, second.to) * exactSide(of: first.to, second.from, second.to) < 0
    }

    /// What an edge adds to the winding number of a point that does not lie on it, by a ray to the east, without rounding.
    static func ofExactRay(from point: Position, _ edge: DirectedEdge) -> Int {
        let isUpwards = edge.from.y <= point.y
        guard isUpwards != (edge.to.y <= point.y) else { return 0 }
        let side = exactSide(of: point, edge.from, edge.to)
        return isUpwards ? max(side, 0) : min(side, 0)
    }
}
