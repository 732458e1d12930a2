import TestSupport
import Testing

@testable import GeometryCore

/// Areas and geodesics against reference values of other routes.
@Suite(.enabled(if: TestData.isShared("conformance/area"), "\(TestData.notShared)"))
struct AreaTests {
    private static let columns: [(name: String, model: AreaModel)] = [
        ("wgs84_m2", .standard), ("sphere_6378137_m2", .spherical(radius: Distance(metres: 6_378_137))),
        ("sphere_6371008.8_m2", .spherical(radius: Distance(metres: 6_371_008.8))),
    ]

    /// 40-digit quadrature along straight edges: to 5e-12 of the area or 1e-3 m².
    @Test func areasUnderStraightEdges() throws {
        var tally = Tally("areas under straight edges, on WGS84 and two spheres")
        for row in try Row.all(of: "conformance/area/straight-edge-areas.tsv") {
            let polygons = try GEOSShape(wellKnown: row.text("wkt"), in: GEOSContext()).polygons()
            let set = ValidMultiPolygon(proven: polygons)
            for (name, model) in Self.columns {
                let expected = try row.number(name)
                let area = try model.area(of: set).squareMetres
                let isClose = abs(area - expected) <= max(5e-12 * expected, 1e-3)
                tally.count("\(try row.text("name")), \(name)", failure: isClose ? nil : "an area of \(area) m²")
            }
        }
        #expect(tally.finish() == [])
    }

    /// GeographicLib's own tests: signed areas, poles and double windings included, each to its own tolerance.
    @Test func areasAndPerimetersUnderGeodesics() throws {
        var areas = Tally("areas of geodesic polygons")
        var perimeters = Tally("perimeters of geodesic polygons")
        for row in try Row.all(of: "conformance/area/planimeter.tsv") {
            let (name, open) = (try row.text("name"), try row.positions("points_lat_lon"))
            let area = try AreaModel.ellipsoidal(edges: .geodesic).signedArea(of: Ring(open + [open[0]])).squareMetres
            let isArea = try abs(area - row.number("area_m2")) <= row.number("area_tolerance_m2")
            areas.count(name, failure: isArea ? nil : "an area of \(area) m²")
            guard row.fields["perimeter_m"] != nil else {
                perimeters.leaveOut("without a perimeter in the table")
                continue
            }
            let perimeter = try zip(open, open.dropFirst() + [open[0]]).reduce(0) {
                try $0 + Geodesic.inverse(from: $1.0, to: $1.1).metres
            }
            let isPerimeter = try abs(perimeter - row.number("perimeter_m")) <= row.number("perimeter_tolerance_m")
            perimeters.count(name, failure: isPerimeter ? nil : "a perimeter of \(perimeter) m")
        }
        #expect(areas.finish() == [])
        #expect(perimeters.finish() == [])
    }

    @Test func distancesAndAreasOfAHundredGeodesics() throws {
        var distances = Tally("distances, both ways, to 15 nm")
        var areas = Tally("areas under geodesics, to 0.1 m²")
        for (index, line) in try Row.lines(of: "conformance/geodesic/GeodTest-100.dat").enumerated() {
            // lat1 lon1 azi1 lat2 lon2 azi2 s12 a12 m12 S12
            let row = line.split(separator: " ").compactMap { Double($0) }
            let (from, to) = (try Position(x: row[1], y: row[0]), try Position(x: row[4], y: row[3]))
            let there = try Geodesic.inverse(from: from, to: to).metres
            let back = try Geodesic.inverse(from: to, to: from).metres
            // The file gives distances to 0.1 µm.
            let isDistance = abs(there - row[6]) <= 15e-9 + 0.5e-7 && there == back
            distances.count("line \(index + 1)", failure: isDistance ? nil : "\(there) m there, \(back) m back")
            // Between nearly opposite points the last digit of a coordinate turns the whole line, and beyond 179° the
            // shortest line between two points of the equator leaves it.
            guard row[7] < 170, row[4] < 179 else {
                areas.leaveOut("between nearly opposite points")
                continue
            }
            let ring = try Ring(closing: [(row[1], row[0]), (row[1], 0), (row[4], 0), (row[4], row[3])])
            let area = try AreaModel.ellipsoidal(edges: .geodesic).signedArea(of: ring).squareMetres
            areas.count("line \(index + 1)", failure: abs(area - row[9]) <= 0.1 ? nil : "an area of \(area) m²")
        }
        #expect(distances.finish() == [])
        #expect(areas.finish() == [])
    }
}
