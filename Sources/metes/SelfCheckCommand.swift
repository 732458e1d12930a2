import ArgumentParser
import GeometryCore

struct SelfCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "self-check",
        abstract: "What the libraries on this machine compute, against known values.",
        discussion: """
            Example: metes self-check

            Prints the versions of GEOS and PROJ, areas whose values are known to 20 digits, and an overlay that some \
            versions of GEOS get wrong. Exit codes: 0 all agree; 1 one does not.
            """)

    func run() throws {
        var lines = ["metes \(Metes.versionNumber), GEOS \(LibraryVersions.geos), PROJ \(LibraryVersions.proj)"]
        let engine = GeometryEngine()
        var agree = true
        do {
            for reference in Reference.all {
                let set = try engine.validated(MultiPolygon([try reference.polygon()]))
                for (model, known) in [
                    (AreaModel.ellipsoidal(edges: .straight), reference.ellipsoid),
                    (.spherical(radius: Distance(metres: 6_378_137)), reference.sphere),
                ] {
                    let area = try model.area(of: set).squareMetres
                    // Half a millionth of a millionth, or what doubles of this size leave of a square metre.
                    let isRight = abs(area - known) <= max(5e-12 * known, 1e-3)
                    agree = agree && isRight
                    lines.append(
                        "\(isRight ? "right" : "WRONG")  \(reference.name), \(model.name): \(area) m², known \(known)")
                }
            }
            let (common, precision) = try Self.touchingTriangles(engine)
            agree = agree && common == 0
            let way =
                precision == .floating
                ? "on double precision" : "on a fixed grid: this GEOS is wrong on double precision, and was caught"
            lines.append(
                "\(common == 0 ? "right" : "WRONG")  overlay of two polygons that only touch: \(common) polygons, \(way)"
            )
        } catch {
            throw CommandFailure(message: "the self-check could not be done: \(error)")
        }
        try StandardOutput.write(lines.map { $0 + "\n" }.joined())
        if !agree { throw CommandExit.disagreement }
    }

    /// The polygons of shapely issue 1871, which touch along a line; GEOS 3.11.1 gives one of them as what they share.
    private static func touchingTriangles(_ engine: GeometryEngine) throws -> (polygons: Int, OverlayPrecision) {
        let first = try polygon([(446, -207), (315, -75.999_999_999_999_99), (557, -76)])
        let second = try polygon([(184, -207), (315, -76), (446, -207), (315, -338)])
        let common = try engine.intersection(
            engine.validated(MultiPolygon([first])), engine.validated(MultiPolygon([second])))
        return (common.set.polygons.count, common.precision)
    }

    fileprivate static func polygon(_ corners: [(Double, Double)]) throws -> Polygon {
        let positions = try (corners + corners.prefix(1)).map { try Position(x: $0.0, y: $0.1) }
        return Polygon(shell: try Ring(positions))
    }
}

/// A box between meridians and parallels, its area by quadrature with 40 digits.
private struct Reference {
    let name: String
    let west, south, east, north: Double
    let ellipsoid: Double
    let sphere: Double

    func polygon() throws -> Polygon {
        try SelfCheckCommand.polygon([(west, south), (east, south), (east, north), (west, north)])
    }

    static let all = [
        Reference(
            name: "a degree at the equator", west: 0, south: 0, east: 1, north: 1,
            ellipsoid: 12_308_463_893.975352113, sphere: 12_391_399_902.071105539),
        Reference(
            name: "a degree at 48° N", west: 35, south: 48, east: 36, north: 49,
            ellipsoid: 8_217_732_076.120942761, sphere: 8_211_102_654.199687532),
        Reference(
            name: "a degree at the pole", west: 10, south: 89, east: 11, north: 90,
            ellipsoid: 108_866_681.636207674, sphere: 108_138_108.687795947),
        Reference(
            name: "half a belt around the Earth", west: -90, south: 10, east: 90, north: 11,
            ellipsoid: 2_179_473_956_695.457624, sphere: 2_193_186_367_570.384120),
    ]
}
