import Territory

// The words of a name, and the heads that make it a region's or a direction's.
extension RegionReader {
    func word(at index: Int) -> Word? {
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
            next: next, forms: next == index + 1 ? text.forms(at: index) : text.lexicon.nameForms.forms(of: key),
            isCapitalised: text.tokens[index].isCapitalised, lexicon: text.lexicon)
    }

    func combined(_ words: [[String]]) -> [String] {
        words.dropFirst().reduce(words.first ?? []) { starts, forms in
            starts.flatMap { start in forms.map { start + " " + $0 } }
        }
    }

    func hasHead(_ cue: Cue, behind end: Int, before index: Int) -> Bool {
        let quoted =
            text.tokens.indices.contains(end) && ["\"", "»", "”"].contains(text.tokens[end].key) ? end + 1 : end
        if text.tag(cue, at: quoted) != nil { return true }
        if hasSharedHead(cue, behind: end) { return true }
        // "Region Sumy", "région de Soumy": the head stands before in languages that have it so.
        guard text.lexicon.headsStandBefore, index > 0 else { return false }
        if text.tag(cue, at: index - 1) != nil { return true }
        return index > 1 && text.tag(cue, at: index - 2) != nil && text.tokens[index - 1].kind == .word
            && text.tokens[index - 1].key.count <= 3
    }

    /// Whether adjectives that are joined to one have the head: "Запорожской и Херсонской областей".
    func hasSharedHead(_ cue: Cue, behind end: Int) -> Bool {
        guard !text.lexicon.adjectiveForms.isEmpty, !text.lexicon.hasCapitalNouns else { return false }
        var next = end
        for _ in 0..<4 {
            guard text.isMark(",", at: next) || text.tag(.and, at: next) != nil, let word = word(after: next + 1),
                word.adjectives.count > 1
            else { return false }
            if text.tag(cue, at: word.next) != nil { return true }
            next = word.next
        }
        return false
    }

    func word(after index: Int) -> Word? {
        text.tokens.indices.contains(index) ? word(at: index).flatMap { $0.isCapitalised ? $0 : nil } : nil
    }

    func headEnd(_ end: Int, _ hasHead: Bool) -> Int {
        guard hasHead, let tag = text.tag(.region, at: end) else { return end }
        return tag.tokens.upperBound
    }

    /// The settlements that one of several base forms means, those of the most people first; where names are Ukrainian, an
    /// official name before what some only call so.
    func largest(_ forms: [String]) -> [Settlement] {
        let forms = forms.filter(names.gazetteer.knows)
        let official = text.lexicon.hasRussianNames ? [] : forms.filter(names.gazetteer.isOfficial)
        return (official.isEmpty ? forms : official).map { names.gazetteer.settlements(spelled: $0) }.filter {
            !$0.isEmpty
        }
        .max { ($0.first?.people ?? 0) < ($1.first?.people ?? 0) } ?? []
    }

    func settlements(_ forms: [String], isGenitive: Bool = false) -> [Settlement] {
        if let first = forms.first {
            let exact = names.gazetteer.settlements(spelled: first)
            // "до Райгородка": what stands in the genitive is seldom spelled as another place's name is.
            if !exact.isEmpty, isGenitive {
                let inflected = largest(Array(forms.dropFirst()))
                if let other = inflected.first, let same = exact.first, other.people > same.people { return inflected }
            }
            if !exact.isEmpty { return exact }
        }
        if text.lexicon.hasCapitalNouns { return [] }
        let inflected = largest(forms)
        if !inflected.isEmpty { return inflected }
        guard let first = forms.first, first.count >= 6 else { return [] }
        return names.gazetteer.settlements(like: first)
    }
}
