extension GeometryEngine {
    /// What lies in both sets; parts without an area (touching points and lines) are left out.
    public func intersection(
        _ first: ValidMultiPolygon, _ second: ValidMultiPolygon
    ) throws(GeometryError) -> VerifiedSet {
        try split(first, by: second).inside
    }
}
