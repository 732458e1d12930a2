import GeometryCore
import Territory

extension FrontReport {
    /// The report for programs, a result for each map.
    public var json: [JSONValue] {
        maps.map { map in
            .object([
                "path": .string(map.snapshot.receipt.path), "asOf": .text(map.snapshot.asOf?.description),
                "classes": .array(map.snapshot.counted.map { .string($0) }), "regionSet": .string(setName),
                "code": .text(region?.code), "name": .text(region?.name),
                "borderToleranceKm": .number(rule.borderTolerance.kilometres), "gapKm": .number(map.gap.kilometres),
                "scaleKm": .number(scale.kilometres),
                "lengthKm": length(of: map.lengths).map { .number($0.kilometres) } ?? .null,
                "lengths": json(map.lengths),
                "regions": .array(
                    map.regions.map { row in
                        .object([
                            "code": .string(row.region.code), "name": .string(row.region.name),
                            "lengths": json(row.lengths),
                        ])
                    }),
            ])
        }
    }

    /// The lengths by scale; the scale of the length as drawn is null.
    private func json(_ lengths: [Distance]) -> JSONValue {
        .array(
            zip(scales, lengths).map { scale, length in
                .object([
                    "scaleKm": scale.map { .number($0.kilometres) } ?? .null, "lengthKm": .number(length.kilometres),
                ])
            })
    }
}
