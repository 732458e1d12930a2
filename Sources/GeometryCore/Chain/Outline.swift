/// A map's polygons, made ready to be compared with others.
///
/// Values only, so that many threads may share it; it costs a pass over the positions.
public struct Outline: Sendable {
    /// The polygons whose union the map is; they may overlap.
    let parts: [MultiPolygon]
    let boundary: OrientedBoundary
    let index: WindingIndex

    /// Prepares a map of one or several sets.
    public init(_ parts: [ValidMultiPolygon], after former: Outline? = nil) {
        self.init(unproven: parts.map(\.multiPolygon), after: former)
    }

    /// Prepares a map of which nothing is proven.
    ///
    /// A change by the faces of the chain from a map that is proven proves it too; where the change has to be had
    /// otherwise, its polygons are proven valid one by one, or refused.
    ///
    /// - Parameter former: a map that may have rings in common with this one; what is known of them is taken over.
    public init(unproven parts: [MultiPolygon], after former: Outline? = nil) {
        self.parts = parts
        boundary = OrientedBoundary(parts.lazy.flatMap(\.polygons), after: former?.boundary)
        index = WindingIndex(boundary)
    }
}
