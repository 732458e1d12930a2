import Territory

// What all statements have: who, whose word, where, when.
extension StatementReader {
    /// Who does what a verb says.
    func actor(for statement: Statement, _ verb: Verb?, _ tag: Tag?) -> String? {
        let place = tag?.tokens ?? statement.span
        let troops = view.actors
        let before = troops.last { $0.tokens.lowerBound < place.upperBound && view.cost($0.tokens, place) <= 22 }
        let behind = troops.first { $0.tokens.lowerBound >= place.upperBound && view.cost($0.tokens, place) <= 9 }
        // "In the Donbas it has 46,570; the rest is held by Ukraine": the pronoun is who was spoken of.
        let pronoun = view.cues(.they).last {
            $0.tokens.upperBound <= place.lowerBound && view.cost($0.tokens, place) <= 5
        }
        if before == nil, pronoun != nil, verb != .liberate, let spokenOf = state.actor { return spokenOf }
        let named = before ?? behind
        let credit = credit(for: statement.span)
        // "We hold 40%": whoever speaks; those who are invaded, where it is not said.
        if let we = view.cues(.we).last(where: { $0.tokens.lowerBound < place.upperBound }),
            view.cost(we.tokens, place) <= 5, verb != .occupied,
            !(we.tokens.upperBound..<max(we.tokens.upperBound, place.lowerBound)).contains(where: {
                text.tokens[$0].kind == .mark
            })
        {
            return credit?.side ?? names.opponent
        }
        switch verb {
        case .liberate:
            if credit?.side == names.holder { return names.holder }
            return named.map(\.value) ?? credit?.side ?? names.opponent
        case .occupy, .occupied: return names.holder
        case .remain: return names.opponent
        case .changeHands: return nil
        case .none where statement.kind == .pace: return named?.value ?? (hasPronoun ? state.actor : nil)
        default: break
        }
        if statement.kind == .pace, named == nil, verb == .grow || verb == .shrink || verb == nil { return nil }
        if let named { return named.value }
        if statement.kind != .lost, statement.kind != .net, !view.cues(.occupy).isEmpty { return names.holder }
        return troops.first?.value ?? state.actor ?? credit?.side
    }

    var hasPronoun: Bool { !view.cues(.they).isEmpty }

    /// The credit of a statement: the nearest in its sentence, else the one before.
    func credit(for range: Range<Int>) -> Credit? {
        let credits = view.credits
        return view.nearest(credits, to: range, at: \.tokens)?.item ?? quoted(range) ?? state.credit
    }

    /// Who says what stands in quotation marks in a sentence that credits nobody: the person named last.
    func quoted(_ range: Range<Int>) -> Credit? {
        guard let person = state.person else { return nil }
        let open = view.tokens.clamped(to: view.tokens.lowerBound..<max(range.lowerBound, view.tokens.lowerBound))
            .last { ["«", "“", "„", "»", "”"].contains(text.tokens[$0].text) }
        guard let open, ["«", "“", "„"].contains(text.tokens[open].text) else { return nil }
        return Credit(tokens: open..<open + 1, name: person, side: names.sides[person])
    }

    func region(near range: Range<Int>) -> RegionMention? {
        guard let found = view.nearest(view.regions, to: range, at: \.tokens), found.cost <= 10 else { return nil }
        return found.item.isAnaphora ? resolved(found.item) : found.item
    }

    /// The region that a figure is about: the nearest, or the one that stands at the same place in a list of as many.
    func region(for amount: Amount) -> RegionMention? {
        if let paired = paired(amount, with: view.regions.filter { !$0.isAnaphora }) { return paired }
        var best: (mention: RegionMention, cost: Int)?
        for mention in view.regions {
            var cost = view.cost(mention.tokens, amount.tokens)
            // A region that lies between two figures belongs to the nearer.
            if let other = view.amounts.filter({ $0.tokens != amount.tokens }).map({
                view.cost($0.tokens, mention.tokens)
            }).min(),
                other < cost || other == cost && mention.tokens.upperBound <= amount.tokens.lowerBound && other <= 1
            {
                cost += 6
            }
            if isOf(amount, mention) || isListed(amount, mention) { cost = 0 }
            if mention.isWhole, cost > 6 { continue }
            // "300 sq km, of which a tenth is near Pokrovsk": the place is the part's.
            if amount.isArea,
                view.amounts.contains(where: {
                    ($0.unit == .percent || $0.isFraction) && $0.tokens.lowerBound >= amount.tokens.upperBound
                        && $0.tokens.upperBound <= mention.tokens.lowerBound
                        && (text.tag(.gains, at: $0.tokens.upperBound) != nil
                            || view.cues(.gains).contains { [range = $0.tokens] gains in
                                gains.tokens.upperBound == range.lowerBound
                            })
                })
            {
                continue
            }
            let isAnothers =
                cost > 6 && mention.tokens.lowerBound > amount.tokens.lowerBound
                && view.amounts.contains {
                    $0.tokens != amount.tokens && (view.cost($0.tokens, mention.tokens) <= 2 || isListed($0, mention))
                }
            if isAnothers { continue }
            if cost < best?.cost ?? .max { best = (mention, cost) }
        }
        guard let best else { return nil }
        if best.mention.isAnaphora { return resolved(best.mention) }
        let all = run(of: best.mention)
        if all.count > 1, text.tag(.each, at: amount.tokens.upperBound) == nil,
            !all.contains(where: { one in
                view.amounts.contains {
                    $0.tokens != amount.tokens && view.cost($0.tokens, one.tokens) <= 1 && $0.unit != nil
                }
            })
        {
            return joined(all)
        }
        return best.mention
    }

    /// Several regions as one.
    func joined(_ all: [RegionMention]) -> RegionMention {
        var joined = all[all.count - 1]
        let codes = Set(all.filter(\.isRegion).map(\.name)).sorted()
        let places = Set(all.filter { !$0.isRegion }.map(\.name)).sorted()
        joined.name = (codes + places).joined(separator: "+")
        return joined
    }

    /// Whether nothing but a dash or a colon stands between a region and its figure, as in a list.
    func isListed(_ amount: Amount, _ mention: RegionMention) -> Bool {
        let between = mention.tokens.upperBound..<max(mention.tokens.upperBound, amount.tokens.lowerBound)
        guard let last = between.last, ["-", ":"].contains(where: { text.isMark($0, at: last) }) else { return false }
        return between.dropLast().allSatisfy { text.tag(.direction, at: $0) != nil || text.tag(.region, at: $0) != nil }
    }

    /// Whether a region stands behind a figure with nothing but articles and quotation marks between: "79% of the “…”".
    func isOf(_ amount: Amount, _ mention: RegionMention) -> Bool {
        guard mention.tokens.lowerBound >= amount.tokens.upperBound,
            mention.tokens.lowerBound - amount.tokens.upperBound <= 4
        else { return false }
        return (amount.tokens.upperBound..<mention.tokens.lowerBound).allSatisfy {
            text.tag(.filler, at: $0) != nil || ["\"", "“", "«", "„"].contains(text.tokens[$0].text)
        }
    }

    func resolved(_ anaphora: RegionMention) -> RegionMention? {
        if var before = view.regions.last(where: {
            !$0.isAnaphora && !$0.isWhole && $0.tokens.upperBound <= anaphora.tokens.lowerBound
        }) {
            before = joined(run(of: before))
            before.tokens = anaphora.tokens
            return before
        }
        guard let region = state.region else { return nil }
        return RegionMention(tokens: anaphora.tokens, name: region, isRegion: false)
    }

    /// "A and B … 5 and 7 respectively": pairs in order.
    func paired<Item>(_ amount: Amount, with items: [Item]) -> Item? {
        guard let tag = view.cues(.respectively).first else { return nil }
        let amounts = view.amounts.filter { $0.unit == amount.unit && view.cost($0.tokens, tag.tokens) <= 40 }
        guard amounts.count == items.count, items.count > 1,
            let index = amounts.firstIndex(where: { $0.tokens == amount.tokens })
        else {
            // The last as many.
            let lists = amounts.suffix(2)
            guard lists.count == 2, items.count >= 2,
                let index = lists.firstIndex(where: { $0.tokens == amount.tokens })
            else { return nil }
            return items.suffix(2)[items.suffix(2).startIndex + (index - lists.startIndex)]
        }
        return items[index]
    }

    func isSpeech(_ time: TimeMention) -> Bool {
        guard time.kind == .moment, !time.isAsOf, !time.isSince else { return false }
        return [
            time.tokens.lowerBound - 1, time.tokens.lowerBound - 2, time.tokens.lowerBound - 3, time.tokens.upperBound,
            time.tokens.upperBound + 1,
        ].contains {
            view.tokens.contains($0) && text.tag(.said, at: $0) != nil && !text.isWeakSaying($0)
        }
    }

    func nearestTime(to range: Range<Int>, isStock: Bool = false) -> TimeMention? {
        let all = view.times.flatMap { time in
            !time.parts.isEmpty && !view.cues(.respectively).isEmpty ? time.parts : [time]
        }
        let times = all.filter {
            !isSpeech($0) && !isReach($0, for: range)
                && $0.span.from <= published && !(isStock && isBefore($0))
        }
        var best: (time: TimeMention, cost: Int)?
        for time in times {
            var cost = view.cost(time.tokens, range)
            // "less than in July: 267": the time belongs to what is compared with, unless the figure stands right behind.
            let between = time.tokens.upperBound..<max(time.tokens.upperBound, range.lowerBound)
            if isComparedTime(time), !between.isEmpty,
                between.allSatisfy({ text.tokens[$0].kind == .mark && !text.isMark("(", at: $0) }),
                times.contains(where: { $0.tokens.upperBound <= time.tokens.lowerBound && $0.kind != .moment })
            {
                continue
            }
            // "doubled to 12 from April's six"
            let isOrigin =
                time.tokens.lowerBound >= range.upperBound
                && [time.tokens.lowerBound, time.tokens.lowerBound - 1].contains { text.tag(.from, at: $0) != nil }
                && view.amounts.contains {
                    $0.tokens.lowerBound >= time.tokens.upperBound && view.cost($0.tokens, time.tokens) <= 2
                }
            if isOrigin { continue }
            let hasEarlier = times.contains { $0.tokens.upperBound <= range.lowerBound }
            let isAnothers =
                time.tokens.lowerBound > range.lowerBound
                && (cost >= 6 && (state.window != nil || isStock) || cost >= 3 && hasEarlier)
                && view.amounts.contains {
                    $0.tokens != range && $0.tokens.lowerBound >= time.tokens.upperBound
                        && (view.cost($0.tokens, time.tokens) <= 2
                            || $0.tokens.lowerBound == time.tokens.upperBound + 1)
                }
            // "18%, after 7% on 23 February": a time right behind a figure is that figure's.
            let isNexts =
                (isStock || state.window != nil)
                && view.amounts.contains {
                    $0.tokens.lowerBound >= range.upperBound && $0.tokens.upperBound <= time.tokens.lowerBound
                        && view.cost($0.tokens, time.tokens) <= 1 && view.cost(range, $0.tokens) >= 3 && $0.unit != nil
                }
                || view.amounts.contains {
                    $0.tokens.lowerBound >= range.upperBound && $0.tokens.upperBound <= time.tokens.lowerBound
                        && view.cost($0.tokens, time.tokens) <= 1 && isThan($0.tokens.lowerBound - 1)
                }
            if isAnothers || isNexts { continue }
            if time.tokens.lowerBound == range.upperBound || time.tokens.upperBound == range.lowerBound { cost -= 1 }
            // A time that lies between two figures belongs to the nearer.
            if let other = view.amounts.filter({ $0.tokens != range }).map({ view.cost($0.tokens, time.tokens) }).min(),
                other < cost || other == cost && other <= 1, time.tokens.lowerBound > range.lowerBound
            {
                cost += 6
            }
            if cost < best?.cost ?? .max { best = (time, cost) }
        }
        return best?.time
    }

    /// Whether "more than", "compared with" stands before a time.
    func isComparedTime(_ time: TimeMention) -> Bool {
        time.kind != .moment
            && (max(view.tokens.lowerBound, time.tokens.lowerBound - 2)..<time.tokens.lowerBound + 1).contains(
                where: isThan)
    }

    private func isThan(_ index: Int) -> Bool {
        text.tag(.than, at: index) != nil
            && ![Cue.at, .over, .from, .since].contains { text.tag($0, at: index) != nil }
    }

    /// Whether "before" stands before a time.
    private func isBefore(_ time: TimeMention) -> Bool {
        !time.isRelative && text.tag(.earlier, at: time.tokens.lowerBound - 1) != nil
    }

    /// Whether a verb of saying stands behind a denial: "denies this and claims 12 sq km".
    private func isSaid(between deny: Range<Int>, and span: Range<Int>) -> Bool {
        (deny.upperBound..<max(deny.upperBound, span.lowerBound)).contains {
            text.tag(.said, at: $0) != nil && text.tag(.deny, at: $0) == nil && text.tag(.and, at: $0 - 1) != nil
        }
    }

    /// Whether a colon stands behind a denial: what follows is said instead.
    private func isColon(between deny: Range<Int>, and span: Range<Int>) -> Bool {
        (deny.upperBound..<max(deny.upperBound, span.lowerBound)).contains { text.isMark(":", at: $0) }
    }

    func isInFigure(_ index: Int) -> Bool { view.amounts.contains { $0.tokens.contains(index) } }

    /// Whether a time is what a rank reaches back to, or a comparison's other one.
    func isReach(_ time: TimeMention, for range: Range<Int>? = nil) -> Bool {
        let isBehind = range.map { $0.lowerBound < time.tokens.lowerBound } ?? true
        // "482 a month before" is that figure's time, "5 more than a month before" the other's.
        if time.isRelative, isBehind { return range.map { $0.upperBound != time.tokens.lowerBound } ?? true }
        let before = max(view.tokens.lowerBound, time.tokens.lowerBound - 3)..<time.tokens.lowerBound
        if isBehind,
            before.contains(where: {
                text.tag(.than, at: $0) != nil && text.tag(.at, at: $0) == nil && text.tag(.since, at: $0) == nil
                    && text.tag(.from, at: $0) == nil
                    && text.tag(.over, at: $0) == nil && !isInFigure($0)
            }), !before.contains(where: isInFigure)
        {
            return true
        }
        let close = max(view.tokens.lowerBound, time.tokens.lowerBound - 3)..<time.tokens.lowerBound
        if !isInFigure(time.tokens.lowerBound),
            close.contains(where: { text.tag(.most, at: $0) != nil || text.tag(.least, at: $0) != nil }),
            !close.contains(where: isInFigure)
        {
            return true
        }
        if let range, time.tokens.lowerBound > range.lowerBound,
            [time.tokens.lowerBound - 1, time.tokens.lowerBound - 2].contains(where: {
                $0 >= view.tokens.lowerBound && (text.tag(.more, at: $0) != nil || text.tag(.less, at: $0) != nil)
                    && !isInFigure($0)
            })
        {
            return true
        }
        guard time.isSince else { return false }
        let wide = max(view.tokens.lowerBound, time.tokens.lowerBound - 6)..<time.tokens.lowerBound
        return wide.contains { index in
            (text.tag(.most, at: index) != nil || text.tag(.least, at: index) != nil)
                && !view.amounts.contains { $0.tokens.overlaps(index..<time.tokens.lowerBound) }
        }
    }

    func setTime(_ statement: inout Statement, at range: Range<Int>) {
        let isStock = [.held, .share, .distance, .frontLength].contains(statement.kind) && statement.whole != "gain"
        var time = nearestTime(to: range, isStock: isStock)
        if let amount = statement.amount,
            let paired = paired(
                amount, with: view.times.flatMap { $0.parts.isEmpty ? [$0] : $0.parts }.filter { $0.kind != .moment }),
            !isStock
        {
            time = paired
        }
        if let found = time { statement.readFrom["time"] = found.tokens }
        if isStock {
            statement.time = .asOf(stockDay(time, range) ?? published)
            return
        }
        if statement.kind == .pace, time == nil || time?.kind == .moment {
            if let time {
                statement.time = .asOf(time.asOf)
            } else if state.window != nil {
                statement.time = state.time
            } else {
                statement.time = .asOf(published)
            }
            return
        }
        if var found = time,
            !found.isNow || view.times.contains(where: { $0.kind != .moment && !isReach($0, for: range) })
        {
            if found.kind == .moment,
                let other = view.nearest(
                    view.times.filter { $0.kind != .moment && !isReach($0) }, to: range, at: \.tokens)?.item
            {
                found = other
            }
            if found.kind == .moment, found.isAsOf, state.window != nil {
                statement.time = state.time
                return
            }
            if found.kind == .rolling,
                let anchor = view.times.first(where: { $0.kind == .moment && !isSpeech($0) && $0.isAsOf })?.asOf
                    ?? state.asOf
            {
                found = found.ending(on: anchor)
            }
            statement.time = found.window
        } else if state.window != nil {
            statement.time = state.time
        }
    }

    /// The day that a stock is as of.
    func stockDay(_ time: TimeMention?, _ range: Range<Int>) -> CalendarDay? {
        let moments = view.times.filter { $0.kind == .moment && !isSpeech($0) && !isReach($0) }
        guard let time else { return flowEnd(before: range) }
        if time.kind == .moment { return time.asOf }
        if time.kind == .rolling, let moment = moments.first(where: \.isAsOf) { return moment.asOf }
        // A period that a flow nearer by is over says when a stock was reached only where growth leads to it.
        let other =
            view.amounts.filter { $0.tokens != range && $0.isArea || $0.unit == .percentagePoints }.map {
                view.cost($0.tokens, time.tokens)
            }.min() ?? .max
        if other < view.cost(range, time.tokens) {
            if let moment = view.nearest(moments, to: range, at: \.tokens), moment.cost < 10 { return moment.item.asOf }
            return flowEnd(before: range)
        }
        if time.isSince { return nil }
        return time.asOf
    }

    /// The end of the window of a change that leads to a stock.
    func flowEnd(before range: Range<Int>) -> CalendarDay? {
        let leads = (view.cues(.grow) + view.cues(.shrink)).contains { view.cost($0.tokens, range) <= 8 }
        guard leads else { return state.listDay }
        return view.times.last { $0.kind != .moment && !isReach($0) }?.span.to ?? state.window?.to
    }

    func finish(_ statement: inout Statement) {
        if statement.region.isEmpty, statement.kind == .held || statement.kind == .distance,
            state.kind == statement.kind || state.kind == .share,
            let region = state.claimRegion,
            view.cues(.they).contains(where: { $0.tokens.lowerBound < statement.span.upperBound })
                || statement.kind == .held && view.times.contains(where: { $0.kind == .moment })
                    && state.isHeldRegionLast
        {
            statement.region = region
        }
        // Nobody holds a small area of a whole country: it is held where the passage is.
        if statement.region.isEmpty, statement.kind == .held, let amount = statement.amount, let unit = amount.unit,
            amount.low.value * unit.inBaseUnit < 20_000, !view.regions.contains(where: \.isWhole),
            let region = state.region
        {
            statement.region = region
        }
        if statement.region.isEmpty, [.held, .gained, .lost, .net, .comparison].contains(statement.kind),
            let topic = state.topic,
            state.paragraph == view.sentence.paragraph, !view.regions.contains(where: \.isWhole)
        {
            statement.region = topic
        }
        if statement.region.isEmpty { statement.region = names.whole ?? "" }
        if statement.kind == .held, names.abroad.contains(statement.region), view.actors.isEmpty,
            statement.actor == names.holder
        {
            statement.actor = names.opponent
        }
        if statement.kind == .share || statement.kind == .changeShare, statement.whole == nil {
            statement.whole = statement.region
        }
        if statement.actor == nil, !statement.isActorless, statement.kind != .distance, statement.kind != .frontLength {
            statement.actor = names.holder
        }
        var own = view.nearest(view.credits, to: statement.span, at: \.tokens)?.item
        if own == nil, let said = view.cues(.heSays).first, let person = state.person {
            own = Credit(tokens: said.tokens, name: person, side: names.sides[person])
        }
        if own == nil { own = quoted(statement.span) }
        statement.isCredited = own != nil
        statement.source = own != nil ? own?.name : state.credit?.name
        if let own { statement.readFrom["source"] = own.tokens }
        if statement.kind != .reached, statement.kind != .entered, statement.kind != .comparison,
            statement.kind != .rank, statement.kind != .distance
        {
            let verbs = [Cue.hold, .gain, .occupy, .liberate].flatMap { view.cues($0) }.filter {
                view.cost($0.tokens, statement.span) <= 5 && $0.tokens.upperBound <= statement.span.lowerBound
            }
            statement.isNegated =
                view.cues(.deny).contains {
                    !isColon(between: $0.tokens, and: statement.span)
                        && !isSaid(between: $0.tokens, and: statement.span)
                        && view.cost($0.tokens, statement.span)
                            <= ($0.tokens.lowerBound < statement.span.lowerBound ? 16 : 9)
                }
                || verbs.contains { verb in text.tag(.not, at: verb.tokens.lowerBound - 1) != nil }
        }
        if let actor = view.actors.last(where: { $0.value == statement.actor }) {
            statement.readFrom["actor"] = actor.tokens
        }
        statement.paragraph = view.sentence.paragraph
        statement.isBareLine = view.sentence.isBareLine
    }
}
