import GeometryCore
import Territory

extension SeriesReport {
    /// One row for each map.
    public var table: Table {
        Table(
            columns: [.init("as of", "asOf")] + Self.areaColumns + [
                .init("small parts", "smallParts"), .init("km² in them", "smallKm2"), .init("", "flag"),
            ],
            rows: steps.map { step in
                [.text(step.asOf.description)] + Self.cells(step.total) + [
                    .count(step.small.count), .area(step.small.gained + step.small.lost),
                    .text(step.isJitter ? "jitter" : ""),
                ]
            })
    }

    /// One row for each map and region, the remainder and the total; without regions the total alone.
    public var regionTable: Table {
        var rows: [[Table.Cell]] = []
        for step in steps {
            let asOf = step.asOf.description
            func row(_ code: String, _ name: String, _ row: Row) -> [Table.Cell] {
                [.text(asOf), .text(code), .text(name)] + Self.cells(row)
            }
            rows += zip(regions, step.regions).map { row($0.code, $0.name, $1) }
            if let remainder = step.remainder { rows.append(row("", "remainder", remainder)) }
            rows.append(row("", "total", step.total))
        }
        return Table(
            columns: [.init("as of", "asOf"), .init("code", "code"), .init("region", "name")] + Self.areaColumns,
            rows: rows)
    }

    private static let areaColumns: [Table.Column] = [
        .init("held km²", "heldKm2"), .init("gained km²", "gainedKm2"), .init("lost km²", "lostKm2"),
        .init("net km²", "netKm2"),
    ]

    private static func cells(_ row: Row) -> [Table.Cell] {
        [.area(row.held), .area(row.change.gained), .area(row.change.lost), .area(row.change.net)]
    }

    /// The report for people.
    public func text(_ style: NumberStyle) -> String {
        var text = "area model: \(model.name). \(model.meaning)\n\n" + table.text(style) + "\n"
        if let first = steps.first, let last = steps.last, !regions.isEmpty {
            text += changeByRegion(from: first, to: last).text(style) + "\n"
        }
        text += "from map to map, added up: gained \(style.areaWithUnit(cumulative.gained)), "
        text += "lost \(style.areaWithUnit(cumulative.lost)), net \(style.areaWithUnit(cumulative.net))\n"
        text += "from the first map to the last: gained \(style.areaWithUnit(endToEnd.gained)), "
        text += "lost \(style.areaWithUnit(endToEnd.lost)), net \(style.areaWithUnit(endToEnd.net))\n"
        return text
    }

    /// What each region held first and last, and what was gained and lost there from map to map.
    private func changeByRegion(from first: Step, to last: Step) -> Table {
        func row(_ code: String, _ name: String, _ pick: (Step) -> Row?) -> [Table.Cell]? {
            guard let before = pick(first), let after = pick(last) else { return nil }
            let changes = steps.compactMap { pick($0)?.change }
            let (gained, lost) = (changes.map(\.gained).sum(), changes.map(\.lost).sum())
            guard before.held != .zero || gained != .zero || lost != .zero || code.isEmpty else { return nil }
            return [
                .text(code), .text(name), .area(before.held), .area(after.held), .area(gained), .area(lost),
                .area(gained - lost),
            ]
        }
        var rows = regions.enumerated().compactMap { index, region in
            row(region.code, region.name) { $0.regions[index] }
        }
        rows += [row("", "remainder", \.remainder), row("", "total", { $0.total })].compactMap(\.self)
        return Table(
            columns: [
                .init("code", "code"), .init("region", "name"), .init("first km²", "firstKm2"),
                .init("last km²", "lastKm2"), .init("gained km²", "gainedKm2"), .init("lost km²", "lostKm2"),
                .init("net km²", "netKm2"),
            ], rows: rows)
    }
}
