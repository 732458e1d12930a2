/// A sentence, or a line of a list, as a stretch of tokens.
struct Sentence: Sendable {
    /// The tokens.
    let tokens: Range<Int>
    /// The number of its paragraph.
    let paragraph: Int
    /// Whether it ends with a question mark.
    let isQuestion: Bool
    /// Whether it is a line of its own that ends with no mark: a headline, or an item of a list.
    let isBareLine: Bool
}

extension Sentence {
    /// Cuts a text into sentences.
    ///
    /// A sentence ends with `.`, `!`, `?` or `…` before a capital, a digit, a quotation mark or the line's end, but not behind
    /// an abbreviation or an initial. A line ends a sentence where the next one does not go on in lower case.
    static func split(
        _ tokens: [Token], abbreviations: Set<String>, scaleAbbreviations: Set<String> = [],
        hasOrdinalPoint: Bool = false
    ) -> [Sentence] {
        var sentences: [Sentence] = []
        var start = 0
        var paragraph = 0

        func close(at end: Int) {
            guard end > start else { return }
            var last = end - 1
            while last > start, tokens[last].kind == .mark, closers.contains(tokens[last].key) { last -= 1 }
            let mark = tokens[last].kind == .mark ? tokens[last].key : ""
            let isWholeLine = tokens[start].startsLine && (end == tokens.count || tokens[end].startsLine)
            sentences.append(
                Sentence(
                    tokens: start..<end, paragraph: paragraph, isQuestion: mark == "?",
                    isBareLine: isWholeLine && !terminators.contains(mark)))
            start = end
        }

        for index in tokens.indices {
            let token = tokens[index]
            if index > start, token.startsLine, token.startsParagraph || beginsAnew(tokens, index) { close(at: index) }
            if token.startsParagraph { paragraph += 1 }
            guard token.kind == .mark, terminators.contains(token.key), index >= start else { continue }
            var end = index + 1
            while end < tokens.count, tokens[end].isGlued, tokens[end].kind == .mark,
                closers.contains(tokens[end].key) || terminators.contains(tokens[end].key)
            { end += 1 }
            // A footnote's number: "2022.[3]"
            while end + 2 < tokens.count, tokens[end].is("["), tokens[end].isGlued, tokens[end + 1].kind == .number,
                tokens[end + 2].is("]")
            { end += 3 }
            if end == tokens.count {
                close(at: end)
            } else if !tokens[end].isGlued, opensSentence(tokens[end]),
                !isAbbreviation(tokens, index, start, abbreviations),
                !((tokens[end].kind == .number || tokens[end].is("-") && !tokens[end].startsLine) && index > start
                    && scaleAbbreviations.contains(tokens[index - 1].key)),
                !(hasOrdinalPoint && isOrdinal(tokens, index))
            {
                close(at: end)
            }
        }
        close(at: tokens.count)
        return sentences
    }

    private static let terminators: Set<String> = [".", "!", "?", "…"]
    private static let closers: Set<String> = ["\"", "”", "»", "'", "’", ")", "]", "“"]

    private static func opensSentence(_ token: Token) -> Bool {
        switch token.kind {
        case .word:
            token.isCapitalised
                || token.text.unicodeScalars.first?.properties.lowercaseMapping == token.text
                    && !(token.text.unicodeScalars.first?.properties.isLowercase ?? true)
        case .number: true
        case .mark: ["\"", "“", "«", "„", "(", "-", "—", "–", "•", "[", "+", "#", "@"].contains(token.text)
        }
    }

    private static func beginsAnew(_ tokens: [Token], _ index: Int) -> Bool {
        guard tokens[index].text.unicodeScalars.first?.properties.isLowercase ?? false else { return true }
        return terminators.contains(tokens[index - 1].key)
    }

    /// Whether the point at an index makes a number an ordinal: "4. Juni".
    private static func isOrdinal(_ tokens: [Token], _ index: Int) -> Bool {
        tokens[index].is(".") && tokens[index].isGlued && index > 0 && tokens[index - 1].kind == .number
            && tokens[index - 1].text.count <= 2 && index + 1 < tokens.count && !tokens[index + 1].startsLine
    }

    /// Whether the point at an index belongs to an abbreviation, an initial, or the number of an item.
    private static func isAbbreviation(
        _ tokens: [Token], _ index: Int, _ start: Int, _ abbreviations: Set<String>
    ) -> Bool {
        guard tokens[index].is("."), index > start, tokens[index].isGlued else { return false }
        let word = tokens[index - 1]
        if word.kind == .number { return index - 1 == start }
        guard word.kind == .word else { return false }
        return abbreviations.contains(word.key) || word.text.unicodeScalars.count == 1 && word.isCapitalised
    }
}
