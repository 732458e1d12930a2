import Territory

// The areas of a sentence: which of its figures are areas held, gained or lost.
extension StatementReader {
    func figures(_ used: inout Set<Int>) -> [Statement] {
        var statements: [Statement] = []
        var last: Statement?
        let average = averageUnit
        for (index, given) in view.amounts.enumerated() where !used.contains(index) {
            var amount = given
            if let average, let averageUnit = TimeUnit(rawValue: average.value), isAveraged(amount, by: average),
                amount.isArea || amount.unit == nil && (last?.kind == .pace || isBehind(average, amount)),
                amount.per == nil,
                !isSum(amount)
            {
                amount.per = averageUnit
            }
            // "took every month from 350 to 400"
            if amount.isArea, amount.per == nil,
                let per = view.cues(.per).first(where: { $0.tokens.upperBound == given.tokens.lowerBound })
            {
                amount.per = TimeUnit(rawValue: per.value)
            }
            // "по 8,3 км² за добу": so much each.
            if amount.isArea, amount.per == nil, text.tag(.each, at: amount.number.lowerBound - 1) != nil,
                let time = view.times.first(where: { $0.tokens.lowerBound == given.tokens.upperBound }),
                time.kind == .rolling, let length = time.length, length.count == 1
            {
                amount.per = length.unit
            }
            // "ежесуточно по 22,5 кв. км"
            if amount.isArea, amount.per == nil, text.tag(.each, at: amount.number.lowerBound - 1) != nil,
                let per = view.cues(.per).first(where: { $0.tokens.upperBound == given.number.lowerBound - 1 })
            {
                amount.per = TimeUnit(rawValue: per.value)
            }
            // "on average 16 sq km were lost each day"
            if amount.isArea, amount.per == nil, !view.cues(.average).isEmpty, let unit = unitBehindVerb(of: amount) {
                amount.per = unit
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
            let isAside =
                last?.kind == .share && found.last?.kind == .changeShare
                && text.isMark("(", at: amount.tokens.lowerBound - 1)
            // "Half of the gains, some 250 sq km, were made near Lyman, a quarter near Pokrovsk"
            let isSame =
                last?.whole == "gain" && amount.isArea && (clauses.index(of: amount.tokens).map(isApposed) ?? false)
            last = isAside || isSame ? last : found.last
        }
        return statements
    }

    /// "588 sq km in June, the daily average to just shy of 20": a number right behind an average.
    private func isBehind(_ average: Tag, _ amount: Amount) -> Bool {
        0...4 ~= amount.tokens.lowerBound - average.tokens.upperBound && !isFollowedByNoun(amount)
    }

    /// "each day", behind the verb of a figure.
    private func unitBehindVerb(of amount: Amount) -> TimeUnit? {
        let all = view.cues(.per)
        // "every day Russia took 16.8 sq km on average"
        if all.count == 1, let per = all.first, per.tokens.upperBound <= amount.tokens.lowerBound, view.times.count <= 1
        {
            return TimeUnit(rawValue: per.value)
        }
        return all.first { per in
            let between = amount.tokens.upperBound..<max(amount.tokens.upperBound, per.tokens.lowerBound)
            return per.tokens.lowerBound > amount.tokens.upperBound && between.count <= 4
                && between.allSatisfy { text.tokens[$0].kind == .word }
                && [Cue.gain, .lose, .liberate, .occupy, .changeHands].contains { cue in
                    between.contains { text.tag(cue, at: $0) != nil }
                }
        }.flatMap { TimeUnit(rawValue: $0.value) }
    }

    /// Whether several days' figures together are told: "7 sq km a day, 49 in all".
    func isSum(_ amount: Amount) -> Bool {
        text.tag(.sum, at: amount.tokens.upperBound) != nil
            || (amount.tokens.lowerBound - 3..<amount.tokens.lowerBound).contains {
                text.tag(.sum, at: $0).map { $0.tokens.upperBound >= amount.tokens.lowerBound - 1 } ?? false
            }
    }

    func area(_ amount: Amount, after last: Statement? = nil) -> Statement? {
        let verb = verb(for: amount)
        guard isOfTerritory(amount, verb, last), var kind = kind(of: amount, verb, after: last) else { return nil }
        let grownSince = kind == .held || isStockCompared(amount) ? grownSince(amount) : nil
        if grownSince != nil { kind = .gained }
        // "net growth of the occupied area over the month"
        let isNetFlow = kind == .held && !view.cues(.grow).isEmpty && isPeriod(nearestTime(to: amount.tokens))
        if [.gained, .lost].contains(kind) || isNetFlow, isNet(amount) { kind = .net }
        if [.gained, .lost, .held].contains(kind), amount.low.value < 0 { kind = .net }
        var statement = Statement(kind: kind, amount: amount, span: amount.tokens)
        if let verb { statement.readFrom["kind"] = verb.tag.tokens }
        statement.isActorless = verb?.verb == .changeHands
        statement.actor = actor(for: statement, verb?.verb, verb?.tag)
        fill(&statement, amount)
        // "in Kursk region it recaptured 5": what is abroad the invader takes back.
        if verb?.verb == .liberate, names.abroad.contains(statement.region),
            !view.actors.contains(where: { $0.value == names.opponent })
        {
            statement.actor = names.holder
        }
        // "they held 300 sq km; only 110 were left of it"
        if verb?.verb == .remain, isPart(amount), (last?.kind ?? state.kind) == .held {
            statement.actor = last?.actor ?? state.actor
        }
        // "19% is left to Ukraine, that is less than 110 sq km"
        if kind == .held, let last, last.kind == .share, let verb, verb.tag.tokens.upperBound <= last.span.upperBound {
            statement.actor = last.actor
        }
        if let grownSince { statement.time = window(since: grownSince, upTo: last) }
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
        // "the remaining 6,600 sq km are what Moscow wants Kyiv to give up"
        if let verb, verb.tag.tokens.lowerBound >= amount.tokens.upperBound,
            view.cues(.plan).contains(where: {
                (amount.tokens.upperBound..<verb.tag.tokens.lowerBound).contains($0.tokens.lowerBound)
            })
        {
            return false
        }
        let isTaking =
            verb.map { $0.isTaking && view.cost($0.tag.tokens, amount.tokens) <= 1 && !isUse($0.tag.tokens) } ?? false
        guard !isExcluded(amount, unlessNearerThan: isTaking ? 0 : max(verb?.cost ?? .max, 2)), !isSize(amount, verb)
        else { return false }
        // "137,000 sq km may still hold mines, down from 174,000"
        let isState = verb.map { [.hold, .grow, .shrink].contains($0.verb) } ?? view.times.isEmpty
        let isOfOtherUse = view.cues(.exclude).contains {
            clauses.all.isEmpty || clauses.owner(of: $0.tokens) == clauses.index(of: amount.tokens)
        }
        if isState, isOfOtherUse, !isPart(amount), view.actors.isEmpty, last == nil, view.cues(.occupied).isEmpty,
            view.cues(.gains).isEmpty,
            view.cues(.they).isEmpty
        {
            return false
        }
        // "137,000 sq km of Ukraine, an area larger than Greece, may be mined"
        let isSaidOfLand = verb != nil || last != nil || !view.actors.isEmpty || !view.credits.isEmpty
        return isSaidOfLand || view.cues(.exclude).isEmpty || !view.cues(.gains).isEmpty
    }

    /// Whether what is said with a verb is measured otherwise: "returned to farmers", "фермерам повернули".
    private func isUse(_ verb: Range<Int>) -> Bool {
        view.cues(.exclude).contains {
            text.lexicon.hasFreeOrder && $0.tokens.upperBound == verb.lowerBound
                || $0.tokens.lowerBound == verb.upperBound
                || $0.tokens.overlaps(verb)
        }
    }

    /// What is said of an area: by its verb, else by what the sentence or the passage is about; none where that is no
    /// land.
    private func kind(of amount: Amount, _ verb: FoundVerb?, after last: Statement?) -> ClaimKind? {
        if amount.per != nil { return .pace }
        // "roughly a quarter of them, 118, is in Sumy region"
        if last?.whole == "gain", amount.tokens.lowerBound - (last?.span.upperBound ?? 0) <= 4 { return .gained }
        let spokenOf = last?.kind ?? state.areaKind
        // "30 of them fall to the Donetsk region"
        if isPart(amount), let spokenOf, [.gained, .lost].contains(spokenOf),
            !(verb.map { $0.isTaking || $0.cost <= 1 } ?? false)
        {
            return spokenOf
        }
        if isGrownTo(amount, behind: last) { return isFlowGrown ? last?.kind : .held }
        // "+3.58 km² for the enemy, the grey zone swelled by 8"
        let isPlus = amount.isSigned && amount.low.value > 0 && !(verb?.isTaking ?? false)
        if isPlus, let verb, [.hold, .grow, .shrink].contains(verb.verb), growth(before: amount) == nil {
            return .gained
        }
        if let verb, verb.cost <= 22 { return kind(of: amount, by: verb, after: last) }
        let isOfPeriod = isPeriod(nearestTime(to: amount.tokens))
        if amount.isSigned, [.net, .pace, nil].contains(state.areaKind) || amount.low.value < 0 {
            return amount.low.value < 0 ? .net : .gained
        }
        // Behind a pace it is what was taken.
        let before = state.areaKind == .pace && state.lastTaken != nil ? .gained : state.areaKind
        if let before, before != .pace, !(before == .held && isOfPeriod) { return before == .net ? .gained : before }
        let isAbout =
            [Cue.territory, .pace, .gains, .most, .least].contains { !view.cues($0).isEmpty } || !view.actors.isEmpty
            || !view.credits.isEmpty || !view.regions.isEmpty && !view.times.isEmpty || state.kind != nil
        guard isAbout, view.cues(.otherTopic).isEmpty || !view.times.isEmpty else { return nil }
        // "Three counts of November. ISW: 527 sq km."
        let goesOn = state.kind == nil && state.window != nil && view.times.isEmpty && amount.low.value < 20_000
        return isOfPeriod || goesOn || !view.cues(.gains).isEmpty ? .gained : .held
    }

    /// Whether an area is what another was grown to by the one right before: "by 15 sq km, to 190".
    func isGrownTo(_ amount: Amount, behind last: Statement?) -> Bool {
        guard let last, let change = last.amount, [.gained, .lost].contains(last.kind), growth(before: change) == .by,
            growth(before: amount) == .to
        else { return false }
        return (last.span.upperBound..<max(last.span.upperBound, amount.tokens.lowerBound)).allSatisfy {
            text.tokens[$0].kind == .mark || text.tag(.growTo, at: $0) != nil
        }
    }

    /// Whether what grows in the sentence is a period's gain, and no stock.
    private var isFlowGrown: Bool { (view.cues(.grow) + view.cues(.shrink)).contains(where: isFlowSubject) }

    /// What the verb of an area says of it.
    private func kind(of amount: Amount, by found: FoundVerb, after last: Statement?) -> ClaimKind {
        switch found.verb {
        // "DeepState's maps gave Ukraine 1,376 sq km at the end of August"
        case .gain
        where isMap(before: found.tag)
            && nearestTime(to: amount.tokens, isStock: true).map { $0.kind == .moment } ?? false:
            return .held
        case .gain, .changeHands, .liberate: return .gained
        case .lose: return .lost
        case .net: return .net
        // "for the first half it had 2,033"
        case .hold:
            let isOfFlow = state.areaKind == .gained && isPeriod(nearestTime(to: amount.tokens))
            return isOfFlow && text.tag(.has, at: found.tag.tokens.lowerBound) != nil ? .gained : .held
        case .occupied, .remain: return .held
        // "another 8 sq km were occupied"
        case .occupy: return isFlow(amount) || growth(before: amount) == .by ? .gained : .held
        case .grow where growth(before: amount) != .to: return .gained
        case .shrink where growth(before: amount) == .by: return .lost
        case .grow, .shrink:
            // "464 in August, down from 564 in July" is one kind of figure.
            if let last, [.gained, .net, .lost, .held].contains(last.kind),
                found.tag.tokens.lowerBound >= last.span.upperBound, !isStock(before: amount, behind: last)
            {
                return last.kind
            }
            let goesOn = state.kind == .gained && !view.cues(.they).isEmpty && view.cues(.territory).isEmpty
            return isFlowSubject(found.tag) || goesOn ? .gained : .held
        }
    }

    /// Whether a map, or who draws it, stands before a verb that says what it gives to whom.
    private func isMap(before tag: Tag) -> Bool {
        text.tag(.said, at: tag.tokens.lowerBound) != nil
            && view.credits.contains {
                0...3 ~= tag.tokens.lowerBound - $0.tokens.upperBound && names.isPublisher($0.name)
            }
    }

    /// Whether "on balance" is said of a figure.
    private func isNet(_ amount: Amount) -> Bool {
        inClause(view.cues(.net), of: amount.tokens, at: \.tokens).map {
            view.cost($0.tokens, amount.tokens) <= 9 || $0.tokens.lowerBound == view.tokens.lowerBound
        } ?? false
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
        let times = view.times.filter {
            $0.tokens.lowerBound > more && ($0.isAgo || $0.isRelative || $0.kind == .moment)
                && view.cost($0.tokens, more..<more + 1) <= 14
        }
        // "120 sq km more at the end of May than at the start of the year"
        return times.first { time in (more..<time.tokens.lowerBound).contains { isThan($0) } }
            ?? times.first { view.cost($0.tokens, more..<more + 1) <= 6 }
    }

    /// The window from such a moment to the day of the stock before, else of publication.
    func window(since time: TimeMention, upTo stock: Statement?) -> ClaimTime? {
        var to = published
        if case .asOf(let day) = stock?.time { to = day }
        // "ended September with 120 sq km more than it had begun the year with"
        let own = view.times.first {
            $0.kind == .moment && !$0.isAgo && $0.tokens != time.tokens && $0.asOf > time.asOf
        }
        if stock == nil, let own { to = own.asOf }
        return DaySpan(from: min(time.asOf, to), to: to).time(rolling: true)
    }

    func isPeriod(_ time: TimeMention?) -> Bool { time.map { $0.kind != .moment } ?? false }

    /// The words that tell figures by a unit of time: "the average daily advance".
    var averageUnit: Tag? {
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
            if isNoun && tag.value == "day" && !isRank || isAverage { return tag }
        }
        // "gains per day: 16.8 sq km in November"
        for tag in view.cues(.per)
        where !view.amounts.contains(where: { $0.tokens.lowerBound < tag.tokens.lowerBound })
            && text.isMark(":", at: tag.tokens.upperBound)
            && [Cue.gains, .gain, .pace].contains(where: { text.tag($0, at: tag.tokens.lowerBound - 1) != nil })
        {
            return tag
        }
        // "у середньому за добу"
        for tag in view.cues(.average) {
            let time = view.times.first { 0...1 ~= $0.tokens.lowerBound - tag.tokens.upperBound && $0.kind == .rolling }
            if let time, let length = time.length, length.count == 1 {
                return Tag(
                    cue: .per, value: length.unit.rawValue, tokens: tag.tokens.lowerBound..<time.tokens.upperBound)
            }
        }
        return nil
    }

    /// Whether an average is that of a figure's clause, or told before it.
    private func isAveraged(_ amount: Amount, by average: Tag) -> Bool {
        average.tokens.lowerBound < amount.tokens.lowerBound || clauses.all.isEmpty
            || clauses.owner(of: average.tokens) == clauses.index(of: amount.tokens)
    }

    /// Whether a stock is named as what grows or shrinks to an area, behind another statement: "lost 150, so that the
    /// bridgehead shrank to 300".
    private func isStock(before amount: Amount, behind last: Statement) -> Bool {
        growth(before: amount) == .to
            && [Cue.hold, .occupied, .territory].flatMap { view.cues($0) }.contains {
                $0.tokens.lowerBound >= last.span.upperBound && $0.tokens.upperBound <= amount.tokens.lowerBound
            }
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
