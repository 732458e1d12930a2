import Claims
import GeometryCore
import Territory

extension Claim {
    /// The claim for programs, under the names of a claims file.
    public var json: JSONValue {
        .object(JSONObject(fields.map { .init(name: $0.name, value: $0.value) }))
    }

    /// The claim for a receipt: its figures are texts, so that their digits are kept as printed.
    var printedJSON: JSONValue {
        .object(
            JSONObject(
                fields.map { field in
                    .init(name: field.name, value: printed(field.name).map { .string($0) } ?? field.value)
                }))
    }

    /// The figure of a field as it was printed; none for other fields.
    func printed(_ field: String) -> String? {
        switch field {
        case "value", "low": figure?.low.description
        case "high": figure?.high?.description
        default: nil
        }
    }

    /// The fields that the claim has, in the order of a claims file.
    var fields: [(name: String, value: JSONValue)] {
        var members: [(String, JSONValue?)] = [("id", .string(id)), ("kind", .string(kind.rawValue))]
        if let figure {
            let key = figure.high == nil ? "value" : "low"
            members.append((key, .number(figure.low.value)))
            members.append(("high", figure.high.map { .number($0.value) }))
            members.append(("unit", .string(figure.unit.rawValue)))
            members.append(("comparator", .string(figure.comparator.rawValue)))
        }
        members.append(
            (
                "also",
                also.map {
                    .object(["value": .number($0.low.value), "unit": .string($0.unit.rawValue)])
                }
            ))
        members.append(("region", .string(region)))
        members.append(("part", part.map { .string($0.rawValue) }))
        if isPocket { members.append(("pocket", .bool(true))) }
        members.append(("of", whole.map { .string($0) }))
        members.append(
            (
                "ofArea",
                wholeArea.map {
                    .object(["value": .number($0.low.value), "unit": .string($0.unit.rawValue)])
                }
            ))
        switch time {
        case .asOf(let day): members.append(("asOf", .string(day.description)))
        case .window(let window):
            members.append(("from", .string(window.from.description)))
            members.append(("to", .string(window.to.description)))
            if window.rolling { members.append(("rolling", .bool(true))) }
        case nil: break
        }
        members.append(
            (
                "against",
                against.map { reference in
                    var days: JSONObject = ["from": .string(reference.from.description)]
                    if let to = reference.to { days.members.append(.init(name: "to", value: .string(to.description))) }
                    return .object(days)
                }
            ))
        members.append(("order", order.map { .string($0.rawValue) }))
        members.append(("actor", actor.map { .string($0) }))
        members.append(("source", source.map { .string($0) }))
        members.append(("side", side.map { .string($0) }))
        if isNegated { members.append(("negated", .bool(true))) }
        members.append(("span", span.map { .string($0) }))
        return members.compactMap { name, value in value.map { (name, $0) } }
    }
}
