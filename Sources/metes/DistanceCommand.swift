import ArgumentParser
import GeometryCore
import Reporting
import Territory

struct DistanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distance",
        abstract: "How far held land is from a place or a border, over time.",
        discussion: """
            Examples:
              metes distance raw/*.geojson --to "Dnipropetrovsk Oblast" --from "Donetsk Oblast" --entered
              metes distance 1749327130.geojson --to Покровськ
              metes distance 1749327130.geojson --to 37.176,48.282

            Distances are the shortest on the ellipsoid, from the nearest point of what the map counts as held. A name may be a \
            region's (of --by, else of the atlas's sets in order) or a settlement's in any spelling; where it is both, both are \
            measured: to the region's outline, and to the settlement's point in the gazetteer. Name the side with --from: the \
            nearest point of all can be one that has not moved for years. A nearest point that lies within 10 m of the one on the \
            map before has not moved.
            """)

    @Argument(help: ArgumentHelp("Maps (GeoJSON), or folders of them, in any order.", valueName: "file"))
    var files: [String]

    @Option(
        help: ArgumentHelp(
            "A region by code or name, a settlement, or a point as LON,LAT in degrees.", valueName: "place"))
    var to: String

    @Option(help: ArgumentHelp("The region in which the land must lie.", valueName: "region"))
    var from: String?

    @Flag(help: "Say on which map held land in the region first reaches the threshold.")
    var entered = false

    @Option(help: ArgumentHelp("How much land in a region is an entry; what is less is drawing.", valueName: "km²"))
    var threshold = Measurer.standardEntry.squareKilometres

    @OptionGroup var map: MapOptions
    @OptionGroup var atlas: AtlasOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard threshold > 0, threshold.isFinite else { throw ValidationError("--threshold takes an area over 0") }
        try map.requireEllipsoid()
    }

    private var entryThreshold: Area? { entered ? Area(squareKilometres: threshold) : nil }

    func run() async throws {
        let (report, boundaries) = try await measured()
        StandardError.warn(report.warnings, output.style)
        switch output.format {
        case .text: try StandardOutput.write(report.text(output.style, of: boundaries, threshold: entryThreshold))
        case .csv: try StandardOutput.write(report.table.csv)
        case .json:
            let envelope = Envelope(
                version: Metes.versionNumber, command: "distance", model: map.model,
                inputs: report.maps.map { InputReceipt($0) } + boundaries,
                results: report.json(threshold: entryThreshold), warnings: report.warnings)
            try StandardOutput.write(envelope.bytes)
        }
    }

    private func measured() async throws(CommandFailure) -> (DistanceReport, [InputReceipt]) {
        do throws(InputFault) {
            let atlas = try self.atlas.find()
            let engine = GeometryEngine()
            let measurer = Measurer(engine: engine, repairing: map.repairing)
            let lookup = PlaceLookup(map: map, atlas: atlas, measurer: measurer, engine: engine)
            let aims = try lookup.aims(to)
            let side = try from.map { name throws(InputFault) in try lookup.requiredRegion(named: name) }
            let snapshots = try await map.snapshots(Series.files(at: files), atlas)
            let report = try DistanceReport(
                of: snapshots, to: aims, from: side, entryThreshold: entryThreshold, measurer: measurer)
            return (report, lookup.inputs)
        } catch {
            throw CommandFailure(message: "\(error)")
        }
    }
}
