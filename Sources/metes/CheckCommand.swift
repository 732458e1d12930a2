import ArgumentParser
import Claims
import Foundation
import GeometryCore
import Reporting
import Territory

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "What the polygons say of reported figures.",
        discussion: """
            Examples:
              metes check geodata/ukraine/claims/2025-06.yaml
              metes check article.html
              metes check --text "Russia took 556 sq km in June, DeepState says." --published 2025-07-02
              metes check claims.yaml --regions oblasts --regions oblasts-coarse --repair

            Claims are read from a text or an HTML page as `metes claims` shows them, or taken from a claims file: a list of \
            mappings under `claims`. Claims.md in Sources/Claims has its keys, the rules, and examples of every kind.

            Each claim is measured on the maps in force at its time, first under the default (one set, straight edges on \
            the ellipsoid), then under the convention of the source that it credits; that one decides. Figures that \
            contradict one another by arithmetic alone are inconsistent.

            With several --source or --regions each claim has a verdict for each, and it is said whether they agree. \
            --receipt writes what the verdicts rest on; `metes verify` computes it again.

            Exit codes: 1 if a claim is contradicted or inconsistent, on any basis (with --strict also if one is supported \
            only under a departure from the convention), else 3 if one is not checkable, else 0; 2 bad input or usage. With \
            --against-expected: 0 if every verdict is the one that the file expects, else 1.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, csv, claimreview
    }

    @Argument(help: ArgumentHelp("Claims (YAML), a text or an HTML page; `-` for standard input.", valueName: "file"))
    var file: String?

    @OptionGroup var article: ArticleOptions

    @OptionGroup var atlas: AtlasOptions

    @OptionGroup var basis: BasisOptions

    @Option(help: ArgumentHelp("Check only the claim with this id. May be given several times.", valueName: "id"))
    var only: [String] = []

    @Flag(help: "Exit with 1 also where a claim is supported only under a departure from the convention.")
    var strict = false

    @Flag(help: "Compare the verdicts with those that the claims file expects.")
    var againstExpected = false

    @Option(help: ArgumentHelp("Write there what the verdicts rest on, for `metes verify`.", valueName: "file"))
    var receipt: String?

    @Option(help: "text, json, csv, or claimreview (schema.org, JSON-LD). JSON and CSV have every digit.")
    var format = Format.text

    @Option(help: "Digits after the decimal point of areas in text, 0 to 9.")
    var digits = 3

    @Option(help: ArgumentHelp("Of a ClaimReview: who reviews.", valueName: "name"))
    var reviewer = "Metes"

    @Option(help: ArgumentHelp("Of a ClaimReview: where it is published.", valueName: "address"))
    var url: String?

    @Option(help: ArgumentHelp("Of a ClaimReview: the day of the review.", valueName: "day"))
    var reviewed: CalendarDay?

    func validate() throws {
        guard (file == nil) != (article.text == nil) else { throw ValidationError("Give one of a file and --text.") }
        guard (0...9).contains(digits) else { throw ValidationError("--digits takes 0 to 9") }
    }

    func run() async throws {
        let style = NumberStyle(areaDigits: digits)
        let (outcome, texts, atlas) = try await reportingFaults { () async throws(InputFault) in try await check() }
        let verdicts = outcome.verdicts
        let warnings = verdicts.flatMap(\.warnings)
        StandardError.warn(warnings, style)
        if let receipt {
            let written = outcome.receipt(basis.arguments, atlas)
            try OutputFile.write(written.bytes, to: receipt, not: (texts + outcome.inputs).map(\.path))
        }
        switch format {
        case .text:
            let sides = outcome.rows.flatMap { row in
                row.rows.map { $0.verdict.text(style) } + (row.rows.count > 1 ? [row.text(style)] : [])
            }
            try StandardOutput.write((sides + [verdicts.summary + "\n"]).joined(separator: "\n"))
        case .csv: try StandardOutput.write(Table.verdicts(verdicts).csv)
        case .claimreview:
            let review = ClaimReview(reviewer: reviewer, address: url, day: reviewed, published: article.published)
            try StandardOutput.write(review.bytes(of: verdicts))
        case .json:
            let isOne = outcome.rows.allSatisfy { $0.rows.count == 1 }
            let envelope = Envelope(
                version: Metes.versionNumber, command: "check", model: .standard, inputs: texts + outcome.inputs,
                results: isOne ? verdicts.map(\.json) : outcome.rows.map(\.json), warnings: warnings)
            try StandardOutput.write(envelope.bytes)
        }
        try finish(verdicts)
    }

    private func check() async throws(InputFault) -> (outcome: CheckOutcome, texts: [InputReceipt], atlas: Atlas) {
        let atlas = try self.atlas.require()
        let claims = try await claims(atlas)
        for id in only where !claims.claims.contains(where: { $0.id == id }) {
            throw .unknown(.claim, name: id, known: claims.claims.map(\.id))
        }
        let wanted = claims.claims.filter { only.isEmpty || only.contains($0.id) }
        return (
            try basis.check(wanted, atlas), [InputReceipt(claims.receipt), InputReceipt(atlas.receipt)], atlas
        )
    }

    private func claims(_ atlas: Atlas) async throws(InputFault) -> ClaimsFile {
        guard let input = try article.input(file) else { throw .unreadable(path: file ?? "", problem: .missing) }
        if ClaimsFile.looksLike(input) { return try ClaimsFile(input) }
        let reader = try await TextReader(atlas)
        let article = try self.article.article(input, reader)
        let reading = await reader.read(article.text, published: article.published)
        for span in reading.unread {
            StandardError.write("warning: \(input.path): not read as a claim: \(reading.words(span))")
        }
        guard !reading.claims.isEmpty else { throw .noClaims(path: input.path) }
        return ClaimsFile(reading, of: input)
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
