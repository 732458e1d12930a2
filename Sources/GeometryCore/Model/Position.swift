/// A point of the plane: two finite numbers.
///
/// The plane operations know nothing of the globe. Where a position means a place on Earth, `x` is the longitude
/// and `y` the latitude, both in degrees; the GeoJSON reader and the geographic area models check the ranges.
public struct Position: Hashable, Sendable {
    /// The first coordinate; in degrees of longitude where the position is geographic.
    public let x: Double
    /// The second coordinate; in degrees of latitude where the position is geographic.
    public let y: Double

    /// Makes a position of two finite numbers.
    ///
    /// - Throws: ``GeometryFault/notFinite(x:y:)``.
    public init(x: Double, y: Double) throws(GeometryFault) {
        guard x.isFinite, y.isFinite else { throw .notFinite(x: x, y: y) }
        self.x = x
        self.y = y
    }

    /// Takes two numbers that are known to be finite.
    @inline(__always) init(finite x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}
