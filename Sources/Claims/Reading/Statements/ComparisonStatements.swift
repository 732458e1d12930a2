import Territory

// One period's figure against another's.
extension StatementReader {
    func comparisons(_ used: inout Set<Int>) -> [Statement] {
        var statements: [Statement] = []
        func add(
            _ span: Range<Int>, _ value: PrintedNumber?, _ unit: ClaimUnit, _ comparator: Comparator, takes index: Int?
        ) {
            guard let value, !isPlanned(span) else { return }
            if view.cues(.exclude).contains(where: { view.cost($0.tokens, span) <= 2 }) { return }
            var statement = Statement(kind: .comparison, value: value, unit: unit, comparator: comparator, span: span)
            if let index { used.insert(index) }
            setComparisonTimes(&statement)
            statement.region = region(near: span)?.name ?? ""
            statement.actor =
                view.actors.last { $0.tokens.lowerBound < span.lowerBound && isTroops($0) }?.value ?? state.actor
            statements.append(statement)
        }
        for (index, amount) in view.amounts.enumerated() where !used.contains(index) {
            let next = amount.tokens.upperBound
            let before = amount.tokens.lowerBound
            // "18% less", "a third more"
            if amount.unit == .percent, !amount.isSigned {
                var sign: Double?
                var span = amount.tokens
                if let more = text.tag(.more, at: next)
                    ?? text.tag(.more, at: next + 1).flatMap({ text.tag(.filler, at: next) == nil ? nil : $0 }),
                    isCompared(more.tokens.upperBound)
                {
                    (sign, span) = (1, amount.tokens.lowerBound..<more.tokens.upperBound)
                } else if let less = text.tag(.less, at: next)
                    ?? text.tag(.less, at: next + 1).flatMap({ text.tag(.filler, at: next) == nil ? nil : $0 }),
                    isCompared(less.tokens.upperBound)
                {
                    (sign, span) = (-1, amount.tokens.lowerBound..<less.tokens.upperBound)
                } else {
                    for back in [before - 1, before - 2, before - 3] where back >= view.tokens.lowerBound && sign == nil
                    {
                        let gap = back + 1..<before
                        guard
                            gap.allSatisfy({
                                text.tag(.growBy, at: $0) != nil || text.tag(.filler, at: $0) != nil
                                    || text.tag(.at, at: $0) != nil
                            }),
                            isCompared(next), !isSharesSentence(amount)
                        else { continue }
                        let isThan = !view.cues(.than).filter {
                            $0.tokens.lowerBound >= next && view.cost($0.tokens, amount.tokens) <= 12
                        }.isEmpty
                        if text.tag(.more, at: back) != nil || isThan && text.tag(.grow, at: back) != nil {
                            (sign, span) = (1, amount.tokens)
                        }
                        if text.tag(.less, at: back) != nil || isThan && text.tag(.shrink, at: back) != nil {
                            (sign, span) = (-1, amount.tokens)
                        }
                    }
                }
                if let sign {
                    add(
                        span, amount.low.replacing(value: sign * amount.low.value), .percent, amount.comparator,
                        takes: index)
                    continue
                }
            }
            if amount.isFraction, amount.unit == .percent, text.tag(.part, at: amount.number.lowerBound) != nil,
                isCompared(next) || text.tag(.asMuch, at: next) != nil
            {
                continue
            }
            // "six times smaller", "2.5 times as much", "six times the May figure"
            if amount.unit == nil, let times = text.tag(.times, at: next),
                isCompared(times.tokens.upperBound) || text.tag(.asMuch, at: times.tokens.upperBound) != nil
            {
                let end = times.tokens.upperBound
                if let less = text.tag(.less, at: end) {
                    add(
                        amount.tokens.lowerBound..<less.tokens.upperBound, ratio(1 / amount.low.value), .ratio,
                        amount.comparator, takes: index)
                } else {
                    let more = text.tag(.more, at: end) ?? text.tag(.asMuch, at: end)
                    add(
                        amount.tokens.lowerBound..<(more?.tokens.upperBound ?? end), amount.low, .ratio,
                        amount.comparator, takes: index)
                }
                continue
            }
            // "5 sq km more than in May"
            let areaUnit =
                amount.unit
                ?? (text.tag(.than, at: next + 1) != nil ? state.unit ?? view.amounts.first { $0.isArea }?.unit : nil)
            if amount.isArea || amount.unit == nil && areaUnit != nil && !amount.isWords,
                let than = text.tag(.more, at: next) ?? text.tag(.less, at: next),
                text.tag(.than, at: than.tokens.upperBound) != nil
                    || text.tag(.earlier, at: than.tokens.upperBound) != nil,
                verb(for: amount).map({ $0.verb != .hold && $0.verb != .occupy }) ?? true, state.kind != .held
            {
                let sign: Double = than.cue == .less ? -1 : 1
                add(
                    amount.tokens.lowerBound..<than.tokens.upperBound,
                    amount.low.replacing(value: sign * amount.low.value), areaUnit ?? .squareKilometres,
                    amount.comparator, takes: index)
            }
        }
        // "twice as much", "half that of December"
        for (cue, isPart) in [(Cue.multiple, false), (.part, true)] {
            for tag in text.tags(cue, in: view.tokens) {
                guard !statements.contains(where: { $0.span.overlaps(tag.tokens) }), let factor = Double(tag.value)
                else { continue }
                let end = tag.tokens.upperBound
                let less = text.tag(.less, at: end)
                let follow = less ?? text.tag(.more, at: end) ?? text.tag(.asMuch, at: end)
                let isRelated =
                    follow != nil || text.tag(.than, at: end) != nil
                    || hasTime(within: 8, behind: end)
                    || [.more, .asMuch].contains { text.tag($0, at: end + 1) != nil }
                guard isRelated,
                    isCompared(follow?.tokens.upperBound ?? end) || follow != nil || hasTime(within: 8, behind: end)
                else { continue }
                let span = tag.tokens.lowerBound..<(follow?.tokens.upperBound ?? end)
                let (start, comparator) = hedge(before: tag.tokens.lowerBound)
                let value = less != nil && !isPart ? 1 / factor : factor
                // "half less" is a percentage: by half.
                if isPart, less != nil {
                    add(
                        start..<span.upperBound,
                        PrintedNumber(String(-factor * 100)).flatMap { PrintedNumber(String(Int($0.value))) }, .percent,
                        comparator, takes: fractionIndex(at: tag.tokens))
                } else {
                    add(start..<span.upperBound, ratio(value), .ratio, comparator, takes: fractionIndex(at: tag.tokens))
                }
            }
        }
        return statements
    }

    func fractionIndex(at range: Range<Int>) -> Int? { view.amounts.firstIndex { $0.number.overlaps(range) } }

    func isSharesSentence(_ amount: Amount) -> Bool {
        view.regions.contains {
            view.cost($0.tokens, amount.tokens) <= 2 && $0.tokens.lowerBound >= amount.tokens.upperBound
        }
    }

    func ratio(_ value: Double) -> PrintedNumber? {
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

    func setComparisonTimes(_ statement: inout Statement) {
        let against =
            view.times.first {
                $0.tokens.lowerBound >= statement.span.upperBound && view.cost($0.tokens, statement.span) <= 14
            }
            ?? view.times.first { $0.tokens.overlaps(statement.span) } ?? view.times.first { $0.isRelative }
        let others = view.times.filter {
            $0.tokens != against?.tokens && $0.kind != .moment && !isSpeech($0) && !isReach($0)
        }
        let before = others.filter { $0.tokens.lowerBound < statement.span.lowerBound }
        let own =
            view.nearest(before, to: statement.span, at: \.tokens)?.item
            ?? (state.window == nil ? view.nearest(others, to: statement.span, at: \.tokens)?.item : nil)
        let window = own?.span ?? state.window
        if let window {
            statement.time = Window(from: window.from, to: window.to, rolling: own?.kind == .rolling).map {
                .window($0)
            }
        }
        if var other = against {
            if other.isRelative, let window, window.from != window.to, other.span.from == other.span.to {
                other.span = window.previousPeriod
            }
            if !other.isRelative, let window, other.span == window, others.isEmpty { return }
            statement.against = ClaimReference(from: other.span.from, to: other.span.to)
            statement.readFrom["against"] = other.tokens
        }
    }
}

extension DaySpan {
    /// The period of the same length just before: the month before a month.
    var previousPeriod: DaySpan {
        for unit in [TimeUnit.week, .month, .quarter, .half, .year] where self == .containing(from, unit) {
            return previous(unit)
        }
        let days = to.daysSinceEpoch - from.daysSinceEpoch + 1
        return DaySpan(from: from.adding(days: -days), to: from.adding(days: -1))
    }
}
