extension NodedChain {
    /// The ends of a noded chain's edges. Edge e is the half-edges 2e, which runs as it does, and 2e + 1, which runs back.
    struct Nodes {
        private let positions: [Position]
        /// The node at which each half-edge begins.
        private let origins: [Int32]
        /// Where each node's half-edges begin in `outgoing`.
        private let firsts: [Int32]
        /// The half-edges by the node at which they begin.
        private let outgoing: [Int32]

        init(_ edges: [BoundaryChain.Edge]) {
            var numbers = NumberedKeys<Position>(capacity: edges.count + 1)
            var origins: [Int32] = []
            origins.reserveCapacity(2 * edges.count)
            // Most edges begin where the one before ends.
            var last: (end: Position, number: Int)?
            for edge in edges.lazy.map(\.edge) {
                let from = if let last, last.end == edge.from { last.number } else { numbers.insert(edge.from) }
                let to = numbers.insert(edge.to)
                origins.append(Int32(from))
                origins.append(Int32(to))
                last = (edge.to, to)
            }
            // A counting sort.
            var firsts = [Int32](repeating: 0, count: numbers.keys.count + 1)
            for node in origins { firsts[Int(node) + 1] += 1 }
            for node in numbers.keys.indices { firsts[node + 1] += firsts[node] }
            var places = firsts
            var outgoing = [Int32](repeating: 0, count: origins.count)
            for (halfEdge, node) in origins.enumerated() {
                outgoing[Int(places[Int(node)])] = Int32(halfEdge)
                places[Int(node)] += 1
            }
            (positions, self.origins, self.firsts, self.outgoing) = (numbers.keys, origins, firsts, outgoing)
        }

        /// How many nodes there are.
        var count: Int { positions.count }

        /// Where a half-edge begins.
        @inline(__always) func origin(of halfEdge: Int) -> Position { positions[Int(origins[halfEdge])] }

        /// The number of the node at which a half-edge begins.
        @inline(__always) func originNumber(of halfEdge: Int) -> Int { Int(origins[halfEdge]) }

        /// Whether more than two edges meet in a node.
        @inline(__always) func isBranch(_ node: Int) -> Bool { firsts[node + 1] - firsts[node] > 2 }

        /// The half-edge that follows each one around the face on its left; none where edges lie on one another.
        func nextAroundFaces() -> [Int32]? {
            var next = [Int32](repeating: -1, count: outgoing.count)
            var stars = outgoing
            let isClear = stars.withUnsafeMutableBufferPointer { stars in
                for node in positions.indices {
                    let star = UnsafeMutableBufferPointer(rebasing: stars[Int(firsts[node])..<Int(firsts[node + 1])])
                    guard star.count <= 2 || sortAround(star) else { return false }
                    // Counter-clockwise from the east: the one before is the next one clockwise.
                    var former = star[star.count - 1]
                    for halfEdge in star {
                        next[Int(halfEdge ^ 1)] = former
                        former = halfEdge
                    }
                }
                return true
            }
            return isClear ? next : nil
        }

        /// Sorts the half-edges of one node counter-clockwise from the east; false where edges lie on one another.
        private func sortAround(_ star: UnsafeMutableBufferPointer<Int32>) -> Bool {
            var (star, isClear) = (star, true)
            star.sort { one, two in
                guard let order = isBefore(Int(one), Int(two)) else {
                    isClear = isClear && one == two
                    return false
                }
                return order
            }
            return isClear
        }

        /// Whether, counter-clockwise from the east, one half-edge comes before another of the same node; none where they lie
        /// on one another.
        private func isBefore(_ one: Int, _ two: Int) -> Bool? {
            let start = origin(of: one)
            let (first, second) = (origin(of: one ^ 1), origin(of: two ^ 1))
            let (isUpper, isOtherUpper) = (isUpper(first, start), isUpper(second, start))
            guard isUpper == isOtherUpper else { return isUpper }
            let side = Crossing.exactSide(of: second, start, first)
            return side == 0 ? nil : side > 0
        }

        /// Whether a position lies in the upper half of the plane seen from another: above it, or straight east.
        private func isUpper(_ position: Position, _ start: Position) -> Bool {
            position.y > start.y || position.y == start.y && position.x > start.x
        }
    }
}
