import Territory

/// Cuts a text into words, numbers and marks.
///
/// Time is linear in the text's length.
enum Tokenizer {
    /// The tokens of a text in their order.
    static func tokens(of text: String) -> [Token] { tokens(of: TextPart(text: text[...], offset: 0, newLines: 2)) }

    /// The same, with parts of a long text cut at the same time.
    static func tokens(of text: String) async -> [Token] {
        let parts = await TextPart.parts(of: text).concurrentMap { tokens(of: $0) }
        var all: [Token] = []
        all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for part in parts { all += part }
        return all
    }

    /// The tokens of a part of a text, in bytes of the text.
    static func tokens(of part: TextPart) -> [Token] {
        let text = part.text
        var tokens: [Token] = []
        let scalars = Array(text.unicodeScalars)
        let bytes = Array(text.utf8)
        var offset = 0
        var index = 0
        var glued = true
        var newLines = part.newLines
        func width(_ scalar: Unicode.Scalar) -> Int { UTF8.width(scalar) }

        func append(_ kind: Token.Kind, _ range: Range<Int>) {
            let length = scalars[range].reduce(0) { $0 + width($1) }
            let word = String(decoding: bytes[offset..<offset + length], as: UTF8.self)
            tokens.append(
                Token(
                    kind: kind, text: word, key: Spelling.key(word),
                    bytes: part.offset + offset..<part.offset + offset + length,
                    isCapitalised: kind == .word && isCapital(scalars[range.lowerBound]),
                    isGlued: glued && newLines == 0, startsLine: newLines > 0, startsParagraph: newLines > 1))
            offset += length
            glued = true
            newLines = 0
        }

        while index < scalars.count {
            let scalar = scalars[index]
            if isSpace(scalar) || isInvisible(scalar) {
                if scalar == "\n" { newLines += 1 }
                if !isInvisible(scalar) { glued = false }
                offset += width(scalar)
                index += 1
                continue
            }
            var end = index + 1
            if isDigit(scalar) {
                while end < scalars.count, isDigit(scalars[end]) || continuesNumber(scalars, end) { end += 1 }
                append(.number, index..<end)
            } else if isLetter(scalar) {
                while end < scalars.count,
                    isLetter(scalars[end]) || isMark(scalars[end]) || isDigit(scalars[end])
                        || isApostrophe(scalars[end]) && end + 1 < scalars.count && isLetter(scalars[end + 1])
                { end += 1 }
                for part in parts(of: scalars[index..<end]) { append(.word, part) }
            } else {
                append(.mark, index..<end)
            }
            index = end
        }
        return tokens
    }

    /// Splits `Russia's` before `'s`, and `l'armée` behind the apostrophe.
    private static func parts(of word: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
        guard let apostrophe = word.lastIndex(where: isApostrophe) else { return [word.indices] }
        let (before, after) = (word.startIndex..<apostrophe, apostrophe + 1..<word.endIndex)
        if after.count == 1, word[after.lowerBound] == "s" || word[after.lowerBound] == "S" {
            return [before, apostrophe..<word.endIndex]
        }
        let isLatin = word[before].allSatisfy { $0.value < 0x250 }
        if isLatin, before.count <= 2, after.count > 1 { return [word.startIndex..<apostrophe + 1, after] }
        return [word.indices]
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80
            ? scalar.value == 0x20 || (0x9...0xD).contains(scalar.value) : scalar.properties.isWhitespace
    }
    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        // The common ranges first: asking for properties costs more than all else here.
        switch scalar.value {
        case 0..<0x80: ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        case 0x400..<0x482: true
        default: scalar.properties.isAlphabetic || scalar == "²"
        }
    }
    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x80: ("A"..."Z").contains(scalar)
        case 0x400..<0x460: scalar.value < 0x430
        default: scalar.properties.isUppercase
        }
    }
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x80 && (scalar.value == 0xAD || scalar.properties.generalCategory == .nonspacingMark)
    }
    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "’" || scalar == "ʼ" || scalar == "ʹ" || scalar == "`"
    }
    /// What neither separates words nor stands for anything: joiners, marks of direction and of byte order.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        ("\u{200B}"..."\u{200F}").contains(scalar) || scalar.value == 0xFEFF || scalar.value == 0x2060
    }
    private static func continuesNumber(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        (scalars[index] == "." || scalars[index] == ",") && index + 1 < scalars.count && isDigit(scalars[index + 1])
    }
}
