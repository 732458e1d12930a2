import Territory

// Percentages and parts: shares of regions, of gains, and their changes.
extension StatementReader {
    /// A percentage with what stands around it.
    struct FoundShare {
        let amount: Amount
        let verb: FoundVerb?
        let region: RegionMention?
        /// How far the region lies.
        let regionCost: Int
        /// The statement before it in the sentence.
        let last: Statement?
        /// Whether "of the land" or "of the country" stands behind it.
        let isOfLand: Bool

        var isRegionBehind: Bool { (region?.tokens.lowerBound ?? 0) >= amount.tokens.upperBound }
    }

    /// The shares that a percentage or a part in words is; none where it is of something else than land.
    func share(_ amount: Amount, after last: Statement?) -> [Statement] {
        let region = region(for: amount)
        let part = FoundShare(
            amount: amount, verb: verb(for: amount), region: region,
            regionCost: region.map { isListed(amount, $0) ? 0 : view.cost($0.tokens, amount.tokens) } ?? .max,
            last: last,
            isOfLand: isOfLand(amount))
        if amount.unit == .percentagePoints { return pointsShare(part) }
        // "the one is 78% occupied, Kherson region – three quarters"
        let hasOwnRegion =
            region.map { !$0.isWhole && (part.isRegionBehind && part.regionCost <= 3 || isListed(amount, $0)) } ?? false
        if isInOtherColumn(amount) || isOfCount(amount) || isOfUnread(amount, last) || isSimile(amount)
            || isOfPossession(amount)
        {
            return []
        }
        if amount.isFraction, isParaphrase(amount), !hasOwnRegion { return [] }
        if isOfGains(part) {
            let gains = view.nearest(self.gains, to: amount.tokens, at: \.tokens)
            if !namesOtherColumn, isExcluded(amount, unlessNearerThan: min(4, gains?.cost ?? 4)) { return [] }
            if let region, !region.isWhole { return gainShares(part, gains?.item) }
        } else if isExcluded(amount, unlessNearerThan: part.verb?.cost ?? .max) {
            return []
        }
        if let paired = pairedShare(part) { return [paired] }
        return regionShares(part)
    }

    /// Whether a number of something else stands right before: "of 1,130 attacks, a third".
    private func isOfCount(_ amount: Amount) -> Bool {
        view.amounts.contains {
            guard $0.unit == nil, $0.tokens.upperBound <= amount.tokens.lowerBound else { return false }
            // "lost 13,000 men, more than half of them for good"
            if isFollowedByNoun($0), text.tag(.ofThem, at: amount.tokens.upperBound) != nil,
                view.cost($0.tokens, amount.tokens) <= 8
            {
                return true
            }
            return (text.tag(.exclude, at: $0.tokens.upperBound) ?? text.tag(.otherTopic, at: $0.tokens.upperBound))
                .map {
                    view.cost($0.tokens, amount.tokens) <= 4 || isHead($0.tokens.lowerBound) && !isOfLand(amount)
                } ?? false
        }
    }

    /// Whether a sentence begins with what its parts are of: "of the 161 assaults 41% came near Lyman, a fifth near
    /// Siversk".
    private func isHead(_ index: Int) -> Bool {
        index - view.tokens.lowerBound <= 4
            && (text.tag(.from, at: view.tokens.lowerBound) ?? text.tag(.filler, at: view.tokens.lowerBound)
                ?? text.tag(.at, at: view.tokens.lowerBound)) != nil
    }

    /// Whether a part is of something that nothing is known of: "a fifth of Manhattan".
    private func isSimile(_ amount: Amount) -> Bool {
        guard amount.isFraction, text.tag(.filler, at: amount.tokens.upperBound) != nil else { return false }
        // "a fifth of the country's vegetables"
        let owner = view.regions.first { $0.isWhole && 0...2 ~= $0.tokens.lowerBound - amount.tokens.upperBound }
        if let end = owner?.tokens.upperBound, view.tokens.contains(end),
            case let next = text.tokens[end].is("'s") ? end + 1 : end, view.tokens.contains(next),
            text.tokens[next - 1].is("'s"), text.tokens[next].kind == .word, !text.hasTag(at: next)
        {
            return true
        }
        return isUnknownName(amount.tokens.upperBound + 1) && !text.lexicon.hasCapitalNouns
    }

    /// "lost 30% of its men"
    private func isOfPossession(_ amount: Amount) -> Bool {
        let next = amount.tokens.upperBound
        guard !text.lexicon.hasFreeOrder, text.tokens.indices.contains(next + 2), text.tag(.at, at: next) != nil,
            text.tag(.they, at: next + 1) != nil, text.tokens[next + 2].kind == .word
        else { return false }
        return !text.hasTag(at: next + 2) && !text.tokens[next + 2].isCapitalised
            && !text.lexicon.common.contains(text.tokens[next + 2].key)
            && !view.regions.contains { $0.tokens.contains(next + 2) }
    }

    /// Whether an area that is planned or no land taken stands right before: "would hand over 6,600 sq km, roughly
    /// 1.1%".
    private func isOfUnread(_ amount: Amount, _ last: Statement?) -> Bool {
        view.amounts.last { $0.tokens.upperBound <= amount.tokens.lowerBound }.map {
            $0.isArea && view.cost($0.tokens, amount.tokens) <= 6
                && (isPlanned($0.tokens) || last == nil && view.actors.isEmpty && !view.cues(.exclude).isEmpty
                    || last == nil && isSize($0, verb(for: $0))
                    || last == nil && text.tag(.ofThem, at: amount.tokens.upperBound) != nil)
        } ?? false
    }

    private func isOfLand(_ amount: Amount) -> Bool {
        (amount.tokens.upperBound..<min(view.tokens.upperBound, amount.tokens.upperBound + 4)).contains { index in
            text.tag(.territory, at: index) != nil && !gains.contains { $0.tokens.contains(index) }
                || text.tag(.country, at: index) != nil
        }
    }

    /// Whether a percentage beside it says the same: "21%, a fifth".
    private func isParaphrase(_ amount: Amount) -> Bool {
        view.amounts.contains {
            !$0.isFraction && $0.unit == .percent && abs($0.low.value - amount.low.value) <= 4
                && view.cost($0.tokens, amount.tokens) <= 12
        }
    }

    private func pointsShare(_ part: FoundShare) -> [Statement] {
        let amount = part.amount
        guard !isExcluded(amount, unlessNearerThan: 9) else { return [] }
        let isChange = part.verb.map { [.grow, .shrink, .gain, .liberate, .lose].contains($0.verb) } ?? false
        let isMore = [Cue.more, .less].contains { text.tag($0, at: amount.tokens.upperBound) != nil }
        let isShared =
            part.last?.kind == .share || state.kind == .share || view.amounts.contains { $0.unit == .percent }
            || amount.isSigned
        guard isChange || isMore && isShared || part.regionCost < 12 && isShared || part.last?.kind == .share else {
            return []
        }
        var statement = Statement(kind: .changeShare, amount: amount, span: amount.tokens)
        fill(&statement, amount)
        statement.whole = wholeOf(statement.region)
        statement.actor = actor(for: statement, part.verb?.verb, part.verb?.tag) ?? part.last?.actor ?? state.actor
        if let since = grownSince(amount) { statement.time = window(since: since, upTo: part.last) }
        // "on 1 January 75.1%, up 2.4 points over the year": up to the day of the share.
        if let last = part.last, last.kind == .share, case .asOf(let day) = last.time,
            let rolling = nearestTime(to: amount.tokens), rolling.kind == .rolling
        {
            statement.time = rolling.ending(on: day).span.time(rolling: true)
        }
        return [statement]
    }

    /// "190 sq km, or 0.94 % of Ukraine": the share of what was said of the area.
    private func pairedShare(_ part: FoundShare) -> Statement? {
        guard let last = part.last, last.amount?.isArea ?? false, [.gained, .net, .lost, .held].contains(last.kind),
            view.cost(last.span, part.amount.tokens) <= 11,
            part.verb.map({ $0.tag.tokens.lowerBound < last.span.lowerBound || $0.verb == .grow || $0.cost > 6 })
                ?? true
        else { return nil }
        let isStock = last.kind == .held
        var statement = Statement(kind: isStock ? .share : .changeShare, amount: part.amount, span: part.amount.tokens)
        statement.actor = last.actor
        fill(&statement, part.amount)
        statement.whole = wholeOf(statement.region)
        return statement
    }

    /// "18 percent of Ukraine", "72% (-)".
    private func regionShares(_ part: FoundShare) -> [Statement] {
        guard isAboutLand(part) else { return [] }
        let amount = part.amount
        var statement = Statement(kind: .share, amount: amount, span: amount.tokens)
        if let verb = part.verb, [.gain, .liberate, .grow, .lose, .changeHands].contains(verb.verb), verb.cost <= 9,
            isFlowTime(amount), !(verb.verb == .grow && growth(before: amount) == .to)
        {
            statement.kind = .changeShare
        }
        // "Last year Russia occupied 0.72% of Ukraine": no stock is so small.
        if let verb = part.verb, verb.verb == .gain || verb.verb == .occupy && isFlowTime(amount), verb.cost <= 5,
            amount.low.value <= 2,
            statement.kind == .share, part.region?.isWhole ?? false
        {
            statement.kind = .changeShare
        }
        // "0.72% of Ukraine, and 10.6% of the Donetsk region": what is said of the first goes on.
        if let last = part.last, last.kind == .changeShare, last.amount?.unit == .percent,
            part.verb.map({ $0.tag.tokens.upperBound <= last.span.lowerBound || $0.cost > 7 }) ?? true
        {
            statement.kind = .changeShare
        }
        statement.actor = actor(for: statement, part.verb?.verb, part.verb?.tag) ?? part.last?.actor
        if amount.isFraction, let side = text.tag(.actor, at: amount.tokens.upperBound) { statement.actor = side.value }
        statement.isActorless = part.verb?.verb == .changeHands
        fill(&statement, amount)
        // "ISW gives Kyiv 21.7%": of the region that was spoken of.
        let isStock = state.kind == .held || state.kind == .share
        let goesOn = view.times.allSatisfy(isSpeech) || !view.cues(.portion).isEmpty && view.regions.isEmpty
        if statement.region.isEmpty, part.last == nil, goesOn, isStock, let region = state.claimRegion {
            statement.region = region
        }
        statement.whole = wholeOf(statement.region)
        let places = eachOf(amount)
        var found = [statement]
        if places.count > 1 {
            found = places.map { place in
                var copy = statement
                copy.region = place.name
                copy.whole = place.name
                return copy
            }
        }
        if let brackets = unchanged(behind: amount) { found.append(noChange(of: statement, brackets)) }
        return found
    }

    private func isAboutLand(_ part: FoundShare) -> Bool {
        let isOther = !view.cues(.otherTopic).isEmpty
        let holds = part.verb.map { $0.cost <= 16 } ?? false
        // "Power cuts hit 40% of Sumy region."
        let isHit = view.cues(.otherTopic).contains {
            $0.tokens.upperBound <= part.amount.tokens.lowerBound && view.cost($0.tokens, part.amount.tokens) <= 6
        }
        let isStock = state.kind == .share || state.kind == .held
        let goesOn =
            isStock && part.region == nil
            && (view.times.contains { $0.kind == .moment || $0.kind == .period }
                || view.credits.contains { view.cost($0.tokens, part.amount.tokens) <= 4 })
        let isPronoun = !isOther && (goesOn || !view.cues(.they).isEmpty && isStock)
        let isBeside =
            isPronoun || part.regionCost <= 3 && !isOther || part.regionCost <= 2 && part.isRegionBehind && !isHit
        // "Two thirds of Toretsk lie in ruins"
        let isStateSaid = [Cue.occupied, .occupy, .hold].contains { !view.cues($0).isEmpty }
        let isSaid =
            !view.actors.isEmpty || !view.credits.isEmpty || holds || isStateSaid || !view.times.isEmpty || isPronoun
            || part.region.map { isListed(part.amount, $0) } ?? false
            // "It covers 198 sq km. That is 0.8% of the region."
            || state.areaKind != nil && part.isRegionBehind && view.cues(.exclude).isEmpty && view.tokens.count <= 12
        let hasContext =
            holds || isStock || state.listsRegions || state.listsPercent || view.listsPercent
            || part.last.map { [.share, .held].contains($0.kind) } ?? false
            // "Kharkiv region by 0.4 points, to 5%"
            || part.last?.kind == .changeShare && growth(before: part.amount) == .to
            || !view.cues(.territory).isEmpty
        guard hasContext || isBeside && isSaid, !(isOther && part.region == nil && !part.isOfLand) else { return false }
        // A part in words is of what stands behind it.
        if part.amount.isFraction {
            // "Kupiansk is nine tenths Ukrainian"
            let isOfSide = part.region != nil && text.tag(.actor, at: part.amount.tokens.upperBound) != nil
            // "In der Region Donezk hält Kiew noch ein Fünftel"
            let next = part.amount.tokens.upperBound
            // "Мирноград наполовину окупований"
            let isEnd =
                next >= view.tokens.upperBound || text.tokens[next].kind == .mark
                || part.verb.map { $0.tag.tokens.lowerBound == next && text.lexicon.hasFreeOrder } ?? false
            // "Сіверськ захоплений на третину"
            let isPortion = growth(before: part.amount) == .by || isByHalf(part.amount)
            let isHeldThere =
                isEnd && part.region.map { !$0.isWhole } ?? false
                && part.verb.map {
                    // "Покровск почти весь занят, Мирноград — на треть"
                    $0.cost <= (isPortion && part.region.map { isListed(part.amount, $0) } ?? false ? 16 : 6)
                        && ([.hold, .remain, .occupied].contains($0.verb)
                            || isPortion && [.gain, .liberate, .occupy].contains($0.verb))
                } ?? false
            return part.regionCost <= 4 && part.isRegionBehind || part.isOfLand || isOfSide || isHeldThere
                || isLed(byRegionOf: part)
                || part.last?.kind == .share && part.last?.whole != "gain" && part.regionCost <= 7
        }
        let follows =
            part.last.map { $0.kind == .share && $0.whole != "gain" || $0.kind == .held } ?? false
            && (view.times.contains { $0.kind == .moment || $0.kind == .period }
                || view.credits.contains {
                    $0.tokens.upperBound <= part.amount.tokens.lowerBound
                        && view.cost($0.tokens, part.amount.tokens) <= 5
                })
        return part.regionCost <= 16 || holds || isPronoun || follows
    }

    /// "Of the Donbas, the prize at the talks, nine tenths are in its hands"
    private func isLed(byRegionOf part: FoundShare) -> Bool {
        let first = view.tokens.lowerBound
        guard let region = part.region, !region.isAnaphora, region.tokens.lowerBound - first <= 2,
            text.tag(.from, at: first) ?? text.tag(.filler, at: first) ?? text.tag(.at, at: first) != nil
        else { return false }
        return part.verb.map { [.hold, .remain, .occupied].contains($0.verb) && $0.cost <= 6 } ?? false
    }

    /// Whether one word says "by half": "наполовину".
    private func isByHalf(_ part: Amount) -> Bool {
        part.number.count == 1 && text.tag(.part, at: part.number.lowerBound)?.tokens == part.number
    }

    private func noChange(of share: Statement, _ brackets: Range<Int>) -> Statement {
        var point = share
        point.kind = .changeShare
        point.amount = nil
        point.value = PrintedNumber("0")
        point.unit = .percentagePoints
        point.comparator = .equal
        point.span = brackets
        setPointTime(&point)
        point.whole = wholeOf(point.region)
        return point
    }

    func isSeparated(_ range: Range<Int>) -> Bool {
        range.contains {
            text.isMark(",", at: $0) || text.isMark(";", at: $0) || text.isMark("(", at: $0)
                || view.amounts.contains { amount in amount.number.contains(range.lowerBound) }
        }
    }

    func wholeOf(_ region: String) -> String { region.isEmpty ? names.whole ?? "" : region }

    /// Whether the time nearest to a share is a window.
    func isFlowTime(_ amount: Amount) -> Bool {
        nearestTime(to: amount.tokens).map { $0.kind != .moment && !$0.isAsOf } ?? false
    }

    func points(_ amount: Amount, of share: Statement) -> Statement {
        var amount = amount
        amount.unit = .percentagePoints
        var statement = share
        statement.kind = .changeShare
        statement.amount = amount
        statement.span =
            isBracketed(amount.tokens) ? amount.tokens.lowerBound - 1..<amount.tokens.upperBound + 1 : amount.tokens
        setPointTime(&statement)
        return statement
    }

    /// The window of a list's changes: the rolling one that its head names, up to the day of the shares.
    func setPointTime(_ statement: inout Statement) {
        let rolling = view.times.first { $0.kind == .rolling }
        var asOf: CalendarDay?
        if case .asOf(let day) = statement.time { asOf = day }
        if let rolling {
            let span = asOf.map { rolling.ending(on: $0).span } ?? rolling.span
            statement.time = span.time(rolling: true)
        } else if let window = state.window {
            let span = DaySpan(window)
            statement.time = state.time
            // "on 1 July; in brackets the change since 1 January": up to the day of the shares.
            if let asOf, asOf < span.to, span.to == published, span.from < asOf {
                statement.time = DaySpan(from: span.from, to: asOf).time(rolling: false)
            }
        }
    }

    /// The brackets of "(-)", "(0)" and "(no change)" behind a share.
    func unchanged(behind amount: Amount) -> Range<Int>? {
        let start = amount.tokens.upperBound
        guard text.isMark("(", at: start) else { return nil }
        for end in start + 1..<min(start + 5, view.tokens.upperBound) where text.isMark(")", at: end) {
            let inside = start + 1..<end
            if inside.count == 1, text.isMark("-", at: start + 1) { return start..<end + 1 }
            if text.tokens[inside.lowerBound].kind == .word,
                text.tag(.none, at: start + 1) != nil || text.tag(.not, at: start + 1) != nil
            {
                return start..<end + 1
            }
        }
        return nil
    }

    /// The places of "Siversk and Kramatorsk 3% each".
    func eachOf(_ amount: Amount) -> [RegionMention] {
        guard
            text.tag(.each, at: amount.tokens.upperBound) != nil
                || (amount.tokens.lowerBound - 1..<amount.number.lowerBound).contains(where: {
                    text.tag(.each, at: $0) != nil
                }),
            let last = view.nearest(view.regions, to: amount.tokens, at: \.tokens)?.item
        else { return [] }
        return run(of: last)
    }

    /// The regions that are joined to one by commas and "and".
    func run(of mention: RegionMention) -> [RegionMention] {
        let all = view.regions.filter { !$0.isAnaphora && !$0.isWhole }
        guard let place = all.firstIndex(where: { $0.tokens == mention.tokens }) else { return [mention] }
        var (first, last) = (place, place)
        func joined(_ one: RegionMention, _ other: RegionMention) -> Bool {
            let between = one.tokens.upperBound..<max(one.tokens.upperBound, other.tokens.lowerBound)
            return !between.isEmpty && between.count <= 3
                && between.allSatisfy {
                    text.isMark(",", at: $0) || text.tag(.and, at: $0) != nil || text.tag(.filler, at: $0) != nil
                        || text.tag(.region, at: $0) != nil || text.tag(.at, at: $0) != nil
                } && between.contains { text.tag(.and, at: $0) != nil || text.isMark(",", at: $0) }
        }
        while first > 0, joined(all[first - 1], all[first]) { first -= 1 }
        while last + 1 < all.count, joined(all[last], all[last + 1]) { last += 1 }
        return Array(all[first...last])
    }
}
