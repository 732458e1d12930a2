import TestSupport
import Testing

@testable import GeometryCore

private let straightRows = Cases.table("conformance/area/straight-edge-areas.tsv")
private let planimeterRows = Cases.table("conformance/area/planimeter.tsv")
private let skipped: Comment = "the reference data (conformance/area) are not beside the package"

@Suite("Areas against reference values", .enabled(if: TestData.isShared("conformance/area"), skipped))
struct AreaConformanceTests {
    @Test func bothTablesAreRead() {
        #expect(straightRows.count == 25)
        #expect(planimeterRows.count == 11)
    }

    @Test(
        "straight edges, to 5e-12 or 1e-3 m²", arguments: straightRows,
        [
            ("wgs84_m2", AreaModel.standard),
            ("sphere_6378137_m2", .spherical(radius: Distance(metres: 6_378_137))),
            ("sphere_6371008.8_m2", .spherical(radius: Distance(metres: 6_371_008.8))),
        ])
    func straightEdges(row: Row, column: (name: String, model: AreaModel)) throws {
        let polygon = try Polygon(wellKnownText: row.text("wkt"))
        let expected = try row.number(column.name)
        let area = try column.model.area(of: ValidMultiPolygon(proven: [polygon])).squareMetres
        #expect(abs(area - expected) <= max(5e-12 * expected, 1e-3))
        #expect(try column.model.statedArea(of: polygon).squareMetres == area)
    }

    @Test("geodesic edges, signed, poles and windings included", arguments: planimeterRows)
    func geodesicEdges(row: Row) throws {
        let open = try row.positions("points_lat_lon")
        let area = try AreaModel.ellipsoidal(edges: .geodesic).signedArea(of: Ring(open + [open[0]])).squareMetres
        #expect(try abs(area - row.number("area_m2")) <= row.number("area_tolerance_m2"))
    }

    @Test("geodesic perimeters", arguments: planimeterRows.filter { $0.fields["perimeter_m"] != nil })
    func perimeters(row: Row) throws {
        let open = try row.positions("points_lat_lon")
        let perimeter = try zip(open, open.dropFirst() + [open[0]]).reduce(0) {
            try $0 + Geodesic.inverse(from: $1.0, to: $1.1).metres
        }
        #expect(try abs(perimeter - row.number("perimeter_m")) <= row.number("perimeter_tolerance_m"))
    }
}
