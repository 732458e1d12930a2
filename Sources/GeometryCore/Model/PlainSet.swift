/// A quick proof for the sets that nearly all are: no ring touches itself or another one.
///
/// Then polygons are a set if each ring lies where it should (OGC 06-103r4 §6.1.11, §6.1.14): a shell in no other polygon, a
/// hole inside its shell and inside no other hole of its polygon. Since rings do not meet, one position of each speaks for all
/// of it. What is not proven here is not thereby invalid.
enum PlainSet {
    /// Whether polygons are proven to be a set.
    static func isProven(_ polygons: [Polygon]) -> Bool {
        let boundary = OrientedBoundary(polygons)
        let index = WindingIndex(boundary)
        guard !index.hasContact() else { return false }
        var ring = 0
        for polygon in polygons {
            let rings = boundary.rings[ring..<ring + polygon.holes.count + 1]
            ring = rings.endIndex
            guard index.winding(around: rings[rings.startIndex], exceptFor: rings) == 0 else { return false }
            guard !polygon.holes.isEmpty else { continue }
            let own = WindingIndex(Array(rings))
            for hole in rings.dropFirst() {
                guard own.winding(around: hole, exceptFor: [hole]) == 1,
                    index.winding(around: hole, exceptFor: rings) == 0
                else { return false }
            }
        }
        return true
    }

    /// The boundary that loops are, if they are proven to bound a set: each has the set on its left as it runs, and none of it on its
    /// right.
    ///
    /// Loops may touch one another, and themselves, at corners. Where none crosses one, the same lies all along one side of a loop.
    static func boundary(_ loops: [Ring]) -> WindingIndex? {
        let index = WindingIndex(loops.map { OrientedRing($0, isHole: $0.isClockwise) })
        guard !index.hasContact(allowingCorners: true) else { return nil }
        for (loop, ring) in zip(loops, index.rings) {
            // To the right of a loop that runs clockwise lies its inside, where it winds -1 times itself.
            guard loop.turn != 0, index.winding(around: ring, exceptFor: [ring]) == (loop.isClockwise ? 1 : 0)
            else { return nil }
        }
        return index
    }
}

extension WindingIndex {
    /// Whether some edges meet that do not follow one another in a ring, or do not surely share just the position between.
    ///
    /// - Parameter allowingCorners: whether rings may come by a position twice, and share it, where they do not cross.
    fileprivate func hasContact(allowingCorners: Bool = false) -> Bool {
        searchOwnPairs { one, two in
            switch Crossing.meeting(one.edge, two.edge) {
            case .none: return false
            case .proper, .touching: return true
            case .atEnd:
                let gap = abs(one.index - two.index)
                if one.ring == two.ring, gap == 1 || gap == rings[one.ring].edges.count - 1 { return false }
                return !allowingCorners || cross(one, two)
            }
        }
    }

    /// Whether rings cross where an edge shares an end with another one.
    private func cross(_ one: DrawnEdge, _ two: DrawnEdge) -> Bool {
        let isAtStart = one.edge.from == two.edge.from || one.edge.from == two.edge.to
        let position = isAtStart ? one.edge.from : one.edge.to
        let corner = Corner(rings[one.ring].ring, at: one.index + (isAtStart ? 0 : 1))
        return corner.isCrossed(by: Corner(rings[two.ring].ring, at: two.index + (two.edge.from == position ? 0 : 1)))
    }

    /// How often the rings but for some wind round a ring that crosses none of them; none where doubles cannot tell.
    fileprivate func winding(around ring: OrientedRing, exceptFor left: ArraySlice<OrientedRing>) -> Int? {
        let positions = ring.ring.positions
        // A position that is another ring's too does not tell.
        for index in stride(from: 0, to: positions.count - 1, by: max(1, positions.count / 8)) {
            let winding = winding(around: positions[index]) { other in !left.contains { $0 === other } }
            if let winding { return winding }
        }
        return nil
    }
}
