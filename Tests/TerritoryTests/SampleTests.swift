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
