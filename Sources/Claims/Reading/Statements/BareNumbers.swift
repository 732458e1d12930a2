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
        // "0.08 points more than in November and 0.7 more than a year ago"
        if let last, last.kind == .changeShare, last.amount?.unit == .percentagePoints, let since = grownSince(amount),
            amount.low.value <= 100
        {
            var given = amount
            given.unit = .percentagePoints
            var statement = points(given, of: last)
            statement.time = window(since: since, upTo: nil)
            return [statement]
        }
        if let last, last.kind == .share, let points = pointsInList(amount, after: last) { return [points] }
        if state.listsPercent || view.listsPercent, amount.low.value <= 100, !amount.isSigned,
            !isBracketed(amount.tokens)
        {
            var given = amount
            given.unit = .percent
            let found = share(given, after: last)
            if !found.isEmpty { return found }
        }
        if let length = bareLength(amount, after: last) { return [length] }
        if let percent = barePercent(amount, after: last) ?? sharedPercent(amount, after: last) { return percent }
        return bareArea(amount, after: last).map { [$0] } ?? []
    }

    /// A change by points without its unit, in a list of shares that grow: "Donetsk region by 2 points, to 70%, Kharkiv
    /// region by 0.4, to 5%".
    private func pointsInList(_ amount: Amount, after last: Statement) -> Statement? {
        func isChange(_ amount: Amount) -> Bool {
            growth(before: amount) == .by
                || [Cue.grow, .shrink, .more, .less].contains { text.tag($0, at: amount.tokens.lowerBound - 1) != nil }
        }
        guard isChange(amount), amount.low.value <= 100,
            view.amounts.contains(where: {
                $0.unit == .percentagePoints && $0.tokens.upperBound <= last.span.lowerBound && isChange($0)
            })
        else { return nil }
        var given = amount
        given.unit = .percentagePoints
        var statement = Statement(kind: .changeShare, amount: given, span: amount.tokens)
        statement.actor = last.actor
        fill(&statement, given)
        statement.whole = wholeOf(statement.region)
        return statement
    }

    /// A number that is an area: where one is spoken of, and its clause says something of its own of it.
    private func bareArea(_ amount: Amount, after last: Statement?) -> Statement? {
        let isSpokenOf = state.unit?.base == .squareKilometres
        guard
            let unit = view.amounts.first(where: { $0.isArea })?.unit ?? view.looseUnit
                ?? (isSpokenOf ? state.unit : nil),
            !isFollowedByNoun(amount), amount.low.value > 0 || amount.isSigned, isSaid(amount, after: last),
            !isGapOfSources(amount)
        else { return nil }
        var given = amount
        given.unit = unit
        if !view.amounts.contains(where: \.isArea) {
            // "тыс. кв. км: Луганская область — 26,5"
            let scale = view.looseUnit == nil ? state.unitScale : view.looseScale
            given.low = given.low.scaled(byPowerOfTen: scale)
            given.high = given.high?.scaled(byPowerOfTen: scale)
        }
        if last?.kind == .pace, growth(before: amount) == .to || !isTaken(amount, behind: last?.span) {
            given.per = last?.amount?.per
        }
        // "10 sq km a day. In December it had been 13"
        let isTaking = [Cue.gain, .liberate, .lose, .occupy].contains { !view.cues($0).isEmpty }
        if last == nil, state.kind == .pace, !isTaking, !isRatherTaken(amount, unit) { given.per = state.per }
        let side = ownSide(of: amount)
        let verb = side == nil ? verb(for: given) : nil
        let goesOn = last.map { ![.share, .changeShare, .distance, .frontLength].contains($0.kind) } ?? false
        guard let last, goesOn, given.per == nil || last.kind == .pace, (verb?.cost ?? .max) > 9,
            grownSince(amount) == nil, !isGrownTo(amount, behind: last)
        else { return area(given, after: last).map { scaled($0, as: last) } }
        // "Russia took 45 sq km and Ukraine 12"
        guard !isExcluded(given, unlessNearerThan: 5) else { return nil }
        var statement = Statement(kind: last.kind, amount: given, span: amount.tokens)
        statement.actor = side ?? last.actor
        fill(&statement, given)
        return scaled(statement, as: last)
    }

    /// "116,2 тыс. кв. км, год назад было 112,1": what is told behind thousands of one sort is told in thousands, where
    /// it has decimals and would be of another order without.
    private func scaled(_ statement: Statement, as last: Statement?) -> Statement {
        guard let last, last.kind == statement.kind, isAlike(last.time, statement.time),
            let before = last.amount, before.per == nil, let amount = statement.amount, amount.low.lastDigit < 1
        else { return statement }
        var statement = statement
        statement.amount = text.scaled(amount, as: before)
        return statement
    }

    /// Whether two times are both moments, or windows about as long.
    private func isAlike(_ one: ClaimTime?, _ other: ClaimTime?) -> Bool {
        switch (one, other) {
        case (.asOf, .asOf): return true
        case (.window(let one), .window(let other)):
            // "3,6 тыс. за год, за десять месяцев — 3,2"
            let (one, other) = (DaySpan(one).days, DaySpan(other).days)
            return 2 * min(one, other) >= max(one, other)
        default: return false
        }
    }

    /// "It took 497 sq km, 38 a week. The quarter before: 803": whether a number is of the order of what was taken, and not of
    /// the pace.
    private func isRatherTaken(_ amount: Amount, _ unit: ClaimUnit) -> Bool {
        guard let taken = state.lastTaken, let pace = state.lastPace, taken > pace, pace > 0 else { return false }
        return amount.low.value * unit.inBaseUnit > (taken * pace).squareRoot()
    }

    /// Whether a clause says when, where, by whom or by whose count a number is, or what was done with it.
    private func isSaid(_ amount: Amount, after last: Statement?) -> Bool {
        let areas: Set<ClaimKind> = [.gained, .held, .lost, .net, .pace]
        let hasUnit = view.amounts.contains(where: \.isArea)
        if !amount.isWords || amount.low.value > 1, last?.kind == .pace || amount.per != nil { return true }
        func isNear(_ range: Range<Int>?, _ cost: Int) -> Bool {
            range.map { view.cost($0, amount.tokens) <= cost } ?? false
        }
        let range = amount.tokens
        let isTimed = isNear(nearestTime(to: range)?.tokens, 7) || isLed(range)
        let isPlaced =
            isNear(inClause(view.regions.filter { !$0.isAnaphora }, of: range, at: \.tokens)?.tokens, 3)
            || view.regions.contains { isListed(amount, $0) || isPlacedBehind(amount, $0) }
        let isCredited = isNear(inClause(view.credits, of: range, at: \.tokens)?.tokens, 6)
        let isDone = verb(for: amount).map { $0.cost <= 9 } ?? false
        let isOther = (view.cues(.otherTopic) + view.cues(.exclude)).contains { other in
            view.cost(other.tokens, range) <= 13 && !isToldOfPlace(other.tokens)
                && (clauses.all.isEmpty || clauses.owner(of: other.tokens) == clauses.index(of: range))
        }
        let isTold =
            isTold(amount) || areaDivided(by: amount) != nil || isRestated(amount, last) || isOpposed(amount, last)
            || ownSide(of: amount) != nil
            || isPart(amount)
                && amount.low.value
                    <= (view.amounts.last { $0.isArea && $0.tokens.upperBound <= range.lowerBound }?.low.value
                        ?? state.lastTaken ?? 0)
            || last?.kind == .held && grownSince(amount) != nil || isGrownTo(amount, behind: last)
            || paired(amount, with: windows) != nil || isSum(amount)
            // "a third of that, 84,"
            || last?.whole == "gain" && text.isMark(",", at: range.lowerBound - 1)
                && last.map { 1...4 ~= range.lowerBound - $0.span.upperBound } ?? false
        if amount.isWords, !(amount.low.value > 1 && (isDone || isTimed || isPlaced && hasUnit)) { return false }
        let spokenOf =
            last.map { areas.contains($0.kind) || $0.whole == "gain" } ?? state.areaKind.map(areas.contains)
            ?? (view.looseUnit != nil
                && [Cue.gain, .gains, .lose, .liberate, .hold, .occupy, .occupied].contains { !view.cues($0).isEmpty })
        if hasUnit { return isDone || isTold || (isTimed || isPlaced || isCredited) && spokenOf }
        return !isOther && spokenOf
            && (isTimed || isPlaced || isTold || isCredited || amount.isSigned
                || isDone
                    && (amount.comparator != .equal || !view.cues(.they).isEmpty || isTaken(amount, behind: last?.span)))
    }

    /// Whether the sentence begins with the time of its only figure: "In March, when the first villages fell, it was 32".
    func isLed(_ range: Range<Int>) -> Bool {
        view.amounts.count == 1 && !view.cues(.they).isEmpty
            && nearestTime(to: range).map { $0.tokens.lowerBound == view.tokens.lowerBound } ?? false
    }

    /// "62 – у Дніпропетровській": a dash and a preposition stand between a number and where it was.
    private func isPlacedBehind(_ amount: Amount, _ mention: RegionMention) -> Bool {
        let between = amount.tokens.upperBound..<max(amount.tokens.upperBound, mention.tokens.lowerBound)
        return !mention.isAnaphora && 2...3 ~= between.count && text.isMark("-", at: between.lowerBound)
            && between.dropFirst().allSatisfy { text.tag(.at, at: $0) != nil || text.tag(.growBy, at: $0) != nil }
    }

    /// Whether a number is how far two sources' figures lie apart: "ISW counts 20 more".
    private func isGapOfSources(_ amount: Amount) -> Bool {
        let next = amount.tokens.upperBound
        return (text.tag(.less, at: next) ?? text.tag(.more, at: next)) != nil && isGap(amount.tokens)
    }

    /// The side that stands right before a number where no verb does: "Kyiv retook 143 sq km and Moscow 331".
    private func ownSide(of amount: Amount) -> String? {
        let actor = view.actors.last { $0.tokens.upperBound <= amount.tokens.lowerBound }
        guard let actor, amount.tokens.lowerBound - actor.tokens.upperBound <= 2,
            (actor.tokens.upperBound..<amount.tokens.lowerBound).allSatisfy({ index in
                text.tokens[index].kind == .mark
                    || [Cue.growTo, .filler, .same].contains { text.tag($0, at: index) != nil }
            })
        else { return nil }
        return actor.value
    }

    /// Whether somebody who is credited says a number and no more: "ISW confirms only 168.9", "twice as much: 49".
    private func isTold(_ amount: Amount) -> Bool {
        let before = amount.tokens.lowerBound - 1
        guard view.tokens.contains(before) else { return false }
        // "ISW: about 4,900", "by ISW's count — 447"
        if text.isMark(":", at: before) || text.isMark("-", at: before) && !text.tokens[before].isGlued,
            view.credits.contains(where: {
                $0.tokens.upperBound == before
                    || $0.tokens.upperBound == before - 1 && text.isMark(",", at: before - 1)
            })
        {
            return true
        }
        if [":", "-", ","].contains(where: { text.isMark($0, at: before) }),
            !text.tokens[before].isGlued || !text.isMark("-", at: before)
        {
            return [Cue.multiple, .more, .less, .part].contains { cue in
                text.tags(cue, in: max(view.tokens.lowerBound, before - 2)..<before).last?.tokens.upperBound == before
            }
        }
        return !view.credits.isEmpty
            && [before, before - 1].contains { view.tokens.contains($0) && text.tag(.said, at: $0) != nil }
    }

    /// Whether a verb of its own stands before a number, behind the statement before it: "140 a week, and in June
    /// took 500".
    private func isTaken(_ amount: Amount, behind last: Range<Int>?) -> Bool {
        [Cue.gain, .liberate, .lose].flatMap { view.cues($0) }.contains {
            $0.tokens.lowerBound >= last?.upperBound ?? 0 && $0.tokens.upperBound <= amount.tokens.lowerBound
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
        guard let last, last.amount?.isArea ?? false else { return false }
        return isOpposed(amount, behind: last.span)
    }

    private func isOpposed(_ amount: Amount, behind last: Range<Int>) -> Bool {
        let before = amount.tokens.lowerBound - 1
        return clauses.index(of: amount.tokens).map { $0 > 0 && clauses.all[$0 - 1].figure.overlaps(last) } ?? false
            && text.tag(.than, at: before) != nil
            && ![Cue.at, .over, .from].contains { text.tag($0, at: before) != nil }
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

    /// A percentage without its sign where shares are spoken of: "held 95% in May, 72 in June"; "a year before it was
    /// 66".
    func sharedPercent(_ amount: Amount, after last: Statement?) -> [Statement]? {
        // "40 percent of the total, against 31 in September"
        if var statement = last, statement.whole == "gain" || statement.kind == .changeShare,
            statement.amount?.unit == .percent, isOpposed(amount, behind: statement.span)
        {
            var given = amount
            given.unit = .percent
            (statement.amount, statement.span) = (given, amount.tokens)
            setTime(&statement, at: amount.tokens)
            return [statement]
        }
        let isStock =
            last.map {
                $0.kind == .share && $0.whole != "gain" || $0.kind == .changeShare && growth(before: amount) == .to
            }
            ?? (state.kind == .share && !state.listsGains)
        guard isStock, amount.low.value <= 100, !isFollowedByNoun(amount), amount.per == nil, !amount.isSigned,
            !view.amounts.contains(where: \.isArea), view.cues(.otherTopic).isEmpty,
            case let time = nearestTime(to: amount.tokens, isStock: true),
            time.map({ view.cost($0.tokens, amount.tokens) <= 7 })
                ?? view.credits.contains(where: { view.cost($0.tokens, amount.tokens) <= 5 }),
            last != nil || !view.cues(.they).isEmpty || amount.comparator != .equal
                || time != nil && view.regions.isEmpty
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
        // "lists only villages, 23 of them"
        let noun = amount.tokens.lowerBound - 2
        if text.tag(.ofThem, at: next) != nil, text.isMark(",", at: noun + 1), view.tokens.contains(noun),
            text.tokens[noun].kind == .word, !text.tokens[noun].isCapitalised, !text.hasTag(at: noun),
            !isInFigure(noun), !view.times.contains(where: { $0.tokens.contains(noun) })
        {
            return true
        }
        if text.tag(.rangeTo, at: next) != nil, next + 1 < view.tokens.upperBound, text.tokens[next + 1].kind == .number
        {
            return true
        }
        if text.lexicon.common.contains(text.tokens[next].key) {
            // "4,000 of its 12,000 men"
            return text.tag(.filler, at: next) != nil
                && (next + 1...next + 3).prefix { !text.isMark(",", at: $0) }
                    .contains { view.tokens.contains($0) && text.tokens[$0].kind == .number }
                && areaDivided(by: amount) == nil
        }
        // "withdrew from three positions"
        if amount.isWords, text.tag(.front, at: next) != nil { return true }
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
        // "800 under its control", but not "two bridgeheads"
        if !amount.isWords, text.tag(.hold, at: next) ?? text.tag(.remain, at: next) != nil { return false }
        return mayBeCounted(next)
    }

    /// Whether a word is none that figures are told with, so that a number may count it.
    private func mayBeCounted(_ next: Int) -> Bool {
        ![
            .at, .and, .over, .clause, .earlier, .respectively, .said, .than, .more, .less, .from, .rangeTo, .since,
            .until, .each, .distance, .using, .accordingTo, .asOf, .hedgeAfter, .growTo, .outskirts, .gain, .lose,
            .liberate, .filler, .also, .net, .soFar, .front, .gains, .hedge, .there,
        ]
        .contains { text.tag($0, at: next) != nil }
    }
}
