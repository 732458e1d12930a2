#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

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
    /// The nearest points of two geographic sets and the geodesic between them.
    ///
    /// Edges are straight in longitude and latitude (RFC 7946 §3.1.1). The points are sought in a plane in which a
    /// degree of longitude and one of latitude have the lengths that they have halfway between the points, the
    /// latitude being found by iteration; there the edges stay straight. Over a distance d this misjudges lengths by
    /// a few (d/R)², a millionth at 5 km, in the choice of the points only: the distance given is that of the
    /// geodesic between the points chosen (Karney 2013).
    ///
    /// - Returns: none where a set is empty.
    /// - Throws: ``GeometryError``; ``GeometryError/notOnEarth(latitude:)`` where a point lies beyond ±90°.
    public func nearestPoints(
        _ first: ValidMultiPolygon, _ second: ValidMultiPolygon
    ) throws(GeometryError) -> NearestPoints? {
        guard let one = first.bounds, let two = second.bounds else { return nil }
        let locator = try GEOSLocator(GEOSShape(second.polygons, in: context))
        if try locator.meets(GEOSShape(first.polygons, in: context)) {
            let point = try intersection(first, second).set.polygons.first?.shell.positions[0]
            let shared = point ?? first.polygons[0].shell.positions[0]
            return NearestPoints(distance: Distance(metres: 0), first: shared, second: shared)
        }
        var latitude = (max(one.minY, two.minY) + min(one.maxY, two.maxY)) / 2
        var pair = (first.polygons[0].shell.positions[0], second.polygons[0].shell.positions[0])
        for _ in 0..<Self.mostIterations {
            let scale = Self.longitudeScale(atLatitude: latitude)
            guard
                let points = EdgeTree(first.polygons, stretch: scale).nearestPoints(
                    to: EdgeTree(second.polygons, stretch: scale)),
                let near = try? Position(x: points.0.x / scale, y: points.0.y),
                let far = try? Position(x: points.1.x / scale, y: points.1.y)
            else { break }
            pair = (near, far)
            let halfway = (near.y + far.y) / 2
            guard abs(halfway - latitude) > 1e-9 else { break }
            latitude = halfway
        }
        do throws(GeodesicFault) {
            return NearestPoints(
                distance: try Geodesic.inverse(from: pair.0, to: pair.1), first: pair.0, second: pair.1)
        } catch {
            switch error {
            case .latitudeOutOfRange(let degrees): throw .notOnEarth(latitude: degrees)
            }
        }
    }

    private static let mostIterations = 8

    /// How long a degree of longitude is in degrees of latitude: N cos φ / M, the radii of curvature of WGS84
    /// (Snyder 1987, eqs. 4-18 and 4-20).
    private static func longitudeScale(atLatitude latitude: Double) -> Double {
        let radians = latitude * .pi / 180
        let eccentricity = Ellipsoid.wgs84.eccentricitySquared
        let scale = cos(radians) * (1 - eccentricity * sin(radians) * sin(radians)) / (1 - eccentricity)
        // At a pole every longitude is one place; the plane needs some width all the same.
        return max(scale, 1e-6)
    }
}
