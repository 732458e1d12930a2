import GeometryCore
import Synchronization

/// Counts maps that workers have finished.
final class ProgressCounter: Sendable {
    private let count = Mutex(0)
    private let tell: @Sendable (Int) -> Void

    init(_ tell: @escaping @Sendable (Int) -> Void) { self.tell = tell }

    func finishOne() {
        let now = count.withLock { count in
            count += 1
            return count
        }
        tell(now)
    }
}

/// A map as a series compares it.
struct SeriesMap: Sendable {
    let receipt: FileReceipt
    let outline: Outline
    let polygons: [MultiPolygon]
    let warnings: [Warning]
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
    /// The first map of the series and what it holds; of the first stretch only.
    let first: (held: SeriesRows<Area>, outline: Outline)?
    /// The last map of the stretch.
    let last: SeriesMap?
    /// The change to each map from the one before; none to the first of the series.
    let changes: [SeriesChange]
    let warnings: [Warning]
}

/// The change to one map of a series.
struct SeriesChange: Sendable {
    let receipt: FileReceipt
    let rows: SeriesRows<SeriesReport.Balance>
    let small: SmallParts
    let isJitter: Bool
    let edges: SeriesReport.Edges
    /// What the map holds, measured whole, where the model does not add up.
    let heldWhole: Area?

    func step(of entry: Series.Entry, held: SeriesRows<Area>) -> SeriesReport.Step {
        SeriesReport.Step(
            receipt: receipt, asOf: entry.asOf, total: .init(held: held.total, change: rows.total),
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

    init(_ entries: [Series.Entry], _ stretch: Range<Int>, _ cells: Cells?, _ plan: SeriesReport.Plan) {
        (self.entries, self.stretch, self.plan) = (entries, stretch, plan)
        let engine = GeometryEngine()
        self.engine = engine
        self.cells = cells
        cutter = cells.map { CellCutter($0, engine: engine) }
    }

    func measure(_ counter: ProgressCounter) throws(InputFault) -> StretchResult {
        var previous = stretch.lowerBound > 0 ? try plan.read(entries[stretch.lowerBound - 1].path, engine) : nil
        var first: (SeriesRows<Area>, Outline)?
        var (changes, warnings): ([SeriesChange], [Warning]) = ([], [])
        var log = PrecisionLog()
        for index in stretch {
            guard !Task.isCancelled else { break }
            let map = try plan.read(entries[index].path, engine)
            warnings += map.warnings
            if let before = previous {
                changes.append(try change(from: before, to: map, &log))
            } else {
                first = (try held(map, &log), map.outline)
                changes.append(noChange(map))
            }
            previous = map
            counter.finishOne()
        }
        return StretchResult(
            first: first, last: previous, changes: changes, warnings: warnings + log.warnings)
    }

    private func noChange(_ map: SeriesMap) -> SeriesChange {
        SeriesChange(
            receipt: map.receipt,
            rows: SeriesRows(
                total: .none, regions: cells?.sets.map { _ in .none } ?? [],
                remainder: cells == nil ? nil : SeriesReport.Balance.none),
            small: .none, isJitter: false, edges: .init(changed: 0, compared: 0), heldWhole: nil)
    }

    /// What the first map of a series holds: proven, united, cut up whole.
    private func held(_ map: SeriesMap, _ log: inout PrecisionLog) throws(InputFault) -> SeriesRows<Area> {
        let path = map.receipt.path
        let united = try plan.united(map, engine)
        log.note(united.precision, path)
        var rows = SeriesRows(total: try plan.model.area(of: united.set, in: path), regions: [], remainder: nil)
        guard let cutter else { return rows }
        let partition = try engine.placed(path) { _ throws(GeometryError) in try cutter.partition(united.set) }
        for part in partition.inside {
            log.note(part.precision, path)
            rows.regions.append(try plan.model.area(of: part.set, in: path))
        }
        rows.remainder = try plan.model.area(of: partition.remainder.set, in: path)
        return rows
    }

    private func change(
        from before: SeriesMap, to after: SeriesMap, _ log: inout PrecisionLog
    ) throws(InputFault) -> SeriesChange {
        // The same bytes are the same map, and cost nothing.
        guard before.receipt.sha256 != after.receipt.sha256 else { return noChange(after) }
        let path = after.receipt.path
        let change = try engine.placed(path) { engine throws(GeometryError) in
            try engine.change(from: before.outline, to: after.outline)
        }
        log.note(change.gained.precision, path)
        var rows = noChange(after).rows
        rows.total = try balance(change.gained.set, change.lost.set, path)
        if let cutter {
            let (gained, lost) = try engine.placed(path) { _ throws(GeometryError) in
                (try cutter.partition(change.gained.set), try cutter.partition(change.lost.set))
            }
            for index in rows.regions.indices {
                rows.regions[index] = try balance(gained.inside[index].set, lost.inside[index].set, path)
            }
            rows.remainder = try balance(gained.remainder.set, lost.remainder.set, path)
        }
        let small = try SmallParts(of: change, under: plan.minPart, model: plan.model, in: path)
        return SeriesChange(
            receipt: after.receipt, rows: rows, small: small, isJitter: change.isJitter(small),
            edges: .init(changed: change.edges.changed, compared: change.edges.compared),
            heldWhole: plan.model.isAdditive ? nil : try plan.heldWhole(after, engine))
    }

    private func balance(
        _ gained: ValidMultiPolygon, _ lost: ValidMultiPolygon, _ path: String
    ) throws(InputFault) -> SeriesReport.Balance {
        .init(gained: try plan.model.area(of: gained, in: path), lost: try plan.model.area(of: lost, in: path))
    }
}

extension SeriesReport.Plan {
    /// Reads the polygons of a map that count; unless they are to be repaired, nothing is proven of them yet.
    func read(_ path: String, _ engine: GeometryEngine) throws(InputFault) -> SeriesMap {
        let features = try MapFeatures(path: path, source: source, selection: selection)
        guard let repairing else {
            let parts = features.parts.filter { features.counted.contains($0.label) }
            for part in parts { try part.requireGeographic() }
            let polygons = parts.map(\.multiPolygon)
            try requireOneTurn(polygons, path: path)
            return SeriesMap(
                receipt: features.receipt, outline: Outline(unproven: polygons), polygons: polygons,
                warnings: features.warnings)
        }
        let snapshot = try Snapshot(features, repairing: repairing, engine: engine)
        let sets = snapshot.sets(of: snapshot.counted)
        try requireOneTurn(sets, path: path)
        return SeriesMap(
            receipt: snapshot.receipt, outline: Outline(sets), polygons: sets.map(\.multiPolygon),
            warnings: snapshot.warnings)
    }

    /// The land of a map as one proven set.
    func united(_ map: SeriesMap, _ engine: GeometryEngine) throws(InputFault) -> VerifiedSet {
        try engine.placed(map.receipt.path) { engine throws(GeometryError) in
            var sets: [ValidMultiPolygon] = []
            for polygons in map.polygons { sets.append(try engine.validated(polygons)) }
            return try engine.union(sets)
        }
    }

    /// What a map holds, measured whole.
    func heldWhole(_ map: SeriesMap, _ engine: GeometryEngine) throws(InputFault) -> Area {
        try model.area(of: united(map, engine).set, in: map.receipt.path)
    }
}

extension AreaModel {
    /// Whether parts measured apart add up to the whole: where edges are straight and areas integrated along them.
    var isAdditive: Bool {
        switch self {
        case .ellipsoidal(.straight), .spherical: true
        case .ellipsoidal(.geodesic), .webMap, .projected: false
        }
    }
}
