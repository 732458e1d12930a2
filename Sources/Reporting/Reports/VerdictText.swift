import Claims
import GeometryCore
import Territory

extension Verdict {
    /// The verdict for people: what is claimed, what was measured, why, and on what it rests.
    public func text(_ style: NumberStyle) -> String {
        var lines: [(String, String)] = []
        if let span = claim.span { lines.append(("claim", "“\(span)”")) }
        lines.append(("read as", claim.words(region: findings?.region)))
        if let findings { lines.append(("maps of", findings.source + (findings.isCredited ? "" : notCredited))) }
        if let findings, let measurement = findings.measurement {
            let kind = claim.kind
            lines.append(
                (
                    "measured",
                    Self.words(measurement.standard, style) + "  "
                        + measurement.standardConvention.words(for: kind) + " (the default)"
                ))
            if findings.isCredited {
                lines.append(
                    (
                        "as published",
                        Self.words(measurement.own, style) + "  " + measurement.ownConvention.words(for: kind)
                            + " (\(findings.source)’s convention)"
                    ))
            }
        }
        if let figure = claim.figure { lines.append(("claimed", words(figure.interval, figure.unit))) }
        if let front = findings?.front { lines += frontLines(front, style) }
        lines.append(("because", reasonWords(style)))
        lines += restsOn
        let width = (lines.map(\.0.count).max() ?? 0) + 2
        let body = lines.map { "  " + $0 + String(repeating: " ", count: width - $0.count) + $1 + "\n" }
        return "\(claim.id): \(kind.words.uppercased())\n" + body.joined()
    }

    /// Whose maps they are, where the claim credits somebody else.
    private var notCredited: String {
        claim.source.map { "; of \($0) there are no maps here, so that the default decides" } ?? "; the default decides"
    }

    private static func words(_ quantity: Quantity, _ style: NumberStyle) -> String {
        switch quantity {
        case .area(let area): return style.areaWithUnit(area)
        case .share(let part, let whole, let origin):
            let denominator =
                switch origin {
                case .publisher: "the publisher’s area"
                case .official: "the official area"
                case .polygons: "the area of the polygons"
                }
            return "\(style.fixed(100 * (part / whole), digits: 3)) %, \(style.areaWithUnit(part)) of "
                + "\(style.areaWithUnit(whole)), \(denominator)"
        }
    }

    private func frontLines(_ front: Findings.Front, _ style: NumberStyle) -> [(String, String)] {
        func words(_ points: NearestPoints?) -> String {
            guard let points else { return "no such land" }
            guard points.distance > Distance(metres: 0) else { return "0 km: it touches the boundary or lies inside" }
            return "\(style.distance(points.distance)), from \(Self.words(points.first, style)) to "
                + Self.words(points.second, style)
        }
        var lines = [("measured", words(front.nearest) + (front.side.map { ", of land held in \($0)" } ?? ""))]
        if front.side != nil { lines.append(("any side", words(front.anySide))) }
        for (name, points) in front.disputed { lines.append(("\(name) land", words(points))) }
        if let (map, points) = front.monthBefore {
            lines.append(("a month before", words(points) + " (map of \(map.asOf))"))
        }
        if claim.kind == .entered { lines.append(("inside", style.areaWithUnit(front.inside))) }
        return lines
    }

    private static func words(_ position: Position, _ style: NumberStyle) -> String {
        "\(style.fixed(position.x, digits: 5)) E \(style.fixed(position.y, digits: 5)) N"
    }

    private var restsOn: [(String, String)] {
        guard let findings else { return [] }
        var lines = findings.maps.map { map in
            ("rests on", "\(map.receipt.path), as of \(map.asOf), sha256 \(map.receipt.sha256)")
        }
        if let boundaries = findings.boundaries {
            lines.append(("boundaries", "\(boundaries.receipt.path), sha256 \(boundaries.receipt.sha256)"))
        }
        let classes = findings.measurement?.ownConvention.classes ?? findings.front?.classes ?? []
        lines.append(("classes", classes.joined(separator: " + ")))
        return lines
    }
}
