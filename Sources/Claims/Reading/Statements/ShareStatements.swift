import Territory

// Percentages and parts: shares of regions, of gains, and their changes.
extension StatementReader {
    func share(_ amount: Amount, after last: Statement?) -> [Statement] {
        let verb = verb(for: amount)
        let region = region(for: amount)
        let regionCost = region.map { view.cost($0.tokens, amount.tokens) } ?? .max
        var statement = Statement(kind: .share, amount: amount, span: amount.tokens)
        if amount.unit == .percentagePoints {
            statement.kind = .changeShare
            guard !isExcluded(amount, unlessNearerThan: 9) else { return [] }
            if let last, last.kind == .share, amount.isSigned || isBracketed(amount.tokens) {
                return [points(amount, of: last)]
            }
            guard verb != nil || regionCost < 12 || last?.kind == .share else { return [] }
            fill(&statement, amount)
            statement.whole = wholeOf(statement.region)
            statement.actor = actor(for: statement, verb?.verb, verb?.tag) ?? last?.actor ?? state.actor
            return [statement]
        }
        if amount.isFraction {
            // Beside a percentage, words are its paraphrase.
            let isParaphrase = view.amounts.contains {
                !$0.isFraction && $0.unit == .percent && abs($0.low.value - amount.low.value) <= 4
                    && view.cost($0.tokens, amount.tokens) <= 12
            }
            if isParaphrase { return [] }
        }
        let gains = view.nearest(view.cues(.gains), to: amount.tokens, at: \.tokens)
        let near = amount.tokens.upperBound..<min(view.tokens.upperBound, amount.tokens.upperBound + 6)
        let isFlowList =
            last?.whole == "gain"
            && verb.map { ![.hold, .occupy, .occupied, .remain].contains($0.verb) || $0.cost > 7 } ?? true
        let ofLand = near.prefix(4).contains { index in
            text.tag(.territory, at: index) != nil && !view.cues(.gains).contains { $0.tokens.contains(index) }
                || text.tag(.country, at: index) != nil
        }
        let ofGains =
            !ofLand && near.contains { text.tag(.gains, at: $0) != nil && !isSeparated(amount.tokens.upperBound..<$0) }
            || !ofLand && state.listsDirections
            || !ofLand && gains.map { $0.cost <= 5 && $0.item.tokens.upperBound > amount.tokens.lowerBound } ?? false
            || isFlowList || state.listsGains && regionCost <= 3
        if !ofGains, isExcluded(amount, unlessNearerThan: verb?.cost ?? .max) { return [] }
        if ofGains, isExcluded(amount, unlessNearerThan: min(4, gains?.cost ?? 4)) { return [] }
        if ofGains || isFlowList, region != nil, !(region?.isWhole ?? false) {
            statement.whole = "gain"
            statement.actor = last?.actor ?? actor(for: statement, .gain, gains?.item) ?? state.actor
            let places = eachOf(amount)
            fill(&statement, amount)
            guard places.count > 1 else { return [statement] }
            return places.map { place in
                var copy = statement
                copy.region = place.name
                return copy
            }
        }
        // "190 sq km, or 0.94 % of Ukraine": the share of what was said of the area.
        if let last, let lastAmount = last.amount, lastAmount.isArea,
            [.gained, .net, .lost, .held].contains(last.kind),
            view.cost(last.span, amount.tokens) <= 11,
            verb.map({ $0.tag.tokens.lowerBound < last.span.lowerBound || $0.verb == .grow || $0.cost > 6 }) ?? true
        {
            statement.kind = last.kind == .held ? .share : .changeShare
            statement.actor = last.actor
            fill(&statement, amount)
            if last.region != names.whole, regionCost > 4 { statement.region = last.region }
            statement.whole = wholeOf(statement.region)
            if statement.kind == .changeShare || last.time.map({ if case .asOf = $0 { true } else { false } }) ?? false
            {
                statement.time = last.time
            }
            return [statement]
        }
        let holds = verb.map { $0.cost <= 16 } ?? false
        let hasContext =
            holds || state.listsRegions || last?.kind == .share || state.kind == .share || state.kind == .held
            || !view.cues(.territory).isEmpty || state.listsPercent
        let isOther = !view.cues(.otherTopic).isEmpty
        let goesOn =
            state.kind == .share && region == nil && view.times.contains { $0.kind == .moment || $0.kind == .period }
        let isPronoun =
            goesOn && !isOther || !view.cues(.they).isEmpty && (state.kind == .share || state.kind == .held) && !isOther
        let isBeside =
            isPronoun || regionCost <= 3 && !isOther
            || regionCost <= 2 && (region?.tokens.lowerBound ?? 0) >= amount.tokens.upperBound
        guard hasContext || isBeside else { return [] }
        guard
            amount.isFraction
                ? regionCost <= 4 && (region?.tokens.lowerBound ?? 0) >= amount.tokens.upperBound || ofLand
                : regionCost <= 16 || holds || isPronoun
        else { return [] }
        if let verb, [.gain, .liberate, .grow, .lose].contains(verb.verb), verb.cost <= 9,
            isFlowTime(amount) || verb.verb == .gain,
            !(verb.verb == .grow && growth(before: amount) == .to)
        {
            if verb.verb != .gain || isFlowTime(amount) { statement.kind = .changeShare }
        }
        statement.actor = actor(for: statement, verb?.verb, verb?.tag) ?? last?.actor
        if state.listsRegions, statement.actor == nil { statement.actor = state.actor }
        if let last, last.kind == .share, last.whole != "gain", verb.map({ $0.cost > 10 }) ?? true {
            statement.actor = last.actor
        }
        fill(&statement, amount)
        statement.whole = wholeOf(statement.region)
        var found = eachOf(amount).map { place in
            var copy = statement
            copy.region = place.name
            copy.whole = place.name
            return copy
        }
        if found.count < 2 { found = [statement] }
        // "72% (-)": no change.
        if let zero = unchanged(behind: amount) {
            var point = statement
            point.kind = .changeShare
            point.amount = nil
            point.value = PrintedNumber("0")
            point.unit = .percentagePoints
            point.comparator = .equal
            point.span = zero
            setPointTime(&point)
            point.whole = wholeOf(point.region)
            found.append(point)
        }
        return found
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
            statement.time = Window(from: span.from, to: span.to, rolling: true).map { .window($0) }
        } else if let window = state.window {
            statement.time = Window(from: window.from, to: window.to, rolling: state.isRolling).map { .window($0) }
        }
    }

    /// The brackets of "(-)", "(0)" and "(no change)" behind a share.
    func unchanged(behind amount: Amount) -> Range<Int>? {
        let start = amount.tokens.upperBound
        guard text.isMark("(", at: start) else { return nil }
        for end in start + 1..<min(start + 5, view.tokens.upperBound) where text.isMark(")", at: end) {
            let inside = start + 1..<end
            if inside.count == 1, text.isMark("-", at: start + 1) { return start..<end + 1 }
            if inside.count > 1, text.tag(.none, at: start + 1) != nil || text.tag(.not, at: start + 1) != nil {
                return start..<end + 1
            }
        }
        return nil
    }

    /// The places of "Siversk and Kramatorsk 3% each".
    func eachOf(_ amount: Amount) -> [RegionMention] {
        guard
            text.tag(.each, at: amount.tokens.upperBound) != nil
                || text.tag(.each, at: amount.tokens.lowerBound - 1) != nil,
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
