import Territory

/// The phrases of a lexicon, to be found in tokens.
///
/// A phrase is words with spaces between: `captur*` is any word that begins so, `captured|seized` either, `the?` may be
/// missing. Finding takes time linear in the tokens: a word leads to the phrases that begin with it.
struct PhraseIndex: Sendable {
    private struct Pattern: Sendable {
        let text: String
        let isPrefix: Bool

        func matches(_ key: String) -> Bool { isPrefix ? key.hasPrefix(text) : key == text }
    }

    private struct Phrase: Sendable {
        let words: [Pattern]
        let cue: Cue
        let value: String
    }

    private var byWord: [String: [Phrase]] = [:]
    private var byPrefix: [String: [Phrase]] = [:]
    private var prefixLengths: Set<Int> = []

    /// Adds a phrase; whether it could be read.
    private mutating func add(_ text: String, cue: Cue, value: String) -> Bool {
        var expansions: [[Pattern]] = [[]]
        for word in text.split(separator: " ") {
            let isOptional = word.hasSuffix("?") && word.count > 1
            var choices: [[Pattern]] = isOptional ? [[]] : []
            for choice in (isOptional ? word.dropLast() : word).split(separator: "|") {
                let isPrefix = choice.hasSuffix("*") && choice.count > 1
                let plain = String(isPrefix ? choice.dropLast() : choice)
                let keys = plain == "'s" ? [plain] : Tokenizer.tokens(of: plain).map(\.key)
                guard let last = keys.last else { return false }
                choices.append(
                    keys.dropLast().map { Pattern(text: $0, isPrefix: false) } + [
                        Pattern(text: last, isPrefix: isPrefix)
                    ])
            }
            expansions = expansions.flatMap { start in choices.map { start + $0 } }
            guard expansions.count <= 4096 else { return false }
        }
        for words in expansions {
            guard let first = words.first else { return false }
            let phrase = Phrase(words: words, cue: cue, value: value)
            if first.isPrefix {
                byPrefix[first.text, default: []].append(phrase)
                prefixLengths.insert(first.text.count)
            } else {
                byWord[first.text, default: []].append(phrase)
            }
        }
        return true
    }

    /// Adds the phrases of a list.
    ///
    /// - Throws: ``InputFault/document(_:)`` at a phrase that cannot be read.
    mutating func add(_ list: DocumentNode, cue: Cue, value: String) throws(InputFault) {
        for item in try list.items() where !add(try item.text(), cue: cue, value: value) {
            throw item.fault(.wrongKind(expected: "words, with *, | and ? as Lexicons.md has them"))
        }
    }

    /// The phrases that stand in the tokens, by where they begin; of one cue the longest only.
    func tags(in tokens: [Token]) -> [[Tag]] {
        var known: [String: [Phrase]] = [:]
        return tokens.indices.map { start in
            let key = tokens[start].key
            let phrases = known[key] ?? phrases(beginningWith: key)
            known[key] = phrases
            var found: [Tag] = []
            for phrase in phrases where start + phrase.words.count <= tokens.count {
                let range = start..<start + phrase.words.count
                guard zip(phrase.words, tokens[range]).allSatisfy({ $0.matches($1.key) }) else { continue }
                if let index = found.firstIndex(where: { $0.cue == phrase.cue }) {
                    guard found[index].tokens.count < range.count else { continue }
                    found.remove(at: index)
                }
                found.append(Tag(cue: phrase.cue, value: phrase.value, tokens: range))
            }
            return found
        }
    }

    private func phrases(beginningWith key: String) -> [Phrase] {
        var phrases = byWord[key] ?? []
        for length in prefixLengths.sorted(by: >) where length <= key.count {
            phrases += byPrefix[String(key.prefix(length))] ?? []
        }
        return phrases
    }
}
