import ArgumentParser
import GeometryCore
import Reporting
import Territory

struct FrontCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "front",
        abstract: "How long the front is, at a stated scale.",
        discussion: """
            Examples:
              metes front 1749327130.geojson --by oblasts
              metes front raw/*.geojson --in "Donetsk Oblast" --scale 2

            The front is the boundary of held land inside the regions (by default the atlas's first set): not along their outer \
            border, such as the state border and the coast, and not in the sea. What comes nearer to that border than \
            --border-tolerance is taken to run along it, so that a front ends that much short of it.

            The finer the scale, the longer a crooked line. A length at a scale is walked with dividers: steps of that length \
            from each point of the line to the next that is so far away (Richardson 1961). With --by each region's front is \
            walked by itself, so that they add up exactly as drawn only.
            """)

    @Argument(help: ArgumentHelp("Maps (GeoJSON), in any order.", valueName: "file"))
    var files: [String]

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("Only the front in a region, by code or name; several joined by +.", valueName: "region"))
    var region: String?

    @Option(help: ArgumentHelp("The scale to tell first, over 0.", valueName: "km"))
    var scale = FrontRule.standardScale.kilometres

    @Option(help: ArgumentHelp("As near to the outer border a line runs along it; over 0.", valueName: "km"))
    var borderTolerance = FrontRule.standard.borderTolerance.kilometres

    @Option(
        help: ArgumentHelp(
            "Held parts as near to one another adjoin; by default what the atlas says of the source, else 5 m.",
            valueName: "m"))
    var gap: Double?

    @OptionGroup var map: MapOptions
    @OptionGroup var atlas: AtlasOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        for (name, number) in [("scale", scale), ("border-tolerance", borderTolerance), ("gap", gap ?? 1)] {
            guard number > 0, number.isFinite else { throw ValidationError("--\(name) takes a length over 0") }
        }
        try map.requireEllipsoid()
    }

    func run() async throws {
        let (report, boundaries) = try await measured()
        StandardError.warn(report.warnings, output.style)
        switch output.format {
        case .text: try StandardOutput.write(report.text(output.style, of: boundaries))
        case .csv: try StandardOutput.write(report.table.csv)
        case .json:
            let envelope = Envelope(
                version: Metes.versionNumber, command: "front", model: map.model,
                inputs: report.maps.map { InputReceipt($0.snapshot) } + boundaries, results: report.json,
                warnings: report.warnings)
            try StandardOutput.write(envelope.bytes)
        }
    }

    private func measured() async throws(CommandFailure) -> (FrontReport, [InputReceipt]) {
        do throws(InputFault) {
            let engine = GeometryEngine()
            let atlas = try self.atlas.find()
            let regionSet = try map.regionSetOrFirst(atlas, engine)
            let measurer = Measurer(engine: engine, repairing: map.repairing)
            let region = try self.region.map { name throws(InputFault) in
                try measurer.region(required: name, of: regionSet)
            }
            let snapshots = try await map.snapshots(files, atlas)
            let report = try FrontReport(
                of: snapshots, in: region, of: regionSet, listsRegions: map.by != nil,
                scale: Distance(metres: 1000 * scale),
                rule: FrontRule(
                    borderTolerance: Distance(metres: 1000 * borderTolerance), gap: gap.map(Distance.init(metres:))),
                measurer: measurer)
            return (report, regionSet.inputs)
        } catch {
            throw CommandFailure(message: "\(error)")
        }
    }
}
