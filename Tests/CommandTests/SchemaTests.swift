import TestSupport
import Testing

/// What the commands answer with `--format json` is what the schema in the repository says.
@Suite struct SchemaTests {
    private static let maps = [7, 14, 21].map {
        "geodata/sample/maps/valmark-2031-04-\($0 < 10 ? "0" : "")\($0).geojson"
    }
    private static func schema() throws -> JSONSchema {
        try JSONSchema(path: TestData.file("Sources/Reporting/Reporting.docc/Resources/metes.schema.json"))
    }

    @Test(arguments: [
        ["area", maps[0], maps[1], "--by", "provinces"], ["delta", maps[0], maps[1], "--by", "provinces"],
        ["series"] + maps + ["--by", "provinces"], ["front", maps[0], "--by", "provinces"],
        ["distance", maps[0], maps[1], "--to", "VA02", "--entered"], ["check", "geodata/sample/claims.yaml"],
        ["check", "Tests/Fixtures/kinds.yaml", "--position-accuracy", "50"],
        ["convention", "Tests/Fixtures/figures.csv", "--source", "survey"],
        [
            "check", "geodata/sample/claims.yaml", "--source", "survey", "--regions", "provinces", "--regions",
            "geodata/sample/provinces.geojson",
        ],
        [
            "claims", "--text", "Russia seized 190 sq km in May, and 12 square kilometres of forest burnt.",
            "--published", "2025-06-08",
        ],
    ])
    func anAnswerFitsTheSchema(_ arguments: [String]) throws {
        let atlas = arguments[0] == "claims" ? "ukraine" : "sample"
        let answer = try Tool.run(
            arguments + ["--format", "json"], environment: ["METES_ATLAS": "geodata/\(atlas)/atlas.yaml"])
        let faults = try Self.schema().faults(in: answer.output)
        #expect(faults == [], "\(answer.errors)")
    }

    @Test(arguments: [
        #"{"metes": "0", "command": "check", "model": {"name": "", "meaning": ""}, "inputs": [], "results": [], "warnings": []}"#,
        #"{"metes": "0", "command": "guess", "model": {"name": "", "meaning": ""}, "libraries": {"geos": "", "proj": ""}, "inputs": [], "results": [], "warnings": []}"#,
        #"{"metes": "0", "command": "check", "model": {"name": "", "meaning": ""}, "libraries": {"geos": "", "proj": ""}, "inputs": [], "results": [{"verdict": "maybe"}], "warnings": []}"#,
        #"{"metes": "0", "command": "check", "model": {"name": "", "meaning": ""}, "libraries": {"geos": "", "proj": ""}, "inputs": [{"path": "", "sha256": "x", "source": null, "asOf": null}], "results": [], "warnings": []}"#,
    ])
    func whatDoesNotFitIsFound(_ text: String) throws {
        #expect(try !Self.schema().faults(in: text).isEmpty)
    }
}
