/// A set cut in two by another.
public struct Split: Hashable, Sendable {
    /// What lies in the other set.
    public let inside: VerifiedSet
    /// What lies outside the other set.
    public let outside: VerifiedSet
}

/// A set cut up by several others.
public struct Partition: Hashable, Sendable {
    /// What lies in each of the others, in their order.
    public let inside: [VerifiedSet]
    /// What lies in none of them.
    public let remainder: VerifiedSet
}

extension GeometryEngine {
    /// Cuts a set in two by another.
    public func split(_ set: ValidMultiPolygon, by other: ValidMultiPolygon) throws(GeometryError) -> Split {
        try split(OverlayOperand(set, in: context), set, by: OverlayOperand(other, in: context))
    }

    /// Cuts a set up by cells, which may overlap; where they do, a part is counted in each cell that it lies in.
    public func partition(
        _ set: ValidMultiPolygon, by cells: [ValidMultiPolygon]
    ) throws(GeometryError) -> Partition {
        var operands: [OverlayOperand] = []
        for cell in cells { operands.append(try OverlayOperand(cell, in: context)) }
        return try partition(set, by: operands)
    }

    func partition(_ set: ValidMultiPolygon, by cells: [OverlayOperand]) throws(GeometryError) -> Partition {
        guard !cells.isEmpty else {
            return Partition(inside: [], remainder: VerifiedSet(set: set, precision: .floating))
        }
        let whole = try OverlayOperand(set, in: context)
        var (rest, restOperand) = (VerifiedSet(set: set, precision: .floating), whole)
        var inside: [VerifiedSet] = []
        for cell in cells {
            let part = try split(whole, set, by: cell)
            inside.append(part.inside)
            guard !part.inside.set.isEmpty else { continue }
            // The first cut of the whole is that of the rest too.
            let outside = restOperand === whole ? part.outside : try split(restOperand, rest.set, by: cell).outside
            rest = VerifiedSet(set: outside.set, precision: rest.precision.coarser(outside.precision))
            restOperand = try OverlayOperand(rest.set, in: context)
        }
        return Partition(inside: inside, remainder: rest)
    }

    private func split(
        _ operand: OverlayOperand, _ set: ValidMultiPolygon, by other: OverlayOperand
    ) throws(GeometryError) -> Split {
        guard let bounds = operand.bounds, let otherBounds = other.bounds, bounds.meets(otherBounds) else {
            return Split(inside: .empty, outside: VerifiedSet(set: set, precision: .floating))
        }
        let pieces = try verified(.split, operand, other)
        return Split(inside: pieces[0], outside: pieces[1])
    }
}
