import Foundation
import GeometryCore
import TestSupport
import Testing

@Suite(.enabled(if: TestData.isShared("conformance"), "\(TestData.notShared)"))
struct GeoJSONConformanceTests {
    @Test(
        "Each file is taken as its folder says, or as the list of exceptions says",
        arguments: [
            ("geojsonhint/bad", .refused), ("geojsonhint/good", .read),
            ("geojson-invalid/invalid_geometries", .refused), ("geojson-invalid/invalid_structure", .refused),
            ("geojson-invalid/problematic_geometries", .remarked), ("geojson-invalid/problematic_structure", .remarked),
            ("geojson-invalid/valid", .read),
            ("geojson-eudr/invalid", .refused), ("geojson-eudr/valid", .read),
        ] as [(String, ReadingOutcome)])
    func suite(folder: String, usual: ReadingOutcome) throws {
        let files = try TestData.sharedFiles(in: "conformance/" + folder, withExtensions: ["geojson", "kml", "csv"])
        #expect(!files.isEmpty)
        var exceptions = conformanceExceptions.filter { $0.key.hasPrefix(folder + "/") }
        for file in files {
            let exception = exceptions.removeValue(forKey: folder + "/" + file.lastPathComponent)
            #expect(exception?.outcome != usual, "\(file.lastPathComponent) is no exception")
            let expected = exception?.outcome ?? usual
            #expect(try outcome(of: file) == expected, "\(file.lastPathComponent): \(exception?.reason ?? folder)")
        }
        #expect(exceptions.keys.sorted() == [], "exceptions without a file")
    }

    @Test func faultsAreToldAtTheLineThatTheHintTells() throws {
        var compared = 0
        for file in try TestData.sharedFiles(in: "conformance/geojsonhint/bad") {
            let fault: GeoJSONFault
            do {
                _ = try GeoJSONReader.read(try file.bytes)
                continue
            } catch let error as GeoJSONFault {
                fault = error
            }
            let result = try JSONValue.parse(try file.deletingPathExtension().appendingPathExtension("result").bytes)
            guard case .array(let hints) = result else { continue }
            let hintLines = hints.compactMap { $0.object?["line"]?.number.map { Int($0) } }
            let line = fault.place.line ?? 0
            if let moreExact = moreExactLines[file.lastPathComponent] {
                #expect(line == moreExact, "\(file.lastPathComponent)")
                #expect(!hintLines.contains(line), "\(file.lastPathComponent) is no exception")
            } else {
                #expect(hintLines.contains(line), "\(file.lastPathComponent): \(fault)")
            }
            compared += 1
        }
        #expect(compared > 0)
    }

    private func outcome(of file: URL) throws -> ReadingOutcome {
        let bytes = try file.bytes
        do throws(GeoJSONFault) {
            return try GeoJSONReader.read(bytes).remarks.isEmpty ? .read : .remarked
        } catch {
            return .refused
        }
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
