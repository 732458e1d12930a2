import GeometryCore

/// Measures maps by conventions, for one thread of work; keeps what it has read and united.
public final class Measurer {
    let engine: GeometryEngine
    private let repairing: AreaModel?
    private var snapshots: [String: Snapshot] = [:]
    private var sets: [SetKey: ValidMultiPolygon] = [:]
    private var outlines: [SetKey: Outline] = [:]
    private var regionWarnings: [SetKey: [Warning]] = [:]
    private var log = PrecisionLog()
    private var noted: [Warning] = []
    private var fronts: [FrontKey: InnerBoundary] = [:]
    /// By what the sets are called: a region's code, or a region set's path.
    private var cutters: [String: CellCutter] = [:]
    private var covers: [String: Covered] = [:]

    private struct SetKey: Hashable {
        let path: String
        let classes: [String]
        let region: String?
    }

    private typealias Covered = (cells: Cells, cover: CellCover)

    private struct FrontKey: Hashable {
        let land: SetKey
        let regionSet: String
        let rule: FrontRule
    }

    /// Makes a measurer; with a model, invalid polygons are repaired and the repair measured by it.
    public init(engine: GeometryEngine, repairing: AreaModel?) {
        self.engine = engine
        self.repairing = repairing
    }

    /// The overlays that needed the fixed grid since this was last asked.
    public func takeWarnings() -> [Warning] {
        defer { (log, noted) = (PrecisionLog(), []) }
        return log.warnings + noted
    }

    /// The map of a file.
    public func snapshot(_ entry: Series.Entry, of source: Source) throws(InputFault) -> Snapshot {
        if let known = snapshots[entry.path] { return known }
        let read = try Snapshot(
            path: entry.path, source: source, selection: .everything, repairing: repairing, engine: engine)
        snapshots[entry.path] = read
        return read
    }

    /// What a map holds, everywhere or in a region, by a convention.
    public func held(
        _ snapshot: Snapshot, in region: Region?, by convention: Convention
    ) throws(InputFault) -> Area {
        let path = snapshot.receipt.path
        switch convention.parts {
        case .united:
            return try convention.model.area(
                of: try set(snapshot, convention.classes, in: region), in: path)
        case .summed:
            var parts = snapshot.sets(of: convention.classes)
            if let region { parts = try parts.map { part throws(InputFault) in try cut(part, to: region, path) } }
            return try convention.model.sum(of: parts, in: path)
        }
    }

    /// The areas of each polygon of a map that lies in a region for the most part, measured whole and not cut at the border:
    /// what a publisher calls a pocket.
    public func pockets(
        _ snapshot: Snapshot, in region: Region, by convention: Convention
    ) throws(InputFault) -> [Area] {
        let path = snapshot.receipt.path
        var areas: [Area] = []
        for part in snapshot.sets(of: convention.classes).flatMap(\.parts) {
            let inside = try AreaModel.standard.area(of: cut(part, to: region, path), in: path)
            let all = try AreaModel.standard.area(of: part, in: path)
            guard inside.squareMetres > 0.5 * all.squareMetres else { continue }
            areas.append(try convention.model.area(of: part, in: path))
        }
        return areas
    }

    /// What was gained and lost between two maps, everywhere or in a region, by a convention's model and classes.
    public func change(
        from before: Snapshot, to after: Snapshot, in region: Region?, by convention: Convention
    ) throws(InputFault) -> RegionChange {
        try change(
            from: outline(before, convention.classes), to: outline(after, convention.classes), in: region,
            by: convention.model, after.receipt.path)
    }

    /// What was gained and lost from each map to the next, added up: land that changed hands twice counts twice.
    ///
    /// Maps are read one after another and not kept.
    public func changeDayByDay(
        _ entries: [Series.Entry], of source: Source, in region: Region?, by convention: Convention
    ) throws(InputFault) -> (gained: Area, lost: Area) {
        let plan = SeriesReport.Plan(
            source: source, selection: Selection(classes: convention.classes), model: convention.model,
            minPart: SmallParts.standardThreshold, repairs: repairing != nil, givesReceipts: false)
        let land = if let region { try covered([region.set], named: region.code) } else { nil as Covered? }
        let stretch = SeriesStretch(entries, entries.indices, land?.cells, land?.cover, plan, measuresHeld: false)
        let found = try stretch.measure(ProgressCounter { _ in })
        noted += found.overlayWarnings
        var sum = SeriesReport.Balance.none
        for change in found.changes { sum += region == nil ? change.rows.total : change.rows.regions[0] }
        return (sum.gained, sum.lost)
    }

    private func change(
        from before: Outline, to after: Outline, in region: Region?, by model: AreaModel, _ path: String
    ) throws(InputFault) -> RegionChange {
        let change = try engine.placed(path) { engine throws(GeometryError) in
            try engine.change(from: before, to: after)
        }
        log.note(change.gained.precision, path)
        var (gained, lost) = (change.gained.set, change.lost.set)
        if let region {
            (gained, lost) = (try cut(gained, to: region, path), try cut(lost, to: region, path))
        }
        return RegionChange(
            gained: try model.area(of: gained, in: path), lost: try model.area(of: lost, in: path), gainedSet: gained,
            lostSet: lost)
    }

    private func outline(_ snapshot: Snapshot, _ classes: [String]) -> Outline {
        let key = SetKey(path: snapshot.receipt.path, classes: classes, region: nil)
        if let known = outlines[key] { return known }
        let made = Outline(snapshot.sets(of: classes))
        outlines[key] = made
        return made
    }

    /// The nearest points of what a map holds and a region; none where it holds nothing there.
    ///
    /// - Parameter side: the region in which the land must lie; none for anywhere.
    public func approach(
        _ snapshot: Snapshot, to region: Region, from side: Region?, classes: [String]
    ) throws(InputFault) -> NearestPoints? {
        let land = try set(snapshot, classes, in: side)
        return try engine.placed(snapshot.receipt.path) { engine throws(GeometryError) in
            try engine.nearestPoints(land, region.set)
        }
    }

    /// The nearest point of what a map holds to a place; none where it holds nothing there.
    ///
    /// - Parameter side: the region in which the land must lie; none for anywhere.
    public func approach(
        _ snapshot: Snapshot, to position: Position, from side: Region?, classes: [String]
    ) throws(InputFault) -> NearestPoints? {
        let land = try set(snapshot, classes, in: side)
        return try engine.placed(snapshot.receipt.path) { engine throws(GeometryError) in
            try engine.nearestPoints(land, to: position)
        }
    }

    /// The lines of the front; kept, since they are asked for at several scales.
    func front(
        _ snapshot: Snapshot, in region: Region?, of regionSet: RegionSet, classes: [String], rule: FrontRule
    ) throws(InputFault) -> InnerBoundary {
        let land = SetKey(path: snapshot.receipt.path, classes: classes, region: region?.code)
        let key = FrontKey(land: land, regionSet: regionSet.receipt.path, rule: rule)
        if let known = fronts[key] { return known }
        let made: InnerBoundary
        if let region {
            made = try front(snapshot, in: nil, of: regionSet, classes: classes, rule: rule).inside(region.set)
        } else {
            let name = regionSet.receipt.path
            let cover = try covered(regionSet.regions.map(\.set), named: name).cover
            made = InnerBoundary(
                of: try set(snapshot, classes, in: nil),
                in: try engine.placed(name) { engine throws(GeometryError) in try cover.whole(engine: engine) },
                borderTolerance: rule.borderTolerance, gap: rule.gap(of: snapshot))
        }
        fronts[key] = made
        return made
    }

    /// What cuts maps to a region.
    func cutter(of region: Region) throws(InputFault) -> CellCutter {
        try cutter(of: [region.set], named: region.code)
    }

    /// What cuts maps up by sets; what is asked for again is not prepared twice.
    private func cutter(of sets: [ValidMultiPolygon], named name: String) throws(InputFault) -> CellCutter {
        if let known = cutters[name] { return known }
        let (cells, cover) = try covered(sets, named: name)
        let made = CellCutter(cells, cover: cover, engine: engine)
        cutters[name] = made
        return made
    }

    /// Sets, and what they cover together.
    private func covered(
        _ sets: [ValidMultiPolygon], named name: String
    ) throws(InputFault) -> Covered {
        if let known = covers[name] { return known }
        let cells = Cells(sets)
        let made = try engine.placed(name) { engine throws(GeometryError) in
            (cells: cells, cover: try CellCover(of: cells, near: nil, engine: engine))
        }
        covers[name] = made
        return made
    }

    /// The length of the boundaries of several sets, on the ellipsoid.
    public func boundaryLength(of sets: [ValidMultiPolygon], in path: String) throws(InputFault) -> Distance {
        var metres = 0.0
        for set in sets {
            do throws(GeodesicFault) {
                metres += try set.boundaryLength().metres
            } catch {
                throw .geometry(GeometryError(error), at: Place(file: path))
            }
        }
        return Distance(metres: metres)
    }

    /// The area of several sets added up.
    public func area(of sets: [ValidMultiPolygon], by model: AreaModel) throws(InputFault) -> Area {
        try model.sum(of: sets, in: "")
    }

    /// The region that a name means; several joined by `+`, and groups, are united.
    public func region(named text: String, of regionSet: RegionSet) throws(InputFault) -> Region? {
        guard let members = regionSet.members(named: text) else { return nil }
        guard members.count > 1 else { return members.first }
        let path = regionSet.receipt.path
        let united = try engine.placed(path) { engine throws(GeometryError) in try engine.union(members.map(\.set)) }
        log.note(united.precision, path)
        let areas = members.compactMap(\.officialArea)
        return Region(
            facts: RegionFacts(
                code: members.map(\.code).joined(separator: "+"), name: members.map(\.name).joined(separator: " and "),
                aliases: [text], officialArea: areas.count == members.count ? areas.sum() : nil),
            set: united.set)
    }

    /// The same; a name that means none is a fault.
    public func region(required text: String, of regionSet: RegionSet) throws(InputFault) -> Region {
        if let region = try region(named: text, of: regionSet) { return region }
        throw .unknown(.region, name: text, known: regionSet.regions.map(\.code))
    }

    /// What a reader must know of a map cut up by regions.
    public func warnings(
        of snapshot: Snapshot, by regionSet: RegionSet, classes: [String]
    ) throws(InputFault) -> [Warning] {
        let path = snapshot.receipt.path
        let key = SetKey(path: path, classes: classes, region: nil)
        if let known = regionWarnings[key] { return known }
        let land = try set(snapshot, classes, in: nil)
        let cutter = try cutter(of: regionSet.regions.map(\.set), named: regionSet.receipt.path)
        let areas = try engine.placed(path) { _ throws(GeometryError) in try cutter.areas(ofMap: land, by: .standard) }
        let warnings = try engine.warnings(of: areas, of: land, in: path, by: regionSet)
        regionWarnings[key] = warnings
        return warnings
    }

    /// The land of some classes as one set, everywhere or in a region.
    private func set(
        _ snapshot: Snapshot, _ classes: [String], in region: Region?
    ) throws(InputFault) -> ValidMultiPolygon {
        let path = snapshot.receipt.path
        let key = SetKey(path: path, classes: classes, region: region?.code)
        if let known = sets[key] { return known }
        let made: ValidMultiPolygon
        if let region {
            made = try cut(try set(snapshot, classes, in: nil), to: region, path)
        } else {
            let united = try engine.placed(path) { engine throws(GeometryError) in
                try engine.union(snapshot.sets(of: classes))
            }
            log.note(united.precision, path)
            try requireOneTurn([united.set], path: path)
            made = united.set
        }
        sets[key] = made
        return made
    }

    private func cut(
        _ set: ValidMultiPolygon, to region: Region, _ path: String
    ) throws(InputFault) -> ValidMultiPolygon {
        let cutter = try cutter(of: region)
        let part = try engine.placed(path) { _ throws(GeometryError) in try cutter.partition(set).inside[0] }
        log.note(part.precision, path)
        return part.set
    }
}
