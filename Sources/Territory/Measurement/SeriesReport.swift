import GeometryCore

/// What a series of maps holds, and what changed from each to the next, in total and by region.
public struct SeriesReport: Sendable {
    /// By which model all areas here are measured.
    public let model: AreaModel
    /// The maps, in order of their time.
    public let steps: [Step]
    /// The regions, in the order of each step's rows; none where no regions were asked for.
    public let regions: [Region]
    /// What was gained and lost from each map to the next, added up.
    public let cumulative: Balance
    /// What was gained and lost from the first map to the last: land that changed hands twice does not count.
    public let endToEnd: Balance
    /// What was noticed.
    public let warnings: [Warning]

    /// What was gained and lost.
    public struct Balance: Hashable, Sendable {
        /// The gained area.
        public var gained: Area
        /// The lost area.
        public var lost: Area

        /// No change.
        public static let none = Balance(gained: .zero, lost: .zero)

        /// Gained less lost.
        public var net: Area { gained - lost }

        static func += (total: inout Balance, more: Balance) {
            total.gained = total.gained + more.gained
            total.lost = total.lost + more.lost
        }
    }

    /// One map of a series, and what changed since the one before.
    public struct Step: Sendable {
        /// The map's path as it was given.
        public let path: String
        /// Which bytes; none where the plan asks for no receipts.
        public let receipt: FileReceipt?
        /// The moment that it shows.
        public let asOf: Moment
        /// What it holds and how that changed.
        public let total: Row
        /// The same by region, in the order of the report's regions.
        public let regions: [Row]
        /// The same in no region; none where no regions were asked for.
        public let remainder: Row?
        /// The parts of the change under the threshold.
        public let small: SmallParts
        /// Whether the border was drawn anew rather than moved.
        public let isJitter: Bool
        /// How many edges changed, of how many compared.
        public let edges: Edges
    }

    /// What is held, and how that changed since the map before.
    public struct Row: Hashable, Sendable {
        /// The area held.
        public let held: Area
        /// The change.
        public let change: Balance
    }

    /// How many edges of two maps differ.
    public struct Edges: Hashable, Sendable {
        /// How many stand in one map only.
        public let changed: Int
        /// How many the two maps have in all.
        public let compared: Int
    }
}

extension SeriesReport {
    /// How a series is measured.
    public struct Plan: Sendable {
        /// The source of the maps; none where every polygon counts.
        public let source: Source?
        /// Which features count.
        public let selection: Selection
        /// The area model.
        public let model: AreaModel
        /// Under which area a part of a change is small.
        public let minPart: Area
        /// Whether invalid polygons are repaired.
        public let repairs: Bool
        /// Whether each step says which bytes its map was; hashing them costs about as much as reading them.
        public let givesReceipts: Bool

        /// Says how a series is measured.
        public init(
            source: Source?, selection: Selection, model: AreaModel, minPart: Area, repairs: Bool,
            givesReceipts: Bool = true
        ) {
            self.source = source
            self.selection = selection
            self.model = model
            self.minPart = minPart
            self.repairs = repairs
            self.givesReceipts = givesReceipts
        }

        var repairing: AreaModel? { repairs ? model : nil }
    }

    /// Measures maps in order of time.
    ///
    /// The first map is proven, united and cut up by the regions; every later one is the one before and what changed. Where
    /// areas of parts do not add up to the whole's (``AreaModel/isAdditive``), every map is measured like the first. The
    /// last one is measured whole again, and must hold what the changes add up to. Maps are read and compared in as many
    /// stretches as there are workers; no more maps are kept at a time.
    ///
    /// - Parameter progress: told after each map how many there have been.
    /// - Throws: ``InputFault``.
    public static func measure(
        _ entries: [Series.Entry], by regionSet: RegionSet?, plan: Plan, workers: Int,
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws(InputFault) -> SeriesReport {
        let cells = regionSet.map { Cells($0.regions.map(\.set)) }
        let opening = try entries.first.map { entry throws(InputFault) in try SeriesOpening(entry, plan) }
        var madeCover: CellCover?
        if let regionSet, let cells {
            madeCover = try GeometryEngine().placed(regionSet.receipt.path) { engine throws(GeometryError) in
                try CellCover(of: cells, near: opening?.map.bounds, engine: engine)
            }
        }
        let cover = madeCover
        let counter = ProgressCounter(progress)
        let stretches = Self.stretches(of: entries, workers: workers)
        let parts: [StretchResult]
        do {
            parts = try await withThrowingTaskGroup(of: (Int, StretchResult).self) { group in
                for (index, stretch) in stretches.enumerated() {
                    group.addTask {
                        let stretch = SeriesStretch(entries, stretch, cells, cover, plan)
                        return (index, try stretch.measure(counter, after: index == 0 ? opening : nil))
                    }
                }
                var found: [(Int, StretchResult)] = []
                for try await result in group { found.append(result) }
                return found.sorted { $0.0 < $1.0 }.map(\.1)
            }
        } catch let fault as InputFault {
            throw fault
        } catch {
            throw .inconsistent("the series was not measured: \(error)", at: Place())
        }
        return try assemble(entries, parts, regionSet, cells, plan)
    }

    /// As many stretches of steps as there are workers, and no more than there are steps.
    private static func stretches(of entries: [Series.Entry], workers: Int) -> [Range<Int>] {
        let count = max(1, min(workers, entries.count / 2))
        return (0..<count).map { entries.count * $0 / count..<entries.count * ($0 + 1) / count }
    }

    private static func assemble(
        _ entries: [Series.Entry], _ parts: [StretchResult], _ regionSet: RegionSet?, _ cells: Cells?, _ plan: Plan
    ) throws(InputFault) -> SeriesReport {
        guard let first = parts.first?.first, let last = parts.last?.last else {
            throw .noPolygons(path: entries.first?.path ?? "", selection: plan.selection.description)
        }
        var (held, steps, cumulative) = (first.held, [Step](), Balance.none)
        for (entry, change) in zip(entries, parts.flatMap(\.changes)) {
            held = held.adding(change.rows)
            if let whole = change.heldWhole { held = whole }
            cumulative += change.rows.total
            steps.append(change.step(of: entry, held: held))
        }
        let engine = GeometryEngine()
        let path = last.file.path
        // A full recount: what the changes add up to is what the last map holds.
        let recount = try plan.heldWhole(last, engine)
        let difference = (recount - held.total).magnitude
        guard !plan.model.isAdditive || difference.squareMetres <= max(1, 1e-12 * recount.squareMetres) else {
            throw .inconsistent(
                "the changes add up to \(held.total.squareKilometres) km², but the last map holds "
                    + "\(recount.squareKilometres) km²; no figure is given rather than a wrong one",
                at: Place(file: path))
        }
        let whole = try engine.placed(path) { engine throws(GeometryError) in
            try engine.change(from: first.outline, to: last.outline)
        }
        let endToEnd = Balance(
            gained: try plan.model.area(of: whole.gained.set, in: path),
            lost: try plan.model.area(of: whole.lost.set, in: path))
        return SeriesReport(
            model: plan.model, steps: steps, regions: regionSet?.regions ?? [], cumulative: cumulative,
            endToEnd: endToEnd,
            warnings: ((regionSet?.warnings ?? []) + parts.flatMap { $0.mapWarnings + $0.overlayWarnings }).reduce(
                into: []) {
                    if !$0.contains($1) { $0.append($1) }
                })
    }
}
