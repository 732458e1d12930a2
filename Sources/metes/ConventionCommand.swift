import ArgumentParser
import Claims
import GeometryCore
import Reporting
import Territory

struct ConventionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convention",
        abstract: "Learns how a publisher counts from figures that it printed.",
        discussion: """
            Example: metes convention figures.csv --source deepstate

            The figures are a table (CSV) with the columns kind, value, unit, region, and asOf or from and to, under the names of a \
            claims file: gained,556,km2,UA,,2025-06-01,2025-06-30. Each is measured on the maps of the source under every \
            convention that is tried: area models, parts added up or united, net or gross change, disputed classes, both \
            ends a day earlier or later. The conventions are printed with how many figures fit and the greatest residual, the \
            best first, and how probable it is that chance does as well.

            Exit codes: 0 done; 1 the best fit is no better than chance would give; 2 bad input or usage.
            """)

    @Argument(help: ArgumentHelp("The figures (CSV); `-` for standard input.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The source of the atlas whose maps are measured.", valueName: "id"))
    var source: String

    @Option(help: ArgumentHelp("A region set of the atlas, or a GeoJSON file.", valueName: "regions"))
    var regions: String?

    @Option(help: "How many of the conventions are printed.")
    var best = 5

    @OptionGroup var atlas: AtlasOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let (report, inputs) = try reportingFaults { () throws(InputFault) in try learn() }
        switch output.format {
        case .text: try StandardOutput.write(report.text(output.style, best: best))
        case .csv: try StandardOutput.write(Table.conventions(report).csv)
        case .json:
            let envelope = Envelope(
                version: Metes.versionNumber, command: "convention", model: .standard, inputs: inputs,
                results: [report.json], warnings: [])
            try StandardOutput.write(envelope.bytes)
        }
        if report.chance > ConventionReport.greatestChance { throw CommandExit.disagreement }
    }

    private func learn() throws(InputFault) -> (ConventionReport, [InputReceipt]) {
        let atlas = try self.atlas.require()
        guard let source = atlas.source(named: source) else {
            throw .unknown(.source, name: source, known: atlas.sources.map(\.id))
        }
        let input = try InputFile(path: file == "-" ? "/dev/stdin" : file)
        let figures = try ClaimsFile(table: input).claims
        let engine = GeometryEngine()
        let name = regions ?? atlas.regionSets.first?.id
        let regionSet = try name.map { name throws(InputFault) in
            try RegionSet(named: name, atlas, repairing: nil, engine: engine)
        }
        let checker = Checker(
            atlas: atlas, regionSet: regionSet, measurer: Measurer(engine: engine, repairing: nil), source: source)
        return (
            try checker.convention(of: source, from: figures),
            [InputReceipt(input.receipt), InputReceipt(atlas.receipt)] + (regionSet?.inputs ?? [])
        )
    }
}
