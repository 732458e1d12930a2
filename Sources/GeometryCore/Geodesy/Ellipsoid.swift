/// A figure of the Earth: an ellipse turned about its short axis.
public struct Ellipsoid: Hashable, Sendable {
    /// The radius of the equator.
    public let equatorialRadius: Distance
    /// One over the flattening f = (a − b)/a, as the standards give it.
    public let inverseFlattening: Double

    /// Makes an ellipsoid of its two defining numbers.
    public init(equatorialRadius: Distance, inverseFlattening: Double) {
        self.equatorialRadius = equatorialRadius
        self.inverseFlattening = inverseFlattening
    }

    /// The World Geodetic System 1984 (NGA.STND.0036_1.0.0_WGS84, 2014, table 3.1).
    public static let wgs84 = Ellipsoid(
        equatorialRadius: Distance(metres: 6_378_137), inverseFlattening: 298.257_223_563)

    /// f = (a − b)/a.
    var flattening: Double { 1 / inverseFlattening }

    /// e² = f(2 − f).
    var eccentricitySquared: Double { flattening * (2 - flattening) }
}
