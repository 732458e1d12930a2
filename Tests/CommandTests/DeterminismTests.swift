import Foundation
import TestSupport
import Testing

/// The same inputs give the same bytes, whatever the order of files, the processors, and the run: a dictionary's order is
/// another in each process. How many workers there are is varied where it can be, in the tests of series.
@Suite(.serialized) struct DeterminismTests {
    private static let sample = ["METES_ATLAS": "geodata/sample/atlas.yaml"]
    private static let real = [
        "METES_ATLAS": TestData.file("geodata/ukraine/atlas.yaml"), "METES_DATA": TestData.cache.path,
    ]

    private static let maps = (1...30).map { day in
        "geodata/sample/maps/valmark-2031-04-\(day < 10 ? "0" : "")\(day).geojson"
    }

    /// What is written to standard output and standard error, and the exit code; progress is told on terminals only.
    private func bytes(
        _ arguments: [String], _ environment: [String: String], onProcessors processors: String? = nil
    ) throws -> [String] {
        let answer = try Tool.run(arguments, environment: environment, onProcessors: processors)
        return [answer.output, answer.errors, "\(answer.code)"]
    }

    private func expectSame(_ bytes: [String], _ first: [String], at location: SourceLocation = #_sourceLocation) {
        #expect(bytes == first, "exit code \(bytes[2]), standard error: \(bytes[1])", sourceLocation: location)
    }

    @discardableResult
    private func expectSameBytes(
        _ arguments: [String], _ environment: [String: String], code: Int32 = 0
    ) throws -> [String] {
        let first = try bytes(arguments, environment)
        #expect(first[2] == "\(code)" && !first[0].isEmpty, "\(first[1])")
        expectSame(try bytes(arguments, environment), first)
        if Tool.canChooseProcessors {
            expectSame(try bytes(arguments, environment, onProcessors: "0"), first)
        }
        return first
    }

    @Test(arguments: ["text", "csv", "json"])
    func areasAndChangesOfTheSample(format: String) throws {
        let format = ["--format", format]
        try expectSameBytes(["area"] + Self.maps.suffix(3) + ["--by", "provinces"] + format, Self.sample)
        try expectSameBytes(["delta", Self.maps[6], Self.maps[20], "--by", "provinces"] + format, Self.sample)
        try expectSameBytes(["check", "geodata/sample/claims.yaml"] + format, Self.sample, code: 1)
    }

    @Test(arguments: ["text", "csv", "json", "ndjson"], [[], ["--by", "provinces"]])
    func seriesOfTheSample(format: String, by regions: [String]) throws {
        let rest = regions + ["--format", format]
        let ordered = try expectSameBytes(["series"] + Self.maps + rest, Self.sample)
        var random = SplitMix(seed: 30)
        expectSame(try bytes(["series"] + Self.maps.shuffled(using: &random) + rest, Self.sample), ordered)
        expectSame(try bytes(["series"] + rest + Self.maps.reversed(), Self.sample), ordered)
    }

    private static let june = (1...30).map { day in
        "deepstate/daily/deepstatemap_data_202506\(day < 10 ? "0" : "")\(day).geojson"
    }

    @Test(
        .enabled(
            if: june.allSatisfy { TestData.isFetched($0) } && TestData.isFetched("ukraine/adm1.geojson"),
            "\(TestData.notFetched)"))
    func aMonthOfRealMaps() throws {
        let maps = Self.june.map(TestData.fetched)
        let rest = ["--by", "oblasts", "--format", "json"]
        let ordered = try expectSameBytes(["series"] + maps + rest, Self.real)
        expectSame(try bytes(["series"] + maps.reversed() + rest, Self.real), ordered)
        try expectSameBytes(["delta", maps[0], maps[29]] + rest, Self.real)
    }
}
