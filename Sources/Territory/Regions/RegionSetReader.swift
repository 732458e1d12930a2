import GeometryCore

extension RegionSet {
    /// Which properties of a region file hold code and name.
    public struct Properties: Hashable, Sendable {
        /// The property that holds the code.
        public let code: String
        /// The property that holds the name.
        public let name: String

        /// Names the two properties.
        public init(code: String, name: String) {
            self.code = code
            self.name = name
        }
    }

    /// Reads a GeoJSON file of regions; features of one code make one region.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - name: how the set is called.
    ///   - properties: where code and name stand; where absent, the first of the usual names that every feature has.
    ///   - table: published areas and further names.
    ///   - repairing: the model to measure repairs by; none refuses what is invalid.
    /// - Throws: ``InputFault``; ``InputFault/invalid(_:)`` names every invalid region and place.
    public init(
        path: String, name: String, properties: Properties?, table: RegionTable?, repairing: AreaModel?,
        engine: GeometryEngine
    ) throws(InputFault) {
        let file = try InputFile(path: path)
        let document = try GeoJSONDocument(reading: file)
        let properties = if let properties { properties } else { try Self.guessProperties(document, path: path) }
        var found: [String: (name: String, polygons: [PlacedPolygons])] = [:]
        var order: [String] = []
        for feature in document.features {
            guard feature.hasPolygons else { continue }
            guard let code = feature.properties[properties.code]?.text else {
                throw .unknown(
                    .property, name: properties.code, known: feature.properties.members.map(\.name).sorted())
            }
            let featureName = feature.properties[properties.name]?.text ?? code
            if found[code] == nil { order.append(code) }
            found[code, default: (featureName, [])].polygons.append(
                PlacedPolygons(feature, label: featureName))
        }
        guard !order.isEmpty else { throw .noPolygons(path: path, selection: "") }
        var prover = SetProver(path: path, repairing: repairing, engine: engine)
        var regions: [Region] = []
        for code in order {
            guard let (featureName, placed) = found[code] else { continue }
            var sets: [ValidMultiPolygon] = []
            for polygons in placed { if let set = try prover.prove(polygons) { sets.append(set) } }
            let facts = table?.facts(for: code) ?? table?.facts(for: featureName)
            let united = try prover.united(sets)
            regions.append(
                Region(
                    code: facts?.code ?? code, name: facts?.name ?? featureName,
                    aliases: [code, featureName] + (facts?.aliases ?? []), officialArea: facts?.officialArea,
                    set: united))
        }
        try prover.finish()
        self.name = name
        receipt = file.receipt
        self.regions = regions.sorted { $0.code < $1.code }
        whole = table?.whole
        groups = table?.groups ?? []
        warnings = prover.warnings + document.warnings(path: path)
    }

    private static func guessProperties(
        _ document: GeoJSONDocument, path: String
    ) throws(InputFault) -> Properties {
        let withPolygons = document.features.filter(\.hasPolygons)
        func everyFeatureHas(_ property: String) -> Bool {
            withPolygons.allSatisfy { $0.properties[property]?.text != nil }
        }
        let codes = ["code", "adm1_code", "katotth", "iso3166-2", "ISO3166-2", "shapeISO", "id", "ID", "FIRE_NUM"]
        let names = ["name:en", "name_en", "name", "NAME", "adm1", "shapeName"]
        let name = names.first(where: everyFeatureHas)
        guard let code = codes.first(where: everyFeatureHas) ?? name else {
            let known = Set(withPolygons.flatMap { $0.properties.members.map(\.name) }).sorted()
            throw .unknown(.property, name: codes.joined(separator: "|"), known: Array(known.prefix(20)))
        }
        return Properties(code: code, name: name ?? code)
    }
}
