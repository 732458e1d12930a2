import GeometryCore
import Territory

extension Checker {
    /// What a claim's figure is by the polygons, under some assumptions, in the base unit of the figure.
    func measure(_ subject: Subject, _ assumptions: Assumptions) throws(CheckStop) -> Quantity {
        let claim = subject.claim
        switch claim.kind {
        case .held: return try held(subject, assumptions)
        case .share where claim.whole == "gain": return try shareOfGain(subject, assumptions)
        case .share: return try share(subject, assumptions)
        case .changeShare: return try changeShare(subject, assumptions)
        case .gained, .lost, .net:
            let flow = try captured(
                subject, in: try subject.region(), over: try subject.window(), assumptions)
            return Quantity(
                number: flow.area.squareKilometres, unit: .squareKilometres, terms: flow.terms,
                tolerance: flow.tolerance.squareKilometres)
        case .pace: return try pace(subject, assumptions)
        case .comparison: return try comparison(subject, assumptions)
        case .distance: return try distance(subject, assumptions)
        case .frontLength: return try frontLength(subject, assumptions)
        case .reached, .entered, .rank: throw .missing(.figure(claim.kind))
        }
    }

    // MARK: Stocks

    /// What the mapped side holds at the end of a day.
    private func holding(
        _ subject: Subject, _ assumptions: Assumptions
    ) throws(CheckStop) -> (area: Area, terms: [Quantity.Term], tolerance: Area) {
        let day = try subject.day().adding(days: assumptions.endShift)
        let region = try subject.region()
        let (snapshot, used) = try map(of: subject.source, at: subject.source.clock.end(of: day))
        var (area, omitted): (Area, Area)
        if let chosen = assumptions.pockets {
            guard let region else { throw .missing(.border(subject.claim.region)) }
            omitted = .zero
            let pockets = try pockets(subject, region, assumptions)
            switch chosen {
            case .all: area = pockets.sum()
            case .one(let number):
                guard pockets.indices.contains(number) else { throw .missing(.nothingToCompare) }
                area = pockets[number]
            }
        } else {
            area = try faulty { () throws(InputFault) in
                try measurer.held(snapshot, in: region, by: assumptions.convention)
            }
            omitted = assumptions.omissions.filter { region?.isMade(with: $0.region) ?? true }.map(\.area).sum()
        }
        var terms: [Quantity.Term] = [.held(area, at: used.asOf)]
        if omitted > .zero {
            area = area + omitted
            terms.append(.omitted(omitted))
        }
        let tolerance = try tolerance(ofFrontOn: snapshot, in: region, assumptions, &terms)
        return (area, terms, tolerance)
    }

    /// The areas of the map's polygons in a region, each measured whole, the largest first.
    func pockets(_ subject: Subject, _ region: Region, _ assumptions: Assumptions) throws(CheckStop) -> [Area] {
        let day = try subject.day().adding(days: assumptions.endShift)
        let (snapshot, _) = try map(of: subject.source, at: subject.source.clock.end(of: day))
        return try faulty { () throws(InputFault) in
            try measurer.pockets(snapshot, in: region, by: assumptions.convention).sorted(by: >)
        }
    }

    private func held(_ subject: Subject, _ assumptions: Assumptions) throws(CheckStop) -> Quantity {
        var (area, terms, tolerance) = try holding(subject, assumptions)
        if subject.isReversed {
            let whole = try whole(of: subject, named: subject.claim.region, assumptions)
            area = whole.area - area
            terms.append(.whole(whole.area, whole.origin))
        }
        return Quantity(
            number: area.squareKilometres, unit: .squareKilometres, terms: terms,
            tolerance: tolerance.squareKilometres)
    }

    private func share(_ subject: Subject, _ assumptions: Assumptions) throws(CheckStop) -> Quantity {
        let (area, terms, tolerance) = try holding(subject, assumptions)
        let whole = try whole(of: subject, named: subject.claim.whole ?? subject.claim.region, assumptions)
        let part = subject.isReversed ? whole.area - area : area
        return Quantity(
            number: 100 * (part / whole.area), unit: .percent, terms: terms + [.whole(whole.area, whole.origin)],
            tolerance: 100 * (tolerance / whole.area))
    }

    // MARK: Flows

    /// What a claim's side captured in a region over a window.
    func captured(
        _ subject: Subject, in region: Region?, over window: Window, _ assumptions: Assumptions
    ) throws(CheckStop) -> (area: Area, terms: [Quantity.Term], tolerance: Area) {
        let (source, convention) = (subject.source, assumptions.convention)
        let shifted = try assumptions.shifted(window)
        let (start, end) = (shifted.start(by: source.clock), shifted.end(by: source.clock))
        let (before, usedBefore) = try map(of: source, at: start)
        let (after, usedAfter) = try map(of: source, at: end)
        // The loser's losses are the other side's gains.
        let wantsGain = (subject.claim.kind == .lost) == subject.isReversed
        let rule = subject.claim.kind == .net ? .net : convention.captured
        var terms: [Quantity.Term] = []
        let tolerance = try tolerance(ofChangeFrom: before, to: after, in: region, assumptions, &terms)
        switch rule {
        case .net:
            let (first, second) = try faulty { () throws(InputFault) in
                (
                    try measurer.held(before, in: region, by: convention),
                    try measurer.held(after, in: region, by: convention)
                )
            }
            let net = second - first
            return (
                wantsGain ? net : -net,
                [.held(first, at: usedBefore.asOf), .held(second, at: usedAfter.asOf)] + terms, tolerance
            )
        case .gross:
            let (change, small) = try faulty { () throws(InputFault) in
                let change = try measurer.change(from: before, to: after, in: region, by: convention)
                return (change, try change.smallParts(by: convention.model, in: usedAfter.receipt.path))
            }
            return (
                wantsGain ? change.gained : change.lost,
                [.gained(change.gained), .lost(change.lost), .small(small)] + terms, tolerance
            )
        case .dayByDay:
            let entries: [Series.Entry]
            do throws(InputFault) {
                entries = try series(of: source).dailyMaps(over: shifted)
            } catch {
                throw .missing(.data("\(error)"))
            }
            let change = try faulty { () throws(InputFault) in
                try measurer.changeDayByDay(entries, of: source, in: region, by: convention)
            }
            return (
                wantsGain ? change.gained : change.lost,
                [.gained(change.gained), .lost(change.lost), .maps(entries.count)] + terms, tolerance
            )
        }
    }

    private func changeShare(_ subject: Subject, _ assumptions: Assumptions) throws(CheckStop) -> Quantity {
        let flow = try captured(subject, in: try subject.region(), over: try subject.window(), assumptions)
        let whole = try whole(of: subject, named: subject.claim.whole ?? subject.claim.region, assumptions)
        return Quantity(
            number: 100 * (flow.area / whole.area), unit: subject.claim.base,
            terms: flow.terms + [.whole(whole.area, whole.origin)], tolerance: 100 * (flow.tolerance / whole.area))
    }

    private func shareOfGain(_ subject: Subject, _ assumptions: Assumptions) throws(CheckStop) -> Quantity {
        let window = try subject.window()
        let part = try captured(subject, in: try subject.region(), over: window, assumptions)
        let all = try captured(subject, in: nil, over: window, assumptions)
        guard all.area > .zero else { throw .missing(.nothingToCompare) }
        return Quantity(
            number: 100 * (part.area / all.area), unit: .percent,
            terms: [.captured(part.area, over: window), .captured(all.area, over: window)],
            tolerance: 100 * (part.tolerance / all.area))
    }

    private func pace(_ subject: Subject, _ assumptions: Assumptions) throws(CheckStop) -> Quantity {
        let window = try subject.window()
        let flow = try captured(subject, in: try subject.region(), over: window, assumptions)
        let unit = subject.claim.base
        let length = window.length(in: unit)
        guard length > 0 else { throw .missing(.time) }
        return Quantity(
            number: flow.area.squareKilometres / length, unit: unit, terms: flow.terms + [.days(window.days)],
            tolerance: flow.tolerance.squareKilometres / length)
    }

    private func comparison(_ subject: Subject, _ assumptions: Assumptions) throws(CheckStop) -> Quantity {
        let window = try subject.window()
        guard let other = subject.claim.against?.window(rolling: window.rolling) else { throw .missing(.reference) }
        let region = try subject.region()
        let one = try captured(subject, in: region, over: window, assumptions)
        let two = try captured(subject, in: region, over: other, assumptions)
        let terms: [Quantity.Term] = [.captured(one.area, over: window), .captured(two.area, over: other)]
        let (first, second) = (one.area.squareKilometres, two.area.squareKilometres)
        let unit = subject.claim.base
        let tolerances = (one.tolerance.squareKilometres, two.tolerance.squareKilometres)
        guard unit != .squareKilometres else {
            return Quantity(number: first - second, unit: unit, terms: terms, tolerance: tolerances.0 + tolerances.1)
        }
        guard second > 0 else { throw .missing(.nothingToCompare) }
        let ratio = first / second
        let tolerance = (tolerances.0 + ratio.magnitude * tolerances.1) / second
        switch unit {
        case .ratio: return Quantity(number: ratio, unit: unit, terms: terms, tolerance: tolerance)
        case .percent:
            return Quantity(number: 100 * (ratio - 1), unit: unit, terms: terms, tolerance: 100 * tolerance)
        default: throw .missing(.unit(unit, .comparison))
        }
    }

    // MARK: Wholes

    /// The area that shares of a region are taken of.
    func whole(
        of subject: Subject, named name: String, _ assumptions: Assumptions
    ) throws(CheckStop) -> (area: Area, origin: Quantity.WholeOrigin) {
        let region = try region(named: name)
        let (code, official) = publishedWhole(of: region)
        if assumptions.denominator == .convention, let area = assumptions.convention.wholes[code ?? name] {
            return (area, .publisher)
        }
        if assumptions.denominator != .polygons, let official { return (official, .official) }
        guard assumptions.denominator != .official else { throw .missing(.whole(name)) }
        let area = try faulty { () throws(InputFault) in
            try measurer.area(of: sets(of: region), by: assumptions.convention.model)
        }
        return (area, .polygons)
    }

    /// The code of a region, or of the whole where it is none, and its published official area.
    func publishedWhole(of region: Region?) -> (code: String?, officialArea: Area?) {
        if let region { return (region.code, region.officialArea) }
        return (regionSet?.whole?.code, regionSet?.whole?.officialArea)
    }

    /// The sets that a region, or the whole, is made of.
    func sets(of region: Region?) -> [ValidMultiPolygon] {
        region.map { [$0.set] } ?? regionSet?.regions.map(\.set) ?? []
    }

    // MARK: Uncertainty

    /// Below this, figures of area are not told apart: the balance to which changes are proven.
    private static let rounding = Area(squareMetres: 1)

    /// How far off a change's area may be: every point of its boundary may lie off by the accuracy of positions, all to the
    /// same side, so that to first order the area is off by accuracy × length.
    private func tolerance(
        ofChangeFrom before: Snapshot, to after: Snapshot, in region: Region?, _ assumptions: Assumptions,
        _ terms: inout [Quantity.Term]
    ) throws(CheckStop) -> Area {
        let known = known(assumptions, &terms)
        guard let accuracy else { return known }
        let length = try faulty { () throws(InputFault) in
            let change = try measurer.change(from: before, to: after, in: region, by: assumptions.convention)
            return try measurer.boundaryLength(of: [change.gainedSet, change.lostSet], in: after.receipt.path)
        }
        return known + uncertainty(length, accuracy, &terms)
    }

    /// The same of what is held: along the front.
    private func tolerance(
        ofFrontOn snapshot: Snapshot, in region: Region?, _ assumptions: Assumptions, _ terms: inout [Quantity.Term]
    ) throws(CheckStop) -> Area {
        let known = known(assumptions, &terms)
        guard let accuracy, let regionSet else { return known }
        let length = try faulty { () throws(InputFault) in
            try measurer.front(
                snapshot, in: region, of: regionSet, classes: assumptions.convention.classes, scale: nil)
        }
        return known + uncertainty(length, accuracy, &terms)
    }

    private func uncertainty(_ length: Distance, _ accuracy: Distance, _ terms: inout [Quantity.Term]) -> Area {
        terms.append(.uncertain(boundary: length, accuracy: accuracy))
        return Area(squareMetres: length.metres * accuracy.metres)
    }

    /// How far off a figure may be for rounding, and for how well the convention gives what the publisher printed.
    private func known(_ assumptions: Assumptions, _ terms: inout [Quantity.Term]) -> Area {
        let residual = assumptions.convention.residual
        if residual > .zero { terms.append(.residual(residual)) }
        return Self.rounding + residual
    }
}

extension Region {
    /// Whether the region is one, or is united of several with one among them.
    fileprivate func isMade(with code: String) -> Bool { self.code.split(separator: "+").contains { $0 == code } }
}
