import GeometryCore

/// The polygons of a map that count, by class, as they were drawn: nothing is proven of them yet.
struct MapFeatures {
    let path: String
    /// The polygons of each feature, labelled with its class.
    let parts: [PlacedPolygons]
    /// The classes that count together.
    let counted: [String]

    /// The polygons of those classes.
    var countedParts: [PlacedPolygons] { parts.filter { counted.contains($0.label) } }

    /// Whether no position needs a look before it is measured on the globe.
    let isPlainlyGeographic: Bool
    /// What was noticed on reading.
    let warnings: [Warning]

    /// - Throws: ``InputFault``; also where no polygon counts.
    init(_ document: GeoJSONDocument, path: String, source: Source?, selection: Selection) throws(InputFault) {
        let counted = try Self.counted(selection, source: source)
        var parts: [PlacedPolygons] = []
        var unclassified = 0
        for feature in document.features {
            guard feature.hasPolygons else { continue }
            let value = { (property: String) in feature.properties[property]?.text }
            guard selection.admits(value) else { continue }
            guard let className = try Self.className(of: value, source: source) else {
                unclassified += 1
                continue
            }
            parts.append(PlacedPolygons(feature, label: className))
        }
        guard parts.contains(where: { counted.contains($0.label) }) else {
            throw .noPolygons(path: path, selection: selection.description)
        }
        self.path = path
        self.parts = parts
        self.counted = counted
        isPlainlyGeographic = document.isPlainlyGeographic
        warnings =
            document.warnings(path: path)
            + (unclassified > 0 ? [.unclassified(path: path, features: unclassified)] : [])
            + (source == nil && selection == .everything && parts.count > 1
                ? [.everythingCounts(path: path, features: parts.count)] : [])
    }

    private static func counted(_ selection: Selection, source: Source?) throws(InputFault) -> [String] {
        let known = source?.classNames ?? [Snapshot.unnamedClass]
        guard let classes = selection.classes else { return source?.held ?? known }
        for name in classes where !known.contains(name) { throw .unknown(.mapClass, name: name, known: known) }
        return classes
    }

    private static func className(
        of value: (String) -> String?, source: Source?
    ) throws(InputFault) -> String? {
        guard let source else { return Snapshot.unnamedClass }
        for rule in source.classRules where try rule.fits(value) { return rule.className }
        return nil
    }
}
