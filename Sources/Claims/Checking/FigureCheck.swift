import GeometryCore
import Territory

extension Checker {
    /// The greatest share of figures nearby that may fit some variant, for variants to save a claim.
    private static let mostChance = 0.2
    /// How near a variant must come to be called near, as a part of the interval's upper end.
    private static let nearness = 0.01

    func judgeFigure(of claim: Claim) throws(CheckStop) -> Verdict {
        let claimed = try claim.claimed()
        let subject = try subject(of: claim)
        let standard = Assumptions(convention: .standard(classes: subject.source.held))
        let own = own(of: subject, standard)
        let ownQuantity = try recording { () throws(CheckStop) in try measure(subject, own) }
        let used = takeUsed()
        var variants: [(departure: Departure, quantity: Quantity)] = []
        for departure in try departures(from: own, subject) {
            // A map that is missing, a day before the first one, is no variant; a faulty one is a fault.
            if let quantity = try unlessMissing({ () throws(CheckStop) in
                try measure(subject, own.departing(departure))
            }) {
                variants.append((departure, quantity))
            }
        }
        var (kind, reason) = Self.verdict(claim, claimed, ownQuantity, variants)
        if claim.kind == .distance, kind == .contradicted, case .settlement(let settlement, _) = subject.place,
            let missing = Self.missingOutline(of: settlement, claimed, ownQuantity)
        {
            (kind, reason) = (.notCheckable, .missing(missing))
        }
        let measurement = Findings.Measurement(
            standard: try measure(subject, standard), standardConvention: standard.convention, own: ownQuantity,
            ownConvention: own.convention, claimed: claimed, variants: variants)
        return Verdict(
            claim: claim, kind: kind, reason: reason, findings: findings(subject, used, .figure(measurement)),
            warnings: try warnings(used, subject))
    }

    /// The assumptions under which a claim is judged: the convention of the source that it credits, else the default.
    func own(of subject: Subject, _ standard: Assumptions) -> Assumptions {
        var own =
            subject.isCredited ? subject.source.convention.map { Assumptions(convention: $0) } ?? standard : standard
        // Publishers net what was lost off what they call captured, and not the other way round.
        if subject.claim.kind == .lost { own.convention.captured = .gross }
        // What the files leave out is in what the publisher prints.
        if subject.isCredited, subject.source.convention != nil { own.omissions = subject.source.omissions }
        if subject.claim.isPocket { own.pockets = .one(0) }
        return own
    }

    private static func verdict(
        _ claim: Claim, _ claimed: Interval, _ measured: Quantity,
        _ variants: [(departure: Departure, quantity: Quantity)]
    ) -> (VerdictKind, Verdict.Reason) {
        if claimed.meets(measured.interval) { return (.supported, .fits) }
        let excess = claimed.excess(of: measured.number)
        let fits = variants.filter { claimed.meets($0.quantity.interval) }.map(\.departure)
        guard !fits.isEmpty else {
            let reach = nearness * max(claimed.upper.magnitude, claimed.lower.magnitude)
            let near = variants.count { claimed.excess(of: $0.quantity.number).magnitude <= reach }
            return (.contradicted, .misses(by: excess, near: near, tried: variants.count))
        }
        let intervals = [measured.interval] + variants.map(\.quantity.interval)
        let chance =
            claim.figure?.chance(around: measured.number) { interval in intervals.contains(where: interval.meets) } ?? 0
        return chance <= mostChance
            ? (.supportedIf, .fitsIf(fits, tried: variants.count, chance: chance))
            : (.contradicted, .missesButFitsAnything(by: excess, fits, tried: variants.count, chance: chance))
    }

    /// What is missing where a distance is short of that to a settlement's point, but may be that to its outskirts.
    private static func missingOutline(
        of settlement: Settlement, _ claimed: Interval, _ measured: Quantity
    ) -> Verdict.Missing? {
        // Cities are longer than wide: the outskirts may be half as far again as the circle for the people.
        let reach = 1.5 * settlement.extent.kilometres
        let outskirts = Interval(max(0, measured.number - reach), included: true, measured.number, included: true)
        return claimed.meets(outskirts)
            ? .outskirts(settlement.name, point: Distance(metres: measured.number * 1000)) : nil
    }

    /// The departures that are tried, each alone.
    private func departures(from own: Assumptions, _ subject: Subject) throws(CheckStop) -> [Departure] {
        let claim = subject.claim
        var departures: [Departure] = []
        if claim.isOverWindow { departures += [.start(days: -1), .start(days: 1)] }
        departures += [.end(days: -1), .end(days: 1)]
        if claim.isOfCapture {
            departures += CapturedRule.allCases.filter { $0 != own.convention.captured }.map(Departure.captured)
        }
        switch claim.kind {
        case .distance: break
        case .frontLength:
            departures += [nil, Distance(metres: 5000), Distance(metres: 10_000)].map(Departure.scale)
        default:
            let models: [AreaModel] = [.ellipsoidal(edges: .straight), .webMap]
            departures += models.filter { $0 != own.convention.model }.map(Departure.model)
        }
        if claim.isShareOfRegion { departures += [.denominator(.official), .denominator(.polygons)] }
        departures += subject.source.disputed.map { .classes(own.convention.classes + [$0]) }
        if !claim.isOverWindow, !own.omissions.isEmpty { departures.append(.withoutOmissions) }
        if claim.kind == .held, !subject.isReversed, case .region(let region) = subject.place {
            let pockets = try pockets(subject, region, own).count
            departures += (0..<pockets).filter { own.pockets != .one($0) }.map(Departure.pocket)
            if pockets > 1, own.pockets == nil { departures.append(.uncut) }
        }
        return departures
    }
}

extension Claim {
    /// The numbers that the claim's figure or word allows, in the base unit of its figure.
    func claimed() throws(CheckStop) -> Interval {
        if let part { return part.interval }
        guard let figure else { throw .missing(.figure(kind)) }
        guard kind.baseUnits.contains(figure.unit.base) else { throw .missing(.unit(figure.unit, kind)) }
        return figure.interval
    }

    /// The unit in which the claim is measured.
    var base: ClaimUnit { figure?.unit.base ?? .percent }

    /// Whether the claim is about what was captured.
    public var isOfCapture: Bool {
        switch kind {
        case .gained, .lost, .pace, .comparison, .rank: true
        case .changeShare: true
        case .share: whole == "gain"
        default: false
        }
    }

    /// Whether the claim is about a window and not a moment.
    var isOverWindow: Bool { kind == .net || isOfCapture }

    /// Whether the figure is a part of a region's area.
    var isShareOfRegion: Bool { (kind == .share || kind == .changeShare) && whole != "gain" }
}

extension Settlement {
    /// How far a settlement is taken to reach from its point: the circle that holds its people at 1,500 a square kilometre,
    /// at least 500 m, at most 10 km.
    var extent: Distance {
        let radius = (Double(people) / 1500 / .pi).squareRoot() * 1000
        return Distance(metres: min(max(radius, 500), 10_000))
    }
}
