extension BoundaryChain {
    /// The chain's edges from end to end, as loops in the direction in which they run; none where an edge stands in it more than
    /// once, or where a position has more than a few ways on.
    ///
    /// Where several ways go on, a loop takes the one that leaves no other on its left. Loops may touch and cross, themselves and
    /// one another.
    var loops: [Ring]? {
        guard edges.allSatisfy({ $0.count == 1 }) else { return nil }
        let stretches = stretches
        var waysFrom: [Position: [Int]] = [:]
        for number in stretches.indices { waysFrom[stretches[number][0], default: []].append(number) }
        var loops: [Ring] = []
        for first in stretches.indices {
            let start = stretches[first][0]
            guard let place = waysFrom[start]?.firstIndex(of: first) else { continue }
            waysFrom[start]?.remove(at: place)
            var loop = stretches[first]
            while let end = loop.last, end != start {
                let before = loop[loop.count - 2]
                let ways = waysFrom[end, default: []]
                // All are compared with all: a star is not for this.
                guard ways.count <= 16 else { return nil }
                var best: Int?
                for (place, way) in ways.enumerated() {
                    guard let known = best else {
                        best = place
                        continue
                    }
                    let corner = Corner(before: before, position: end, after: stretches[ways[known]][1])
                    if corner.hasOnItsLeft(stretches[way][1]) { best = place }
                }
                // A line that does not go on is no loop.
                guard let best, let way = waysFrom[end]?.remove(at: best) else { return nil }
                loop += stretches[way].dropFirst()
            }
            guard let ring = try? Ring(loop) else { return nil }
            loops.append(ring)
        }
        return loops
    }

    /// The edges in their order as lines, each as long as it runs on; those of a ring come in order, so that there are few.
    private var stretches: [[Position]] {
        var stretches: [[Position]] = []
        var first = 0
        for index in edges.indices {
            let next = index + 1
            if next < edges.count, edges[index].edge.to == edges[next].edge.from { continue }
            var line: [Position] = []
            line.reserveCapacity(next - first + 1)
            line.append(edges[first].edge.from)
            for place in first..<next { line.append(edges[place].edge.to) }
            stretches.append(line)
            first = next
        }
        return stretches
    }
}
