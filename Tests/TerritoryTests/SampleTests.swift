import Foundation
import GeometryCore
import TestSupport
import Testing

@testable import Territory

/// The sample land, whose areas are known in closed form by a route of its own (scripts/make-sample).
@Suite struct SampleTests {
    let engine = GeometryEngine()

    struct Row: Sendable {
        let date: String
        let region: String
        let held: Double
        let gained: Double?
        let lost: Double?
    }

    static let rows: [Row] = {
        let text = (try? String(contentsOfFile: TestData.file("geodata/sample/areas.tsv"), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().compactMap { line in
            let fields = line.split(separator: "\t").map(String.init)
            guard fields.count == 5, let held = Double(fields[2]) else { return nil }
            return Row(
                date: fields[0], region: fields[1], held: held, gained: Double(fields[3]), lost: Double(fields[4]))
        }
    }()

    /// What the table was rounded to, and the rounding of sums of some thousand km².
    static let tolerance = 2e-8

    private func atlas() throws -> Atlas { try Atlas(path: TestData.file("geodata/sample/atlas.yaml")) }

    private func provinces(_ atlas: Atlas) throws -> RegionSet {
        let entry = atlas.regionSets[0]
        let table = try #require(entry.table)
        return try RegionSet(
            path: atlas.locate(entry.file), name: entry.id,
            properties: .init(code: entry.codeProperty, name: entry.nameProperty),
            table: RegionTable(path: table), repairing: nil, engine: engine)
    }

    private func snapshot(_ date: String, _ atlas: Atlas) throws -> Snapshot {
        try Snapshot(
            path: TestData.file("geodata/sample/maps/valmark-\(date).geojson"), source: atlas.sources[0],
            selection: .everything, repairing: nil, engine: engine)
    }

    @Test func areasByProvinceAreThoseOfTheClosedForm() throws {
        #expect(Self.rows.count == 180)
        let atlas = try atlas()
        let provinces = try provinces(atlas)
        for date in Set(Self.rows.map(\.date)) {
            let report = try AreaReport(
                of: snapshot(date, atlas), by: provinces, model: .standard, denominator: .official, engine: engine)
            let regions = try #require(report.regions)
            for row in Self.rows where row.date == date {
                let area =
                    switch row.region {
                    case "VA": report.total.area
                    case "remainder": regions.remainder
                    default: try #require(regions.rows.first { $0.region.code == row.region }).area
                    }
                #expect(abs(area.squareKilometres - row.held) < Self.tolerance, "\(date) \(row.region)")
            }
            let sum = (regions.rows.map(\.area) + [regions.remainder]).sum()
            #expect((sum - report.total.area).magnitude < Area(squareMetres: 1e-3))
        }
    }

    @Test func changesByProvinceAreThoseOfTheClosedForm() throws {
        let atlas = try atlas()
        let provinces = try provinces(atlas)
        let dates = Set(Self.rows.map(\.date)).sorted()
        for (before, after) in zip(dates, dates.dropFirst()) {
            let report = try ChangeReport(
                from: snapshot(before, atlas), to: snapshot(after, atlas), by: provinces, model: .standard,
                engine: engine)
            for row in Self.rows where row.date == after {
                let change =
                    switch row.region {
                    case "VA": report.total
                    case "remainder": try #require(report.remainder)
                    default: try #require(report.regions.first { $0.region.code == row.region }).change
                    }
                let (gained, lost) = (try #require(row.gained), try #require(row.lost))
                #expect(abs(change.gained.squareKilometres - gained) < Self.tolerance, "\(after) \(row.region)")
                #expect(abs(change.lost.squareKilometres - lost) < Self.tolerance, "\(after) \(row.region)")
            }
        }
    }

    @Test func swappedAxesAreNoticed() throws {
        let provinces = try provinces(atlas())
        let text = #"{"type":"Polygon","coordinates":[[[47.4,12.1],[47.5,12.1],[47.5,12.2],[47.4,12.1]]]}"#
        try TestData.withFile(named: "swapped.geojson", text) { path throws in
            let snapshot = try Snapshot(path: path, source: nil, selection: .everything, repairing: nil, engine: engine)
            let report = try AreaReport(
                of: snapshot, by: provinces, model: .standard, denominator: .polygons, engine: engine)
            #expect(report.warnings.contains(.swappedAxes(path: path)))
        }
    }

    private func regions(_ features: String...) throws -> RegionSet {
        let text = #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}"
        return try TestData.withFile(named: "regions.geojson", text) { path throws in
            try RegionSet(path: path, name: "x", properties: nil, table: nil, repairing: nil, engine: engine)
        }
    }

    private static func box(_ properties: String, _ west: Double, _ east: Double) -> String {
        let ring = "[[\(west),47],[\(east),47],[\(east),48],[\(west),48],[\(west),47]]"
        return #"{"type":"Feature","properties":\#(properties),"geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
    }

    private func report(_ west: Double, _ east: Double, by regions: RegionSet) throws -> (AreaReport, ChangeReport) {
        func snapshot(_ box: String) throws -> Snapshot {
            try TestData.withFile(named: "map.geojson", box) { path throws in
                try Snapshot(path: path, source: nil, selection: .everything, repairing: nil, engine: engine)
            }
        }
        let (before, after) = (try snapshot(Self.box("{}", west - 1, west)), try snapshot(Self.box("{}", west, east)))
        return (
            try AreaReport(of: after, by: regions, model: .standard, denominator: .polygons, engine: engine),
            try ChangeReport(from: before, to: after, by: regions, model: .standard, engine: engine)
        )
    }

    @Test func overlappingRegionsAndLargeRemaindersAreWarnedOfByBothReports() throws {
        let overlapping = try regions(Self.box(#"{"code":"a"}"#, 10, 13), Self.box(#"{"code":"b"}"#, 12, 14))
        let reports = try report(11, 14, by: overlapping)
        #expect(reports.0.warnings.contains { $0.kind == "overlappingRegions" })
        #expect(reports.1.warnings.contains { $0.kind == "overlappingRegions" })
        let small = try report(11, 14, by: regions(Self.box(#"{"code":"a"}"#, 13, 13.5)))
        #expect(small.0.warnings.contains { $0.kind == "largeRemainder" })
        #expect(small.1.warnings.contains { $0.kind == "largeRemainder" })
        let clean = try report(11, 14, by: regions(Self.box(#"{"code":"a"}"#, 9, 15)))
        #expect(!clean.0.warnings.contains { $0.kind != "everythingCounts" })
    }

    /// Raions carry the code of their oblast too: a first version took that and dissolved them.
    @Test func theCodeIsAPropertyThatTellsTheRegionsApart() throws {
        let found = try regions(
            Self.box(#"{"adm1_code":"U","katotth":"U1","name":"one"}"#, 10, 11),
            Self.box(#"{"adm1_code":"U","katotth":"U2","name":"two"}"#, 11, 12))
        #expect(found.regions.map(\.code) == ["U1", "U2"])
        #expect(throws: InputFault.self) { try regions(Self.box("{}", 10, 11), Self.box("{}", 11, 12)) }
    }

    @Test func whatLiesBeyondTheAntimeridianIsNotCompared() throws {
        #expect(throws: InputFault.self) { try regions(Self.box(#"{"code":"a"}"#, 179, 182)) }
    }

    @Test func regionsAreFoundByCodeNameAliasAndJoinedByPlus() throws {
        let provinces = try provinces(atlas())
        for name in ["VA02", "VA-2", "Northreach", "northreach province", "Nordvåga"] {
            #expect(provinces.region(named: name)?.code == "VA02", "\(name)")
        }
        let measurer = Measurer(engine: engine, repairing: nil)
        let both = try #require(try measurer.region(named: "VA01+VA02", of: provinces))
        let parts = try measurer.area(of: provinces.regions.prefix(2).map(\.set), by: .standard)
        let difference = try measurer.area(of: [both.set], by: .standard) - parts
        #expect(difference.magnitude < Area(squareMetres: 1e-2))
        #expect(try measurer.region(named: "VA01+VA09", of: provinces) == nil)
    }
}
