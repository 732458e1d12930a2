import Foundation
import TestSupport
import Testing

@testable import Territory

@Suite struct AtlasTests {
    @Test(arguments: [
        ("deepstate/raw/{unix}.geojson", "1749327130.geojson", "2025-06-07T20:12:10Z"),
        ("maps/a-{yyyy-mm-dd}.geojson", "a-2025-06-07.geojson", "2025-06-07"),
        ("d_{yyyymmdd}.geojson", "d_20250607.geojson", "2025-06-07"),
    ])
    func aPatternReadsTheTimeInAName(pattern: String, name: String, time: String) throws {
        let pattern = try #require(FilePattern(pattern))
        switch try #require(pattern.time(in: name)) {
        case .moment(let moment): #expect(moment.description == time)
        case .day(let day): #expect(day.description == time)
        }
    }

    @Test(arguments: [
        ("{unix}.geojson", "174932713x.geojson"), ("{unix}.geojson", "7.geojson"), ("{unix}.geojson", ".geojson"),
        ("d_{yyyymmdd}.geojson", "d_20250231.geojson"), ("d_{yyyymmdd}.geojson", "e_20250607.geojson"),
        ("d_{yyyymmdd}.geojson", "d_2025-06-07.geojson"),
    ])
    func aNameThatDoesNotFitHasNoTime(pattern: String, name: String) throws {
        #expect(try #require(FilePattern(pattern)).time(in: name) == nil)
    }

    @Test(arguments: [
        "", "/", "maps/all.geojson", "{unix}/{yyyymmdd}-{unix}.geojson", "{day}.geojson", "{unix}{x}.json",
    ])
    func aPatternHasExactlyOnePlaceholder(_ text: String) {
        #expect(FilePattern(text) == nil)
    }

    @Test func theRepositorysAtlasesAreRead() throws {
        let ukraine = try Atlas(path: TestData.file("geodata/ukraine/atlas.yaml"))
        #expect(ukraine.sources.map(\.id) == ["deepstate", "deepstate-daily", "uacontrolmap", "isw-2023"])
        #expect(ukraine.source(named: "deepstatemap")?.id == "deepstate")
        let table = try RegionTable(path: TestData.file("geodata/ukraine/regions.yaml"))
        #expect(table.regions.count == 27)
        #expect(Set(table.regions.map(\.code)).count == 27)
        #expect(table.facts(for: "UA-09")?.code == "UA44")
        #expect(table.regions.allSatisfy { $0.officialArea != nil })
        let sample = try Atlas(path: TestData.file("geodata/sample/atlas.yaml"))
        #expect(Series(source: sample.sources[0], atlas: sample).entries.count == 30)
    }

    @Test func aFilesSourceIsFoundByItsNameThenByItsFolder() throws {
        let text = Self.source("a", files: "one/{unix}.geojson") + Self.source("b", files: "two/{unix}.geojson")
        try TestData.withFile(named: "atlas.yaml", "atlas: x\nsources:\n" + text) { path throws in
            let atlas = try Atlas(path: path)
            #expect(try atlas.source(ofFile: "/x/two/1749327130.geojson")?.id == "b")
            #expect(try atlas.source(ofFile: "map.geojson") == nil)
            #expect(throws: InputFault.self) { try atlas.source(ofFile: "1749327130.geojson") }
        }
    }

    /// The state as a day ends is in the file of the day after the next: also where clocks are put back between (24 hours later
    /// was a map too early), day by day (the lag was left out), and where a file is missing.
    @Test func filesThatLagShowTheStateOfEarlierDays() throws {
        let text = """
            atlas: x
            sources:
              - id: a
                name: a
                files: "{yyyymmdd}.geojson"
                dayMeans: start
                lagDays: 1
                timeZone: Europe/Kyiv
                classes: [{class: held}]
                held: [held]
            """
        try TestData.withFile(named: "atlas.yaml", text) { path throws in
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            for day in [24, 25, 26, 27, 29] {
                try Data().write(to: folder.appendingPathComponent("202510\(day).geojson"))
            }
            let atlas = try Atlas(path: path)
            let series = Series(source: atlas.sources[0], atlas: atlas)
            func day(_ number: Int) throws -> CalendarDay {
                try #require(CalendarDay(year: 2025, month: 10, day: number))
            }
            func number(_ entry: Series.Entry) -> String { String(entry.path.dropLast(8).suffix(2)) }
            for (shown, file) in [(23, "25"), (24, "26"), (25, "27"), (26, "27"), (27, "29")] {
                let end = series.source.clock.end(of: try day(shown))
                #expect(number(try series.mapShowing(end)) == file, "\(shown)")
            }
            let whole = try #require(Window(from: day(24), to: day(27), rolling: false))
            #expect(try series.dailyMaps(over: whole).map(number) == ["25", "26", "27", "29"])
            let rolling = try #require(Window(from: day(24), to: day(26), rolling: true))
            #expect(try series.dailyMaps(over: rolling).map(number) == ["26", "27"])
        }
    }

    static func source(_ id: String, files: String) -> String {
        """
          - id: \(id)
            name: \(id)
            files: "\(files)"
            timeZone: UTC
            classes: [{class: held}]
            held: [held]

        """
    }

    /// An atlas with one fault, and the place and words that tell it.
    @Test(arguments: [
        ("", "1:1: not YAML: it is empty"),
        ("atlas: x\nsources: [", "not YAML"),
        ("atlas: x\natlas: y\nsources: []", "twice"),
        ("atlas: &a x\nsources: [*a, *a]", "2:1: aliases (`*name`) are not read here"),
        // Found on 2026-11-21, when the alias check was read beside libyaml's scanner for fuzzing: a comment on the first
        // of lines that end with CR LF hid all of them, a hyphen in a name hid it, and so did a quotation that ends in a
        // line which begins with `#`.
        ("# aliases\r\natlas: &a x\r\nsources: [*a, *a]", "3:1: aliases"),
        ("atlas: &a-b x\nsources: [*a-b, *a-b]", "2:1: aliases"),
        ("atlas: &a x\nsources: {*a?: 1}", "2:1: aliases"),
        ("sources: &a []\natlas: [\"x\n  # y\", *a]", "3:1: aliases"),
        ("# see *note, R&D\natlas: x\nsources: []", "3:10: sources: here must stand at least one source"),
        // Found by fuzzing, 2026-11-21: what a file calls its keys broke the line of the message.
        ("atlas: x\n\"a\\nb\\L\": 1", "2:1: a?b?: no such key here"),
        (
            "atlas: x\nsources:\n" + source("a", files: "{unix}.json")
                + "    convention: {model: webMap, parts: summed, captured: net, whole: {UA: 0}}",
            "9:75: sources[0].convention.whole.UA: here must stand an area in km², greater than 0"
        ),
        (
            "atlas: x\nsources:\n" + source("a", files: "{unix}.json")
                + "    rings: {lists: [areas], axes: upsideDown}",
            "9:35: sources[0].rings.axes: here must stand one of longitudeFirst, latitudeFirst"
        ),
        (
            "atlas: x\nsources:\n" + source("a", files: "{unix}.json") + "    gapMetres: 0",
            "9:16: sources[0].gapMetres: here must stand a distance in metres, greater than 0"
        ),
        ("atlas: x\nsource: []", "2:1: source: no such key here"),
        ("sources: []", "1:1: the key `atlas` is missing"),
        ("atlas: x\nsources: 7", "2:10: sources: here must stand a list"),
        ("atlas: x\nsources: []", "2:10: sources: here must stand at least one source"),
        (
            "atlas: x\nsources:\n  - id: a\n    name: a\n    files: maps.geojson\n",
            "5:12: sources[0].files: here must stand a path whose last part holds one of"
        ),
        (
            "atlas: x\nsources:\n  - id: a\n    name: a\n    files: \"{unix}.json\"\n    timeZone: Kyiv\n",
            "6:15: sources[0].timeZone: here must stand a time zone"
        ),
        (
            "atlas: x\nsources:\n" + source("a", files: "{unix}.json")
                + "    convention: {model: flat, parts: summed, captured: net}",
            "9:25: sources[0].convention.model"
        ),
        (
            "atlas: x\nsources:\n" + source("a", files: "{unix}.json") + "    disputed: [unknown]",
            "9:16: sources[0].disputed[0]: `unknown` is not defined here; known are held"
        ),
    ])
    func aFaultyAtlasIsToldWithLineAndColumn(text: String, words: String) throws {
        try TestData.withFile(named: "atlas.yaml", text) { path throws in
            let fault = #expect(throws: InputFault.self) { try Atlas(path: path) }
            #expect("\(try #require(fault))".contains(words), "\(String(describing: fault))")
        }
    }
}
