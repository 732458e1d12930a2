import GeometryCore
import Territory

extension Checker {
    /// How near land must come to a border or place to have reached it: what the maps' drawing leaves open.
    static let touch = Distance(metres: 50)
    /// How much land in a region is an entry; slivers along a border are drawing.
    static let entry = Area(squareKilometres: 1)

    /// Judges `reached` and `entered`.
    func judgeFront(of claim: Claim) throws(CheckStop) -> Verdict {
        let subject = try subject(of: claim)
        guard !subject.isReversed else { throw .missing(.actor(claim.actor ?? "", holder: subject.source.holder)) }
        if case .whole = subject.place { throw .missing(.border(claim.region)) }
        let side = try side(of: subject)
        let day = try subject.day()
        let (snapshot, used) = try recording { () throws(CheckStop) in
            try map(of: subject.source, at: subject.source.clock.end(of: day))
        }
        let maps = takeUsed()
        let front = try front(snapshot, subject, side, day)
        let (kind, reason) = try verdict(front, subject, side, day)
        var found = findings(subject, maps, .front(front))
        found.maps = [front.monthBefore?.map, used].compactMap(\.self)
        return Verdict(
            claim: claim, kind: kind, reason: reason, findings: found, warnings: try warnings(maps, subject))
    }

    private func front(
        _ snapshot: Snapshot, _ subject: Subject, _ side: Region?, _ day: CalendarDay
    ) throws(CheckStop) -> Findings.Front {
        let source = subject.source
        let nearest = try approach(snapshot, to: subject, from: side, classes: source.held)
        let anySide = side == nil ? nil : try approach(snapshot, to: subject, from: nil, classes: source.held)
        var disputed: [(className: String, nearest: NearestPoints?)] = []
        for name in source.disputed {
            disputed.append((name, try approach(snapshot, to: subject, from: side, classes: [name])))
        }
        var monthBefore: (map: Findings.MapUsed, nearest: NearestPoints?)?
        // The comparison is a courtesy: without an earlier map the verdict stands.
        let monthEarlier = source.clock.end(of: day.monthBefore)
        if let (earlier, used) = try unlessMissing({ () throws(CheckStop) in try map(of: source, at: monthEarlier) }) {
            monthBefore = (used, try approach(earlier, to: subject, from: side, classes: source.held))
        }
        var inside: Area?
        var firstInside: (asOf: Moment, area: Area)?
        if case .region(let region) = subject.place {
            let area = try landInside(snapshot, region, source.held)
            inside = area
            if subject.claim.kind == .entered, area >= Self.entry {
                let end = source.moment(showing: source.clock.end(of: day))
                let entries = series(of: source).entries.filter { $0.asOf <= end }
                let first = try faulty { () throws(InputFault) in
                    try measurer.firstEntry(
                        into: region, over: entries, of: source, classes: source.held, threshold: Self.entry)
                }
                firstInside = first.map { ($0.entry.asOf, $0.area) }
            }
        }
        return Findings.Front(
            nearest: nearest, monthBefore: monthBefore, anySide: anySide, disputed: disputed, side: side?.name,
            classes: source.held, inside: inside, firstInside: firstInside)
    }

    private func landInside(_ snapshot: Snapshot, _ region: Region, _ classes: [String]) throws(CheckStop) -> Area {
        try faulty { () throws(InputFault) in
            try measurer.held(snapshot, in: region, by: .standard(classes: classes))
        }
    }

    private func verdict(
        _ front: Findings.Front, _ subject: Subject, _ side: Region?, _ day: CalendarDay
    ) throws(CheckStop) -> (VerdictKind, Verdict.Reason) {
        let source = subject.source
        if let inside = front.inside, subject.claim.kind == .entered, inside >= Self.entry {
            return (.supported, .liesIn(inside))
        }
        guard let nearest = front.nearest else {
            throw .missing(.data("land held in \(side?.name ?? "the map") is needed, and there is none"))
        }
        if front.inside == nil || subject.claim.kind == .reached, nearest.distance <= Self.touch {
            return (.supported, .touches(nearest))
        }
        var departures: [Departure] =
            [.end(days: -1), .end(days: 1)] + source.disputed.map { .classes(source.held + [$0]) }
        if case .settlement(let settlement, _) = subject.place { departures.append(.extent(settlement.extent)) }
        for departure in departures {
            let holds = try unlessMissing { () throws(CheckStop) in try reason(departure, subject, side, day) }
            if let reason = holds ?? nil { return (.supportedIf, reason) }
        }
        if subject.claim.kind == .entered, let inside = front.inside {
            return (.contradicted, .liesOutside(inside, threshold: Self.entry))
        }
        return (.contradicted, .staysShort(nearest))
    }

    /// Why a statement about a front holds under a departure; none where it does not.
    private func reason(
        _ departure: Departure, _ subject: Subject, _ side: Region?, _ day: CalendarDay
    ) throws(CheckStop) -> Verdict.Reason? {
        var (day, classes, reach) = (day, subject.source.held, Self.touch)
        switch departure {
        case .end(let days): day = day.adding(days: days)
        case .classes(let others): classes = others
        case .extent(let extent): reach = extent
        default: return nil
        }
        let (snapshot, _) = try map(of: subject.source, at: subject.source.clock.end(of: day))
        if subject.claim.kind == .entered, case .region(let region) = subject.place {
            let area = try landInside(snapshot, region, classes)
            return area >= Self.entry ? .liesInIf(departure, area) : nil
        }
        let points = try approach(snapshot, to: subject, from: side, classes: classes)
        return points.flatMap { $0.distance <= reach ? .touchesIf(departure, $0) : nil }
    }
}
