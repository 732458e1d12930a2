// Figures that are no claim: measured otherwise, planned, or the size of something.
extension StatementReader {
    func isExcluded(_ amount: Amount, unlessNearerThan cost: Int) -> Bool {
        let reach = cost > 12 ? 20 : min(cost, 7)
        // "80% of its population", whatever was lost of it.
        let isOf = amount.unit == .percent && text.tag(.filler, at: amount.tokens.upperBound) != nil
        for tag in view.cues(.exclude) + text.tags(.exclude, in: view.tokens).filter({ $0.tokens.count > 1 }) {
            if isToldOfPlace(tag.tokens) { continue }
            let isBehind = tag.tokens.lowerBound >= amount.tokens.upperBound
            let distance = view.cost(tag.tokens, amount.tokens)
            let isHeld = [Cue.hold, .occupy, .occupied, .gain, .liberate, .remain].contains { !view.cues($0).isEmpty }
            // "another 30% – “grey zone”"
            if isBehind, amount.tokens.upperBound < tag.tokens.lowerBound,
                (amount.tokens.upperBound..<tag.tokens.lowerBound).allSatisfy({ text.tokens[$0].kind == .mark }),
                text.isMark("-", at: amount.tokens.upperBound)
            {
                return true
            }
            // "the gap between its count and the one presented in Moscow has widened to 900 sq km"
            let isGap = [tag.tokens.upperBound - 1, tag.tokens.upperBound].contains {
                text.tag(.between, at: $0) != nil
            }
            if !isBehind, isGap, !isTaking(before: amount, after: tag) { return true }
            if isOf, isBehind, distance <= (isHeld ? 2 : 7) { return true }
            if distance <= (isBehind ? min(reach, 4) : reach) { return true }
        }
        // "The number of assaults grew by 8%", "the grey zone covers 30 sq km"
        let growing = (view.cues(.grow) + view.cues(.shrink) + view.cues(.hold)).filter {
            $0.tokens.upperBound <= amount.tokens.lowerBound && view.cost($0.tokens, amount.tokens) <= 4
        }
        if growing.contains(where: { verb in
            // "The grey zone has grown by 26 and now covers 1,100"
            let goesOn = [1, 2].contains { text.tag(.and, at: verb.tokens.lowerBound - $0) != nil }
            return view.cues(.exclude).contains {
                $0.tokens.upperBound <= verb.tokens.lowerBound && goesOn && view.actors.isEmpty
                    || $0.tokens.upperBound <= verb.tokens.lowerBound
                        && view.cost($0.tokens, verb.tokens) <= (verb.cue == .hold ? 2 : view.actors.isEmpty ? 9 : 3)
            }
        }) {
            return true
        }
        return isPlanned(amount.tokens) || isListedElse(amount)
    }

    /// Whether land is taken or held by a verb that stands between a phrase and a figure behind it.
    private func isTaking(before amount: Amount, after tag: Tag) -> Bool {
        [Cue.gain, .liberate, .lose, .occupy, .hold].flatMap { view.cues($0) }.contains {
            $0.tokens.lowerBound >= tag.tokens.upperBound && $0.tokens.upperBound <= amount.tokens.lowerBound
        }
    }

    /// Whether a figure stands in a list whose head is about something else: "Shares of assaults: Pokrovsk 31%, Lyman
    /// 12%".
    private func isListedElse(_ amount: Amount) -> Bool {
        guard let colon = view.tokens.first(where: { text.isMark(":", at: $0) }), colon < amount.tokens.lowerBound,
            colon - view.tokens.lowerBound <= 8,
            !view.amounts.contains(where: { $0.tokens.lowerBound < colon })
        else { return false }
        return (view.cues(.exclude) + view.cues(.deed)).contains { colon - 3...colon ~= $0.tokens.upperBound }
            && [Cue.gain, .gains, .hold, .occupied].allSatisfy { cue in
                view.cues(cue).allSatisfy { $0.tokens.lowerBound > colon }
            }
    }

    /// Whether a figure is a region's own area: "Donetsk region covers 26,517 sq km".
    func isSize(_ amount: Amount, _ verb: FoundVerb?) -> Bool {
        // "exceed the 2,590 sq km of Luxembourg"
        let (before, next) = (amount.tokens.lowerBound - 1, amount.tokens.upperBound)
        if text.tag(.definite, at: before) != nil, text.tag(.filler, at: next) != nil, isUnknownName(next + 1),
            verb.map({ $0.cost > 1 }) ?? true
        {
            return true
        }
        guard view.actors.isEmpty else { return false }
        // "The Isle of Wight, for the record, covers 380 sq km"
        if let verb, verb.verb == .hold, verb.tag.tokens.upperBound == amount.tokens.lowerBound, view.regions.isEmpty,
            view.credits.isEmpty, view.times.isEmpty, view.cues(.they).isEmpty,
            view.cues(.occupied).isEmpty,
            (view.tokens.lowerBound..<verb.tag.tokens.lowerBound).dropFirst().contains(where: isUnknownName)
        {
            return true
        }
        // "Luxembourg covers 2,586 sq km, Kyiv 847"
        if let before = view.amounts.last(where: { $0.tokens.upperBound <= amount.tokens.lowerBound }), before.isArea,
            verb.map({ $0.tag.tokens.lowerBound < before.tokens.lowerBound }) ?? true,
            isSize(before, self.verb(for: before))
        {
            return true
        }
        if let verb, verb.verb == .hold, verb.tag.tokens.upperBound == amount.tokens.lowerBound {
            let before = verb.tag.tokens.lowerBound - 1
            let isOnly = view.cues(.hold).count == 1
            return view.regions.contains { ($0.isRegion || isOnly) && $0.tokens.upperBound == before + 1 }
                || view.tokens.contains(before) && isUnknownName(before)
        }
        // "The area of Luxembourg is 2,586 sq km"
        let isTaken = [Cue.gain, .liberate, .occupy, .occupied, .lose, .remain].contains { !view.cues($0).isEmpty }
        return !isTaken
            && view.cues(.territory).contains { area in
                var next = area.tokens.upperBound
                // "the area of the whole Kursk region"
                while next < amount.tokens.lowerBound, text.tag(.filler, at: next) != nil { next += 1 }
                return next < amount.tokens.lowerBound && view.cost(area.tokens, amount.tokens) <= 8
                    && (isUnknownName(next) || view.regions.contains { $0.tokens.lowerBound == next && !$0.isWhole })
            }
    }

    /// Whether words stand in a clause about a place: "под Авдеевкой, которую ВСУ оставили 17 февраля".
    func isToldOfPlace(_ range: Range<Int>) -> Bool {
        view.cues(.relativeSingular).contains { which in
            let comma = [which.tokens.lowerBound - 1, which.tokens.lowerBound - 2].first { text.isMark(",", at: $0) }
            guard let comma, which.tokens.upperBound <= range.lowerBound,
                let place = view.regions.last(where: { $0.tokens.upperBound == comma && !$0.isAnaphora }),
                !isOfThing(place)
            else { return false }
            // What is told of the place ends with the next comma, and holds no figure.
            return (comma + 1..<range.lowerBound).allSatisfy {
                text.tokens[$0].kind == .word || text.tokens[$0].kind == .number
            }
                && !view.amounts.contains { (comma..<range.upperBound).contains($0.number.lowerBound) }
        }
    }

    /// Whether something is named right before a place that may be told of instead: "the bridgehead near Yunakivka,
    /// which".
    private func isOfThing(_ place: RegionMention) -> Bool {
        let things: [Cue] = [.territory, .gains, .hold, .direction, .front]
        return (place.tokens.lowerBound - 3..<place.tokens.lowerBound).contains { index in
            view.tokens.contains(index) && things.contains { text.tag($0, at: index) != nil }
        }
    }

    /// Whether a word is a name that nothing is known of.
    func isUnknownName(_ index: Int) -> Bool {
        text.tokens[index].isCapitalised && !text.hasTag(at: index)
            && !text.lexicon.common.contains(text.tokens[index].key)
            && !view.regions.contains { $0.tokens.contains(index) }
            && !view.credits.contains { $0.tokens.contains(index) }
            && text.tokens[index].text.contains { $0.isLowercase }
    }

    /// Whether nothing sets apart what stands in a stretch: "wants a zone of 20 km along the border and 6,600 sq km".
    private func isOneClause(_ range: Range<Int>) -> Bool {
        range.count <= 16
            && range.allSatisfy { index in
                text.tokens[index].kind != .mark
                    && ![
                        Cue.clause, .relative, .said, .gain, .liberate, .lose, .occupy, .over, .since,
                    ]
                    .contains { text.tag($0, at: index) != nil }
            }
    }

    /// Whether what is said is a plan, a wish or a condition.
    func isPlanned(_ range: Range<Int>) -> Bool {
        return view.cues(.plan).contains { tag in
            // What a sentence begins with holds for all of it: "if the pace does not fall, …".
            tag.tokens.upperBound <= range.lowerBound
                ? tag.tokens.lowerBound == view.tokens.lowerBound || view.cost(tag.tokens, range) <= 9
                    || isOneClause(tag.tokens.upperBound..<range.lowerBound)
                : (range.upperBound..<max(range.upperBound, tag.tokens.lowerBound - 1)).allSatisfy {
                    text.tag(.there, at: $0) != nil || text.tag(.filler, at: $0) != nil
                }
        }
    }
}
