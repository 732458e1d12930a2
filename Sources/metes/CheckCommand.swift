import ArgumentParser
import Claims
import Foundation
import GeometryCore
import Reporting
import Territory

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "What the polygons say of reported figures.",
        discussion: """
            Examples:
              metes check geodata/ukraine/claims/2025-06.yaml
              metes check article.html
              metes check --text "Russia took 556 sq km in June, DeepState says." --published 2025-07-02

            Claims are read from a text or an HTML page as `metes claims` shows them, or taken from a claims file.

            A claims file is a list of mappings under `claims`, with the keys kind (held, share, gained, lost, net, reached, \
            entered), value or low and high, unit, comparator, region, of, asOf or from and to, rolling, actor, source, side, \
            negated, also, span, expected. Claims.md in Sources/Claims has the rules and an example.

            Each claim is measured on the maps in force at its time, first under the default (one set, straight edges on \
            the ellipsoid), then under the convention of the source that it credits; that one decides.

            Exit codes: 1 if a claim is contradicted or inconsistent (with --strict also if one is supported only under \
            a departure from the convention), else 3 if one is not checkable, else 0; 2 bad input or usage. With \
            --against-expected: 0 if every verdict is the one that the file expects, else 1.
            """)

    @Argument(help: ArgumentHelp("Claims (YAML), a text or an HTML page; `-` for standard input.", valueName: "file"))
    var file: String?

    @OptionGroup var article: ArticleOptions

    @OptionGroup var atlas: AtlasOptions

    @Option(
        help: ArgumentHelp(
            "A region set of the atlas, or a GeoJSON file; by default the atlas's first.", valueName: "regions"))
    var regions: String?

    @Option(help: ArgumentHelp("Check only the claim with this id. May be given several times.", valueName: "id"))
    var only: [String] = []

    @Flag(help: "Repair invalid polygons, and say how much area that moved.")
    var repair = false

    @Flag(help: "Exit with 1 also where a claim is supported only under a departure from the convention.")
    var strict = false

    @Flag(help: "Compare the verdicts with those that the claims file expects.")
    var againstExpected = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (file == nil) != (article.text == nil) else { throw ValidationError("Give one of a file and --text.") }
    }

    func run() throws {
        let (verdicts, inputs) = try reportingFaults { () throws(InputFault) in try check() }
        let warnings = verdicts.flatMap(\.warnings)
        StandardError.warn(warnings, output.style)
        switch output.format {
        case .text:
            try StandardOutput.write(
                (verdicts.map { $0.text(output.style) } + [verdicts.summary + "\n"]).joined(separator: "\n"))
        case .csv: try StandardOutput.write(Table.verdicts(verdicts).csv)
        case .json:
            let envelope = Envelope(
                version: Metes.versionNumber, command: "check", model: .standard, inputs: inputs,
                results: verdicts.map(\.json), warnings: warnings)
            try StandardOutput.write(envelope.bytes)
        }
        try finish(verdicts)
    }

    private func check() throws(InputFault) -> (verdicts: [Verdict], inputs: [InputReceipt]) {
        let engine = GeometryEngine()
        let atlas = try self.atlas.require()
        let claims = try claims(atlas)
        for id in only where !claims.claims.contains(where: { $0.id == id }) {
            throw .unknown(.claim, name: id, known: claims.claims.map(\.id))
        }
        let regions = try regionSet(atlas, engine)
        let checker = Checker(
            atlas: atlas, regionSet: regions,
            measurer: Measurer(engine: engine, repairing: repair ? .standard : nil))
        var verdicts: [Verdict] = []
        for claim in claims.claims where only.isEmpty || only.contains(claim.id) {
            verdicts.append(try checker.check(claim))
        }
        var inputs = [InputReceipt(claims.receipt), InputReceipt(atlas.receipt)]
        for findings in verdicts.compactMap(\.findings) {
            let used =
                findings.maps.map { InputReceipt($0.receipt, source: findings.source, asOf: $0.asOf) }
            for input in used where !inputs.contains(input) { inputs.append(input) }
        }
        if inputs.count > 2 { inputs += regions?.inputs ?? [] }
        return (verdicts, inputs)
    }

    private func claims(_ atlas: Atlas) throws(InputFault) -> ClaimsFile {
        guard let input = try article.input(file) else { throw .unreadable(path: file ?? "", problem: .missing) }
        if ClaimsFile.looksLike(input) { return try ClaimsFile(input) }
        let reader = try TextReader(atlas)
        let article = try self.article.article(input, reader)
        let reading = reader.read(article.text, published: article.published)
        for span in reading.unread {
            StandardError.write("warning: \(input.path): not read as a claim: \(reading.words(span))")
        }
        guard !reading.claims.isEmpty else { throw .noClaims(path: input.path) }
        return ClaimsFile(reading, of: input)
    }

    /// The regions asked for; where the atlas's own are not there, claims about regions are not checkable.
    private func regionSet(_ atlas: Atlas, _ engine: GeometryEngine) throws(InputFault) -> RegionSet? {
        let repairing: AreaModel? = repair ? .standard : nil
        if let regions { return try RegionSet(named: regions, atlas, repairing: repairing, engine: engine) }
        guard let first = atlas.regionSets.first, (try? atlas.locate(first.file)) != nil else { return nil }
        return try RegionSet(named: first.id, atlas, repairing: repairing, engine: engine)
    }

    private func finish(_ verdicts: [Verdict]) throws {
        if againstExpected {
            let others = verdicts.filter { $0.claim.expected != $0.kind }
            for verdict in others {
                StandardError.write(
                    "\(file ?? "--text"):\(verdict.claim.line): \(verdict.claim.id) is \(verdict.kind.words), expected "
                        + (verdict.claim.expected?.words ?? "nothing: add `expected`"))
            }
            if !others.isEmpty { throw CommandExit.disagreement }
            return
        }
        let kinds = Set(verdicts.map(\.kind))
        if kinds.contains(.contradicted) || kinds.contains(.inconsistent) || strict && kinds.contains(.supportedIf) {
            throw CommandExit.disagreement
        }
        if kinds.contains(.notCheckable) { throw CommandExit.notCheckable }
    }
}
