import Foundation
import TestSupport
import Testing

@testable import GeometryCore

private let models: [AreaModel] = [
    .standard, .ellipsoidal(edges: .geodesic), .spherical(radius: Distance(metres: 6_371_008.8)), .webMap,
    .projected(crs: "EPSG:6933"),
]
/// The models whose edges are straight and followed exactly.
private let exactModels = [AreaModel.standard, .spherical(radius: Distance(metres: 6_371_008.8))]

@Suite("What must not move an area")
struct AreaInvarianceTests {
    /// A star about (31, 48) whose numbers are multiples of 2⁻²⁰, so that middles and turns are exact in binary.
    static func star(corners: Int = 101) throws -> Ring {
        var state: UInt64 = 20_250_508
        return try Ring(
            closing: (0..<corners).map { corner in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let radius = 1 + Double(state >> 40) / Double(1 << 24)
                let angle = Double(corner) / Double(corners) * 2 * .pi
                let grid = Double(1 << 20)
                return (
                    31 + (radius * cos(angle) * grid).rounded() / grid,
                    48 + (radius * sin(angle) * grid).rounded() / grid
                )
            })
    }

    private func area(_ model: AreaModel, _ rings: Ring...) throws -> Double {
        try model.area(of: ValidMultiPolygon(proven: rings.map { Polygon(shell: $0) })).squareMetres
    }

    private func isClose(_ left: Double, _ right: Double, _ relative: Double) -> Bool {
        abs(left - right) <= relative * max(abs(left), abs(right))
    }

    @Test(arguments: models) func reversingARing(model: AreaModel) throws {
        let ring = try Self.star()
        let reversed = try Ring(Array(ring.positions.reversed()))
        #expect(try isClose(area(model, ring), area(model, reversed), 1e-14))
        let (signed, signedBack) = (try model.signedArea(of: ring), try model.signedArea(of: reversed))
        #expect(signed > .zero && signedBack < .zero)
        #expect(isClose(signed.squareMetres, -signedBack.squareMetres, 1e-14))
    }

    @Test(arguments: models) func startingElsewhere(model: AreaModel) throws {
        let ring = try Self.star()
        for start in [1, 2, 3, 50] {
            let open = ring.positions.dropLast()
            let turned = Array(open[start...] + open[..<start] + [open[start]])
            #expect(try isClose(area(model, ring), area(model, Ring(turned)), 1e-14))
        }
    }

    @Test(arguments: exactModels) func cuttingEdgesInTheMiddle(model: AreaModel) throws {
        for ring in [try Self.star(), try Ring(closing: [(0, 0), (128, 0), (128, 64)])] {
            let cut = zip(ring.positions, ring.positions.dropFirst()).flatMap { from, to in
                [(from.x, from.y), ((from.x + to.x) / 2, (from.y + to.y) / 2)]
            }
            #expect(try isClose(area(model, ring), area(model, Ring(closing: cut)), 1e-13))
        }
    }

    @Test(arguments: models) func turningTheEarthOnce(model: AreaModel) throws {
        let ring = try Self.star()
        for turn in [-360.0, 360] {
            let turned = try ring.mapped { ($0 + turn, $1) }
            // PROJ takes the turn away in radians, which costs a digit of the longitude.
            let tolerance = if case .projected = model { 1e-12 } else { 1e-14 }
            #expect(try isClose(area(model, ring), area(model, turned), tolerance))
        }
    }

    @Test(arguments: models) func mirroringNorthAndSouth(model: AreaModel) throws {
        let ring = try Self.star()
        #expect(try isClose(area(model, ring), try area(model, ring.mapped { ($0, -$1) }), 1e-14))
    }

    @Test(arguments: models) func theOrderOfShellsAndTheWindingOfHoles(model: AreaModel) throws {
        let square = try Ring.box(30, 45, 31, 46)
        let same = try Ring.box(40, 45, 41, 46)
        let reversed = try Ring(Array(same.positions.reversed()))
        #expect(try isClose(area(model, square, reversed), 2 * area(model, square), 1e-13))

        let hole = try Ring.box(30.25, 45.25, 30.5, 45.5)
        let expected = try area(model, square) - area(model, hole)
        for hole in [hole, try Ring(Array(hole.positions.reversed()))] {
            let polygon = Polygon(shell: square, holes: [hole])
            let measured = try model.area(of: ValidMultiPolygon(proven: [polygon])).squareMetres
            #expect(isClose(measured, expected, 1e-14))
            #expect(try model.statedArea(of: polygon).squareMetres == measured)
        }
    }

    @Test(arguments: models) func anEmptySetHasNoArea(model: AreaModel) throws {
        #expect(try model.area(of: .empty) == .zero)
    }
}
