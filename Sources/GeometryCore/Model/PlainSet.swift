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
        guard !index.hasContact else { return false }
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
}

extension WindingIndex {
    /// Whether some edges meet that do not follow one another in a ring, or do not surely share just the position between.
    fileprivate var hasContact: Bool {
        searchOwnPairs { one, two in
            switch Crossing.meeting(one.edge, two.edge) {
            case .none: return false
            case .proper, .touching: return true
            case .atEnd:
                let gap = abs(one.index - two.index)
                return one.ring != two.ring || gap != 1 && gap != rings[one.ring].edges.count - 1
            }
        }
    }

    /// How often the rings but for some wind round the first position of a ring that meets none of them; none where doubles
    /// cannot tell.
    fileprivate func winding(around ring: OrientedRing, exceptFor left: ArraySlice<OrientedRing>) -> Int? {
        winding(around: ring.ring.positions[0]) { other in !left.contains { $0 === other } }
    }
}
