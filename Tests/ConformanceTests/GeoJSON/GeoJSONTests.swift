import Foundation
import GeometryCore
import TestSupport
import Testing

/// Good, bad and graded GeoJSON: read, read with a warning, or refused, as a text or as polygons that are no set.
@Suite(.enabled(if: TestData.isShared("conformance/geojsonhint"), "\(TestData.notShared)"))
struct GeoJSONTests {
    @Test func filesAreTakenAsTheirFoldersSayOrAsTheRFC() throws {
        for (folder, usual) in [
            ("geojsonhint/bad", "refused"), ("geojsonhint/good", "read"),
            ("geojson-invalid/invalid_geometries", "refused"), ("geojson-invalid/invalid_structure", "refused"),
            ("geojson-invalid/problematic_geometries", "read with a warning"),
            ("geojson-invalid/problematic_structure", "read with a warning"), ("geojson-invalid/valid", "read"),
            ("geojson-eudr/invalid", "refused"), ("geojson-eudr/valid", "read"),
        ] {
            let departures = geoJSONDepartures.filter { $0.key.hasPrefix(folder + "/") }
            var tally = Tally("\(folder), to be \(usual)", knownFailures: departures, word: "taken otherwise")
            for file in try TestData.sharedFiles(
                in: "conformance/" + folder, withExtensions: ["geojson", "kml", "csv"])
            {
                let outcome = outcome(of: try file.bytes)
                tally.note(outcome)
                tally.count("\(folder)/\(file.lastPathComponent)", failure: outcome == usual ? nil : outcome)
            }
            #expect(tally.finish() == [])
        }
    }

    private func outcome(of bytes: [UInt8]) -> String {
        let document: GeoJSONDocument
        do throws(GeoJSONFault) {
            document = try GeoJSONReader.read(bytes)
        } catch {
            return error.place.line == nil ? "refused without a place" : "refused"
        }
        let engine = GeometryEngine()
        for feature in document.features {
            let polygons = MultiPolygon(feature.geometry?.polygons ?? [])
            guard (try? engine.validated(polygons)) != nil else { return "refused" }
        }
        return document.remarks.isEmpty ? "read" : "read with a warning"
    }

    @Test func faultsAreToldAtTheLineThatTheHintTells() throws {
        var tally = Tally("geojsonhint/bad, lines of the faults", knownFailures: moreExactLines, word: "more exact")
        for file in try TestData.sharedFiles(in: "conformance/geojsonhint/bad") {
            let bytes = try file.bytes
            let line: Int
            do throws(GeoJSONFault) {
                _ = try GeoJSONReader.read(bytes)
                tally.leaveOut("read")
                continue
            } catch {
                line = error.place.line ?? 0
            }
            let result = try JSONValue.parse(try file.deletingPathExtension().appendingPathExtension("result").bytes)
            guard case .array(let hints) = result else {
                tally.leaveOut("without a line in the hint")
                continue
            }
            let lines = hints.compactMap { $0.object?["line"]?.number.map { Int($0) } }
            tally.count(file.lastPathComponent, failure: lines.contains(line) ? nil : "line \(line)")
        }
        #expect(tally.finish() == [])
    }
}

@Suite(.enabled(if: TestData.isShared("geodata/ukraine"), "\(TestData.notShared)"))
struct RealGeoJSONTests {
    /// Names, features and positions as the data's own description counts them; nothing where it does not.
    private static let boundaries: [(name: String, features: Int, positions: Int?)] = [
        ("adm1-coarse.geojson", 25, nil), ("adm1.geojson", 27, 289_323), ("adm2-simplified.geojson", 138, 72_432),
        ("adm2.geojson", 138, 532_761),
    ]

    @Test(arguments: boundaries) func realBoundariesAreRead(name: String, features: Int, positions: Int?) throws {
        let file = TestData.shared.appending(path: "geodata/ukraine/" + name)
        let document = try GeoJSONReader.read(try file.bytes, file: name)
        #expect(document.features.count == features)
        let polygons = document.features.flatMap { $0.geometry?.polygons ?? [] }
        #expect(polygons.count >= features)
        let count = polygons.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.positions.count } }
        if let positions { #expect(count == positions) }
    }

    @Test func noFileOfTheFolderIsLeftOut() throws {
        #expect(
            try TestData.sharedFiles(in: "geodata/ukraine").map(\.lastPathComponent) == Self.boundaries.map(\.name))
    }
}
