/// A set of the plane: polygons proven valid, whose interiors do not meet (OGC 06-103r4 §6.1.14).
///
/// Only such a set is measured. One is had from ``GeometryEngine/validated(_:)``, from
/// ``GeometryEngine/repaired(_:measuredBy:)``, or as the result of an overlay.
public struct ValidMultiPolygon: Hashable, Sendable {
    /// The polygons; none for the empty set.
    public let polygons: [Polygon]

    /// The set without points.
    public static let empty = ValidMultiPolygon(proven: [])

    /// Takes polygons whose validity the caller has just proven.
    init(proven polygons: [Polygon]) {
        self.polygons = polygons
    }

    /// Whether the set has no points.
    public var isEmpty: Bool { polygons.isEmpty }

    /// The same polygons without the proof.
    public var multiPolygon: MultiPolygon { MultiPolygon(polygons) }

    /// The length of all rings in the plane, in units of the coordinates.
    public var planeLength: Double {
        polygons.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.planeLength } }
    }

    /// Each polygon as a set of its own.
    public var parts: [ValidMultiPolygon] { polygons.map { ValidMultiPolygon(proven: [$0]) } }

    /// The smallest box around the set; none for the empty set.
    public var bounds: Bounds? { multiPolygon.bounds }
}
