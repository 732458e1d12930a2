extension GeometryEngine {
    /// What lies in either set.
    public func union(_ first: ValidMultiPolygon, _ second: ValidMultiPolygon) throws(GeometryError) -> VerifiedSet {
        try union([first, second])
    }

    /// What lies in any of the sets.
    ///
    /// Only sets that meet are overlaid, pairwise, each step verified; the others are put side by side.
    public func union(_ sets: [ValidMultiPolygon]) throws(GeometryError) -> VerifiedSet {
        let sets = sets.filter { !$0.isEmpty }
        if sets.count < 2 { return VerifiedSet(set: sets.first ?? .empty, precision: .floating) }
        var precision = OverlayPrecision.floating
        var apart: [(set: ValidMultiPolygon, operand: OverlayOperand)] = []
        for set in sets {
            var (grown, operand) = (set, try OverlayOperand(set, in: context))
            var index = 0
            while index < apart.count {
                guard try meet(operand, apart[index].operand) else {
                    index += 1
                    continue
                }
                let step = try verified(.union, operand, apart.remove(at: index).operand)[0]
                precision = precision.coarser(step.precision)
                grown = step.set
                operand = try OverlayOperand(grown, in: context)
                // Rounding may have moved a corner onto a set that was passed: look at all of them again.
                index = 0
            }
            apart.append((grown, operand))
        }
        // Sets that share no point, side by side, are a set.
        return VerifiedSet(set: ValidMultiPolygon(proven: apart.flatMap(\.set.polygons)), precision: precision)
    }

    private func meet(_ first: OverlayOperand, _ second: OverlayOperand) throws(GeometryError) -> Bool {
        guard let one = first.bounds, let two = second.bounds, one.meets(two) else { return false }
        // The index is dear to build: ask it of the set that is asked most often, the larger one.
        return first.planeLength > second.planeLength
            ? try first.locator().meets(second.shape) : try second.locator().meets(first.shape)
    }
}
