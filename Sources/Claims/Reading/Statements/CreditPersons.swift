import Territory

// Persons and troops that no list has, credited by what they are said to say.
extension CreditReader {
    /// Persons that no list has: a name in capitals beside a verb of saying or a title, credited by surname.
    mutating func persons(
        in range: Range<Int>, except taken: [Range<Int>], outranked: inout [Range<Int>]
    ) -> [Credit] {
        var credits: [Credit] = []
        for words in nameRuns(in: range, except: taken) where isPerson(words, in: range) {
            guard let surname = words.last else { continue }
            if let group = group(beside: words, in: range, among: taken) {
                // An official is credited by name, an analyst or a spokesman by the group.
                let credited = text.tag(.credit, at: group.lowerBound)?.value
                let isOfficial = credited.map { names.sides[$0] != nil } ?? false
                // "Andrii Kovalov of the General Staff's press service"
                let beside = max(range.lowerBound, words.lowerBound - 5)..<min(range.upperBound, group.upperBound + 4)
                let speaksForIt = beside.contains {
                    !group.contains($0) && text.tag(.spokesman, at: $0) != nil
                        && ($0 < group.lowerBound || text.tokens[group.upperBound].is("'s"))
                }
                if !isOfficial || speaksForIt {
                    people[latin(surname)] = credited
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

    /// The runs of words in capitals that may be names.
    private func nameRuns(in range: Range<Int>, except taken: [Range<Int>]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var index = range.lowerBound
        func isFree(_ index: Int) -> Bool { isNameWord(index) && !taken.contains { $0.contains(index) } }
        while index < range.upperBound {
            var end = index
            while end < range.upperBound, isFree(end) {
                end += 1
                // "Colonel-General", "Hryhorii-Ivan"
                while end + 1 < range.upperBound, text.tokens[end].is("-"), text.tokens[end].isGlued,
                    text.tokens[end + 1].isGlued, isNameWord(end + 1)
                { end += 2 }
            }
            if end > index { runs.append(index..<end) }
            index = max(end, index + 1)
        }
        return runs
    }

    /// Whether words in capitals name a person who says something.
    private func isPerson(_ words: Range<Int>, in range: Range<Int>) -> Bool {
        // "Zelensky told Fox News"
        if words.lowerBound > range.lowerBound, text.tag(.tells, at: words.lowerBound - 1) != nil { return false }
        // "gave the Lyman and Novopavlivka directions": adjectives of places.
        if words.count == 1, !text.lexicon.adjectiveForms.isEmpty,
            (words.upperBound..<words.upperBound + 4).contains(where: {
                $0 < range.upperBound && (text.tag(.direction, at: $0) != nil || text.tag(.region, at: $0) != nil)
            })
        {
            return false
        }
        let isKnown = people[latin(words.lowerBound)] != nil
        let isMarked =
            words.count >= 2 || hasTitle(before: words.lowerBound, from: range.lowerBound)
            || isToldBefore(words.lowerBound, in: range) || isSourceBefore(words.lowerBound, in: range)
        return (isKnown || isMarked && !isPlace(words)) && isSaid(by: words, in: range)
    }

    /// The group that a person belongs to, named beside: "of Finland's Black Bird Group", "a mapper from Black Bird
    /// Group".
    private func group(beside words: Range<Int>, in range: Range<Int>, among taken: [Range<Int>]) -> Range<Int>? {
        let near = words.upperBound..<min(range.upperBound, words.upperBound + 7)
        let before = max(range.lowerBound, words.lowerBound - 3)..<words.lowerBound
        return taken.first { group in
            near.contains(group.lowerBound) && !hasClause(words.upperBound..<group.lowerBound)
                || before.contains(group.upperBound - 1) && !hasClause(group.upperBound..<words.lowerBound)
                    && text.tag(.credit, at: group.lowerBound).map { names.sides[$0.value] == nil } ?? false
        }
    }

    /// Troops by the name of their unit: "the 225th Assault Regiment says".
    func units(in range: Range<Int>) -> [Credit] {
        range.compactMap { index in
            guard text.tokens[index].kind == .number, index + 2 < range.upperBound, text.tokens[index + 1].isGlued,
                text.tokens[index + 1].kind == .word, text.tokens[index + 1].text.count == 2
            else { return nil }
            var end = index + 2
            while end < range.upperBound, text.tokens[end].kind == .word, text.tokens[end].isCapitalised { end += 1 }
            // "Assault Regiment" is told by its last word, or by both.
            let isFormation =
                text.tag(.formation, at: end - 1) != nil
                || text.tag(.formation, at: end - 2).map { $0.tokens.upperBound == end } ?? false
            guard end > index + 2, end - index <= 7, isFormation,
                isSaid(by: index..<end, in: range)
            else { return nil }
            return Credit(
                tokens: index..<end, name: text.words(index..<end), side: names.opponent, isPerson: true)
        }
    }

    /// Commands by their name: "the Southern Command insists".
    func commands(in range: Range<Int>) -> [Credit] {
        range.compactMap { index in
            guard text.tag(.formation, at: index) != nil, text.tokens[index].isCapitalised, index > range.lowerBound,
                !text.lexicon.hasFreeOrder
            else { return nil }
            var start = index
            while start > range.lowerBound, isNameWord(start - 1), text.tokens[start - 1].text.count > 3 { start -= 1 }
            guard start < index, isSaid(by: start..<index + 1, in: range) else { return nil }
            return Credit(
                tokens: start..<index + 1, name: text.words(start..<index + 1), side: names.opponent, isPerson: true)
        }
    }

    func hasClause(_ range: Range<Int>) -> Bool {
        range.contains { text.tag(.clause, at: $0) != nil || text.tag(.said, at: $0) != nil }
    }

    func isNameWord(_ index: Int) -> Bool {
        let token = text.tokens[index]
        guard token.kind == .word, token.isCapitalised, token.text.count > 2,
            !text.tokens[index].text.allSatisfy(\.isUppercase)
        else { return false }
        return !text.hasTag(at: index) && !text.lexicon.common.contains(token.key)
    }

    func isPlace(_ words: Range<Int>) -> Bool {
        if text.tag(.place, at: words.lowerBound) != nil { return true }
        return text.lexicon.nameForms.forms(of: words.map { text.tokens[$0].key }.joined(separator: " ")).contains {
            names.regions[$0] != nil || !names.gazetteer.settlements(spelled: $0).isEmpty
        }
    }

    /// Whether a verb of saying stands right before a name: "stressed Kovalenko".
    func isToldBefore(_ index: Int, in range: Range<Int>) -> Bool {
        index > range.lowerBound && text.tag(.said, at: index - 1) != nil && !text.isWeakSaying(index - 1)
            && !isAddressee(index)
    }

    /// Whether "according to" or "data:" stands right before a name in Latin letters: "according to Janes".
    private func isSourceBefore(_ index: Int, in range: Range<Int>) -> Bool {
        guard text.tokens[index].text.utf8.allSatisfy({ $0 < 128 }), index > range.lowerBound + 1,
            text.tag(.direction, at: index + 1) == nil, text.tag(.region, at: index + 1) == nil
        else { return false }
        if text.isMark(":", at: index - 1) {
            return text.tag(.creditsBefore, at: index - 2).map { $0.tokens.lowerBound == range.lowerBound } ?? false
        }
        return (max(range.lowerBound, index - 3)..<index).contains {
            text.tag(.accordingTo, at: $0).map { $0.tokens.count > 1 && $0.tokens.upperBound == index } ?? false
        }
    }

    /// Whether a name's case says that it is told something.
    func isAddressee(_ index: Int) -> Bool {
        text.lexicon.addresseeEndings.contains { text.tokens[index].key.hasSuffix($0) }
            && text.lexicon.surnameForms.forms(of: text.tokens[index].key).count > 1
    }

    func hasTitle(before index: Int, from start: Int) -> Bool {
        (max(start, index - 3)..<index).contains { text.tag(.title, at: $0) != nil }
    }

    /// Whether a verb of saying stands before a name with who it is between: "said on the air the spokesman of the
    /// group, Ivan Petrenko".
    func isToldWithTitle(before index: Int, from start: Int) -> Bool {
        var hasTitle = false
        for before in stride(from: index - 1, through: max(start, index - 14), by: -1) {
            if text.tag(.title, at: before) != nil { hasTitle = true }
            if let said = text.tag(.said, at: before), said.tokens.upperBound <= index, !text.isWeakSaying(before) {
                return hasTitle
            }
            let isBetween =
                text.tokens[before].kind == .word || text.tokens[before].kind == .number
                || ["\"", "«", "»", "“", "”", "„", "-", "'s"].contains(text.tokens[before].key)
                || before == index - 1 && text.isMark(",", at: before)
            guard isBetween, text.tag(.clause, at: before) == nil,
                text.tag(.credit, at: before).map({ names.isPublisher($0.value) }) ?? true
            else { break }
        }
        return false
    }

    /// Whether a name ends a sentence behind a dash and a title: "6 km are left – the brigade's spokesman Ivan
    /// Petrenko".
    func isSignature(_ words: Range<Int>, in range: Range<Int>) -> Bool {
        guard isLast(words, in: range), let dash = dash(before: words, in: range),
            text.tag(.title, at: dash + 1) != nil
        else { return false }
        return !hasClause(dash + 1..<words.lowerBound)
            && !(dash + 1..<words.lowerBound).contains { text.isMark(",", at: $0) || text.tag(.gain, at: $0) != nil }
    }

    /// Whether nothing but marks stands behind a name in its sentence.
    func isLast(_ words: Range<Int>, in range: Range<Int>) -> Bool {
        (words.upperBound..<max(words.upperBound, range.upperBound)).allSatisfy { text.tokens[$0].kind == .mark }
    }

    /// The last dash before a name, behind other words of its sentence.
    func dash(before words: Range<Int>, in range: Range<Int>) -> Int? {
        range.dropFirst().last { $0 < words.lowerBound && text.isMark("-", at: $0) && !text.tokens[$0].isGlued }
    }

    /// Whether a verb of saying, or words that credit, stand beside a name.
    func isSaid(by words: Range<Int>, in range: Range<Int>) -> Bool {
        var before = words.lowerBound - 1
        while before >= range.lowerBound,
            text.tag(.title, at: before) != nil || text.tag(.actor, at: before) != nil
                || text.tag(.filler, at: before) != nil || text.tokens[before].isCapitalised && !text.hasTag(at: before)
                || ["-", "\"", "«", "»", "“", "”", "„"].contains(text.tokens[before].key)
                || text.tokens[before].kind == .word && before > range.lowerBound
                    && text.tag(.title, at: before - 1) != nil
        { before -= 1 }
        if isToldWithTitle(before: words.lowerBound, from: range.lowerBound) || isSignature(words, in: range) {
            return true
        }
        if isSourceBefore(words.lowerBound, in: range) { return true }
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

    func isVerbOfSaying(_ index: Int) -> Bool {
        text.tag(.said, at: index) != nil && !text.isWeakSaying(index) || text.tag(.deny, at: index) != nil
    }

    func latin(_ index: Int) -> String {
        let word = text.tokens[index].text
        guard word.unicodeScalars.contains(where: { $0.value >= 0x400 && $0.value < 0x530 }) else { return word }
        let key = text.tokens[index].key
        let isWoman = text.lexicon.womensNames.contains(text.tokens[index - 1].key)
        let base = isWoman ? key : text.lexicon.surnameForms.forms(of: key).last ?? key
        let name = base.prefix(1).uppercased() + base.dropFirst()
        return text.lexicon.hasRussianNames && !text.lexicon.ukrainianSurnames.contains(where: base.hasSuffix)
            ? Romanisation.latin(russian: name) : Romanisation.latin(name)
    }
}
