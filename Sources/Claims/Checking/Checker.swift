import GeometryCore
import Territory

/// Checks claims against maps, for one thread of work.
public final class Checker {
    let atlas: Atlas
    let regionSet: RegionSet?
    let measurer: Measurer
    private var series: [String: Series] = [:]

    /// Makes a checker.
    ///
    /// - Parameter regionSet: the regions that claims name; none where the atlas has none.
    public init(atlas: Atlas, regionSet: RegionSet?, measurer: Measurer) {
        self.atlas = atlas
        self.regionSet = regionSet
        self.measurer = measurer
    }

    /// Checks a claim.
    ///
    /// - Throws: ``InputFault`` where maps or boundaries are faulty; where they are only missing, the verdict is
    ///   ``VerdictKind/notCheckable``.
    public func check(_ claim: Claim) throws(InputFault) -> Verdict {
        if let figure = claim.figure, let also = claim.also, let disagreement = disagreement(figure, also) {
            return Verdict(claim: claim, kind: .inconsistent, reason: disagreement, findings: nil, warnings: [])
        }
        do throws(CheckStop) {
            let judged = try judge(claim)
            guard claim.isNegated else { return judged }
            return Verdict(
                claim: claim, kind: judged.kind.denied, reason: .denial(judged.reason), findings: judged.findings,
                warnings: judged.warnings)
        } catch {
            switch error {
            case .missing(let missing):
                return Verdict(
                    claim: claim, kind: .notCheckable, reason: .missing(missing), findings: nil, warnings: [])
            case .faulty(let fault): throw fault
            }
        }
    }

    private func judge(_ claim: Claim) throws(CheckStop) -> Verdict {
        switch claim.kind {
        case .held, .gained, .lost, .net, .share: try judgeFigure(of: claim)
        case .reached, .entered: try judgeFront(of: claim)
        case .changeShare, .distance, .frontLength, .comparison, .rank, .pace:
            throw .missing(.kind(claim.kind))
        }
    }

    /// The figure in its second unit, where the two intervals do not meet.
    private func disagreement(_ figure: Figure, _ also: Figure) -> Verdict.Reason? {
        guard figure.unit.base == also.unit.base else {
            return .unitsOfOtherKinds(figure.unit, also.unit)
        }
        let (first, second) = (figure.unhedged, also.unhedged)
        return first.meets(second) ? nil : .unitsDisagree(first: first, second: second, figure.unit.base)
    }

    // MARK: What a claim speaks of

    /// The source whose maps are measured: the credited one, else the atlas's first.
    func source(of claim: Claim) throws(CheckStop) -> (source: Source, isCredited: Bool) {
        if let credit = claim.source, let source = atlas.source(named: credit) { return (source, true) }
        guard let first = atlas.sources.first else {
            throw .missing(.data("the atlas has no source; add one under `sources`"))
        }
        return (first, false)
    }

    /// Whether a claim takes the side of those from whom the mapped land was gained.
    ///
    /// Where the maps show what somebody else holds than the claim's actor, the claim is not checkable.
    func isReversed(_ claim: Claim, _ source: Source, canBe: Bool) throws(CheckStop) -> Bool {
        guard let actor = claim.actor else { return false }
        func isCalled(_ name: String?) -> Bool { name.map { $0.lowercased() == actor.lowercased() } ?? false }
        if isCalled(source.holder) { return false }
        if canBe, isCalled(source.opponent) { return true }
        throw .missing(.actor(actor, holder: source.holder))
    }

    /// The map of a source in force at a moment.
    func map(of source: Source, at moment: Moment) throws(CheckStop) -> (Snapshot, Findings.MapUsed) {
        let known = series[source.id] ?? Series(source: source, atlas: atlas)
        series[source.id] = known
        let entry: Series.Entry
        do throws(InputFault) {
            entry = try known.mapInForce(at: moment)
        } catch {
            throw .missing(.data("\(error)"))
        }
        if moment.secondsSinceEpoch - entry.asOf.secondsSinceEpoch > Self.outdated {
            throw .missing(.recentMap(source.name, wanted: moment, last: entry.asOf))
        }
        return try faulty { () throws(InputFault) in
            let snapshot = try measurer.snapshot(entry, of: source)
            return (snapshot, Findings.MapUsed(receipt: snapshot.receipt, asOf: entry.asOf))
        }
    }

    /// The region that a claim names; none for the whole.
    func region(named text: String) throws(CheckStop) -> Region? {
        guard let regionSet else {
            if atlas.regionSets.isEmpty { throw .missing(.regionSet) }
            throw .missing(
                .data("the boundaries \(atlas.regionSets[0].file) are not there; get them with scripts/fetch-geodata"))
        }
        if regionSet.whole?.answers(to: text) ?? false { return nil }
        let region = try faulty { () throws(InputFault) in try measurer.region(named: text, of: regionSet) }
        guard let region else { throw .missing(.region(text, set: regionSet.name)) }
        return region
    }

    /// Warnings about what a verdict rests on.
    func warnings(_ maps: [(snapshot: Snapshot, wanted: Moment)], region: Region?) -> [Warning] {
        var warnings: [Warning] = []
        for (snapshot, wanted) in maps {
            warnings += snapshot.warnings
            if let asOf = snapshot.asOf, wanted.secondsSinceEpoch - asOf.secondsSinceEpoch > Self.stale {
                warnings.append(.staleMap(path: snapshot.receipt.path, asOf: asOf, wanted: wanted))
            }
        }
        if region != nil { warnings += regionSet?.warnings ?? [] }
        return (warnings + measurer.takeWarnings()).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Beyond which age a map in force is warned of: three days, in seconds.
    private static let stale = 3 * 86_400
    /// Beyond which age a map says nothing of the moment any more: two weeks, in seconds.
    private static let outdated = 14 * 86_400
}

/// Why a check ends before a verdict.
enum CheckStop: Error {
    /// Something is missing: not checkable.
    case missing(Verdict.Missing)
    /// The input is faulty.
    case faulty(InputFault)
}

/// Runs a step of which something may be missing.
func unlessMissing<Result>(_ step: () throws(CheckStop) -> Result) throws(CheckStop) -> Result? {
    do throws(CheckStop) {
        return try step()
    } catch {
        switch error {
        case .missing: return nil
        case .faulty: throw error
        }
    }
}

/// Runs a step whose faults are the input's.
func faulty<Result>(_ step: () throws(InputFault) -> Result) throws(CheckStop) -> Result {
    do throws(InputFault) {
        return try step()
    } catch {
        throw .faulty(error)
    }
}
