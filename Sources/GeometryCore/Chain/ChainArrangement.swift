/// The plane as a noded chain divides it: its faces, and how often the chain winds round each.
///
/// Every edge is taken as two half-edges that run opposite ways, each with the face on its left. Where a half-edge ends, the
/// next side of its face is the first one clockwise from the way back. The half-edges so fall into cycles: one that runs
/// counter-clockwise is the outer side of a bounded face, one that runs clockwise is the outer side of a connected part of the
/// chain, seen from the face around it. Crossing an edge from its right to its left adds its count to f; so f is known all
/// over a connected part once it is known around it: in the face of another part, or outside all, where it is 0.
struct ChainArrangement {
    private let noded: NodedChain
    private let nodes: NodedChain.Nodes
    /// The half-edge that follows each one around its face.
    private let next: [Int32]
    /// The cycle of each half-edge.
    private var cycleOf: [Int32]
    private var cycles: [Cycle] = []
    /// The clockwise cycle of each connected part.
    private var outerCycles: [Int] = []

    private struct Cycle {
        let first: Int
        /// How many half-edges it has.
        let sides: Int
        /// Whether it runs counter-clockwise, and so bounds a face from outside.
        let isShell: Bool
        /// The connected part of the chain.
        var part = -1
        /// The winding number of the chain in the face on the left.
        var label = 0
    }

    /// The faces in which f is not 0.
    private(set) var faces: [ChainFace] = []

    /// Divides the plane; none where the edges are no closed chain.
    ///
    /// Faces too thin to have a point inside are left out.
    init?(_ noded: NodedChain) {
        self.noded = noded
        let nodes = NodedChain.Nodes(noded.edges)
        self.nodes = nodes
        guard let next = nodes.nextAroundFaces() else { return nil }
        self.next = next
        cycleOf = [Int32](repeating: -1, count: next.count)
        guard findCycles(), findParts() else { return nil }
        var holes: [Int: [Int]] = [:]
        if outerCycles.count > 1 { placeParts(&holes) }
        var stamps = [Int32](repeating: -1, count: nodes.count)
        for (index, cycle) in cycles.enumerated() where cycle.isShell && cycle.label != 0 {
            if let face = face(of: index, around: holes[index] ?? [], &stamps) { faces.append(face) }
        }
    }

    /// The half-edges of a cycle, in order.
    private func walk(_ cycle: Int, _ visit: (Int) -> Void) {
        let first = cycles[cycle].first
        var halfEdge = first
        repeat {
            visit(halfEdge)
            halfEdge = Int(next[halfEdge])
        } while halfEdge != first
    }

    /// Follows the half-edges round; false where a cycle runs back on itself.
    private mutating func findCycles() -> Bool {
        for first in next.indices where cycleOf[first] < 0 {
            let origin = nodes.origin(of: first)
            var (sum, size) = (0.0, 0.0)
            var sides = 0
            var halfEdge = first
            repeat {
                cycleOf[halfEdge] = Int32(cycles.count)
                sides += 1
                let (from, to) = (nodes.origin(of: halfEdge), nodes.origin(of: halfEdge ^ 1))
                let left = (from.x - origin.x) * (to.y - origin.y)
                let right = (to.x - origin.x) * (from.y - origin.y)
                sum += left - right
                size += left.magnitude + right.magnitude
                halfEdge = Int(next[halfEdge])
            } while halfEdge != first
            if sum.magnitude > 1e-14 * size {
                cycles.append(Cycle(first: first, sides: sides, isShell: sum > 0))
            } else if let isShell = isShell(first) {
                cycles.append(Cycle(first: first, sides: sides, isShell: isShell))
            } else {
                return false
            }
        }
        return true
    }

    /// Whether the cycle of a half-edge runs counter-clockwise, told without rounding at its western end: all its corners
    /// there turn left. None where it runs back on itself.
    private func isShell(_ first: Int) -> Bool? {
        let line = sequence(state: (first, false)) { [next] state -> Int? in
            guard !state.1 || state.0 != first else { return nil }
            defer { state = (Int(next[state.0]), true) }
            return state.0
        }
        let halfEdges = Array(line)
        let west = halfEdges.map(nodes.origin).min { ($0.x, $0.y) < ($1.x, $1.y) }
        var isShell = true
        for halfEdge in halfEdges where nodes.origin(of: halfEdge ^ 1) == west {
            let after = nodes.origin(of: Int(next[halfEdge]) ^ 1)
            let turn = Crossing.exactSide(of: after, nodes.origin(of: halfEdge), nodes.origin(of: halfEdge ^ 1))
            guard turn != 0 else { return nil }
            isShell = isShell && turn > 0
        }
        return isShell
    }

    /// Finds the connected parts, and labels each one's faces as if it were alone; false where labels contradict.
    private mutating func findParts() -> Bool {
        for outer in cycles.indices where !cycles[outer].isShell {
            // A part has one outer side.
            guard cycles[outer].part < 0 else { return false }
            let part = outerCycles.count
            outerCycles.append(outer)
            cycles[outer].part = part
            var open = [outer]
            var isConsistent = true
            while let cycle = open.popLast() {
                let label = cycles[cycle].label
                var halfEdge = cycles[cycle].first
                repeat {
                    let other = Int(cycleOf[halfEdge ^ 1])
                    let otherLabel = label - count(of: halfEdge)
                    if cycles[other].part < 0 {
                        (cycles[other].part, cycles[other].label) = (part, otherLabel)
                        open.append(other)
                    } else {
                        isConsistent = isConsistent && cycles[other].label == otherLabel
                    }
                    halfEdge = Int(next[halfEdge])
                } while halfEdge != cycles[cycle].first
            }
            guard isConsistent else { return false }
        }
        return cycles.allSatisfy { $0.part >= 0 }
    }

    /// How much f is greater on the left of a half-edge than on its right.
    private func count(of halfEdge: Int) -> Int {
        let count = noded.edges[halfEdge / 2].count
        return halfEdge.isMultiple(of: 2) ? count : -count
    }

    /// Adds to each part's labels f of the face in which it lies, and finds that face's shell.
    private mutating func placeParts(_ holes: inout [Int: [Int]]) {
        let ends = outerCycles.map(easternEnd)
        var bases = [Int](repeating: 0, count: outerCycles.count)
        var around = [Int?](repeating: nil, count: outerCycles.count)
        // What a part faces in the east ends farther east, and has been placed before it.
        for part in outerCycles.indices.sorted(by: { ends[$0].x > ends[$1].x }) {
            guard let faced = cycle(eastOf: ends[part], besides: part) else { continue }
            // What lies next to a part from outside lies in the same face as that part.
            around[part] = cycles[faced].isShell ? faced : around[cycles[faced].part]
            if let shell = around[part] { bases[part] = cycles[shell].label + bases[cycles[shell].part] }
        }
        for index in cycles.indices { cycles[index].label += bases[cycles[index].part] }
        for (part, shell) in around.enumerated() {
            if let shell { holes[shell, default: []].append(outerCycles[part]) }
        }
    }

    private func easternEnd(of cycle: Int) -> Position {
        var end = nodes.origin(of: cycles[cycle].first)
        walk(cycle) { halfEdge in
            let position = nodes.origin(of: halfEdge)
            if position.x > end.x { end = position }
        }
        return end
    }

    /// The cycle of another part that a ray to the east first meets; none where it meets none.
    private func cycle(eastOf start: Position, besides part: Int) -> Int? {
        var nearest: Int?
        // What begins farther east than the nearest edge ends lies behind it.
        var reach = Double.infinity
        _ = noded.tree.search {
            $0.low.y <= start.y && start.y <= $0.high.y && $0.high.x >= start.x && $0.low.x <= reach
        } visit: { index in
            guard cycles[Int(cycleOf[2 * index])].part != part else { return false }
            let edge = noded.edges[index].edge
            let crossing = Crossing.ofExactRay(from: start, edge)
            guard crossing != 0 else { return false }
            if let best = nearest, !Crossing.isWest(edge, of: noded.edges[best / 2].edge) { return false }
            // Upwards the left side faces the ray's start.
            nearest = crossing > 0 ? 2 * index : 2 * index + 1
            reach = edge.box.high.x
            return false
        }
        return nearest.map { Int(cycleOf[$0]) }
    }

    /// The face inside a cycle; none where it is too thin to have a point inside.
    private func face(of cycle: Int, around parts: [Int], _ stamps: inout [Int32]) -> ChainFace? {
        guard var rings = rings(of: cycle, &stamps) else { return nil }
        for part in parts {
            guard let more = self.rings(of: part, &stamps), more.shells.isEmpty else { return nil }
            rings.holes += more.holes
        }
        guard rings.shells.count == 1 else { return nil }
        let polygon = Polygon(shell: rings.shells[0], holes: rings.holes)
        return polygon.pointInside.map { ChainFace(polygon: polygon, label: cycles[cycle].label, point: $0) }
    }

    /// Whether a cycle comes by a node twice.
    ///
    /// - Parameter stamps: the cycle that came by each node last.
    private func isPinched(_ cycle: Int, _ stamps: inout [Int32]) -> Bool {
        var isPinched = false
        walk(cycle) { halfEdge in
            let node = nodes.originNumber(of: halfEdge)
            isPinched = isPinched || stamps[node] == cycle
            stamps[node] = Int32(cycle)
        }
        return isPinched
    }

    /// A cycle as rings that run through no node twice: those that run counter-clockwise, and the others.
    private func rings(of cycle: Int, _ stamps: inout [Int32]) -> (shells: [Ring], holes: [Ring])? {
        var lines: [[Position]] = []
        var line: [Position] = []
        line.reserveCapacity(cycles[cycle].sides + 1)
        // Only at a branch can a cycle come by twice.
        let isPinched = isPinched(cycle, &stamps)
        var branches: [(node: Int, place: Int)] = []
        walk(cycle) { halfEdge in
            let node = nodes.originNumber(of: halfEdge)
            if isPinched, nodes.isBranch(node) {
                if let former = branches.lastIndex(where: { $0.node == node }) {
                    let place = branches[former].place
                    lines.append(Array(line[place...]) + [line[place]])
                    line.removeSubrange(place...)
                    branches.removeSubrange(former...)
                }
                branches.append((node, line.count))
            }
            line.append(nodes.origin(of: halfEdge))
        }
        if let first = line.first { line.append(first) }
        guard !lines.isEmpty else {
            guard let ring = try? Ring(line) else { return nil }
            return cycles[cycle].isShell ? ([ring], []) : ([], [ring])
        }
        lines.append(line)
        var (shells, holes): ([Ring], [Ring]) = ([], [])
        for line in lines {
            guard let ring = try? Ring(line) else { return nil }
            if !ring.isClockwise { shells.append(ring) } else { holes.append(ring) }
        }
        return (shells, holes)
    }
}
