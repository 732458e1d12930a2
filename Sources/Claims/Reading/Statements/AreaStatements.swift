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
            // "…, and in March the pace grew to 5.6 km²"
            if amount.isArea, amount.per == nil, (last?.kind ?? state.areaKind) == .pace, !view.cues(.pace).isEmpty,
                verb(for: amount).map({ [.grow, .shrink].contains($0.verb) }) ?? false
            {
                amount.per = last?.amount?.per ?? state.per
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
            // "Half of the gains, some 250 sq km, were made near Lyman, a quarter near Pokrovsk"
            let isSame =
                last?.whole == "gain" && amount.isArea && (clauses.index(of: amount.tokens).map(isApposed) ?? false)
            last = isAside || isSame ? last : found.last
        }
        return statements
    }

    func area(_ amount: Amount, after last: Statement? = nil) -> Statement? {
        let verb = verb(for: amount)
        guard isOfTerritory(amount, verb, last), var kind = kind(of: amount, verb, after: last) else { return nil }
        let grownSince = kind == .held ? grownSince(amount) : nil
        if grownSince != nil { kind = .gained }
        if [.gained, .lost].contains(kind), isNet(amount) { kind = .net }
        if [.gained, .lost, .held].contains(kind), amount.low.value < 0 { kind = .net }
        var statement = Statement(kind: kind, amount: amount, span: amount.tokens)
        if let verb { statement.readFrom["kind"] = verb.tag.tokens }
        statement.isActorless = verb?.verb == .changeHands
        statement.actor = actor(for: statement, verb?.verb, verb?.tag)
        fill(&statement, amount)
        if let grownSince {
            var to = published
            if case .asOf(let day) = last?.time { to = day }
            statement.time = DaySpan(from: min(grownSince.asOf, to), to: to).time(rolling: true)
        }
        if kind == .net, amount.low.value > 0, isLoss(amount) {
            statement.value = amount.low.replacing(value: -amount.low.value)
        }
        return statement
    }

    /// Whether an area is none that is measured otherwise, and no region's size.
    private func isOfTerritory(_ amount: Amount, _ verb: FoundVerb?, _ last: Statement?) -> Bool {
        // "not one square kilometre"
        if amount.isWords, amount.low.value == 1, text.tag(.not, at: amount.tokens.lowerBound - 1) != nil {
            return false
        }
        let isTaking = verb.map { $0.isTaking && view.cost($0.tag.tokens, amount.tokens) <= 1 } ?? false
        guard !isExcluded(amount, unlessNearerThan: isTaking ? 0 : max(verb?.cost ?? .max, 2)), !isSize(amount, verb)
        else { return false }
        // "137,000 sq km of Ukraine, an area larger than Greece, may be mined"
        let isSaidOfLand = verb != nil || last != nil || !view.actors.isEmpty || !view.credits.isEmpty
        return isSaidOfLand || view.cues(.exclude).isEmpty || !view.cues(.gains).isEmpty
    }

    /// What is said of an area: by its verb, else by what the sentence or the passage is about; none where that is no
    /// land.
    private func kind(of amount: Amount, _ verb: FoundVerb?, after last: Statement?) -> ClaimKind? {
        if amount.per != nil { return .pace }
        let spokenOf = last?.kind ?? state.areaKind
        // "30 of them fall to the Donetsk region"
        if isPart(amount), let spokenOf, [.gained, .lost].contains(spokenOf),
            !(verb.map { $0.isTaking || $0.cost <= 1 } ?? false)
        {
            return spokenOf
        }
        if let verb, verb.cost <= 22 { return kind(of: amount, by: verb, after: last) }
        let isOfPeriod = isPeriod(nearestTime(to: amount.tokens))
        if amount.isSigned, state.areaKind == .net || state.areaKind == nil || amount.low.value < 0 {
            return amount.low.value < 0 ? .net : .gained
        }
        // Behind a pace it is what was taken.
        let before = state.areaKind == .pace && state.lastTaken != nil ? .gained : state.areaKind
        if let before, before != .pace, !(before == .held && isOfPeriod) { return before == .net ? .gained : before }
        let isAbout =
            [Cue.territory, .pace, .gains, .most, .least].contains { !view.cues($0).isEmpty } || !view.actors.isEmpty
            || !view.credits.isEmpty || !view.regions.isEmpty && !view.times.isEmpty || state.kind != nil
        guard isAbout, view.cues(.otherTopic).isEmpty || !view.times.isEmpty else { return nil }
        return isOfPeriod || !view.cues(.gains).isEmpty ? .gained : .held
    }

    /// What the verb of an area says of it.
    private func kind(of amount: Amount, by found: FoundVerb, after last: Statement?) -> ClaimKind {
        switch found.verb {
        case .gain, .changeHands, .liberate: return .gained
        case .lose: return .lost
        case .net: return .net
        // "for the first half it had 2,033"
        case .hold:
            let isOfFlow = state.areaKind == .gained && isPeriod(nearestTime(to: amount.tokens))
            return isOfFlow && text.tag(.has, at: found.tag.tokens.lowerBound) != nil ? .gained : .held
        case .occupied, .remain: return .held
        case .occupy: return isFlow(amount) ? .gained : .held
        case .grow where growth(before: amount) != .to: return .gained
        case .shrink where growth(before: amount) == .by: return .lost
        case .grow, .shrink:
            // "464 in August, down from 564 in July" is one kind of figure.
            if let last, [.gained, .net, .lost, .held].contains(last.kind),
                found.tag.tokens.lowerBound >= last.span.upperBound
            {
                return last.kind
            }
            let goesOn = state.kind == .gained && !view.cues(.they).isEmpty && view.cues(.territory).isEmpty
            return isFlowSubject(found.tag) || goesOn ? .gained : .held
        }
    }

    /// Whether "on balance" is said of a figure.
    private func isNet(_ amount: Amount) -> Bool {
        inClause(view.cues(.net), of: amount.tokens, at: \.tokens).map { view.cost($0.tokens, amount.tokens) <= 9 }
            ?? false
    }

    /// Whether a balance is a loss: "a net loss of 30".
    private func isLoss(_ amount: Amount) -> Bool {
        inClause(view.cues(.lose), of: amount.tokens, at: \.tokens).map { view.cost($0.tokens, amount.tokens) <= 7 }
            ?? false
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
