import Territory

// Numbers without a unit, which take their neighbour's.
extension StatementReader {
    /// A number without a unit that takes its neighbour's.
    func bare(_ amount: Amount, after last: Statement?) -> [Statement] {
        // "78.1% (+10.6)", "72% (-)"
        if let last, last.kind == .share, amount.isSigned || isBracketed(amount.tokens),
            view.cost(last.span, amount.tokens)
                <= (amount.isSigned && text.isMark(")", at: amount.tokens.upperBound) ? 7 : 3)
        {
            return [points(amount, of: last)]
        }
        if state.listsPercent, amount.low.value <= 100, !amount.isSigned, !isBracketed(amount.tokens) {
            var given = amount
            given.unit = .percent
            let found = share(given, after: last)
            if !found.isEmpty { return found }
        }
        // "by 0.8 points in the past year, in the year before by 0.6"
        if let last, last.kind == .changeShare, let unit = last.amount?.unit, amount.low.value < 20,
            !isFollowedByNoun(amount),
            growth(before: amount) == .by || amount.isSigned
                || nearestTime(to: amount.tokens).map({ view.cost($0.tokens, amount.tokens) <= 2 }) ?? false,
            !view.amounts.contains(where: \.isArea)
        {
            var statement = last
            var given = amount
            given.unit = unit
            (statement.amount, statement.span) = (given, amount.tokens)
            fill(&statement, given)
            if statement.region.isEmpty { statement.region = last.region }
            statement.whole = wholeOf(statement.region)
            return [statement]
        }
        if let length = bareLength(amount, after: last) { return [length] }
        if let percent = barePercent(amount, after: last) ?? sharedPercent(amount, after: last) { return percent }
        let unit = view.amounts.first { $0.isArea }?.unit ?? (state.unit?.base == .squareKilometres ? state.unit : nil)
        guard let unit, !isFollowedByNoun(amount), amount.low.value > 0 || amount.isSigned else { return [] }
        var given = amount
        given.unit = unit
        let verb = verb(for: given)
        let near =
            verb.map {
                $0.cost <= 9
                    && [.gain, .liberate, .lose, .net, .occupy, .grow, .shrink, .hold, .remain].contains($0.verb)
            }
            ?? false
        let timed = nearestTime(to: amount.tokens).map { view.cost($0.tokens, amount.tokens) <= 7 } ?? false
        let placed =
            view.nearest(view.regions.filter { !$0.isAnaphora }, to: amount.tokens, at: \.tokens)
            .map { $0.cost <= 3 } ?? false || view.regions.contains { isListed(amount, $0) }
        let credited = view.nearest(view.credits, to: amount.tokens, at: \.tokens).map { $0.cost <= 6 } ?? false
        let summed = view.nearest(gains, to: amount.tokens, at: \.tokens).map { $0.cost <= 4 } ?? false
        let side = ownSide(of: amount, after: last)
        // "114,300 sq km, 4,870 more than a year before"
        let hasGrown = last?.kind == .held && grownSince(amount) != nil
        let told =
            side != nil || hasGrown
            || paired(amount, with: view.times.flatMap { $0.parts.isEmpty ? [$0] : $0.parts }) != nil
            || isTold(amount) || isRestated(amount, last) || isOpposed(amount, last)
            || isPart(amount) && amount.low.value <= last?.amount?.low.value ?? state.lastTaken ?? 0
        let isOther = !view.cues(.otherTopic).isEmpty || !view.cues(.exclude).isEmpty
        let areas: Set<ClaimKind> = [.gained, .held, .lost, .net, .pace]
        let hasUnit = view.amounts.contains { $0.isArea && $0.tokens != amount.tokens }
        if amount.per == nil, last?.kind != .pace {
            if hasUnit {
                guard
                    near || told
                        || (timed || placed || credited)
                            && (last.map { areas.contains($0.kind) || $0.whole == "gain" }
                                ?? (state.areaKind.map(areas.contains) ?? false))
                else { return [] }
            } else {
                guard !isOther, state.areaKind.map(areas.contains) ?? false,
                    timed || placed || summed || told || amount.isSigned
                        || credited && last.map({ areas.contains($0.kind) }) ?? false
                        || near && amount.comparator != .equal
                        || near && !view.cues(.they).isEmpty
                else { return [] }
            }
        }
        if text.tag(.less, at: amount.tokens.upperBound) != nil || text.tag(.more, at: amount.tokens.upperBound) != nil,
            isGap(amount.tokens)
        {
            return []
        }
        // "195 sq km, ten fewer than in August"
        if last?.kind == .held, let less = text.tag(.less, at: amount.tokens.upperBound),
            text.tag(.than, at: less.tokens.upperBound) != nil
        {
            return []
        }
        guard !amount.isWords || amount.low.value > 1 && (near || timed || placed && hasUnit),
            !(isOther && !told && amount.low.value >= 1000 && amount.comparator == .equal)
        else { return [] }
        // "Russia took 45 sq km and Ukraine 12"
        if let side, let last {
            var statement = Statement(kind: last.kind, amount: given, span: amount.tokens)
            statement.actor = side
            fill(&statement, given)
            return [statement]
        }
        // "10 sq km a day. In December it had been 13"
        if last == nil, given.per == nil, state.kind == .pace, !hasUnit,
            [Cue.gain, .liberate, .lose, .occupy].allSatisfy({ view.cues($0).isEmpty })
        {
            given.per = state.per
        }
        if last?.kind == .pace, given.per == nil, let last, !isTaken(amount, behind: last.span) {
            given.per = last.amount?.per
        }
        if !near, !hasGrown, let last, given.per == nil || last.kind == .pace {
            let kind = areas.contains(last.kind) ? last.kind : state.areaKind ?? .gained
            var statement = Statement(kind: kind, amount: given, span: amount.tokens)
            guard !isExcluded(given, unlessNearerThan: 5) else { return [] }
            statement.actor = last.actor
            fill(&statement, given)
            if isOpposed(amount, last), let other = view.times.first(where: isComparedTime) {
                statement.time = other.window
                statement.region = last.region
            }
            return [statement]
        }
        return area(given, after: last).map { [$0] } ?? []
    }

    /// The side that stands right before a number where no verb does: "Kyiv retook 143 sq km and Moscow 331".
    private func ownSide(of amount: Amount, after last: Statement?) -> String? {
        guard let last, [.gained, .held, .lost].contains(last.kind), last.amount?.isArea ?? false,
            let actor = view.actors.last(where: { $0.tokens.upperBound <= amount.tokens.lowerBound }),
            actor.tokens.lowerBound >= last.span.upperBound, text.tag(.has, at: actor.tokens.lowerBound - 1) == nil,
            (actor.tokens.upperBound..<amount.tokens.lowerBound).allSatisfy({ index in
                text.isMark("-", at: index) || text.isMark(",", at: index) || text.tag(.growTo, at: index) != nil
                    || text.tag(.filler, at: index) != nil || text.tag(.same, at: index) != nil
                    || index == actor.tokens.upperBound && text.tokens[index].kind == .word && !text.hasTag(at: index)
                        && !text.lexicon.hasFreeOrder
            }), amount.tokens.lowerBound - actor.tokens.upperBound <= 3
        else { return nil }
        return actor.value
    }

    /// Whether somebody who is credited says a number and no more: "ISW confirms only 168.9", "twice as much: 49".
    private func isTold(_ amount: Amount) -> Bool {
        let before = amount.tokens.lowerBound - 1
        guard view.tokens.contains(before) else { return false }
        // "ISW: about 4,900", "by ISW's count — 447"
        if text.isMark(":", at: before) || text.isMark("-", at: before) && !text.tokens[before].isGlued,
            view.credits.contains(where: { $0.tokens.upperBound == before })
        {
            return true
        }
        if [":", "-"].contains(where: { text.isMark($0, at: before) }),
            !text.tokens[before].isGlued || text.isMark(":", at: before)
        {
            return [Cue.multiple, .more, .less, .part].contains { cue in
                text.tags(cue, in: max(view.tokens.lowerBound, before - 2)..<before).last?.tokens.upperBound == before
            }
        }
        return !view.credits.isEmpty
            && [before, before - 1].contains { view.tokens.contains($0) && text.tag(.said, at: $0) != nil }
    }

    /// Whether a verb of its own stands before a number, behind the statement before it: "140 a week, and in June took 500".
    private func isTaken(_ amount: Amount, behind last: Range<Int>) -> Bool {
        [Cue.gain, .liberate, .lose].flatMap { view.cues($0) }.contains {
            $0.tokens.lowerBound >= last.upperBound && $0.tokens.upperBound <= amount.tokens.lowerBound
                && view.cost($0.tokens, amount.tokens) <= 3
        }
    }

    /// Whether a number in dashes or brackets says the figure before it more exactly: "almost 5,000 sq km — 4,900".
    private func isRestated(_ amount: Amount, _ last: Statement?) -> Bool {
        guard let before = last?.amount, before.isArea, let last, amount.tokens.lowerBound - last.span.upperBound == 1,
            ["-", "("].contains(where: { text.isMark($0, at: last.span.upperBound) })
        else { return false }
        return abs(amount.low.value - before.low.value) <= 0.1 * before.low.value
    }

    /// Whether a number is the other one of a comparison: "267 sq km against 564".
    private func isOpposed(_ amount: Amount, _ last: Statement?) -> Bool {
        guard let last, last.amount?.isArea ?? false, amount.tokens.lowerBound - last.span.upperBound <= 2
        else { return false }
        let before = amount.tokens.lowerBound - 1
        return text.tag(.than, at: before) != nil && text.tag(.at, at: before) == nil
            && text.tag(.over, at: before) == nil
            && text.tag(.from, at: before) == nil
    }

    /// A length without its unit: "who in June still spoke of 28".
    func bareLength(_ amount: Amount, after last: Statement?) -> Statement? {
        let unit =
            (last?.amount?.isLength ?? false ? last?.amount?.unit : nil)
            ?? (view.amounts.contains { $0.unit != nil } ? nil : state.lengthUnit)
        // No front is as long as towns have people.
        guard let unit, !isFollowedByNoun(amount), amount.per == nil, amount.low.value < 3000 else { return nil }
        let isTimed = nearestTime(to: amount.tokens).map { view.cost($0.tokens, amount.tokens) <= 9 } ?? false
        let isPlaced =
            view.cues(.distance).contains { view.cost($0.tokens, amount.tokens) <= 8 } && !view.regions.isEmpty
        let goesOn =
            isPlaced && last?.kind == .distance
            && last?.amount.map { amount.low.value <= 10 * ($0.high ?? $0.low).value } ?? false
        guard amount.comparator != .equal || isTimed || goesOn, isTimed || isPlaced || last != nil else { return nil }
        var given = amount
        given.unit = unit
        if var found = length(given, after: last) {
            if found.kind == .distance, found.actor == nil { found.actor = last?.actor }
            return found
        }
        guard var statement = last, isTimed || amount.comparator != .equal else { return nil }
        // "210 km there, of a total of 1,250"
        if statement.kind == .frontLength, !isTimed { statement.region = names.whole ?? "" }
        statement.amount = given
        statement.span = amount.tokens
        setTime(&statement, at: amount.tokens)
        return statement
    }

    /// A percentage without its sign, in a list of shares: "a little more than 19".
    func barePercent(_ amount: Amount, after last: Statement?) -> [Statement]? {
        guard let last, last.kind == .share, amount.low.value <= 100, !isFollowedByNoun(amount), !amount.isWords,
            let region = view.nearest(view.regions.filter { !$0.isAnaphora }, to: amount.tokens, at: \.tokens),
            region.cost <= 4,
            !view.amounts.contains(where: { $0.isArea && $0.tokens.lowerBound > amount.tokens.lowerBound })
        else { return nil }
        var given = amount
        given.unit = .percent
        let found = share(given, after: last)
        return found.isEmpty ? nil : found
    }

    /// A percentage without its sign where shares are spoken of: "held 95% in May, 72 in June"; "a year before it was 66".
    func sharedPercent(_ amount: Amount, after last: Statement?) -> [Statement]? {
        let isStock =
            last.map { $0.kind == .share && $0.whole != "gain" } ?? (state.kind == .share && !state.listsGains)
        guard isStock, amount.low.value <= 100, !isFollowedByNoun(amount), amount.per == nil, !amount.isSigned,
            !view.amounts.contains(where: \.isArea), view.cues(.otherTopic).isEmpty,
            case let time = nearestTime(to: amount.tokens, isStock: true),
            time.map({ view.cost($0.tokens, amount.tokens) <= 7 })
                ?? view.credits.contains(where: { view.cost($0.tokens, amount.tokens) <= 5 }),
            last != nil || !view.cues(.they).isEmpty || amount.comparator != .equal
                || time.map({ $0.isAgo || $0.isRelative }) ?? false && view.regions.isEmpty
        else { return nil }
        var given = amount
        given.unit = .percent
        var statement = Statement(kind: .share, amount: given, span: amount.tokens)
        statement.actor = last?.actor ?? state.actor
        fill(&statement, given)
        if statement.region.isEmpty { statement.region = last?.region ?? state.claimRegion ?? "" }
        statement.whole = wholeOf(statement.region)
        return [statement]
    }

    func isBracketed(_ range: Range<Int>) -> Bool {
        text.isMark("(", at: range.lowerBound - 1) && text.isMark(")", at: range.upperBound)
    }

    /// Whether a number counts what comes next: villages, drones, brigades.
    func isFollowedByNoun(_ amount: Amount) -> Bool {
        let next = amount.tokens.upperBound
        guard next < view.tokens.upperBound else { return false }
        if text.tokens[next].kind == .number { return true }
        if text.tag(.rangeTo, at: next) != nil, next + 1 < view.tokens.upperBound, text.tokens[next + 1].kind == .number
        {
            return true
        }
        if text.lexicon.common.contains(text.tokens[next].key) {
            // "4,000 of its 12,000 men"
            return text.tag(.filler, at: next) != nil
                && (next + 1...next + 3).contains { view.tokens.contains($0) && text.tokens[$0].kind == .number }
        }
        guard text.tokens[next].kind == .word else {
            return text.isMark("%", at: next) || text.isMark("$", at: amount.tokens.lowerBound - 1)
                || text.isMark("€", at: amount.tokens.lowerBound - 1) || text.isMark("/", at: next)
                || text.isMark("-", at: next) && text.tokens[next].isGlued
        }
        // "51 sq km against 37 a week before"
        if view.times.contains(where: { $0.tokens.lowerBound == next && $0.isRelative }) { return false }
        if text.tag(.season, at: next) != nil || text.tag(.timeUnit, at: next) != nil { return true }
        if view.times.contains(where: { $0.tokens.contains(next) }) { return false }
        // "ten liberated villages"
        if !text.lexicon.hasFreeOrder,
            let taken = [Cue.gain, .liberate, .lose].lazy.compactMap({ text.tag($0, at: next) }).first,
            case let noun = taken.tokens.upperBound, view.tokens.contains(noun), text.tokens[noun].kind == .word,
            !text.tokens[noun].isCapitalised,
            !text.lexicon.common.contains(text.tokens[noun].key),
            !view.times.contains(where: { $0.tokens.contains(noun) })
        {
            return mayBeCounted(noun)
        }
        return mayBeCounted(next)
    }

    /// Whether a word is none that figures are told with, so that a number may count it.
    private func mayBeCounted(_ next: Int) -> Bool {
        ![
            .at, .and, .over, .clause, .earlier, .respectively, .said, .than, .more, .less, .from, .rangeTo, .since,
            .until, .each, .distance, .using, .accordingTo, .asOf, .hedgeAfter, .growTo, .outskirts, .gain, .lose,
            .liberate, .filler, .also, .net, .soFar, .front, .gains,
        ]
        .contains { text.tag($0, at: next) != nil }
    }
}
