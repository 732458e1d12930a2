import Territory

// Lengths: distances to places, and that of the front.
extension StatementReader {
    func length(_ amount: Amount, after last: Statement? = nil) -> Statement? {
        guard !view.cues(.exclude).contains(where: { view.cost($0.tokens, amount.tokens) <= 3 }),
            !isPlanned(amount.tokens)
        else { return nil }
        let goesOn = last?.kind == .frontLength && !isToPlace(amount)
        return (goesOn ? nil : distance(amount)) ?? frontLength(amount, after: last)
    }

    /// "within 4 km of Kupiansk": a place stands right behind.
    private func isToPlace(_ amount: Amount) -> Bool {
        let next = amount.tokens.upperBound
        return text.tag(.distance, at: next) != nil
            && view.regions.contains { !$0.isRegion && !$0.isWhole && 1...2 ~= $0.tokens.lowerBound - next }
    }

    /// How far troops stand from a place.
    private func distance(_ amount: Amount) -> Statement? {
        let places = view.regions.filter { !$0.isWhole }
        guard isApart(amount, places), !isAdvance(amount), !isToBorder(amount),
            !isBetween(places, amount),
            growth(before: amount) != .by || isToldApart(amount),
            let target = distanceTarget(amount, places) ?? placeSpokenOf(amount)
        else { return nil }
        var statement = Statement(kind: .distance, amount: amount, span: amount.tokens)
        fill(&statement, amount)
        // "entered the town on Sunday and stand 25 km from the city": the day is that of the arrival.
        let arrivals = view.cues(.reach) + view.cues(.enter)
        if let time = nearestTime(to: amount.tokens), !time.isAsOf, time.tokens.upperBound <= amount.tokens.lowerBound,
            arrivals.contains(where: { view.cost($0.tokens, time.tokens) < view.cost(time.tokens, amount.tokens) })
        {
            statement.time = .asOf(published)
        }
        statement.region = target.name
        statement.homonyms = target.homonyms
        statement.actor = troops(at: amount.tokens) ?? (places.isEmpty && goesOnFromDistance ? state.lengthActor : nil)
        return statement
    }

    /// Whether "from" or "short of" stands beside a length, or right before the place next to it, and no word for the
    /// front's.
    private func isApart(_ amount: Amount, _ places: [RegionMention]) -> Bool {
        let place = view.nearest(places, to: amount.tokens, at: \.tokens)
        let isOwnLength = view.cues(.length).contains { length in
            length.tokens.lowerBound == amount.tokens.upperBound
                // "a bulge that stretched to 15 km"
                || length.tokens.upperBound == amount.tokens.lowerBound - 1
                    && text.tag(.growTo, at: amount.tokens.lowerBound - 1) != nil
        }
        let front = view.nearest(view.cues(.front), to: amount.tokens, at: \.tokens)
        if isOwnLength || isLong(amount) && (front?.cost ?? .max) <= 6 && (place?.cost ?? .max) > 5 { return false }
        // "Distance to the front: Kramatorsk 16 km"
        let isListed = view.cues(.front).contains { front in
            text.isMark(":", at: front.tokens.upperBound) && front.tokens.upperBound < amount.tokens.lowerBound
                && (front.tokens.lowerBound - 3..<front.tokens.lowerBound).contains {
                    text.tag(.distance, at: $0) != nil
                }
        }
        if isListed, place != nil { return true }
        let near = (amount.tokens.lowerBound - 4..<amount.tokens.upperBound + 4).clamped(to: view.tokens)
        return near.contains { index in
            text.tag(.distance, at: index) != nil && !amount.tokens.contains(index)
                && !view.cues(.front).contains { $0.tokens.dropFirst().contains(index) }
        }
            || place.map { isMeasured($0.item, within: 3) && $0.cost <= 16 }
                ?? (goesOnFromDistance
                    && view.times.contains {
                        $0.kind == .moment || view.amounts.count == 1 && !view.cues(.they).isEmpty
                    })
    }

    /// "віддалені від міста на 4,5 км": a word that says apart, and is no preposition, stands before.
    private func isToldApart(_ amount: Amount) -> Bool {
        view.cues(.distance).contains { tag in
            tag.tokens.upperBound <= amount.tokens.lowerBound && view.cost(tag.tokens, amount.tokens) <= 6
                && [Cue.from, .at, .over, .rangeTo, .since, .until, .between, .growBy, .growTo].allSatisfy {
                    text.tag($0, at: tag.tokens.lowerBound) == nil
                }
        }
    }

    /// Whether a length is that from a place to the border: "in Kharkiv, 30 km from the border".
    private func isToBorder(_ amount: Amount) -> Bool {
        let next = amount.tokens.upperBound
        // "The missile fell 30 km from Lviv"
        let isByOther = view.cues(.deed).contains {
            $0.tokens.upperBound <= amount.tokens.lowerBound && view.cost($0.tokens, amount.tokens) <= 2
        }
        if isByOther, view.actors.isEmpty, view.cues(.front).isEmpty { return true }
        return view.actors.isEmpty && view.cues(.front).isEmpty && view.cues(.outskirts).isEmpty
            && text.tag(.distance, at: next) != nil
            && view.cues(.border).contains { border in
                1...3 ~= border.tokens.lowerBound - next
                    && !view.regions.contains { $0.tokens.lowerBound >= border.tokens.upperBound && !$0.isWhole }
            }
    }

    /// Whether a length is that between two places: "the 40 km from Avdiivka to Pokrovsk".
    private func isBetween(_ places: [RegionMention], _ amount: Amount) -> Bool {
        zip(places, places.dropFirst()).contains { one, other in
            let before = one.tokens.lowerBound - 1
            let reach = before == view.tokens.lowerBound ? 22 : 6
            return view.actors.isEmpty && view.cues(.front).isEmpty && view.cost(other.tokens, amount.tokens) <= reach
                && (text.tag(.from, at: before) != nil || text.tag(.between, at: before) != nil)
                && other.tokens.lowerBound - one.tokens.upperBound == 1
                && text.tag(.rangeTo, at: one.tokens.upperBound) != nil
        }
    }

    /// Whether a length is what somebody advanced by: "moved forward 5 km".
    private func isAdvance(_ amount: Amount) -> Bool {
        amount.comparator != .atMost && growth(before: amount) != .to
            && (view.cues(.gain) + view.cues(.liberate)).contains {
                $0.tokens.upperBound <= amount.tokens.lowerBound && view.cost($0.tokens, amount.tokens) <= 2
            }
    }

    private func isLong(_ amount: Amount) -> Bool {
        view.cues(.length).contains { view.cost($0.tokens, amount.tokens) <= 6 }
    }

    /// Whether "from" stands at most so many words before a place, or before its outskirts.
    private func isMeasured(_ place: RegionMention, within count: Int = 1) -> Bool {
        let start = place.tokens.lowerBound
        if (start - count..<start).contains(where: { text.tag(.distance, at: $0) != nil }) { return true }
        return text.tag(.outskirts, at: start - 1) != nil
            && (start - 3..<start - 1).contains { text.tag(.distance, at: $0) != nil }
    }

    /// The place that a distance is to: of its clause that behind "from", else the first behind it, else the nearest;
    /// else one that it borrows.
    private func distanceTarget(_ amount: Amount, _ places: [RegionMention]) -> RegionMention? {
        let index = clauses.index(of: amount.tokens)
        let own = places.filter { index == nil || clauses.owner(of: $0.tokens) == index }
        let target =
            paired(amount, with: places) ?? own.first {
                isMeasured($0) && $0.tokens.lowerBound >= amount.tokens.upperBound
            }
            ?? own.last { isMeasured($0) } ?? own.first { $0.tokens.lowerBound >= amount.tokens.upperBound }
            ?? inClause(own, of: amount.tokens, at: \.tokens)
            ?? borrowed(.place, places, by: amount.tokens, at: \.tokens)
        guard let target, isNear(amount) || isMeasured(target, within: 3) else { return nil }
        return target.isAnaphora ? resolved(target) : target
    }

    /// Whether a length may be that from a place which is not said to be measured from: what is longer is the front or a
    /// fence, as in "500 km of ditches in Kharkiv region".
    private func isNear(_ amount: Amount) -> Bool { amount.low.value < 500 }

    private var goesOnFromDistance: Bool { state.lengthUnit != nil && !state.isFront }

    /// The place that was spoken of: "they are about 6.5 km away", "4 km from the town's edge".
    private func placeSpokenOf(_ amount: Amount) -> RegionMention? {
        let edges = view.cues(.border) + view.cues(.outskirts)
        let isOfEdge = edges.contains { view.cost($0.tokens, amount.tokens) <= 6 }
        // "nine kilometres from it"
        let next = amount.tokens.upperBound
        let isOfIt = text.tag(.from, at: next) != nil && text.tag(.they, at: next + 1) != nil
        if isOfIt, let name = state.claimRegion ?? state.region, name != names.whole {
            return RegionMention(tokens: amount.tokens, name: name, isRegion: false)
        }
        guard isNear(amount), isOfEdge || goesOnFromDistance, view.cues(.otherTopic).isEmpty,
            let name = isOfEdge ? state.region : state.claimRegion
        else { return nil }
        return RegionMention(tokens: amount.tokens, name: name, isRegion: false)
    }

    /// How long the front is.
    private func frontLength(_ amount: Amount, after last: Statement?) -> Statement? {
        let front = view.nearest(view.cues(.front), to: amount.tokens, at: \.tokens)
        let border = view.nearest(view.cues(.border), to: amount.tokens, at: \.tokens)
        // "1,250 km: that is how far the contact line winds"
        let isWhole = amount.low.value >= 500 && !view.cues(.length).isEmpty && border == nil
        let next = amount.tokens.upperBound
        let isOfFront =
            front.map { isWhole || (isLong(amount) || $0.cost <= 5) && $0.cost <= min(border?.cost ?? .max, 16) }
            ?? (state.isFront && border == nil && (!view.cues(.they).isEmpty || !view.times.isEmpty))
        // "900 km from the front"
        let isAway =
            front.map { text.tag(.from, at: next) != nil && (1...3).contains($0.item.tokens.lowerBound - next) }
            ?? false
        // "each brigade defends 15 km of front"
        let isEach = view.cues(.each).contains {
            $0.tokens.upperBound <= amount.tokens.lowerBound && view.cost($0.tokens, amount.tokens) <= 6
        }
        let isChange =
            growth(before: amount) == .by
            && (view.cues(.grow) + view.cues(.shrink)).contains {
                view.cost($0.tokens, amount.tokens) <= 4
                    && (text.tag(.length, at: $0.tokens.lowerBound) == nil || !text.lexicon.hasFreeOrder)
            }
        // "advanced up to 2 km on a 5-km front"
        let isDepth = view.cues(.gain).contains {
            $0.tokens.upperBound <= amount.tokens.lowerBound && view.cost($0.tokens, amount.tokens) <= 2
        }
        // "200 km more than in January"
        let isDifference =
            text.tag(.more, at: next) ?? text.tag(.less, at: next) != nil && text.tag(.than, at: next + 1) != nil
        guard isOfFront || last?.kind == .frontLength, !isEach, !isChange, !isDepth, !isDifference,
            !isAway
        else { return nil }
        var statement = Statement(kind: .frontLength, amount: amount, span: amount.tokens)
        if let front { statement.readFrom["kind"] = front.item.tokens }
        setTime(&statement, at: amount.tokens)
        let region = region(for: amount)
        statement.region = region.flatMap { $0.isRegion ? $0.name : nil } ?? names.whole ?? ""
        return statement
    }

    /// Whose troops stand so far away: those named close by.
    func troops(at range: Range<Int>) -> String? {
        let isPronoun = pronouns.contains { view.cost($0.tokens, range) <= 3 }
        let before = view.actors.last { $0.tokens.lowerBound < range.lowerBound }?.value
        if isPronoun, let before { return before }
        return view.actors.last { $0.tokens.lowerBound < range.lowerBound && view.cost($0.tokens, range) <= 22 }?.value
            ?? view.actors.first { $0.tokens.lowerBound >= range.upperBound && view.cost($0.tokens, range) <= 14 }?
            .value
            ?? pronounActor(before: range)
    }

    /// The pronouns that stand for a side: not that of "it is".
    private var pronouns: [Tag] {
        view.cues(.they).filter { pronoun in
            !view.cues(.impersonal).contains { $0.tokens.contains(pronoun.tokens.lowerBound) }
        }
    }

    func pronounActor(before range: Range<Int>) -> String? {
        let pronoun = pronouns.contains {
            $0.tokens.upperBound <= range.lowerBound || view.cost($0.tokens, range) <= 4
        }
        return pronoun ? state.actor : nil
    }
}
