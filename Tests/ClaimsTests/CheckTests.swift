import GeometryCore
import Territory
import TestSupport
import Testing

@testable import Claims

@Suite struct CheckTests {
    private static func checker(
        _ atlas: Atlas, regions id: String? = nil, repairing: AreaModel? = nil, folders: [String] = []
    ) throws -> Checker {
        let engine = GeometryEngine()
        let entry = try #require(atlas.regionSets.first { id == nil || $0.id == id })
        let regions = try RegionSet(
            path: atlas.locate(entry.file), name: entry.id,
            properties: .init(code: entry.codeProperty, name: entry.nameProperty),
            table: entry.table.map { try RegionTable(path: $0) }, repairing: repairing, engine: engine)
        return Checker(atlas: atlas, regionSet: regions, measurer: Measurer(engine: engine, repairing: repairing))
    }

    private static func sample() throws -> Checker {
        try checker(try Atlas(path: TestData.file("geodata/sample/atlas.yaml")))
    }

    /// Checks claims given as YAML on the sample land.
    private func verdicts(_ claims: String) throws -> [Verdict] {
        try TestData.withFile(named: "claims.yaml", "claims:\n" + claims) { path throws in
            let checker = try Self.sample()
            return try ClaimsFile(path: path).claims.map { try checker.check($0) }
        }
    }

    @Test func theSamplesVerdictsAreTheExpectedOnes() throws {
        let checker = try Self.sample()
        for claim in try ClaimsFile(path: TestData.file("geodata/sample/claims.yaml")).claims {
            #expect(try checker.check(claim).kind == claim.expected, "\(claim.id)")
        }
    }

    /// 228.17 km² net, 447.04 gross: the gross figure fits under one departure only, and few other figures fit any.
    @Test func aFigureThatFitsUnderOneDepartureIsSupportedIf() throws {
        let verdict = try #require(
            try verdicts(
                "  - {kind: gained, value: 447, unit: km2, region: VA02, from: 2031-04-08, to: 2031-04-14, source: Valmark Survey}"
            ).first)
        #expect(verdict.kind == .supportedIf)
        guard case .fitsIf(let departures, _, let chance) = verdict.reason, departures.first == .captured(.gross) else {
            Issue.record("\(verdict.reason)")
            return
        }
        #expect(chance > 0 && chance <= 0.2)
    }

    @Test func aCreditToNobodyIsJudgedByTheDefault() throws {
        let claim = "  - {kind: gained, value: 447, unit: km2, region: VA02, from: 2031-04-08, to: 2031-04-14"
        let verdict = try #require(try verdicts(claim + ", source: A newspaper}").first)
        #expect(verdict.kind == .supported)
        #expect(verdict.findings?.isCredited == false)
        #expect(verdict.findings?.measurement?.ownConvention.model == .standard)
    }

    @Test(arguments: [
        ("value: 190, unit: km2, also: {value: 90, unit: mi2}", VerdictKind.inconsistent),
        ("value: 190, unit: km2, also: {value: 19, unit: percent}", .inconsistent),
        ("value: 2731, unit: km2, also: {value: 1054, unit: mi2}", .supported),
        ("value: 2731, unit: km2, also: {value: 1100, unit: mi2}", .supported),
        ("value: 2731, unit: km2, also: {value: 1150, unit: mi2}", .inconsistent),
        ("value: 1054, unit: mi2", .supported), ("value: 273100, unit: ha", .supported),
        ("value: 2731, unit: km2, negated: true", .contradicted), ("value: 9999, unit: km2, negated: true", .supported),
    ])
    func aHeldFigureOnTheSample(fields: String, kind: VerdictKind) throws {
        let verdict = try #require(try verdicts("  - {kind: held, region: VA, asOf: 2031-04-03, \(fields)}").first)
        #expect(verdict.kind == kind, "\(verdict.reason)")
    }

    /// An actor that the atlas does not know, or an old map, is no ground for a verdict: a first version took every other
    /// actor for the enemy, and the last map for any later day.
    @Test(arguments: [
        "{kind: gained, value: 447, unit: km2, region: VA02, from: 2031-04-08, to: 2031-04-14, actor: somebody}",
        "{kind: reached, region: VA01, asOf: 2031-04-24, actor: somebody}",
        "{kind: held, value: 1000, unit: km2, region: VA, asOf: 2032-04-03}",
        "{kind: gained, value: 100, unit: km2, region: VA, from: 2034-04-01, to: 2034-05-01}",
        "{kind: reached, region: VA01, asOf: 2040-04-24}",
    ])
    func whatTheMapsDoNotShowIsNotJudged(_ claim: String) throws {
        let verdict = try #require(try verdicts("  - " + claim).first)
        #expect(verdict.kind == .notCheckable, "\(verdict.reason)")
    }

    @Test func aDenialOfWhatOnlyADepartureSupportsStaysConditional() throws {
        let verdict = try #require(
            try verdicts(
                "  - {kind: gained, value: 447, unit: km2, region: VA02, from: 2031-04-08, to: 2031-04-14, "
                    + "source: Valmark Survey, negated: true}"
            ).first)
        #expect(verdict.kind == .supportedIf)
    }

    @Test(arguments: [
        "{kind: rank, region: VA, asOf: 2031-04-03, order: most}",
        "{kind: held, value: 1, unit: km2, region: Atlantis, asOf: 2031-04-03}",
        "{kind: held, value: 1, unit: km2, region: VA}",
        "{kind: held, value: 1, unit: km2, region: VA, from: 2031-04-03, to: 2031-04-04}",
        "{kind: held, value: 1, unit: km2, region: VA, asOf: 2030-01-01}",
        "{kind: pace, value: 1, unit: km2/day, region: VA, asOf: 2031-04-03}",
        "{kind: reached, region: VA, asOf: 2031-04-03}",
    ])
    func whatIsMissingIsSaid(_ claim: String) throws {
        let verdict = try #require(try verdicts("  - " + claim).first)
        #expect(verdict.kind == .notCheckable)
        guard case .missing = verdict.reason else {
            Issue.record("\(verdict.reason)")
            return
        }
    }

    @Test func anEntryNeedsASquareKilometre() throws {
        let kinds = try verdicts(
            """
              - {kind: entered, region: VA03, asOf: 2031-04-30}
              - {kind: entered, region: VA03, asOf: 2031-04-01}
            """
        ).map(\.kind)
        #expect(kinds == [.supported, .contradicted])
    }
}

/// The figures of June 2025 on the real maps.
@Suite(
    .enabled(
        if: TestData.isFetched(
            "deepstate/raw/1749327130.geojson", "ukraine/adm1.geojson", "ukraine/adm1-coarse.geojson"),
        "\(TestData.notFetched)"))
struct RealClaimTests {
    private func checker(regions: String, repairing: AreaModel? = nil) throws -> Checker {
        let atlas = try Atlas(
            path: TestData.file("geodata/ukraine/atlas.yaml"), extraFolders: [TestData.cache.path])
        let engine = GeometryEngine()
        let entry = try #require(atlas.regionSets.first { $0.id == regions })
        let set = try RegionSet(
            path: atlas.locate(entry.file), name: entry.id,
            properties: .init(code: entry.codeProperty, name: entry.nameProperty),
            table: entry.table.map { try RegionTable(path: $0) }, repairing: repairing, engine: engine)
        return Checker(atlas: atlas, regionSet: set, measurer: Measurer(engine: engine, repairing: repairing))
    }

    private func claims() throws -> [Claim] {
        try ClaimsFile(path: TestData.file("geodata/ukraine/claims/2025-06.yaml")).claims
    }

    @Test(arguments: [
        ("Russia", VerdictKind.supported), ("russia", .supported), ("ukraine", .contradicted),
        ("France", .notCheckable),
    ])
    func theActorSaysWhoseGainItIs(actor: String, kind: VerdictKind) throws {
        let text = """
            claims:
              - {kind: gained, value: 190, unit: km2, comparator: '>', region: UA59, from: 2025-05-08, to: 2025-06-08,
                 rolling: true, source: DeepState, actor: \(actor)}
            """
        try TestData.withFile(named: "claims.yaml", text) { path throws in
            let claim = try #require(try ClaimsFile(path: path).claims.first)
            #expect(try checker(regions: "oblasts").check(claim).kind == kind)
        }
    }

    @Test func theFourClaimsOfJune2025() throws {
        let checker = try checker(regions: "oblasts")
        let verdicts = try claims().map { try checker.check($0) }
        #expect(verdicts.map(\.kind) == [.supported, .supported, .supported, .contradicted])
        let front = try #require(verdicts[3].findings?.front)
        #expect(abs(try #require(front.nearest).distance.kilometres - 2.004) < 0.005)
        #expect(abs(try #require(front.monthBefore?.nearest).distance.kilometres - 2.668) < 0.005)
        #expect(abs(try #require(front.anySide).distance.kilometres - 1.366) < 0.005)
        #expect(abs(try #require(front.disputed.first?.nearest).distance.kilometres - 0.600) < 0.005)
    }

    @Test func aCoarseBorderTurnsAVerdictAndIsWarnedOf() throws {
        let sumy = try #require(try claims().first { $0.id == "sumy-gained" })
        let verdict = try checker(regions: "oblasts-coarse", repairing: .standard).check(sumy)
        #expect(verdict.kind == .contradicted)
        #expect(verdict.warnings.contains { $0.kind == "largeRemainder" })
    }
}
