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
        try self.init(
            MapFeatures(path: path, source: source, selection: selection), repairing: repairing, engine: engine)
    }

    /// Proves the polygons of a map, or repairs them.
    init(_ features: MapFeatures, repairing: AreaModel?, engine: GeometryEngine) throws(InputFault) {
        var prover = SetProver(path: features.receipt.path, repairing: repairing, engine: engine)
        var parts: [ClassedSet] = []
        for placed in features.parts {
            if let set = try prover.prove(placed) { parts.append(ClassedSet(className: placed.label, set: set)) }
        }
        try prover.finish()
        receipt = features.receipt
        source = features.source
        asOf = features.asOf
        self.parts = parts
        counted = features.counted
        warnings = prover.warnings + features.warnings
    }
}
