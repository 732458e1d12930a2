/// The chain C = ∂B − ∂A of two boundaries: what is left of their directed edges once those that stand in both, bit for
/// bit, have cancelled.
///
/// C is the boundary of f = w_B − w_A. It is as long as the change, not as the maps. Around any closed curve f sums up
/// to what C says, so that the area integral over C is the net change, without any overlay.
struct BoundaryChain {
    /// The edges that are left, each with how often it stands in C; a negative count is turned into the other direction.
    let edges: [Edge]
    /// How many edges the two boundaries have in all.
    let edgesCompared: Int

    struct Edge {
        let edge: DirectedEdge
        let count: Int
    }

    /// Takes the boundary of A from that of B.
    init(from before: OrientedBoundary, to after: OrientedBoundary) {
        var ledger = EdgeLedger(capacity: before.positions.count + after.positions.count)
        let (left, right) = Self.ringsWithoutTwin(before, after)
        for ring in left { for index in ring.edges { ledger.add(before.edge(index, of: ring), -1) } }
        for ring in right { for index in ring.edges { ledger.add(after.edge(index, of: ring), 1) } }
        edges = ledger.remaining
        edgesCompared = (before.positions.count - before.rings.count) + (after.positions.count - after.rings.count)
    }

    /// The rings that do not stand in both boundaries, position for position: most do, and need no ledger.
    private static func ringsWithoutTwin(
        _ before: OrientedBoundary, _ after: OrientedBoundary
    ) -> ([OrientedBoundary.RingRun], [OrientedBoundary.RingRun]) {
        var unmatched: [RingKey: [Int]] = [:]
        for (index, ring) in before.rings.enumerated() { unmatched[RingKey(before, ring), default: []].append(index) }
        var isMatched = [Bool](repeating: false, count: before.rings.count)
        var right: [OrientedBoundary.RingRun] = []
        for ring in after.rings {
            let key = RingKey(after, ring)
            let twin = unmatched[key]?.firstIndex { index in
                let other = before.rings[index]
                return other.isReversed == ring.isReversed
                    && before.positions[other.range] == after.positions[ring.range]
            }
            if let twin, let index = unmatched[key]?.remove(at: twin) {
                isMatched[index] = true
            } else {
                right.append(ring)
            }
        }
        let left = before.rings.indices.filter { !isMatched[$0] }.map { before.rings[$0] }
        return (left, right)
    }

    /// What two equal rings agree in, cheap to compute.
    private struct RingKey: Hashable {
        let first: Position
        let count: Int

        init(_ boundary: OrientedBoundary, _ ring: OrientedBoundary.RingRun) {
            first = boundary.positions[ring.range.lowerBound]
            count = ring.range.count
        }
    }
}

/// Counts directed edges; an edge and its reverse cancel.
private struct EdgeLedger {
    private var entries: [(edge: DirectedEdge, count: Int)] = []
    /// Open addressing: one more than an entry's index, or 0 for a free slot.
    private var slots: [Int32]
    private let mask: Int

    init(capacity: Int) {
        var size = 64
        while size < 2 * capacity { size *= 2 }
        slots = [Int32](repeating: 0, count: size)
        mask = size - 1
        entries.reserveCapacity(capacity)
    }

    /// The edges whose counts did not cancel, in the order in which they first came.
    var remaining: [BoundaryChain.Edge] {
        entries.compactMap { entry in
            guard entry.count != 0 else { return nil }
            let edge = entry.count > 0 ? entry.edge : DirectedEdge(from: entry.edge.to, to: entry.edge.from)
            return BoundaryChain.Edge(edge: edge, count: abs(entry.count))
        }
    }

    mutating func add(_ edge: DirectedEdge, _ count: Int) {
        // An edge of no length bounds nothing.
        guard edge.from != edge.to else { return }
        let isForward = (edge.from.x, edge.from.y) < (edge.to.x, edge.to.y)
        let key = isForward ? edge : DirectedEdge(from: edge.to, to: edge.from)
        var slot = Self.hash(key) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if entries[index].edge == key {
                entries[index].count += isForward ? count : -count
                return
            }
            slot = (slot + 1) & mask
        }
        entries.append((key, isForward ? count : -count))
        slots[slot] = Int32(entries.count)
    }

    /// Mixes the bits of four coordinates; -0.0 and 0.0, which are equal, get equal hashes.
    private static func hash(_ edge: DirectedEdge) -> Int {
        var mixed: UInt64 = 0
        for coordinate in [edge.from.x, edge.from.y, edge.to.x, edge.to.y] {
            mixed = (mixed ^ (coordinate + 0.0).bitPattern) &* 0x9E37_79B9_7F4A_7C15
            mixed ^= mixed >> 29
        }
        return Int(truncatingIfNeeded: mixed >> 1)
    }
}
