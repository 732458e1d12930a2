import Claims
import GeometryCore
import Territory

extension ConventionReport {
    /// The conventions for people: the best ones, then what the best makes of each figure.
    public func text(_ style: NumberStyle, best count: Int) -> String {
        guard let best = fits.first else { return "no convention was tried\n" }
        let conventions = Table(
            columns: [
                .init("fit", "fits"), .init("greatest residual", "greatestResidual"), .init("convention", "convention"),
            ],
            rows: fits.prefix(max(1, count)).map { fit in
                [
                    .text("\(fit.fits) of \(figures.count)"),
                    .text(style.grouped(fit.greatestResidual, digits: 3)), .text(fit.words),
                ]
            })
        let table = Table(
            columns: ["figure", "measured", "residual", "fits", "claim"].map { .init($0, $0) },
            rows: zip(figures, best.values).map { claim, value in row(claim, value, style).map(Table.Cell.text) })
        let percent = chance < 1e-6 ? "under 0.0001 %" : "\(style.grouped(100 * chance, digits: 4)) %"
        let verdict =
            chance > Self.greatestChance
            ? "This is no better than chance would give (\(percent)): nothing can be learned from so few figures."
            : "The probability that chance does as well is \(percent), for \(fits.count) conventions tried."
        let convention = best.convention
        let entry =
            "convention: {model: \(convention.model.name), parts: \(convention.parts.rawValue), "
            + "captured: \(convention.captured.rawValue)}"
        return [
            conventions.text(style), "By the best:\n", table.text(style), verdict, "\nFor the atlas:", "    " + entry,
            "",
        ]
        .joined(separator: "\n")
    }

    private func row(_ claim: Claim, _ value: Quantity?, _ style: NumberStyle) -> [String] {
        guard let figure = claim.figure else { return ["", "", "", "", claim.words()] }
        guard let value else { return [figure.words, "no map", "", "", claim.words()] }
        let residual = value.number - figure.low.value * figure.unit.inBaseUnit
        return [
            figure.words, style.number(value.number, value.unit), style.grouped(residual, digits: 3),
            figure.interval.meets(value.interval) ? "yes" : "no", claim.words(),
        ]
    }

    /// The report for programs.
    public var json: JSONValue {
        .object([
            "chancePercent": .number(100 * chance), "figures": .array(figures.map(\.json)),
            "conventions": .array(
                fits.map { fit in
                    .object([
                        "model": .string(fit.convention.model.name), "parts": .string(fit.convention.parts.rawValue),
                        "captured": .string(fit.convention.captured.rawValue),
                        "classes": .array(fit.convention.classes.map { .string($0) }),
                        "shiftDays": .number(Double(fit.shiftDays)), "fits": .number(Double(fit.fits)),
                        "greatestResidual": .number(fit.greatestResidual),
                        "values": .array(fit.values.map { $0.map { .number($0.number) } ?? .null }),
                    ])
                }),
        ])
    }
}

extension ConventionFit {
    /// The convention in words.
    var words: String {
        [
            convention.model.name, convention.parts == .united ? "one set" : "sum of parts", convention.captured.words,
            convention.classes.joined(separator: " + "),
        ].joined(separator: ", ") + (shiftDays == 0 ? "" : shiftDays < 0 ? ", a day earlier" : ", a day later")
    }
}

extension Table {
    /// The conventions tried, a row each.
    public static func conventions(_ report: ConventionReport) -> Table {
        Table(
            columns: [
                .init("fits", "fits"), .init("greatest residual", "greatestResidual"), .init("model", "model"),
                .init("parts", "parts"), .init("captured", "captured"), .init("classes", "classes"),
                .init("shift", "shiftDays"),
            ],
            rows: report.fits.map { fit in
                [
                    .text("\(fit.fits)"), .text("\(fit.greatestResidual)"), .text(fit.convention.model.name),
                    .text(fit.convention.parts.rawValue), .text(fit.convention.captured.rawValue),
                    .text(fit.convention.classes.joined(separator: "+")), .text("\(fit.shiftDays)"),
                ]
            })
    }
}
