import Territory

/// The phrases of a lexicon, to be found in tokens.
///
/// A phrase is words with spaces between: `captur*` is any word that begins so, `captured|seized` either, `the?` may be
/// missing. Finding takes time linear in the tokens: a word leads to the patterns that it matches, and these to the
/// phrases that begin with them.
struct PhraseIndex: Sendable {
    private struct Phrase: Sendable {
        /// The patterns behind the first, by number.
        let rest: [Int]
        let cue: Cue
        let value: String
    }

    private struct Pattern: Hashable, Sendable {
        let text: String
        let isPrefix: Bool
    }

    private var words = WordTable<Int>()
    private var prefixes = WordTable<Int>()
    /// In bytes.
    private var prefixLengths: Set<Int> = []
    /// By the number of the first word's pattern.
    private var phrases: [[Phrase]] = []

    /// Adds a phrase; whether it could be read.
    private mutating func add(_ text: String, cue: Cue, value: String) -> Bool {
        var expansions: [[Int]] = [[]]
        for word in text.utf8.split(separator: UInt8(ascii: " ")) {
            let isOptional = word.last == UInt8(ascii: "?") && word.count > 1
            // Nearly all words are one choice.
            if !isOptional, !word.contains(UInt8(ascii: "|")) {
                guard let numbers = numbers(of: word) else { return false }
                for index in expansions.indices { expansions[index] += numbers }
                continue
            }
            var choices: [[Int]] = isOptional ? [[]] : []
            for choice in (isOptional ? word.dropLast() : word).split(separator: UInt8(ascii: "|")) {
                guard let numbers = numbers(of: choice) else { return false }
                choices.append(numbers)
            }
            expansions = expansions.flatMap { start in choices.map { start + $0 } }
            guard expansions.count <= 4096 else { return false }
        }
        for patterns in expansions {
            guard let first = patterns.first else { return false }
            phrases[first].append(Phrase(rest: Array(patterns.dropFirst()), cue: cue, value: value))
        }
        return true
    }

    /// The patterns of one choice, `captur*` or `seized`: several where it has marks; none where nothing is left of it.
    private mutating func numbers(of choice: Substring.UTF8View) -> [Int]? {
        let isPrefix = choice.last == UInt8(ascii: "*") && choice.count > 1
        let plain = String(Substring(isPrefix ? choice.dropLast() : choice))
        let isKey = plain == "'s" || plain.unicodeScalars.allSatisfy(Self.isOwnKey)
        if isKey, !plain.isEmpty { return [number(of: plain, isPrefix: isPrefix)] }
        let keys = Tokenizer.tokens(of: plain).map(\.key)
        guard let last = keys.last else { return nil }
        return keys.dropLast().map { number(of: $0, isPrefix: false) } + [number(of: last, isPrefix: isPrefix)]
    }

    /// Whether a scalar is a letter that stands so in the key of a word: nearly all of the lexicons' are.
    private static func isOwnKey(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61...0x7A, 0x430...0x44F, 0x454, 0x456, 0x457, 0x491: true
        default: false
        }
    }

    private mutating func number(of text: String, isPrefix: Bool) -> Int {
        let known = isPrefix ? prefixes[text] : words[text]
        if let known { return known }
        let number = phrases.count
        phrases.append([])
        if isPrefix {
            prefixes[text] = number
            prefixLengths.insert(text.utf8.count)
        } else {
            words[text] = number
        }
        return number
    }

    /// Adds the phrases of a list.
    ///
    /// - Throws: ``InputFault/document(_:)`` at a phrase that cannot be read.
    mutating func add(_ list: DocumentNode, cue: Cue, value: String) throws(InputFault) {
        for item in try list.items() where !add(try item.text(), cue: cue, value: value) {
            throw item.fault(.wrongKind(expected: "words, with *, | and ? as Lexicons.md has them"))
        }
    }

    /// The patterns that a word matches: the word itself, then the longest beginning first.
    private func patterns(matching key: String, _ longestFirst: [Int]) -> [Int] {
        var numbers = words[key].map { [$0] } ?? []
        let bytes = key.utf8
        for length in longestFirst where length <= bytes.count {
            if let prefix = String(bytes.prefix(length)), let number = prefixes[prefix] { numbers.append(number) }
        }
        return numbers
    }

    /// By the number of each word of a text, the patterns that it matches.
    func patterns(of text: WordNumbers) -> [[Int]] {
        let longestFirst = prefixLengths.sorted(by: >)
        return text.keys.map { patterns(matching: $0, longestFirst) }
    }

    /// Adds the phrases that begin at a token to the tags found there; of one cue the longest only.
    ///
    /// - Parameter matched: what ``patterns(of:)`` says of the text.
    func tag(_ text: WordNumbers, at start: Int, matched: [[Int]], _ found: inout [Tag]) {
        for first in matched[text.numbers[start]] {
            for phrase in phrases[first] where start + phrase.rest.count < text.numbers.count {
                var index = start
                let stands = phrase.rest.allSatisfy { pattern in
                    index += 1
                    return matched[text.numbers[index]].contains(pattern)
                }
                guard stands else { continue }
                if let other = found.firstIndex(where: { $0.cue == phrase.cue }) {
                    guard found[other].tokens.count <= phrase.rest.count else { continue }
                    found.remove(at: other)
                }
                found.append(Tag(cue: phrase.cue, value: phrase.value, tokens: start..<index + 1))
            }
        }
    }
}

/// The words of a text by number, so that each is looked up once.
struct WordNumbers: Sendable {
    /// By token, the number of its word.
    private(set) var numbers: [Int] = []
    /// By number, the word's key.
    private(set) var keys: [String] = []
    /// By number, whether the word begins with a capital somewhere.
    private(set) var isCapitalised: [Bool] = []

    init(_ tokens: some Collection<Token>) {
        var known = WordTable<Int>()
        numbers.reserveCapacity(tokens.count)
        for token in tokens {
            let number = known[token.key] ?? keys.count
            if number == keys.count {
                known[token.key] = number
                keys.append(token.key)
                isCapitalised.append(false)
            }
            if token.isCapitalised { isCapitalised[number] = true }
            numbers.append(number)
        }
    }
}
