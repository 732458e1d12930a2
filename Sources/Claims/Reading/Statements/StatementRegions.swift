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

    /// The region that a figure is about: the nearest, or the one that stands at the same place in a list of as many.
    func region(for amount: Amount) -> RegionMention? {
        if let place = paired(amount, with: places) { return place }
        if !view.regions.contains(where: { isOf(amount, $0) }),
            let place = alternating(amount, places, at: \.tokens)
        {
            return place
        }
        var best: (mention: RegionMention, cost: Int)?
        for mention in view.regions {
            var cost = view.cost(mention.tokens, amount.tokens)
            // A region that lies between two figures belongs to the nearer.
            if let other = view.amounts.filter({
                $0.tokens != amount.tokens && ($0.unit != nil || !isFollowedByNoun($0))
            }).map({ view.cost($0.tokens, mention.tokens) }).min(),
                other < cost || other == cost && mention.tokens.upperBound <= amount.tokens.lowerBound && other <= 1
            {
                cost += 6
            }
            if isOf(amount, mention) || isListed(amount, mention) { cost = 0 }
            if mention.isWhole, cost > 6 { continue }
            // "half of it in Donetsk region": "it" is what was taken.
            if mention.isAnaphora, mention.tokens.lowerBound == amount.tokens.upperBound,
                view.regions.contains(where: {
                    !$0.isAnaphora && 0...2 ~= $0.tokens.lowerBound - mention.tokens.upperBound
                })
            {
                continue
            }
            // Of a region and a place in it the place.
            if mention.isRegion, !mention.isWhole, cost > 0, cost <= 3,
                view.regions.contains(where: {
                    !$0.isRegion && !$0.isAnaphora && $0.tokens.lowerBound >= amount.tokens.upperBound
                        && mention.tokens.upperBound <= amount.tokens.lowerBound
                        && view.cost($0.tokens, amount.tokens) <= 1
                }), view.amounts.count == 1
            {
                cost += 2
            }
            // "300 sq km, of which a tenth is near Pokrovsk": the place is the part's.
            if amount.isArea,
                view.amounts.contains(where: {
                    ($0.unit == .percent || $0.isFraction) && $0.tokens.lowerBound >= amount.tokens.upperBound
                        && $0.tokens.upperBound <= mention.tokens.lowerBound
                        && (isGains(at: $0.tokens.upperBound)
                            || gains.contains { [range = $0.tokens] gains in
                                gains.tokens.upperBound == range.lowerBound
                            })
                })
            {
                continue
            }
            // "nine tenths of the 461 sq km taken lay in Donetsk region": the place is the part's.
            if mention.tokens.lowerBound >= amount.tokens.upperBound,
                view.cost(mention.tokens, amount.tokens) > 3
                    || run(of: mention).last?.tokens == view.regions.last?.tokens,
                view.amounts.contains(where: { areaDivided(by: $0)?.tokens == amount.tokens })
            {
                continue
            }
            // "Of 126 sq km, occupied in February, half lay in Zaporizhzhia region": the place is the part's.
            if amount.tokens.lowerBound - view.tokens.lowerBound <= 2,
                amount.tokens.lowerBound > view.tokens.lowerBound,
                text.tag(.from, at: view.tokens.lowerBound) != nil
                    || text.tag(.filler, at: view.tokens.lowerBound) != nil,
                view.amounts.contains(where: {
                    ($0.unit == .percent || $0.unit == nil) && $0.tokens.lowerBound >= amount.tokens.upperBound
                        && $0.tokens.upperBound <= mention.tokens.lowerBound
                })
            {
                continue
            }
            // "24.6 sq km, 9.3 of them at Dobropillia": the place is the part's.
            let isParts = view.amounts.contains { part in
                part.isFraction && part.tokens.lowerBound >= amount.tokens.upperBound
                    && part.tokens.upperBound <= mention.tokens.lowerBound && view.cost(amount.tokens, part.tokens) <= 4
                    && text.tag(.there, at: part.tokens.upperBound).map { $0.tokens.count > 1 } ?? false
                    || part.tokens.lowerBound >= amount.tokens.upperBound
                        && part.tokens.upperBound <= mention.tokens.lowerBound
                        && view.cost(part.tokens, mention.tokens) <= 6 && isPart(part)
            }
            if isParts { continue }
            let isListedByAnother = view.amounts.contains { $0.tokens != amount.tokens && isListed($0, mention) }
            let isAnothers =
                cost > (isListedByAnother ? 2 : 6) && mention.tokens.lowerBound > amount.tokens.lowerBound
                && view.amounts.contains {
                    $0.tokens != amount.tokens && (view.cost($0.tokens, mention.tokens) <= 2 || isListed($0, mention))
                }
            if isAnothers { continue }
            if cost < best?.cost ?? .max { best = (mention, cost) }
        }
        guard let best else { return nil }
        if best.mention.isAnaphora { return resolved(best.mention) }
        let all = run(of: best.mention)
        // "41% and 22% came from A and B respectively": those are no other figure's.
        if all.count > 1, !view.cues(.respectively).isEmpty { return nil }
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
        // "на Краматорском — на 12"
        if let word = between.last, text.tag(.growBy, at: word) != nil { between = between.dropLast() }
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
        guard var found = antecedent(of: anaphora) else { return nil }
        // "Zelensky visited Kharkiv. Of the region's land 4.8% is occupied."
        if !found.isRegion, anaphora.tokens.contains(where: { text.tag(.region, at: $0) != nil }),
            let region = names.regions[Spelling.key(found.name)]
        {
            (found.name, found.isRegion) = (region, true)
        }
        return found
    }

    private func antecedent(of anaphora: RegionMention) -> RegionMention? {
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
}
