import TestSupport
import Testing

@testable import GeometryCore

private let geographicModels: [AreaModel] = [
    .standard, .ellipsoidal(edges: .geodesic), .spherical(radius: Distance(metres: 6_371_008.8)), .webMap,
    .projected(crs: "EPSG:6933"),
]

@Suite("What is refused, and where")
struct AreaFaultTests {
    /// A sound polygon, then one with a sound shell whose hole is the ring.
    private func setWith(_ ring: Ring) throws -> ValidMultiPolygon {
        let sound = try Ring.box(30, 45, 31, 46)
        return ValidMultiPolygon(proven: [Polygon(shell: sound), Polygon(shell: sound, holes: [ring])])
    }

    @Test(arguments: geographicModels) func aLatitudeBeyondThePole(model: AreaModel) throws {
        let ring = try Ring(closing: [(0, 0), (1, 0), (1, 90.5), (0, 91)])
        #expect(
            throws: AreaFault.latitudeOutOfRange(degrees: 90.5, at: Place(polygon: 1, ring: 1, position: 2))
        ) { try model.area(of: setWith(ring)) }
        #expect(throws: AreaFault.latitudeOutOfRange(degrees: 90.5, at: Place(ring: 0, position: 2))) {
            try model.statedArea(of: Polygon(shell: ring))
        }
        #expect(throws: AreaFault.latitudeOutOfRange(degrees: 90.5, at: Place(position: 2))) {
            try model.signedArea(of: ring)
        }
    }

    @Test(arguments: geographicModels) func aLongitudeBeyondOneAndAHalfTurns(model: AreaModel) throws {
        let ring = try Ring(closing: [(540, 0), (540.5, 0), (540, 1)])
        #expect(
            throws: AreaFault.longitudeOutOfRange(degrees: 540.5, at: Place(polygon: 1, ring: 1, position: 1))
        ) { try model.area(of: setWith(ring)) }
    }

    @Test(arguments: geographicModels) func anEdgeOfMoreThanHalfATurn(model: AreaModel) throws {
        let ring = try Ring(closing: [(-170, 60), (-170, 59), (170, 59), (170, 60)])
        #expect(throws: AreaFault.edgeTooWide(degrees: 340, at: Place(polygon: 1, ring: 1, position: 1))) {
            try model.area(of: setWith(ring))
        }
    }

    @Test(arguments: geographicModels) func aRingOfMoreThanATurn(model: AreaModel) throws {
        let ring = try Ring.box(-180, 10, 190, 20, cuts: 9)
        #expect(throws: AreaFault.ringTooWide(degrees: 370, at: Place(polygon: 1, ring: 1))) {
            try model.area(of: setWith(ring))
        }
    }

    @Test func aGeodesicBetweenOppositePoints() throws {
        let ring = try Ring(closing: [(0, 10), (0, -10), (179.5, 10), (90, 40)])
        #expect(throws: AreaFault.edgeBetweenOppositePoints(at: Place(polygon: 1, ring: 1, position: 1))) {
            try AreaModel.ellipsoidal(edges: .geodesic).area(of: setWith(ring))
        }
        #expect(try AreaModel.standard.statedArea(of: Polygon(shell: ring)) > .zero)
    }

    @Test(arguments: [0, -1, .nan, .infinity]) func aSphereWithoutARadius(metres: Double) throws {
        let fault = #expect(throws: AreaFault.self) {
            try AreaModel.spherical(radius: Distance(metres: metres)).area(of: setWith(Ring.box(0, 0, 1, 1)))
        }
        guard case .radiusNotPositive = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
    }

    @Test func theWordsAreOneLineWithThePlace() {
        let place = Place(polygon: 3, ring: 0, position: 7)
        let faults: [AreaFault] = [
            .latitudeOutOfRange(degrees: 91, at: place), .longitudeOutOfRange(degrees: 541, at: place),
            .edgeTooWide(degrees: 340, at: place), .ringTooWide(degrees: 370, at: place),
            .edgeBetweenOppositePoints(at: place), .notProjectable(crs: "EPSG:3857", reason: "why", at: place),
            .tornByProjection(crs: "EPSG:6933", at: place),
        ]
        for fault in faults {
            #expect(fault.description.hasPrefix("polygon 3, ring 0, position 7: "))
            #expect(!fault.description.contains("\n"))
        }
        #expect(
            AreaFault.edgeTooWide(degrees: 340, at: place).description
                == "polygon 3, ring 0, position 7: the edge spans 340.0° of longitude: "
                + "cut it at the antimeridian (RFC 7946 §3.1.9)")
    }
}
