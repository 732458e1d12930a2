import GeometryCore
import Synchronization

/// Counts maps that workers have finished.
final class ProgressCounter: Sendable {
    private let count = Atomic(0)
    private let tell: @Sendable (Int) -> Void

    init(_ tell: @escaping @Sendable (Int) -> Void) { self.tell = tell }

    func finishOne() {
        tell(count.wrappingAdd(1, ordering: .relaxed).newValue)
    }
}

/// A map as a series compares it.
struct SeriesMap: Sendable {
    let file: InputFile
    let features: MapFeatures
    let outline: Outline
    let polygons: [MultiPolygon]
    /// Whether each polygon has been proven valid, or repaired: else the change from the map before proves the map.
    let isProven: Bool
    let warnings: [Warning]
}

extension SeriesMap {
    /// The smallest box around the map; none where it holds no land.
    var bounds: Bounds? { MultiPolygon(polygons.flatMap(\.polygons)).bounds }
}

/// The first map of a series as it was read, and what reading it left for the next.
struct SeriesOpening: Sendable {
    let map: SeriesMap
    let trace: GeoJSONTrace?

    init(_ entry: Series.Entry, _ plan: SeriesReport.Plan) throws(InputFault) {
        var trace: GeoJSONTrace? = GeoJSONTrace()
        map = try plan.read(entry.path, after: nil, &trace)
        self.trace = trace
    }
}

/// The areas of one map, or of one change, in total and by region.
struct SeriesRows<Value: Sendable>: Sendable {
    var total: Value
    var regions: [Value]
    var remainder: Value?
}

extension SeriesRows<Area> {
    /// What is held after a change.
    func adding(_ change: SeriesRows<SeriesReport.Balance>) -> SeriesRows {
        SeriesRows(
            total: total + change.total.net, regions: zip(regions, change.regions).map { $0 + $1.net },
            remainder: remainder.map { $0 + (change.remainder?.net ?? .zero) })
    }
}

/// What one worker found in its stretch of a series.
struct StretchResult: Sendable {
    /// The first map of the series and what it holds; of the first stretch only, and where that is measured.
    let first: (held: SeriesRows<Area>, outline: Outline)?
    /// The last map of the stretch.
    let last: SeriesMap?
    /// The change to each map from the one before; none to the first of the series.
    let changes: [SeriesChange]
    /// What was noticed of the maps.
    let mapWarnings: [Warning]
    /// The overlays that needed the fixed grid.
    let overlayWarnings: [Warning]
}

/// The change to one map of a series.
struct SeriesChange: Sendable {
    let path: String
    let receipt: FileReceipt?
    let rows: SeriesRows<SeriesReport.Balance>
    let small: SmallParts
    let isJitter: Bool
    let edges: SeriesReport.Edges
    /// What the map holds, measured whole, where the model does not add up.
    let heldWhole: SeriesRows<Area>?

    func step(of entry: Series.Entry, held: SeriesRows<Area>) -> SeriesReport.Step {
        SeriesReport.Step(
            path: path, receipt: receipt, asOf: entry.asOf, total: .init(held: held.total, change: rows.total),
            regions: zip(held.regions, rows.regions).map { .init(held: $0, change: $1) },
            remainder: held.remainder.map { .init(held: $0, change: rows.remainder ?? .none) }, small: small,
            isJitter: isJitter, edges: edges)
    }
}

/// One worker's part of a series: reads its maps one after another and compares each with the one before.
struct SeriesStretch {
    private let entries: [Series.Entry]
    private let stretch: Range<Int>
    private let plan: SeriesReport.Plan
    private let engine: GeometryEngine
    private let cells: Cells?
    private let cutter: CellCutter?
    private let measuresHeld: Bool

    /// - Parameter measuresHeld: whether what the maps hold is measured, and not only what changes.
    init(
        _ entries: [Series.Entry], _ stretch: Range<Int>, _ cells: Cells?, _ cover: CellCover?,
        _ plan: SeriesReport.Plan, measuresHeld: Bool = true
    ) {
        self.measuresHeld = measuresHeld
        (self.entries, self.stretch, self.plan) = (entries, stretch, plan)
        let engine = GeometryEngine()
        self.engine = engine
        self.cells = cells
        cutter = cells.map { CellCutter($0, cover: cover, engine: engine) }
    }

    /// - Parameter opening: the first map, where it has been read.
    func measure(
        _ counter: ProgressCounter, after opening: SeriesOpening? = nil
    ) throws(InputFault) -> StretchResult {
        var trace: GeoJSONTrace? = if let opening { opening.trace } else { GeoJSONTrace() }
        var previous: SeriesMap?
        if stretch.lowerBound > 0 {
            previous = try plan.proven(
                plan.read(entries[stretch.lowerBound - 1].path, after: nil, &trace), after: nil, engine)
        }
        var first: (SeriesRows<Area>, Outline)?
        var (changes, warnings): ([SeriesChange], [Warning]) = ([], [])
        var log = PrecisionLog()
        for index in stretch {
            guard !Task.isCancelled else { break }
            let known = index == stretch.lowerBound ? opening?.map : nil
            var map = if let known { known } else { try plan.read(entries[index].path, after: previous, &trace) }
            if let before = previous {
                changes.append(try change(from: before, to: &map, &log))
            } else {
                map = try plan.proven(map, after: nil, engine)
                if measuresHeld { first = (try held(map, &log), map.outline) }
                changes.append(noChange(map))
            }
            warnings += map.warnings
            previous = map
            counter.finishOne()
        }
        return StretchResult(
            first: first, last: previous, changes: changes, mapWarnings: warnings, overlayWarnings: log.warnings)
    }

    private func noChange(_ map: SeriesMap) -> SeriesChange {
        SeriesChange(
            path: map.file.path, receipt: plan.receipt(of: map),
            rows: SeriesRows(
                total: .none, regions: cells?.sets.map { _ in .none } ?? [],
                remainder: cells == nil ? nil : SeriesReport.Balance.none),
            small: .none, isJitter: false, edges: .init(changed: 0, compared: 0), heldWhole: nil)
    }

    /// What a map holds, measured without the map before: proven, united, cut up whole.
    private func held(_ map: SeriesMap, _ log: inout PrecisionLog) throws(InputFault) -> SeriesRows<Area> {
        let path = map.file.path
        let united = try plan.united(map, engine)
        log.note(united.precision, path)
        var rows = SeriesRows(total: try plan.model.area(of: united.set, in: path), regions: [], remainder: nil)
        guard let cutter else { return rows }
        let areas = try engine.placed(path) { _ throws(GeometryError) in
            try cutter.areas(ofMap: united.set, by: plan.model)
        }
        log.note(areas.precision, path)
        (rows.regions, rows.remainder) = (areas.inside, areas.remainder)
        return rows
    }

    /// The change to a map, which is repaired first where it has no change as it is.
    private func change(
        from before: SeriesMap, to after: inout SeriesMap, _ log: inout PrecisionLog
    ) throws(InputFault) -> SeriesChange {
        // The same bytes are the same map, and cost nothing.
        guard before.file.bytes != after.file.bytes else { return noChange(after) }
        let path = after.file.path
        let change: OutlineChange
        do throws(GeometryError) {
            change = try engine.change(from: before.outline, to: after.outline)
        } catch {
            guard plan.repairs, !after.isProven else { throw .geometry(error, at: Place(file: path)) }
            let repaired = try plan.proven(after, after: before, engine)
            after = repaired
            change = try engine.placed(path) { engine throws(GeometryError) in
                try engine.change(from: before.outline, to: repaired.outline)
            }
        }
        log.note(change.gained.precision, path)
        var rows = noChange(after).rows
        let (gained, lost) = try change.areas(by: plan.model, in: path)
        rows.total = .init(gained: gained.sum(), lost: lost.sum())
        if let cutter {
            let gained = try areas(of: change.gained.set, gained, by: cutter, path, &log)
            let lost = try areas(of: change.lost.set, lost, by: cutter, path, &log)
            rows.regions = zip(gained.inside, lost.inside).map { .init(gained: $0, lost: $1) }
            rows.remainder = .init(gained: gained.remainder, lost: lost.remainder)
        }
        let small = SmallParts(gained: gained, lost: lost, under: plan.minPart)
        return SeriesChange(
            path: path, receipt: plan.receipt(of: after), rows: rows, small: small, isJitter: change.isJitter(small),
            edges: .init(changed: change.edges.changed, compared: change.edges.compared),
            heldWhole: plan.model.isAdditive || !measuresHeld ? nil : try held(after, &log))
    }

    /// How much of a set, the areas of whose parts are known, lies in each region.
    private func areas(
        of set: ValidMultiPolygon, _ parts: [Area], by cutter: CellCutter, _ path: String, _ log: inout PrecisionLog
    ) throws(InputFault) -> CellAreas {
        let areas = try engine.placed(path) { _ throws(GeometryError) in
            try cutter.areas(of: set, by: plan.model, knowing: parts)
        }
        log.note(areas.precision, path)
        return areas
    }
}

extension SeriesReport.Plan {
    /// Reads the polygons of a map that count; nothing is proven of them yet.
    ///
    /// - Parameters:
    ///   - former: the map before, of which what is the same is taken over.
    ///   - trace: what reading that map left.
    func read(
        _ path: String, after former: SeriesMap?, _ trace: inout GeoJSONTrace?
    ) throws(InputFault) -> SeriesMap {
        let file = try InputFile(path: path)
        let features = try MapFeatures(
            GeoJSONDocument(reading: file, as: source?.form ?? .geoJSON, tracing: &trace), path: path, source: source,
            selection: selection)
        let parts = features.countedParts
        let polygons = parts.map(\.multiPolygon)
        if !features.isPlainlyGeographic {
            for part in parts { try part.requireGeographic() }
            try requireOneTurn(polygons, path: path)
        }
        return SeriesMap(
            file: file, features: features, outline: Outline(unproven: polygons, after: former?.outline),
            polygons: polygons, isProven: false, warnings: features.warnings)
    }

    /// A map of which each polygon is proven valid, or repaired where that is asked for.
    ///
    /// - Parameter former: the map before, of which what is the same is taken over.
    func proven(
        _ map: SeriesMap, after former: SeriesMap?, _ engine: GeometryEngine
    ) throws(InputFault) -> SeriesMap {
        let (parts, warnings) = try map.features.proven(
            map.features.countedParts, repairing: repairing, engine: engine)
        let sets = parts.map(\.set)
        return SeriesMap(
            file: map.file, features: map.features, outline: Outline(sets, after: former?.outline),
            polygons: sets.map(\.multiPolygon), isProven: true, warnings: warnings)
    }

    /// The receipt of a map, where receipts are asked for; hashed, lest all maps be kept.
    func receipt(of map: SeriesMap) -> FileReceipt? { givesReceipts ? map.file.receipt.hashed : nil }

    /// The land of a map as one proven set.
    func united(_ map: SeriesMap, _ engine: GeometryEngine) throws(InputFault) -> VerifiedSet {
        // A map that its change proved to be a set may have rings that touch themselves, which are repaired where it is read alone.
        let map = repairs && !map.isProven ? try proven(map, after: nil, engine) : map
        return try engine.placed(map.file.path) { engine throws(GeometryError) in
            var sets: [ValidMultiPolygon] = []
            for polygons in map.polygons { sets.append(try engine.validated(polygons)) }
            return try engine.union(sets)
        }
    }

    /// What a map holds, measured whole.
    func heldWhole(_ map: SeriesMap, _ engine: GeometryEngine) throws(InputFault) -> Area {
        try model.area(of: united(map, engine).set, in: map.file.path)
    }
}
