import GeometryCore
import TestSupport
import Testing

@testable import Claims
@testable import Territory

/// A publisher's way of counting is found again from its figures, and not from figures that are nobody's.
@Suite struct ConventionSearchTests {
    private func report(_ rows: String) throws -> ConventionReport {
        let atlas = try Atlas(path: TestData.file("geodata/sample/atlas.yaml"))
        let (engine, source) = (GeometryEngine(), try #require(atlas.sources.first))
        let entry = try #require(atlas.regionSets.first)
        let regions = try RegionSet(
            path: atlas.locate(entry.file), name: entry.id,
            properties: .init(code: entry.codeProperty, name: entry.nameProperty),
            table: entry.table.map { try RegionTable(path: $0) }, repairing: nil, engine: engine)
        let checker = Checker(
            atlas: atlas, regionSet: regions, measurer: Measurer(engine: engine, repairing: nil), source: source)
        let text = "kind,value,unit,region,asOf,from,to\n" + rows
        return try checker.convention(
            of: source, from: ClaimsFile(table: InputFile(path: "figures.csv", bytes: Array(text.utf8))).claims)
    }

    @Test func theSamplesConventionIsLearned() throws {
        let report = try report(
            """
            held,2729,km2,VA,2031-04-03,,
            gained,228,km2,VA02,,2031-04-08,2031-04-14
            gained,891,km2,VA,,2031-04-08,2031-04-14
            gained,1380,km2,VA,,2031-04-15,2031-04-21
            """)
        let best = try #require(report.fits.first)
        #expect(best.fits == 4 && best.shiftDays == 0 && best.greatestResidual < 1)
        #expect(best.convention.model == .webMap && best.convention.captured == .net)
        #expect(report.chance < ConventionReport.greatestChance)
    }

    /// One figure fits some convention whatever it is.
    @Test(arguments: ["gained,228,km2,VA02,,2031-04-08,2031-04-14\n", "held,3000,km2,VA,2031-04-03,,\n"])
    func littleIsNotLearnedFrom(_ rows: String) throws {
        #expect(try report(rows).chance > ConventionReport.greatestChance)
    }
}

@Suite struct FigureTableTests {
    private func table(_ text: String) throws(InputFault) -> CSVFile {
        try CSVFile(InputFile(path: "figures.csv", bytes: Array(text.utf8)))
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["1", "2"]]), ("a,b\r\n1,2", [["1", "2"]]),
        ("a,b\n\"1,5\",\"say \"\"two\"\"\"\n", [["1,5", "say \"two\""]]),
        ("a,b\n\"1\n2\",\n", [["1\n2", ""]]), ("a,b\n\n1,2\n\n", [["1", "2"]]), ("a,b\n", []),
    ])
    func fieldsAreReadAsRFC4180Says(text: String, rows: [[String]]) throws {
        #expect(try table(text).rows == rows && table(text).columns == ["a", "b"])
    }

    @Test(arguments: ["", "\n\n", "a,b\n1\n", "a,b\n1,2,3\n", "a,b\n\"1,2\n"])
    func whatIsNoTableIsRefused(_ text: String) {
        #expect(throws: InputFault.self) { try self.table(text) }
    }

    /// Numbers stay as they were printed.
    @Test func aRowIsAClaim() throws {
        let file = InputFile(
            path: "figures.csv", bytes: Array("kind,value,unit,region,asOf\nheld,190.0,km2,UA,2025-06-07\n".utf8))
        let claim = try #require(try ClaimsFile(table: file).claims.first)
        #expect(claim.kind == .held && claim.figure?.low.lastDigit == 0.1 && claim.figure?.low.description == "190.0")
        let wrong = InputFile(path: "figures.csv", bytes: Array("kind,value,unit,region\nheld,many,km2,UA\n".utf8))
        #expect(throws: InputFault.self) { try ClaimsFile(table: wrong) }
    }
}
