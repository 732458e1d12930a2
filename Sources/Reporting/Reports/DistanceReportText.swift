import GeometryCore
import Territory

extension DistanceReport {
    /// One row for each target and map.
    public var table: Table {
        Table(
            columns: [
                .init("to", "target"), .init("kind", "kind"), .init("file", "file"), .init("as of", "asOf"),
                .init("distance", "distanceKm"), .init("from east", "fromLongitude"),
                .init("from north", "fromLatitude"), .init("to east", "toLongitude"),
                .init("to north", "toLatitude"), .init("inside", "insideKm2"), .init("moved", "moved"),
                .init("since", "since"),
            ],
            rows: targets.flatMap { target in
                zip(maps, target.steps).map { map, step in
                    func cell(_ number: Double?) -> Table.Cell { number.map { .text("\($0)") } ?? .none }
                    return [
                        .text(target.aim.code ?? target.aim.name), .text(target.aim.kind), .text(map.receipt.path),
                        .text(map.asOf?.description ?? ""),
                        step.points.map { .distance($0.distance, digits: 3) } ?? .none,
                        cell(step.points?.first.x), cell(step.points?.first.y), cell(step.points?.second.x),
                        cell(step.points?.second.y), step.inside.map { .area($0) } ?? .none,
                        .text(step.isMoved.map { $0 ? "yes" : "no" } ?? ""), .text(step.since?.description ?? ""),
                    ]
                }
            })
    }

    /// The report for people.
    ///
    /// - Parameter threshold: how much land in a region is an entry; none where that was not asked.
    public func text(_ style: NumberStyle, of boundaries: [InputReceipt], threshold: Area?) -> String {
        let inputs = (maps.map { InputReceipt($0) } + boundaries).map { $0.words + "\n" }.joined()
        let from = "from land held" + (side.map { " in \($0.name)" } ?? ", whichever side,")
        return inputs
            + targets.map { target in
                "\n" + from + " to " + target.aim.words(style) + ":\n\n" + table(of: target).text(style)
                    + (threshold.map { entryWords(target, $0, style) } ?? "")
            }.joined()
    }

    private func table(of target: Target) -> Table {
        Table(
            columns: [
                .init("as of", ""), .init("km", ""), .init("from", ""), .init("to", ""),
                .init(target.aim.isRegion ? "km² inside" : "", ""), .init("", ""),
            ],
            rows: zip(maps, target.steps).map { map, step in
                [
                    .text(map.asOf?.description ?? ""), step.points.map { .distance($0.distance, digits: 3) } ?? .none,
                    .text(step.points.map { $0.first.words } ?? ""), .text(step.points.map { $0.second.words } ?? ""),
                    step.inside.map { .area($0) } ?? .none, .text(words(step, target.aim)),
                ]
            })
    }

    /// What a reader must know of one map's distance: reached, moved, or since when the nearest point is where it is.
    private func words(_ step: Step, _ aim: Aim) -> String {
        if step.points == nil { return "no land is held there" }
        if step.isReached { return aim.isRegion ? "held land is in it, or touches it" : "inside held land" }
        switch step.isMoved {
        case nil: return ""
        case true?: return "moved"
        case false?:
            let isFirst = step.since == maps.first?.asOf
            return "not moved" + (step.since.map { " since \($0)" + (isFirst ? ", the first map here" : "") } ?? "")
        }
    }

    private func entryWords(_ target: Target, _ threshold: Area, _ style: NumberStyle) -> String {
        guard target.aim.isRegion else { return "" }
        guard let entry = target.entry else {
            return "not entered: on none of these maps do \(style.areaWithUnit(threshold)) of held land lie in it\n"
        }
        let map = maps[entry.map]
        return "entered: \(style.areaWithUnit(entry.area)) of held land lie in it on the map of "
            + "\(map.asOf?.description ?? map.receipt.path), "
            + (entry.map == 0
                ? "the first one here; it may have been earlier\n"
                : "the first with \(style.areaWithUnit(threshold)) or more\n")
    }
}

extension DistanceReport.Aim {
    var isRegion: Bool { code != nil }

    /// What it is for programs: a region's outline, or a place's point.
    var kind: String { isRegion ? "region" : "place" }

    /// The region's code; none for a place.
    var code: String? {
        switch self {
        case .outline(let region, _): region.code
        case .point: nil
        }
    }

    /// The name; of a nameless point where it lies.
    var name: String {
        switch self {
        case .outline(let region, _): region.name
        case .point(let position, let place): place?.settlement.name ?? position.words
        }
    }

    func words(_ style: NumberStyle) -> String {
        switch self {
        case .outline(let region, let set): return "\(region.name) (\(region.code)), its outline in \(set)"
        case .point(let position, let place):
            guard let place else { return "the point \(position.words)" }
            let words = "\(place.settlement.name), its point \(position.words)"
            guard place.namesakes > 1 else { return words }
            return words + ", the largest of \(place.namesakes) settlements of that name (give LON,LAT for another)"
        }
    }
}

extension Position {
    /// The position in degrees, to a metre.
    var words: String {
        let style = NumberStyle.standard
        return "\(style.fixed(x, digits: 5)) E \(style.fixed(y, digits: 5)) N"
    }
}
