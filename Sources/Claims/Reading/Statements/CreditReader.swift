import Territory

/// Somebody to whom a text credits what it says.
struct Credit: Sendable {
    var tokens: Range<Int>
    /// The name; none where somebody without a name is credited.
    var name: String?
    /// The side that the one credited is on.
    var side: String?
    /// Whether a person spoke, also where the group is credited that the person speaks for.
    var isPerson = false
}

/// Reads to whom a sentence credits what it says.
struct CreditReader {
    let text: TaggedText
    let names: NameBook
    /// By the surname of who spoke before, to whom that was credited: an analyst's words to the group.
    var people: [String: String] = [:]

    /// The credits of a sentence, in their order.
    mutating func credits(in range: Range<Int>) -> [Credit] {
        var credits: [Credit] = []
        for tag in text.tags(.credit, in: range) where isCredited(tag, in: range) {
            credits.append(
                Credit(tokens: withFirstName(tag.tokens, in: range), name: tag.value, side: names.sides[tag.value]))
        }
        var outranked: [Range<Int>] = []
        let persons = persons(in: range, except: credits.map(\.tokens), outranked: &outranked)
        credits = credits.filter { !outranked.contains($0.tokens) } + persons
        for tag in text.tags(.anonymous, in: range) where !credits.contains(where: { $0.tokens.overlaps(tag.tokens) }) {
            credits.append(Credit(tokens: tag.tokens, name: nil, side: side(of: tag)))
        }
        credits.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        return withoutCarriers(credits)
    }

    /// All publishers and speakers named in a sentence, credited or not.
    func named(in range: Range<Int>) -> [Range<Int>] {
        text.tags(.credit, in: range).map { withFirstName($0.tokens, in: range) }
    }

    /// A surname with the first name before it.
    private func withFirstName(_ tokens: Range<Int>, in range: Range<Int>) -> Range<Int> {
        var first = tokens.lowerBound
        while first > range.lowerBound, isNameWord(first - 1) { first -= 1 }
        return first..<tokens.upperBound
    }

    private func side(of tag: Tag) -> String? { text.tag(.actor, at: tag.tokens.lowerBound)?.value }

    /// A publisher is credited by being named; a speaker by a verb of saying, or words that credit, close by.
    private func isCredited(_ tag: Tag, in range: Range<Int>) -> Bool {
        guard names.speakers.contains(tag.value) else { return true }
        // "the Kremlin said"
        if tag.tokens.contains(where: { text.tag(.said, at: $0) != nil }) { return true }
        let before = max(range.lowerBound, tag.tokens.lowerBound - 4)..<tag.tokens.lowerBound
        let after = tag.tokens.upperBound..<min(range.upperBound, tag.tokens.upperBound + 9)
        if isToldWithTitle(before: tag.tokens.lowerBound, from: range.lowerBound) { return true }
        // "told Putin": who is told says nothing.
        if tag.tokens.lowerBound > range.lowerBound, let said = text.tag(.said, at: tag.tokens.lowerBound - 1),
            !text.tags(.credit, in: range.lowerBound..<said.tokens.lowerBound).isEmpty
        {
            return false
        }
        if before.contains(where: { text.tag(.accordingTo, at: $0) != nil || text.tag(.said, at: $0) != nil }) {
            return true
        }
        if after.prefix(5).contains(where: { text.isMark(":", at: $0) }) { return true }
        // "Zaluzhnyi's account", but not "Putin's army".
        if after.prefix(3).contains(where: { text.tag(.count, at: $0) != nil && !text.tokens[$0].is("'s") }) {
            return true
        }
        return after.contains { text.tag(.said, at: $0) != nil || text.tag(.deny, at: $0) != nil }
    }

    /// Persons that no list has: a name in capitals beside a verb of saying or a title, credited by surname.
    private mutating func persons(
        in range: Range<Int>, except taken: [Range<Int>], outranked: inout [Range<Int>]
    ) -> [Credit] {
        var credits: [Credit] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard isNameWord(index), !taken.contains(where: { $0.contains(index) }) else {
                index += 1
                continue
            }
            var end = index
            while end < range.upperBound, isNameWord(end), !taken.contains(where: { $0.contains(end) }) {
                end += 1
                // "Colonel-General", "Hryhorii-Ivan"
                while end + 1 < range.upperBound, text.tokens[end].is("-"), text.tokens[end].isGlued,
                    text.tokens[end + 1].isGlued, isNameWord(end + 1)
                { end += 2 }
            }
            let words = index..<end
            index = end
            // "gave the Lyman and Novopavlivka directions": adjectives of places.
            if (words.upperBound..<words.upperBound + 4).contains(where: {
                $0 < range.upperBound && (text.tag(.direction, at: $0) != nil || text.tag(.region, at: $0) != nil)
            }), words.count == 1, !text.lexicon.adjectiveForms.isEmpty {
                continue
            }
            guard
                words.count >= 2 || people[latin(words.lowerBound)] != nil
                    || (hasTitle(before: words.lowerBound, from: range.lowerBound)
                        || isToldBefore(words.lowerBound, in: range)) && !isPlace(words),
                isSaid(by: words, in: range), let surname = words.last
            else { continue }
            // A group named beside is who counts: "of Finland's Black Bird Group".
            let near = words.upperBound..<min(range.upperBound, words.upperBound + 7)
            // "a mapper from Black Bird Group, Emil Kastehelmi"
            let before = max(range.lowerBound, words.lowerBound - 3)..<words.lowerBound
            if let group = taken.first(where: {
                near.contains($0.lowerBound) && !hasClause(words.upperBound..<$0.lowerBound)
                    || before.contains($0.upperBound - 1) && !hasClause($0.upperBound..<words.lowerBound)
                        && text.tag(.credit, at: $0.lowerBound).map { names.sides[$0.value] == nil } ?? false
            }) {
                // An official is credited by name, an analyst or a spokesman by the group.
                let isOfficial = text.tag(.credit, at: group.lowerBound).map { names.sides[$0.value] != nil } ?? false
                let speaksForIt = (max(range.lowerBound, words.lowerBound - 5)..<group.lowerBound).contains {
                    text.tag(.spokesman, at: $0) != nil
                }
                if !isOfficial || speaksForIt {
                    people[latin(surname)] = text.tag(.credit, at: group.lowerBound)?.value
                    continue
                }
                outranked.append(group)
            }
            let name = people[latin(surname)] ?? latin(surname)
            people[latin(surname)] = name
            credits.append(
                Credit(
                    tokens: words, name: name,
                    side: text.tags(.actor, in: range).first { $0.tokens.lowerBound < words.lowerBound }?.value,
                    isPerson: true))
        }
        return credits
    }

    private func hasClause(_ range: Range<Int>) -> Bool {
        range.contains { text.tag(.clause, at: $0) != nil || text.tag(.said, at: $0) != nil }
    }

    private func isNameWord(_ index: Int) -> Bool {
        let token = text.tokens[index]
        guard token.kind == .word, token.isCapitalised, token.text.count > 2,
            !text.tokens[index].text.allSatisfy(\.isUppercase)
        else { return false }
        return !text.hasTag(at: index) && !text.lexicon.common.contains(token.key)
    }

    private func isPlace(_ words: Range<Int>) -> Bool {
        text.lexicon.nameForms.forms(of: words.map { text.tokens[$0].key }.joined()).contains {
            names.regions[$0] != nil || !names.gazetteer.settlements(spelled: $0).isEmpty
        }
    }

    /// Whether a verb of saying stands right before a name: "stressed Kovalenko".
    private func isToldBefore(_ index: Int, in range: Range<Int>) -> Bool {
        index > range.lowerBound && text.tag(.said, at: index - 1) != nil && !text.isWeakSaying(index - 1)
            && !isAddressee(index)
    }

    /// Whether a name's case says that it is told something.
    private func isAddressee(_ index: Int) -> Bool {
        text.lexicon.addresseeEndings.contains { text.tokens[index].key.hasSuffix($0) }
            && text.lexicon.surnameForms.forms(of: text.tokens[index].key).count > 1
    }

    private func hasTitle(before index: Int, from start: Int) -> Bool {
        (max(start, index - 3)..<index).contains { text.tag(.title, at: $0) != nil }
    }

    /// Whether a verb of saying stands before a name with who it is between: "said on the air the spokesman of the group,
    /// Ivan Petrenko".
    private func isToldWithTitle(before index: Int, from start: Int) -> Bool {
        var hasTitle = false
        for before in stride(from: index - 1, through: max(start, index - 14), by: -1) {
            if text.tag(.title, at: before) != nil { hasTitle = true }
            if let said = text.tag(.said, at: before), said.tokens.upperBound <= index, !text.isWeakSaying(before) {
                return hasTitle
            }
            let isBetween =
                text.tokens[before].kind == .word
                || ["\"", "«", "»", "“", "”", "„", "-", "'s"].contains(text.tokens[before].key)
                || before == index - 1 && text.isMark(",", at: before)
            guard isBetween, text.tag(.clause, at: before) == nil,
                text.tag(.credit, at: before).map({ names.isPublisher($0.value) }) ?? true
            else { break }
        }
        return false
    }

    /// Whether a verb of saying, or words that credit, stand beside a name.
    private func isSaid(by words: Range<Int>, in range: Range<Int>) -> Bool {
        var before = words.lowerBound - 1
        while before >= range.lowerBound,
            text.tag(.title, at: before) != nil || text.tag(.actor, at: before) != nil
                || text.tag(.filler, at: before) != nil || text.tokens[before].isCapitalised && !text.hasTag(at: before)
                || ["-", "\"", "«", "»", "“", "”", "„"].contains(text.tokens[before].key)
                || text.tokens[before].kind == .word && before > range.lowerBound
                    && text.tag(.title, at: before - 1) != nil
        { before -= 1 }
        if isToldWithTitle(before: words.lowerBound, from: range.lowerBound) { return true }
        if before >= range.lowerBound {
            // Who is in or at a place is not who says so.
            if text.tag(.said, at: before) != nil && !isAddressee(words.upperBound - 1)
                || text.tag(.accordingTo, at: before) != nil && text.tag(.at, at: before) == nil
                    && text.tokens[before].key.utf8.count > 2
            {
                return true
            }
            if before > range.lowerBound, text.tag(.accordingTo, at: before - 1)?.tokens.upperBound == before + 1 {
                return true
            }
        }
        var after = words.upperBound
        // "A commander, Petro Kuzyk, says"; "Petro Kuzyk, a battalion commander, says"
        if text.isMark(",", at: after) {
            after += 1
            if isVerbOfSaying(after) { return true }
            var steps = 0
            while after < range.upperBound, !text.isMark(",", at: after), steps < 9 {
                after += 1
                steps += 1
            }
            after += 1
        }
        return isVerbOfSaying(after) || isVerbOfSaying(after + 1)
            || after == words.upperBound && text.isMark(":", at: after)
    }

    private func isVerbOfSaying(_ index: Int) -> Bool {
        text.tag(.said, at: index) != nil && !text.isWeakSaying(index) || text.tag(.deny, at: index) != nil
    }

    private func latin(_ index: Int) -> String {
        let word = text.tokens[index].text
        guard word.unicodeScalars.contains(where: { $0.value >= 0x400 && $0.value < 0x530 }) else { return word }
        let base =
            text.lexicon.surnameForms.forms(of: text.tokens[index].key).last ?? text.tokens[index].key
        let name = base.prefix(1).uppercased() + base.dropFirst()
        return text.lexicon.hasRussianNames && !text.lexicon.ukrainianSurnames.contains(where: base.hasSuffix)
            ? Romanisation.latin(russian: name) : Romanisation.latin(name)
    }

    /// Of "Reuters, citing DeepState" the second counts; of "AFP, from ISW's data" the first.
    private func withoutCarriers(_ credits: [Credit]) -> [Credit] {
        var kept: [Credit] = []
        for credit in credits {
            guard let last = kept.last, last.name != nil, credit.name != nil else {
                kept.append(credit)
                continue
            }
            let between = last.tokens.upperBound..<max(last.tokens.upperBound, credit.tokens.lowerBound)
            let isShort =
                between.count <= 12
                && !between.contains {
                    text.isMark(";", at: $0) || text.tag(.clause, at: $0) != nil || text.isMark(".", at: $0)
                }
            let isBeside =
                credit.name.map(names.speakers.contains) ?? false
                && between.allSatisfy { text.tag(.title, at: $0) != nil || text.tag(.actor, at: $0) != nil }
            // "General Staff spokesman Andrii Kovalov": the group that a spokesman speaks for counts.
            let isSpokesmans =
                isBeside && names.isPublisher(last.name)
                && (max(0, last.tokens.lowerBound - 2)..<credit.tokens.lowerBound).contains {
                    text.tag(.spokesman, at: $0) != nil
                }
            if isSpokesmans {
                kept[kept.count - 1].tokens = last.tokens.lowerBound..<credit.tokens.upperBound
                kept[kept.count - 1].isPerson = true
                continue
            }
            // "Kremlin spokesman Dmitry Peskov": a person that is known by name outranks whom he speaks for.
            let namesPerson = isBeside
            // "Andrii Hnatov, chief of the General Staff": whose office it is does not say it.
            let isOffice =
                last.name.map(names.speakers.contains) ?? false && between.count <= 6
                && text.isMark(",", at: between.lowerBound) && between.contains { text.tag(.title, at: $0) != nil }
            if isOffice { continue }
            // "quotes the data of DeepState «Ukrainska Pravda»": who quotes stands behind.
            if between.allSatisfy({ ["«", "\"", "“", "„"].contains(text.tokens[$0].key) }),
                (max(0, last.tokens.lowerBound - 2)..<last.tokens.lowerBound).contains(where: {
                    text.tag(.citing, at: $0) != nil
                })
            {
                continue
            }
            if namesPerson || isShort && between.contains(where: { text.tag(.citing, at: $0) != nil }) {
                kept.removeLast()
                kept.append(credit)
            } else if isShort, between.contains(where: { text.tag(.using, at: $0) != nil }) {
                continue
            } else {
                kept.append(credit)
            }
        }
        return kept
    }
}

extension TaggedText {
    /// Whether a verb says something only of publishers: "has", "sees".
    func isWeakSaying(_ index: Int) -> Bool {
        tag(.weak, at: index).map { weak in tag(.said, at: index).map { weak.tokens.count >= $0.tokens.count } ?? true }
            ?? false
    }
}
