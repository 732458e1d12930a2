import GeometryCore
import Territory

/// Checks claims against maps, for one thread of work.
public final class Checker {
    let atlas: Atlas
    let regionSet: RegionSet?
    let measurer: Measurer
    /// How far off positions may be; none where nobody said.
    let accuracy: Distance?
    private let asked: Source?
    private var gazetteer: Gazetteer?
    private var known: [String: Series] = [:]
    private var isRecording = false
    private var used: [MapInForce] = []

    /// A map, and the moment for which it was taken.
    typealias MapInForce = (snapshot: Snapshot, used: Findings.MapUsed, wanted: Moment)

    /// Makes a checker.
    ///
    /// - Parameters:
    ///   - regionSet: the regions that claims name; none where the atlas has none.
    ///   - source: whose maps are measured, whomever claims credit; without one, those of the credited source, else of the
    ///     atlas's first source that has maps of the time.
    ///   - accuracy: how far off positions on the maps may be; widens what is measured.
    public init(
        atlas: Atlas, regionSet: RegionSet?, measurer: Measurer, source: Source? = nil, accuracy: Distance? = nil
    ) {
        self.atlas = atlas
        self.regionSet = regionSet
        self.measurer = measurer
        asked = source
        self.accuracy = accuracy
    }

    /// Checks claims that stand together: each by itself, and their figures against each other.
    ///
    /// - Throws: as ``check(_:)``.
    public func check(_ claims: [Claim]) throws(InputFault) -> [Verdict] {
        let selfCheck = SelfCheck(wholes: wholes)
        var verdicts: [Verdict] = []
        for (claim, fault) in zip(claims, selfCheck.faults(in: claims)) {
            let verdict = try measured(claim)
            verdicts.append(
                fault.map {
                    Verdict(
                        claim: claim, kind: .inconsistent, reason: .arithmetic($0), findings: verdict.findings,
                        warnings: verdict.warnings)
                } ?? verdict)
        }
        return verdicts
    }

    /// Checks a claim.
    ///
    /// - Throws: ``InputFault`` where maps or boundaries are faulty; where they are only missing, the verdict is
    ///   ``VerdictKind/notCheckable``.
    public func check(_ claim: Claim) throws(InputFault) -> Verdict {
        let verdicts = try check([claim])
        return verdicts[0]
    }

    private func measured(_ claim: Claim) throws(InputFault) -> Verdict {
        do throws(CheckStop) {
            let judged = try judge(claim)
            guard claim.isNegated else { return judged }
            return Verdict(
                claim: claim, kind: judged.kind.denied, reason: .denial(judged.reason), findings: judged.findings,
                warnings: judged.warnings)
        } catch {
            _ = takeUsed()
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
        case .reached, .entered: try judgeFront(of: claim)
        case .rank: try judgeRank(of: claim)
        default: try judgeFigure(of: claim)
        }
    }

    // MARK: What a claim speaks of

    /// What a claim is measured on.
    func subject(of claim: Claim) throws(CheckStop) -> Subject {
        let (source, isCredited) = try source(of: claim)
        return try subject(of: claim, on: source, isCredited: isCredited)
    }

    /// What a claim is measured on, on the maps of a source.
    func subject(of claim: Claim, on source: Source, isCredited: Bool) throws(CheckStop) -> Subject {
        Subject(
            claim: claim, source: source, isCredited: isCredited, place: try place(of: claim),
            isReversed: try isReversed(claim, source))
    }

    /// The source whose maps are measured: the one asked for, else the credited one, else the atlas's first; of several,
    /// the first that has a map in force at the time.
    private func source(of claim: Claim) throws(CheckStop) -> (source: Source, isCredited: Bool) {
        if let asked { return (asked, claim.source.map(asked.answers(to:)) ?? false) }
        let credited = claim.source.map { credit in atlas.sources.filter { $0.answers(to: credit) } } ?? []
        let candidates = credited.isEmpty ? atlas.sources : credited
        guard let first = candidates.first else {
            throw .missing(.data("the atlas has no source; add one under `sources`"))
        }
        let moments = claim.days
        func covers(_ source: Source, within age: Int) -> Bool {
            moments.allSatisfy { hasMap(source, at: source.clock.end(of: $0), within: age) }
        }
        let covering =
            candidates.first { covers($0, within: Self.stale) }
            ?? candidates.first { covers($0, within: Self.outdated) }
        return (covering ?? first, !credited.isEmpty)
    }

    /// Whether the map of a source in force at a moment is no older than some seconds.
    private func hasMap(_ source: Source, at moment: Moment, within age: Int) -> Bool {
        guard let entry = try? series(of: source).mapShowing(moment) else { return false }
        return source.age(ofMap: entry.asOf, showing: moment) <= age
    }

    private func place(of claim: Claim) throws(CheckStop) -> Subject.Place {
        if let settlement = try settlement(named: claim.region) {
            guard claim.kind.isOfFront, claim.kind != .frontLength, let longitude = settlement.longitude,
                let latitude = settlement.latitude, let position = try? Position(x: longitude, y: latitude)
            else { throw .missing(.outline(claim.region)) }
            return .settlement(settlement, position)
        }
        guard let region = try region(named: claim.region) else { return .whole(name: regionSet?.whole?.name) }
        return .region(region)
    }

    /// The settlement that a claim names: one that no region has as its code or first name, and either no region at all answers
    /// to, or whose official name it is. "Zaporizhzhia" is the city, "Zaporizhzhia Oblast" and "UA23" are the oblast.
    private func settlement(named name: String) throws(CheckStop) -> Settlement? {
        guard let regionSet, !regionSet.isFirstName(name) else { return nil }
        let found = try settlements(named: name)
        guard regionSet.answers(to: name) else { return found.first }
        return found.first { $0.name == name && $0.people > 0 }
    }

    /// The settlements that a name means; the gazetteer is read where one is first asked for.
    private func settlements(named name: String) throws(CheckStop) -> [Settlement] {
        if let gazetteer { return gazetteer.settlements(spelled: Spelling.key(name)) }
        let read = try faulty { () throws(InputFault) in try Gazetteer(of: atlas) }
        gazetteer = read
        return read.settlements(spelled: Spelling.key(name))
    }

    /// Whether a claim takes the side of those from whom the mapped land was gained.
    ///
    /// Where the maps show what somebody else holds than the claim's actor, the claim is not checkable.
    private func isReversed(_ claim: Claim, _ source: Source) throws(CheckStop) -> Bool {
        guard let actor = claim.actor else { return false }
        func isCalled(_ name: String?) -> Bool { name.map { $0.lowercased() == actor.lowercased() } ?? false }
        if isCalled(source.holder) { return false }
        // A front is one line, whoever stands on which side of it; who reached a place is not.
        if isCalled(source.opponent) { return claim.kind != .frontLength }
        throw .missing(.actor(actor, holder: source.holder))
    }

    /// The maps of a source.
    func series(of source: Source) -> Series {
        let series = known[source.id] ?? Series(source: source, atlas: atlas)
        known[source.id] = series
        return series
    }

    /// The map of a source in force at a moment.
    func map(of source: Source, at moment: Moment) throws(CheckStop) -> (Snapshot, Findings.MapUsed) {
        let entry: Series.Entry
        do throws(InputFault) {
            entry = try series(of: source).mapShowing(moment)
        } catch {
            throw .missing(.data("\(error)"))
        }
        if source.age(ofMap: entry.asOf, showing: moment) > Self.outdated {
            throw .missing(.recentMap(source.name, wanted: moment, last: entry.asOf))
        }
        let snapshot = try faulty { () throws(InputFault) in try measurer.snapshot(entry, of: source) }
        let map = Findings.MapUsed(
            receipt: snapshot.receipt, asOf: entry.asOf, address: source.address(ofFile: entry.path))
        if isRecording, !used.contains(where: { $0.used == map && $0.wanted == moment }) {
            used.append((snapshot, map, moment))
        }
        return (snapshot, map)
    }

    /// Runs a step and notes the maps that it takes.
    func recording<Result>(_ step: () throws(CheckStop) -> Result) throws(CheckStop) -> Result {
        used = []
        isRecording = true
        defer { isRecording = false }
        return try step()
    }

    /// The maps noted, in order of time.
    func takeUsed() -> [MapInForce] {
        defer { used = [] }
        return used.sorted { $0.used.asOf < $1.used.asOf }
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

    /// The areas that percentages of a region can be of.
    private func wholes(of name: String) -> [(area: Area, origin: Quantity.WholeOrigin)] {
        guard let region = try? region(named: name) as Region?? else { return [] }
        let (code, official) = publishedWhole(of: region)
        var wholes: [(area: Area, origin: Quantity.WholeOrigin)] = []
        for source in atlas.sources {
            if let area = source.convention?.wholes[code ?? name] { wholes.append((area, .publisher)) }
        }
        if let official { wholes.append((official, .official)) }
        if let area = try? measurer.area(of: sets(of: region), by: .standard) { wholes.append((area, .polygons)) }
        return wholes
    }

    // MARK: What a verdict rests on

    /// The findings of a claim, by what was measured.
    func findings(_ subject: Subject, _ used: [MapInForce], _ found: Findings.Found) -> Findings {
        var isBounded = true
        if case .whole = subject.place { isBounded = false }
        return Findings(
            source: subject.source.name, isCredited: subject.isCredited, region: subject.place.name,
            boundaries: isBounded ? regionSet.map { ($0.name, $0.receipt) } : nil, maps: used.map(\.used), found: found)
    }

    /// Warnings about what a verdict rests on.
    func warnings(_ maps: [MapInForce], _ subject: Subject) throws(CheckStop) -> [Warning] {
        var warnings: [Warning] = []
        for (snapshot, _, wanted) in maps {
            warnings += snapshot.warnings
            if let asOf = snapshot.asOf, subject.source.age(ofMap: asOf, showing: wanted) > Self.stale {
                warnings.append(.staleMap(path: snapshot.receipt.path, asOf: asOf, wanted: wanted))
            }
        }
        if case .region = subject.place, let regionSet {
            warnings += regionSet.warnings
            if !subject.claim.kind.isOfFront, let last = maps.last {
                warnings += try faulty { () throws(InputFault) in
                    try measurer.warnings(of: last.snapshot, by: regionSet, classes: subject.source.held)
                }
            }
        }
        return (warnings + measurer.takeWarnings()).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Beyond which age a map in force is warned of: three days, in seconds.
    private static let stale = 3 * 86_400
    /// Beyond which age a map says nothing of the moment any more: two weeks, in seconds.
    private static let outdated = 14 * 86_400
}

extension Source {
    /// How many seconds before the moment at which it would show the state of another a map was taken.
    fileprivate func age(ofMap asOf: Moment, showing moment: Moment) -> Int {
        self.moment(showing: moment).secondsSinceEpoch - asOf.secondsSinceEpoch
    }
}

extension Claim {
    /// The days at which maps must be in force.
    fileprivate var days: [CalendarDay] {
        let own: [CalendarDay] =
            switch time {
            case .asOf(let day): [day]
            case .window(let window): [window.from, window.to]
            case nil: []
            }
        return own + [against?.from, against?.to].compactMap(\.self)
    }
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
    try faulty { () throws(InputFault) in try foundOrNone(step) }
}

/// The same where nothing else can stop the work but a fault of the input.
func foundOrNone<Result>(_ step: () throws(CheckStop) -> Result) throws(InputFault) -> Result? {
    do throws(CheckStop) {
        return try step()
    } catch {
        switch error {
        case .missing: return nil
        case .faulty(let fault): throw fault
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
