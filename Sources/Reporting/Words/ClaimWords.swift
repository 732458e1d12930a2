import Claims
import Territory

extension Claim {
    /// The claim in a line of words.
    ///
    /// - Parameter name: what its region is called; by default as the claim has it.
    func words(region name: String? = nil) -> String {
        let region = name ?? region
        let time: String? =
            switch time {
            case .asOf(let day): "as of \(day)"
            case .window(let window):
                window.rolling ? "from \(window.from) to \(window.to), rolling" : "from \(window.from) to \(window.to)"
            case nil: nil
            }
        let place =
            switch kind {
            case .reached, .entered: region
            case .distance: "to \(region)"
            default: "in \(region)"
            }
        let words = [
            (isNegated ? "not " : "") + kind.rawValue, order.map { "the \($0.rawValue)" }, part?.rawValue,
            figure?.words,
            isPocket ? "in one pocket" : nil,
            also.map { "(\($0.words))" }, whole == "gain" ? "of the gain" : nil, place, time,
            against.map { "against \($0.from)" + ($0.to.map { " to \($0)" } ?? "") },
        ]
        return words.compactMap(\.self).joined(separator: " ") + (actor.map { " by \($0)" } ?? "")
            + (source.map { ", says \($0)" } ?? "")
    }
}

extension Figure {
    /// The figure with its hedge and unit: "more than 190 km²".
    var words: String {
        let unit = unit.symbol
        let low = NumberStyle.shortest(low.value)
        guard let high else { return comparator.words + "\(low) \(unit)" }
        return "\(low)–\(NumberStyle.shortest(high.value)) \(unit)"
    }
}
