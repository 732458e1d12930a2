import Claims
import GeometryCore
import Territory

extension Verdict {
    /// The verdict for programs.
    public var json: JSONValue {
        let measurement = findings?.measurement
        let claimed =
            measurement.map { Self.json($0.claimed, $0.own.unit) }
            ?? claim.figure.map { Self.json($0.interval, $0.unit.base) }
        let maps = (findings?.maps ?? []).map {
            InputReceipt($0, of: findings?.source).json
        }
        return .object([
            "claim": claim.json, "verdict": .string(kind.rawValue), "measured": findings.map(measured) ?? .null,
            "byConvention": measurement.map { Self.json($0.own, $0.ownConvention) } ?? .null,
            "claimed": claimed ?? .null, "variants": .array(measurement?.variantsJSON ?? []),
            "chancePercent": chance.map { .number(100 * $0) } ?? .null, "source": .text(findings?.source),
            "credited": .bool(findings?.isCredited ?? false), "region": .text(findings?.region), "maps": .array(maps),
            "boundaries": findings?.boundaries.map { InputReceipt($0.receipt, source: $0.name).json } ?? .null,
            "reason": .string(reasonWords()), "warnings": .array(warnings.map { .string($0.words()) }),
        ])
    }

    /// The share of the figures nearby that would have fitted some variant; none where no variant fits.
    private var chance: Double? {
        switch reason {
        case .fitsIf(_, _, let chance), .missesButFitsAnything(_, _, _, let chance): chance
        default: nil
        }
    }

    private func measured(_ findings: Findings) -> JSONValue {
        switch findings.found {
        case .figure(let measurement): return Self.json(measurement.standard, measurement.standardConvention)
        case .rank(let ranking):
            func json(_ period: Findings.Ranking.Period) -> JSONValue {
                .object([
                    "from": .string(period.window.from.description), "to": .string(period.window.to.description),
                    "rolling": .bool(period.window.rolling), "capturedKm2": .area(period.captured),
                ])
            }
            return .object([
                "period": json(ranking.period), "others": .array(ranking.others.map(json)),
                "model": .string(ranking.convention.model.name),
                "captured": .string(ranking.convention.captured.rawValue),
                "classes": .array(ranking.convention.classes.map { .string($0) }),
            ])
        case .front(let front):
            return .object([
                "nearest": Self.json(front.nearest), "anySide": Self.json(front.anySide), "side": .text(front.side),
                "monthBefore": Self.json(front.monthBefore?.nearest),
                "disputed": .array(
                    front.disputed.map {
                        .object(["class": .string($0.className), "nearest": Self.json($0.nearest)])
                    }),
                "insideKm2": front.inside.map(JSONValue.area) ?? .null,
                "firstInside": front.firstInside.map {
                    .object(["asOf": .string($0.asOf.description), "areaKm2": .area($0.area)])
                } ?? .null,
                "classes": .array(front.classes.map { .string($0) }),
            ])
        }
    }

    private static func json(_ quantity: Quantity, _ convention: Convention) -> JSONValue {
        var members: [JSONObject.Member] = [
            .init(name: "value", value: .number(quantity.number)),
            .init(name: "unit", value: .string(quantity.unit.rawValue)),
            .init(name: "tolerance", value: .number(quantity.tolerance)),
        ]
        if quantity.unit == .squareKilometres {
            members.append(.init(name: "areaKm2", value: .number(quantity.number)))
        }
        if quantity.unit == .percent { members.append(.init(name: "sharePercent", value: .number(quantity.number))) }
        if quantity.unit == .kilometres { members.append(.init(name: "distanceKm", value: .number(quantity.number))) }
        members.append(.init(name: "terms", value: .array(quantity.terms.map(\.json))))
        members += [
            .init(name: "model", value: .string(convention.model.name)),
            .init(name: "parts", value: .string(convention.parts.rawValue)),
            .init(name: "captured", value: .string(convention.captured.rawValue)),
            .init(name: "classes", value: .array(convention.classes.map { .string($0) })),
        ]
        return .object(JSONObject(members))
    }

    private static func json(_ interval: Interval, _ unit: ClaimUnit) -> JSONValue {
        .object([
            "from": .number(interval.lower), "fromIncluded": .bool(interval.includesLower),
            "to": .number(interval.upper), "toIncluded": .bool(interval.includesUpper), "unit": .string(unit.rawValue),
        ])
    }

    private static func json(_ points: NearestPoints?) -> JSONValue { points?.json ?? .null }
}

extension Findings.Measurement {
    fileprivate var variantsJSON: [JSONValue] {
        variants.map { variant in
            .object([
                "departure": .string(variant.departure.name), "value": .number(variant.quantity.number),
                "fits": .bool(claimed.meets(variant.quantity.interval)),
            ])
        }
    }
}

extension NearestPoints {
    var json: JSONValue {
        func json(_ position: Position) -> JSONValue { .array([.number(position.x), .number(position.y)]) }
        return .object([
            "distanceKm": .number(distance.kilometres), "from": json(first), "to": json(second),
        ])
    }
}

extension Quantity.Term {
    /// The term for programs, named by what it is.
    fileprivate var json: JSONValue {
        switch self {
        case .held(let area, let moment):
            .object(["term": .string("held"), "areaKm2": .area(area), "asOf": .string(moment.description)])
        case .omitted(let area): .object(["term": .string("omitted"), "areaKm2": .area(area)])
        case .gained(let area): .object(["term": .string("gained"), "areaKm2": .area(area)])
        case .lost(let area): .object(["term": .string("lost"), "areaKm2": .area(area)])
        case .small(let small): .object(["term": .string("smallParts"), "smallParts": small.json])
        case .captured(let area, let window):
            .object([
                "term": .string("captured"), "areaKm2": .area(area), "from": .string(window.from.description),
                "to": .string(window.to.description),
            ])
        case .whole(let area, let origin):
            .object(["term": .string("whole"), "areaKm2": .area(area), "origin": .string(origin.rawValue)])
        case .days(let days): .object(["term": .string("days"), "count": .number(days)])
        case .maps(let count): .object(["term": .string("maps"), "count": .number(Double(count))])
        case .nearest(let points): .object(["term": .string("nearest"), "points": points.json])
        case .front(let length, let scale):
            .object([
                "term": .string("front"), "lengthKm": .number(length.kilometres),
                "scaleKm": scale.map { .number($0.kilometres) } ?? .null,
            ])
        case .residual(let area): .object(["term": .string("residual"), "areaKm2": .area(area)])
        case .uncertain(let boundary, let accuracy):
            .object([
                "term": .string("uncertain"), "boundaryKm": .number(boundary.kilometres),
                "accuracyM": .number(accuracy.metres),
            ])
        }
    }
}
