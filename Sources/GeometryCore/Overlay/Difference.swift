extension GeometryEngine {
    /// What lies in the first set and not in the second.
    public func difference(
        _ first: ValidMultiPolygon, _ second: ValidMultiPolygon
    ) throws(GeometryError) -> VerifiedSet {
        try split(first, by: second).outside
    }
}
