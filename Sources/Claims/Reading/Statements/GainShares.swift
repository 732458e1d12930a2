// Shares of a period's gain: "38% of the area taken".
extension StatementReader {
    /// What speaks of a period's gain as a whole: also "of which", where an area that was taken is spoken of.
    var gains: [Tag] {
        let isOfFlow =
            view.amounts.contains(where: \.isArea) || [.gained, .lost, .net].contains(state.areaKind)
        return isOfFlow ? view.cues(.gains) + view.cues(.ofThem) : view.cues(.gains)
    }

    /// The area of which a percentage is a part: "nine tenths of the 461 sq km that Russia seized".
    func areaDivided(by part: Amount) -> Amount? {
        guard part.unit == .percent,
            let from = text.tag(.from, at: part.tokens.upperBound) ?? text.tag(.filler, at: part.tokens.upperBound)
        else { return nil }
        var next = from.tokens.upperBound
        while let filler = text.tag(.filler, at: next) ?? text.tag(.definite, at: next) {
            next = filler.tokens.upperBound
        }
        return view.amounts.first {
            $0.tokens.lowerBound <= next && next < $0.tokens.upperBound && $0.tokens != part.tokens
                && ($0.isArea || $0.unit == nil && !isFollowedByNoun($0)) && !isPlanned($0.tokens)
        }
    }

    /// Whether such a word begins at a token.
    func isGains(at index: Int) -> Bool { gains.contains { $0.tokens.lowerBound == index } }

    func isOfGains(_ part: FoundShare) -> Bool {
        let staysOnGains =
            part.last?.whole == "gain" && !part.isOfLand
            && part.verb.map { ![.hold, .occupy, .occupied, .remain].contains($0.verb) || $0.cost > 7 } ?? true
        let holds = part.verb.map { [.hold, .occupy, .occupied, .remain].contains($0.verb) && $0.cost <= 7 } ?? false
        if staysOnGains || state.listsGains && part.regionCost <= 3 && !holds { return true }
        if let whole = areaDivided(by: part.amount),
            verb(for: whole).map({ [.gain, .liberate, .lose, .occupy].contains($0.verb) }) ?? false
        {
            return true
        }
        if part.amount.isFraction, isSubject(part.amount.number) { return true }
        // "45% of the 126 sq km is in the one region, 30% in the other"
        if part.region != nil,
            view.amounts.contains(where: {
                $0.tokens.upperBound <= part.amount.tokens.lowerBound && areaDivided(by: $0) != nil
            }), !view.cues(.gains).isEmpty || part.last?.kind == .gained || part.last?.kind == .lost
        {
            return true
        }
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
                // "the share of occupied land in the region" is no part of a gain.
                $0.tokens.lowerBound >= portion.tokens.upperBound
                    && !($0.tokens.lowerBound == portion.tokens.upperBound
                        && text.tag(.occupy, at: portion.tokens.upperBound) != nil)
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
        // "1,584 sq km, half of it in Donetsk region"
        if part.last.map({ ($0.amount?.isArea ?? false) && [.gained, .lost].contains($0.kind) })
            ?? (part.amount.isFraction && [.gained, .lost].contains(state.areaKind)),
            text.tag(.there, at: end).map({ $0.tokens.count > 1 }) ?? false,
            part.region.map({ !$0.isWhole && $0.tokens.lowerBound > end }) ?? false
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
