import GeometryCore
import Territory

extension AreaReport {
    /// Each class, then the counted ones together.
    public var classTable: Table {
        var rows = classes.map { row($0, name: $0.classes.joined(separator: " + ")) }
        rows.append(row(total, name: "total"))
        return Table(
            columns: [
                .init("class", "class"), .init("counts", "counted"), .init("polygons", "polygons"),
                .init("km² as one set", "areaKm2"), .init("km² sum of parts", "sumOfPartsKm2"),
            ], rows: rows)
    }

    private func row(_ area: ClassArea, name: String) -> [Table.Cell] {
        [
            .text(name), .text(area.isCounted ? "yes" : "no"), .count(area.polygons), .area(area.area),
            .area(area.sumOfParts),
        ]
    }

    /// Each region that holds some of it, the remainder, the total.
    public var regionTable: Table? {
        guard let regions else { return nil }
        let whole = regions.whole
        func row(_ code: String, _ name: String, _ area: Area, of denominator: Area?) -> [Table.Cell] {
            [
                .text(code), .text(name), .area(area), denominator.map { .percent(100 * (area / $0)) } ?? .none,
                whole.map { .percent(100 * (area / $0)) } ?? .none, denominator.map { .area($0) } ?? .none,
            ]
        }
        let inside = total.area - regions.remainder
        return Table(
            columns: [
                .init("code", "code"), .init("region", "name"), .init("km²", "areaKm2"),
                .init("% of region", "shareOfRegionPercent"), .init("% of whole", "shareOfWholePercent"),
                .init("region's km²", "regionKm2"),
            ],
            rows: regions.rows.map { row($0.region.code, $0.region.name, $0.area, of: $0.denominator) }
                + [
                    row("", "all regions", inside, of: whole),
                    [.text(""), .text("remainder"), .area(regions.remainder), .none, .none, .none],
                    [.text(""), .text("total"), .area(total.area), .none, .none, .none],
                ])
    }

    /// The report for people.
    public func text(_ style: NumberStyle, of inputs: [InputReceipt]) -> String {
        var text = inputs.map { $0.words + "\n" }.joined()
        text += "area model: \(model.name). \(model.meaning)\n\n"
        text += classTable.text(style)
        if total.classes.count > 1 { text += "The total counts \(total.classes.joined(separator: " + ")).\n" }
        guard let regions, var table = regionTable else { return text }
        let empty = regions.rows.count { $0.area == .zero }
        table.rows.removeAll { $0.count > 2 && $0[2] == .area(.zero) && $0[0] != .text("") }
        text += "\n" + table.text(style)
        if empty > 0 { text += "\(empty) other region\(empty == 1 ? " holds" : "s hold") none of it.\n" }
        let rule =
            switch regions.denominator {
            case .polygons: "the area of the polygons in \(regions.setName), by the same model"
            case .official: "the official area, from the region table"
            }
        text += "Shares are of \(rule)"
        text += regions.whole.map { "; the whole is \(style.areaWithUnit($0)).\n" } ?? ".\n"
        return text
    }
}
