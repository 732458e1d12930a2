import GeometryCore
import Territory

extension Checker {
    /// How near land must come to a border to have reached it: what the maps' drawing leaves open.
    static let touch = Distance(metres: 50)
    /// How much land in a region is an entry; slivers along a border are drawing.
    static let entry = Area(squareKilometres: 1)

    func judgeFront(of claim: Claim) throws(CheckStop) -> Verdict {
        let (source, isCredited) = try source(of: claim)
        guard let region = try region(named: claim.region) else { throw .missing(.kind(claim.kind)) }
        let side = try claim.side.map { side throws(CheckStop) in try self.region(named: side) } ?? nil
        let day: CalendarDay
        switch claim.time {
        case .asOf(let moment): day = moment
        case .window(let window): day = window.to
        case nil: throw .missing(.time)
        }
        let wanted = source.clock.end(of: day)
        let (snapshot, used) = try map(of: source, at: wanted)
        let front = try front(snapshot, source, region, side, day)
        let (kind, reason) = try verdict(claim, front, source, region, side, day)
        return Verdict(
            claim: claim, kind: kind, reason: reason,
            findings: Findings(
                source: source.name, isCredited: isCredited, region: region.name,
                boundaries: regionSet.map { ($0.name, $0.receipt) },
                maps: [front.monthBefore?.map, used].compactMap(\.self), measurement: nil, front: front),
            warnings: warnings([(snapshot, wanted)], region: region))
    }

    private func front(
        _ snapshot: Snapshot, _ source: Source, _ region: Region, _ side: Region?, _ day: CalendarDay
    ) throws(CheckStop) -> Findings.Front {
        let (nearest, anySide, inside) = try faulty { () throws(InputFault) in
            (
                try measurer.approach(snapshot, to: region, from: side, classes: source.held),
                try side == nil
                    ? nil : measurer.approach(snapshot, to: region, from: nil, classes: source.held),
                try measurer.held(snapshot, in: region, by: .standard(classes: source.held))
            )
        }
        var disputed: [(className: String, nearest: NearestPoints?)] = []
        for name in source.disputed {
            disputed.append(
                (
                    name,
                    try faulty { () throws(InputFault) in
                        try measurer.approach(snapshot, to: region, from: side, classes: [name])
                    }
                ))
        }
        var monthBefore: (map: Findings.MapUsed, nearest: NearestPoints?)?
        // The comparison is a courtesy: without an earlier map the verdict stands.
        if let (earlier, used) = try? map(of: source, at: source.clock.end(of: day.monthBefore)) {
            let before = try faulty { () throws(InputFault) in
                try measurer.approach(earlier, to: region, from: side, classes: source.held)
            }
            monthBefore = (used, before)
        }
        return Findings.Front(
            nearest: nearest, monthBefore: monthBefore, anySide: anySide, disputed: disputed, side: side?.name,
            classes: source.held, inside: inside)
    }

    private func verdict(
        _ claim: Claim, _ front: Findings.Front, _ source: Source, _ region: Region, _ side: Region?, _ day: CalendarDay
    ) throws(CheckStop) -> (VerdictKind, Verdict.Reason) {
        if claim.kind == .entered {
            return front.inside >= Self.entry
                ? (.supported, .liesIn(front.inside))
                : (.contradicted, .liesOutside(front.inside, threshold: Self.entry))
        }
        guard let nearest = front.nearest else { throw .missing(.data("land held in \(side?.name ?? "the map")")) }
        if nearest.distance <= Self.touch { return (.supported, .touches(nearest)) }
        for days in [-1, 1] {
            guard let (snapshot, _) = try? map(of: source, at: source.clock.end(of: day.adding(days: days))) else {
                continue
            }
            let shifted = try faulty { () throws(InputFault) in
                try measurer.approach(snapshot, to: region, from: side, classes: source.held)
            }
            if let shifted, shifted.distance <= Self.touch {
                return (.supportedIf, .touchesIf(.end(days: days), shifted))
            }
        }
        for (name, points) in front.disputed {
            if let points, points.distance <= Self.touch {
                return (.supportedIf, .touchesIf(.classes(source.held + [name]), points))
            }
        }
        return (.contradicted, .staysShort(nearest))
    }
}
