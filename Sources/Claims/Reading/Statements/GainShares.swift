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
        guard part.unit == .percent || part.unit == nil,
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

    /// Whether a percentage is a part of what was taken.
    func isOfGains(_ part: FoundShare) -> Bool {
        let isHeld = part.verb.map { [.hold, .occupy, .occupied, .remain].contains($0.verb) && $0.cost <= 7 } ?? false
        let isListed = state.listsGains || state.hasOtherColumn || namesOtherColumn
        let goesOn = part.last?.whole == "gain" && !part.isOfLand || isListed && part.regionCost <= 3
        if goesOn, !isHeld { return true }
        if let whole = areaDivided(by: part.amount), verb(for: whole)?.isTaking ?? false { return true }
        // "Half the town of Siversk has fallen" is a part of the town.
        let isOfPlace = part.isRegionBehind && part.regionCost <= 3 && !isApart(part)
        if part.amount.isFraction, !isOfPlace, isSubject(part.amount.number) { return true }
        if isLedByGains(part.amount) || isOfWhatWasTaken(part), !isOfPlace { return true }
        guard !part.isOfLand else { return false }
        let isOfStock = part.last.map { $0.kind == .share && $0.whole != "gain" || $0.kind == .held } ?? false
        return !isOfStock && isBesideGains(part.amount) || isInListOfGains(part) || isOfAreaTaken(part)
            || state.listsDirections && !isHeld
    }

    /// "It took 448 sq km. Four fifths, or 359 sq km, fell to Donetsk region."
    private func isOfWhatWasTaken(_ part: FoundShare) -> Bool {
        part.last == nil && part.amount.isFraction && part.amount.tokens.lowerBound == view.tokens.lowerBound
            && [.gained, .lost].contains(state.areaKind) && !part.isOfLand
            && view.regions.contains {
                $0.isRegion && !$0.isWhole && $0.tokens.lowerBound > part.amount.tokens.upperBound
            }
    }

    /// Whether the head of a list has a column of what was taken and, behind a stroke, one of something else: "(share of the
    /// captured area / share of assaults)".
    var namesOtherColumn: Bool {
        guard let stroke = view.tokens.first(where: { text.isMark("/", at: $0) }),
            !view.amounts.contains(where: { $0.tokens.upperBound <= stroke })
        else { return false }
        return view.cues(.gains).contains { $0.tokens.upperBound <= stroke && stroke - $0.tokens.upperBound <= 4 }
            && (view.cues(.exclude) + view.cues(.deed) + view.cues(.otherTopic)).contains {
                0...4 ~= $0.tokens.lowerBound - stroke
            }
    }

    /// "39% / 14%": whether a percentage stands in a list's second column.
    func isInOtherColumn(_ amount: Amount) -> Bool {
        (state.hasOtherColumn || namesOtherColumn) && text.isMark("/", at: amount.tokens.lowerBound - 1)
    }

    /// "Of everything that the army captured in May, three fifths lay in Donetsk region, about a third in Kharkiv region."
    private func isLedByGains(_ amount: Amount) -> Bool {
        let first = view.tokens.lowerBound
        guard text.tag(.from, at: first) ?? text.tag(.filler, at: first) != nil,
            let comma = view.tokens.first(where: { text.isMark(",", at: $0) }), comma < amount.tokens.lowerBound,
            !view.amounts.contains(where: { $0.tokens.lowerBound < comma })
        else { return false }
        return [Cue.gain, .gains, .occupy, .lose].flatMap { view.cues($0) }.contains { $0.tokens.upperBound <= comma }
            && ![Cue.exclude, .otherTopic].flatMap { view.cues($0) }.contains { $0.tokens.upperBound <= comma }
    }

    /// Whether a verb stands between a part and its place: "half was taken near Lyman".
    private func isApart(_ part: FoundShare) -> Bool {
        guard let region = part.region else { return true }
        return (part.amount.tokens.upperBound..<max(part.amount.tokens.upperBound, region.tokens.lowerBound)).contains {
            text.tag(.filler, at: $0) == nil && text.tag(.there, at: $0) == nil && text.tag(.at, at: $0) == nil
        }
    }

    /// Whether a word for what was taken stands beside a percentage in its clause, or before it behind "share of".
    private func isBesideGains(_ amount: Amount) -> Bool {
        let index = clauses.index(of: amount.tokens)
        return gains.contains { tag in
            // "almost half of the gain, 47%, fell to the Novopavlivka axis"
            let paraphrase = view.amounts.last { $0.tokens.upperBound <= amount.tokens.lowerBound }
            if let paraphrase, paraphrase.isFraction, tag.tokens.upperBound == amount.tokens.lowerBound - 1,
                tag.tokens.lowerBound - paraphrase.tokens.upperBound <= 1,
                text.isMark(",", at: amount.tokens.lowerBound - 1)
            {
                return true
            }
            // "a quarter of the gain (27%)"
            if isBracketed(amount.tokens), tag.tokens.upperBound == amount.tokens.lowerBound - 1 { return true }
            guard index == nil || clauses.owner(of: tag.tokens) == index else { return false }
            let isBehind = tag.tokens.lowerBound >= amount.tokens.upperBound
            if isBehind {
                return tag.tokens.lowerBound - amount.tokens.upperBound < 6
                    && !isSeparated(amount.tokens.upperBound..<tag.tokens.lowerBound)
            }
            let isPortion = view.cues(.portion).contains { $0.tokens.upperBound < tag.tokens.lowerBound }
            return isPortion || tag.cue == .gains && view.cost(tag.tokens, amount.tokens) == 0
        }
    }

    /// "Where the January gains were made: Pokrovsk axis – 38%"
    private func isInListOfGains(_ part: FoundShare) -> Bool {
        guard let region = part.region,
            isListed(part.amount, region) || region.tokens.upperBound == part.amount.tokens.lowerBound
        else { return false }
        return view.cues(.gains).contains { gains in
            gains.tokens.upperBound <= region.tokens.lowerBound
                && (gains.tokens.upperBound..<region.tokens.lowerBound).contains { text.isMark(":", at: $0) }
        }
    }

    /// "Of 198 sq km 41% were taken near Lyman", "1,584 sq km, half of it in Donetsk region": the area before was
    /// taken.
    private func isOfAreaTaken(_ part: FoundShare) -> Bool {
        // "It took 505 sq km. Huliaipole alone gave 40% of it."
        if part.last == nil, [.gained, .lost].contains(state.areaKind), part.region.map({ !$0.isWhole }) ?? false,
            text.tag(.ofThem, at: part.amount.tokens.upperBound) ?? text.tag(.there, at: part.amount.tokens.upperBound)
                != nil, !part.isRegionBehind
        {
            return true
        }
        guard part.region.map({ !$0.isWhole }) ?? false, let last = part.last, last.amount?.isArea ?? false,
            [.gained, .lost].contains(last.kind)
        else { return false }
        let head = view.tokens.lowerBound..<last.span.lowerBound
        let isHead = head.count <= 3 && head.contains { text.tag(.from, at: $0) != nil || text.tag(.at, at: $0) != nil }
        let isOfIt =
            gains.contains { $0.tokens.upperBound == part.amount.tokens.lowerBound }
            || (text.tag(.there, at: part.amount.tokens.upperBound)?.tokens.count ?? 0) > 1
        let isOther = view.cues(.exclude).contains { view.cost($0.tokens, part.amount.tokens) <= 8 }
        return isOfIt || isHead && !isOther
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
