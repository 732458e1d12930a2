extension ValidMultiPolygon {
    /// Whether a point lies in the set, its boundary included.
    public func contains(_ position: Position) -> Bool {
        // Where the winding number cannot be told, the point lies on the boundary, to the last digit.
        WindingIndex(OrientedBoundary(polygons)).winding(around: position) != 0
    }
}
