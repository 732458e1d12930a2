import GeometryCore

extension Snapshot {
    /// Reads a map.
    ///
    /// - Parameters:
    ///   - path: the file: GeoJSON, unless the source has another form.
    ///   - source: whose rules give the classes; without one, every polygon has the class ``unnamedClass``.
    ///   - selection: which features count.
    ///   - repairing: the model to measure repairs by; none refuses what is invalid.
    /// - Throws: ``InputFault``.
    public init(
        path: String, source: Source?, selection: Selection, repairing: AreaModel?, engine: GeometryEngine
    ) throws(InputFault) {
        let file = try InputFile(path: path)
        let features = try MapFeatures(
            GeoJSONDocument(reading: file, as: source?.form ?? .geoJSON), path: path, source: source,
            selection: selection)
        receipt = file.receipt.hashedIfSmall
        self.source = source?.id
        gap = source?.gap
        asOf = source?.asOf(fileName: path.fileName)
        let proven = try features.proven(features.parts, repairing: repairing, engine: engine)
        (parts, warnings) = (proven.parts, proven.warnings)
        counted = features.counted
    }
}

extension MapFeatures {
    /// Proves some of a map's polygons, or repairs them.
    func proven(
        _ parts: [PlacedPolygons], repairing: AreaModel?, engine: GeometryEngine
    ) throws(InputFault) -> (parts: [Snapshot.ClassedSet], warnings: [Warning]) {
        var prover = SetProver(path: path, repairing: repairing, engine: engine)
        var sets: [Snapshot.ClassedSet] = []
        for placed in parts {
            if let set = try prover.prove(placed) { sets.append(.init(className: placed.label, set: set)) }
        }
        try prover.finish()
        return (sets, prover.warnings + warnings)
    }
}
