/// Loose edges of a chain, made ready to be asked how often they wind round many points.
struct ChainIndex {
    private let edges: [BoundaryChain.Edge]
    private let tree: BoxTree<SIMD2<Double>>

    /// Edges that follow one another should be neighbours on the ground.
    init(_ edges: [BoundaryChain.Edge]) {
        self.edges = edges
        tree = BoxTree([edges.indices], itemsInLeaf: 8) { index in edges[index].edge.box }
    }

    /// How often the edges wind round a point; none where the point is too near one to tell.
    func winding(around point: Position) -> Int? {
        var winding = 0
        let isTooNear = tree.search {
            $0.low.y <= point.y && point.y <= $0.high.y && $0.high.x >= point.x
        } visit: { index in
            guard let crossing = Crossing.ofRay(from: point, edges[index].edge.from, edges[index].edge.to) else {
                return true
            }
            winding += crossing * edges[index].count
            return false
        }
        return isTooNear ? nil : winding
    }

    /// Whether some edge that meets a box is one that is sought.
    func holdsEdge(in box: Bounds, where isSought: (DirectedEdge) -> Bool) -> Bool {
        tree.search {
            $0.low.x <= box.maxX && box.minX <= $0.high.x && $0.low.y <= box.maxY && box.minY <= $0.high.y
        } visit: {
            isSought(edges[$0].edge)
        }
    }

    /// Whether some edge comes within a distance of a point, in the plane.
    func holdsEdge(within distance: Double, of point: Position) -> Bool {
        holdsEdge(in: Bounds(around: point, reach: distance)) { $0.distance(to: point) <= distance }
    }
}
