import Synchronization

/// How much of a set lies in each of several cells.
public struct CellAreas: Hashable, Sendable {
    /// The area in each cell, in the cells' order.
    public internal(set) var inside: [Area]
    /// The area in none of them.
    public internal(set) var remainder: Area
    /// How well the cuts are known that had to be made.
    public internal(set) var precision: OverlayPrecision

    fileprivate init(inside: [Area], remainder: Area, precision: OverlayPrecision) {
        (self.inside, self.remainder, self.precision) = (inside, remainder, precision)
    }

    /// The areas of the parts of a set that has been cut up.
    ///
    /// - Throws: ``GeometryError`` where a part cannot be measured.
    public init(of partition: Partition, by model: AreaModel) throws(GeometryError) {
        inside = []
        for piece in partition.inside { inside.append(try model.areasInCell(ofParts: piece.set).sum()) }
        remainder = try model.areasInCell(ofParts: partition.remainder.set).sum()
        precision = partition.inside.reduce(partition.remainder.precision) { $0.coarser($1.precision) }
    }
}

extension AreaModel {
    fileprivate func areasInCell(ofParts set: ValidMultiPolygon) throws(GeometryError) -> [Area] {
        do throws(AreaFault) {
            return try areasOfParts(of: set)
        } catch {
            throw .unverified(operation: "areas by region", reason: "\(error)")
        }
    }
}

/// The land that cells cover together, for remainders: of the cells near a box, of all as soon as one beyond is asked for.
///
/// Many threads may share it. Which land is asked of depends on the cells that a polygon is near to, not on who asked before.
public final class CellCover: Sendable {
    private let cells: Cells
    private let near: CoveredLand?
    private let whole = Mutex<CoveredLand?>(nil)

    /// Unites the cells near a box; without a box, or where no cell is near, it is left to the first that asks.
    ///
    /// - Throws: ``GeometryError`` where the cells cannot be united.
    public init(of cells: Cells, near box: Bounds?, engine: GeometryEngine) throws(GeometryError) {
        self.cells = cells
        let members = box.map(cells.indices) ?? []
        near = members.isEmpty ? nil : try CoveredLand(of: cells, members, engine: engine)
    }

    /// The land of all cells, made when it is first asked for.
    ///
    /// - Throws: ``GeometryError`` where the cells cannot be united.
    public func whole(engine: GeometryEngine) throws(GeometryError) -> CoveredLand {
        try whole.withLock { (known) throws(GeometryError) in
            if let known { return known }
            let made = try CoveredLand(of: cells, Array(cells.sets.indices), engine: engine)
            known = made
            return made
        }
    }

    /// The land of some cells, and of others that do not matter to what only these are near to.
    fileprivate func land(of members: [Int], engine: GeometryEngine) throws(GeometryError) -> CoveredLand {
        if let near, near.members.isSuperset(of: members) { return near }
        return try whole(engine: engine)
    }
}

/// The land that some cells cover together.
public struct CoveredLand: Sendable {
    let index: WindingIndex
    /// Whether no two cells overlap, so that their areas add up to the land's.
    fileprivate let isDisjoint: Bool
    fileprivate let members: Set<Int>

    /// Unites cells.
    ///
    /// Borders between neighbours cancel where they are the same edge for edge. What is left of most sets bounds their land. Else
    /// its faces are covered as often as it winds round them, and must add up to the cells; where they do not, the cells are
    /// united by verified overlay.
    fileprivate init(of cells: Cells, _ members: [Int], engine: GeometryEngine) throws(GeometryError) {
        self.members = Set(members)
        let rings = members.flatMap { cells.boundary(of: $0).rings }
        let chain = BoundaryChain(addingUp: rings)
        if let loops = chain.loops, let boundary = PlainSet.boundary(loops) {
            (index, isDisjoint) = (boundary, true)
            return
        }
        let faces = try? engine.balancedFaces(of: chain)
        isDisjoint = faces?.allSatisfy { $0.label == 1 } ?? false
        // Once more where cells overlap: sides between an overlap and the rest cancel then.
        let outer =
            isDisjoint
            ? faces
            : faces.flatMap { faces in
                let rings = OrientedBoundary(faces.map(\.polygon)).rings
                return try? engine.balancedFaces(of: BoundaryChain(addingUp: rings))
            }
        if let outer, outer.allSatisfy({ $0.label == 1 }) {
            index = WindingIndex(OrientedBoundary(outer.map(\.polygon)))
        } else {
            index = WindingIndex(OrientedBoundary(try engine.union(members.map { cells.sets[$0] }).set.polygons))
        }
    }
}

extension GeometryEngine {
    /// The faces of a chain, which add up to it.
    fileprivate func balancedFaces(of chain: BoundaryChain) throws(GeometryError) -> [ChainFace] {
        let faces = try faces(of: chain).faces
        _ = try balancedAreas(of: faces, chain)
        return faces
    }
}

extension CellCutter {
    /// How much of a set lies in each cell; where cells overlap, a part is counted in each that it lies in.
    ///
    /// By Green's theorem where the model is additive and doubles can tell how the boundaries lie, without making a polygon;
    /// else by verified overlay.
    ///
    /// - Parameter wholes: the areas of the set's polygons, where they have been measured.
    /// - Throws: ``GeometryError``, also where a part cannot be measured.
    public func areas(
        of set: ValidMultiPolygon, by model: AreaModel, knowing wholes: [Area]? = nil
    ) throws(GeometryError) -> CellAreas {
        var areas = CellAreas(
            inside: [Area](repeating: .zero, count: cells.sets.count), remainder: .zero, precision: .floating)
        let sum = model.additiveSum
        let wholes = if let wholes { wholes } else { try model.areasInCell(ofParts: set) }
        for (polygon, whole) in zip(set.polygons, wholes) {
            if let cover, let sum, try addShares(of: polygon, whole, sum, cover, &areas) { continue }
            let more = try CellAreas(of: try partition(ValidMultiPolygon(proven: [polygon])), by: model)
            areas.inside = zip(areas.inside, more.inside).map { $0 + $1 }
            areas.remainder = areas.remainder + more.remainder
            areas.precision = areas.precision.coarser(more.precision)
        }
        return areas
    }

    /// The same of a whole map: where areas do not add up, it is cut as one, since a corner more on a side changes them.
    public func areas(ofMap map: ValidMultiPolygon, by model: AreaModel) throws(GeometryError) -> CellAreas {
        guard !model.isAdditive else { return try areas(of: map, by: model) }
        return try CellAreas(of: try engine.partition(map, by: cells.sets), by: model)
    }

    /// Adds what of a polygon lies in each cell; false, and nothing added, where doubles cannot tell, or where the shares do
    /// not add up to what lies in all cells.
    private func addShares(
        of polygon: Polygon, _ area: Area, _ sum: some EdgeSum, _ cover: CellCover, _ areas: inout CellAreas
    ) throws(GeometryError) -> Bool {
        guard let box = Bounds(around: polygon.shell.positions) else { return false }
        if let holders = cells.holding(box) {
            for cell in holders { areas.inside[cell] = areas.inside[cell] + area }
            if holders.isEmpty { areas.remainder = areas.remainder + area }
            return true
        }
        let own = WindingIndex(OrientedBoundary([polygon]))
        func common(_ other: WindingIndex) -> Double? {
            guard let common = CommonArea(own, other) else { return nil }
            // All of it is the same figure as the total's, not one that agrees to rounding.
            return common.isAllOfTheFirst ? area.squareMetres : common.area(by: sum)
        }
        let near = cells.indices(near: box)
        var shares: [(cell: Int, area: Double)] = []
        for cell in near {
            guard let share = common(cells.boundary(of: cell)) else { return false }
            if share != 0 { shares.append((cell, share)) }
        }
        let land = try cover.land(of: near, engine: engine)
        guard let covered = common(land.index) else { return false }
        let all = shares.map(\.area).reduce(0, +)
        let rounding = max(1e-3, 1e-12 * area.squareMetres)
        guard land.isDisjoint ? (all - covered).magnitude <= rounding : all >= covered - rounding else { return false }
        for (cell, share) in shares { areas.inside[cell] = areas.inside[cell] + Area(squareMetres: max(share, 0)) }
        areas.remainder = areas.remainder + Area(squareMetres: max(area.squareMetres - covered, 0))
        return true
    }
}
