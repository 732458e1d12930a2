import Claims
import GeometryCore
import Territory

extension Verdict {
    /// Why the verdict is what it is, in one sentence.
    public func reasonWords(_ style: NumberStyle = .standard) -> String { words(reason, style) }

    private func words(_ reason: Reason, _ style: NumberStyle) -> String {
        switch reason {
        case .fits:
            return "\(subject) lies in the claimed interval"
        case .fitsIf(let departures, let tried, let chance):
            return
                "it holds if \(alternatives(departures)), \(count(departures, tried)); of the figures within 20 % of "
                + "the measured one \(percent(chance, style)) would fit some variant"
        case .misses(let excess, let near, let tried):
            return "\(miss(excess, style)); of \(tried) variants tried, "
                + (near == 0 ? "none comes near" : "\(near) come\(near == 1 ? "s" : "") within 1 %")
        case .missesButFitsAnything(let excess, let departures, let tried, let chance):
            return
                "\(miss(excess, style)); it would fit if \(alternatives(departures)), \(count(departures, tried)), but so "
                + "would \(percent(chance, style)) of the figures within 20 % of the measured one, under some variant"
        case .touches(let points):
            return "held land comes to \(style.distance(points.distance)) of the \(target)"
        case .touchesIf(let departure, let points):
            return "held land touches the \(target) if \(departure.words) (\(style.distance(points.distance)))"
        case .staysShort(let points):
            return "held land on this source's map stays \(style.distance(points.distance)) short of the \(target)"
        case .liesIn(let area):
            return "\(style.areaWithUnit(area)) of held land lie in the region"
        case .liesOutside(let area, let threshold):
            return
                "\(style.areaWithUnit(area)) of held land lie in the region, under the \(style.areaWithUnit(threshold)) "
                + "that count as an entry"
        case .liesInIf(let departure, let area):
            return "\(style.areaWithUnit(area)) of held land lie in the region if \(departure.words)"
        case .ranks(let count):
            return "of \(count) periods compared, it has the \(claim.order?.rawValue ?? "most")"
        case .ranksIf(let departure):
            return "it has the \(claim.order?.rawValue ?? "most") if \(departure.words)"
        case .isOutranked(let period, let count):
            return "of \(count) periods compared, that from \(period.window.from) to \(period.window.to) has "
                + "\(style.areaWithUnit(period.captured)), the \(claim.order?.rawValue ?? "most")"
        case .arithmetic(let arithmetic):
            return arithmetic.words(style)
        case .denial(let inner):
            return "the claim is a denial; of what it denies: \(words(inner, style))"
        case .missing(let missing):
            return words(missing)
        }
    }

    private func alternatives(_ departures: [Departure]) -> String {
        departures.map(\.words).joined(separator: ", or if ")
    }

    private func count(_ departures: [Departure], _ tried: Int) -> String {
        "\(departures.count) of \(tried) variants tried"
    }

    /// What a front reaches: a border, or a place.
    private var target: String { findings?.front?.inside == nil ? "place’s point" : "boundary" }

    private func miss(_ excess: Double, _ style: NumberStyle) -> String {
        guard let measurement = findings?.measurement else { return "" }
        let (interval, measured) = (measurement.claimed, measurement.own.number)
        let end = excess < 0 ? interval.lower : interval.upper
        let isNarrow = end != 0 && (excess / end).magnitude < 0.01
        let words =
            "\(subject) is \(style.number(excess.magnitude, measurement.own.unit.ofDifferences)) "
            + "\(excess < 0 ? "below" : "above") the claimed interval"
        guard !isNarrow else { return words + ", narrowly" }
        // By what factor, where it is plain enough to be told so.
        guard measured > 0, interval.lower > 0 else { return words }
        let factor = excess < 0 ? interval.lower / measured : measured / interval.upper
        guard factor >= 1.2 else { return words }
        return words + ": the claim is \(style.fixed(factor, digits: 1)) times too \(excess < 0 ? "high" : "low")"
    }

    /// What the verdict is about: the value by the publisher's way of counting, or by the default.
    private var subject: String {
        guard let findings, let measurement = findings.measurement, findings.isCredited,
            measurement.ownConvention != measurement.standardConvention
        else { return "the measured value" }
        return "the value measured as \(findings.source) does"
    }

    private func percent(_ part: Double, _ style: NumberStyle) -> String {
        part > 0 && part < 0.001 ? "under 0.1 %" : "\(style.grouped(100 * part, digits: 1)) %"
    }

    private func words(_ missing: Missing) -> String {
        switch missing {
        case .figure(let kind): "a `\(kind.rawValue)` claim needs a figure; add `value` and `unit`"
        case .unit(let unit, let kind): "a `\(kind.rawValue)` is not told in \(unit.rawValue)"
        case .outline(let name):
            "of `\(name)` only a point is known, and no outline; boundaries that have it would make it checkable"
        case .outskirts(let name, let point):
            "the point of `\(name)` is \(NumberStyle.standard.number(point.kilometres, .kilometres)) away, but its outskirts may be as near as "
                + "that; boundaries that have it would make it checkable"
        case .reference: "the claim names no other period; add `against`, and `order` for a rank"
        case .nothingToCompare: "there is nothing to compare with: no such land, or no such period, on these maps"
        case .border(let name):
            "`\(name)` is no single region of the set, and so has no border to reach; name a region of it"
        case .time: "the claim names no time; add `asOf`, or `from` and `to`"
        case .timeOfOtherKind:
            "a `\(claim.kind.rawValue)` claim needs "
                + (claim.kind == .held || claim.kind == .share ? "`asOf`" : "`from` and `to`")
        case .regionSet: "the atlas names no region set; add one under `regions`"
        case .region(let name, let set):
            "`\(name)` has no polygon in \(set); give a code or a name of that set, or boundaries that have it"
        case .whole(let name): "no area of `\(name)` is known; add it to the region table"
        case .actor(let actor, let holder):
            holder.map {
                "the maps show what \($0) holds, not what \(actor) does; maps of that would make it checkable"
            }
                ?? "the atlas does not say whose land the maps show; add `holder` (and `opponent`) to the source"
        case .recentMap(let source, let wanted, let last):
            "the last map of \(source) by \(wanted) is of \(last); a map of that time would make it checkable"
        case .data(let words): words
        }
    }
}

extension ClaimUnit {
    /// The unit in which two numbers of this one differ.
    fileprivate var ofDifferences: ClaimUnit { self == .percent ? .percentagePoints : self }
}
