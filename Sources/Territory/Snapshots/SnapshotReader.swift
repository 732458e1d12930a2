import GeometryCore

extension Snapshot {
    /// Reads a map.
    ///
    /// - Parameters:
    ///   - path: the GeoJSON file.
    ///   - source: whose rules give the classes; without one, every polygon has the class ``unnamedClass``.
    ///   - selection: which features count.
    ///   - repairing: the model to measure repairs by; none refuses what is invalid.
    /// - Throws: ``InputFault``.
    public init(
        path: String, source: Source?, selection: Selection, repairing: AreaModel?, engine: GeometryEngine
    ) throws(InputFault) {
        let file = try InputFile(path: path)
        let document = try GeoJSONDocument(reading: file)
        let counted = try Self.counted(selection, source: source)
        var prover = SetProver(path: path, repairing: repairing, engine: engine)
        var parts: [ClassedSet] = []
        var unclassified = 0
        for feature in document.features {
            guard feature.hasPolygons else { continue }
            let value = { (property: String) in feature.properties[property]?.text }
            guard selection.admits(value) else { continue }
            guard let className = Self.className(of: value, source: source) else {
                unclassified += 1
                continue
            }
            let placed = PlacedPolygons(feature, label: source == nil ? "" : className)
            if let set = try prover.prove(placed) { parts.append(ClassedSet(className: className, set: set)) }
        }
        try prover.finish()
        guard parts.contains(where: { counted.contains($0.className) }) else {
            throw .noPolygons(path: path, selection: selection.description)
        }
        self.counted = counted
        receipt = file.receipt
        self.source = source?.id
        asOf = path.split(separator: "/").last.flatMap { source?.asOf(fileName: $0) }
        self.parts = parts
        warnings =
            prover.warnings + document.warnings(path: path)
            + (unclassified > 0 ? [.unclassified(path: path, features: unclassified)] : [])
            + (source == nil && selection == .everything && parts.count > 1
                ? [.everythingCounts(path: path, features: parts.count)] : [])
    }

    private static func counted(_ selection: Selection, source: Source?) throws(InputFault) -> [String] {
        let known = source?.classNames ?? [unnamedClass]
        guard let classes = selection.classes else { return source?.held ?? known }
        for name in classes where !known.contains(name) { throw .unknown(.mapClass, name: name, known: known) }
        return classes
    }

    private static func className(of value: (String) -> String?, source: Source?) -> String? {
        guard let source else { return unnamedClass }
        return source.classRules.first { $0.fits(value) }?.className
    }
}
