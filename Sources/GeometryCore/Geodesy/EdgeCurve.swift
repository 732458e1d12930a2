#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An edge on the ellipsoid: straight in longitude and latitude, a curve in space.
struct EdgeCurve {
    private let from: SIMD2<Double>
    private let step: SIMD2<Double>

    /// An edge between two positions in degrees.
    init(from: Position, to: Position) {
        self.from = SIMD2(from.x, from.y) * (.pi / 180)
        step = SIMD2(to.x - from.x, to.y - from.y) * (.pi / 180)
    }

    /// A point of the edge, from 0 at its start to 1 at its end, and how it moves along the edge: both in metres from
    /// the Earth's centre (Torge and Müller 2012, eq. 4.29).
    func point(at part: Double) -> (place: SIMD3<Double>, velocity: SIMD3<Double>) {
        let angles = from + part * step
        let (sinLongitude, cosLongitude) = (sin(angles.x), cos(angles.x))
        let (sinLatitude, cosLatitude) = (sin(angles.y), cos(angles.y))
        let ellipsoid = Ellipsoid.wgs84
        let (radius, squared) = (ellipsoid.equatorialRadius.metres, ellipsoid.eccentricitySquared)
        let root = (1 - squared * sinLatitude * sinLatitude).squareRoot()
        let normal = radius / root
        let meridian = normal * (1 - squared) / (root * root)
        let place = SIMD3(
            normal * cosLatitude * cosLongitude, normal * cosLatitude * sinLongitude,
            normal * (1 - squared) * sinLatitude)
        let east = SIMD3(-sinLongitude, cosLongitude, 0) * (normal * cosLatitude * step.x)
        let north =
            SIMD3(-sinLatitude * cosLongitude, -sinLatitude * sinLongitude, cosLatitude) * (meridian * step.y)
        return (place, east + north)
    }

    /// How far the curve can be from the straight line between its ends, in metres.
    ///
    /// A curve of curvature κ and length L leaves its chord by at most κL²/8; here κ ≤ (1 + |tan φ|)/b, since the edge
    /// bends down with the ellipsoid, by 1/b at the most, and sideways by tan φ/N.
    var greatestBend: Double {
        let steepest = max(abs(from.y), abs(from.y + step.y))
        let reach = Ellipsoid.wgs84.equatorialRadius.metres * 1.01 * (abs(step.x) + abs(step.y))
        // Near a pole the bound grows without end; the edge does not leave the Earth.
        return min(reach * reach / 8 * (1 + tan(min(steepest, 1.57))) / 6.3e6, reach)
    }

    /// The part of the way along the edge at which it is nearest to a place.
    func nearestPart(to place: SIMD3<Double>) -> Double {
        let (start, end) = (point(at: 0).place, point(at: 1).place)
        let chord = end - start
        let length = (chord * chord).sum()
        guard length > 0 else { return 0 }
        var part = min(max(((place - start) * chord).sum() / length, 0), 1)
        // Gauss and Newton's step; the curve is nearly straight, so that a few steps reach the last digit.
        for _ in 0..<6 {
            let (here, velocity) = point(at: part)
            let next = min(max(part - ((here - place) * velocity).sum() / (velocity * velocity).sum(), 0), 1)
            if abs(next - part) < 1e-14 { return next }
            part = next
        }
        return part
    }

    /// The position at a part of the way, in degrees.
    func position(at part: Double) -> Position? {
        let degrees = (from + part * step) * (180 / .pi)
        return try? Position(x: degrees.x, y: degrees.y)
    }
}
