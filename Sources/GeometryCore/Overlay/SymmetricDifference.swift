extension GeometryEngine {
    /// What lies in exactly one of the two sets.
    public func symmetricDifference(
        _ first: ValidMultiPolygon, _ second: ValidMultiPolygon
    ) throws(GeometryError) -> VerifiedSet {
        try verified(
            .symmetricDifference, OverlayOperand(first, in: context), OverlayOperand(second, in: context))[0]
    }
}
