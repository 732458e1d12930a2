import Foundation
import TestSupport
import Testing

@testable import GeometryCore

/// Areas by Green's theorem against those of the pieces that a verified overlay cuts out.
@Suite struct CellAreaTests {
    let engine = GeometryEngine()

    private func area(_ set: ValidMultiPolygon) throws -> Double { try AreaModel.standard.area(of: set).squareMetres }

    /// Compares areas with those of an overlay, by the land of all cells, of those near the set, and of those near one cell.
    private func expectAgreement(_ set: ValidMultiPolygon, _ sets: [ValidMultiPolygon], _ words: Comment? = nil) throws
    {
        let cells = Cells(sets)
        for box in [nil, set.bounds, sets.first?.bounds] {
            let cutter = CellCutter(cells, cover: try CellCover(of: cells, near: box, engine: engine), engine: engine)
            let areas = try cutter.areas(of: set, by: .standard)
            let partition = try cutter.partition(set)
            let isExact = areas.precision == .floating && partition.inside.allSatisfy { $0.precision == .floating }
            let tolerance = isExact ? 0.01 : 1000
            for (inside, piece) in zip(areas.inside, partition.inside) {
                #expect(abs(inside.squareMetres - (try area(piece.set))) < tolerance, words)
            }
            #expect(abs(areas.remainder.squareMetres - (try area(partition.remainder.set))) < tolerance, words)
        }
    }

    @Test func cellsThatShareBordersOverlapAndLeaveGaps() throws {
        let cells = [
            try engine.box(0, 0, 2, 2), try engine.box(2, 0, 4, 2), try engine.box(0, 3, 4, 5),
            try engine.box(3, 1, 5, 4),
            try engine.set(Polygon([(6, 0), (9, 0), (9, 3), (6, 3)], holes: [(7, 1), (8, 1), (8, 2)])),
        ]
        for set in [
            try engine.box(0.5, 0.5, 1, 1), try engine.box(1, 1, 3, 4), try engine.box(-1, -1, 10, 10),
            try engine.box(7.5, 1.2, 7.9, 1.4), try engine.box(20, 20, 21, 21), try engine.box(2, 0, 4, 2),
            try engine.box(3.25, 1.25, 4.75, 3.75), try engine.set(.box(0, 0, 1, 1), .box(3.5, 3.5, 8, 8)),
        ] {
            try expectAgreement(set, cells)
            for cell in cells { try expectAgreement(cell, [set]) }
        }
    }

    /// Parts of one valid set may touch in a point, also where an edge of the one has no corner.
    @Test func cellsWhosePartsTouchInAPoint() throws {
        let cells = [
            try engine.set(Polygon([(0, 0), (2, 0), (2, 2), (0, 2)]), Polygon([(2, 1), (4, 0), (4, 2)])),
            try engine.set(Polygon([(0, 2), (4, 2), (4, 5), (0, 5)], holes: [(1, 2), (3, 3), (1, 4)])),
            try engine.box(3, 1, 6, 3),
        ]
        for set in [
            try engine.box(1, 0.5, 3, 1.5), try engine.box(-1, -1, 10, 10), try engine.box(1.5, 0.75, 2.25, 3.25),
            try engine.box(0.5, 1.5, 5, 2.5),
        ] {
            try expectAgreement(set, cells)
        }
    }

    /// What lies whole in a cell has there the very figure that it has in total.
    @Test func whatLiesWholeInACellHasTheTotalsFigure() throws {
        let set = try engine.set(Polygon([(30.1, 50.2), (30.3, 50.2), (30.25, 50.7)]))
        let cells = Cells([try engine.box(30, 50, 31, 51), try engine.box(31, 50, 32, 51)])
        let cutter = CellCutter(cells, cover: try CellCover(of: cells, near: nil, engine: engine), engine: engine)
        let areas = try cutter.areas(of: set, by: .standard)
        #expect(areas.inside == [try AreaModel.standard.area(of: set), .zero] && areas.remainder == .zero)
    }

    /// Stars over stars; METES_PAIRS sets how many.
    @Test func randomSetsAgreeWithOverlay() throws {
        let pairs = ProcessInfo.processInfo.environment["METES_PAIRS"].flatMap(Int.init) ?? 150
        var random = SplitMix(seed: 1888)
        var tried = 0
        while tried < pairs {
            let stars = (0..<Int.random(in: 2...5, using: &random)).map { _ in star(&random) }
            let sets = stars.compactMap { corners in
                (try? Polygon(corners)).flatMap { try? engine.validated(MultiPolygon([$0])) }
            }
            guard sets.count == stars.count else { continue }
            tried += 1
            try expectAgreement(sets[0], Array(sets.dropFirst()), Comment(rawValue: "pair \(tried): \(stars)"))
        }
    }

    private func star(_ random: inout SplitMix) -> [(Double, Double)] {
        let (x, y) = (Double.random(in: 30...32, using: &random), Double.random(in: 50...52, using: &random))
        // On a lattice sides lie on one another and corners touch.
        let isOnLattice = Int.random(in: 0..<3, using: &random) == 0
        let count = Int.random(in: 3...14, using: &random)
        return (0..<count).map { corner in
            let angle = 2 * Double.pi * Double(corner) / Double(count)
            let radius = Double.random(in: 0.3...1.8, using: &random)
            let point = (x + radius * cos(angle), y + radius * sin(angle))
            return isOnLattice ? ((point.0 * 4).rounded() / 4, (point.1 * 4).rounded() / 4) : point
        }
    }
}
