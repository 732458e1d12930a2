/// A position at which an edge is cut.
struct EdgeCut {
    /// The edge's index.
    let edge: Int
    let position: Position
}

/// Edges cut up where they meet.
struct CutEdges {
    /// The edges that stay whole.
    private(set) var whole: [BoundaryChain.Edge] = []
    /// What is left of the others once pieces that lie on one another have been added up.
    let pieces: [BoundaryChain.Edge]
    /// The edges of which some piece cancelled.
    private(set) var cancelled: [DirectedEdge] = []

    private let edges: [BoundaryChain.Edge]
    /// The number of each edge among those that are cut; -1 of one that stays whole.
    private var numbers: [Int32]
    /// All pieces of those, in the direction of their edges.
    private var allPieces: [DirectedEdge] = []
    /// Where the pieces of each of those begin, and where the last end.
    private var starts: [Int] = []

    init(_ edges: [BoundaryChain.Edge], at cuts: [EdgeCut]) {
        self.edges = edges
        numbers = [Int32](repeating: -1, count: edges.count)
        let sorted = cuts.map {
            (edge: $0.edge, part: edges[$0.edge].edge.nearestPart(to: $0.position), position: $0.position)
        }
        .sorted { ($0.edge, $0.part) < ($1.edge, $1.part) }
        allPieces.reserveCapacity(2 * cuts.count)
        whole.reserveCapacity(edges.count)
        var ledger = EdgeLedger(capacity: 3 * cuts.count)
        var next = 0
        for (index, edge) in edges.enumerated() {
            guard next < sorted.count, sorted[next].edge == index else {
                whole.append(edge)
                continue
            }
            numbers[index] = Int32(starts.count)
            starts.append(allPieces.count)
            var start = edge.edge.from
            while next < sorted.count, sorted[next].edge == index {
                allPieces.append(DirectedEdge(from: start, to: sorted[next].position))
                start = sorted[next].position
                next += 1
            }
            allPieces.append(DirectedEdge(from: start, to: edge.edge.to))
            for piece in allPieces[(starts.last ?? 0)...] { ledger.add(piece, edge.count) }
        }
        starts.append(allPieces.count)
        // Pieces may come to lie on one another, or on whole edges, bit for bit.
        var doubled: [DirectedEdge] = []
        whole.removeAll { edge in
            let isPiece = ledger.knows(edge.edge)
            if isPiece {
                ledger.add(edge.edge, edge.count)
                doubled.append(edge.edge)
            }
            return isPiece
        }
        pieces = ledger.remaining
        guard pieces.count < ledger.edgeCount else { return }
        cancelled = doubled.filter(ledger.hasCancelled)
        for index in edges.indices where numbers[index] >= 0 && pieces(of: index).contains(where: ledger.hasCancelled) {
            cancelled.append(edges[index].edge)
        }
    }

    /// The pairs of edges, one of them cut, that come so near to one another that rounding could make their pieces meet: nearer to
    /// an end or a cut of the other than a distance, without ending or being cut there. None where finding them would take longer
    /// than comparing the pieces by their boxes, as of one edge that a thousand others cut.
    ///
    /// The pieces of other pairs stay apart: where two lines do not cross they are nearest at an end of one. Edges that share no
    /// point are apart from all cuts of one another if they are from all ends.
    ///
    /// - Parameter meetings: of these edges, all compared with all, by twice the distance.
    func near(_ meetings: EdgeMeetings, within distance: Double) -> [EdgeMeetings.Pair]? {
        let pairs = meetings.pairs.filter { isCut($0.first) || isCut($0.second) }
        guard isShort(pairs, steps: { pieceCount($0.first) + pieceCount($0.second) }) else { return nil }
        return meetings.near.filter { isCut($0.first) || isCut($0.second) }
            + pairs.filter {
                isNear($0.first, cutsOf: $0.second, distance) || isNear($0.second, cutsOf: $0.first, distance)
            }
    }

    private func isShort(_ pairs: [EdgeMeetings.Pair], steps: (EdgeMeetings.Pair) -> Int) -> Bool {
        pairs.reduce(0) { $0 + steps($1) } <= 16 * edges.count
    }

    @inline(__always) private func isCut(_ edge: Int) -> Bool { numbers[edge] >= 0 }

    /// Whether an edge comes nearer to a cut of another than a distance, without ending or being cut there.
    private func isNear(_ edge: Int, cutsOf other: Int, _ distance: Double) -> Bool {
        guard isCut(other) else { return false }
        let line = edges[edge].edge
        // The last piece ends where the edge does.
        for index in places(of: other).dropLast() {
            let cut = allPieces[index].to
            if cut != line.from, cut != line.to, line.distance(to: cut) < distance, !isCut(edge, at: cut) {
                return true
            }
        }
        return false
    }

    private func isCut(_ edge: Int, at position: Position) -> Bool {
        isCut(edge) && places(of: edge).contains { allPieces[$0].to == position }
    }

    /// Whether the pieces of some pairs of edges are sure to meet in their ends alone, or to lie on one another bit for bit; those of
    /// one edge too.
    func meetInEndsAlone(_ pairs: [EdgeMeetings.Pair]) -> Bool {
        isShort(pairs) { pieceCount($0.first) * pieceCount($0.second) }
            && pairs.allSatisfy { pair in
                goesOn(pair.first) && goesOn(pair.second)
                    && pieces(of: pair.first).meetInEndsAlone(pieces(of: pair.second))
            }
    }

    /// Whether the pieces of an edge go on one way, so that they meet only where one follows another.
    private func goesOn(_ edge: Int) -> Bool {
        guard isCut(edge) else { return true }
        let (line, pieces) = (edges[edge].edge, pieces(of: edge))
        let isLevel = (line.to.x - line.from.x).magnitude > (line.to.y - line.from.y).magnitude
        let isForward = isLevel ? line.from.x < line.to.x : line.from.y < line.to.y
        return pieces.allSatisfy { piece in
            let (start, end) = isLevel ? (piece.from.x, piece.to.x) : (piece.from.y, piece.to.y)
            return piece.from == piece.to || (isForward ? start < end : start > end)
        }
    }

    /// The pieces of an edge, or the edge.
    private func pieces(of edge: Int) -> ArraySlice<DirectedEdge> {
        guard isCut(edge) else { return [edges[edge].edge] }
        return allPieces[places(of: edge)]
    }

    private func pieceCount(_ edge: Int) -> Int { isCut(edge) ? places(of: edge).count : 1 }

    /// Where the pieces of an edge stand that is cut.
    @inline(__always) private func places(of edge: Int) -> Range<Int> {
        let number = Int(numbers[edge])
        return starts[number]..<starts[number + 1]
    }
}

extension ArraySlice<DirectedEdge> {
    fileprivate func meetInEndsAlone(_ others: ArraySlice<DirectedEdge>) -> Bool {
        allSatisfy { edge in
            others.allSatisfy { other in
                let (box, otherBox) = (edge.box, other.box)
                guard boxesMeet(box.low, box.high, otherBox.low, otherBox.high) else { return true }
                if edge.from == edge.to || other.from == other.to || edge.undirected == other.undirected { return true }
                return switch Crossing.meeting(edge, other) {
                case .none, .atEnd: true
                case .touching, .proper: false
                }
            }
        }
    }
}
