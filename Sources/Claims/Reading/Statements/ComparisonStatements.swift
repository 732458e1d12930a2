import Territory

// One period's figure against another's.
extension StatementReader {
    /// How one figure stands to another.
    private struct Relation {
        let span: Range<Int>
        let value: PrintedNumber
        let unit: ClaimUnit
        let comparator: Comparator
    }

    /// The comparisons of the sentence; the figures that they take are used.
    func comparisons(_ used: inout Set<Int>) -> [Statement] {
        var statements: [Statement] = []
        for (index, amount) in view.amounts.enumerated() where !used.contains(index) {
            guard let relation = percentage(amount) ?? times(amount) ?? difference(amount),
                let statement = statement(relation)
            else { continue }
            used.insert(index)
            statements.append(statement)
        }
        for (cue, isPart) in [(Cue.multiple, false), (.part, true)] {
            for tag in text.tags(cue, in: view.tokens)
            where !statements.contains(where: { $0.span.overlaps(tag.tokens) })
                && !view.amounts.contains(where: { !$0.isFraction && $0.number.overlaps(tag.tokens) })
            {
                guard let relation = inWords(tag, isPart: isPart), let statement = statement(relation) else { continue }
                if let index = fractionIndex(at: tag.tokens) { used.insert(index) }
                statements.append(statement)
            }
        }
        return statements
    }

    private func statement(_ relation: Relation) -> Statement? {
        let span = relation.span
        if isGap(span) { return nil }
        if isPlanned(span) || view.cues(.exclude).contains(where: { view.cost($0.tokens, span) <= 2 }) { return nil }
        var statement = Statement(
            kind: .comparison, value: relation.value, unit: relation.unit, comparator: relation.comparator, span: span)
        setComparisonTimes(&statement)
        statement.region = region(near: span)?.name ?? ""
        statement.actor =
            view.actors.last { $0.tokens.lowerBound < span.lowerBound }?.value ?? state.actor
        return statement
    }

    /// Whether a relation without a time is that of two sources' figures: "ISW has a third less".
    func isGap(_ span: Range<Int>) -> Bool {
        // "300 more than DeepState"
        let isThanSource = view.cues(.than).contains { than in
            than.tokens.lowerBound >= span.upperBound - 1
                && view.credits.contains { 0...1 ~= $0.tokens.lowerBound - than.tokens.upperBound }
        }
        if isThanSource { return true }
        // "DeepState counts 600 less"
        let named = view.credits.filter { $0.name != nil }
        guard let own = named.last?.name, let before = named.dropLast().last?.name ?? state.lastSource else {
            return false
        }
        return own != before
            && !view.times.contains {
                ($0.kind != .moment || $0.isRelative) && !(named.count > 1 && $0.tokens.upperBound <= span.lowerBound)
            }
            && view.cues(.than).allSatisfy { $0.tokens.lowerBound < span.lowerBound }
    }

    /// "18% less", "a third more", "shrank by two fifths compared with October".
    private func percentage(_ amount: Amount) -> Relation? {
        // "gave up 0.08% of its territory"
        guard amount.unit == .percent, !amount.isSigned, !isPartPhrase(endingWith: amount),
            !isInsidePhrase(amount.tokens.lowerBound - 1, of: [.gain, .lose, .liberate, .gains])
        else { return nil }
        let (start, end) = (amount.tokens.lowerBound, amount.tokens.upperBound)
        for (cue, sign) in [(Cue.more, 1.0), (.less, -1)] {
            let behind =
                text.tag(cue, at: end) ?? (text.tag(.filler, at: end) == nil ? nil : text.tag(cue, at: end + 1))
            if let behind, isCompared(behind.tokens.upperBound) {
                return relation(amount, start..<behind.tokens.upperBound, times: sign, .percent)
            }
        }
        guard isCompared(end) || text.tag(.growTo, at: end) != nil, !isSharesSentence(amount) else { return nil }
        // "a jump of 16% on 2024"; "the monthly gain fell by a third to 180 sq km"
        let flow = (view.cues(.gains) + view.cues(.pace)).contains { $0.tokens.upperBound <= start }
        let hasThan =
            flow || (end..<min(end + 12, view.tokens.upperBound)).contains { text.tag(.than, at: $0) != nil }
        for back in stride(from: start - 1, through: max(view.tokens.lowerBound, start - 3), by: -1) {
            if text.tag(.more, at: back) != nil || hasThan && text.tag(.grow, at: back) != nil {
                return relation(amount, amount.tokens, times: 1, .percent)
            }
            if text.tag(.less, at: back) != nil || hasThan && text.tag(.shrink, at: back) != nil {
                return relation(amount, amount.tokens, times: -1, .percent)
            }
            guard [.growBy, .filler, .at].contains(where: { text.tag($0, at: back) != nil }) else { return nil }
        }
        return nil
    }

    /// Whether a part in words ends a phrase that is a relation of its own: "упал наполовину".
    private func isPartPhrase(endingWith amount: Amount) -> Bool {
        amount.isFraction
            && text.tags(.part, in: view.tokens).contains {
                $0.tokens.lowerBound < amount.number.lowerBound && $0.tokens.upperBound == amount.number.upperBound
            }
    }

    /// Whether a word is part of a longer phrase of one of some cues.
    private func isInsidePhrase(_ index: Int, of cues: [Cue]) -> Bool {
        cues.contains { cue in
            view.cues(cue).contains { $0.tokens.count > 1 && $0.tokens.contains(index) }
        }
    }

    /// "six times smaller", "2.5 times as much", "six times the May figure".
    private func times(_ amount: Amount) -> Relation? {
        guard amount.unit == nil, let times = text.tag(.times, at: amount.tokens.upperBound) else { return nil }
        let end = times.tokens.upperBound
        guard isCompared(end) || text.tag(.asMuch, at: end) != nil else { return nil }
        let less = text.tag(.less, at: end)
        let follow = less ?? text.tag(.more, at: end) ?? text.tag(.asMuch, at: end)
        // "упал почти в два раза": the verb stands before.
        let shrinking = follow == nil ? verbOfChange(.shrink, before: amount.tokens.lowerBound) : nil
        guard let value = less == nil && shrinking == nil ? amount.low : ratio(1 / amount.low.value) else { return nil }
        return Relation(
            span: (shrinking?.lowerBound ?? amount.tokens.lowerBound)..<(follow?.tokens.upperBound ?? end),
            value: value, unit: .ratio,
            comparator: amount.comparator)
    }

    /// "5 sq km more than in May", of a flow.
    private func difference(_ amount: Amount) -> Relation? {
        let next = amount.tokens.upperBound
        let given = text.tag(.than, at: next + 1) == nil ? nil : state.unit ?? view.amounts.first(where: \.isArea)?.unit
        guard let unit = amount.unit ?? given, unit.base == .squareKilometres, !amount.isWords || amount.unit != nil,
            let than = text.tag(.more, at: next) ?? text.tag(.less, at: next),
            [.than, .earlier, .asMuch].contains(where: { text.tag($0, at: than.tokens.upperBound) != nil }),
            verb(for: amount).map({ $0.verb != .hold && ($0.verb != .occupy || isFlow(amount)) }) ?? true,
            state.kind != .held || isFlow(amount), !isOfStock(amount), !isStockCompared(amount)
        else { return nil }
        return relation(
            amount, amount.tokens.lowerBound..<than.tokens.upperBound, times: than.cue == .less ? -1 : 1, unit)
    }

    /// Whether an area is by how much more is held than was: "188 sq km more than they had at the start of the year".
    func isStockCompared(_ amount: Amount) -> Bool {
        guard let than = (amount.tokens.upperBound..<amount.tokens.upperBound + 3).first(where: { isThan($0) }) else {
            return false
        }
        return (than + 1..<than + 5).contains {
            // "у" has what it stands before, and is "in" too.
            text.tag(.has, at: $0) != nil && text.tag(.at, at: $0) == nil || text.tag(.hold, at: $0) != nil
        }
    }

    /// Whether the area before is one that is held: "114,300 sq km are occupied, 4,870 more than a year before".
    private func isOfStock(_ amount: Amount) -> Bool {
        guard let before = view.amounts.last(where: { $0.isArea && $0.tokens.upperBound <= amount.tokens.lowerBound }),
            view.cost(before.tokens, amount.tokens) <= 9
        else { return false }
        return verb(for: before).map {
            [.hold, .occupied, .remain].contains($0.verb) || $0.verb == .occupy && !isFlow(before)
                || $0.verb == .grow && growth(before: before) == .to && !isFlowSubject($0.tag)
        }
            ?? false
    }

    /// "twice as much", "half that of December".
    private func inWords(_ tag: Tag, isPart: Bool) -> Relation? {
        guard let factor = Double(tag.value), text.tag(.ordinal, at: tag.tokens.lowerBound - 1) == nil else {
            return nil
        }
        let end = tag.tokens.upperBound
        // "two thirds of the total", "three quarters of the region", "half of that land" are shares.
        let opening = hedge(before: tag.tokens.lowerBound).start - 1
        if isPart,
            (end..<end + 3).contains(where: { text.tag(.gains, at: $0) != nil }) || isFollowedByPlace(end, within: 1)
                // "Kharkiv region made up about a fifth"
                || text.tag(.shrink, at: tag.tokens.lowerBound) == nil
                    && view.cues(.gains).contains(where: { $0.tokens.contains(opening) })
        {
            return nil
        }
        let less = text.tag(.less, at: end)
        let that = text.tag(.same, at: end).flatMap { same in
            same.tokens.upperBound >= view.tokens.upperBound - 1 || text.isMark(";", at: same.tokens.upperBound)
                ? same : nil
        }
        let follow = less ?? text.tag(.more, at: end) ?? text.tag(.asMuch, at: end) ?? (isPart ? that : nil)
        if isPart, let follow, isFollowedByPlace(follow.tokens.upperBound, within: 2) || isSubject(tag.tokens) {
            return nil
        }
        // "last week it halved"
        let isVerb =
            text.tag(.shrink, at: tag.tokens.lowerBound) != nil || text.tag(.grow, at: tag.tokens.lowerBound) != nil
        // "Гуляйполе занято наполовину": that much of it, where nothing is said to be more or less.
        let isAdverb = isPart && text.lexicon.hasFreeOrder && fractionIndex(at: tag.tokens) != nil
        if isAdverb, !isVerb, follow == nil, text.tag(.than, at: end) == nil,
            verbOfChange(.shrink, before: tag.tokens.lowerBound) == nil,
            [Cue.gain, .occupy, .occupied, .hold].contains(where: { cue in
                view.cues(cue).contains { view.cost($0.tokens, tag.tokens) <= 3 }
            })
        {
            return nil
        }
        let isTimed = hasTime(within: 8, behind: end) || isVerb
        // "fell threefold": the verb stands before.
        let shrinking = isPart || less != nil ? nil : verbOfChange(.shrink, before: tag.tokens.lowerBound)
        // "вырос почти вдвое: с 8,6 до 16,8"
        let growing = isPart ? nil : verbOfChange(.grow, before: hedge(before: tag.tokens.lowerBound).start)
        let isRelated =
            follow != nil || shrinking != nil || growing != nil || isTimed || text.tag(.than, at: end) != nil
            || [.more, .asMuch].contains { text.tag($0, at: end + 1) != nil }
        guard isRelated, follow != nil || shrinking != nil || isTimed || isCompared(end) else { return nil }
        let (hedged, comparator) = hedge(before: tag.tokens.lowerBound)
        let start = min(hedged, shrinking?.lowerBound ?? hedged)
        let span = start..<(follow?.tokens.upperBound ?? end)
        // "half less" is a percentage: by half.
        if isPart, less != nil {
            let percent = PrintedNumber(String(Int((-factor * 100).rounded())))
            return percent.map { Relation(span: span, value: $0, unit: .percent, comparator: comparator) }
        }
        return ratio(less == nil && shrinking == nil || isPart ? factor : 1 / factor)
            .map { Relation(span: span, value: $0, unit: .ratio, comparator: comparator) }
    }

    /// Whether land stands right behind, of which a part is a share.
    private func isFollowedByPlace(_ index: Int, within count: Int) -> Bool {
        [Cue.territory, .country].contains { text.tag($0, at: index) != nil }
            || view.regions.contains {
                // "less than a fifth of the region", but "half of it"
                (!$0.isAnaphora || $0.tokens.count > 1 && text.tag(.ofThem, at: $0.tokens.lowerBound) == nil)
                    && index...index + count ~= $0.tokens.lowerBound
            }
    }

    /// Whether a part is what the sentence is about, with a place where it lies behind it.
    func isSubject(_ range: Range<Int>) -> Bool {
        let (start, _) = hedge(before: range.lowerBound)
        return start == view.tokens.lowerBound
            && [Cue.gain, .lose, .liberate, .shrink].flatMap { view.cues($0) }.contains {
                range.upperBound..<range.upperBound + 6 ~= $0.tokens.lowerBound
            }
            && view.regions.contains { $0.tokens.lowerBound >= range.upperBound && !$0.isWhole }
            && !view.amounts.contains { $0.isArea }
    }

    /// The verb of change that stands right before a word, or with one word between.
    private func verbOfChange(_ cue: Cue, before index: Int) -> Range<Int>? {
        [index - 1, index - 2].lazy.filter { view.tokens.contains($0) }
            .compactMap { text.tag(cue, at: $0) }.first { $0.tokens.upperBound >= index - 1 }?.tokens
    }

    private func relation(_ amount: Amount, _ span: Range<Int>, times sign: Double, _ unit: ClaimUnit) -> Relation {
        Relation(
            span: span, value: amount.low.replacing(value: sign * amount.low.value), unit: unit,
            comparator: amount.comparator)
    }

    func fractionIndex(at range: Range<Int>) -> Int? { view.amounts.firstIndex { $0.number.overlaps(range) } }

    func isSharesSentence(_ amount: Amount) -> Bool {
        view.regions.contains {
            view.cost($0.tokens, amount.tokens) <= 2 && $0.tokens.lowerBound >= amount.tokens.upperBound
        }
    }

    func ratio(_ value: Double) -> PrintedNumber? {
        guard value.isFinite, value.magnitude < 1e9 else { return nil }
        let rounded = (value * 10_000).rounded() / 10_000
        return PrintedNumber(rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded))
    }

    func hasTime(within count: Int, behind index: Int) -> Bool {
        view.times.contains { $0.tokens.lowerBound >= index && $0.tokens.lowerBound <= index + count }
    }

    /// Whether what a figure is compared with stands behind it, or goes without saying.
    func isCompared(_ index: Int) -> Bool {
        let near = index..<min(index + 5, view.tokens.upperBound)
        return near.contains { text.tag(.than, at: $0) != nil || text.tag(.earlier, at: $0) != nil }
            || hasTime(within: 5, behind: index)
            || index >= view.tokens.upperBound - 1
            || [",", ".", ")", ":", "-", ";"].contains { text.isMark($0, at: index) }
    }

    func hedge(before index: Int) -> (start: Int, comparator: Comparator) {
        for first in max(view.tokens.lowerBound, index - 4)..<max(index, view.tokens.lowerBound + 1) where first < index
        {
            if let tag = text.tag(.hedge, at: first),
                tag.tokens.upperBound == index
                    || tag.tokens.upperBound + 1 == index && text.tag(.filler, at: index - 1) != nil,
                let comparator = Comparator(rawValue: tag.value), comparator != .equal
            {
                return (first, comparator)
            }
        }
        return (index, .equal)
    }
}
