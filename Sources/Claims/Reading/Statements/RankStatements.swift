import Territory

// The most and the least since a day.
extension StatementReader {
    func ranks() -> [Statement] {
        let isAbout =
            [Cue.gain, .gains, .territory, .pace, .occupy, .lose, .liberate].contains { !view.cues($0).isEmpty }
            || state.kind != nil || view.amounts.contains { $0.isArea }
            || isOfPeriod
        guard isAbout else { return [] }
        let found = [superlative(.most), superlative(.least)].compactMap { $0 }
        return found.isEmpty ? [unlikeAnyTime() ?? noneSince()].compactMap { $0 } : found
    }

    /// "October was the most fruitful month for Moscow since June", "the army's slowest month since May": a period is
    /// the most or the least of a side.
    var isOfPeriod: Bool {
        guard !text.tags(.actor, in: view.tokens).isEmpty, view.cues(.otherTopic).isEmpty, view.cues(.exclude).isEmpty
        else { return false }
        return [Cue.most, .least].flatMap { view.cues($0) }.contains { tag in
            (tag.tokens.upperBound..<min(tag.tokens.upperBound + 4, view.tokens.upperBound)).contains {
                text.tag(.timeUnit, at: $0) != nil
            }
                || text.tag(.timeUnit, at: tag.tokens.lowerBound - 1) != nil && text.lexicon.hasFreeOrder
        }
    }

    /// "the most since November", "the smallest gain of the year".
    private func superlative(_ cue: Cue) -> Statement? {
        let others = view.cues(.exclude) + view.cues(.otherTopic)
        for tag in view.cues(cue) {
            let isOther = others.contains { view.cost($0.tokens, tag.tokens) <= 3 }
            // "le plus lent": the word behind says which; "the second-best month" is no rank.
            let isLeast =
                cue == .most && view.cues(.least).contains { tag.tokens.overlaps($0.tokens) && $0.tokens != tag.tokens }
            if isOther || isLeast || isSecond(tag) { continue }
            guard let reach = reach(of: tag) else { continue }
            let span =
                min(
                    tag.tokens.lowerBound, reach.tokens.lowerBound)..<max(
                    tag.tokens.upperBound, reach.tokens.upperBound)
            let order: RankOrder = cue == .most ? .most : .least
            guard let judged = judged(tag) else { return rank(span, order, reach) }
            // The worst for the side that holds, and the best for the other, is the least.
            let isReversed = (judged.side == names.holder) == judged.isWorst
            var statement = rank(span, isReversed ? order.reversed : order, reach)
            if state.actor != names.opponent { statement.actor = names.holder }
            return statement
        }
        return nil
    }

    private func isSecond(_ tag: Tag) -> Bool {
        [tag.tokens.lowerBound - 1, tag.tokens.lowerBound - 2].contains { before in
            text.tag(.ordinal, at: before).map { $0.value != "1" && $0.tokens.count == 1 } ?? false
                && (before + 1..<tag.tokens.lowerBound).allSatisfy { text.isMark("-", at: $0) }
        }
    }

    /// What the most or the least reaches back to: "since …", or the year that it is that of.
    private func reach(of tag: Tag) -> TimeMention? {
        let behind = view.times.filter { $0.tokens.lowerBound >= tag.tokens.upperBound }
        return behind.first { $0.isSince && view.cost($0.tokens, tag.tokens) <= 16 }
            ?? behind.first { time in
                view.cost(time.tokens, tag.tokens) <= 4
                    && (time.kind != .moment && time.span.to.daysSinceEpoch - time.span.from.daysSinceEpoch > 150
                        || time.span == DaySpan.containing(published, .year))
            } ?? yearUnit(behind: tag.tokens)
    }

    /// "faster than at any time since July 2022"
    private func unlikeAnyTime() -> Statement? {
        guard let ever = view.cues(.ever).first,
            (ever.tokens.lowerBound - 2..<ever.tokens.lowerBound).contains(where: { text.tag(.than, at: $0) != nil }),
            let more = (view.cues(.more) + view.cues(.less)).filter({
                $0.tokens.upperBound <= ever.tokens.lowerBound
            }).max(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }),
            let reach = view.times.first(where: { $0.tokens.lowerBound >= ever.tokens.upperBound && $0.isSince })
        else { return nil }
        return rank(more.tokens.lowerBound..<reach.tokens.upperBound, more.cue == .more ? .most : .least, reach)
    }

    /// "no month since November brought more"
    private func noneSince() -> Statement? {
        guard let none = view.cues(.none).first,
            let more = [Cue.more, .less, .most, .least].flatMap({ view.cues($0) }).filter({
                $0.tokens.lowerBound > none.tokens.lowerBound
                    || text.lexicon.hasFreeOrder
                        && none.tokens.lowerBound - $0.tokens.upperBound
                            <= ($0.tokens.lowerBound == view.tokens.lowerBound ? 8 : 1)
            }).min(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }),
            let reach = view.times.first(where: { $0.tokens.lowerBound > none.tokens.lowerBound })
        else { return nil }
        let span =
            min(none.tokens.lowerBound, more.tokens.lowerBound)..<max(more.tokens.upperBound, reach.tokens.upperBound)
        guard !view.amounts.contains(where: { span.contains($0.number.lowerBound) }) else { return nil }
        return rank(span, [.more, .most].contains(more.cue) ? .most : .least, reach)
    }

    /// For whom something is the worst or the best.
    private func judged(_ tag: Tag) -> (side: String, isWorst: Bool)? {
        let isWorst = text.tag(.worst, at: tag.tokens.lowerBound) != nil
        guard isWorst || text.tag(.best, at: tag.tokens.lowerBound) != nil else { return nil }
        let behind = tag.tokens.upperBound..<min(tag.tokens.upperBound + 6, view.tokens.upperBound)
        // "for the Kremlin it was the worst month", "Ukraine's worst": for whom stands before.
        let before = max(view.tokens.lowerBound, tag.tokens.lowerBound - 6)..<tag.tokens.lowerBound
        let owner = text.tokens[tag.tokens.lowerBound - 1].is("'s") ? tag.tokens.lowerBound - 2 : nil
        let named =
            (owner.flatMap { text.tag(.actor, at: $0) } ?? behind.lazy.compactMap { text.tag(.actor, at: $0) }.first
            ?? before.lazy.filter { text.tag(.beneficiary, at: $0) != nil }.compactMap { text.tag(.actor, at: $0 + 1) }
            .first)?.value
        // "its worst month": that of whom is spoken of.
        let pronoun = view.cues(.they).contains { $0.tokens.upperBound == tag.tokens.lowerBound } ? state.actor : nil
        return (named ?? pronoun).map { ($0, isWorst) }
    }

    /// "of the year": the year that is spoken of.
    func yearUnit(behind range: Range<Int>) -> TimeMention? {
        let before = max(view.tokens.lowerBound, range.lowerBound - 2)..<range.lowerBound
        for index in Array(range.upperBound..<min(range.upperBound + 5, view.tokens.upperBound)) + before {
            guard let unit = text.tag(.timeUnit, at: index), unit.value == "year" else { continue }
            let year = DaySpan.containing((nearestTime(to: range)?.span ?? state.span)?.to ?? published, .year)
            return TimeMention(tokens: index..<unit.tokens.upperBound, kind: .period, span: year)
        }
        return nil
    }

    /// "вдвое больше мартовских 150", "twice March's 150": the time of the figure that another is compared with.
    private func isOfComparedFigure(_ time: TimeMention) -> Bool {
        let (before, behind) = (time.tokens.lowerBound - 1, time.tokens.upperBound)
        let isCompared = [Cue.more, .less, .multiple, .asMuch].contains { text.tag($0, at: before) != nil }
        return isCompared
            && view.amounts.contains {
                $0.number.lowerBound == behind || $0.number.lowerBound == behind + 1 && text.tokens[behind].is("'s")
            }
    }

    func rank(_ span: Range<Int>, _ order: RankOrder, _ reach: TimeMention) -> Statement {
        var statement = Statement(kind: .rank, span: span)
        statement.order = order
        statement.readFrom["against"] = reach.tokens
        // "never since November had it taken more than in July": what is compared is the time that is spoken of.
        let isNegative = text.tag(.none, at: span.lowerBound) != nil
        let compared = view.times.first { $0.tokens.lowerBound >= span.upperBound && isComparedTime($0) }
        let others = view.times.filter {
            $0.tokens != reach.tokens && $0.kind != .moment && !$0.isRelative && !$0.tokens.overlaps(span)
                && !isComparedTime($0) && !isReach($0, for: span) && !isOfComparedFigure($0)
        }
        // "In January it took 245, the least since spring, and half of December's 433": what stands before is its own.
        let nearest = view.nearest(others, to: span, at: \.tokens)?.item
        let before = others.last { $0.tokens.upperBound <= span.lowerBound }
        if let own = nearest.map({ $0.tokens.lowerBound < span.upperBound }) ?? true ? nearest : before ?? nearest {
            statement.time = own.window
        } else if isNegative, let compared {
            statement.time = compared.window
        } else if state.window != nil {
            statement.time = state.time
        }
        var from = reach.span.from
        if reach.kind == .rolling, reach.length?.unit == .year {
            let own: DaySpan? =
                if case .window(let window) = statement.time { DaySpan(from: window.from, to: window.to) } else { nil }
            from = DaySpan.containing((own ?? reach.span).to, .year).from
        }
        statement.against = ClaimReference(from: from, to: nil)
        statement.region = view.regions.first { !$0.isAnaphora && view.cost($0.tokens, span) <= 10 }?.name ?? ""
        statement.actor =
            view.actors.last { $0.tokens.lowerBound < span.lowerBound }?.value ?? view.actors.first?.value
            ?? state.actor
        return statement
    }
}

extension RankOrder {
    fileprivate var reversed: RankOrder { self == .most ? .least : .most }
}
