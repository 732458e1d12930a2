import CGEOS

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
        let (one, two) = (
            try GEOSShape(first.polygons, in: context), try GEOSShape(second.polygons, in: context)
        )
        if try GEOSLocator(two).meets(one) {
            // What they share may be an area, a line or a point; null on exception
            let shared = try GEOSShape(
                owning: context.geos.GEOSIntersection_r(context.handle, one.pointer, two.pointer), in: context,
                operation: "intersection")
            let point = try shared.anyPoint() ?? first.polygons[0].shell.positions[0]
            return NearestPoints(distance: Distance(metres: 0), first: point, second: point)
        }
        guard let (here, there) = EdgeTree(first.polygons).nearestPoints(to: EdgeTree(second.polygons)) else {
            return nil
        }
        return try geodesic(from: here, to: there)
    }

    /// The point of a geographic set that is nearest to a position, likewise; the position itself where the set holds it.
    public func nearestPoints(
        _ set: ValidMultiPolygon, to position: Position
    ) throws(GeometryError) -> NearestPoints? {
        if set.contains(position) {
            return NearestPoints(distance: Distance(metres: 0), first: position, second: position)
        }
        guard let (here, there) = EdgeTree(set.polygons).nearestPoints(to: EdgeTree(position)) else { return nil }
        return try geodesic(from: here, to: there)
    }

    private func geodesic(from here: Position, to there: Position) throws(GeometryError) -> NearestPoints {
        do throws(GeodesicFault) {
            return NearestPoints(distance: try Geodesic.inverse(from: here, to: there), first: here, second: there)
        } catch {
            throw GeometryError(error)
        }
    }
}
