import Territory

// The areas of a sentence: which of its figures are areas held, gained or lost.
extension StatementReader {
    func figures(_ used: inout Set<Int>) -> [Statement] {
        var statements: [Statement] = []
        var last: Statement?
        let averageUnit = averageUnit
        for (index, given) in view.amounts.enumerated() where !used.contains(index) {
            var amount = given
            if let averageUnit, amount.isArea || amount.unit == nil && last?.kind == .pace, amount.per == nil {
                amount.per = averageUnit
            }
            // "took every month from 350 to 400"
            if amount.isArea, amount.per == nil,
                let per = view.cues(.per).first(where: { $0.tokens.upperBound == given.tokens.lowerBound })
            {
                amount.per = TimeUnit(rawValue: per.value)
            }
            var found: [Statement] = []
            if amount.isLength {
                found = length(amount, after: last).map { [$0] } ?? []
            } else if amount.unit == .percent || amount.unit == .percentagePoints {
                found = share(amount, after: last)
            } else if amount.isArea {
                found = area(amount, after: last).map { [$0] } ?? []
            } else if amount.unit == nil {
                found = bare(amount, after: last)
            }
            guard !found.isEmpty else { continue }
            used.insert(index)
            statements += found
            // "18.97% (+0.34), or 114,493 sq km": what stands behind brackets goes on about what stands before them.
            let isAside = last?.kind == .share && found.last?.kind == .changeShare && isBracketed(amount.tokens)
            last = isAside ? last : found.last
        }
        return statements
    }

    enum Verb: CaseIterable {
        case gain, liberate, occupy, occupied, lose, hold, remain, net, grow, shrink, changeHands

        var cue: Cue {
            switch self {
            case .gain: .gain
            case .liberate: .liberate
            case .occupy: .occupy
            case .occupied: .occupied
            case .lose: .lose
            case .hold: .hold
            case .remain: .remain
            case .net: .net
            case .grow: .grow
            case .shrink: .shrink
            case .changeHands: .changeHands
            }
        }
    }

    /// A verb or noun that says what was done with an area, and how far it lies from the figure.
    struct FoundVerb {
        let verb: Verb
        let tag: Tag
        let cost: Int
    }

    /// The verb or noun that says what was done with an area.
    func verb(for amount: Amount) -> FoundVerb? {
        var best = possession(of: amount)
        for verb in Verb.allCases {
            for tag in view.cues(verb.cue) where !tag.tokens.overlaps(amount.number) && !isInside(tag) {
                // What stands behind a figure belongs more often to the next one.
                let isBehind = tag.tokens.lowerBound >= amount.tokens.upperBound
                var cost = view.cost(tag.tokens, amount.tokens) + (isBehind ? 3 : 0)
                if isBehind, let next = view.amounts.first(where: { $0.tokens.lowerBound > tag.tokens.lowerBound }),
                    next.isArea, view.cost(tag.tokens, next.tokens) < cost - 3
                {
                    cost += 5
                }
                if verb == .net || verb == .remain {
                    let isOther = view.amounts.contains {
                        ($0.isArea || $0.unit == .percent) && $0.tokens.lowerBound > tag.tokens.lowerBound
                            && $0.tokens.upperBound <= amount.tokens.lowerBound
                    }
                    let isNexts =
                        isBehind
                        && view.amounts.contains {
                            $0.tokens.lowerBound >= tag.tokens.upperBound && view.cost($0.tokens, tag.tokens) <= 6
                        }
                    cost += isOther || isNexts ? 10 : -3
                }
                if verb == .grow || verb == .shrink, growth(before: amount) == nil {
                    cost += isBehind || cost > 2 ? 14 : 2
                }
                // "31 km² taken, 45 lost": a verb right behind a figure is that figure's.
                if !isBehind, tag.tokens.upperBound < amount.tokens.lowerBound,
                    view.amounts.contains(where: {
                        $0.tokens.upperBound == tag.tokens.lowerBound && $0.tokens.lowerBound < amount.tokens.lowerBound
                    })
                {
                    cost += 5
                }
                if cost < best?.cost ?? .max { best = FoundVerb(verb: verb, tag: tag, cost: cost) }
            }
        }
        return best
    }

    /// "it has 46,570", "у противника 520".
    private func possession(of amount: Amount) -> FoundVerb? {
        for tag in view.cues(.has) where tag.tokens.upperBound <= amount.tokens.lowerBound {
            let owner = text.tag(.actor, at: tag.tokens.upperBound)
            // "has 34 sq km won back", "counted 83 at the enemy's": another verb says what was done.
            if [.gain, .liberate, .lose, .occupy].contains(where: { text.tag($0, at: amount.tokens.upperBound) != nil })
                || owner != nil
                    && (tag.tokens.lowerBound - 1..<amount.tokens.lowerBound).contains(where: {
                        text.tag(.said, at: $0) != nil && !text.isWeakSaying($0)
                    })
            {
                return nil
            }
            let cost = view.cost(owner?.tokens ?? tag.tokens, amount.tokens)
            guard owner == nil ? cost == 0 && !isPrepositional(tag) : cost <= 4 else { continue }
            return FoundVerb(verb: .hold, tag: Tag(cue: .hold, value: "", tokens: tag.tokens), cost: cost)
        }
        return nil
    }

    private func isPrepositional(_ tag: Tag) -> Bool { text.tag(.at, at: tag.tokens.lowerBound) != nil }

    /// Whether a word is part of a longer phrase that means something else: "control" of "restored control".
    func isInside(_ tag: Tag) -> Bool {
        [Cue.liberate, .lose, .gain, .remain, .occupy, .occupied].contains { cue in
            cue != tag.cue
                && view.cues(cue).contains {
                    $0.tokens.count > tag.tokens.count && $0.tokens.lowerBound <= tag.tokens.lowerBound
                        && $0.tokens.upperBound >= tag.tokens.upperBound
                }
        }
    }

    enum Growth { case to, by }

    /// Whether "to" or "by" stands before a figure.
    func growth(before amount: Amount) -> Growth? {
        let first = amount.tokens.lowerBound
        for index in [first - 1, first - 2, first, first - 3] where index >= view.tokens.lowerBound {
            if index < first - 1,
                !(index + 1..<first).allSatisfy({ text.tag(.filler, at: $0) != nil || text.tag(.hedge, at: $0) != nil })
            {
                continue
            }
            if let tag = text.tag(.growTo, at: index), tag.tokens.upperBound <= amount.number.lowerBound { return .to }
            if let tag = text.tag(.growBy, at: index), tag.tokens.upperBound <= amount.number.lowerBound { return .by }
        }
        return nil
    }

    func isExcluded(_ amount: Amount, unlessNearerThan cost: Int) -> Bool {
        let reach = cost > 12 ? 20 : min(cost, 7)
        // "80% of its population", whatever was lost of it.
        let isOf = amount.unit == .percent && text.tag(.filler, at: amount.tokens.upperBound) != nil
        for tag in view.cues(.exclude) + text.tags(.exclude, in: view.tokens).filter({ $0.tokens.count > 1 }) {
            let isBehind = tag.tokens.lowerBound >= amount.tokens.upperBound
            let distance = view.cost(tag.tokens, amount.tokens)
            if isOf, isBehind, tag.tokens.lowerBound - amount.tokens.upperBound <= 2 { return true }
            if distance <= (isBehind ? min(reach, 4) : reach) { return true }
        }
        // "The number of assaults grew by 8%", "the grey zone covers 30 sq km"
        let growing = (view.cues(.grow) + view.cues(.shrink) + view.cues(.hold)).filter {
            $0.tokens.upperBound <= amount.tokens.lowerBound && view.cost($0.tokens, amount.tokens) <= 4
        }
        if growing.contains(where: { verb in
            view.cues(.exclude).contains {
                $0.tokens.upperBound <= verb.tokens.lowerBound
                    && view.cost($0.tokens, verb.tokens) <= (verb.cue == .hold ? 2 : view.actors.isEmpty ? 9 : 3)
            }
        }) {
            return true
        }
        return isPlanned(amount.tokens)
    }

    /// Whether a figure is a region's own area: "Donetsk region covers 26,517 sq km".
    private func isSize(_ amount: Amount, _ verb: FoundVerb?) -> Bool {
        guard view.actors.isEmpty else { return false }
        // "The area of Luxembourg is 2,586 sq km, of Kyiv 847"
        if let before = view.amounts.last(where: { $0.tokens.upperBound <= amount.tokens.lowerBound }), before.isArea,
            verb.map({ $0.tag.tokens.lowerBound < before.tokens.lowerBound }) ?? true,
            isSize(before, self.verb(for: before))
        {
            return true
        }
        if let verb, verb.verb == .hold, verb.tag.tokens.upperBound == amount.tokens.lowerBound {
            let before = verb.tag.tokens.lowerBound - 1
            return view.regions.contains { $0.isRegion && $0.tokens.upperBound == before + 1 }
                || view.tokens.contains(before) && isUnknownName(before)
        }
        // "The area of Luxembourg is 2,586 sq km"
        let isTaken = [Cue.gain, .liberate, .occupy, .occupied, .lose, .remain].contains { !view.cues($0).isEmpty }
        return !isTaken
            && view.cues(.territory).contains { area in
                let next = area.tokens.upperBound
                return next < amount.tokens.lowerBound && view.cost(area.tokens, amount.tokens) <= 8
                    && (isUnknownName(next) || view.regions.contains { $0.tokens.lowerBound == next && !$0.isWhole })
            }
    }

    /// Whether a word is a name that nothing is known of.
    private func isUnknownName(_ index: Int) -> Bool {
        text.tokens[index].isCapitalised && !text.hasTag(at: index)
            && !text.lexicon.common.contains(text.tokens[index].key)
            && !view.regions.contains { $0.tokens.contains(index) }
            && !view.credits.contains { $0.tokens.contains(index) }
            && text.tokens[index].text.contains { $0.isLowercase }
    }

    /// Whether what is said is a plan, a wish or a condition.
    func isPlanned(_ range: Range<Int>) -> Bool {
        view.cues(.plan).contains { tag in
            tag.tokens.upperBound <= range.lowerBound
                ? view.cost(tag.tokens, range) <= 9 : tag.tokens.lowerBound - range.upperBound <= 1
        }
    }

    func area(_ amount: Amount, after last: Statement? = nil) -> Statement? {
        let verb = verb(for: amount)
        let cost = verb?.cost ?? .max
        let plainCost = verb.map { view.cost($0.tag.tokens, amount.tokens) } ?? .max
        let isTaking = verb.map { [.gain, .liberate, .lose, .occupy].contains($0.verb) } ?? false
        guard !isExcluded(amount, unlessNearerThan: plainCost <= 1 && isTaking ? 0 : max(cost, 2)),
            !isSize(amount, verb)
        else {
            return nil
        }
        var statement = Statement(kind: .gained, amount: amount, span: amount.tokens)
        var amount = amount
        // "…, and in March the pace grew to 5.6 km²"
        if amount.per == nil, last == nil, state.areaKind == .pace, !view.cues(.pace).isEmpty {
            amount.per = state.per
            statement.amount = amount
        }
        if amount.per == nil, let last, last.kind == .pace, !view.cues(.pace).isEmpty, let verb,
            [.grow, .shrink].contains(verb.verb), verb.tag.tokens.lowerBound >= last.span.upperBound
        {
            amount.per = last.amount?.per
            statement.amount = amount
        }
        if amount.per != nil {
            statement.kind = .pace
        } else if isPart(amount), let kind = last?.kind ?? state.areaKind, [.gained, .lost].contains(kind),
            verb.map({ ![.gain, .liberate, .lose, .occupy].contains($0.verb) }) ?? true
        {
            // "30 of them fall to the Donetsk region"
            statement.kind = kind
        } else if let found = verb, cost <= 22 {
            let (verb, tag) = (found.verb, found.tag)
            statement.readFrom["kind"] = tag.tokens
            statement.isActorless = verb == .changeHands
            switch verb {
            case .gain, .changeHands: statement.kind = .gained
            case .liberate: statement.kind = .gained
            case .lose: statement.kind = .lost
            case .net: statement.kind = .net
            case .hold, .occupied: statement.kind = .held
            case .remain: statement.kind = .held
            case .occupy: statement.kind = isFlow(amount) ? .gained : .held
            case .grow: statement.kind = growth(before: amount) == .to ? .held : .gained
            case .shrink: statement.kind = growth(before: amount) == .by ? .lost : .held
            }
            if statement.kind == .held, verb == .grow || verb == .shrink {
                // "464 in August, down from 564 in July" is one kind of figure.
                if let last, [.gained, .net, .lost, .held].contains(last.kind),
                    tag.tokens.lowerBound >= last.span.upperBound
                {
                    statement.kind = last.kind
                } else if isFlowSubject(tag)
                    || state.kind == .gained && !view.cues(.they).isEmpty && view.cues(.territory).isEmpty
                {
                    statement.kind = .gained
                }
            }
        } else if let last, [.gained, .lost, .net, .held].contains(last.kind),
            isBracketed(amount.tokens) || view.regions.contains(where: { isListed(amount, $0) })
        {
            statement.kind = last.kind
        } else if let last, last.kind == .share || last.kind == .changeShare, view.cost(last.span, amount.tokens) <= 8 {
            statement.kind = last.kind == .share && last.whole != "gain" ? .held : .gained
        } else if amount.isSigned, state.areaKind == .net || state.areaKind == nil || amount.low.value < 0 {
            statement.kind = amount.low.value < 0 ? .net : .gained
        } else if state.areaKind == .net, view.cues(.net).isEmpty, !amount.isSigned {
            statement.kind = .gained
        } else if let kind = kindSpokenOf(amount), kind != .pace,
            !(kind == .held && isPeriod(nearestTime(to: amount.tokens)))
        {
            statement.kind = kind
        } else if amount.isSigned || !view.cues(.gains).isEmpty {
            statement.kind = .gained
        } else if !view.cues(.territory).isEmpty || !view.cues(.pace).isEmpty || !view.actors.isEmpty
            || !view.credits.isEmpty
            || !view.regions.isEmpty && !view.times.isEmpty || state.kind != nil
        {
            guard view.cues(.otherTopic).isEmpty || !view.times.isEmpty else { return nil }
            statement.kind = isPeriod(nearestTime(to: amount.tokens)) ? .gained : .held
        } else {
            return nil
        }
        if amount.isSigned, amount.low.value < 0, !view.cues(.net).isEmpty { statement.kind = .net }
        // "a balance of −48 in March, plus 15 in February"
        if last?.kind == .net, statement.kind == .gained, text.tag(.plus, at: amount.tokens.lowerBound - 1) != nil {
            statement.kind = .net
        }
        // "5.83 km² of occupied land, 2.1 of it at Siversk": the word belongs to the first figure.
        if let verb, let last, [.hold, .occupied].contains(verb.verb), [.gained, .lost, .net].contains(last.kind),
            verb.tag.tokens.lowerBound >= last.span.upperBound, view.cost(last.span, verb.tag.tokens) <= 1,
            verb.tag.tokens.upperBound <= amount.tokens.lowerBound
        {
            statement.kind = last.kind
        }
        if statement.kind == .lost || statement.kind == .gained, !view.cues(.net).isEmpty,
            let net = view.nearest(view.cues(.net), to: amount.tokens, at: \.tokens), net.cost <= 9,
            !view.amounts.contains(where: {
                $0.tokens != amount.tokens && view.cost($0.tokens, net.item.tokens) < net.cost
                    && ($0.isArea || $0.unit == nil)
            })
        {
            statement.kind = .net
        }
        statement.actor = actor(for: statement, verb?.verb, verb?.tag)
        if statement.kind == .pace, statement.actor == nil { statement.actor = last?.actor }
        fill(&statement, amount)
        if statement.kind == .net {
            let loses = view.cues(.lose).contains { view.cost($0.tokens, amount.tokens) <= 7 }
            if loses, amount.low.value > 0 { statement.value = amount.low.replacing(value: -amount.low.value) }
        }
        return statement
    }

    /// The kind of the last areas: of one held and one taken, the one that is more nearly as large.
    private func kindSpokenOf(_ amount: Amount) -> ClaimKind? {
        guard let held = state.lastHeld, let taken = state.lastTaken, [.held, .gained].contains(state.areaKind),
            let unit = amount.unit
        else { return state.areaKind }
        let size = amount.low.value.magnitude * unit.inBaseUnit
        guard size > 0, held > 0, taken > 0, max(held, taken) > 8 * min(held, taken) else { return state.areaKind }
        return max(held / size, size / held) < max(taken / size, size / taken) ? .held : .gained
    }

    func isPeriod(_ time: TimeMention?) -> Bool { time.map { $0.kind != .moment } ?? false }

    /// The unit of time that "the average daily advance" tells figures by.
    var averageUnit: TimeUnit? {
        for tag in view.cues(.per) where tag.tokens.count == 1 {
            let next = tag.tokens.upperBound
            let isNoun = [next, next + 1].contains {
                text.tag(.gains, at: $0) != nil || text.tag(.pace, at: $0) != nil || text.tag(.gain, at: $0) != nil
            }
            let isAverage = (max(view.tokens.lowerBound, tag.tokens.lowerBound - 2)..<tag.tokens.lowerBound).contains {
                text.tag(.average, at: $0) != nil
            }
            if isNoun && tag.value == "day" || isAverage { return TimeUnit(rawValue: tag.value) }
        }
        return nil
    }

    /// Whether "its monthly gain had grown to…" speaks of a flow.
    func isFlowSubject(_ tag: Tag) -> Bool {
        view.cues(.gains).contains {
            $0.tokens.upperBound <= tag.tokens.lowerBound && view.cost($0.tokens, tag.tokens) <= 4
        }
            || view.cues(.gain).contains {
                $0.tokens.upperBound <= tag.tokens.lowerBound && view.cost($0.tokens, tag.tokens) <= 2
            }
    }

    /// Whether an occupied area is one that was taken over a time.
    func isFlow(_ amount: Amount) -> Bool {
        guard let time = nearestTime(to: amount.tokens) else {
            return state.kind == .gained || state.window != nil && state.kind != .held
        }
        return time.kind != .moment
    }

    func fill(_ statement: inout Statement, _ amount: Amount) {
        if let region = region(for: amount) {
            statement.region = region.name
            statement.homonyms = region.homonyms
            statement.readFrom["region"] = region.tokens
        }
        setTime(&statement, at: amount.tokens)
    }
}
