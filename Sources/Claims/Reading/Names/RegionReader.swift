import Territory

/// Reads the regions and places that a text names, in any case form and spelling.
struct RegionReader {
    let text: TaggedText
    let names: NameBook

    struct Word {
        let next: Int
        let forms: [String]
        let isCapitalised: Bool
        let lexicon: Lexicon
        /// The names that it may be an adjective of, itself first; seldom asked for.
        var adjectives: [String] { forms.first.map(lexicon.adjectiveForms.forms) ?? [] }
    }

    /// The regions and places of a sentence; in a list of regions, names that are also settlements' are regions'.
    ///
    /// - Parameter namesDirections: whether the sentence before names a direction, so that an adjective alone can be one.
    func regions(
        in range: Range<Int>, isList: Bool, namesDirections: Bool, except taken: [Range<Int>]
    ) -> [RegionMention] {
        var mentions: [RegionMention] = []
        var index = range.lowerBound
        var aside: Int?
        // Where the first region's and direction's heads end.
        let (headEnd, directionEnd) = (firstEnd(.region, in: range), firstEnd(.direction, in: range))
        while index < range.upperBound {
            if let other = taken.first(where: { $0.contains(index) }) {
                index = other.upperBound
                continue
            }
            let isList = isList || index >= headEnd
            let goesOn =
                isList || namesDirections || text.tag(.growBy, at: index - 1) != nil || index >= directionEnd
            let elliptic = goesOn ? adjective(at: index, isList: isList) : nil
            guard let mention = elliptic ?? mention(at: index, in: range, isList: isList) else {
                index += 1
                continue
            }
            // "with Crimea and a part of the Donbas": what is joined to an aside is one.
            let isAside =
                [index - 1, index - 2].contains { text.tag(.including, at: $0) != nil }
                || aside.map { mention.tokens.lowerBound - $0 <= 3 && isJoined($0..<mention.tokens.lowerBound) }
                    ?? false
            if isAside { aside = mention.tokens.upperBound }
            let isIncluded = text.tag(.including, at: mention.tokens.upperBound) != nil
            if !isAside && !isIncluded || mention.isWhole { mentions.append(mention) }
            index = max(mention.tokens.upperBound, index + 1)
        }
        mentions.removeAll { $0.isNone || isTroops($0) }
        for index in mentions.indices { mentions[index].isDateline = isDateline(mentions[index], range) }
        shareHeads(&mentions, range)
        for index in mentions.indices.dropFirst().reversed() where isApposition(mentions, index, range) {
            mentions.remove(at: index)
        }
        return mentions
    }

    private func firstEnd(_ cue: Cue, in range: Range<Int>) -> Int {
        range.lazy.compactMap { text.tag(cue, at: $0)?.tokens.upperBound }.min() ?? .max
    }

    /// Whether "and", and nothing but words of a part, stands between two names.
    private func isJoined(_ range: Range<Int>) -> Bool {
        range.contains { text.tag(.and, at: $0) != nil }
            && range.allSatisfy {
                text.tag(.and, at: $0) != nil
                    || text.tokens[$0].kind == .word && !text.tokens[$0].isCapitalised
                        && text.tag(.said, at: $0) == nil && text.tag(.gain, at: $0) == nil
                        && text.tag(.hold, at: $0) == nil
            }
    }

    private func mention(at index: Int, in range: Range<Int>, isList: Bool) -> RegionMention? {
        if let other = text.tag(.otherName, at: index) {
            return RegionMention(tokens: other.tokens, name: "", isRegion: false, isNone: true)
        }
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
        if let tag = text.tag(.there, at: index), !isHeadOfName(tag) {
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

    /// "the village of Dachne": the name stands behind.
    private func isHeadOfName(_ tag: Tag) -> Bool {
        let next = tag.tokens.upperBound
        // "in der Region Donezk"
        if text.lexicon.hasCapitalNouns, text.tag(.region, at: next - 1) != nil, text.tokens.indices.contains(next),
            let word = word(at: next), word.forms.contains(where: { names.regions[$0] != nil })
        {
            return true
        }
        return text.tag(.at, at: next) != nil && text.tag(.filler, at: next) != nil && !text.lexicon.hasFreeOrder
            && text.tokens.indices.contains(next + 1) && text.tokens[next + 1].isCapitalised
    }

    /// An adjective that stands for a direction or, in a list, a region whose head was named before: "ще 19% —
    /// Краматорський".
    private func adjective(at index: Int, isList: Bool) -> RegionMention? {
        guard !text.hasTag(at: index), let word = word(after: index), word.adjectives.count > 1,
            !text.lexicon.hasCapitalNouns, !hasHead(.region, behind: word.next, before: index),
            !hasHead(.direction, behind: word.next, before: index)
        else { return nil }
        let adjectives = Array(word.adjectives.dropFirst())
        if isList,
            let region = (word.forms + adjectives).lazy.compactMap({ names.regions[$0] }).first
                ?? largest(adjectives).first.flatMap({ names.regions[Spelling.key($0.name)] })
        {
            return RegionMention(tokens: index..<word.next, name: region, isRegion: true)
        }
        guard let place = largest(adjectives).first,
            place.people > (names.gazetteer.settlements(spelled: word.forms[0]).first?.people ?? 0)
        else { return nil }
        return RegionMention(tokens: index..<word.next, name: place.name, isRegion: false, homonyms: place.namesakes)
    }

    /// Polish writes adjectives of places in lower case; they count only beside the word "region" or "direction".
    private func isLowerAdjective(_ index: Int) -> Bool {
        func isHead(_ index: Int) -> Bool {
            text.tag(.region, at: index) != nil || text.tag(.direction, at: index) != nil
        }
        return !text.lexicon.adjectiveForms.isEmpty && (isHead(index - 1) || isHead(index + 1))
            && text.tokens[index].key.count > 4
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
        let places = isPlain ? settlements(forms, isGenitive: text.tag(.genitive, at: index - 1) != nil) : []
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

    /// Whether a place's name is that of troops: "Luhansk tactical group", «Хортиця».
    private func isTroops(_ mention: RegionMention) -> Bool {
        guard !mention.isAnaphora, !mention.isWhole else { return false }
        let (before, next) = (mention.tokens.lowerBound - 1, mention.tokens.upperBound)
        let hasHead = mention.isRegion && text.tag(.region, at: next - 1) != nil
        if text.tag(.formation, at: next) != nil, !hasHead { return true }
        return !mention.isRegion && isMark(before, oneOf: ["\"", "«", "“", "„"])
            && isMark(next, oneOf: ["\"", "»", "”", "“"])
    }

    private func isMark(_ index: Int, oneOf marks: [String]) -> Bool {
        text.tokens.indices.contains(index) && text.tokens[index].kind == .mark
            && marks.contains(text.tokens[index].text)
    }

    /// Whether a name is where a text was written: "PARIS, Nov 4 (Agency) —".
    private func isDateline(_ mention: RegionMention, _ range: Range<Int>) -> Bool {
        guard mention.tokens.lowerBound == range.lowerBound, text.tokens[range.lowerBound].startsLine else {
            return false
        }
        let next = mention.tokens.upperBound
        guard [",", "(", ".", "/"].contains(where: { text.isMark($0, at: next) }) else { return false }
        let head = next..<min(next + 10, range.upperBound)
        return head.contains { text.isMark("-", at: $0) && !text.tokens[$0].isGlued }
    }

    /// Whether a region only says where the place before it lies: "Milove, in Kharkiv region, …".
    private func isApposition(_ mentions: [RegionMention], _ index: Int, _ range: Range<Int>) -> Bool {
        let (place, region) = (mentions[index - 1], mentions[index])
        guard region.isRegion, !region.isWhole, !place.isRegion, !place.isAnaphora, !place.isDateline,
            place.tokens.upperBound < region.tokens.lowerBound
        else { return false }
        let between = place.tokens.upperBound..<region.tokens.lowerBound
        let next = region.tokens.upperBound
        let isListed =
            index + 1 < mentions.count && mentions[index + 1].isRegion
            && mentions[index + 1].tokens.lowerBound - next <= 2
            || index > 1 && mentions[index - 2].isRegion
                && place.tokens.lowerBound - mentions[index - 2].tokens.upperBound <= 2
        return (text.isMark(",", at: between.lowerBound) || text.isMark("(", at: between.lowerBound))
            && between.dropFirst().allSatisfy { text.tag(.at, at: $0) != nil || text.tag(.filler, at: $0) != nil }
            && (next >= range.upperBound || text.tokens[next].kind == .mark) && !isListed
    }

    // MARK: Words and heads

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
