import ArgumentParser
import GeometryCore
import Territory

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

    @Option(
        help: ArgumentHelp(
            "The property of a region file that holds a region's code; by default a usual one that tells the regions apart.",
            valueName: "property"))
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
            path: path, source: sourceWithWarning(of: path, atlas), selection: selection, repairing: repairing,
            engine: engine)
    }

    /// Reads maps at the same time; the fault that is thrown is that of the first faulty one.
    func snapshots(_ paths: [String], _ atlas: Atlas?) async throws(InputFault) -> [Snapshot] {
        var maps: [(path: String, source: Source?)] = []
        for path in paths { maps.append((path, try sourceWithWarning(of: path, atlas))) }
        let (selection, repairing) = (selection, repairing)
        let results = await withTaskGroup(of: (Int, Result<Snapshot, InputFault>).self) { group in
            for (index, map) in maps.enumerated() {
                group.addTask {
                    let snapshot = Result { () throws(InputFault) in
                        try Snapshot(
                            path: map.path, source: map.source, selection: selection, repairing: repairing,
                            engine: GeometryEngine())
                    }
                    return (index, snapshot)
                }
            }
            return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }
        }
        var snapshots: [Snapshot] = []
        for (_, result) in results { snapshots.append(try result.get()) }
        return snapshots
    }

    private func sourceWithWarning(of path: String, _ atlas: Atlas?) throws(InputFault) -> Source? {
        let source = try source(of: path, atlas)
        if let source, let named = try? atlas?.source(ofFile: path), named.id != source.id {
            StandardError.warn([.otherSource(path: path, named: source.id, fits: named.id)], .standard)
        }
        return source
    }

    func source(of path: String, _ atlas: Atlas?) throws(InputFault) -> Source? {
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
        return try regionSet(named: by, atlas, engine)
    }

    /// Reads the regions that were asked for, else the atlas's first set.
    func regionSetOrFirst(_ atlas: Atlas?, _ engine: GeometryEngine) throws(InputFault) -> RegionSet {
        guard let name = by ?? atlas?.regionSets.first?.id else { throw .noRegions }
        return try regionSet(named: name, atlas, engine)
    }

    func regionSet(
        named name: String, _ atlas: Atlas?, _ engine: GeometryEngine
    ) throws(InputFault) -> RegionSet {
        try RegionSet(
            named: name, atlas, code: codeProperty, name: nameProperty, repairing: repairing, engine: engine)
    }

    /// Refuses a model where only lengths are measured, which are on the ellipsoid.
    func requireEllipsoid() throws {
        guard model == .standard else { throw ValidationError("lengths are on the ellipsoid; --model is for areas") }
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
