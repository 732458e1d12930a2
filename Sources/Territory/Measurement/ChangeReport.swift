import GeometryCore

/// What changed between two maps, in total and by region.
public struct ChangeReport: Sendable {
    /// By which model all areas here are measured.
    public let model: AreaModel
    /// What the earlier map holds, as one set.
    public let before: Area
    /// What the later map holds, as one set.
    public let after: Area
    /// The change in all.
    public let total: Change
    /// The change in each region; empty where no regions were asked for.
    public let regions: [Row]
    /// The change in no region; none where no regions were asked for.
    public let remainder: Change?
    /// The parts of the change under the threshold, in all.
    public let small: SmallParts
    /// Whether the border was drawn anew rather than moved.
    public let isJitter: Bool
    /// What was noticed.
    public let warnings: [Warning]

    /// What was gained and lost, with its polygons.
    public struct Change: Hashable, Sendable {
        /// The gained area.
        public let gained: Area
        /// The lost area.
        public let lost: Area
        /// The gained polygons.
        public let gainedSet: ValidMultiPolygon
        /// The lost polygons.
        public let lostSet: ValidMultiPolygon

        /// Gained less lost.
        public var net: Area { gained - lost }
    }

    /// The change in one region.
    public struct Row: Sendable {
        /// The region.
        public let region: Region
        /// The change.
        public let change: Change
    }
}

extension ChangeReport {
    /// Compares two maps.
    ///
    /// - Throws: ``InputFault``; ``InputFault/inconsistent(_:at:)`` where gained less lost is not what one map holds
    ///   more than the other.
    public init(
        from before: Snapshot, to after: Snapshot, by regionSet: RegionSet?, model: AreaModel,
        minPart: Area = SmallParts.standardThreshold, engine: GeometryEngine
    ) throws(InputFault) {
        var log = PrecisionLog()
        var warnings = before.warnings + after.warnings + (regionSet?.warnings ?? [])
        warnings += Self.warnings(from: before, to: after)
        var sets: [ValidMultiPolygon] = []
        for snapshot in [before, after] {
            let path = snapshot.receipt.path
            let united = try engine.placed(path) { engine throws(GeometryError) in
                try engine.union(snapshot.sets(of: snapshot.counted))
            }
            log.note(united.precision, path)
            if let overlap = try AreaReport.overlap(of: snapshot, united.set) {
                warnings.append(.overlappingParts(path: path, overlap: overlap, classes: snapshot.counted))
            }
            try requireOneTurn([united.set], path: path)
            sets.append(united.set)
        }
        let path = after.receipt.path
        let change = try engine.placed(path) { engine throws(GeometryError) in
            try engine.change(from: Outline([sets[0]]), to: Outline([sets[1]]))
        }
        small = try SmallParts(of: change, under: minPart, model: model, in: path)
        isJitter = change.isJitter(small)
        log.note(change.gained.precision, path)
        let standard = try sets.map { set throws(InputFault) in try AreaModel.standard.area(of: set, in: path) }
        try Self.checkNet(change, difference: standard[1] - standard[0], of: sets, in: path)
        self.model = model
        let isStandard = model == .standard
        self.before = isStandard ? standard[0] : try model.area(of: sets[0], in: before.receipt.path)
        self.after = isStandard ? standard[1] : try model.area(of: sets[1], in: path)
        total = try Self.measured(change.gained.set, change.lost.set, model, path)
        if let regionSet {
            let cutter = CellCutter(Cells(regionSet.regions.map(\.set)), engine: engine)
            let (gained, lost) = try engine.placed(path) { _ throws(GeometryError) in
                (try cutter.partition(change.gained.set), try cutter.partition(change.lost.set))
            }
            for part in gained.inside + lost.inside + [gained.remainder, lost.remainder] {
                log.note(part.precision, path)
            }
            for (partition, set) in [(gained, change.gained.set), (lost, change.lost.set)] {
                let areas = try engine.placed(path) { _ throws(GeometryError) in
                    try CellAreas(of: partition, by: .standard)
                }
                let found = try engine.warnings(of: areas, of: set, in: path, by: regionSet)
                warnings += found.filter { !warnings.contains($0) }
            }
            var rows: [Row] = []
            for (index, region) in regionSet.regions.enumerated() {
                let change = try Self.measured(gained.inside[index].set, lost.inside[index].set, model, path)
                rows.append(Row(region: region, change: change))
            }
            regions = rows
            remainder = try Self.measured(gained.remainder.set, lost.remainder.set, model, path)
        } else {
            regions = []
            remainder = nil
        }
        self.warnings = warnings + log.warnings
    }

    private static func warnings(from before: Snapshot, to after: Snapshot) -> [Warning] {
        var warnings: [Warning] = []
        if let first = before.asOf, let second = after.asOf, first > second {
            warnings.append(.reversedOrder(path: before.receipt.path, asOf: first, after: second))
        }
        if before.source != after.source {
            warnings.append(
                .mixedSources(
                    path: after.receipt.path, before: before.source ?? "none known", after: after.source ?? "none known"
                ))
        }
        return warnings
    }

    private static func measured(
        _ gained: ValidMultiPolygon, _ lost: ValidMultiPolygon, _ model: AreaModel, _ path: String
    ) throws(InputFault) -> Change {
        Change(
            gained: try model.area(of: gained, in: path), lost: try model.area(of: lost, in: path), gainedSet: gained,
            lostSet: lost)
    }

    /// Straight edges are additive: gained less lost must be the difference of the two maps, to rounding.
    private static func checkNet(
        _ change: OutlineChange, difference: Area, of maps: [ValidMultiPolygon], in path: String
    ) throws(InputFault) {
        let model = AreaModel.standard
        let net = try model.area(of: change.gained.set, in: path) - model.area(of: change.lost.set, in: path)
        let tolerance =
            switch change.gained.precision {
            case .floating: Area(squareMetres: 1)
            case .grid(let step): Area(squareMetres: 1 + maps.reduce(0) { $0 + $1.planeLength } * step * 1.3e10)
            }
        guard (net - difference).magnitude <= tolerance else {
            throw .inconsistent(
                "gained less lost is \(net.squareKilometres) km², but the maps differ by "
                    + "\(difference.squareKilometres) km²; no figure is given rather than a wrong one",
                at: Place(file: path))
        }
    }
}
