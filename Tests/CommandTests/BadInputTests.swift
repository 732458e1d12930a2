import Foundation
import TestSupport
import Testing

/// What users get for files that cannot be measured: one line with the place of the fault, exit code 2, no output.
@Suite struct BadInputTests {
    private static func polygon(_ ring: String) -> String { #"{"type":"Polygon","coordinates":[\#(ring)]}"# }

    /// A file's contents and what its error must tell.
    static let files: [(name: String, contents: String, words: [String])] = [
        ("unclosed", polygon("[[30,50],[31,50],[31,51],[30,51]]"), ["unclosed.geojson:1:", "ring 0", "not closed"]),
        (
            "bow-tie", polygon("[[30,50],[31,51],[31,50],[30,51],[30,50]]"),
            ["Self-intersection at 30.5, 50.5", "--repair"]
        ),
        ("nan", polygon("[[30,50],[NaN,51],[31,50],[30,50]]"), ["nan.geojson:1:", "ring 0, position 1", "NaN"]),
        ("latitude-91", polygon("[[30,50],[31,91],[31,50],[30,50]]"), ["ring 0, position 1", "latitude 91"]),
        ("empty", "", ["empty.geojson", "empty"]),
        ("half", String(polygon("[[30,50],[31,50],[31,51],[30,50]]").dropLast(20)), ["half.geojson:1:", "ends early"]),
        ("binary", "\u{0}\u{1}\u{2}PK\u{3}\u{4}", ["binary.geojson:1:1"]),
        ("brackets", String(repeating: "[", count: 1_000_000), ["brackets.geojson:1:"]),
        (
            "nested",
            #"{"type":"Feature","properties":{"x":"# + String(repeating: "[", count: 1_000_000), ["nested.geojson:1:"]
        ),
        ("points", #"{"type":"Point","coordinates":[30,50]}"#, ["points.geojson", "no polygon"]),
        (
            "web-mercator",
            #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3857"}},"features":[]}"#,
            ["EPSG:3857"]
        ),
        (
            "wide", polygon("[[170,10],[-170,10],[-170,20],[170,20],[170,10]]"),
            ["340", "antimeridian"]
        ),
    ]

    @Test(arguments: files.map(\.name))
    func aFaultyFileIsRefusedInOneLine(_ name: String) throws {
        let file = try #require(Self.files.first { $0.name == name })
        try TestData.withFile(named: name + ".geojson", file.contents) { path throws in
            for command in [["area", path], ["delta", path, path, "--output", path + ".out"]] {
                let answer = try Tool.run(command)
                #expect(answer.code == 2)
                #expect(answer.output.isEmpty)
                #expect(answer.errors.split(separator: "\n").count == 1, "\(answer.errors)")
                for words in file.words { #expect(answer.errors.contains(words), "\(answer.errors)") }
                #expect(!FileManager.default.fileExists(atPath: path + ".out"))
            }
        }
    }

    @Test(
        arguments: [
            (["area", "Sources"], "directory"), (["area", "no-such.geojson"], "no such file"),
            (["area"], "Missing expected"),
            (["check", "no-such.yaml"], "no such file"),
            (["check", "geodata/ukraine/regions.yaml"], "sources: no such key"),
            (["area", "x.geojson", "--where", "class"], "--where takes"),
            (["area", "x.geojson", "--model", "flat"], "flat"),
            (["area", "x.geojson", "--digits", "12"], "--digits takes"), (["frobnicate"], "frobnicate"),
            (
                ["check", "geodata/sample/claims.yaml", "--atlas", "geodata/sample/atlas.yaml", "--only", "x"],
                "no claim `x`"
            ),
            (
                ["area", "geodata/sample/maps/valmark-2031-04-01.geojson", "--by", "provinces"],
                "no region set `provinces`"
            ),
            (
                [
                    "delta", "geodata/sample/provinces.geojson", "geodata/sample/provinces.geojson", "--output",
                    "no-such-folder/x.geojson",
                ], "cannot be written"
            ),
        ] as [([String], String)])
    func aWrongCallIsToldAndExitsWithTwo(arguments: [String], words: String) throws {
        let answer = try Tool.run(arguments)
        #expect(answer.code == 2)
        #expect(answer.output.isEmpty)
        #expect(answer.errors.split(separator: "\n").count == 1, "\(answer.errors)")
        #expect(answer.errors.contains(words), "\(answer.errors)")
    }
}
