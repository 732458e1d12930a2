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
            lines.append(
                (
                    "measured",
                    measurement.standard.words(style) + "  " + measurement.standardConvention.words(for: claim)
                        + " (the default)"
                ))
            if let derivation = measurement.standard.derivation(style) { lines.append(("", derivation)) }
            if findings.isCredited {
                lines.append(
                    (
                        "as published",
                        measurement.own.words(style) + "  " + measurement.ownConvention.words(for: claim)
                            + " (\(findings.source)’s convention)"
                    ))
                if let derivation = measurement.own.derivation(style) { lines.append(("", derivation)) }
            }
            lines.append(("claimed", measurement.claimed.words(measurement.own.unit)))
        }
        if case .rank(let ranking) = findings?.found { lines += rankLines(ranking, style) }
        if let front = findings?.front { lines += frontLines(front, style) }
        lines.append(("because", reasonWords(style)))
        lines += restsOn
        let width = (lines.map(\.0.count).max() ?? 0) + 2
        let body = lines.map { "  " + $0 + String(repeating: " ", count: width - $0.count) + $1 + "\n" }
        return "\(claim.id): \(kind.words.uppercased())\n" + body.joined()
    }

    /// Whose maps they are, where the claim credits somebody else.
    private var notCredited: String {
        claim.source.map { "; the claim credits \($0), whose maps these are not, so that the default decides" }
            ?? "; the default decides"
    }

    private func rankLines(_ ranking: Findings.Ranking, _ style: NumberStyle) -> [(String, String)] {
        (ranking.others + [ranking.period]).map { period in
            (
                period == ranking.period ? "measured" : "compared",
                "\(style.areaWithUnit(period.captured)) from \(period.window.from) to \(period.window.to)"
            )
        }
    }

    private func frontLines(_ front: Findings.Front, _ style: NumberStyle) -> [(String, String)] {
        func words(_ points: NearestPoints?) -> String {
            guard let points else { return "no such land" }
            guard points.distance > Distance(metres: 0) else { return "0 km: they touch, or it lies inside" }
            return "\(style.distance(points.distance)), from \(style.position(points.first)) to "
                + style.position(points.second)
        }
        var lines = [("measured", words(front.nearest) + (front.side.map { ", of land held in \($0)" } ?? ""))]
        if front.side != nil { lines.append(("any side", words(front.anySide))) }
        for (name, points) in front.disputed { lines.append(("\(name) land", words(points))) }
        if let (map, points) = front.monthBefore {
            lines.append(("a month before", words(points) + " (map of \(map.asOf))"))
        }
        if claim.kind == .entered, let inside = front.inside { lines.append(("inside", style.areaWithUnit(inside))) }
        if let (moment, area) = front.firstInside {
            lines.append(("first entered", "\(style.areaWithUnit(area)) on the map of \(moment)"))
        }
        return lines
    }

    private var restsOn: [(String, String)] {
        guard let findings else { return [] }
        var lines = findings.maps.map { map in
            ("rests on", "\(map.receipt.path), as of \(map.asOf), sha256 \(map.receipt.sha256)")
        }
        if let boundaries = findings.boundaries {
            lines.append(("boundaries", "\(boundaries.receipt.path), sha256 \(boundaries.receipt.sha256)"))
        }
        let classes =
            switch findings.found {
            case .figure(let measurement): measurement.ownConvention.classes
            case .front(let front): front.classes
            case .rank(let ranking): ranking.convention.classes
            }
        lines.append(("classes", classes.joined(separator: " + ")))
        return lines
    }
}
