/// Polygons taken together, as somebody drew them: possibly invalid, possibly overlapping, possibly none.
public struct MultiPolygon: Hashable, Sendable {
    /// The polygons, in the order in which they were given.
    public let polygons: [Polygon]

    /// Makes a multipolygon; nothing is proven about how its polygons lie.
    public init(_ polygons: [Polygon]) {
        self.polygons = polygons
    }

    /// The smallest box around the polygons; none where there is none.
    public var bounds: Bounds? { Bounds(aroundAll: polygons.lazy.flatMap(\.shell.positions)) }
}
