import Foundation
import TestSupport
import Testing

@testable import GeometryCore

/// What is told of a chain's edges once they are cut up, held against all pairs of them.
@Suite struct NodedChainTests {
    /// A star, and the same with its corners moved by anything from a part of a side to less than rounding, or with corners put in
    /// on its sides.
    private func maps(_ random: inout SplitMix) -> [[(Double, Double)]] {
        let count = Int.random(in: 4...16, using: &random)
        let star = (0..<count).map { corner in
            let angle = 2 * Double.pi * Double(corner) / Double(count)
            let radius = Double.random(in: 0.4...1.8, using: &random)
            return (35 + radius * cos(angle), 49 + radius * sin(angle))
        }
        let size = pow(10, -Double.random(in: 0.5...16, using: &random))
        let moved = star.indices.flatMap { index -> [(Double, Double)] in
            let (here, next) = (star[index], star[(index + 1) % count])
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                let (x, y) = (Double.random(in: -1...1, using: &random), Double.random(in: -1...1, using: &random))
                return [(here.0 + size * x, here.1 + size * y)]
            case 1: return [here, ((here.0 + next.0) / 2, (here.1 + next.1) / 2)]
            default: return [here]
            }
        }
        return [star, moved]
    }

    private func chain(_ maps: [[(Double, Double)]]) throws -> BoundaryChain {
        let boundaries = try maps.map { OrientedBoundary([try Polygon($0)]) }
        return BoundaryChain(from: boundaries[0], to: boundaries[1])
    }

    @Test func cutEdgesMeetInTheirEndsAlone() throws {
        var random = SplitMix(seed: 7)
        var (narrow, cut, cancelled) = (0, 0, 0)
        for _ in 0..<2_000 {
            let maps = maps(&random)
            let chain = try chain(maps)
            guard let noded = NodedChain(chain) else { continue }
            let edges = noded.edges.map(\.edge)
            // But for what rounding has moved.
            let width = 0.99 * chain.rounding.neck
            for (index, one) in edges.enumerated() {
                for two in edges[(index + 1)...] {
                    let meeting = Crossing.meeting(one, two)
                    #expect(meeting == .none || meeting == .atEnd, "\(maps)")
                    if noded.hasRoom {
                        #expect(!isNear(one, two, width) && !isNear(two, one, width), "\(maps)")
                    }
                }
            }
            // The chain stays closed: as many edges end in a place as begin there.
            var open: [Position: Int] = [:]
            for edge in noded.edges {
                open[edge.edge.from, default: 0] += edge.count
                open[edge.edge.to, default: 0] -= edge.count
            }
            #expect(open.values.allSatisfy { $0 == 0 }, "\(maps)")
            // Of what did not cancel, all is there.
            if let gone = noded.cancelled {
                for edge in chain.edges.map(\.edge) where !gone.contains(edge) {
                    let length = edges.filter { isOn(edge, $0) }.reduce(0) { $0 + $1.length }
                    #expect(length > (1 - 1e-9) * edge.length - 1e-12, "\(maps)")
                }
                cancelled += gone.isEmpty ? 0 : 1
            }
            narrow += noded.hasRoom ? 0 : 1
            cut += edges.count > chain.edges.count ? 1 : 0
        }
        // Each kind came often enough to tell.
        #expect(narrow > 100 && cut > 100 && cancelled > 100)
    }

    /// One side that many others cross, and one that is drawn anew with many corners on it: too many pieces of one edge to compare
    /// each with each.
    @Test func aSideOfManyPiecesIsCutLikeAnyOther() throws {
        let teeth = 600
        let bar: [(Double, Double)] = [(29, 49), (35, 49), (35, 50.5), (29, 50.5)]
        var comb: [(Double, Double)] = [(30, 50.9)]
        var redrawn = Array(bar[..<3])
        for tooth in 1...teeth {
            let part = Double(tooth) / Double(teeth + 1)
            comb.append((30 + 4 * part, tooth.isMultiple(of: 2) ? 50.75 : 50.25))
            redrawn.append((35 - 6 * part, 50.5))
        }
        comb += [(34, 50.9), (34, 51.5), (30, 51.5)]
        redrawn.append(bar[3])
        let crossed = try #require(NodedChain(try chain([bar, comb])))
        // The side is crossed once on the way to each tooth.
        #expect(crossed.edges.count == bar.count + comb.count + 2 * teeth)
        #expect(try #require(NodedChain(try chain([bar, redrawn]))).edges.isEmpty)
    }

    private func isNear(_ edge: DirectedEdge, _ other: DirectedEdge, _ width: Double) -> Bool {
        [other.from, other.to].contains { end in
            end != edge.from && end != edge.to && edge.distance(to: end) < width
        }
    }

    private func isOn(_ edge: DirectedEdge, _ piece: DirectedEdge) -> Bool {
        edge.distance(to: piece.from) < 1e-12 && edge.distance(to: piece.to) < 1e-12
    }

    /// A side drawn anew in two, the one half of it moved: the other half cancels, and only that side's pieces do.
    @Test func sidesOfWhichAPieceCancelsAreTold() throws {
        let chain = try chain([
            [(30, 50), (34, 50), (34, 53), (30, 53)], [(30, 50), (32, 50), (33, 49), (34, 53), (30, 53)],
        ])
        let noded = try #require(NodedChain(chain))
        let side = DirectedEdge(from: try Position(x: 34, y: 50), to: try Position(x: 30, y: 50))
        let half = DirectedEdge(from: try Position(x: 30, y: 50), to: try Position(x: 32, y: 50))
        #expect(noded.cancelled.map { Set($0) } == [half, side])
        #expect(noded.hasRoom == false)
    }
}
