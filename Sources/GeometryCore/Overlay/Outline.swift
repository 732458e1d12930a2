/// A map's polygons, made ready to be compared with others.
///
/// Values only, so that many threads may share it; it costs a pass over the positions.
public struct Outline: Sendable {
    /// The sets whose union the map is; they may overlap.
    public let parts: [ValidMultiPolygon]
    let boundary: OrientedBoundary
    let index: WindingIndex

    /// Prepares a map of one or several sets.
    public init(_ parts: [ValidMultiPolygon]) {
        self.parts = parts
        boundary = OrientedBoundary(parts.lazy.flatMap(\.polygons))
        index = WindingIndex(boundary)
    }
}
