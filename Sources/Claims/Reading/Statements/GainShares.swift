// Shares of a period's gain: "38% of the area taken".
extension StatementReader {
    /// What speaks of a period's gain as a whole: also "of which", where an area that was taken is spoken of.
    var gains: [Tag] {
        let isOfFlow =
            view.amounts.contains(where: \.isArea) || [.gained, .lost, .net].contains(state.areaKind)
        return isOfFlow ? view.cues(.gains) + view.cues(.ofThem) : view.cues(.gains)
    }

    /// Whether such a word begins at a token.
    func isGains(at index: Int) -> Bool { gains.contains { $0.tokens.lowerBound == index } }

    func isOfGains(_ part: FoundShare) -> Bool {
        let staysOnGains =
            part.last?.whole == "gain" && !part.isOfLand
            && part.verb.map { ![.hold, .occupy, .occupied, .remain].contains($0.verb) || $0.cost > 7 } ?? true
        let holds = part.verb.map { [.hold, .occupy, .occupied, .remain].contains($0.verb) && $0.cost <= 7 } ?? false
        if staysOnGains || state.listsGains && part.regionCost <= 3 && !holds { return true }
        guard !part.isOfLand else { return false }
        let end = part.amount.tokens.upperBound
        let isBehind = (end..<min(view.tokens.upperBound, end + 6)).contains {
            isGains(at: $0) && !isSeparated(end..<$0)
        }
        // "a quarter of the gain (27%)"
        if part.amount.tokens.lowerBound > view.tokens.lowerBound, isBracketed(part.amount.tokens),
            gains.contains(where: { $0.tokens.upperBound == part.amount.tokens.lowerBound - 1 })
        {
            return true
        }
        // "the share of the Pokrovsk direction in the advance was 16%"
        if let portion = view.cues(.portion).last(where: { $0.tokens.upperBound <= part.amount.tokens.lowerBound }),
            gains.contains(where: {
                $0.tokens.lowerBound >= portion.tokens.upperBound
                    && $0.tokens.upperBound <= part.amount.tokens.lowerBound
            })
        {
            return true
        }
        // "Where the January gains were made: Pokrovsk axis – 38%"
        if let region = part.region, isListed(part.amount, region),
            view.cues(.gains).contains(where: { gains in
                gains.tokens.upperBound <= region.tokens.lowerBound
                    && (gains.tokens.upperBound..<region.tokens.lowerBound).contains { text.isMark(":", at: $0) }
            })
        {
            return true
        }
        let nearest = view.nearest(gains, to: part.amount.tokens, at: \.tokens)
        // "Of 198 sq km 41% were taken near Lyman"
        if let last = part.last, last.amount?.isArea ?? false, [.gained, .lost].contains(last.kind), part.region != nil,
            (view.tokens.lowerBound..<last.span.lowerBound).count <= 3,
            !view.cues(.exclude).contains(where: { view.cost($0.tokens, part.amount.tokens) <= 8 }),
            (view.tokens.lowerBound..<last.span.lowerBound).contains(where: {
                text.tag(.from, at: $0) != nil || text.tag(.filler, at: $0) != nil && text.tag(.at, at: $0) != nil
            })
        {
            return true
        }
        // "of which a tenth is near Pokrovsk"
        if part.last?.amount?.isArea ?? false, part.region.map({ !$0.isWhole }) ?? false,
            gains.contains(where: { $0.tokens.upperBound == part.amount.tokens.lowerBound })
        {
            return true
        }
        return isBehind || state.listsDirections && !holds
            || nearest.map { $0.cost <= 5 && $0.item.tokens.upperBound > part.amount.tokens.lowerBound } ?? false
    }

    /// "38% of the area taken", at one place or at each of several.
    func gainShares(_ part: FoundShare, _ gains: Tag?) -> [Statement] {
        var statement = Statement(kind: .share, amount: part.amount, span: part.amount.tokens)
        statement.whole = "gain"
        statement.actor = part.last?.actor ?? actor(for: statement, .gain, gains) ?? state.actor
        fill(&statement, part.amount)
        let places = eachOf(part.amount)
        guard places.count > 1 else { return [statement] }
        return places.map { place in
            var copy = statement
            copy.region = place.name
            return copy
        }
    }
}
