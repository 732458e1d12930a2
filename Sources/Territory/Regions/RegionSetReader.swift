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
    ///   - properties: where code and name stand; where absent, usual ones that tell the features apart.
    ///   - table: published areas and further names.
    ///   - repairing: the model to measure repairs by; none refuses what is invalid.
    /// - Throws: ``InputFault``; ``InputFault/invalid(_:)`` names every invalid region and place.
    public init(
        path: String, name: String, properties: Properties?, table: RegionTable?, repairing: AreaModel?,
        engine: GeometryEngine
    ) throws(InputFault) {
        let file = try InputFile(path: path)
        let document = try GeoJSONDocument(reading: file)
        let features = document.features.filter(\.hasPolygons)
        guard !features.isEmpty else { throw .noPolygons(path: path, selection: "") }
        let properties = if let properties { properties } else { try Self.guessProperties(of: features, path: path) }
        var prover = SetProver(path: path, repairing: repairing, engine: engine)
        var found: [String: (facts: RegionFacts, given: String, sets: [ValidMultiPolygon])] = [:]
        for feature in features {
            let facts = try Self.facts(of: feature, properties, table, path: path)
            let given = feature.properties[properties.code]?.text ?? facts.code
            // Two codes of the file that the table takes for one would be one region, and neither figure its own.
            if let other = found[facts.code], other.given != given {
                throw .sameRegion(path: path, code: facts.code, given: [other.given, given])
            }
            let set = try prover.prove(PlacedPolygons(feature, label: facts.name))
            var entry = found[facts.code] ?? (facts, given, [])
            if entry.facts.name != facts.name { entry.facts = entry.facts.calledByCode() }
            if let set { entry.sets.append(set) }
            found[facts.code] = entry
        }
        try prover.finish()
        var regions: [Region] = []
        for entry in found.values { regions.append(Region(facts: entry.facts, set: try prover.united(entry.sets))) }
        self.name = name
        receipt = file.receipt
        tableReceipt = table?.receipt
        self.regions = regions.sorted { $0.code < $1.code }
        whole = table?.whole
        groups = table?.groups ?? []
        warnings = prover.warnings + document.warnings(path: path)
        try requireOneTurn(regions.map(\.set), path: path)
    }

    /// What the table says of a feature's region, else what the feature says.
    private static func facts(
        of feature: GeoJSONFeature, _ properties: Properties, _ table: RegionTable?, path: String
    ) throws(InputFault) -> RegionFacts {
        guard let code = feature.properties[properties.code]?.text else {
            throw .noRegionCode(
                at: feature.place, property: properties.code, present: feature.properties.members.map(\.name).sorted())
        }
        let name = feature.properties[properties.name]?.text ?? code
        guard let known = table?.facts(for: code) ?? table?.facts(for: name) else {
            return RegionFacts(code: code, name: name, aliases: [], officialArea: nil)
        }
        return RegionFacts(
            code: known.code, name: known.name, aliases: known.aliases + [code, name],
            officialArea: known.officialArea)
    }

    private static func guessProperties(
        of features: [GeoJSONFeature], path: String
    ) throws(InputFault) -> Properties {
        func tellsApart(_ property: String) -> Bool {
            let values = features.compactMap { $0.properties[property]?.text }
            return values.count == features.count && Set(values).count == values.count
        }
        let codes = ["code", "katotth", "iso3166-2", "ISO3166-2", "shapeISO", "adm1_code", "id", "ID"]
        let names = ["name:en", "name_en", "name", "NAME", "adm1", "shapeName"]
        let name = names.first { property in features.allSatisfy { $0.properties[property]?.text != nil } }
        guard let code = codes.first(where: tellsApart) ?? names.first(where: tellsApart) else {
            throw .noRegionCode(
                at: Place(file: path), property: nil,
                present: Set(features.flatMap { $0.properties.members.map(\.name) }).sorted())
        }
        return Properties(code: code, name: name ?? code)
    }
}

extension RegionFacts {
    /// The same region, named by its code: its features have names of their own.
    fileprivate func calledByCode() -> RegionFacts {
        RegionFacts(code: code, name: code, aliases: aliases, officialArea: officialArea)
    }
}
