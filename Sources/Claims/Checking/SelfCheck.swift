import GeometryCore
import Territory

/// Finds claims that contradict themselves or one another by arithmetic, without a polygon.
///
/// Figures are taken as intervals wide enough for rounding either way, so that only what no rounding explains is a
/// contradiction. Claims are compared that speak of the same thing: one actor, one source, one time.
struct SelfCheck {
    /// The areas that a percentage of a region can be of: the publisher's, the official one, the polygons'.
    let wholes: (_ region: String) -> [(area: Area, origin: Quantity.WholeOrigin)]

    /// What contradicts each claim, by the claims' order.
    func faults(in claims: [Claim]) -> [Arithmetic?] {
        var faults = claims.map(fault(within:))
        for (one, claim) in claims.enumerated() {
            let others = claims.indices.filter { $0 != one && claims[$0].speaksLike(claim) }
            let found = others.compactMap { other in fault(of: claim, beside: claims[other]).map { (other, $0) } }
            // What one of the figures explains is no contradiction to the others.
            guard let first = found.first, found.allSatisfy({ $0.1 != nil }), let fault = first.1 else { continue }
            faults[one] = faults[one] ?? fault
            for (other, fault) in found { faults[other] = faults[other] ?? fault }
        }
        for (index, fault) in relationFaults(in: claims) + sumFaults(in: claims) {
            faults[index] = faults[index] ?? fault
        }
        return faults
    }

    // MARK: One claim

    private func fault(within claim: Claim) -> Arithmetic? {
        guard let figure = claim.figure, let also = claim.also else { return nil }
        let (first, second) = (figure.rounded, also.rounded)
        if figure.unit.base == also.unit.base {
            return first.meets(second) ? nil : .units(first: first, second: second, figure.unit.base)
        }
        let units = (figure.unit.base, also.unit.base)
        switch units {
        case (.squareKilometres, .percent): return share(first, second, claim)
        case (.percent, .squareKilometres): return share(second, first, claim)
        default: return .unitsOfOtherKinds(figure.unit, also.unit)
        }
    }

    /// An area and the share that it is said to be of a region.
    private func share(_ area: Interval, _ percent: Interval, _ claim: Claim) -> Arithmetic? {
        guard claim.whole != "gain" else { return nil }
        let known = wholes(claim.whole ?? claim.region)
        if let whole = claim.wholeArea {
            let stated = whole.rounded
            guard stated.lower > 0 else { return nil }
            let comes = Interval(
                100 * area.lower / stated.upper, included: true, 100 * area.upper / stated.lower, included: true)
            guard !comes.meets(percent) else { return nil }
            return .share(
                area: area, percent: percent, of: Area(squareKilometres: whole.low.value * whole.unit.inBaseUnit), nil,
                comes: comes, official: known.first { $0.origin == .official }?.area)
        }
        let candidates = known.map { whole in
            // Publishers' areas of one region differ by under a hundredth of it, but for bays and estuaries.
            (whole, area.scaled(by: 100 / whole.area.squareKilometres).widened(by: 0.01))
        }
        guard let (whole, comes) = candidates.first, !candidates.contains(where: { $0.1.meets(percent) }) else {
            return nil
        }
        return .share(area: area, percent: percent, of: whole.area, whole.origin, comes: comes, official: nil)
    }

    // MARK: Two claims

    /// What is wrong with a share or a pace beside an area; none where the two do not speak of the same.
    private func fault(of claim: Claim, beside other: Claim) -> Arithmetic?? {
        switch (claim.kind, other.kind) {
        case (.share, .held), (.changeShare, .gained), (.changeShare, .net): share(claim, of: other)
        case (.pace, .gained), (.pace, .net): pace(claim, of: other)
        default: nil
        }
    }

    private func share(_ share: Claim, of area: Claim) -> Arithmetic?? {
        guard area.region == share.region || share.whole == area.region, share.time == area.time,
            let figure = area.figure, let percent = share.figure
        else { return nil }
        return .some(self.share(figure.rounded, percent.rounded, share))
    }

    private func pace(_ pace: Claim, of total: Claim) -> Arithmetic?? {
        guard pace.region == total.region, pace.time == total.time, case .window(let window) = pace.time,
            let perUnit = pace.figure, let sum = total.figure
        else { return nil }
        let comes = perUnit.rounded.scaled(by: window.length(in: perUnit.unit))
        // A day more or less at an end is how people count, and not a contradiction.
        let slack = 1 / max(window.days, 1)
        return .some(
            comes.widened(by: slack).meets(sum.rounded)
                ? nil : .pace(perUnit.rounded, perUnit.unit, days: window.days, total: sum.rounded, comes: comes))
    }

    // MARK: Several claims

    /// Relations, and the figures of the two periods that they relate.
    private func relationFaults(in claims: [Claim]) -> [(Int, Arithmetic)] {
        var faults: [(Int, Arithmetic)] = []
        for (index, relation) in claims.enumerated() where relation.kind == .comparison && !relation.isNegated {
            guard let figure = relation.figure, case .window(let window) = relation.time,
                let against = relation.against,
                let other = against.window(rolling: window.rolling)
            else { continue }
            func figures(over window: Window) -> [Interval] {
                claims.filter {
                    ($0.kind == .gained || $0.kind == .net) && $0.region == relation.region
                        && $0.actor == relation.actor && $0.sourceAgrees(with: relation) && !$0.isNegated
                        && $0.spans(window)
                }.compactMap { $0.figure?.rounded }
            }
            let pairs = figures(over: window).flatMap { one in figures(over: other).map { (one, $0) } }
            let results = pairs.compactMap { one, two in
                figure.relation(of: one, to: two).map { (one, two, $0) }
            }
            guard !results.isEmpty, !results.contains(where: { $0.2.meets(figure.rounded) }) else { continue }
            faults.append(
                (
                    index,
                    .relation(
                        claimed: figure.rounded, first: results[0].0, second: results[0].1, comes: results[0].2,
                        figure.unit)
                ))
        }
        return faults
    }

    /// Parts of a total: regions of the whole, shares of a gain.
    private func sumFaults(in claims: [Claim]) -> [(Int, Arithmetic)] {
        var faults: [(Int, Arithmetic)] = []
        for (index, total) in claims.enumerated()
        where [.held, .gained, .lost].contains(total.kind) && total.region == "UA" && !total.isNegated {
            guard let figure = total.figure else { continue }
            let parts = claims.filter {
                $0.kind == total.kind && $0.region != total.region && $0.isOblast && $0.speaksLike(total)
                    && $0.time == total.time
            }
            var ofRegion: [String: Interval] = [:]
            for part in parts { ofRegion[part.region] = ofRegion[part.region] ?? part.figure?.rounded }
            guard ofRegion.count > 1 else { continue }
            let sum = Interval.sum(Array(ofRegion.values))
            if sum.lower > figure.rounded.upper {
                faults.append((index, .parts(sum: sum, total: figure.rounded, .squareKilometres)))
            }
        }
        let shares = claims.indices.filter {
            claims[$0].kind == .share && claims[$0].whole == "gain" && !claims[$0].isNegated
        }
        for group in Dictionary(grouping: shares, by: { claims[$0].shareKey }).values {
            var ofRegion: [String: Interval] = [:]
            for index in group {
                ofRegion[claims[index].region] = ofRegion[claims[index].region] ?? claims[index].figure?.rounded
            }
            let sum = Interval.sum(Array(ofRegion.values))
            guard ofRegion.count > 1, sum.lower > 100 else { continue }
            let all = Interval(100, included: true, 100, included: true)
            for index in group { faults.append((index, .parts(sum: sum, total: all, .percent))) }
        }
        return faults
    }
}

extension Claim {
    /// Whether two claims are of one side and one source, neither denied.
    fileprivate func speaksLike(_ other: Claim) -> Bool {
        actor == other.actor && sourceAgrees(with: other) && !isNegated && !other.isNegated
    }

    fileprivate func sourceAgrees(with other: Claim) -> Bool { source == other.source }

    /// Whether the region is a single oblast by its code, so that such regions do not overlap.
    fileprivate var isOblast: Bool { region.count == 4 && region.hasPrefix("UA") }

    fileprivate func spans(_ window: Window) -> Bool {
        if case .window(let own) = time { own.from == window.from && own.to == window.to } else { false }
    }

    fileprivate var shareKey: [String?] { ["\(String(describing: time))", source, actor] }
}

extension ClaimReference {
    /// The other period as a window; none of a rank.
    func window(rolling: Bool) -> Window? { to.flatMap { Window(from: from, to: $0, rolling: rolling) } }
}

extension Figure {
    /// The relation of two figures in the unit of this one; none where the second may be nothing.
    func relation(of first: Interval, to second: Interval) -> Interval? {
        switch unit.base {
        case .squareKilometres:
            return Interval(first.lower - second.upper, included: true, first.upper - second.lower, included: true)
        case .ratio, .percent:
            guard second.lower > 0, first.lower >= 0 else { return nil }
            let ratio = Interval(first.lower / second.upper, included: true, first.upper / second.lower, included: true)
            return unit == .ratio
                ? ratio : Interval(100 * (ratio.lower - 1), included: true, 100 * (ratio.upper - 1), included: true)
        default: return nil
        }
    }
}
