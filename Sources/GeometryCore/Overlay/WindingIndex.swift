/// Answers how often a boundary winds round a point, and which of its edges lie in a box.
struct WindingIndex: Sendable {
    private let boundary: OrientedBoundary
    /// 1 where the edge that begins at the position of this index runs so, -1 where it runs the other way.
    private let directions: [Int8]
    private let tree: BoxTree<SIMD2<Double>>

    init(_ boundary: OrientedBoundary) {
        self.boundary = boundary
        var directions = [Int8](repeating: 1, count: boundary.positions.count)
        for ring in boundary.rings where ring.isReversed { for index in ring.range { directions[index] = -1 } }
        self.directions = directions
        tree = BoxTree(boundary.rings.map(\.edges), itemsInLeaf: 16) { index in
            let (from, to) = (boundary.positions[index], boundary.positions[index + 1])
            return (SIMD2(min(from.x, to.x), min(from.y, to.y)), SIMD2(max(from.x, to.x), max(from.y, to.y)))
        }
    }

    /// How often the boundary winds round a point; none where the point is too near an edge to tell.
    ///
    /// Counts the edges that a ray to the east crosses, half-open in the second coordinate.
    func winding(around point: Position) -> Int? {
        var winding = 0
        let isTooNear = tree.search {
            $0.low.y <= point.y && point.y <= $0.high.y && $0.high.x >= point.x
        } visit: { index in
            guard let crossing = Crossing.ofRay(from: point, boundary.positions[index], boundary.positions[index + 1])
            else { return true }
            winding += crossing * Int(directions[index])
            return false
        }
        return isTooNear ? nil : winding
    }

    /// Whether some edge that meets a box is one that is sought; edges come in the direction in which they stand in ∂A.
    func holdsEdge(in bounds: Bounds, where isSought: (DirectedEdge) -> Bool) -> Bool {
        tree.search {
            $0.low.x <= bounds.maxX && bounds.minX <= $0.high.x && $0.low.y <= bounds.maxY && bounds.minY <= $0.high.y
        } visit: { index in
            let (here, next) = (boundary.positions[index], boundary.positions[index + 1])
            return isSought(
                directions[index] > 0 ? DirectedEdge(from: here, to: next) : DirectedEdge(from: next, to: here))
        }
    }

    /// The edges that come within a distance of a point, in the plane.
    func edges(within distance: Double, of point: Position) -> [DirectedEdge] {
        var found: [DirectedEdge] = []
        _ = holdsEdge(in: Bounds(around: point, reach: distance)) { edge in
            if edge.distance(to: point) <= distance { found.append(edge) }
            return false
        }
        return found
    }
}

/// How lines cross, told only where doubles can tell.
enum Crossing {
    /// What an edge adds to the winding number of a point, by a ray to the east: 1 upwards, -1 downwards, 0 where it is
    /// not crossed; none where the point is too near the edge to tell.
    static func ofRay(from point: Position, _ from: Position, _ to: Position) -> Int? {
        let isUpwards = from.y <= point.y && point.y < to.y
        guard isUpwards || to.y <= point.y && point.y < from.y else {
            // A level edge through the point, or an end at the point's height: near only where it holds the point.
            let isLevel = from.y == point.y && to.y == point.y
            let holdsPoint = isLevel && min(from.x, to.x) <= point.x && point.x <= max(from.x, to.x)
            return holdsPoint || from == point || to == point ? nil : 0
        }
        guard let side = side(of: point, from, to) else { return nil }
        return isUpwards ? (side > 0 ? 1 : 0) : (side < 0 ? -1 : 0)
    }

    /// 1 where a point lies left of an edge, -1 where right; none where rounding could turn the sign
    /// (Shewchuk 1997, the first filter of orient2d).
    static func side(of point: Position, _ from: Position, _ to: Position) -> Int? {
        let left = (from.x - point.x) * (to.y - point.y)
        let right = (from.y - point.y) * (to.x - point.x)
        let determinant = left - right
        let bound = 3.330_669_073_875_471_6e-16 * (left.magnitude + right.magnitude)
        return determinant > bound ? 1 : determinant < -bound ? -1 : nil
    }

    /// Whether two edges surely share no point.
    static func isApart(_ first: DirectedEdge, _ second: DirectedEdge) -> Bool {
        let boxesMeet =
            max(min(first.from.x, first.to.x), min(second.from.x, second.to.x))
            <= min(max(first.from.x, first.to.x), max(second.from.x, second.to.x))
            && max(min(first.from.y, first.to.y), min(second.from.y, second.to.y))
                <= min(max(first.from.y, first.to.y), max(second.from.y, second.to.y))
        guard boxesMeet else { return true }
        if let a = side(of: second.from, first.from, first.to), let b = side(of: second.to, first.from, first.to),
            a == b
        {
            return true
        }
        if let c = side(of: first.from, second.from, second.to), let d = side(of: first.to, second.from, second.to),
            c == d
        {
            return true
        }
        return false
    }

    /// Whether two edges that share a position surely do not run back on one another.
    static func turns(_ first: DirectedEdge, _ second: DirectedEdge) -> Bool {
        let end = first.to == second.from || first.from == second.from ? second.to : second.from
        return side(of: end, first.from, first.to) != nil
    }

    /// Whether two edges cross at a point inside both; ends that touch do not count, nor does what cannot be told.
    static func isProper(_ first: DirectedEdge, _ second: DirectedEdge) -> Bool {
        guard let a = side(of: second.from, first.from, first.to), let b = side(of: second.to, first.from, first.to),
            a != b, let c = side(of: first.from, second.from, second.to),
            let d = side(of: first.to, second.from, second.to)
        else { return false }
        return c != d
    }
}
