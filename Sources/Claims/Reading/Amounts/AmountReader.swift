/// Reads the figures of a sentence: hedge, number or range, unit, the same in another unit.
struct AmountReader {
    let text: TaggedText
    private let numbers: NumberReader

    init(_ text: TaggedText) {
        self.text = text
        numbers = NumberReader(text: text)
    }

    /// The figures in a stretch of tokens, in their order; those inside times are left out.
    func amounts(in range: Range<Int>, times: [TimeMention]) -> [Amount] {
        var amounts: [Amount] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let time = times.first(where: { $0.tokens.contains(index) }), fraction(at: index) == nil {
                index = max(time.tokens.upperBound, index + 1)
                continue
            }
            // A figure begins with a number, its sign or a phrase.
            guard text.hasTag(at: index) || text.tokens[index].kind != .word,
                let amount = amount(at: index, from: range.lowerBound, upTo: range.upperBound)
            else {
                index += 1
                continue
            }
            amounts.append(amount)
            if let averaged = averaged(amount, from: range.lowerBound, times) { amounts[amounts.count - 1] = averaged }
            index = max(amounts[amounts.count - 1].tokens.upperBound, index + 1)
        }
        shareUnits(&amounts)
        return amounts
    }

    /// The farthest that "on average" or "pace" stands before its figure, in tokens.
    private static let averageReach = 8

    /// The pace that an area is where "on average" or "pace" stands before it and the time that it is told over right
    /// behind: "у середньому 14 кв. км за добу".
    private func averaged(_ amount: Amount, from start: Int, _ times: [TimeMention]) -> Amount? {
        guard amount.isArea, amount.per == nil, let over = text.tag(.over, at: amount.tokens.upperBound),
            let tag = text.tag(.timeUnit, at: over.tokens.upperBound), let unit = TimeUnit(rawValue: tag.value),
            [.day, .week, .month].contains(unit),
            // "14 sq km over the week to 1 June" is told of that time.
            times.allSatisfy({
                $0.tokens.lowerBound != over.tokens.lowerBound || $0.tokens.upperBound == tag.tokens.upperBound
            }),
            (max(start, amount.tokens.lowerBound - Self.averageReach)..<amount.tokens.lowerBound).contains(where: {
                text.tag(.average, at: $0) != nil
                    || text.tag(.pace, at: $0) != nil && !isOtherVerb($0..<amount.tokens.lowerBound)
            })
        else { return nil }
        var amount = amount
        amount.per = unit
        amount.tokens = amount.tokens.lowerBound..<tag.tokens.upperBound
        return amount
    }

    /// "The pace has grown: they took 90 sq km over the week": a verb of taking behind a mark says what the figure is.
    private func isOtherVerb(_ range: Range<Int>) -> Bool {
        guard let mark = range.first(where: { text.tokens[$0].kind == .mark }) else { return false }
        return (mark..<range.upperBound).contains { index in
            [Cue.gain, .liberate, .occupy, .lose].contains { text.tag($0, at: index) != nil }
        }
    }

    private func amount(at index: Int, from start: Int, upTo end: Int) -> Amount? {
        if let fraction = fraction(at: index) {
            let printed = PrintedNumber(fraction.value)
            guard let printed else { return nil }
            let hedge = hedge(before: index, from: start)
            // "half a percent", "a quarter of a square kilometre"
            if let unit = unit(at: fraction.tokens.upperBound, upTo: end), let whole = Double(fraction.value) {
                return PrintedNumber(String(whole / 100)).map { part in
                    Amount(
                        tokens: (hedge?.start ?? index)..<unit.next, number: index..<unit.next, low: part,
                        unit: unit.unit, comparator: hedge?.comparator ?? .equal, isSigned: false, isWords: true)
                }
            }
            return Amount(
                tokens: (hedge?.start ?? index)..<fraction.tokens.upperBound, number: fraction.tokens, low: printed,
                unit: .percent, comparator: hedge?.comparator ?? .equal, isSigned: false, isFraction: true)
        }
        guard let first = numbers.number(at: index, upTo: end) else {
            return unitFirst(at: index, from: start, upTo: end)
        }
        var amount = Amount(
            tokens: first.tokens, number: first.tokens, low: first.printed, comparator: .equal,
            isSigned: first.isSigned,
            isWords: first.isWords)
        var next = first.tokens.upperBound
        if let unit = unit(at: next, upTo: end) { (amount.unit, next) = (unit.unit, unit.next) }
        if let (second, after) = rangeEnd(behind: next, first, index, from: start, upTo: end) {
            amount.high = second.printed
            // "4.5–5 thousand": the scale is that of both.
            if second.scale > 0, first.scale == 0 {
                let scaled = first.printed.scaled(byPowerOfTen: second.scale)
                if scaled.value <= second.printed.value { amount.low = scaled }
            }
            amount.comparator = .range
            amount.number = first.tokens.lowerBound..<second.tokens.upperBound
            next = after
            if let unit = unit(at: next, upTo: end) { (amount.unit, next) = (unit.unit, unit.next) }
        }
        amount.tokens = index..<next
        if let hedge = hedge(before: index, from: start) {
            amount.tokens = hedge.start..<next
            if amount.high == nil { amount.comparator = hedge.comparator }
        } else if amount.high != nil, let opening = text.tag(.between, at: index - 1), index > start {
            amount.tokens = opening.tokens.lowerBound..<next
        }
        // "almost 5,000 sq km and more than 300 villages": the hedge is the next figure's.
        if let tag = text.tag(.hedgeAfter, at: next), let comparator = Comparator(rawValue: tag.value),
            amount.high == nil, tag.tokens.upperBound >= end || text.tokens[tag.tokens.upperBound].kind != .number
        {
            amount.comparator = comparator
            amount.tokens = amount.tokens.lowerBound..<tag.tokens.upperBound
            next = tag.tokens.upperBound
            if amount.unit == nil, let unit = unit(at: next, upTo: end) {
                (amount.unit, next) = (unit.unit, unit.next)
                amount.tokens = amount.tokens.lowerBound..<next
            }
        }
        readAlso(&amount, upTo: end)
        if amount.isArea || amount.unit == nil, let per = text.tag(.per, at: amount.tokens.upperBound),
            text.tag(.earlier, at: per.tokens.upperBound) == nil, text.tag(.ago, at: per.tokens.upperBound) == nil
        {
            amount.per = TimeUnit(rawValue: per.value)
            amount.tokens = amount.tokens.lowerBound..<per.tokens.upperBound
        }
        return amount
    }

    /// A length whose unit stands first: "километров шесть", which is about six; or alone: "a kilometre from the town".
    private func unitFirst(at index: Int, from start: Int, upTo end: Int) -> Amount? {
        guard text.tag(.unit, at: index) != nil || text.tag(.single, at: index) != nil,
            index == start || numbers.number(at: index - 1, upTo: end) == nil
        else { return nil }
        if text.lexicon.hasFreeOrder, let tag = text.tag(.unit, at: index), let unit = ClaimUnit(rawValue: tag.value),
            unit.base == .kilometres
        {
            let next = text.tag(.hedge, at: tag.tokens.upperBound)?.tokens.upperBound ?? tag.tokens.upperBound
            if next < end, let number = numbers.number(at: next, upTo: end), number.tokens.lowerBound == next,
                !number.isSigned, self.unit(at: number.tokens.upperBound, upTo: end) == nil,
                text.tag(.month, at: number.tokens.upperBound) == nil
            {
                return Amount(
                    tokens: index..<number.tokens.upperBound, number: index..<number.tokens.upperBound,
                    low: number.printed, unit: unit, comparator: .about, isSigned: false)
            }
        }
        guard let single = text.tag(.single, at: index), let unit = ClaimUnit(rawValue: single.value),
            [index - 1, index - 2, single.tokens.upperBound].contains(where: {
                $0 >= start && $0 < end && text.tag(.distance, at: $0) != nil
            }), let one = PrintedNumber("1")
        else { return nil }
        let hedge = hedge(before: index, from: start)
        return Amount(
            tokens: (hedge?.start ?? index)..<single.tokens.upperBound, number: single.tokens, low: one, unit: unit,
            comparator: hedge?.comparator ?? .equal, isSigned: false)
    }

    // MARK: Parts

    private func fraction(at index: Int) -> Tag? { text.tag(.fraction, at: index) }

    /// A unit, behind what may stand between it and the number.
    private func unit(at index: Int, upTo end: Int) -> (unit: ClaimUnit, next: Int)? {
        var index = index
        if text.isMark("-", at: index) { index += 1 }
        var skipped = 0
        while skipped < 2, index < end, text.tag(.unit, at: index) == nil, let filler = text.tag(.filler, at: index) {
            index = filler.tokens.upperBound
            skipped += 1
        }
        guard index < end, let tag = text.tag(.unit, at: index), let unit = ClaimUnit(rawValue: tag.value) else {
            return nil
        }
        var next = tag.tokens.upperBound
        // The point of "кв. км." and "проц." that ends no sentence.
        if text.isMark(".", at: next), text.tokens[next].isGlued, next + 1 < end, !text.tokens[next + 1].isCapitalised {
            next += 1
        }
        return (unit, next)
    }

    /// The hedge that ends just before a number, with fillers between.
    private func hedge(before index: Int, from start: Int) -> (start: Int, comparator: Comparator)? {
        // Hedges have at most eight words; a shorter one inside a longer one must not win.
        for first in max(start, index - 8)..<max(index, start + 1) where first < index {
            guard let tag = text.tag(.hedge, at: first), let comparator = Comparator(rawValue: tag.value) else {
                continue
            }
            var next = tag.tokens.upperBound
            // "more than the 181 it took": a comparison.
            if tag.tokens.count > 1, text.tag(.definite, at: next) != nil, [.moreThan, .lessThan].contains(comparator) {
                return nil
            }
            while next < index,
                text.tag(.filler, at: next) != nil
                    || text.tag(.over, at: next) != nil && text.tokens[next].text.count <= 2
                    || text.tag(.hedge, at: next).map({ $0.value == "=" }) ?? false,
                let width = text.tag(.filler, at: next)?.tokens.count ?? text.tag(.over, at: next)?.tokens.count
                    ?? text.tag(.hedge, at: next)?.tokens.count
            { next += width }
            if next == index {
                if comparator == .atMost, isGrowth(before: first, from: start) { return nil }
                // "adds up to 505": what stands inside is no hedge.
                if comparator == .equal, tag.tokens.count > 2, tag.tokens.upperBound == index { return nil }
                if comparator == .equal { continue }
                return (first, comparator)
            }
        }
        return nil
    }

    /// Whether "to" behind a verb of growth is no hedge: "grew to 120".
    private func isGrowth(before index: Int, from start: Int) -> Bool {
        guard text.tokens[index].key.count <= 3 else { return false }
        // "grew by 0.07% over the month, to 19.1%"
        let hasChange =
            (max(start, index - 12)..<index).contains {
                text.tag(.grow, at: $0) != nil || text.tag(.shrink, at: $0) != nil
            }
            && (max(start, index - 9)..<index).contains {
                text.tag(.growBy, at: $0) != nil && text.tokens[min($0 + 1, index)].kind == .number
            }
        // "from 25% at the end of August to 21%", not "from 1 July up to 5".
        let isFromFigure = (max(start, index - 9)..<index).contains { from in
            guard text.tag(.from, at: from) != nil else { return false }
            let number = text.tag(.hedge, at: from + 1)?.tokens.upperBound ?? from + 1
            return number < index && text.tokens[number].kind == .number && text.tag(.month, at: number + 1) == nil
        }
        // "grew by 2.1 points, to 76.9%, in the other by 6.4 points, to 78%"; "the grey zone grew to 600, the other – to 900"
        let goesOn =
            index > start && text.tokens[index - 1].kind == .mark
            && (start..<index).contains { text.tag(.grow, at: $0) != nil || text.tag(.shrink, at: $0) != nil }
        // "is up to 75.4%, from 72.5% a year earlier"
        let hasOrigin = (index..<min(index + 8, text.tokens.count - 1)).contains {
            text.tag(.from, at: $0) != nil && text.tokens[$0 + 1].kind == .number
        }
        return hasChange || isFromFigure || goesOn || hasOrigin && !text.lexicon.hasFreeOrder
            || (max(start, index - 4)..<index).contains {
                text.tag(.grow, at: $0) != nil || text.tag(.shrink, at: $0) != nil
            }
            || text.lexicon.hasFreeOrder
                && (index..<min(index + 9, text.tokens.count)).contains {
                    text.tag(.grow, at: $0) != nil || text.tag(.shrink, at: $0) != nil
                }
    }

    /// The second number of a range: `500–550`, "between 600 and 667", "from 500 to 550".
    private func rangeEnd(
        behind next: Int, _ first: WrittenNumber, _ index: Int, from start: Int, upTo end: Int
    ) -> (WrittenNumber, Int)? {
        guard
            let middle = text.tag(.rangeTo, at: next)
                ?? (text.isMark("-", at: next) ? Tag(cue: .rangeTo, value: "", tokens: next..<next + 1) : nil)
        else { return nil }
        guard middle.tokens.upperBound < end, let second = numbers.number(at: middle.tokens.upperBound, upTo: end),
            second.printed.value > first.printed.value, !second.isSigned, second.tokens.count > 0
        else { return nil }
        let isDash = text.isMark("-", at: next)
        // "210 sq km – 230 taken, 20 lost"
        if isDash, next > first.tokens.upperBound, unit(at: second.tokens.upperBound, upTo: end) == nil { return nil }
        // "and" and "to" make a range only behind "between" and "from"; a growth from one to another is two figures.
        var opening = index - 1
        while opening > start, text.tag(.hedge, at: opening) != nil || text.tag(.filler, at: opening) != nil,
            text.tag(.between, at: opening) == nil
        { opening -= 1 }
        let isOpened = opening >= start && text.tag(.between, at: opening) != nil
        // "5 to 6 sq km": numbers beside one another, with a unit behind.
        let isPlain =
            middle.tokens.count == 1 && text.tag(.and, at: next) == nil && text.tag(.from, at: opening) == nil
            && unit(at: second.tokens.upperBound, upTo: end) != nil && next == first.tokens.upperBound
        // "ISW estimates 100 to 125."
        let after = second.tokens.upperBound
        let isAlone =
            middle.tokens.count == 1 && text.tag(.and, at: next) == nil && next == first.tokens.upperBound
            && text.tag(.from, at: opening) == nil && (after >= end || text.tokens[after].kind == .mark)
            && !first.isWords && second.printed.value <= 2 * first.printed.value
        guard isDash || isOpened || isPlain || isAlone else { return nil }
        if !isDash, isOpened, text.tag(.from, at: opening) != nil,
            (start..<end).contains(where: {
                text.tag(.grow, at: $0) != nil || text.tag(.shrink, at: $0) != nil || text.tag(.multiple, at: $0) != nil
            })
        {
            return nil
        }
        if !isDash, text.tag(.grow, at: opening - 1) != nil || text.tag(.shrink, at: opening - 1) != nil { return nil }
        // 500–550 of a year or a name is none.
        return (second, second.tokens.upperBound)
    }

    /// The same figure in another unit: "(73 sq mi)", ", or 184 square miles".
    private func readAlso(_ amount: inout Amount, upTo end: Int) {
        guard let unit = amount.unit, amount.isArea || amount.isLength else { return }
        let next = amount.tokens.upperBound
        var index = next
        var closing: String?
        if text.isMark("(", at: index) || text.isMark("[", at: index) {
            closing = text.isMark("(", at: index) ? ")" : "]"
            index += 1
            if let or = text.tag(.also, at: index) { index = or.tokens.upperBound }
        } else {
            if text.isMark(",", at: index) || text.isMark("-", at: index) { index += 1 }
            if text.isMark("/", at: index) {
                index += 1
            } else if let or = text.tag(.also, at: index) {
                index = or.tokens.upperBound
            } else {
                return
            }
        }
        while index < end, let tag = text.tag(.hedge, at: index) ?? text.tag(.filler, at: index) {
            index = tag.tokens.upperBound
        }
        guard index < end, let number = numbers.number(at: index, upTo: end),
            let other = self.unit(at: number.tokens.upperBound, upTo: end), other.unit != unit,
            other.unit.base == unit.base || amount.isArea && other.unit.base == .kilometres && closing != nil
        else { return }
        var after = other.next
        if let closing {
            guard text.isMark(closing, at: after) else { return }
            after += 1
        } else if text.isMark(",", at: after) {
            // ", or 184 square miles, in July": the comma belongs to neither.
        }
        amount.also = Figure(low: number.printed, high: nil, unit: other.unit, comparator: .equal)
        amount.tokens = amount.tokens.lowerBound..<after
    }

    /// Figures of one list share the unit that is printed behind the last: "95 and 63 square km".
    private func shareUnits(_ amounts: inout [Amount]) {
        var shared: Set<Int> = []
        for index in amounts.indices.dropLast().reversed() where amounts[index].unit == nil {
            let next = amounts[index + 1]
            guard next.unit != nil, !amounts[index].isSigned else { continue }
            let between = amounts[index].tokens.upperBound..<next.tokens.lowerBound
            let joins = between.allSatisfy {
                text.isMark(",", at: $0) || text.tag(.and, at: $0) != nil || text.tag(.rangeTo, at: $0) != nil
            }
            let isAnd = between.contains { !text.isMark(",", at: $0) }
            // "259, 267 and 505 sq km"
            if joins, isAnd || shared.contains(index + 1), between.count <= 2 {
                amounts[index].unit = next.unit
                if !next.isWords { amounts[index] = text.scaled(amounts[index], as: next) }
                // "зросла на 0,9, до 19,3%": a percentage grows by points.
                if next.unit == .percent, text.lexicon.hasFreeOrder,
                    text.tag(.growBy, at: amounts[index].tokens.lowerBound - 1) != nil,
                    between.contains(where: { text.tag(.growTo, at: $0) != nil })
                {
                    amounts[index].unit = .percentagePoints
                }
                shared.insert(index)
                // "from 18 to 15 sq km a day"
                if between.allSatisfy({ text.tag(.rangeTo, at: $0) != nil }) { amounts[index].per = next.per }
            }
        }
    }
}

extension TaggedText {
    /// A figure by the scale word of another, where without it the two are of different orders: "с 112,2 до 115,4 тыс. кв.
    /// км".
    func scaled(_ amount: Amount, as other: Amount) -> Amount {
        guard tags(.scale, in: amount.number).isEmpty,
            let scale = tags(.scale, in: other.number).first.flatMap({ Int($0.value) }), scale > 1
        else { return amount }
        let exponent = String(scale).count - 1
        let low = amount.low.scaled(byPowerOfTen: exponent)
        guard (0.1...10).contains(low.value / other.low.value) else { return amount }
        var amount = amount
        (amount.low, amount.high) = (low, amount.high?.scaled(byPowerOfTen: exponent))
        return amount
    }
}
