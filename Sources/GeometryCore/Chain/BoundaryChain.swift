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
    /// Up to which index the edges are those of one simple ring, for some rings in order: they meet at their ends alone.
    let ringEnds: [Int]
    /// The edges of the boundaries by how often they are left.
    let ledger: EdgeLedger

    struct Edge {
        let edge: DirectedEdge
        let count: Int
    }

    /// Takes the boundary of A from that of B.
    init(from before: OrientedBoundary, to after: OrientedBoundary) {
        let runs = EdgeRuns(from: before, to: after)
        var ledger = EdgeLedger(capacity: runs.edgeCount)
        for run in runs.before { run.ring.visitEdges(run.edges) { ledger.add($0, -1) } }
        for run in runs.after { run.ring.visitEdges(run.edges) { ledger.add($0, 1) } }
        edges = ledger.remaining
        self.ledger = ledger
        edgesCompared = before.edgeCount + after.edgeCount
        ringEnds = []
    }

    /// Adds up rings of valid polygons, which are simple (OGC 06-103r4 §6.1.11).
    init(addingUp rings: [OrientedRing]) {
        edgesCompared = rings.reduce(0) { $0 + $1.edges.count }
        var ledger = EdgeLedger(capacity: edgesCompared)
        var counts: [Int] = []
        for ring in rings {
            ring.visitEdges(ring.edges) { ledger.add($0, 1) }
            counts.append(ledger.edgeCount)
        }
        edges = ledger.remaining
        ringEnds = ledger.remainingCounts(ofFirst: counts)
        self.ledger = ledger
    }

    /// What rounding does to the edges.
    var rounding: Rounding {
        var greatest = SIMD2(repeating: 0.0)
        for edge in edges.lazy.map(\.edge) {
            for end in [edge.from, edge.to] {
                greatest = pointwiseMax(greatest, SIMD2(end.x.magnitude, end.y.magnitude))
            }
        }
        return Rounding(magnitude: greatest.max())
    }
}

/// The edges of two boundaries that need comparing one by one: rings that stand in both are left out whole, and of a ring
/// that changed the stretches that are the same.
private struct EdgeRuns {
    private(set) var before: [Run] = []
    private(set) var after: [Run] = []

    struct Run {
        let ring: OrientedRing
        let edges: Range<Int>
    }

    var edgeCount: Int { (before + after).reduce(0) { $0 + $1.edges.count } }

    init(from former: OrientedBoundary, to latter: OrientedBoundary) {
        // Twins go first, lest one ring be paired with a changed one; most stand in the same place.
        let places = 0..<min(former.rings.count, latter.rings.count)
        let twins = places.filter { former.rings[$0] === latter.rings[$0] }
        var left = former.rings.without(twins)
        var (unmatched, right): ([OrientedRing.Key: [Int]], [OrientedRing]) = ([:], [])
        for (index, ring) in left.enumerated() { unmatched[ring.key, default: []].append(index) }
        var isMatched = [Bool](repeating: false, count: left.count)
        func match(_ key: OrientedRing.Key, where fits: (OrientedRing) -> Bool) -> Int? {
            guard let place = unmatched[key]?.firstIndex(where: { fits(left[$0]) }),
                let index = unmatched[key]?.remove(at: place)
            else { return nil }
            isMatched[index] = true
            return index
        }
        for ring in latter.rings.without(twins) {
            let twin = match(ring.key) { other in
                other === ring || other.isReversed == ring.isReversed && other.ring == ring.ring
            }
            if twin == nil { right.append(ring) }
        }
        left = left.indices.filter { !isMatched[$0] }.map { left[$0] }

        var starts: [Position: [OrientedRing]] = [:]
        for ring in left.reversed() { starts[ring.ring.positions[0], default: []].append(ring) }
        for ring in right {
            let pair = starts[ring.ring.positions[0]]?.popLast()
            guard let pair, pair.isReversed == ring.isReversed else {
                if let pair { before.append(Run(ring: pair, edges: pair.edges)) }
                after.append(Run(ring: ring, edges: ring.edges))
                continue
            }
            Self.differences(of: pair.ring, ring.ring) { first, second in
                if !first.isEmpty { before.append(Run(ring: pair, edges: first)) }
                if !second.isEmpty { after.append(Run(ring: ring, edges: second)) }
            }
        }
        for ring in left where starts[ring.ring.positions[0]]?.contains(where: { $0 === ring }) == true {
            before.append(Run(ring: ring, edges: ring.edges))
        }
    }

    /// How many edges ahead a common one is sought in both rings together, and after how many misses no more.
    private static let (reach, patience) = (32, 100)

    /// Whether four positions of each line are the same, told by one branch.
    @inline(__always)
    private static func areSame(
        _ one: UnsafeBufferPointer<Position>, _ first: Int, _ two: UnsafeBufferPointer<Position>, _ second: Int
    ) -> Bool {
        var difference: UInt64 = 0
        for index in 0..<4 {
            let (here, there) = (one[first + index], two[second + index])
            difference |= here.x.bitPattern ^ there.x.bitPattern
            difference |= here.y.bitPattern ^ there.y.bitPattern
        }
        return difference == 0
    }

    /// Tells the stretches of edges in which two rings differ; what lies between them is the same, edge for edge.
    ///
    /// Which equal edges are paired is of no account, since all cancel; so the next common edge may be sought nearby only.
    private static func differences(of one: Ring, _ two: Ring, tell: (Range<Int>, Range<Int>) -> Void) {
        one.positions.withUnsafeBufferPointer { one in
            two.positions.withUnsafeBufferPointer { two in
                // Edge i runs from position i to i + 1; both rings' edges from here to the end are open.
                var (first, second) = (0, 0)
                var (firstEnd, secondEnd) = (one.count - 1, two.count - 1)
                func isCommon(_ first: Int, _ second: Int) -> Bool {
                    one[first + 1] == two[second + 1] && one[first] == two[second]
                }
                // Closed rings with the same start have the same end.
                while min(firstEnd, secondEnd) >= 4, areSame(one, firstEnd - 4, two, secondEnd - 4) {
                    (firstEnd, secondEnd) = (firstEnd - 4, secondEnd - 4)
                }
                while firstEnd > 0, secondEnd > 0, one[firstEnd - 1] == two[secondEnd - 1] {
                    (firstEnd, secondEnd) = (firstEnd - 1, secondEnd - 1)
                }
                func nextCommon() -> (first: Int, second: Int)? {
                    for steps in 1...reach {
                        for taken in max(0, steps - secondEnd + second + 1)...steps
                        where first + taken < firstEnd && isCommon(first + taken, second + steps - taken) {
                            return (first + taken, second + steps - taken)
                        }
                    }
                    return nil
                }
                var misses = 0
                while first < firstEnd, second < secondEnd {
                    if isCommon(first, second) {
                        while min(firstEnd - first, secondEnd - second) >= 4, areSame(one, first + 1, two, second + 1) {
                            (first, second) = (first + 4, second + 4)
                        }
                        while first < firstEnd, second < secondEnd, one[first + 1] == two[second + 1] {
                            (first, second) = (first + 1, second + 1)
                        }
                        continue
                    }
                    guard misses < patience, let next = nextCommon() else { break }
                    misses += 1
                    tell(first..<next.first, second..<next.second)
                    (first, second) = next
                }
                tell(first..<max(first, firstEnd), second..<max(second, secondEnd))
            }
        }
    }
}

extension [OrientedRing] {
    /// The rings but for those at some indices, which ascend.
    fileprivate func without(_ indices: [Int]) -> [OrientedRing] {
        var (left, start) = ([OrientedRing](), startIndex)
        for index in indices {
            left += self[start..<index]
            start = index + 1
        }
        return left + self[start...]
    }
}

/// Counts directed edges; an edge and its reverse cancel.
struct EdgeLedger {
    private var numbers: NumberedKeys<DirectedEdge>
    private var counts: [Int] = []

    init(capacity: Int) {
        numbers = NumberedKeys(capacity: capacity)
        counts.reserveCapacity(capacity)
    }

    /// How many edges have come, whichever way they run.
    var edgeCount: Int { counts.count }

    /// The edges whose counts did not cancel, in the order in which they first came.
    var remaining: [BoundaryChain.Edge] {
        var remaining: [BoundaryChain.Edge] = []
        remaining.reserveCapacity(counts.count { $0 != 0 })
        for (edge, count) in zip(numbers.keys, counts) where count != 0 {
            remaining.append(BoundaryChain.Edge(edge: count > 0 ? edge : edge.reversed, count: abs(count)))
        }
        return remaining
    }

    /// How many edges did not cancel of so many that came first, for several such numbers in ascending order.
    func remainingCounts(ofFirst numbers: [Int]) -> [Int] {
        var (start, remaining) = (0, 0)
        return numbers.map { end in
            remaining += counts[start..<end].count { $0 != 0 }
            start = end
            return remaining
        }
    }

    /// Whether an edge has come, whichever way it ran, and though all may have cancelled.
    func knows(_ edge: DirectedEdge) -> Bool { numbers.number(of: edge.undirected) != nil }

    /// How often an edge stands here, less how often its reverse does.
    func count(of edge: DirectedEdge) -> Int {
        let key = edge.undirected
        guard let number = numbers.number(of: key) else { return 0 }
        return key == edge ? counts[number] : -counts[number]
    }

    /// Whether an edge has come, whichever way it ran, and all have cancelled.
    func hasCancelled(_ edge: DirectedEdge) -> Bool { knows(edge) && count(of: edge) == 0 }

    /// Whether an edge has come that did not cancel, whichever way it runs.
    func holds(_ edge: DirectedEdge) -> Bool { count(of: edge) != 0 }

    /// The same ledger with some edges taken as cancelled.
    func without(_ edges: [DirectedEdge]) -> EdgeLedger {
        var ledger = self
        for edge in edges {
            if let number = numbers.number(of: edge.undirected) { ledger.counts[number] = 0 }
        }
        return ledger
    }

    mutating func add(_ edge: DirectedEdge, _ count: Int) {
        // An edge of no length bounds nothing.
        guard edge.from != edge.to else { return }
        let key = edge.undirected
        let number = numbers.insert(key)
        let signed = key == edge ? count : -count
        if number == counts.count { counts.append(signed) } else { counts[number] += signed }
    }
}

extension DirectedEdge {
    var reversed: DirectedEdge { DirectedEdge(from: to, to: from) }

    /// The same edge whichever way it runs: from the western, else the southern end.
    var undirected: DirectedEdge { (from.x, from.y) < (to.x, to.y) ? self : reversed }
}
