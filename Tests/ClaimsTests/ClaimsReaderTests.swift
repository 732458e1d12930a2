import Territory
import TestSupport
import Testing

@testable import Claims

@Suite struct ClaimsReaderTests {
    private static let held = """
        claims:
          - kind: held
            value: 190
            unit: km2
            region: UA
            asOf: 2025-06-07

        """

    @Test func theRepositorysClaimsAreRead() throws {
        #expect(try ClaimsFile(path: TestData.file("geodata/ukraine/claims/2025-06.yaml")).claims.count == 4)
        let sample = try ClaimsFile(path: TestData.file("geodata/sample/claims.yaml")).claims
        #expect(sample.allSatisfy { $0.expected != nil })
    }

    @Test func aClaimHasItsFieldsAndItsLine() throws {
        try TestData.withFile(named: "claims.yaml", Self.held) { path throws in
            let claim = try #require(try ClaimsFile(path: path).claims.first)
            #expect(claim.id == "1" && claim.line == 2)
            #expect(claim.figure?.comparator == .equal)
            #expect(claim.time == CalendarDay("2025-06-07").map(ClaimTime.asOf))
        }
    }

    /// A claims file with one fault, and the words that tell it.
    @Test(arguments: [
        ("claims: []", "1:9: claims: here must stand at least one claim"),
        ("claim: []", "1:1: claim: no such key here"),
        (held.replacing("held", with: "hold"), "2:11: claims[0].kind: here must stand one of held, gained"),
        (held.replacing("190", with: "1,900"), "3:12: claims[0].value: here must stand a plain number"),
        (held.replacing("km2", with: "acres"), "4:11: claims[0].unit: here must stand one of km2"),
        (held.replacing("06-07", with: "02-31"), "6:11: claims[0].asOf: here must stand a day that exists"),
        (held.replacing("    value: 190\n", with: ""), "2:5: claims[0]: the key `value` is missing"),
        (held.replacing("value: 190", with: "low: 190"), "the key `high` is missing"),
        (held.replacing("value: 190", with: "low: 200\n    high: 190"), "`high` is less than `low`"),
        (held.replacing("value: 190", with: "value: 190\n    comparator: range"), "go with the comparator `range`"),
        (held.replacing("asOf: 2025-06-07", with: "from: 2025-06-07\n    to: 2025-06-01"), "`to` lies before `from`"),
        (held.replacing("asOf: 2025-06-07", with: "from: 2025-06-07"), "the key `to` is missing"),
        (held + "    from: 2025-06-01\n", "`asOf` excludes `from` and `to`"),
        (held + "    vlaue: 7\n", "7:5: claims[0].vlaue: no such key here"),
        (
            held.replacing("kind", with: "id: a\n    kind")
                + held.replacing("kind", with: "id: a\n    kind").dropFirst(8), "stands twice"
        ),
        (held.replacing("unit: km2", with: "unit: percent"), "`held` is told in km2, mi2, ha"),
    ])
    func aFaultyFileIsToldWithLineAndColumn(text: String, words: String) throws {
        try TestData.withFile(named: "claims.yaml", text) { path throws in
            let fault = try #require(#expect(throws: InputFault.self) { try ClaimsFile(path: path) })
            #expect("\(fault)".contains(words), "\(fault)")
        }
    }
}
