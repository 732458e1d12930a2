import Claims
import GeometryCore
import Territory

extension Verdict {
    /// The verdict for programs.
    public var json: JSONValue {
        .object([
            "claim": claim.json, "verdict": .string(kind.rawValue),
            "measured": findings.map(measured) ?? .null,
            "byConvention": findings?.measurement.map { Self.json($0.own, $0.ownConvention) } ?? .null,
            "claimed": claim.figure.map { Self.json($0.interval, $0.unit.base) } ?? .null,
            "variants": .array(
                (findings?.measurement?.variants ?? []).map {
                    .object(["departure": .string($0.departure.name), "value": .number($0.quantity.number)])
                }),
            "source": .text(findings?.source), "region": .text(findings?.region),
            "maps": .array(
                (findings?.maps ?? []).map { InputReceipt($0.receipt, source: findings?.source, asOf: $0.asOf).json }),
            "boundaries": findings?.boundaries.map { InputReceipt($0.receipt, source: $0.name).json } ?? .null,
            "reason": .string(reasonWords()),
            "warnings": .array(warnings.map { .string($0.words()) }),
        ])
    }

    private func measured(_ findings: Findings) -> JSONValue {
        if let measurement = findings.measurement {
            return Self.json(measurement.standard, measurement.standardConvention)
        }
        guard let front = findings.front else { return .null }
        return .object([
            "nearest": Self.json(front.nearest), "anySide": Self.json(front.anySide), "side": .text(front.side),
            "monthBefore": Self.json(front.monthBefore?.nearest),
            "disputed": .array(
                front.disputed.map { .object(["class": .string($0.className), "nearest": Self.json($0.nearest)]) }),
            "insideKm2": .area(front.inside), "classes": .array(front.classes.map { .string($0) }),
        ])
    }

    private static func json(_ quantity: Quantity, _ convention: Convention) -> JSONValue {
        var result: JSONObject =
            switch quantity {
            case .area(let area): ["areaKm2": .area(area)]
            case .share(let part, let whole, let origin):
                [
                    "sharePercent": .number(quantity.number), "areaKm2": .area(part), "ofKm2": .area(whole),
                    "denominator": .string(origin.rawValue),
                ]
            }
        result.members += [
            .init(name: "model", value: .string(convention.model.name)),
            .init(name: "parts", value: .string(convention.parts.rawValue)),
            .init(name: "captured", value: .string(convention.captured.rawValue)),
            .init(name: "classes", value: .array(convention.classes.map { .string($0) })),
        ]
        return .object(result)
    }

    private static func json(_ interval: Interval, _ unit: ClaimUnit) -> JSONValue {
        .object([
            "from": .number(interval.lower), "fromIncluded": .bool(interval.includesLower),
            "to": .number(interval.upper), "toIncluded": .bool(interval.includesUpper), "unit": .string(unit.rawValue),
        ])
    }

    private static func json(_ points: NearestPoints?) -> JSONValue {
        guard let points else { return .null }
        func json(_ position: Position) -> JSONValue { .array([.number(position.x), .number(position.y)]) }
        return .object([
            "distanceKm": .number(points.distance.kilometres), "from": json(points.first), "to": json(points.second),
        ])
    }
}
