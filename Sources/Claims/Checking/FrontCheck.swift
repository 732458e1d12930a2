import GeometryCore
import Territory

extension Checker {
    /// How near land must come to a border to have reached it: what the maps' drawing leaves open.
    static let touch = Distance(metres: 50)
    /// How much land in a region is an entry; slivers along a border are drawing.
    static let entry = Area(squareKilometres: 1)

    func judgeFront(of claim: Claim) throws(CheckStop) -> Verdict {
        let (source, isCredited) = try source(of: claim)
        _ = try isReversed(claim, source, canBe: false)
        guard let region = try region(named: claim.region) else { throw .missing(.border(claim.region)) }
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
        let monthEarlier = source.clock.end(of: day.monthBefore)
        if let (earlier, used) = try unlessMissing({ () throws(CheckStop) in try map(of: source, at: monthEarlier) }) {
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
        if claim.kind == .entered, front.inside >= Self.entry { return (.supported, .liesIn(front.inside)) }
        if claim.kind == .reached {
            guard let nearest = front.nearest else {
                throw .missing(.data("land held in \(side?.name ?? "the map") is needed, and there is none"))
            }
            if nearest.distance <= Self.touch { return (.supported, .touches(nearest)) }
        }
        let departures: [Departure] =
            [.end(days: -1), .end(days: 1)] + source.disputed.map { .classes(source.held + [$0]) }
        for departure in departures {
            let holds = try unlessMissing { () throws(CheckStop) in
                try reason(claim.kind, departure, source, region, side, day)
            }
            if let reason = holds ?? nil { return (.supportedIf, reason) }
        }
        guard claim.kind == .reached, let nearest = front.nearest else {
            return (.contradicted, .liesOutside(front.inside, threshold: Self.entry))
        }
        return (.contradicted, .staysShort(nearest))
    }

    /// Why a statement about a front holds under a departure; none where it does not.
    private func reason(
        _ kind: ClaimKind, _ departure: Departure, _ source: Source, _ region: Region, _ side: Region?,
        _ day: CalendarDay
    ) throws(CheckStop) -> Verdict.Reason? {
        var (day, classes) = (day, source.held)
        switch departure {
        case .end(let days): day = day.adding(days: days)
        case .classes(let others): classes = others
        default: return nil
        }
        let (snapshot, _) = try map(of: source, at: source.clock.end(of: day))
        return try faulty { () throws(InputFault) in
            if kind == .entered {
                let area = try measurer.held(snapshot, in: region, by: .standard(classes: classes))
                return area >= Self.entry ? .liesInIf(departure, area) : nil
            }
            let points = try measurer.approach(snapshot, to: region, from: side, classes: classes)
            return points.flatMap { $0.distance <= Self.touch ? .touchesIf(departure, $0) : nil }
        }
    }
}
