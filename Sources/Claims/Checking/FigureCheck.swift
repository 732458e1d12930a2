import GeometryCore
import Territory

/// Under which assumptions a figure is measured.
private struct Assumptions {
    var convention: Convention
    var startShift = 0
    var endShift = 0
    var denominator = ShareDenominator.convention

    func departing(_ departure: Departure) -> Assumptions {
        var changed = self
        switch departure {
        case .start(let days): changed.startShift = days
        case .end(let days): changed.endShift = days
        case .captured(let rule): changed.convention.captured = rule
        case .model(let model): changed.convention.model = model
        case .denominator(let denominator): changed.denominator = denominator
        case .classes(let classes): changed.convention.classes = classes
        }
        return changed
    }
}

/// What a figure is measured on.
private struct Subject {
    let claim: Claim
    let source: Source
    let region: Region?
    /// Whether the claim takes the side of those who do not hold the mapped land.
    let isReversed: Bool
}

extension Checker {
    /// The greatest share of figures nearby that may fit some variant, for one variant to save a claim.
    private static let mostChance = 0.2
    /// How near a variant must come to be called near, as a part of the interval's upper end.
    private static let nearness = 0.01

    func judgeFigure(of claim: Claim) throws(CheckStop) -> Verdict {
        guard let figure = claim.figure else { throw .missing(.kind(claim.kind)) }
        let (source, isCredited) = try source(of: claim)
        let region = try region(named: claim.region)
        let isReversed = try isReversed(claim, source, canBe: claim.kind != .held && claim.kind != .share)
        let subject = Subject(claim: claim, source: source, region: region, isReversed: isReversed)
        let standard = Assumptions(convention: .standard(classes: source.held))
        var own = isCredited ? source.convention.map { Assumptions(convention: $0) } ?? standard : standard
        // Publishers net what was lost off what they call captured, and not the other way round.
        if claim.kind == .lost { own.convention.captured = .gross }

        let ownQuantity = try measure(subject, own)
        let claimed = figure.interval
        var variants: [(departure: Departure, quantity: Quantity)] = []
        for departure in departures(from: own, subject) {
            // A map that is missing, a day before the first one, is no variant; a faulty one is a fault.
            if let quantity = try unlessMissing({ () throws(CheckStop) in
                try measure(subject, own.departing(departure))
            }) {
                variants.append((departure, quantity))
            }
        }
        let (kind, reason) = Self.verdict(figure, claimed, ownQuantity.number, variants)
        let maps = try maps(subject, own)
        let measurement = Findings.Measurement(
            standard: try measure(subject, standard), standardConvention: standard.convention, own: ownQuantity,
            ownConvention: own.convention, claimed: claimed, variants: variants)
        var warnings = warnings(maps.map { ($0.snapshot, $0.wanted) }, region: region)
        if region != nil, let last = maps.last, let regionSet {
            warnings += try faulty { () throws(InputFault) in
                try measurer.warnings(of: last.snapshot, by: regionSet, classes: source.held)
            }
        }
        return Verdict(
            claim: claim, kind: kind, reason: reason,
            findings: Findings(
                source: source.name, isCredited: isCredited, region: region?.name ?? regionSet?.whole?.name,
                boundaries: region == nil ? nil : regionSet.map { ($0.name, $0.receipt) }, maps: maps.map(\.used),
                measurement: measurement, front: nil),
            warnings: warnings)
    }

    private static func verdict(
        _ figure: Figure, _ claimed: Interval, _ measured: Double,
        _ variants: [(departure: Departure, quantity: Quantity)]
    ) -> (VerdictKind, Verdict.Reason) {
        if claimed.contains(measured) { return (.supported, .fits) }
        let excess = claimed.excess(of: measured)
        guard let fit = variants.first(where: { claimed.contains($0.quantity.number) }) else {
            let reach = Self.nearness * max(claimed.upper.magnitude, claimed.lower.magnitude)
            let near = variants.count { claimed.excess(of: $0.quantity.number).magnitude <= reach }
            return (.contradicted, .misses(by: excess, near: near, tried: variants.count))
        }
        let numbers = [measured] + variants.map(\.quantity.number)
        let chance = figure.chance(around: measured) { interval in numbers.contains(where: interval.contains) }
        return chance <= Self.mostChance
            ? (.supportedIf, .fitsIf(fit.departure, chance: chance))
            : (.contradicted, .missesButFitsAnything(by: excess, fit.departure, chance: chance))
    }

    /// The departures that are tried, each alone.
    private func departures(from own: Assumptions, _ subject: Subject) -> [Departure] {
        let claim = subject.claim
        var departures: [Departure] = []
        if case .window = claim.time { departures += [.start(days: -1), .start(days: 1)] }
        departures += [.end(days: -1), .end(days: 1)]
        if claim.kind == .gained || claim.kind == .lost {
            departures.append(.captured(own.convention.captured == .net ? .gross : .net))
        }
        let models: [AreaModel] = [.ellipsoidal(edges: .straight), .webMap]
        departures += models.filter { $0 != own.convention.model }.map(Departure.model)
        if claim.kind == .share { departures += [.denominator(.official), .denominator(.polygons)] }
        departures += subject.source.disputed.map { .classes(own.convention.classes + [$0]) }
        return departures
    }

    // MARK: Measuring

    private func measure(_ subject: Subject, _ assumptions: Assumptions) throws(CheckStop) -> Quantity {
        let convention = assumptions.convention
        let maps = try maps(subject, assumptions)
        func held(_ index: Int) throws(CheckStop) -> Area {
            try faulty { () throws(InputFault) in
                try measurer.held(maps[index].snapshot, in: subject.region, by: convention)
            }
        }
        let sign = subject.isReversed ? -1.0 : 1.0
        switch subject.claim.kind {
        case .held:
            return .area(try held(0))
        case .share:
            let (whole, origin) = try whole(of: subject, assumptions)
            return .share(try held(0), of: whole, by: origin)
        case .gained, .lost:
            let wantsGain = (subject.claim.kind == .gained) != subject.isReversed
            guard convention.captured == .gross else {
                let net = try held(1) - held(0)
                return .area(wantsGain ? net : -net)
            }
            let change = try faulty { () throws(InputFault) in
                try measurer.change(from: maps[0].snapshot, to: maps[1].snapshot, in: subject.region, by: convention)
            }
            return .area(wantsGain ? change.gained : change.lost)
        default:
            let net = try held(1) - held(0)
            return .area(Area(squareMetres: sign * net.squareMetres))
        }
    }

    private func maps(
        _ subject: Subject, _ assumptions: Assumptions
    ) throws(CheckStop) -> [(snapshot: Snapshot, used: Findings.MapUsed, wanted: Moment)] {
        let (clock, isStock) = (subject.source.clock, subject.claim.kind == .held || subject.claim.kind == .share)
        var moments: [Moment]
        switch (subject.claim.time, isStock) {
        case (.asOf(let day), true): moments = [clock.end(of: day.adding(days: assumptions.endShift))]
        case (.window(let window), false):
            guard
                let shifted = Window(
                    from: window.from.adding(days: assumptions.startShift),
                    to: window.to.adding(days: assumptions.endShift), rolling: window.rolling)
            else { throw .missing(.time) }
            moments = [shifted.start(by: clock), shifted.end(by: clock)]
        case (nil, _): throw .missing(.time)
        default: throw .missing(.timeOfOtherKind)
        }
        var maps: [(snapshot: Snapshot, used: Findings.MapUsed, wanted: Moment)] = []
        for moment in moments {
            let (snapshot, used) = try map(of: subject.source, at: moment)
            maps.append((snapshot, used, moment))
        }
        return maps
    }

    private func whole(
        of subject: Subject, _ assumptions: Assumptions
    ) throws(CheckStop) -> (area: Area, origin: WholeOrigin) {
        let named = subject.claim.whole ?? subject.claim.region
        let region = try region(named: named)
        let code = region?.code ?? regionSet?.whole?.code ?? named
        let official = region == nil ? regionSet?.whole?.officialArea : region?.officialArea
        if assumptions.denominator == .convention, let area = assumptions.convention.wholes[code] {
            return (area, .publisher)
        }
        if assumptions.denominator != .polygons, let official { return (official, .official) }
        guard assumptions.denominator != .official else { throw .missing(.whole(named)) }
        let sets = region.map { [$0.set] } ?? regionSet?.regions.map(\.set) ?? []
        let area = try faulty { () throws(InputFault) in
            try measurer.area(of: sets, by: assumptions.convention.model)
        }
        return (area, .polygons)
    }
}
