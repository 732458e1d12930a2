import Foundation
import TestSupport
import Testing

@testable import GeometryCore

@Suite struct InnerBoundaryTests {
    let engine = GeometryEngine()

    private func inner(
        _ set: ValidMultiPolygon, in cells: ValidMultiPolygon..., borderTolerance: Double = 100, gap: Double = 5
    ) throws -> InnerBoundary {
        InnerBoundary(
            of: set, in: try CellCover(of: Cells(cells), near: nil, engine: engine).whole(engine: engine),
            borderTolerance: Distance(metres: borderTolerance), gap: Distance(metres: gap))
    }

    private func metres(_ from: (Double, Double), _ to: (Double, Double)) throws -> Double {
        try Geodesic.inverse(from: Position(x: from.0, y: from.1), to: Position(x: to.0, y: to.1)).metres
    }

    /// Half of a land, its eastern edge inside: the rest of its boundary lies on the border, beyond it, or just beside it.
    @Test(arguments: [0, 0.01, -0.0005])
    func onlyWhatRunsInsideIsLeft(beyond: Double) throws {
        let land = try engine.box(30 - beyond, 48 - beyond, 30.5, 48.5 + beyond)
        let front = try inner(land, in: engine.box(30, 48, 31, 48.5))
        #expect(front.lines.count == 1)
        let whole = try metres((30.5, 48), (30.5, 48.5))
        // It ends the tolerance short of the border at both ends.
        #expect(abs(try front.length().metres - (whole - 200)) < 0.5)
        let line = try #require(front.lines.first)
        #expect(line.positions.allSatisfy { $0.x == 30.5 })
        // The land lies on the left of what runs north.
        #expect(line.positions[0].y < line.positions[1].y)
    }

    @Test func bordersBetweenCellsAreInside() throws {
        let land = try engine.box(30, 48, 30.5, 48.5)
        let one = try inner(land, in: engine.box(30, 48, 31, 48.5))
        let two = try inner(land, in: engine.box(30, 48, 30.5, 48.5), engine.box(30.5, 48, 31, 48.5))
        #expect(abs(try one.length().metres - two.length().metres) < 1e-6)
        // What runs along a border between cells is that cell's in which the land lies.
        #expect(abs(try two.inside(engine.box(30, 48, 30.5, 48.5)).length().metres - two.length().metres) < 1e-6)
        #expect(try two.inside(engine.box(30.5, 48, 31, 48.5)).lines.isEmpty)
    }

    @Test func cellsDivideALine() throws {
        let land = try engine.set(Polygon([(30.2, 48.1), (30.8, 48.2), (30.6, 48.4), (30.3, 48.3)]))
        let cells = try [engine.box(30, 48, 30.5, 48.5), engine.box(30.5, 48, 31, 48.5)]
        let front = try inner(land, in: cells[0], cells[1])
        #expect(front.lines.count == 1 && front.lines[0].isClosed)
        let parts = try cells.map { try front.inside($0).length().metres }
        #expect(parts.allSatisfy { $0 > 10_000 })
        // But for what a cut adds: an edge of 45 km is 0.2 m longer than the geodesic between its ends.
        #expect(abs(parts[0] + parts[1] - (try front.length().metres)) < 0.5)
    }

    /// DeepState's classes are drawn up to two metres apart along 260 km (map of 7 June 2025), which are no front.
    @Test(arguments: [(0.00001, false), (0.001, true)])
    func gapsOfTheDrawingAreNoFront(width: Double, isFront: Bool) throws {
        let cover = try engine.box(29, 47, 32, 49)
        let land = try engine.set(
            .box(30, 48, 30.5, 48.5), .box(30.5 + width, 48, 31, 48.5))
        let whole = try inner(engine.box(30, 48, 31, 48.5), in: cover)
        let front = try inner(land, in: cover)
        let slit = try front.length().metres - whole.length().metres
        #expect(isFront ? abs(slit - 2 * (try metres((30.5, 48), (30.5, 48.5)))) < 200 : abs(slit) < 10)
        // A spike of land as thin is two fronts, with land between.
        let spike = try engine.set(Polygon([(30, 48), (30.4, 48), (30.4, 48.00001), (30, 48.00001)]))
        let length = try inner(spike, in: cover).length().metres
        #expect(abs(length - 2 * (try metres((30, 48), (30.4, 48)))) < 10)
    }

    @Test func whereALineNearsABorderIsToldInMetres() throws {
        // A diagonal that crosses a meridian: 100 m from it, whichever way degrees are long.
        for latitude in [0.0, 48, 70] {
            let land = try engine.set(
                Polygon([(30, latitude), (31, latitude), (31, latitude + 0.5), (30, latitude + 0.5)]))
            let cover = try engine.box(30.4, latitude - 1, 32, latitude + 2)
            let front = try inner(land, in: cover)
            let southwest = try #require(front.lines.flatMap(\.positions).min { ($0.x, $0.y) < ($1.x, $1.y) })
            #expect(abs(try metres((30.4, southwest.y), (southwest.x, southwest.y)) - 100) < 0.1, "\(latitude)")
        }
    }
}
