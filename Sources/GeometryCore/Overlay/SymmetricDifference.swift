extension GeometryEngine {
    /// What lies in exactly one of the two sets.
    public func symmetricDifference(
        _ first: ValidMultiPolygon, _ second: ValidMultiPolygon
    ) throws(GeometryError) -> VerifiedSet {
        let change = try change(from: first, to: second)
        let both = try union(change.gained.set, change.lost.set)
        return VerifiedSet(
            set: both.set,
            precision: both.precision.coarser(change.gained.precision).coarser(change.lost.precision))
    }
}
