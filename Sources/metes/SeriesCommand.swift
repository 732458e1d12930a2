import ArgumentParser
import Foundation
import GeometryCore
import Reporting
import Territory

struct SeriesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "series",
        abstract: "What maps hold over time, and what changed from each to the next.",
        discussion: """
            Example: metes series daily --by oblasts --every month

            The maps may come in any order; their times are read from their names by the source in the atlas, else from the \
            day in the name. Each step \
            has what is held, gained, lost, and net since the step before. Gained and lost added up from map to map exceed \
            those from the first map to the last: land that changed hands twice counts in the former only. A step is \
            flagged as jitter where the border was drawn anew rather than moved.
            """)

    @Argument(help: ArgumentHelp("Maps (GeoJSON), or folders of them.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("The first day.", valueName: "yyyy-mm-dd"))
    var from: String?

    @Option(help: ArgumentHelp("The last day.", valueName: "yyyy-mm-dd"))
    var to: String?

    @Option(help: "A step at the end of each day, week or month, or at each change.")
    var every = SeriesPeriod.change

    @Option(help: ArgumentHelp("Parts of a change under this area are counted apart.", valueName: "m²"))
    var minPart = 1000.0

    @OptionGroup var map: MapOptions
    @OptionGroup var atlas: AtlasOptions

    @Option(help: "text, csv, json, or ndjson (a line for each step).")
    var format = SeriesFormat.text

    @Option(help: "Digits after the decimal point of areas in text, 0 to 9.")
    var digits = 3

    enum SeriesFormat: String, CaseIterable, ExpressibleByArgument {
        case text, csv, json, ndjson
    }

    func validate() throws {
        for day in [from, to].compactMap(\.self) where CalendarDay(day) == nil {
            throw ValidationError("`\(day)` is no day that exists, as 2025-06-07")
        }
        guard minPart >= 0 else { throw ValidationError("--min-part takes an area in m², 0 or more") }
        guard (0...9).contains(digits) else { throw ValidationError("--digits takes 0 to 9") }
    }

    func run() async throws {
        let (report, warnings, boundaries) = try await measured()
        let style = NumberStyle(areaDigits: digits)
        StandardError.warn(warnings + report.warnings, style)
        switch format {
        case .text: try StandardOutput.write(report.text(style))
        case .csv: try StandardOutput.write((map.by == nil ? report.table : report.regionTable).csv)
        case .ndjson: try StandardOutput.write(report.lines)
        case .json:
            let envelope = Envelope(
                version: Metes.versionNumber, command: "series", model: map.model,
                inputs: report.steps.compactMap { step in step.receipt.map { InputReceipt($0, asOf: step.asOf) } }
                    + boundaries,
                results: [report.json], warnings: warnings + report.warnings)
            try StandardOutput.write(envelope.bytes)
        }
    }

    private func measured() async throws(CommandFailure) -> (SeriesReport, [Warning], [InputReceipt]) {
        do throws(InputFault) {
            let atlas = try self.atlas.find()
            let files = try Series.files(at: self.files)
            let source = try map.source(of: files[0], atlas)
            let (all, warnings) = try Series.sorted(files, of: source)
            let entries = Series.selected(
                all, from: from.flatMap { CalendarDay($0) }, to: to.flatMap { CalendarDay($0) }, every: every,
                clock: source?.clock ?? .utc)
            guard !entries.isEmpty else {
                throw .noPolygons(path: files[0], selection: "a time between --from and --to")
            }
            let regionSet = try map.regionSet(atlas, GeometryEngine())
            let plan = SeriesReport.Plan(
                source: source, selection: map.selection, model: map.model, minPart: Area(squareMetres: minPart),
                repairs: map.repair, givesReceipts: format == .json || format == .ndjson)
            let progress = ProgressLine(total: entries.count)
            let report = try await SeriesReport.measure(
                entries, by: regionSet, plan: plan, workers: ProcessInfo.processInfo.activeProcessorCount,
                progress: progress.show)
            progress.clear()
            return (report, warnings, regionSet?.inputs ?? [])
        } catch {
            throw CommandFailure(message: "\(error)")
        }
    }
}

extension SeriesPeriod: ExpressibleByArgument {}
