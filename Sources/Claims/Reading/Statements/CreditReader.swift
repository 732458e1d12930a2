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
        let all = text.tags(.credit, in: range)
        for tag in all where isCredited(tag, in: range) {
            // "агентство Reuters": what stands before is a word for it.
            if !text.tokens[tag.tokens.lowerBound].isCapitalised,
                all.contains(where: { $0.tokens.lowerBound == tag.tokens.upperBound })
            {
                continue
            }
            credits.append(
                Credit(tokens: withFirstName(tag.tokens, in: range), name: tag.value, side: names.sides[tag.value]))
        }
        var outranked: [Range<Int>] = []
        let persons = persons(in: range, except: credits.map(\.tokens), outranked: &outranked)
        credits = credits.filter { !outranked.contains($0.tokens) } + persons
        credits += units(in: range) + commands(in: range)
        for tag in text.tags(.anonymous, in: range)
        where isCredited(nameless: tag, in: range)
            && !credits.contains(where: {
                // "ISW maps show"
                $0.tokens.overlaps(tag.tokens) || 0...1 ~= tag.tokens.lowerBound - $0.tokens.upperBound
                    // "volunteers of the Black Bird Group"
                    || 1...2 ~= $0.tokens.lowerBound - tag.tokens.upperBound
                        && (tag.tokens.upperBound..<$0.tokens.lowerBound).allSatisfy {
                            text.tag(.at, at: $0) != nil || text.tag(.filler, at: $0) != nil
                                || text.tag(.from, at: $0) != nil
                        }
            })
        {
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

    /// Somebody without a name is credited where words that credit are part of the phrase or stand close by, not
    /// "190,000 residents".
    private func isCredited(nameless tag: Tag, in range: Range<Int>) -> Bool {
        let near = (tag.tokens.lowerBound - 3..<tag.tokens.upperBound + 4).clamped(to: range)
        return near.contains { index in
            [Cue.said, .accordingTo, .count, .using, .citing, .deny].contains { text.tag($0, at: index) != nil }
        }
    }

    /// A publisher is credited by being named; a speaker by a verb of saying, or words that credit, close by.
    private func isCredited(_ tag: Tag, in range: Range<Int>) -> Bool {
        // "Syrskyi told the BBC"
        var told = tag.tokens.lowerBound - 1
        if told > range.lowerBound, text.tag(.filler, at: told) != nil { told -= 1 }
        if told >= range.lowerBound, text.tag(.tells, at: told) != nil { return false }
        guard names.speakers.contains(tag.value) else { return true }
        let name = withFirstName(tag.tokens, in: range)
        // "Occupiers hold 90% of Myrnohrad – Syrskyi"
        if isSignature(name, in: range)
            || isLast(name, in: range) && dash(before: name, in: range) == name.lowerBound - 1
        {
            return true
        }
        // "the Kremlin said"
        if tag.tokens.contains(where: { text.tag(.said, at: $0) ?? text.tag(.accordingTo, at: $0) != nil }) {
            return true
        }
        let before = max(range.lowerBound, tag.tokens.lowerBound - 4)..<tag.tokens.lowerBound
        // "Zaluzhnyi's successor, Oleksandr Syrskyi, told": the other one says it.
        if tag.tokens.upperBound + 1 < range.upperBound, text.tokens[tag.tokens.upperBound].is("'s"),
            text.tag(.title, at: tag.tokens.upperBound + 1) != nil
        {
            return false
        }
        let after = tag.tokens.upperBound..<min(range.upperBound, tag.tokens.upperBound + 9)
        if isToldWithTitle(before: tag.tokens.lowerBound, from: range.lowerBound) { return true }
        // "told Putin": who is told says nothing.
        let last = tag.tokens.lowerBound - 1
        told = text.tag(.growTo, at: last) == nil ? last : last - 1
        if told >= range.lowerBound, let said = text.tag(.said, at: told),
            !text.tags(.credit, in: range.lowerBound..<said.tokens.lowerBound).isEmpty
        {
            return false
        }
        if before.contains(where: { text.tag(.accordingTo, at: $0) != nil || text.tag(.said, at: $0) != nil }) {
            return true
        }
        if after.prefix(5).contains(where: { text.isMark(":", at: $0) }) { return true }
        // "Putin at his year-end press conference: “We hold…”"
        let isQuoting = after.contains { index in
            text.isMark(":", at: index) && index + 1 < range.upperBound
                && ["\"", "“", "«", "„"].contains(text.tokens[index + 1].text)
        }
        if isQuoting { return true }
        // "Zaluzhnyi's account", but not "Putin's army".
        if after.prefix(3).contains(where: { text.tag(.count, at: $0) != nil && !text.tokens[$0].is("'s") }) {
            return true
        }
        if after.contains(where: { text.tag(.said, at: $0) != nil || text.tag(.deny, at: $0) != nil }) { return true }
        // "Balitsky, the Moscow-installed head of Zaporizhzhia region, said"
        return text.isMark(",", at: tag.tokens.upperBound)
            && (after.upperBound..<min(range.upperBound, after.upperBound + 9)).contains {
                text.isMark(",", at: $0 - 1) && text.tag(.said, at: $0) != nil && !text.isWeakSaying($0)
            }
    }

    /// Of "Reuters, citing DeepState" the second counts; of "AFP, from ISW's data" the first.
    private func withoutCarriers(_ credits: [Credit]) -> [Credit] {
        var kept: [Credit] = []
        for credit in credits {
            guard let last = kept.last, last.name != nil, credit.name != nil else {
                kept.append(credit)
                continue
            }
            switch choice(between: last, and: credit) {
            case .both: kept.append(credit)
            case .first: break
            case .second: kept[kept.count - 1] = credit
            case .firstAsPerson:
                kept[kept.count - 1].tokens = last.tokens.lowerBound..<credit.tokens.upperBound
                kept[kept.count - 1].isPerson = true
            }
        }
        return kept
    }

    /// Which of two that are named next to each other is credited.
    private enum Credited { case first, second, both, firstAsPerson }

    private func choice(between last: Credit, and credit: Credit) -> Credited {
        let between = last.tokens.upperBound..<max(last.tokens.upperBound, credit.tokens.lowerBound)
        func has(_ cue: Cue, _ range: Range<Int>) -> Bool { range.contains { text.tag(cue, at: $0) != nil } }
        // "Kremlin spokesman Dmitry Peskov": a person that is known by name outranks whom he speaks for; but of
        // "General Staff spokesman Andrii Kovalov" the group counts.
        let isBeside =
            credit.name.map(names.speakers.contains) ?? false
            && between.allSatisfy { text.tag(.title, at: $0) != nil || text.tag(.actor, at: $0) != nil }
        if isBeside, names.isPublisher(last.name),
            has(.spokesman, max(0, last.tokens.lowerBound - 2)..<credit.tokens.lowerBound)
        {
            return .firstAsPerson
        }
        // "Dmytro Lykhovii, a spokesman for the General Staff", "Andrii Kovalov of the General Staff's press service": what he
        // says is the group's.
        if between.count <= 6, names.isPublisher(credit.name), text.isMark(",", at: between.lowerBound),
            last.isPerson || last.name.map(names.speakers.contains) ?? false, has(.spokesman, between)
        {
            return .second
        }
        if between.count <= 3, names.isPublisher(credit.name), last.name.map(names.speakers.contains) ?? false,
            has(.spokesman, credit.tokens.upperBound..<credit.tokens.upperBound + 3),
            text.tokens[credit.tokens.upperBound].is("'s")
        {
            return .second
        }
        // "the deputy head of HUR Vadym Skibitskyi": an official of his own name.
        if credit.isPerson, between.isEmpty, has(.title, max(0, last.tokens.lowerBound - 3)..<last.tokens.lowerBound),
            last.name.map({ names.sides[$0] != nil }) ?? false,
            !has(.spokesman, max(0, last.tokens.lowerBound - 3)..<last.tokens.lowerBound)
        {
            return .second
        }
        // "measured on ISW's map the agency AFP": who did it stands behind.
        if between.count <= 1, between.allSatisfy({ text.tokens[$0].kind == .word && !text.tokens[$0].isCapitalised }),
            text.lexicon.hasFreeOrder, has(.count, max(0, last.tokens.lowerBound - 2)..<last.tokens.lowerBound),
            has(.said, max(0, last.tokens.lowerBound - 5)..<last.tokens.lowerBound)
        {
            return .second
        }
        // "Andrii Hnatov, chief of the General Staff": whose office it is does not say it.
        let isOffice = between.count <= 6 && text.isMark(",", at: between.lowerBound) && has(.title, between)
        if isOffice, last.isPerson || last.name.map(names.speakers.contains) ?? false { return .first }
        // "quotes the data of DeepState «Ukrainska Pravda»": who quotes stands behind.
        if between.allSatisfy({ ["«", "\"", "“", "„"].contains(text.tokens[$0].key) }),
            has(.citing, max(0, last.tokens.lowerBound - 2)..<last.tokens.lowerBound)
        {
            return .first
        }
        let isShort =
            between.count <= 12 && !has(.clause, between)
            && !between.contains { text.isMark(";", at: $0) || text.isMark(".", at: $0) }
        if isBeside || isShort && has(.citing, between) { return .second }
        return isShort && (has(.using, between) || isWorkedOut(between, from: credit) || isAnswered(between))
            ? .first : .both
    }

    /// Whether one works out what another's data say: "AFP found by analysing ISW's data".
    private func isWorkedOut(_ between: Range<Int>, from credit: Credit) -> Bool {
        let count = credit.tokens.upperBound..<credit.tokens.upperBound + 3
        return between.contains { text.tag(.said, at: $0) != nil }
            && between.contains { index in
                text.tag(.said, at: index) != nil && !text.isWeakSaying(index)
                    || [.at, .growBy].contains { text.tag($0, at: index) != nil }
            }
            && between.last.map { text.tag(.said, at: $0) == nil } ?? false
            && count.contains { text.tag(.count, at: $0).map { !text.tokens[$0.tokens.lowerBound].is("'s") } ?? false }
            && !count.contains { text.tag(.said, at: $0) != nil }
    }

    /// Whether one denies what another says: "the General Staff rejected Putin's words".
    private func isAnswered(_ between: Range<Int>) -> Bool {
        between.contains { text.tag(.deny, at: $0) != nil }
            && !between.contains { text.isMark(",", at: $0) || text.isMark(":", at: $0) }
    }
}

extension TaggedText {
    /// Whether a verb says something only of publishers: "has", "sees".
    func isWeakSaying(_ index: Int) -> Bool {
        tag(.weak, at: index).map { weak in tag(.said, at: index).map { weak.tokens.count >= $0.tokens.count } ?? true }
            ?? false
    }
}
