extension GeometryEngine {
    /// Whether a point lies in a set, its boundary included.
    public func contains(_ set: ValidMultiPolygon, _ position: Position) throws(GeometryError) -> Bool {
        guard !set.isEmpty else { return false }
        return try GEOSLocator(GEOSShape(set.polygons, in: context)).agrees(position, inside: true, tolerance: 0)
    }
}
