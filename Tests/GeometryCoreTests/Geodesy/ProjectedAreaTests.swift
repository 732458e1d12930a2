import TestSupport
import Testing

@testable import GeometryCore

@Suite("Areas in a projection")
struct ProjectedAreaTests {
    private static let land: [Ring?] = [
        try? AreaInvarianceTests.star(), try? Ring.box(30, 45, 40, 52), try? Ring.box(-5, 35, 45, 70),
        try? Ring(closing: [(0, 0), (80, 70), (80, 0)]), try? Ring.box(37.5, 48.25, 37.501, 48.251),
    ]

    @Test(
        "equal-area planes agree with the ellipsoid to 1e-9", arguments: land,
        ["EPSG:6933", "EPSG:3035", "+proj=aea +lat_1=45 +lat_2=51 +lon_0=31 +datum=WGS84 +type=crs"])
    func equalArea(ring: Ring?, crs: String) throws {
        let set = ValidMultiPolygon(shells: try #require(ring))
        let exact = try AreaModel.standard.area(of: set)
        let plane = try AreaModel.projected(crs: crs).area(of: set)
        #expect((plane - exact).magnitude / exact < 1e-9)
    }

    @Test func manyAtOnce() async throws {
        let set = ValidMultiPolygon(shells: try AreaInvarianceTests.star())
        let model = AreaModel.projected(crs: "EPSG:3035")
        let alone = try model.area(of: set)
        try await withThrowingTaskGroup(of: Area.self) { group in
            for _ in 0..<32 { group.addTask { try model.area(of: set) } }
            for try await area in group { #expect(area == alone) }
        }
    }

    @Test func feetBecomeMetres() throws {
        // New York Long Island, in US survey feet; its scale is within 1e-4 of true.
        let set = ValidMultiPolygon(shells: try Ring.box(-74, 40.6, -73.9, 40.7))
        let exact = try AreaModel.standard.area(of: set)
        let plane = try AreaModel.projected(crs: "EPSG:2263").area(of: set)
        #expect((plane - exact).magnitude / exact < 3e-4)
    }

    @Test func aPlaneWithHeightsIsAPlane() throws {
        // Amersfoort / RD New, alone and with NAP heights.
        let set = ValidMultiPolygon(shells: try Ring.box(5, 52, 5.1, 52.1))
        #expect(
            try AreaModel.projected(crs: "EPSG:7415").area(of: set).squareKilometres.rounded()
                == AreaModel.projected(crs: "EPSG:28992").area(of: set).squareKilometres.rounded())
    }

    @Test(arguments: ["EPSG:999999", "nowhere", ""]) func anUnknownSystemIsRefused(crs: String) throws {
        let set = ValidMultiPolygon(shells: try Ring.box(5, 52, 6, 53))
        #expect(throws: AreaFault.unknownCRS(crs)) { try AreaModel.projected(crs: crs).area(of: set) }
    }

    @Test(arguments: ["EPSG:4326", "OGC:CRS84", "EPSG:5773", "EPSG:4978", "+proj=utm +zone=37"])
    func aSystemWithoutAPlaneIsRefused(crs: String) throws {
        let set = ValidMultiPolygon(shells: try Ring.box(5, 52, 6, 53))
        #expect(throws: AreaFault.notProjected(crs: crs)) { try AreaModel.projected(crs: crs).area(of: set) }
    }

    @Test func anEdgeAcrossTheTearIsRefused() throws {
        let crs = "EPSG:6933"
        let set = ValidMultiPolygon(shells: try Ring.box(170, 10, 190, 20))
        #expect(throws: AreaFault.tornByProjection(crs: crs, at: Place(polygon: 0, ring: 0, position: 0))) {
            try AreaModel.projected(crs: crs).area(of: set)
        }
        let cut = ValidMultiPolygon(shells: try Ring.box(170, 10, 180, 20), try Ring.box(-180, 10, -170, 20))
        let exact = try AreaModel.standard.area(of: set)
        #expect((try AreaModel.projected(crs: crs).area(of: cut) - exact).magnitude / exact < 1e-9)
    }

    @Test func aRingAboutTheAntipodeIsRefused() throws {
        // The azimuthal EPSG:3035 has its centre at 10 E, 52 N.
        let crs = "EPSG:3035"
        let set = ValidMultiPolygon(shells: try Ring.box(-171, -53, -169, -51))
        #expect(throws: AreaFault.tornByProjection(crs: crs, at: Place(polygon: 0, ring: 0))) {
            try AreaModel.projected(crs: crs).area(of: set)
        }
    }

    @Test func anEdgeToInfinityIsRefused() throws {
        let crs = "EPSG:3857"
        let set = ValidMultiPolygon(shells: try Ring.box(0, 80, 10, 90))
        #expect(throws: AreaFault.tornByProjection(crs: crs, at: Place(polygon: 0, ring: 0, position: 1))) {
            try AreaModel.projected(crs: crs).area(of: set)
        }
    }

    @Test func aPositionWithoutImageIsRefused() throws {
        // The gnomonic projection shows less than half of the globe.
        let crs = "+proj=gnom +lat_0=0 +lon_0=0 +R=6371008.8 +type=crs"
        let set = ValidMultiPolygon(shells: try Ring.box(60, 0, 100, 10))
        let fault = #expect(throws: AreaFault.self) { try AreaModel.projected(crs: crs).area(of: set) }
        guard case .notProjectable(crs, let reason, Place(polygon: 0, ring: 0, position: 1)) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(!reason.isEmpty)
    }
}
