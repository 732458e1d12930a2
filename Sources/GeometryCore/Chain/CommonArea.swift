/// How much land two boundaries have in common, by Green's theorem: the integral along what of each runs inside the other.
///
/// No polygon is made. Where edges cross, the boundary that turns from the right of the other to its left enters it there, and
/// the next crossing along it must leave it again; between the two it runs inside. A ring that crosses nothing is looked up.
/// So each stretch is told twice, by both its ends, and where the two contradict nothing is answered.
struct CommonArea {
    private let first: WindingIndex
    private let second: WindingIndex
    private var firstCuts: [Cut] = []
    private var secondCuts: [Cut] = []

    /// Where a boundary crosses the other.
    private struct Cut {
        let ring: Int
        let edge: Int
        /// The part of the way along the edge, as its positions stand.
        let part: Double
        let position: Position
        /// Whether the edge, as its positions stand, runs into the other's land.
        let enters: Bool
    }

    /// Whether all of the first set surely lies in the second.
    var isAllOfTheFirst: Bool {
        guard firstCuts.isEmpty, let box = first.box, let otherBox = second.box, Self.holds(otherBox, box) else {
            return false
        }
        return first.rings.allSatisfy { Self.isInside($0, second) == true }
            && second.rings.allSatisfy { !Self.holds(box, $0.box) || Self.isInside($0, first) == false }
    }

    private typealias Box = (low: SIMD2<Double>, high: SIMD2<Double>)

    private static func holds(_ outer: Box, _ inner: Box) -> Bool {
        all(inner.low .>= outer.low) && all(inner.high .<= outer.high)
    }

    /// Compares the boundaries of two valid sets; none where edges touch or lie on one another.
    init?(_ first: WindingIndex, _ second: WindingIndex) {
        (self.first, self.second) = (first, second)
        var cuts: (first: [Cut], second: [Cut]) = ([], [])
        let isUnclear = first.searchPairs(with: second) { one, two in
            let (here, there) = (one.edge, two.edge)
            switch Crossing.meeting(here, there) {
            case .none: return false
            case .atEnd, .touching: return true
            case .proper: break
            }
            guard let position = here.crossing(with: there) else { return true }
            let (ring, otherRing) = (first.rings[one.ring], second.rings[two.ring])
            let side = Crossing.exactSide(of: here.to, there.from, there.to)
            // To the left of the other edge as it is drawn; as it bounds land if it is not run backwards.
            cuts.first.append(
                Cut(
                    ring: one.ring, edge: one.index, part: here.nearestPart(to: position), position: position,
                    enters: (side > 0) != otherRing.isReversed))
            cuts.second.append(
                Cut(
                    ring: two.ring, edge: two.index, part: there.nearestPart(to: position), position: position,
                    enters: (side < 0) != ring.isReversed))
            return false
        }
        if isUnclear { return nil }
        (firstCuts, secondCuts) = cuts
    }

    /// The common area in m², by an additive model; none where the ends of a stretch contradict one another.
    func area(by sum: some EdgeSum) -> Double? {
        guard let one = Self.integral(of: first, firstCuts, inside: second, sum),
            let two = Self.integral(of: second, secondCuts, inside: first, sum)
        else { return nil }
        return one + two
    }

    private static func integral(
        of boundary: WindingIndex, _ cuts: [Cut], inside other: WindingIndex, _ sum: some EdgeSum
    ) -> Double? {
        guard let box = other.box else { return 0 }
        let cuts = cuts.sorted { ($0.ring, $0.edge, $0.part) < ($1.ring, $1.edge, $1.part) }
        var total = CompensatedSum()
        var next = 0
        for (number, ring) in boundary.rings.enumerated() {
            let start = next
            while next < cuts.count, cuts[next].ring == number { next += 1 }
            let sign = ring.isReversed ? -1.0 : 1
            if next > start {
                guard let part = integral(of: ring.ring.positions, cuts[start..<next], sum) else { return nil }
                total += sign * part
            } else if holds(box, ring.box) {
                guard let isInside = isInside(ring, other) else { return nil }
                if isInside { total += sign * sum.integral(along: ring.ring.positions[...]) }
            }
        }
        return total.value
    }

    /// Whether a ring that crosses no edge of a boundary lies inside it; none where its positions are too near to tell.
    private static func isInside(_ ring: OrientedRing, _ other: WindingIndex) -> Bool? {
        let positions = ring.ring.positions
        for index in stride(from: 0, to: positions.count - 1, by: max(1, positions.count / 8)) {
            if let winding = other.winding(around: positions[index]) { return winding != 0 }
        }
        return nil
    }

    /// The integral along the stretches of a ring between where it enters and where it leaves.
    private static func integral(of ring: [Position], _ cuts: ArraySlice<Cut>, _ sum: some EdgeSum) -> Double? {
        var total = CompensatedSum()
        for index in cuts.indices {
            let (here, following) = (cuts[index], cuts[index + 1 < cuts.endIndex ? index + 1 : cuts.startIndex])
            guard here.enters != following.enters else { return nil }
            guard here.enters else { continue }
            if index + 1 < cuts.endIndex, here.edge == following.edge {
                total += sum.integral(along: [here.position, following.position])
                continue
            }
            total += sum.integral(along: [here.position, ring[here.edge + 1]])
            total += sum.integral(along: [ring[following.edge], following.position])
            if index + 1 < cuts.endIndex {
                total += sum.integral(along: ring[(here.edge + 1)...following.edge])
            } else {
                // Past the ring's end, which is its start.
                total += sum.integral(along: ring[(here.edge + 1)...])
                total += sum.integral(along: ring[...following.edge])
            }
        }
        return total.value
    }
}
