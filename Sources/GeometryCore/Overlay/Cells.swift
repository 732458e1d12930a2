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

    /// How a polygon lies to a set.
    enum Relation {
        case inside, outside, across
    }

    /// How a polygon lies to one of the sets; across where this is not plain.
    func relation(of polygon: Polygon, within box: Bounds, to cell: Int) -> Relation {
        guard let cellBounds = bounds[cell], cellBounds.meets(box) else { return .outside }
        // Without a border in its box, a polygon lies where any of its positions does.
        if indices[cell].holdsEdge(in: box, where: { _ in true }) { return .across }
        switch indices[cell].winding(around: polygon.shell.positions[0]) {
        case nil: return .across
        case 0: return .outside
        default: return .inside
        }
    }
}

extension GeometryEngine {
    /// Cuts a set up by cells: only a polygon with a border in its box is cut, the others are looked up.
    public func partition(_ set: ValidMultiPolygon, by cells: Cells) throws(GeometryError) -> Partition {
        var inside = [[Polygon]](repeating: [], count: cells.sets.count)
        var precisions = [OverlayPrecision](repeating: .floating, count: cells.sets.count)
        var (remainder, remainderPrecision): ([Polygon], OverlayPrecision) = ([], .floating)
        for polygon in set.polygons {
            guard let box = Bounds(around: polygon.shell.positions) else { continue }
            var across: [Int] = []
            var isInside = false
            for cell in cells.sets.indices {
                switch cells.relation(of: polygon, within: box, to: cell) {
                case .outside: continue
                case .inside:
                    inside[cell].append(polygon)
                    isInside = true
                case .across: across.append(cell)
                }
            }
            let part = ValidMultiPolygon(proven: [polygon])
            let cut = try partition(part, by: across.map { cells.sets[$0] })
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
}
