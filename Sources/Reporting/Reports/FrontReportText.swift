import GeometryCore
import Territory

extension FrontReport {
    /// One row for each map and region that has a front, with a column for each scale.
    private var wideTable: Table {
        func cells(_ map: Map, _ code: String, _ name: String, _ lengths: [Distance]) -> [Table.Cell] {
            [.text(map.snapshot.asOf?.description ?? ""), .text(code), .text(name)]
                + lengths.map { .distance($0, digits: 1) }
        }
        return Table(
            columns: [.init("as of", "asOf"), .init("code", "code"), .init("region", "name")]
                + scales.map { scale in
                    .init(scale.map { NumberStyle.shortest($0.kilometres) + " km" } ?? "as drawn", "")
                },
            rows: maps.flatMap { map in
                map.regions.map { cells(map, $0.region.code, $0.region.name, $0.lengths) }
                    + [cells(map, region?.code ?? "", region?.name ?? "total", map.lengths)]
            })
    }

    /// One row for each map, region and scale.
    public var table: Table {
        func rows(_ map: Map, _ code: String, _ name: String, _ lengths: [Distance]) -> [[Table.Cell]] {
            zip(scales, lengths).map { scale, length in
                [
                    .text(map.snapshot.receipt.path), .text(map.snapshot.asOf?.description ?? ""), .text(code),
                    .text(name), scale.map { .distance($0, digits: 3) } ?? .none, .distance(length, digits: 3),
                    .distance(rule.borderTolerance, digits: 3),
                ]
            }
        }
        return Table(
            columns: [
                .init("file", "file"), .init("as of", "asOf"), .init("code", "code"), .init("region", "name"),
                .init("scale", "scaleKm"), .init("length", "lengthKm"), .init("border tolerance", "borderToleranceKm"),
            ],
            rows: maps.flatMap { map in
                map.regions.flatMap { rows(map, $0.region.code, $0.region.name, $0.lengths) }
                    + rows(map, region?.code ?? "", region?.name ?? "total", map.lengths)
            })
    }

    /// The report for people.
    public func text(_ style: NumberStyle, of boundaries: [InputReceipt]) -> String {
        var text = (maps.map { InputReceipt($0.snapshot) } + boundaries).map { $0.words + "\n" }.joined()
        text +=
            "\nThe front is the boundary of held land inside \(setName)\(region.map { ", here in \($0.name)" } ?? ""), "
        text += "as far as it is over \(style.distance(rule.borderTolerance)) from their outer border;\n"
        let gaps = Set(maps.map(\.gap)).sorted().map { NumberStyle.shortest($0.metres) + " m" }
        text += "held parts within \(gaps.joined(separator: " or ")) of one another adjoin. "
        text += "Its length depends on the scale, the step with which it is walked along, in km:\n\n"
        text += wideTable.text(style) + "\n"
        for map in maps {
            guard let length = length(of: map.lengths) else { continue }
            text += map.snapshot.asOf.map { "\($0): " } ?? ""
            text += "\(style.grouped(length.kilometres, digits: 1)) km of front "
            text += "at a scale of \(NumberStyle.shortest(scale.kilometres)) km\n"
        }
        return text
    }
}
