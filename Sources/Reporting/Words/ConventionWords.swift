import Claims
import GeometryCore
import Territory

extension Convention {
    /// The convention in words: `webMap, parts summed, net`.
    func words(for kind: ClaimKind) -> String {
        let isGross = (kind == .gained || kind == .lost) && captured == .gross
        // What was gained or lost alone has polygons of its own, which no publisher's parts are.
        var words = [model.name, parts == .united || isGross ? "one set" : "sum of parts"]
        if kind == .gained || kind == .lost { words.append(isGross ? "gross change" : "net change") }
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
