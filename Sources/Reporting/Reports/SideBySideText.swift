import Claims
import GeometryCore
import Territory

extension SideBySide {
    /// The bases in rows, and in words whether they agree.
    public func text(_ style: NumberStyle) -> String {
        let table = Table(
            columns: ["by", "verdict", "measured", "as published"].map { .init($0, $0) },
            rows: rows.map { row in
                let (findings, measurement) = (row.verdict.findings, row.verdict.findings?.measurement)
                let measured =
                    measurement?.standard.words(style) ?? findings?.front?.nearest.map { style.distance($0.distance) }
                return [
                    .text(row.words), .text(row.verdict.kind.words), measured.map(Table.Cell.text) ?? .none,
                    findings?.isCredited == true ? measurement.map { .text($0.own.words(style)) } ?? .none : .none,
                ]
            })
        return "\(claim?.id ?? ""): side by side\n" + table.text(style) + agreement(style) + "\n"
    }

    /// Whether the bases agree, in one sentence.
    public func agreement(_ style: NumberStyle = .standard) -> String {
        let kinds = rows.map(\.verdict.kind).filter { $0 != .notCheckable }
        guard kinds.count > 1 else { return "there is nothing to compare: under two of them can be checked" }
        let spread =
            range.map { least, greatest in
                let difference = greatest.number - least.number
                let part = greatest.number == 0 ? 0 : difference / greatest.number.magnitude
                return "; what they measure differs by \(style.number(difference, least.unit)), "
                    + "\(style.fixed(100 * part, digits: 1)) %"
            } ?? ""
        guard disagrees else { return "they agree: \(kinds[0].words)" + spread }
        let hasOneSource = Set(rows.map(\.basis.source)).count == 1
        return
            (hasOneSource
            ? "the verdict flips with the borders" : "they disagree, and so the verdict depends on whose map is taken")
            + ": " + rows.map { "\($0.verdict.kind.words) by \($0.words)" }.joined(separator: ", ") + spread
    }

    /// The comparison for programs.
    public var json: JSONValue {
        .object([
            "claim": .text(claim?.id), "disagrees": .bool(disagrees), "agreement": .string(agreement()),
            "rows": .array(
                rows.map { row in
                    .object([
                        "source": .text(row.basis.source), "regions": .text(row.basis.regions),
                        "verdict": row.verdict.json,
                    ])
                }),
        ])
    }
}

extension SideBySide.Row {
    /// The basis in words.
    var words: String {
        let source = verdict.findings?.source ?? basis.source ?? "the credited source"
        return source + (basis.regions.map { ", borders of \($0)" } ?? "")
    }
}
