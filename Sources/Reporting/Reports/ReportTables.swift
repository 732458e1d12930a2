import Claims
import Territory

extension Table {
    /// Area reports of several maps as one table: by region where regions were asked for, else by class.
    public static func areas(_ reports: [(report: AreaReport, input: InputReceipt)]) -> Table {
        var columns: [Column] = []
        var rows: [[Cell]] = []
        for (report, input) in reports {
            let table = report.regionTable ?? report.classTable
            columns =
                [.init("file", "file"), .init("as of", "asOf"), .init("area model", "model")] + table.columns
            rows += table.rows.map {
                [.text(input.path), .text(input.asOf ?? ""), .text(report.model.name)] + $0
            }
        }
        return Table(columns: columns, rows: rows)
    }

    /// A change report as a table that says of which maps it is.
    public static func change(_ report: ChangeReport, from before: InputReceipt, to after: InputReceipt) -> Table {
        Table(
            columns: [.init("before", "before"), .init("after", "after"), .init("area model", "model")]
                + report.table.columns,
            rows: report.table.rows.map {
                [.text(before.path), .text(after.path), .text(report.model.name)] + $0
            })
    }

    /// Verdicts as a table; measured values are in the unit of the column `unit`.
    public static func verdicts(_ verdicts: [Verdict]) -> Table {
        Table(
            columns: [
                .init("id", "id"), .init("kind", "kind"), .init("region", "region"), .init("from", "from"),
                .init("to", "to"), .init("verdict", "verdict"), .init("claimed from", "claimedFrom"),
                .init("claimed to", "claimedTo"), .init("measured", "measured"),
                .init("by convention", "byConvention"), .init("unit", "unit"), .init("reason", "reason"),
            ],
            rows: verdicts.map(\.cells))
    }
}

extension Verdict {
    fileprivate var cells: [Table.Cell] {
        let measurement = findings?.measurement
        let front = findings?.front?.nearest
        func cell(_ number: Double?) -> Table.Cell { number.map { .text("\($0)") } ?? .none }
        let days: (String, String) =
            switch claim.time {
            case .asOf(let day): ("", day.description)
            case .window(let window): (window.from.description, window.to.description)
            case nil: ("", "")
            }
        return [
            .text(claim.id), .text(claim.kind.rawValue), .text(claim.region), .text(days.0), .text(days.1),
            .text(kind.rawValue), cell((measurement?.claimed ?? claim.figure?.interval)?.lower),
            cell((measurement?.claimed ?? claim.figure?.interval)?.upper),
            cell(front?.distance.kilometres ?? measurement?.standard.number), cell(measurement?.own.number),
            .text((front == nil ? claim.figure?.unit.base : .kilometres)?.rawValue ?? ""), .text(reasonWords()),
        ]
    }
}

extension [Verdict] {
    /// How many verdicts there are of each kind: `4 claims: 3 supported, 1 contradicted`.
    public var summary: String {
        let counts = VerdictKind.allCases.compactMap { kind in
            let count = count { $0.kind == kind }
            return count == 0 ? nil : "\(count) \(kind.words)"
        }
        let claims = Set(map(\.claim)).count
        let verdicts = claims == count ? "" : ", \(count) verdicts"
        return "\(claims) claim\(claims == 1 ? "" : "s")\(verdicts): \(counts.joined(separator: ", "))"
    }
}
