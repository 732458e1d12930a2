/// A valid polygon's sides, made ready to be searched: for one polygon less to make than a ``WindingIndex``.
struct PolygonIndex {
    /// The rings' positions one after another.
    private let positions: [Position]
    /// The sides by the indices of their first positions.
    private let tree: BoxTree<SIMD2<Double>>

    init(_ polygon: Polygon) {
        var positions = polygon.shell.positions
        let shell = 0..<positions.count - 1
        guard !polygon.holes.isEmpty else {
            self.init(positions, CollectionOfOne(shell))
            return
        }
        var sides = [shell]
        for hole in polygon.holes {
            sides.append(positions.count..<positions.count + hole.positions.count - 1)
            positions += hole.positions
        }
        self.init(positions, sides)
    }

    private init(_ positions: [Position], _ sides: some Collection<Range<Int>>) {
        self.positions = positions
        tree = positions.withUnsafeBufferPointer { positions in
            BoxTree(edgesOf: positions, sides, itemsInLeaf: 8)
        }
    }

    /// Whether some side whose box meets a box is one that is sought; sides come in the direction in which they are drawn.
    @inline(__always)
    func holdsSide(in bounds: Bounds, where isSought: (DirectedEdge) -> Bool) -> Bool {
        search {
            bounds.meets($0)
        } visit: {
            bounds.meets($0) && isSought($0)
        }
    }

    /// Whether some side comes within a distance of a point, in the plane.
    func holdsSide(within distance: Double, of point: Position) -> Bool {
        holdsSide(in: Bounds(around: point, reach: distance)) { $0.distance(to: point) <= distance }
    }

    /// Whether a point lies inside; none where it is too near a side to tell.
    func holds(_ point: Position) -> Bool? {
        var isInside = false
        let isTooNear = search {
            $0.low.y <= point.y && point.y <= $0.high.y && $0.high.x >= point.x
        } visit: { side in
            guard let crossing = Crossing.ofRay(from: point, side.from, side.to) else { return true }
            if crossing != 0 { isInside.toggle() }
            return false
        }
        return isTooNear ? nil : isInside
    }

    @inline(__always)
    private func search(
        wanted: (BoxTree<SIMD2<Double>>.Node) -> Bool, visit: (DirectedEdge) -> Bool
    ) -> Bool {
        positions.withUnsafeBufferPointer { positions in
            tree.search(wanted: wanted) { visit(DirectedEdge(from: positions[$0], to: positions[$0 + 1])) }
        }
    }
}
