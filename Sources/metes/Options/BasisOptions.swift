import ArgumentParser
import Claims
import GeometryCore
import Reporting
import Territory

/// On what claims are checked: whose maps, whose borders.
struct BasisOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Check on the maps of this source of the atlas, whomever the claim credits. Given several times, side by side.",
            valueName: "id"))
    var source: [String] = []

    @Option(
        help: ArgumentHelp(
            "A region set of the atlas, or a GeoJSON file; by default the atlas's first. Given several times, side by side, to "
                + "see whether the verdict hangs on the borders.", valueName: "regions"))
    var regions: [String] = []

    @Option(
        help: ArgumentHelp(
            "How far off positions on the maps may be. What is measured then is an interval: area ± accuracy × length of the "
                + "boundary that changed.", valueName: "metres"))
    var positionAccuracy: Double?

    @Flag(help: "Repair invalid polygons, and say how much area that moved.")
    var repair = false

    func validate() throws {
        if let accuracy = positionAccuracy, !(accuracy >= 0 && accuracy <= 100_000) {
            throw ValidationError("--position-accuracy takes metres, 0 to 100000")
        }
    }

    /// The options as they would be given again.
    var arguments: [String] {
        source.flatMap { ["--source", $0] } + regions.flatMap { ["--regions", $0] }
            + (positionAccuracy.map { ["--position-accuracy", "\($0)"] } ?? []) + (repair ? ["--repair"] : [])
    }

    /// Checks claims on every basis.
    func check(_ claims: [Claim], _ atlas: Atlas) throws(InputFault) -> CheckOutcome {
        var sources: [Source?] = source.isEmpty ? [nil] : []
        for name in source {
            guard let found = atlas.source(named: name) else {
                throw .unknown(.source, name: name, known: atlas.sources.map(\.id))
            }
            sources.append(found)
        }
        var columns: [(basis: SideBySide.Basis, verdicts: [Verdict])] = []
        var boundaries: [InputReceipt] = []
        for name in regions.isEmpty ? [nil] : regions.map(Optional.some) {
            let engine = GeometryEngine()
            let regionSet = try regionSet(name, atlas, engine)
            boundaries += regionSet?.inputs ?? []
            let measurer = Measurer(engine: engine, repairing: repair ? .standard : nil)
            for source in sources {
                let checker = Checker(
                    atlas: atlas, regionSet: regionSet, measurer: measurer, source: source,
                    accuracy: positionAccuracy.map(Distance.init(metres:)))
                columns.append(
                    (.init(source: source?.id, regions: regions.count > 1 ? name : nil), try checker.check(claims)))
            }
        }
        let rows = claims.indices.map { index in
            SideBySide(rows: columns.map { .init(basis: $0.basis, verdict: $0.verdicts[index]) })
        }
        return CheckOutcome(rows: rows, boundaries: boundaries)
    }

    /// The regions asked for; where the atlas's own are not there, claims about regions are not checkable.
    private func regionSet(_ name: String?, _ atlas: Atlas, _ engine: GeometryEngine) throws(InputFault) -> RegionSet? {
        let repairing: AreaModel? = repair ? .standard : nil
        if let name { return try RegionSet(named: name, atlas, repairing: repairing, engine: engine) }
        guard let first = atlas.regionSets.first, (try? atlas.locate(first.file)) != nil else { return nil }
        return try RegionSet(named: first.id, atlas, repairing: repairing, engine: engine)
    }
}

/// The verdicts on claims, and what they rest on beside maps.
struct CheckOutcome {
    /// Each claim's verdicts, by the bases.
    let rows: [SideBySide]
    /// The boundaries and tables that were read.
    let boundaries: [InputReceipt]

    /// The verdicts, claim by claim.
    var verdicts: [Verdict] { rows.flatMap { $0.rows.map(\.verdict) } }

    /// The files that the verdicts rest on.
    var inputs: [InputReceipt] {
        var inputs: [InputReceipt] = []
        for findings in verdicts.compactMap(\.findings) {
            for map in findings.maps.map({ InputReceipt($0, of: findings.source) }) where !inputs.contains(map) {
                inputs.append(map)
            }
        }
        return inputs.isEmpty ? [] : inputs + boundaries
    }
}
