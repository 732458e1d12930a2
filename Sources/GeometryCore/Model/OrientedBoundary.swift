/// The boundary ∂A of polygons, each ring run so that its polygon lies on the left: shells counter-clockwise, holes
/// clockwise, whatever their order was.
///
/// The polygons need not be a set: w, how often the boundary winds round a point, is then how many of them lie there.
struct OrientedBoundary: Sendable {
    /// The rings' positions, one after another.
    let positions: [Position]
    /// Where each ring's positions stand.
    let rings: [RingRun]

    struct RingRun: Sendable {
        let range: Range<Int>
        /// Whether the ring is to be run backwards.
        let isReversed: Bool

        /// The indices of the edges' first positions, in the order in which the positions stand.
        var edges: Range<Int> { range.lowerBound..<range.upperBound - 1 }
    }

    init(_ polygons: some Sequence<Polygon>) {
        var positions: [Position] = []
        var rings: [RingRun] = []
        for polygon in polygons {
            for (index, ring) in polygon.rings.enumerated() {
                let first = positions.count
                positions += ring.positions
                let isClockwise = ring.isClockwise
                rings.append(RingRun(range: first..<positions.count, isReversed: isClockwise == (index == 0)))
            }
        }
        self.positions = positions
        self.rings = rings
    }

    /// The directed edge that begins at a position of a ring, or, of a reversed ring, ends there.
    func edge(_ index: Int, of ring: RingRun) -> DirectedEdge {
        ring.isReversed
            ? DirectedEdge(from: positions[index + 1], to: positions[index])
            : DirectedEdge(from: positions[index], to: positions[index + 1])
    }
}
