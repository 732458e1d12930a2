import ArgumentParser
import Foundation
import GeometryCore
import Reporting
import Territory

struct DeltaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delta",
        abstract: "What was gained and lost between two maps, in total and by region.",
        discussion: """
            Example: metes delta 20250508.geojson 20250608.geojson --by oblasts --output changes.geojson

            Gained is what only the later map counts, lost what only the earlier one does, net is gained less lost. The \
            file of --output has the changed polygons with their areas; it appears whole or not at all.
            """)

    @Argument(help: "The earlier map (GeoJSON).")
    var before: String

    @Argument(help: "The later map (GeoJSON).")
    var after: String

    @OptionGroup var map: MapOptions

    @Option(help: ArgumentHelp("Write the changed polygons to this file (GeoJSON).", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Parts of the change under this area are counted apart.", valueName: "m²"))
    var minPart = 1000.0

    @OptionGroup var atlas: AtlasOptions
    @OptionGroup var form: OutputOptions

    func validate() throws {
        guard minPart >= 0 else { throw ValidationError("--min-part takes an area in m², 0 or more") }
    }

    func run() async throws {
        let (report, inputs, boundaries) = try await measured()
        if let output {
            try OutputFile.write(
                report.geoJSON(from: inputs[0], to: inputs[1]), to: output, not: (inputs + boundaries).map(\.path))
        }
        StandardError.warn(report.warnings, form.style)
        switch form.format {
        case .text: try StandardOutput.write(report.text(form.style, of: inputs + boundaries))
        case .csv: try StandardOutput.write(Table.change(report, from: inputs[0], to: inputs[1]).csv)
        case .json:
            let envelope = Envelope(
                version: Metes.versionNumber, command: "delta", model: map.model, inputs: inputs + boundaries,
                results: [report.json], warnings: report.warnings)
            try StandardOutput.write(envelope.bytes)
        }
    }

    private func measured() async throws(CommandFailure) -> (ChangeReport, [InputReceipt], [InputReceipt]) {
        do throws(InputFault) {
            let engine = GeometryEngine()
            let atlas = try self.atlas.find()
            let regionSet = try map.regionSet(atlas, engine)
            let snapshots = try await map.snapshots([before, after], atlas)
            let report = try ChangeReport(
                from: snapshots[0], to: snapshots[1], by: regionSet, model: map.model,
                minPart: Area(squareMetres: minPart), engine: engine)
            return (report, snapshots.map { InputReceipt($0) }, regionSet?.inputs ?? [])
        } catch {
            throw CommandFailure(message: "\(error)")
        }
    }
}
