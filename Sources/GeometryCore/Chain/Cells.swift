/// Sets that others are cut up by, made ready to be asked often.
///
/// Values only, so that many threads may share them.
public struct Cells: Sendable {
    /// The sets.
    public let sets: [ValidMultiPolygon]
    private let bounds: [Bounds?]
    private let indices: [WindingIndex]

    /// Prepares sets, which may overlap.
    public init(_ sets: [ValidMultiPolygon]) {
        self.sets = sets
        bounds = sets.map(\.bounds)
        indices = sets.map { WindingIndex(OrientedBoundary($0.polygons)) }
    }

    /// The boundary of a cell.
    func boundary(of cell: Int) -> WindingIndex { indices[cell] }

    /// The cells whose boxes meet a box.
    func indices(near box: Bounds) -> [Int] { sets.indices.filter { bounds[$0]?.meets(box) ?? false } }

    /// The cells that hold all of a box; none where a border comes into it, or too near it to tell.
    func holding(_ box: Bounds) -> [Int]? {
        guard let corner = try? Position(x: box.minX, y: box.minY) else { return nil }
        var holders: [Int] = []
        for cell in indices(near: box) {
            guard !indices[cell].holdsEdge(in: box, where: { _ in true }),
                let winding = indices[cell].winding(around: corner)
            else { return nil }
            if winding != 0 { holders.append(cell) }
        }
        return holders
    }

    /// How a polygon lies to a set.
    enum Relation {
        case inside, outside, across
    }

    /// How a polygon lies to one of the sets: across it where a border runs through the polygon, or where a point inside
    /// lies too near a border to tell.
    func relation(of polygon: PolygonIndex, within box: Bounds, point: Position, to cell: Int)
        -> Relation
    {
        guard let cellBounds = bounds[cell], cellBounds.meets(box) else { return .outside }
        let depth = Rounding(in: box).depth
        let isCut = indices[cell].holdsEdge(in: box) { edge in
            !polygon.hasSide(edge) && polygon.holdsStretch(of: edge, deeperThan: depth)
        }
        if isCut { return .across }
        // No border runs through the polygon: it lies where a point inside it does.
        switch indices[cell].winding(around: point) {
        case nil: return .across
        case 0: return .outside
        default: return .inside
        }
    }
}

/// Cuts sets up by cells, for one thread of work: only a polygon through which a border runs is cut, the others are looked
/// up. Keeps what GEOS was told of the cells.
public final class CellCutter {
    let cells: Cells
    let engine: GeometryEngine
    private var operands: [Int: OverlayOperand] = [:]
    /// The land that the cells cover together; none leaves all cutting to GEOS.
    let cover: CellCover?

    /// Makes a cutter that works on an engine.
    ///
    /// - Parameter cover: the land that the cells cover together, without which ``areas(of:by:)`` is slower.
    public init(_ cells: Cells, cover: CellCover? = nil, engine: GeometryEngine) {
        (self.cells, self.cover) = (cells, cover)
        self.engine = engine
    }

    /// Cuts a set up; where cells overlap, a part is counted in each cell that it lies in.
    public func partition(_ set: ValidMultiPolygon) throws(GeometryError) -> Partition {
        var inside = [[Polygon]](repeating: [], count: cells.sets.count)
        var precisions = [OverlayPrecision](repeating: .floating, count: cells.sets.count)
        var (remainder, remainderPrecision): ([Polygon], OverlayPrecision) = ([], .floating)
        let points = try engine.pointsOnSurface(of: set)
        for (polygon, point) in zip(set.polygons, points) {
            let (isInside, across) = relations(of: polygon, point: point, &inside)
            let part = ValidMultiPolygon(proven: [polygon])
            let cut = try cut(part, by: across)
            for (cell, piece) in zip(across, cut.inside) {
                inside[cell] += piece.set.polygons
                precisions[cell] = precisions[cell].coarser(piece.precision)
            }
            if !isInside {
                remainder += cut.remainder.set.polygons
                remainderPrecision = remainderPrecision.coarser(cut.remainder.precision)
            }
        }
        // Polygons of one set, and what is cut from them, do not overlap.
        return Partition(
            inside: zip(inside, precisions).map {
                VerifiedSet(set: ValidMultiPolygon(proven: $0), precision: $1)
            },
            remainder: VerifiedSet(set: ValidMultiPolygon(proven: remainder), precision: remainderPrecision))
    }

    /// Adds a polygon to the cells that hold it; the cells whose border runs through it are left.
    private func relations(
        of polygon: Polygon, point: Position, _ inside: inout [[Polygon]]
    ) -> (isInside: Bool, across: [Int]) {
        guard let box = Bounds(around: polygon.shell.positions) else { return (false, []) }
        let own = PolygonIndex(polygon)
        var across: [Int] = []
        var isInside = false
        for cell in cells.sets.indices {
            switch cells.relation(of: own, within: box, point: point, to: cell) {
            case .outside: continue
            case .inside:
                inside[cell].append(polygon)
                isInside = true
            case .across: across.append(cell)
            }
        }
        return (isInside, across)
    }

    /// Cuts a polygon by what of the cells is near it; where that cannot be verified, by the whole cells.
    private func cut(_ part: ValidMultiPolygon, by across: [Int]) throws(GeometryError) -> Partition {
        var whole: [OverlayOperand] = []
        for cell in across { whole.append(try operand(cell)) }
        guard let box = part.bounds else { return try engine.partition(part, by: whole) }
        // A margin, so that no corner of the clip meets the polygon.
        let margin = 0.01 * max(box.maxX - box.minX, box.maxY - box.minY)
        do throws(GeometryError) {
            var near: [OverlayOperand] = []
            for operand in whole { near.append(try OverlayOperand(operand, near: box.grown(by: margin))) }
            let cut = try engine.partition(part, by: near)
            // The grid is for sets that are hard, not for clips that are.
            guard cut.inside.allSatisfy({ $0.precision == .floating }), cut.remainder.precision == .floating else {
                return try engine.partition(part, by: whole)
            }
            return cut
        } catch {
            return try engine.partition(part, by: whole)
        }
    }

    private func operand(_ cell: Int) throws(GeometryError) -> OverlayOperand {
        if let known = operands[cell] { return known }
        let made = try OverlayOperand(cells.sets[cell], in: engine.context)
        operands[cell] = made
        return made
    }
}
