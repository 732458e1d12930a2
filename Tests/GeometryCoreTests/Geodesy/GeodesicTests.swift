import TestSupport
import Testing

@testable import GeometryCore

private let rows = Cases.rows("conformance/geodesic/GeodTest-100.dat", separator: " ").map { row in
    row.compactMap { Double($0) }
}
private let skipped: Comment = "the reference data (conformance/geodesic) are not beside the package"

@Suite("Geodesics")
struct GeodesicTests {
    @Test("a hundred distances, to 15 nm", .enabled(if: TestData.isShared("conformance/geodesic"), skipped))
    func distances() throws {
        #expect(rows.count == 100)
        for row in rows {
            // lat1 lon1 azi1 lat2 lon2 azi2 s12 a12 m12 S12
            let (from, to) = (try Position(x: row[1], y: row[0]), try Position(x: row[4], y: row[3]))
            let distance = try Geodesic.inverse(from: from, to: to).metres
            // The file gives distances to 0.1 µm.
            #expect(abs(distance - row[6]) <= 15e-9 + 0.5e-7, "\(row)")
            #expect(try Geodesic.inverse(from: to, to: from).metres == distance)
        }
    }

    @Test("the areas under them, to 0.1 m²", .enabled(if: TestData.isShared("conformance/geodesic"), skipped))
    func areasUnderGeodesics() throws {
        // Between nearly opposite points the last digit of a coordinate turns the whole line, and beyond 179° the
        // shortest line between two points of the equator leaves it.
        let wellConditioned = rows.filter { $0[7] < 170 && $0[4] < 179 }
        #expect(wellConditioned.count == 50)
        for row in wellConditioned {
            let ring = try Ring(closing: [(row[1], row[0]), (row[1], 0), (row[4], 0), (row[4], row[3])])
            let area = try AreaModel.ellipsoidal(edges: .geodesic).signedArea(of: ring).squareMetres
            #expect(abs(area - row[9]) <= 0.1, "\(row)")
        }
    }

    @Test func aLongitudeMayBeTurnedRound() throws {
        let (here, there) = (try Position(x: 10, y: 50), try Position(x: 370, y: 51))
        #expect(
            try Geodesic.inverse(from: here, to: there)
                == Geodesic.inverse(from: here, to: try Position(x: 10, y: 51)))
        #expect(try Geodesic.inverse(from: here, to: here).metres == 0)
    }

    @Test(arguments: [90.000001, -91])
    func aLatitudeBeyondThePoleIsRefused(latitude: Double) throws {
        let (good, bad) = (try Position(x: 0, y: 0), try Position(x: 0, y: latitude))
        #expect(throws: GeodesicFault.latitudeOutOfRange(degrees: latitude)) {
            try Geodesic.inverse(from: good, to: bad)
        }
        #expect(throws: GeodesicFault.latitudeOutOfRange(degrees: latitude)) {
            try Geodesic.inverse(from: bad, to: good)
        }
    }
}
