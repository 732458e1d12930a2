import ArgumentParser
import Foundation
import GeometryCore
import Reporting
import Territory

struct AreaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "area",
        abstract: "How much territory a map shows, by class and by region.",
        discussion: """
            Example: metes area 1749327130.geojson --by oblasts --where class=occupied

            Every class of the map gets a row; the classes that the source counts as held (or those of --where) are \
            summed below, once as one set and once as the sum of their parts. By region, what lies in no region is the \
            remainder.
            """)

    @Argument(help: ArgumentHelp("Maps (GeoJSON).", valueName: "file"))
    var files: [String]

    @OptionGroup var map: MapOptions

    @Option(help: "Shares are of the regions' polygons, or of their official area: polygons or official.")
    var denominator = AreaReport.Denominator.polygons

    @OptionGroup var atlas: AtlasOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard denominator == .polygons || map.by != nil else { throw ValidationError("--denominator goes with --by") }
    }

    func run() throws {
        let engine = GeometryEngine()
        let (reports, regionSet) = try reportingFaults { () throws(InputFault) in
            let atlas = try self.atlas.find()
            let regionSet = try map.regionSet(atlas, engine)
            var reports: [(report: AreaReport, input: InputReceipt)] = []
            for file in files {
                let snapshot = try map.snapshot(file, atlas, engine)
                let report = try AreaReport(
                    of: snapshot, by: regionSet, model: map.model, denominator: denominator, engine: engine)
                reports.append((report, InputReceipt(snapshot)))
            }
            return (reports, regionSet)
        }
        let boundaries = regionSet?.inputs ?? []
        StandardError.warn(reports.flatMap(\.report.warnings), output.style)
        switch output.format {
        case .text:
            try StandardOutput.write(
                reports.map { $0.report.text(output.style, of: [$0.input] + boundaries) }.joined(separator: "\n"))
        case .csv:
            try StandardOutput.write(Table.areas(reports).csv)
        case .json:
            let envelope = Envelope(
                version: Metes.versionNumber, command: "area", model: map.model,
                inputs: reports.map(\.input) + boundaries, results: reports.map { $0.report.json(of: $0.input) },
                warnings: reports.flatMap(\.report.warnings))
            try StandardOutput.write(envelope.bytes)
        }
    }
}

extension AreaReport.Denominator: ExpressibleByArgument {}
