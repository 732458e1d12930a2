/// A number in a text, in digits or words.
struct WrittenNumber: Sendable {
    var tokens: Range<Int>
    var printed: PrintedNumber
    /// Whether a sign was printed.
    var isSigned = false
    /// Whether it is written in words.
    var isWords = false
    /// By which power of ten a scale word multiplied it.
    var scale = 0
}

/// Reads numbers: `113,273`, `113 273`, `4,5 тис.`, `two hundred`, `п'ять тисяч`.
struct NumberReader {
    let text: TaggedText

    /// The number that begins at a token, with what multiplies it.
    func number(at start: Int, upTo end: Int) -> WrittenNumber? {
        guard var number = digits(at: start, upTo: end) ?? words(at: start, upTo: end) else { return nil }
        // "4.5 thousand", "18 тис.", "100k"; not "one hundred", which the words have already.
        while !number.isWords, let scale = text.tag(.scale, at: number.tokens.upperBound),
            let factor = Int(scale.value),
            number.printed.value.magnitude < 1e9
        {
            let exponent = String(factor).count - 1
            number.scale += exponent
            number.printed = number.printed.scaled(byPowerOfTen: exponent)
            number.tokens = number.tokens.lowerBound..<scale.tokens.upperBound
            if text.isMark(".", at: number.tokens.upperBound), text.tokens[number.tokens.upperBound].isGlued,
                number.tokens.upperBound + 1 < end
            {
                number.tokens = number.tokens.lowerBound..<number.tokens.upperBound + 1
            }
        }
        return withRest(number, upTo: end)
    }

    /// "4 thousand 300": what stands behind the thousands and before a unit.
    private func withRest(_ number: WrittenNumber, upTo end: Int) -> WrittenNumber {
        guard number.scale == 3, number.printed.value == number.printed.value.rounded(), !number.isWords,
            number.printed.value.truncatingRemainder(dividingBy: 1000) == 0,
            let rest = digits(at: number.tokens.upperBound, upTo: end), !rest.isSigned, rest.tokens.count == 1,
            (1..<1000).contains(rest.printed.value), rest.printed.value == rest.printed.value.rounded(),
            text.tag(.unit, at: rest.tokens.upperBound) != nil || text.tag(.filler, at: rest.tokens.upperBound) != nil,
            let printed = PrintedNumber(String(Int(number.printed.value + rest.printed.value)))
        else { return number }
        var whole = number
        whole.printed = printed
        whole.tokens = number.tokens.lowerBound..<rest.tokens.upperBound
        return whole
    }

    private func digits(at start: Int, upTo end: Int) -> WrittenNumber? {
        let tokens = text.tokens
        var index = start
        var sign = ""
        if tokens[index].kind == .mark, ["+", "-"].contains(tokens[index].key), index + 1 < end,
            tokens[index + 1].isGlued, tokens[index + 1].kind == .number,
            tokens[index].key == "+" || !tokens[index].isGlued || index == 0 || tokens[index - 1].is("(")
        {
            sign = tokens[index].key
            index += 1
        }
        if let minus = text.tag(.minus, at: start), !isInHedge(start), minus.tokens.upperBound < end {
            (sign, index) = ("-", minus.tokens.upperBound)
        }
        guard tokens[index].kind == .number else { return nil }
        // "2)" at the start of a line is an item's.
        if tokens[index].startsLine, index + 1 < tokens.count, tokens[index + 1].is(")") { return nil }
        // 12:30 is a time.
        if index + 2 < tokens.count, tokens[index + 1].is(":"), tokens[index + 2].isGlued,
            tokens[index + 2].kind == .number
        {
            return nil
        }
        if index > 1, tokens[index - 1].is(":"), tokens[index].isGlued, tokens[index - 2].kind == .number { return nil }
        if index > 0, index == start, tokens[index].isGlued, tokens[index - 1].kind == .word { return nil }
        if index > 0, index + 1 < tokens.count, tokens[index - 1].is("["), tokens[index + 1].is("]") { return nil }
        // "113 273": groups of three digits, one space apart.
        var groups = [tokens[index].text]
        var next = index + 1
        if groups[0].count <= 3, groups[0].utf8.allSatisfy(Self.isDigit), groups[0] != "0" {
            while next < end, tokens[next].kind == .number, !tokens[next].startsLine, !tokens[next].isGlued,
                isGroup(tokens[next].text), tokens[next].bytes.lowerBound - tokens[next - 1].bytes.upperBound <= 3
            {
                groups.append(tokens[next].text)
                next += 1
                if groups.last?.count ?? 3 > 3 { break }
            }
        }
        // An ordinal is no number: 90th, 90-й; nor is a part of a name: 3-4/5.
        if next < end, tokens[next].isGlued, tokens[next].kind == .word, text.tag(.unit, at: next) == nil,
            text.tag(.scale, at: next) == nil
        {
            return nil
        }
        if next + 1 < end, tokens[next].is("-"), tokens[next].isGlued, tokens[next + 1].isGlued,
            tokens[next + 1].kind == .word, tokens[next + 1].text.count <= 3, text.tag(.unit, at: next + 1) == nil,
            text.tag(.rangeTo, at: next + 1) == nil
        {
            return nil
        }
        guard let plain = plain(groups.joined(), isGrouped: groups.count > 1),
            let printed = PrintedNumber((sign == "-" ? "-" : "") + plain)
        else { return nil }
        return WrittenNumber(tokens: start..<next, printed: printed, isSigned: !sign.isEmpty)
    }

    /// Whether a word is part of a hedge: "au moins".
    private func isInHedge(_ index: Int) -> Bool {
        text.tag(.hedge, at: index - 1).map { $0.tokens.contains(index) } ?? false
    }

    /// Three digits, or three and decimals.
    private func isGroup(_ text: String) -> Bool {
        let head = text.prefix { $0.isNumber }
        return head.count == 3 && (head.count == text.count || text.dropFirst(3).dropFirst().count <= 2)
    }

    /// The digits with a point for the decimal mark and nothing between thousands; none where there are several readings.
    private func plain(_ digits: String, isGrouped: Bool) -> String? {
        if digits.utf8.allSatisfy(Self.isDigit) { return digits }
        let marks = digits.filter(Self.isMark)
        guard let mark = marks.first, let head = digits.split(separator: mark).first else { return nil }
        let parts = digits.split(separator: mark, omittingEmptySubsequences: false)
        func isThousands(_ parts: [Substring]) -> Bool {
            head.count <= 3 && head != "0" && !isGrouped && parts.dropFirst().allSatisfy { $0.count == 3 }
        }
        let decimal = Character(text.lexicon.decimalMark.isEmpty ? "." : text.lexicon.decimalMark)
        if Set(marks).count == 2, let last = marks.last {
            // 1,234.5 and 1.234,5
            let halves = digits.split(separator: last)
            guard marks.filter({ $0 == last }).count == 1, halves.count == 2 else { return nil }
            return halves[0].filter { !Self.isMark($0) } + "." + halves[1]
        }
        if marks.count > 1 { return isThousands(parts) ? digits.filter { !Self.isMark($0) } : nil }
        // Where the mark is the language's own for decimals, three digits behind it are thousands only with a comma: an
        // English point is never for thousands.
        if isThousands(parts), mark != "." || decimal == "," { return digits.filter { !Self.isMark($0) } }
        return parts.joined(separator: ".")
    }

    /// Whether a character of a number is no digit: a number has digits, points and commas.
    private static func isMark(_ character: Character) -> Bool { character == "." || character == "," }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func written(_ value: Double) -> String {
        value == value.rounded() && value < 1e15 ? String(Int(value)) : String(value)
    }

    /// "two hundred and fifty", "п'ять тисяч", "twenty-five".
    private func words(at start: Int, upTo end: Int) -> WrittenNumber? {
        var (total, group) = (0.0, 0.0)
        var next = start
        var isAny = false
        var last = Double.infinity
        while next < end {
            if let tag = text.tag(.number, at: next), let value = Double(tag.value) {
                guard !isAny || value < last || group == 0 else { break }
                group += value
                last = value
                next = tag.tokens.upperBound
                isAny = true
            } else if let tag = text.tag(.scale, at: next), let factor = Double(tag.value) {
                guard
                    isAny
                        || text.tag(.several, at: start - 1) == nil && factor >= 100 && next == start
                            && tag.tokens.count == 1 && text.tokens[next].text.count > 3
                else { break }
                if factor < 1000 {
                    group = max(group, 1) * factor
                } else {
                    total += max(group, 1) * factor
                    group = 0
                }
                last = factor
                next = tag.tokens.upperBound
                isAny = true
            } else if isAny, text.isMark("-", at: next) || text.tag(.and, at: next) != nil, next + 1 < end,
                let tag = text.tag(.number, at: next + 1), let value = Double(tag.value), value < last,
                text.isMark("-", at: next) ? text.tokens[next].isGlued && value < 10 : last >= 100
            {
                next += 1
            } else {
                break
            }
        }
        // "four and a half", "two and a quarter"
        if isAny, last < 100, let and = text.tag(.and, at: next),
            let half = text.tag(.fraction, at: and.tokens.upperBound),
            let part = Double(half.value), [25, 50, 75].contains(part), half.tokens.upperBound <= end
        {
            group += part / 100
            next = half.tokens.upperBound
        }
        guard isAny, let printed = PrintedNumber(Self.written(total + group)) else { return nil }
        return WrittenNumber(tokens: start..<next, printed: printed, isWords: true)
    }
}
