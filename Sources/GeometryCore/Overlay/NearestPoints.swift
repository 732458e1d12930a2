/// Two sets' nearest points on the ellipsoid.
public struct NearestPoints: Hashable, Sendable {
    /// The geodesic distance between the points; zero where the sets meet.
    public let distance: Distance
    /// The point of the first set.
    public let first: Position
    /// The point of the second set.
    public let second: Position
}

extension GeometryEngine {
    /// The nearest points of two geographic sets, and the geodesic between them (Karney 2013).
    ///
    /// Edges are straight in longitude and latitude (RFC 7946 §3.1.1). The points are chosen by the chord between them,
    /// which orders distances as the geodesic does to a ten-millionth at 100 km.
    ///
    /// - Returns: none where a set is empty.
    /// - Throws: ``GeometryError``; ``GeometryError/notOnEarth(latitude:)`` where a point lies beyond ±90°.
    public func nearestPoints(
        _ first: ValidMultiPolygon, _ second: ValidMultiPolygon
    ) throws(GeometryError) -> NearestPoints? {
        guard !first.isEmpty, !second.isEmpty else { return nil }
        if try GEOSLocator(GEOSShape(second.polygons, in: context)).meets(GEOSShape(first.polygons, in: context)) {
            let common = try intersection(first, second).set.polygons.first ?? first.polygons[0]
            let shared = common.shell.positions[0]
            return NearestPoints(distance: Distance(metres: 0), first: shared, second: shared)
        }
        guard let (one, two) = EdgeTree(first.polygons).nearestPoints(to: EdgeTree(second.polygons)) else {
            return nil
        }
        do throws(GeodesicFault) {
            return NearestPoints(distance: try Geodesic.inverse(from: one, to: two), first: one, second: two)
        } catch {
            switch error {
            case .latitudeOutOfRange(let degrees): throw .notOnEarth(latitude: degrees)
            }
        }
    }
}
