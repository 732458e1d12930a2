import Territory

// Where what a statement says is so.
extension StatementReader {
    /// The region that is named nearest to some words.
    func region(near range: Range<Int>) -> RegionMention? {
        guard let found = view.nearest(view.regions, to: range, at: \.tokens), found.cost <= 10 else { return nil }
        return found.item.isAnaphora ? resolved(found.item) : found.item
    }

    /// The regions that are named, those that are joined as one.
    var places: [RegionMention] {
        var places: [RegionMention] = []
        for mention in view.regions
        where !mention.isAnaphora && mention.tokens.lowerBound >= places.last?.tokens.upperBound ?? 0 {
            let all = mention.isWhole || !view.cues(.respectively).isEmpty ? [mention] : run(of: mention)
            var place = joined(all)
            place.tokens = mention.tokens.lowerBound..<(all.last ?? mention).tokens.upperBound
            places.append(place)
        }
        return places
    }

    /// The region that a figure is about: that of its clause, or one that it borrows.
    func region(for amount: Amount) -> RegionMention? {
        if let place = paired(amount, with: places) { return place }
        let mentions = view.regions.filter {
            // "an area larger than Berlin"
            !isItOfPart($0) && !isOfPart($0, of: amount) && !isThan($0.tokens.lowerBound - 1)
        }
        let near = mentions.filter { !$0.isWhole || view.cost($0.tokens, amount.tokens) <= 6 }
        let own =
            mentions.first { isOf(amount, $0) || isListed(amount, $0) }
            ?? inClause(near, of: amount.tokens, at: \.tokens)
            ?? borrowed(.place, isPaceBehindShare(amount) ? [] : mentions, by: amount.tokens, at: \.tokens)
        guard let own else { return nil }
        if own.isAnaphora { return resolved(own) }
        // "near Basivka in Sumy region": the place within it.
        if own.isRegion, !own.isWhole,
            let place = mentions.last(where: { $0.tokens.upperBound < own.tokens.lowerBound }), !place.isRegion,
            !place.isAnaphora, own.tokens.lowerBound - place.tokens.upperBound <= 2,
            (place.tokens.upperBound..<own.tokens.lowerBound).allSatisfy({
                text.tag(.at, at: $0) != nil || text.tag(.filler, at: $0) != nil
            })
        {
            return place
        }
        let all = run(of: own)
        guard all.count > 1 else { return own }
        return text.tag(.each, at: amount.tokens.upperBound) == nil ? joined(all) : own
    }

    /// "holds 35% of Huliaipole, while its pace is 17 sq km a day": a pace is that of no single place.
    private func isPaceBehindShare(_ amount: Amount) -> Bool {
        guard amount.per != nil, let index = clauses.index(of: amount.tokens), index > 0,
            clauses.all[index].opening == .conjunction
        else { return false }
        return view.amounts.contains {
            $0.unit == .percent && $0.tokens.overlaps(clauses.all[index - 1].figure)
        }
    }

    /// "nine tenths of the 461 sq km taken lay in Donetsk region": the place is the part's.
    private func isOfPart(_ mention: RegionMention, of amount: Amount) -> Bool {
        !isOf(amount, mention) && view.amounts.contains { areaDivided(by: $0)?.tokens == amount.tokens }
    }

    /// "half of it in Donetsk region": "it" is what was taken.
    private func isItOfPart(_ mention: RegionMention) -> Bool {
        mention.isAnaphora && view.amounts.contains { $0.tokens.upperBound == mention.tokens.lowerBound }
            && view.regions.contains {
                !$0.isAnaphora && 0...2 ~= $0.tokens.lowerBound - mention.tokens.upperBound
            }
    }

    /// Whether a figure is a part of the one before: "9.3 of them", "including 60".
    func isPart(_ amount: Amount) -> Bool {
        let before = max(view.tokens.lowerBound, amount.tokens.lowerBound - 4)..<amount.tokens.lowerBound
        return text.tag(.ofThem, at: amount.tokens.upperBound) != nil
            || amount.unit == nil && text.tag(.filler, at: amount.tokens.upperBound) != nil
                && (text.tag(.there, at: amount.tokens.upperBound).map { $0.tokens.count > 1 } ?? false)
            || before.contains { index in
                (text.tag(.ofThem, at: index) ?? text.tag(.including, at: index))
                    .map { tag in
                        // "two thirds of that, 152 sq km": of the figure before.
                        tag.tokens.upperBound >= amount.tokens.lowerBound - 1
                            && !view.amounts.contains { $0.tokens.upperBound == tag.tokens.lowerBound }
                    } ?? false
            }
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
        var between = mention.tokens.upperBound..<max(mention.tokens.upperBound, amount.tokens.lowerBound)
        // "на Краматорском — на 12", "— лише 12"
        while let word = between.last, [Cue.growBy, .hedge, .filler].contains(where: { text.tag($0, at: word) != nil })
        {
            between = between.dropLast()
        }
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

    /// The place that "there" or "the town" stands for: the one named before in the sentence, else in the passage.
    func resolved(_ anaphora: RegionMention) -> RegionMention? {
        // "the oblast" is no town.
        let isOfRegion = anaphora.tokens.contains { text.tag(.region, at: $0) != nil }
        if isOfRegion {
            let before = view.regions.last {
                $0.isRegion && !$0.isWhole && !$0.isAnaphora && $0.tokens.upperBound <= anaphora.tokens.lowerBound
            }
            if let name = before?.name ?? state.regionCode {
                return RegionMention(tokens: anaphora.tokens, name: name, isRegion: true)
            }
        }
        if var before = view.regions.last(where: {
            !$0.isAnaphora && !$0.isWhole && $0.tokens.upperBound <= anaphora.tokens.lowerBound
        }) {
            before = joined(run(of: before))
            before.tokens = anaphora.tokens
            return before
        }
        guard let region = state.region else { return nil }
        return RegionMention(tokens: anaphora.tokens, name: region, isRegion: names.regionCodes.contains(region))
    }
}
