import GeometryCore

/// Polygons that make one set, and where they stand.
struct PlacedPolygons {
    let multiPolygon: MultiPolygon
    let place: Place
    let label: String
    private let geometry: GeoJSONGeometry?

    /// The polygons of a feature; what the feature is called may be empty.
    init(_ feature: GeoJSONFeature, label: String) {
        multiPolygon = MultiPolygon(feature.geometry?.polygons ?? [])
        place = feature.place
        self.label = label
        geometry = feature.geometry
    }
}

extension PlacedPolygons {
    /// The place of the polygon of an index; worked out only for a fault.
    func place(ofPolygon index: Int) -> Place { geometry?.places(ofPolygonsAt: place)[index] ?? place }

    /// Refuses polygons that no area model on the globe can measure.
    func requireGeographic() throws(InputFault) {
        do throws(AreaFault) {
            try multiPolygon.checkGeographic()
        } catch {
            throw .unmeasurable(error, at: place)
        }
    }
}

/// Proves the polygons of one file valid, or repairs them; remembers every fault so that all are told at once.
struct SetProver {
    private let path: String
    private let model: AreaModel?
    private let engine: GeometryEngine
    private var faults: [PlacedInvalidity] = []
    private var repairs: [(label: String, moved: Area)] = []
    private var gridStep: Double?

    /// - Parameter model: the model to measure repairs by; none refuses what is invalid.
    init(path: String, repairing model: AreaModel?, engine: GeometryEngine) {
        self.path = path
        self.model = model
        self.engine = engine
    }

    /// The polygons as a set; none where they are invalid and not to be repaired.
    mutating func prove(_ placed: PlacedPolygons) throws(InputFault) -> ValidMultiPolygon? {
        let multiPolygon = placed.multiPolygon
        try placed.requireGeographic()
        do throws(GeometryError) {
            return try engine.validated(multiPolygon)
        } catch .invalid(let invalidities) {
            guard let model else {
                faults += invalidities.map { invalidity in
                    let place = invalidity.polygon.map(placed.place(ofPolygon:)) ?? placed.place
                    return PlacedInvalidity(place: place, label: placed.label, invalidity: invalidity)
                }
                return nil
            }
            let repair = try engine.repairing(multiPolygon, measuredBy: model, at: placed.place)
            repairs.append((placed.label, repair.moved))
            return repair.set
        } catch {
            throw .geometry(error, at: placed.place)
        }
    }

    /// Several sets as one.
    mutating func united(_ sets: [ValidMultiPolygon]) throws(InputFault) -> ValidMultiPolygon {
        guard sets.count != 1 else { return sets[0] }
        let united: VerifiedSet
        do throws(GeometryError) {
            united = try engine.union(sets)
        } catch {
            throw .geometry(error, at: Place(file: path))
        }
        if case .grid(let step) = united.precision { gridStep = max(step, gridStep ?? 0) }
        return united.set
    }

    /// Refuses the file if anything in it was invalid.
    func finish() throws(InputFault) {
        guard faults.isEmpty else { throw .invalid(faults) }
    }

    /// What was noticed.
    var warnings: [Warning] {
        var warnings: [Warning] = []
        if !repairs.isEmpty {
            let labels = repairs.map(\.label).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            warnings.append(
                .repaired(
                    path: path, polygons: repairs.count, labels: labels.filter { !$0.isEmpty },
                    moved: repairs.map(\.moved).sum()))
        }
        if let gridStep { warnings.append(.fixedGrid(path: path, step: gridStep)) }
        return warnings
    }
}

extension GeometryEngine {
    fileprivate func repairing(
        _ multiPolygon: MultiPolygon, measuredBy model: AreaModel, at place: Place
    ) throws(InputFault) -> Repair {
        do throws(RepairError) {
            return try repaired(multiPolygon, measuredBy: model)
        } catch {
            switch error {
            case .geometry(let error): throw .geometry(error, at: place)
            case .unmeasurable(let fault): throw .unmeasurable(fault, at: place)
            }
        }
    }
}
