import TestSupport
import Testing

@testable import GeometryCore

@Suite("Geodesics")
struct GeodesicTests {
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
