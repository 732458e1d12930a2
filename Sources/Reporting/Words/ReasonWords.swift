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
        case .fitsIf(let departure, let chance):
            return "it holds if \(departure.words); of the figures within 20 % of the measured one "
                + "\(percent(chance, style)) would fit some variant"
        case .misses(let excess, let near, let tried):
            return "\(miss(excess, style)); of \(tried) variants tried, "
                + (near == 0 ? "none comes near" : "\(near) come\(near == 1 ? "s" : "") within 1 %")
        case .missesButFitsAnything(let excess, let departure, let chance):
            return
                "\(miss(excess, style)); it would fit if \(departure.words), but so would \(percent(chance, style)) of "
                + "the figures within 20 % of the measured one, under some variant"
        case .touches(let points):
            return "held land comes to \(style.distance(points.distance)) of the boundary"
        case .touchesIf(let departure, let points):
            return "held land touches the boundary if \(departure.words) (\(style.distance(points.distance)))"
        case .staysShort(let points):
            return "held land on this source's map stays \(style.distance(points.distance)) short of the boundary"
        case .liesIn(let area):
            return "\(style.areaWithUnit(area)) of held land lie in the region"
        case .liesOutside(let area, let threshold):
            return
                "\(style.areaWithUnit(area)) of held land lie in the region, under the \(style.areaWithUnit(threshold)) "
                + "that count as an entry"
        case .liesInIf(let departure, let area):
            return "\(style.areaWithUnit(area)) of held land lie in the region if \(departure.words)"
        case .unitsOfOtherKinds(let first, let second):
            return
                "the figure is in \(first.rawValue) and its second unit is \(second.rawValue), which measures something else"
        case .unitsDisagree(let first, let second, let unit):
            return "the figure is \(words(first, unit)), its second unit says \(words(second, unit))"
        case .denial(let inner):
            return "the claim is a denial; of what it denies: \(words(inner, style))"
        case .missing(let missing):
            return words(missing)
        }
    }

    private func miss(_ excess: Double, _ style: NumberStyle) -> String {
        let unit = claim.figure?.unit.base ?? .squareKilometres
        let interval = claim.figure?.interval
        let end = interval.map { excess < 0 ? $0.lower : $0.upper } ?? 0
        let narrow = end != 0 && (excess / end).magnitude < 0.01
        let amount =
            unit == .percent
            ? "\(style.grouped(excess.magnitude, digits: 3)) percentage points"
            : style.areaWithUnit(Area(squareKilometres: excess.magnitude))
        return "\(subject) is \(amount) \(excess < 0 ? "below" : "above") the claimed interval"
            + (narrow ? ", narrowly" : "")
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
        case .kind(let kind): "claims of the kind `\(kind.rawValue)` are not measured yet"
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

    func words(_ interval: Interval, _ unit: ClaimUnit) -> String {
        let (lower, upper) = (NumberStyle.standard.end(interval.lower), NumberStyle.standard.end(interval.upper))
        let symbol =
            switch unit.base {
            case .squareKilometres: "km²"
            case .percent: "%"
            default: unit.base.rawValue
            }
        return (interval.includesLower ? "from " : "over ") + lower + (interval.includesUpper ? " to " : " to under ")
            + upper + " " + symbol
    }
}
