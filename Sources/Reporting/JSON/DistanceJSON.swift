import GeometryCore
import Territory

extension DistanceReport {
    /// The report for programs, a result for each target.
    ///
    /// - Parameter threshold: how much land in a region is an entry; none where that was not asked.
    public func json(threshold: Area?) -> [JSONValue] {
        targets.map { target in
            var result: JSONObject = [
                "kind": .string(target.aim.kind), "code": .text(target.aim.code), "name": .string(target.aim.name),
                "side": .text(side?.code),
            ]
            switch target.aim {
            case .outline(_, let set): result.members.append(.init(name: "regionSet", value: .string(set)))
            case .point(let position, let place):
                result.members.append(.init(name: "position", value: position.json))
                result.members.append(
                    .init(name: "namesakes", value: place.map { .number(Double($0.namesakes)) } ?? .null))
            }
            result.members.append(.init(name: "maps", value: .array(zip(maps, target.steps).map { json($0, $1) })))
            if let threshold, target.aim.isRegion {
                let entry = target.entry.map { entry in
                    JSONValue.object([
                        "path": .string(maps[entry.map].receipt.path), "asOf": .text(maps[entry.map].asOf?.description),
                        "areaKm2": .area(entry.area),
                    ])
                }
                result.members.append(.init(name: "thresholdKm2", value: .area(threshold)))
                result.members.append(.init(name: "entered", value: entry ?? .null))
            }
            return .object(result)
        }
    }

    private func json(_ map: Snapshot, _ step: Step) -> JSONValue {
        .object([
            "path": .string(map.receipt.path), "asOf": .text(map.asOf?.description),
            "distanceKm": step.points.map { .number($0.distance.kilometres) } ?? .null,
            "from": step.points?.first.json ?? .null, "to": step.points?.second.json ?? .null,
            "insideKm2": step.inside.map(JSONValue.area) ?? .null,
            "moved": step.isMoved.map { .bool($0) } ?? .null, "since": .text(step.since?.description),
        ])
    }
}

extension Position {
    /// Longitude and latitude.
    var json: JSONValue { .array([.number(x), .number(y)]) }
}
