import Claims
import GeometryCore
import Territory

extension JSONValue {
    static func area(_ area: Area) -> JSONValue { .number(area.squareKilometres) }
    static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    static func share(_ part: Area, of whole: Area?) -> JSONValue { whole.map { .number(100 * (part / $0)) } ?? .null }
}

extension SmallParts {
    /// The small parts for programs.
    var json: JSONValue {
        .object(["count": .number(Double(count)), "gainedKm2": .area(gained), "lostKm2": .area(lost)])
    }
}

extension AreaReport {
    /// The report of one map for programs.
    public func json(of input: InputReceipt) -> JSONValue {
        func json(_ area: ClassArea) -> JSONValue {
            .object([
                "classes": .array(area.classes.map { .string($0) }), "counted": .bool(area.isCounted),
                "polygons": .number(Double(area.polygons)), "areaKm2": .area(area.area),
                "sumOfPartsKm2": .area(area.sumOfParts),
            ])
        }
        var result: JSONObject = [
            "path": .string(input.path), "asOf": .text(input.asOf), "total": json(total),
            "classes": .array(classes.map(json)),
        ]
        if let regions {
            func row(_ code: String?, _ name: String, _ area: Area, _ denominator: Area?) -> JSONValue {
                .object([
                    "code": .text(code), "name": .string(name), "areaKm2": .area(area),
                    "shareOfRegionPercent": .share(area, of: denominator),
                    "shareOfWholePercent": .share(area, of: regions.whole),
                    "regionKm2": denominator.map(JSONValue.area) ?? .null,
                ])
            }
            let rows =
                regions.rows.map { row($0.region.code, $0.region.name, $0.area, $0.denominator) }
                + [row(nil, "remainder", regions.remainder, nil)]
            result.members += [
                .init(name: "regionSet", value: .string(regions.setName)),
                .init(name: "denominator", value: .string(regions.denominator.rawValue)),
                .init(name: "wholeKm2", value: regions.whole.map(JSONValue.area) ?? .null),
                .init(name: "regions", value: .array(rows)),
            ]
        }
        return .object(result)
    }
}

extension ChangeReport {
    /// The report for programs.
    public var json: JSONValue {
        func row(_ code: String?, _ name: String, _ change: Change) -> JSONValue {
            .object([
                "code": .text(code), "name": .string(name), "gainedKm2": .area(change.gained),
                "lostKm2": .area(change.lost), "netKm2": .area(change.net),
            ])
        }
        var result: JSONObject = [
            "beforeKm2": .area(before), "afterKm2": .area(after), "gainedKm2": .area(total.gained),
            "lostKm2": .area(total.lost), "netKm2": .area(total.net), "smallParts": small.json,
            "jitter": .bool(isJitter),
        ]
        if let remainder {
            let rows =
                regions.map { row($0.region.code, $0.region.name, $0.change) } + [row(nil, "remainder", remainder)]
            result.members.append(.init(name: "regions", value: .array(rows)))
        }
        return .object(result)
    }
}
