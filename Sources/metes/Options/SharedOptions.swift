import ArgumentParser
import Foundation
import GeometryCore
import Reporting
import Territory

/// In which form a command answers.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv
}

/// Options of every command.
struct OutputOptions: ParsableArguments {
    @Option(help: "text, json or csv. JSON and CSV have every digit.")
    var format = OutputFormat.text

    @Option(help: "Digits after the decimal point of areas in text, 0 to 9.")
    var digits = 3

    var style: NumberStyle { NumberStyle(areaDigits: digits) }

    func validate() throws {
        guard (0...9).contains(digits) else { throw ValidationError("--digits takes 0 to 9") }
    }
}

/// Which atlas.
struct AtlasOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The atlas (YAML).", valueName: "file"))
    var atlas: String?

    /// The atlas that was named or found; none where nobody named one and none lies about.
    func find() throws(InputFault) -> Atlas? {
        let environment = ProcessInfo.processInfo.environment
        let folders = (environment["METES_DATA"] ?? "").split(separator: ":").map(String.init)
        if let path = atlas ?? environment["METES_ATLAS"].flatMap({ $0.isEmpty ? nil : $0 }) {
            return try Atlas(path: path, extraFolders: folders)
        }
        for path in Self.usualPlaces where FileManager.default.fileExists(atPath: path) {
            return try Atlas(path: path, extraFolders: folders)
        }
        return nil
    }

    /// The atlas, or a fault that says where it was sought.
    func require() throws(InputFault) -> Atlas {
        guard let found = try find() else { throw .noAtlas(searched: Self.usualPlaces) }
        return found
    }

    /// In `geodata/` upwards from the working directory, then beside the executable.
    private static var usualPlaces: [String] {
        let name = "geodata/ukraine/atlas.yaml"
        var places: [String] = []
        // Relative paths, so that receipts read the same on every machine.
        let depth = FileManager.default.currentDirectoryPath.split(separator: "/").count
        places += (0...depth).map { String(repeating: "../", count: $0) + name }
        if let executable = Bundle.main.executableURL {
            let folder = executable.resolvingSymlinksInPath().deletingLastPathComponent()
            places += [folder.appendingPathComponent("atlas.yaml").path, folder.appendingPathComponent(name).path]
        }
        return places
    }
}

/// How maps are read and measured.
struct MapOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A source of the atlas whose rules give the classes, or `none`. By default the one whose files are named so.",
            valueName: "id"))
    var source: String?

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Only features with a property of these values; the property `class` is the class by the source's rules. May "
                + "be given several times.", valueName: "property=value,…"))
    var conditions: [String] = []

    @Option(
        help: ArgumentHelp(
            "ellipsoidal(straight), ellipsoidal(geodesic), spherical(METRES), webMap, or a projected EPSG:CODE.",
            valueName: "model"))
    var model = AreaModel.standard

    @Option(
        help: ArgumentHelp(
            "Regions: a region set of the atlas, or a GeoJSON file.", valueName: "regions"))
    var by: String?

    @Option(help: ArgumentHelp("The property of a region file that holds a region's code.", valueName: "property"))
    var codeProperty: String?

    @Option(help: ArgumentHelp("The property of a region file that holds a region's name.", valueName: "property"))
    var nameProperty: String?

    @Flag(help: "Repair invalid polygons, and say how much area that moved.")
    var repair = false

    func validate() throws {
        guard Selection(conditions) != nil else {
            throw ValidationError("--where takes PROPERTY=VALUE,VALUE…, as in --where class=occupied")
        }
    }

    var selection: Selection { Selection(conditions) ?? .everything }

    var repairing: AreaModel? { repair ? model : nil }

    /// Reads a map by the rules of its source.
    func snapshot(_ path: String, _ atlas: Atlas?, _ engine: GeometryEngine) throws(InputFault) -> Snapshot {
        try Snapshot(
            path: path, source: try source(of: path, atlas), selection: selection, repairing: repairing,
            engine: engine)
    }

    private func source(of path: String, _ atlas: Atlas?) throws(InputFault) -> Source? {
        guard let name = source else { return try atlas?.source(ofFile: path) }
        if name == "none" { return nil }
        guard let found = atlas?.source(named: name) else {
            throw .unknown(.source, name: name, known: atlas?.sources.map(\.id) ?? [])
        }
        return found
    }

    /// Reads the regions, if any were asked for.
    func regionSet(_ atlas: Atlas?, _ engine: GeometryEngine) throws(InputFault) -> RegionSet? {
        guard let by else { return nil }
        return try RegionSet(
            named: by, atlas, code: codeProperty, name: nameProperty, repairing: repairing, engine: engine)
    }
}

extension RegionSet {
    /// Reads a region set of the atlas, or a file of regions.
    init(
        named text: String, _ atlas: Atlas?, code: String? = nil, name: String? = nil, repairing: AreaModel?,
        engine: GeometryEngine
    ) throws(InputFault) {
        let fileName = text.split(separator: "/").last.map(String.init) ?? text
        let entries = atlas?.regionSets ?? []
        let isFile = FileManager.default.fileExists(atPath: text)
        let entry =
            entries.first { $0.id == text }
            ?? entries.first { $0.file.split(separator: "/").last.map(String.init) == fileName && isFile }
        guard entry != nil || isFile || text.contains(".") || text.contains("/") else {
            throw .unknown(.regionSet, name: text, known: entries.map(\.id))
        }
        let path = entry?.id == text ? try atlas?.locate(entry?.file ?? text) ?? text : text
        var properties = entry.map { Properties(code: $0.codeProperty, name: $0.nameProperty) }
        if let code { properties = Properties(code: code, name: name ?? code) }
        try self.init(
            path: path, name: entry?.id ?? text, properties: properties,
            table: try entry?.table.map { path throws(InputFault) in try RegionTable(path: path) },
            repairing: repairing, engine: engine)
    }
}

extension AreaModel: ExpressibleByArgument {
    /// Reads a model's name from the command line.
    public init?(argument: String) {
        try? self.init(named: argument)
    }

    /// The name that help shows as the default.
    public var defaultValueDescription: String { name }
}

/// Runs a command's work; a fault of the input becomes one line.
func reportingFaults<Result>(_ work: () throws(InputFault) -> Result) throws(CommandFailure) -> Result {
    do throws(InputFault) {
        return try work()
    } catch {
        throw CommandFailure(message: "\(error)")
    }
}
