import Territory

/// Reads the regions and places that a text names, in any case form and spelling.
struct RegionReader {
    let text: TaggedText
    let names: NameBook

    private struct Word {
        var next: Int
        var forms: [String]
        var adjectives: [String]
        var isCapitalised: Bool
    }

    /// The regions and places of a sentence; in a list of regions, names that are also settlements' are regions'.
    func regions(in range: Range<Int>, isList: Bool, except taken: [Range<Int>]) -> [RegionMention] {
        var mentions: [RegionMention] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let other = taken.first(where: { $0.contains(index) }) {
                index = other.upperBound
                continue
            }
            guard let mention = mention(at: index, in: range, isList: isList) else {
                index += 1
                continue
            }
            let isAside = [index - 1, index - 2].contains { text.tag(.including, at: $0) != nil }
            let isIncluded = text.tag(.including, at: mention.tokens.upperBound) != nil
            if !isAside && !isIncluded || mention.isWhole { mentions.append(mention) }
            index = max(mention.tokens.upperBound, index + 1)
        }
        shareHeads(&mentions, range)
        return mentions
    }

    private func mention(at index: Int, in range: Range<Int>, isList: Bool) -> RegionMention? {
        if let tag = text.tag(.country, at: index), let whole = names.whole {
            return RegionMention(tokens: tag.tokens, name: whole, isRegion: true, isWhole: true)
        }
        if let tag = text.tag(.republic, at: index) {
            return RegionMention(tokens: tag.tokens, name: tag.value, isRegion: true)
        }
        if let tag = text.tag(.place, at: index), text.tokens[index].isCapitalised || isLowerAdjective(index) {
            return RegionMention(
                tokens: tag.tokens, name: tag.value, isRegion: false)
        }
        if let tag = text.tag(.there, at: index) {
            return RegionMention(tokens: tag.tokens, name: "", isRegion: false, isAnaphora: true)
        }
        guard text.tokens[index].kind == .word, text.tokens[index].isCapitalised || isLowerAdjective(index) else {
            return nil
        }
        var words: [Word] = []
        var next = index
        while words.count < 3, next < range.upperBound, let word = word(at: next),
            words.isEmpty || word.isCapitalised || text.tag(.region, at: next) != nil
        {
            words.append(word)
            next = word.next
        }
        for count in stride(from: words.count, through: 1, by: -1) {
            if let mention = named(Array(words.prefix(count)), index, in: range, isList: isList) { return mention }
        }
        return nil
    }

    /// Polish writes adjectives of places in lower case; they count only beside the word "region" or "direction".
    private func isLowerAdjective(_ index: Int) -> Bool {
        guard !text.lexicon.adjectiveForms.isEmpty, text.tokens[index].key.count > 4
        else { return false }
        return [index - 1, index + 1].contains {
            text.tag(.region, at: $0) != nil || text.tag(.direction, at: $0) != nil
        }
    }

    private func named(_ words: [Word], _ index: Int, in range: Range<Int>, isList: Bool) -> RegionMention? {
        guard let end = words.last?.next else { return nil }
        let hasRegionHead = hasHead(.region, behind: end, before: index)
        let hasDirection = hasHead(.direction, behind: end, before: index)
        let forms = combined(words.map(\.forms))
        let isPlain = words.count > 1 || isName(at: index, words[0])
        let region =
            isPlain || hasRegionHead || text.tag(.actor, at: index) == nil
            ? forms.lazy.compactMap { names.regions[$0] }.first : nil
        // "Donetsk People's Republic" is the region.
        let republic = text.tag(.republic, at: end) != nil
        if let region, hasRegionHead || republic {
            return RegionMention(tokens: index..<headEnd(end, hasRegionHead), name: region, isRegion: true)
        }
        let places = isPlain ? settlements(forms) : []
        if hasRegionHead, let place = places.first, let region = names.regions[Spelling.key(place.name)] {
            return RegionMention(tokens: index..<headEnd(end, true), name: region, isRegion: true)
        }
        if words.count == 1, hasDirection || hasRegionHead, let adjective = words.first?.adjectives {
            let found = largest(adjective)
            if hasRegionHead,
                let region = adjective.lazy.compactMap({ names.regions[$0] }).first
                    ?? found.first.flatMap({ names.regions[Spelling.key($0.name)] })
            {
                return RegionMention(tokens: index..<headEnd(end, true), name: region, isRegion: true)
            }
            if hasDirection, let place = found.first {
                return RegionMention(tokens: index..<end, name: place.name, isRegion: false, homonyms: place.namesakes)
            }
        }
        if let region, !isAmbiguous(places, region) || isList && !hasDirection {
            if hasDirection, let place = places.first {
                return RegionMention(tokens: index..<end, name: place.name, isRegion: false, homonyms: place.namesakes)
            }
            return RegionMention(tokens: index..<end, name: region, isRegion: true)
        }
        guard let place = places.first else {
            if hasDirection, let adjective = words.first?.adjectives, words.count == 1,
                let place = largest(adjective).first
            {
                return RegionMention(tokens: index..<end, name: place.name, isRegion: false, homonyms: place.namesakes)
            }
            return nil
        }
        if isList, let region { return RegionMention(tokens: index..<end, name: region, isRegion: true) }
        return RegionMention(tokens: index..<end, name: place.name, isRegion: false, homonyms: place.namesakes)
    }

    /// Whether a region's name is a settlement's as well.
    private func isAmbiguous(_ places: [Settlement], _ region: String) -> Bool {
        places.contains { $0.people >= 10_000 && names.regions[Spelling.key($0.name)] == region }
    }

    /// Whether a single word may be a settlement's name: a capital, and no other word of the language.
    private func isName(at index: Int, _ word: Word) -> Bool {
        guard word.isCapitalised, text.tokens[index].text.count > 2 else { return false }
        return !text.hasTag(at: index) || text.tag(.actor, at: index) != nil && isPlaced(index)
    }

    /// Whether "in", "near" or "to" stands before a name, so that a capital city is a place and no government.
    private func isPlaced(_ index: Int) -> Bool {
        text.tag(.outskirts, at: index - 2) != nil
            || text.tag(.distance, at: index - 1) != nil
                && text.tag(.count, at: index + 1) == nil && text.tag(.said, at: index + 1) == nil
                && text.tokens[index - 1].key.count > 3
    }

    /// The settlements that one of several base forms means, those of the most people first.
    private func largest(_ forms: [String]) -> [Settlement] {
        forms.map { names.gazetteer.settlements(spelled: $0) }.filter { !$0.isEmpty }
            .max { ($0.first?.people ?? 0) < ($1.first?.people ?? 0) } ?? []
    }

    private func settlements(_ forms: [String]) -> [Settlement] {
        if let first = forms.first {
            let exact = names.gazetteer.settlements(spelled: first)
            if !exact.isEmpty { return exact }
        }
        if text.lexicon.hasCapitalNouns { return [] }
        let inflected = largest(forms)
        if !inflected.isEmpty { return inflected }
        guard let first = forms.first, first.count >= 6 else { return [] }
        return names.gazetteer.settlements(like: first)
    }

    // MARK: Words and heads

    private func word(at index: Int) -> Word? {
        guard text.tokens[index].kind == .word else { return nil }
        var key = text.tokens[index].key
        var next = index + 1
        while next + 1 < text.tokens.count, text.tokens[next].is("-"), text.tokens[next].isGlued,
            text.tokens[next + 1].isGlued, text.tokens[next + 1].kind == .word
        {
            key += "-" + text.tokens[next + 1].key
            next += 2
        }
        return Word(
            next: next, forms: text.lexicon.nameForms.forms(of: key),
            adjectives: text.lexicon.adjectiveForms.forms(of: key),
            isCapitalised: text.tokens[index].isCapitalised)
    }

    private func combined(_ words: [[String]]) -> [String] {
        words.dropFirst().reduce(words.first ?? []) { starts, forms in
            starts.flatMap { start in forms.map { start + " " + $0 } }
        }
    }

    private func hasHead(_ cue: Cue, behind end: Int, before index: Int) -> Bool {
        let quoted =
            text.tokens.indices.contains(end) && ["\"", "»", "”"].contains(text.tokens[end].key) ? end + 1 : end
        if text.tag(cue, at: quoted) != nil { return true }
        // "Region Sumy", "région de Soumy": the head stands before in languages that have it so.
        guard text.lexicon.headsStandBefore, index > 0 else { return false }
        if text.tag(cue, at: index - 1) != nil { return true }
        return index > 1 && text.tag(cue, at: index - 2) != nil && text.tokens[index - 1].kind == .word
            && text.tokens[index - 1].key.count <= 3
    }

    private func headEnd(_ end: Int, _ hasHead: Bool) -> Int {
        guard hasHead, let tag = text.tag(.region, at: end) else { return end }
        return tag.tokens.upperBound
    }

    /// "Kherson and Zaporizhzhia regions": the head of the last name is that of those before.
    private func shareHeads(_ mentions: inout [RegionMention], _ range: Range<Int>) {
        for index in mentions.indices.dropLast().reversed()
        where !mentions[index].isRegion && !mentions[index].isAnaphora {
            let next = mentions[index + 1]
            let between =
                mentions[index].tokens.upperBound..<max(mentions[index].tokens.upperBound, next.tokens.lowerBound)
            let joins =
                !between.isEmpty && between.allSatisfy { text.isMark(",", at: $0) || text.tag(.and, at: $0) != nil }
            guard joins, next.isRegion, !next.isWhole, let region = names.regions[Spelling.key(mentions[index].name)],
                text.tag(.region, at: next.tokens.upperBound - 1) != nil
            else { continue }
            mentions[index].name = region
            mentions[index].isRegion = true
        }
    }
}
