import Foundation
import GeometryCore
import TestSupport
import Testing

/// Claims read from texts, as users have them read; the texts name regions only, so that no gazetteer is needed.
@Suite struct ClaimsCommandTests {
    private static let atlas = [
        "METES_ATLAS": TestData.file("geodata/ukraine/atlas.yaml"), "METES_DATA": TestData.cache.path,
    ]
    private static let text =
        "DeepState says Russia seized more than 190 sq km (73 sq mi) of Sumy region in May. Sappers surveyed 12 sq km of mined land."

    @Test(arguments: ["text", "yaml", "json"])
    func aTextIsReadInEveryForm(format: String) throws {
        let answer = try Tool.run(
            ["claims", "--text", Self.text, "--published", "2025-06-08", "--format", format], environment: Self.atlas)
        let file = URL(fileURLWithPath: TestData.file("Tests/Fixtures/claims.\(format).txt"))
        // The hashes and versions of JSON's envelope are of this machine's files.
        let told =
            format == "json"
            ? try #require(answer.output.range(of: "\"results\"").map { String(answer.output[$0.lowerBound...]) })
            : answer.output
        if ProcessInfo.processInfo.environment["METES_RECORD"] == "1" {
            try Data(told.utf8).write(to: file, options: .atomic)
        }
        #expect(told == (try String(contentsOf: file, encoding: .utf8)))
        #expect(answer.code == 0)
    }

    @Test func whatWasReadIsAClaimsFile() throws {
        let answer = try Tool.run(
            ["claims", "--text", Self.text, "--published", "2025-06-08", "--format", "yaml"], environment: Self.atlas)
        try TestData.withFile(named: "claims.yaml", answer.output) { path throws in
            let check = try Tool.run(["check", path], environment: Self.atlas)
            #expect(check.code != 2 && check.output.contains("more than 190 sq km"), "\(check.errors)")
        }
    }

    @Test func withoutADayNothingIsGuessed() throws {
        let answer = try Tool.run(["claims", "--text", Self.text], environment: Self.atlas)
        #expect(answer.code == 2 && answer.errors.contains("--published"))
    }

    @Test func withoutTheGazetteerItIsSaidSo() throws {
        try TestData.withFile(named: "text.txt", Self.text) { path throws in
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            for name in ["atlas.yaml", "names.yaml", "regions.yaml"] {
                try FileManager.default.copyItem(
                    atPath: TestData.file("geodata/ukraine/\(name)"), toPath: folder.appendingPathComponent(name).path)
            }
            // The lexicons are named relative to the atlas.
            let atlas = folder.appendingPathComponent("atlas.yaml")
            let words = try String(contentsOf: atlas, encoding: .utf8)
                .replacingOccurrences(of: "../lexicons", with: TestData.file("geodata/lexicons"))
            try Data(words.utf8).write(to: atlas)
            let answer = try Tool.run(
                ["claims", path, "--published", "2025-06-08"], environment: ["METES_ATLAS": atlas.path])
            #expect(answer.code == 0 && answer.errors.contains("gazetteer"), "\(answer.errors)")
        }
    }

    @Test func anAtlasWithoutLexiconsReadsNoText() throws {
        let answer = try Tool.run(
            ["claims", "--text", Self.text, "--published", "2025-06-08"],
            environment: ["METES_ATLAS": "geodata/sample/atlas.yaml"])
        #expect(answer.code == 2 && answer.errors.contains("lexicon"))
    }

    @Test(arguments: [[], ["a.txt", "--text", "words"], ["--published", "2025-02-31", "--text", "words"]])
    func wrongUseIsTold(arguments: [String]) throws {
        #expect(try Tool.run(["claims"] + arguments, environment: Self.atlas).code == 2)
    }

    @Test func aCorpusIsReadLineByLine() throws {
        let line = #"{"id": "a", "published": "2025-06-08", "text": "Russia seized 5 sq km in May."}"#
        try TestData.withFile(named: "corpus.jsonl", line + "\n\n" + line) { path throws in
            let answer = try Tool.run(["claims", "--corpus", path], environment: Self.atlas)
            let lines = answer.output.split(separator: "\n")
            #expect(lines.count == 2 && lines.first == lines.last)
            let object = try #require(try JSONValue.parse(Array(lines[0].utf8)).object)
            #expect(object["id"] == .string("a"))
        }
        try TestData.withFile(named: "corpus.jsonl", line + "\n{}") { path throws in
            let answer = try Tool.run(["claims", "--corpus", path], environment: Self.atlas)
            #expect(answer.code == 2 && answer.errors.contains("corpus.jsonl:2:"))
        }
    }
}
