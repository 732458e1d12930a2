import Territory

// Lengths: distances to places, and that of the front.
extension StatementReader {
    func length(_ amount: Amount, after last: Statement? = nil) -> Statement? {
        let excludes = view.cues(.exclude).contains {
            view.cost($0.tokens, amount.tokens) <= 3
        }
        guard !excludes, !isPlanned(amount.tokens) else { return nil }
        // "200 km longer than a year ago"
        let end = amount.tokens.upperBound
        if (text.tag(.more, at: end) ?? text.tag(.less, at: end)).map({
            text.tag(.than, at: $0.tokens.upperBound) != nil
        })
            ?? false
        {
            return nil
        }
        let front = view.nearest(view.cues(.front), to: amount.tokens, at: \.tokens)
        let border = view.nearest(view.cues(.border), to: amount.tokens, at: \.tokens)
        let isLong = view.cues(.length).contains { view.cost($0.tokens, amount.tokens) <= 6 }
        let places = view.regions.filter { !$0.isWhole }
        let place = view.nearest(places, to: amount.tokens, at: \.tokens)
        let near =
            max(
                view.tokens.lowerBound, amount.tokens.lowerBound - 4)..<min(
                view.tokens.upperBound, amount.tokens.upperBound + 4)
        let isApart =
            near.contains { text.tag(.distance, at: $0) != nil && !amount.tokens.contains($0) }
            || place.map { place in
                (max(view.tokens.lowerBound, place.item.tokens.lowerBound - 3)..<place.item.tokens.lowerBound).contains
                { text.tag(.distance, at: $0) != nil }
            } ?? false
        // "the 12 km between Dobropillia and Rodynske": of two places.
        if let place, text.tag(.between, at: place.item.tokens.lowerBound - 1) != nil,
            text.tag(.from, at: place.item.tokens.lowerBound - 1) == nil, run(of: place.item).count > 1
        {
            return nil
        }
        // "Kharkiv, 30 km from the Russian border"
        if let border, border.item.tokens.lowerBound >= amount.tokens.upperBound, front == nil,
            view.actors.contains(where: { $0.tokens.upperBound == border.item.tokens.lowerBound }),
            !places.contains(where: { $0.tokens.lowerBound >= border.item.tokens.upperBound })
        {
            return nil
        }
        // "the 40 km from Avdiivka to Pokrovsk"
        if places.indices.dropFirst().contains(where: { index in
            let (one, other) = (places[index - 1].tokens, places[index].tokens)
            return text.tag(.from, at: one.lowerBound - 1) != nil && other.lowerBound - one.upperBound == 1
                && text.tag(.rangeTo, at: one.upperBound) != nil && view.cost(other, amount.tokens) <= 6
        }), view.actors.isEmpty, view.cues(.front).isEmpty {
            return nil
        }
        let advances =
            view.cues(.gain).contains {
                $0.tokens.upperBound <= amount.tokens.lowerBound && view.cost($0.tokens, amount.tokens) <= 2
                    && growth(before: amount) != .to
            }
            && amount.comparator != .atMost
        // "a bulge that stretched to 15 km"
        let isStretched =
            text.tag(.growTo, at: amount.tokens.lowerBound - 1) != nil
            && view.cues(.length).contains { $0.tokens.upperBound == amount.tokens.lowerBound - 1 }
        let isOwnLength =
            isStretched || !view.cues(.length).filter { $0.tokens.lowerBound == amount.tokens.upperBound }.isEmpty
        if let place, isApart, !advances, !isOwnLength, growth(before: amount) != .by, place.cost <= 16,
            !(isLong && front.map { $0.cost <= 6 } ?? false && place.cost > 5)
        {
            var statement = Statement(kind: .distance, amount: amount, span: amount.tokens)
            fill(&statement, amount)
            let target = distanceTarget(amount, places) ?? place.item
            statement.region = target.name
            statement.homonyms = target.homonyms
            statement.actor = troops(at: amount.tokens)
            return statement
        }
        let edge = (view.cues(.border) + view.cues(.outskirts)).contains { edge in
            view.cost(edge.tokens, amount.tokens) <= 6
                && (max(view.tokens.lowerBound, edge.tokens.lowerBound - 2)..<edge.tokens.lowerBound).contains {
                    text.tag(.distance, at: $0) != nil
                }
        }
        let spokenOf =
            places.last { !$0.isAnaphora && $0.tokens.upperBound <= amount.tokens.lowerBound }?.name ?? state.region
        if place.map({ $0.cost > 16 }) ?? true, edge, isApart, !advances, let region = spokenOf,
            view.cues(.otherTopic).isEmpty, view.cues(.exclude).isEmpty
        {
            var statement = Statement(kind: .distance, amount: amount, span: amount.tokens)
            fill(&statement, amount)
            statement.region = region
            statement.actor = troops(at: amount.tokens)
            return statement
        }
        // "they are about 6.5 km away": from what was spoken of.
        if places.isEmpty, !advances, state.lengthUnit != nil, !state.isFront,
            isApart || view.times.contains(where: { $0.kind == .moment }),
            !view.cues(.they).isEmpty || isApart && !view.credits.isEmpty
                || view.tokens.count <= 8 && view.times.contains(where: { $0.isAgo || $0.isRelative }),
            let region = state.claimRegion
        {
            var statement = Statement(kind: .distance, amount: amount, span: amount.tokens)
            fill(&statement, amount)
            statement.region = region
            statement.actor = troops(at: amount.tokens) ?? state.lengthActor
            return statement
        }
        // "…; a year ago it was 1,000 km"
        if let last, last.kind == .frontLength, place == nil || view.cost(last.span, amount.tokens) < place?.cost ?? 0 {
            var statement = Statement(kind: .frontLength, amount: amount, span: amount.tokens)
            setTime(&statement, at: amount.tokens)
            // "210 km there, of a total of 1,250": without a time of its own, of the whole.
            statement.region = statement.readFrom["time"] == nil ? names.whole ?? "" : last.region
            return statement
        }
        if front == nil, state.isFront, isLong || place == nil, !view.cues(.they).isEmpty || !view.times.isEmpty,
            border == nil
        {
            var statement = Statement(kind: .frontLength, amount: amount, span: amount.tokens)
            setTime(&statement, at: amount.tokens)
            statement.region = frontRegion(of: amount, places)
            return statement
        }
        // "each brigade defends 15 km of front"
        let isEach = view.cues(.each).contains {
            $0.tokens.upperBound <= amount.tokens.lowerBound && view.cost($0.tokens, amount.tokens) <= 6
        }
        // "the front, 12 km from there"
        if text.tag(.distance, at: amount.tokens.upperBound) != nil,
            text.tag(.filler, at: amount.tokens.upperBound) == nil,
            text.tag(.growTo, at: amount.tokens.upperBound) == nil, !isLong
        {
            return nil
        }
        // "the line has grown by 200 km"
        if growth(before: amount) == .by,
            (view.cues(.grow) + view.cues(.shrink)).contains(where: {
                view.cost($0.tokens, amount.tokens) <= 4 && text.tag(.length, at: $0.tokens.lowerBound) == nil
            })
        {
            return nil
        }
        if let front, !isEach, isLong || front.cost <= 5, front.cost <= border?.cost ?? .max, front.cost <= 16 {
            var statement = Statement(kind: .frontLength, amount: amount, span: amount.tokens)
            statement.readFrom["kind"] = front.item.tokens
            setTime(&statement, at: amount.tokens)
            statement.region = frontRegion(of: amount, places)
            return statement
        }
        return nil
    }

    /// "In Zaporizhzhia region the front is 210 km long": the region before with no other figure between.
    private func frontRegion(of amount: Amount, _ places: [RegionMention]) -> String {
        let region = places.last { place in
            place.isRegion && place.tokens.upperBound <= amount.tokens.lowerBound
                && !view.amounts.contains {
                    $0.tokens.lowerBound >= place.tokens.upperBound
                        && $0.tokens.upperBound <= amount.tokens.lowerBound
                }
        }
        return region?.name ?? names.whole ?? ""
    }

    /// The place that a distance is to: the nearest one, not the one that the troops stand at.
    func distanceTarget(_ amount: Amount, _ places: [RegionMention]) -> RegionMention? {
        let turn = alternating(amount, places.filter { !$0.isAnaphora }, at: \.tokens)
        let behind = places.filter {
            $0.tokens.lowerBound >= amount.tokens.upperBound && view.cost($0.tokens, amount.tokens) <= 8
        }
        func isMeasured(_ place: RegionMention) -> Bool {
            let before = place.tokens.lowerBound - 1
            return text.tag(.distance, at: before) != nil
                || text.tag(.outskirts, at: before) != nil
                    && [before - 1, before - 2].contains { text.tag(.distance, at: $0) != nil }
        }
        // "from the positions at Kamianske it is 14 km to Zaporizhzhia, 27 to its centre"
        if let turn, isMeasured(turn) || !behind.contains(where: isMeasured) { return turn }
        if let target = places.last(where: {
            isMeasured($0) && $0.tokens.upperBound <= amount.tokens.lowerBound
                && view.cost($0.tokens, amount.tokens) <= 16
        }), !behind.contains(where: isMeasured) {
            return target.isAnaphora ? resolved(target) ?? target : target
        }
        if let first = behind.first { return first.isAnaphora ? resolved(first) ?? first : first }
        if let other = view.nearest(places.filter { !$0.isAnaphora }, to: amount.tokens, at: \.tokens)?.item {
            return other
        }
        return places.first.flatMap(resolved)
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
