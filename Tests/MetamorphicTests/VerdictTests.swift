import Claims
import Foundation
import GeometryCore
import TestSupport
import Testing

@testable import Territory

/// Verdicts by real maps drawn otherwise.
@Suite(.enabled(if: RealMaps.areThere, "\(TestData.notFetched)"))
struct VerdictTests {
    private func verdicts(over folder: String?) throws -> [Verdict] {
        let checker = Checker(
            atlas: try RealMaps.atlas(over: folder), regionSet: try RealMaps.oblasts.get(),
            measurer: Measurer(engine: GeometryEngine(), repairing: nil))
        return try ClaimsFile(path: TestData.file("geodata/ukraine/claims/2025-06.yaml")).claims.map(checker.check)
    }

    @Test func howTheMapsAreDrawnDoesNotMatter() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("metes-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let expected = try verdicts(over: nil)
        let names = try FileManager.default.contentsOfDirectory(atPath: TestData.fetched("deepstate/raw"))
        // 5 May to 9 June 2025: what the claims ask of, and the days around.
        for name in names where name > "17464" && name < "174951" {
            try RealMaps.write("deepstate/raw/" + name, to: folder.path, Redrawing.allCases)
        }
        let found = try verdicts(over: folder.path)
        #expect(found.count == 4)
        for (one, two) in zip(expected, found) {
            #expect(one.kind == two.kind && one.kind == one.claim.expected, "\(one.claim.id)")
            let maps = try #require(two.findings?.maps)
            #expect(maps.allSatisfy { $0.receipt.path.hasPrefix(folder.path) }, "\(one.claim.id)")
            #expect(maps.map(\.asOf) == one.findings?.maps.map(\.asOf))
            if let own = one.findings?.measurement, let other = two.findings?.measurement {
                // km² and per cent, to 1e-9 of a unit: new corners are rounded otherwise. Web map areas depend on where
                // edges have positions: of the drawing with more of them they are off by some 0.01 km².
                let tolerance = own.ownConvention.model == .webMap ? 0.02 : 1e-9
                #expect(abs(own.own.number - other.own.number) < tolerance, "\(one.claim.id)")
                #expect(abs(own.standard.number - other.standard.number) < 1e-8, "\(one.claim.id)")
                #expect(own.variants.map(\.departure) == other.variants.map(\.departure))
            }
            if let front = one.findings?.front, let other = two.findings?.front {
                for (one, two) in [
                    (front.nearest, other.nearest), (front.anySide, other.anySide),
                    (front.monthBefore?.nearest, other.monthBefore?.nearest),
                ] {
                    let (one, two) = (try #require(one).distance.metres, try #require(two).distance.metres)
                    #expect(abs(one - two) < 1e-3)
                }
                #expect(try (#require(front.inside) - #require(other.inside)).magnitude.squareMetres < 0.01)
            }
        }
    }
}
