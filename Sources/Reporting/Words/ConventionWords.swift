import Claims
import GeometryCore
import Territory

extension Convention {
    /// The convention in words: `webMap, parts summed, net`.
    func words(for claim: Claim) -> String {
        // Distances and lengths are geodesic, whatever areas are.
        if claim.kind == .distance || claim.kind == .frontLength { return "on the WGS84 ellipsoid" }
        // What was gained or lost alone has polygons of its own, which no publisher's parts are.
        var words = [
            model.name, parts == .united || claim.isOfCapture && captured != .net ? "one set" : "sum of parts",
        ]
        if claim.isOfCapture { words.append(captured.words) }
        return words.joined(separator: ", ")
    }
}

extension Departure {
    /// The departure in words, to follow "if".
    var words: String {
        switch self {
        case .start(let days): "the window starts \(Self.shift(days))"
        case .end(let days): "it ends \(Self.shift(days))"
        case .captured(.net): "what was lost is taken off"
        case .captured(.gross): "what was lost is not taken off"
        case .captured(.dayByDay): "what was gained each day is added up"
        case .pocket(let number):
            "it is of \(number == 0 ? "the largest" : "no. \(number + 1) by size") of the map’s polygons there, measured whole"
        case .uncut: "the map’s polygons there are measured whole, not cut at the border"
        case .scale(let scale):
            "the front is measured "
                + (scale.map { "at a scale of \(NumberStyle.standard.distance($0))" } ?? "as it is drawn")
        case .extent(let extent): "the place reaches \(NumberStyle.standard.distance(extent)) from its point"
        case .withoutOmissions: "what the files leave out does not count"
        case .withoutFirstPeriod: "the first period is left out"
        case .model(let model): "areas are measured by \(model.name)"
        case .denominator(.official): "the share is of the official area"
        case .denominator(.polygons): "the share is of the polygons' area"
        case .denominator(.convention): "the share is of the publisher's area"
        case .classes(let classes): "\(classes.joined(separator: " + ")) count"
        }
    }

    /// The departure's name for programs.
    var name: String {
        switch self {
        case .start(let days): "start\(days > 0 ? "+" : "")\(days)d"
        case .end(let days): "end\(days > 0 ? "+" : "")\(days)d"
        case .captured(let rule): rule.rawValue
        case .model(let model): model.name
        case .denominator(let denominator): "denominator:\(denominator.rawValue)"
        case .classes(let classes): "classes:" + classes.joined(separator: "+")
        case .pocket(let number): "pocket:\(number + 1)"
        case .uncut: "uncut"
        case .scale(let scale): "scale:" + (scale.map { "\($0.metres)m" } ?? "drawn")
        case .extent(let extent): "extent:\(extent.metres.rounded())m"
        case .withoutOmissions: "withoutOmissions"
        case .withoutFirstPeriod: "withoutFirstPeriod"
        }
    }

    private static func shift(_ days: Int) -> String {
        let count = days.magnitude == 1 ? "a day" : "\(days.magnitude) days"
        return days < 0 ? "\(count) earlier" : "\(count) later"
    }
}

extension VerdictKind {
    /// The verdict in words.
    public var words: String {
        switch self {
        case .supported: "supported"
        case .supportedIf: "supported, if"
        case .contradicted: "contradicted"
        case .inconsistent: "inconsistent"
        case .notCheckable: "not checkable"
        }
    }
}

extension Comparator {
    /// The hedge in words, to stand before a figure.
    var words: String {
        switch self {
        case .equal, .range: ""
        case .about: "about "
        case .moreThan: "more than "
        case .atLeast: "at least "
        case .lessThan: "less than "
        case .atMost: "at most "
        }
    }
}

extension CapturedRule {
    /// The rule in words.
    var words: String {
        switch self {
        case .net: "net change"
        case .gross: "gross change"
        case .dayByDay: "gross change day by day"
        }
    }
}
