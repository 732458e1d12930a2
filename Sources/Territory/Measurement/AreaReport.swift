import GeometryCore

/// How much territory a map shows, by class and by region.
public struct AreaReport: Sendable {
    /// By which model all areas here are measured.
    public let model: AreaModel
    /// Each class of the map.
    public let classes: [ClassArea]
    /// The counted classes together.
    public let total: ClassArea
    /// What lies in each region; none where no regions were asked for.
    public let regions: RegionAreas?
    /// What was noticed.
    public let warnings: [Warning]

    /// The area of one class, or of several together.
    public struct ClassArea: Hashable, Sendable {
        /// The classes.
        public let classes: [String]
        /// Whether the class is among those that count together.
        public let isCounted: Bool
        /// How many polygons there are.
        public let polygons: Int
        /// The land that they cover, counted once.
        public let area: Area
        /// The polygons' areas added up, as publishers do.
        public let sumOfParts: Area
    }

    /// What lies in each region.
    public struct RegionAreas: Sendable {
        /// The name of the region set.
        public let setName: String
        /// What shares are taken of.
        public let denominator: Denominator
        /// The regions that hold some of it, then those that hold none, by code.
        public let rows: [Row]
        /// What lies in no region.
        public let remainder: Area
        /// The area of all regions, by the denominator's rule; none where it is not known.
        public let whole: Area?
    }

    /// What lies in one region.
    public struct Row: Sendable {
        /// The region.
        public let region: Region
        /// The area in the region.
        public let area: Area
        /// The region's own area, by the denominator's rule; none where it is not known.
        public let denominator: Area?
    }

    /// Of which area of a region a share is taken.
    public enum Denominator: String, CaseIterable, Hashable, Sendable {
        /// The area of the region's polygons by the same model.
        case polygons
        /// The published area.
        case official
    }
}

extension AreaReport {
    /// Measures a map.
    ///
    /// - Throws: ``InputFault``.
    public init(
        of snapshot: Snapshot, by regionSet: RegionSet?, model: AreaModel, denominator: Denominator,
        engine: GeometryEngine
    ) throws(InputFault) {
        let path = snapshot.receipt.path
        var log = PrecisionLog()
        var classes: [ClassArea] = []
        for name in snapshot.classNames {
            let united = try engine.placed(path) { engine throws(GeometryError) in
                try engine.union(snapshot.sets(of: [name]))
            }
            log.note(united.precision, path)
            classes.append(try Self.measured([name], of: snapshot, as: united.set, model))
        }
        let united = try engine.placed(path) { engine throws(GeometryError) in
            try engine.union(snapshot.sets(of: snapshot.counted))
        }
        log.note(united.precision, path)
        let present = snapshot.classNames.filter(snapshot.counted.contains)
        total = try Self.measured(present, of: snapshot, as: united.set, model)
        var warnings = snapshot.warnings
        if let overlap = try Self.overlap(of: snapshot, united.set) {
            warnings.append(.overlappingParts(path: path, overlap: overlap, classes: present))
        }
        regions = try regionSet.map { regionSet throws(InputFault) in
            warnings += regionSet.warnings
            return try RegionAreas(
                united.set, in: path, by: regionSet, model: model, denominator: denominator, engine: engine,
                log: &log, warnings: &warnings)
        }
        self.model = model
        self.classes = classes
        self.warnings = warnings + log.warnings
    }

    private static func measured(
        _ classes: [String], of snapshot: Snapshot, as united: ValidMultiPolygon, _ model: AreaModel
    ) throws(InputFault) -> ClassArea {
        let path = snapshot.receipt.path
        let sets = snapshot.sets(of: classes)
        return ClassArea(
            classes: classes, isCounted: classes.allSatisfy(snapshot.counted.contains),
            polygons: sets.reduce(0) { $0 + $1.polygons.count }, area: try model.area(of: united, in: path),
            sumOfParts: try model.sum(of: sets, in: path))
    }

    /// By how much the counted parts overlap, on the ellipsoid; none where it is under a square metre.
    static func overlap(of snapshot: Snapshot, _ united: ValidMultiPolygon) throws(InputFault) -> Area? {
        let (path, sets) = (snapshot.receipt.path, snapshot.sets(of: snapshot.counted))
        guard sets.count > 1 else { return nil }
        let overlap =
            try AreaModel.standard.sum(of: sets, in: path)
            - AreaModel.standard.area(of: united, in: path)
        return overlap.squareMetres > 1 ? overlap : nil
    }
}

extension AreaModel {
    /// The areas of several sets added up.
    func sum(of sets: [ValidMultiPolygon], in path: String) throws(InputFault) -> Area {
        var areas: [Area] = []
        for set in sets { areas.append(try area(of: set, in: path)) }
        return areas.sum()
    }
}

extension AreaReport.RegionAreas {
    fileprivate init(
        _ set: ValidMultiPolygon, in path: String, by regionSet: RegionSet, model: AreaModel,
        denominator: AreaReport.Denominator, engine: GeometryEngine, log: inout PrecisionLog,
        warnings: inout [Warning]
    ) throws(InputFault) {
        let regions = regionSet.regions
        if denominator == .official, regions.allSatisfy({ $0.officialArea == nil }) {
            throw .noOfficialAreas(regionSet: regionSet.name)
        }
        try requireOneTurn([set], path: path)
        let (areas, standard) = try engine.placed(path) { engine throws(GeometryError) in
            let cells = Cells(regions.map(\.set))
            let cover = try CellCover(of: cells, near: set.bounds, engine: engine)
            let cutter = CellCutter(cells, cover: cover, engine: engine)
            let areas = try cutter.areas(ofMap: set, by: model)
            return (areas, model == .standard ? areas : try cutter.areas(ofMap: set, by: .standard))
        }
        log.note(areas.precision, path)
        var rows: [AreaReport.Row] = []
        for (region, area) in zip(regions, areas.inside) {
            let whole =
                switch denominator {
                case .polygons: try model.area(of: region.set, in: regionSet.receipt.path)
                case .official: region.officialArea
                }
            rows.append(AreaReport.Row(region: region, area: area, denominator: whole))
        }
        setName = regionSet.name
        self.denominator = denominator
        self.rows = rows
        remainder = areas.remainder
        whole =
            switch denominator {
            case .polygons: rows.compactMap(\.denominator).sum()
            case .official: regionSet.whole?.officialArea
            }
        warnings += try engine.warnings(of: standard, of: set, in: path, by: regionSet)
    }
}
