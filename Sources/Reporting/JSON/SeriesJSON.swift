import GeometryCore
import Territory

extension SeriesReport {
    /// The report for programs: the steps, then what they add up to.
    public var json: JSONValue {
        .object([
            "steps": .array(stepsJSON), "cumulative": Self.json(cumulative), "endToEnd": Self.json(endToEnd),
        ])
    }

    /// Each step by itself, as one line of NDJSON.
    public var lines: [UInt8] { stepsJSON.flatMap { $0.bytes + [UInt8(ascii: "\n")] } }

    private var stepsJSON: [JSONValue] {
        steps.map { step in
            var result: JSONObject = [
                "asOf": .string(step.asOf.description), "path": .string(step.path),
                "sha256": .text(step.receipt?.sha256),
            ]
            result.members += Self.members(step.total)
            result.members += [
                .init(name: "smallParts", value: step.small.json),
                .init(name: "jitter", value: .bool(step.isJitter)),
                .init(name: "edgesChanged", value: .number(Double(step.edges.changed))),
                .init(name: "edgesCompared", value: .number(Double(step.edges.compared))),
            ]
            guard let remainder = step.remainder else { return .object(result) }
            func row(_ code: String?, _ name: String, _ row: Row) -> JSONValue {
                .object(
                    JSONObject(
                        [.init(name: "code", value: .text(code)), .init(name: "name", value: .string(name))]
                            + Self.members(row)))
            }
            let rows = zip(regions, step.regions).map { row($0.code, $0.name, $1) }
            result.members.append(
                .init(name: "regions", value: .array(rows + [row(nil, "remainder", remainder)])))
            return .object(result)
        }
    }

    private static func members(_ row: Row) -> [JSONObject.Member] {
        [
            .init(name: "heldKm2", value: .area(row.held)), .init(name: "gainedKm2", value: .area(row.change.gained)),
            .init(name: "lostKm2", value: .area(row.change.lost)), .init(name: "netKm2", value: .area(row.change.net)),
        ]
    }

    private static func json(_ balance: Balance) -> JSONValue {
        .object([
            "gainedKm2": .area(balance.gained), "lostKm2": .area(balance.lost), "netKm2": .area(balance.net),
        ])
    }
}
