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

    func area(_ amount: Amount, after last: Statement? = nil) -> Statement? {
        let verb = verb(for: amount)
        let cost = verb?.cost ?? .max
        let plainCost = verb.map { view.cost($0.tag.tokens, amount.tokens) } ?? .max
        // "not one square kilometre"
        if amount.isWords, amount.low.value == 1, text.tag(.not, at: amount.tokens.lowerBound - 1) != nil { return nil }
        let isTaking = verb.map { [.gain, .liberate, .lose, .occupy].contains($0.verb) } ?? false
        guard !isExcluded(amount, unlessNearerThan: plainCost <= 1 && isTaking ? 0 : max(cost, 2)),
            !isSize(amount, verb)
        else {
            return nil
        }
        // "137,000 sq km of Ukraine, an area larger than Greece, may be mined"
        if verb == nil, last == nil, view.actors.isEmpty, view.credits.isEmpty, !view.cues(.exclude).isEmpty,
            view.cues(.gains).isEmpty
        {
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
            verb.map({ ![.gain, .liberate, .lose, .occupy].contains($0.verb) && !($0.verb == .hold && $0.cost <= 1) })
                ?? true
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
            // "for the first half it had 2,033"
            case .hold
            where text.tag(.has, at: tag.tokens.lowerBound) != nil && state.areaKind == .gained
                && isPeriod(nearestTime(to: amount.tokens)):
                statement.kind = .gained
            case .hold, .occupied: statement.kind = .held
            case .remain: statement.kind = .held
            case .occupy: statement.kind = isFlow(amount) ? .gained : .held
            case .grow: statement.kind = growth(before: amount) == .to ? .held : .gained
            case .shrink: statement.kind = growth(before: amount) == .by ? .lost : .held
            }
            // "in June, when 556 sq km fell"
            if verb == .shrink, tag.tokens.lowerBound == amount.tokens.upperBound, growth(before: amount) == nil,
                isPeriod(nearestTime(to: amount.tokens))
            {
                statement.kind = .gained
            }
            // "took 259, taking it to 114,800": no window brings so much.
            if statement.kind == .gained, growth(before: amount) == .to,
                amount.low.value * (amount.unit?.inBaseUnit ?? 1) >= 20_000
            {
                statement.kind = .held
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
            !(kind == .held && isPeriod(nearestTime(to: amount.tokens)) && !(verb == nil && isLikeHeld(amount)))
        {
            statement.kind = kind
        } else if amount.isSigned || !view.cues(.gains).isEmpty || isPeriodsFigure(amount) {
            statement.kind = .gained
        } else if !view.cues(.territory).isEmpty || !view.cues(.pace).isEmpty || !view.actors.isEmpty
            || !view.credits.isEmpty || !(view.cues(.most) + view.cues(.least)).isEmpty
            || !view.regions.isEmpty && !view.times.isEmpty || state.kind != nil
        {
            guard view.cues(.otherTopic).isEmpty || !view.times.isEmpty else { return nil }
            statement.kind = isPeriod(nearestTime(to: amount.tokens)) ? .gained : .held
        } else {
            return nil
        }
        let grownSince = statement.kind == .held ? grownSince(amount) : nil
        if grownSince != nil { statement.kind = .gained }
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
            }),
            !(net.item.tokens.lowerBound >= amount.tokens.upperBound
                && (amount.tokens.upperBound..<net.item.tokens.lowerBound).contains { text.tokens[$0].kind == .mark }
                && view.amounts.contains {
                    $0.tokens.lowerBound >= net.item.tokens.upperBound && view.cost($0.tokens, net.item.tokens) <= 8
                })
        {
            statement.kind = .net
        }
        if amount.low.value < 0, [.gained, .lost, .held].contains(statement.kind) { statement.kind = .net }
        statement.actor = actor(for: statement, verb?.verb, verb?.tag)
        if statement.kind == .pace, statement.actor == nil { statement.actor = last?.actor }
        fill(&statement, amount)
        if let grownSince {
            var to = published
            if case .asOf(let day) = last?.time { to = day }
            statement.time = DaySpan(from: min(grownSince.asOf, to), to: to).time(rolling: true)
            if let last, last.kind == .held, statement.region.isEmpty || statement.readFrom["region"] == nil {
                statement.region = last.region
            }
        }
        if statement.kind == .net {
            let loses = view.cues(.lose).contains { tag in
                // "regained 226, lost 189: a net gain of 37": what was lost is another figure.
                let between =
                    tag.tokens.lowerBound < amount.tokens.lowerBound
                    ? tag.tokens.upperBound..<max(tag.tokens.upperBound, amount.tokens.lowerBound)
                    : amount.tokens.upperBound..<max(amount.tokens.upperBound, tag.tokens.lowerBound)
                return view.cost(tag.tokens, amount.tokens) <= 7
                    && !view.amounts.contains { between.contains($0.tokens.lowerBound) }
                    && (tag.tokens.lowerBound < amount.tokens.lowerBound
                        || !between.contains { text.tokens[$0].kind == .mark })
            }
            if loses, amount.low.value > 0 { statement.value = amount.low.replacing(value: -amount.low.value) }
        }
        return statement
    }

    /// The kind of the last areas: of one held and one taken, the one that is more nearly as large.
    private func kindSpokenOf(_ amount: Amount) -> ClaimKind? {
        // Behind a pace it is what was taken.
        let spokenOf = state.areaKind == .pace && state.lastTaken != nil ? .gained : state.areaKind
        guard let held = state.lastHeld, let taken = state.lastTaken, [.held, .gained].contains(spokenOf),
            let unit = amount.unit
        else { return spokenOf }
        let size = amount.low.value.magnitude * unit.inBaseUnit
        guard size > 0, held > 0, taken > 0, max(held, taken) > 8 * min(held, taken) else { return spokenOf }
        return max(held / size, size / held) < max(taken / size, size / taken) ? .held : .gained
    }

    /// The moment than which an area that is held is said to be larger: "6.6 sq km more than a week ago".
    func grownSince(_ amount: Amount) -> TimeMention? {
        let behind = amount.tokens.upperBound..<min(amount.tokens.upperBound + 5, view.tokens.upperBound)
        guard let more = behind.first(where: { text.tag(.more, at: $0) != nil }),
            !(amount.tokens.upperBound..<more).contains(where: { text.tokens[$0].kind == .mark })
        else { return nil }
        return view.times.first {
            $0.tokens.lowerBound > more && ($0.isAgo || $0.isRelative || $0.kind == .moment)
                && view.cost($0.tokens, more..<more + 1) <= 6
        }
    }

    /// Whether a line says no more than a period and its figure: "July: 564 sq km".
    private func isPeriodsFigure(_ amount: Amount) -> Bool {
        view.tokens.count <= 9 && view.cues(.otherTopic).isEmpty && view.cues(.exclude).isEmpty
            && view.times.contains {
                $0.kind == .period && $0.tokens.lowerBound == view.tokens.lowerBound
                    && text.isMark(":", at: $0.tokens.upperBound)
                    && $0.tokens.upperBound + 1 == amount.tokens.lowerBound
            }
    }

    /// Whether an area is about as large as the one that was last said to be held: "in autumn it was 1,300".
    private func isLikeHeld(_ amount: Amount) -> Bool {
        guard let held = state.lastHeld, let unit = amount.unit, held > 0, state.kind == .held else { return false }
        let size = amount.low.value.magnitude * unit.inBaseUnit
        return size > 0 && max(held / size, size / held) <= 8
    }

    func isPeriod(_ time: TimeMention?) -> Bool { time.map { $0.kind != .moment } ?? false }

    /// The unit of time that "the average daily advance" tells figures by.
    var averageUnit: TimeUnit? {
        for tag in view.cues(.per) where tag.tokens.count == 1 {
            let next = tag.tokens.upperBound
            let isNoun = [next, next + 1].contains {
                text.tag(.gains, at: $0) != nil || text.tag(.pace, at: $0) != nil || text.tag(.gain, at: $0) != nil
            }
            let isAverage =
                text.tag(.average, at: next) != nil
                || (max(view.tokens.lowerBound, tag.tokens.lowerBound - 2)..<tag.tokens.lowerBound).contains {
                    text.tag(.average, at: $0) != nil
                }
            // "33 sq km, the biggest daily gain of the year"
            let isRank = view.cues(.most).contains { $0.tokens.upperBound == tag.tokens.lowerBound }
            if isNoun && tag.value == "day" && !isRank || isAverage { return TimeUnit(rawValue: tag.value) }
        }
        return nil
    }

    /// Whether "its monthly gain had grown to…" speaks of a flow.
    func isFlowSubject(_ tag: Tag) -> Bool {
        view.cues(.gains).contains {
            let gains = $0.tokens
            // "the occupied territory grew to": what was taken in all.
            guard text.tag(.occupy, at: gains.lowerBound) == nil, text.tag(.occupied, at: gains.lowerBound) == nil
            else {
                return false
            }
            return gains.upperBound <= tag.tokens.lowerBound && view.cost(gains, tag.tokens) <= 9
                && !view.amounts.contains { (gains.upperBound..<tag.tokens.lowerBound).contains($0.tokens.lowerBound) }
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
