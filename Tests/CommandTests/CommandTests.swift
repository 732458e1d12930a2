import Foundation
import GeometryCore
import TestSupport
import Testing

/// The commands as users run them, on the sample land.
@Suite struct CommandTests {
    private static let atlas = ["METES_ATLAS": "geodata/sample/atlas.yaml"]
    private static let first = "geodata/sample/maps/valmark-2031-04-07.geojson"
    private static let last = "geodata/sample/maps/valmark-2031-04-14.geojson"

    private func json(_ arguments: [String]) throws -> JSONObject {
        let answer = try Tool.run(arguments, environment: Self.atlas)
        return try #require(try JSONValue.parse(Array(answer.output.utf8)).object, "\(answer.errors)")
    }

    /// The words of each command on the sample stand in Tests/Fixtures; METES_RECORD=1 records them anew.
    @Test(arguments: [
        ("area", ["area", first, "--by", "provinces"]), ("area-csv", ["area", first, last, "--format", "csv"]),
        ("delta", ["delta", first, last, "--by", "provinces"]),
        ("delta-csv", ["delta", first, last, "--by", "provinces", "--format", "csv"]),
        ("front", ["front", first, last, "--by", "provinces"]), ("front-csv", ["front", first, "--format", "csv"]),
        ("help-front", ["front", "--help"]), ("help-distance", ["distance", "--help"]),
        ("distance", ["distance", last, first, "--to", "Northreach", "--from", "Eastfold", "--entered"]),
        ("distance-csv", ["distance", first, "--to", "12.5,47.1", "--format", "csv"]),
        ("check", ["check", "geodata/sample/claims.yaml"]),
        ("check-csv", ["check", "geodata/sample/claims.yaml", "--format", "csv"]), ("help", ["--help"]),
        ("help-series", ["series", "--help"]),
        ("series", ["series", first, last, "geodata/sample/maps/valmark-2031-04-21.geojson", "--by", "provinces"]),
        ("series-csv", ["series", first, last, "--format", "csv"]),
        ("series-ndjson", ["series", first, last, "--by", "provinces", "--format", "ndjson"]),

        ("help-claims", ["claims", "--help"]), ("help-area", ["area", "--help"]), ("help-delta", ["delta", "--help"]),
        ("help-check", ["check", "--help"]), ("help-verify", ["verify", "--help"]),
        ("help-convention", ["convention", "--help"]),
        ("convention", ["convention", "Tests/Fixtures/figures.csv", "--source", "survey"]),
        ("check-kinds", ["check", "Tests/Fixtures/kinds.yaml"]),
    ])
    func theWordsAreThoseOnRecord(name: String, arguments: [String]) throws {
        let answer = try Tool.run(arguments, environment: Self.atlas.merging(["COLUMNS": "100"]) { $1 })
        let file = URL(fileURLWithPath: TestData.file("Tests/Fixtures/\(name).txt"))
        if ProcessInfo.processInfo.environment["METES_RECORD"] == "1" {
            try Data(answer.output.utf8).write(to: file, options: .atomic)
        }
        let recorded = try String(contentsOf: file, encoding: .utf8)
        #expect(Self.rounded(answer.output) == Self.rounded(recorded))
    }

    /// The last digits of a double may differ from machine to machine: six decimals are a square metre.
    private static func rounded(_ text: String) -> String {
        text.replacing(#/\d+\.\d{7,}(e-\d+)?/#) { match in String(format: "%.6f", Double(match.output.0) ?? .nan) }
    }

    /// A first version replaced devices and inputs, as a rename does.
    @Test func anOutputIsNoInputAndNoDevice() throws {
        try TestData.withFile(
            named: "map.geojson", try String(contentsOfFile: TestData.file(Self.first), encoding: .utf8)
        ) {
            path throws in
            let link = path + ".link"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
            for output in [path, link, "/dev/null", ""] {
                let answer = try Tool.run(["delta", path, Self.last, "--output", output], environment: Self.atlas)
                #expect(answer.code == 2, "\(output)")
                #expect(answer.errors.contains("output") || answer.errors.contains("cannot be written"))
            }
            #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("{\"type\""))
            var isDirectory: ObjCBool = false
            #expect(FileManager.default.fileExists(atPath: "/dev/null", isDirectory: &isDirectory))
            let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
            #expect(type == .typeCharacterSpecial)
        }
    }

    @Test func mapsInTheWrongOrderAreWarnedOf() throws {
        let answer = try Tool.run(["delta", Self.last, Self.first], environment: Self.atlas)
        #expect(answer.code == 0)
        #expect(answer.errors.contains("give the earlier map first"))
    }

    @Test func exitCodesTellTheVerdicts() throws {
        func code(_ arguments: String...) throws -> Int32 {
            try Tool.run(["check", "geodata/sample/claims.yaml"] + arguments, environment: Self.atlas).code
        }
        #expect(try code() == 1)
        #expect(try code("--only", "held-start") == 0)
        #expect(try code("--only", "held-before") == 3)
        #expect(try code("--only", "held-before", "--only", "share-country") == 1)
        #expect(try code("--against-expected") == 0)
    }

    @Test func jsonHasOneEnvelope() throws {
        for (command, results) in [
            (["area", Self.first, "--by", "provinces"], 1), (["delta", Self.first, Self.last, "--by", "provinces"], 1),
            (["front", Self.first, Self.last], 2), (["distance", Self.first, Self.last, "--to", "VA02"], 1),
            (["check", "geodata/sample/claims.yaml"], 11),
        ] {
            let envelope = try json(command + ["--format", "json"])
            #expect(
                envelope.members.map(\.name) == [
                    "metes", "command", "model", "libraries", "inputs", "results", "warnings",
                ])
            #expect(envelope["command"]?.string == command[0])
            guard case .array(let found) = envelope["results"], case .array(let inputs) = envelope["inputs"] else {
                Issue.record("results and inputs are no lists")
                return
            }
            #expect(found.count == results)
            #expect(inputs.allSatisfy { $0.object?["sha256"]?.string?.count == 64 })
        }
    }

    @Test func theRemainderIsARowWithoutCode() throws {
        let envelope = try json(["delta", Self.first, Self.last, "--by", "provinces", "--format", "json"])
        guard case .array(let results) = envelope["results"],
            case .array(let rows) = results.first?.object?["regions"]
        else {
            Issue.record("no rows")
            return
        }
        #expect(rows.count == 5)
        #expect(rows.last?.object?["code"] == .null)
        #expect(rows.last?.object?["name"]?.string == "remainder")
    }

    /// The file of `--output` is the former one or the new one, and nothing lies beside it, at whatever moment the command is
    /// interrupted.
    @Test func anInterruptedCommandLeavesNoPartOfAFile() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("metes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let output = folder.appendingPathComponent("changes.geojson")
        let former = Data("the former file".utf8)
        var ended = 0
        for milliseconds in stride(from: UInt32(1), to: 136, by: 5) {
            try former.write(to: output)
            let hasEnded = try Tool.interrupt(
                ["delta", Self.first, Self.last, "--output", output.path], after: milliseconds)
            ended += hasEnded ? 1 : 0
            let found = try Data(contentsOf: output)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["changes.geojson"])
            if hasEnded || found != former { #expect(throws: Never.self) { try GeoJSONReader.read([UInt8](found)) } }
        }
        print("interrupted commands: \(ended) of 27 had ended before")
    }

    @Test func theChangedPolygonsAreWrittenAndMeasureWhatTheTableSays() throws {
        let output = FileManager.default.temporaryDirectory.appendingPathComponent("metes-\(UUID().uuidString).geojson")
        defer { try? FileManager.default.removeItem(at: output) }
        let envelope = try json([
            "delta", Self.first, Self.last, "--by", "provinces", "--format", "json", "--output", output.path,
        ])
        guard case .array(let results) = envelope["results"] else {
            Issue.record("no results")
            return
        }
        let gained = try #require(results.first?.object?["gainedKm2"]?.number)
        let document = try GeoJSONReader.read([UInt8](Data(contentsOf: output)), file: nil)
        let engine = GeometryEngine()
        var sum = 0.0
        for feature in document.features where feature.properties["change"]?.string == "gained" {
            let polygons = try #require(feature.geometry).polygons
            let area = try AreaModel.standard.area(of: engine.validated(MultiPolygon(polygons)))
            #expect(abs(area.squareKilometres - (feature.properties["areaKm2"]?.number ?? 0)) < 1e-9)
            sum += area.squareKilometres
        }
        #expect(abs(sum - gained) < 1e-6)
    }
}
