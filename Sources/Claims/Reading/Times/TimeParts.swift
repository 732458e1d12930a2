import Territory

extension TaggedText {
    /// The unit that a time is named by: of "the first quarter of the year" the quarter.
    func timeUnit(of time: TimeMention) -> TimeUnit? {
        let units = tags(.timeUnit, in: time.tokens).compactMap { TimeUnit(rawValue: $0.value) }
        return units.first { [.quarter, .half].contains($0) } ?? units.last
    }
}

// The parts of points: months, years, days of months, numbers; and days put in order.
extension TimeReader {
    func month(at index: Int) -> (month: Int, next: Int)? {
        guard let tag = text.tag(.month, at: index), let month = Int(tag.value), index < text.tokens.count else {
            return nil
        }
        if text.lexicon.hasCapitalMonths, !text.tokens[index].isCapitalised { return nil }
        let next = tag.tokens.upperBound
        return (
            month,
            text.isMark(".", at: next) && text.tokens[index].text.count == 3 && next + 1 < text.tokens.count
                && !text.tokens[next + 1].isCapitalised ? next + 1 : next
        )
    }

    /// The year behind a month or a season: "2025", "of last year", "this year".
    func year(at index: Int, upTo end: Int) -> (year: Int, next: Int)? {
        var next = index
        if text.isMark(",", at: next) { next += 1 }
        if let (year, after) = plainYear(at: next, upTo: end) { return (year, after) }
        next = skip(index, end)
        if let (year, after) = plainYear(at: next, upTo: end) { return (year, after) }
        if let found = yearBehindNoun(at: index, upTo: end) { return found }
        if let tag = text.tag(.lastYear, at: next) { return (published.year - 1, tag.tokens.upperBound) }
        if let tag = text.tag(.thisYear, at: next) { return (published.year, tag.tokens.upperBound) }
        // "in March of the same year"
        if let same = text.tag(.same, at: next), let unit = text.tag(.timeUnit, at: same.tokens.upperBound),
            unit.value == TimeUnit.year.rawValue
        {
            return ((named ?? spokenOf?.to ?? published).year, unit.tokens.upperBound)
        }
        for (cue, back) in [(Cue.last, 1), (.this, 0)] {
            if let tag = text.tag(cue, at: next) {
                let unit = skip(tag.tokens.upperBound, end)
                if let year = text.tag(.timeUnit, at: unit), year.value == "year" {
                    return (published.year - back, year.tokens.upperBound)
                }
            }
        }
        return nil
    }

    /// "вересневий контрнаступ 2022 року": behind an adjective of a month, the noun stands before the year.
    private func yearBehindNoun(at index: Int, upTo end: Int) -> (year: Int, next: Int)? {
        guard text.lexicon.hasFreeOrder else { return nil }
        for next in index + 1..<max(index + 1, min(index + 3, end)) {
            let noun = next - 1
            guard noun < end, text.tokens[noun].kind == .word, text.tag(.at, at: noun) == nil,
                text.tag(.timeUnit, at: noun) == nil, text.tag(.month, at: noun) == nil,
                text.tag(.and, at: noun) == nil, text.tag(.unit, at: noun) == nil
            else { return nil }
            if let (year, after) = plainYear(at: next, upTo: end), text.tag(.yearMark, at: after - 1) != nil {
                return (year, after)
            }
        }
        return nil
    }

    func plainYear(at index: Int, upTo end: Int) -> (year: Int, next: Int)? {
        guard index < end, text.tokens[index].kind == .number, text.tokens[index].text.utf8.count == 4,
            let year = Int(text.tokens[index].text), (1990...2099).contains(year)
        else { return nil }
        var next = index + 1
        // "2025-го", "2025 року"
        if text.isMark("-", at: next), next + 1 < end, text.tokens[next].isGlued, text.tokens[next + 1].kind == .word,
            text.tokens[next + 1].isGlued
        {
            next += 2
        }
        if let mark = text.tag(.yearMark, at: next) {
            next = mark.tokens.upperBound
        } else if text.tag(.unit, at: next) != nil || text.tag(.scale, at: next) != nil {
            return nil
        }
        if text.isMark(".", at: next), next > index + 1, text.tokens[next].isGlued, next + 1 < end,
            !text.tokens[next + 1].isCapitalised
        {
            next += 1
        }
        return (year, next)
    }

    func ordinalDay(at index: Int, isBehindMonth: Bool = false) -> (day: Int, next: Int, isOrdinal: Bool)? {
        if let word = dayWord(at: index), let day = Int(word.value) { return (day, word.tokens.upperBound, true) }
        guard index < text.tokens.count, text.tokens[index].kind == .number, text.tokens[index].text.utf8.count <= 2,
            let day = Int(text.tokens[index].text), (1...31).contains(day)
        else { return nil }
        var next = index + 1
        var isOrdinal = false
        if next < text.tokens.count, text.tokens[next].isGlued {
            if text.tokens[next].kind == .word, text.tokens[next].text.count <= 2, text.tag(.unit, at: next) == nil {
                next += 1
                isOrdinal = true
            } else if text.tokens[next].is("-"), next + 1 < text.tokens.count, text.tokens[next + 1].kind == .word,
                text.tokens[next + 1].isGlued, text.tokens[next + 1].text.count <= 3
            {
                next += 2
                isOrdinal = true
            } else if text.tokens[next].is("."), text.tag(.month, at: next + 1) != nil {
                next += 1
            } else if text.tokens[next].is("%") {
                return nil
            }
        }
        if isBehindMonth, text.tag(.unit, at: next) != nil || text.tag(.scale, at: next) != nil { return nil }
        return (day, next, isOrdinal)
    }

    /// "the tenth" of a month, but not "a tenth of May's total".
    func dayWord(at index: Int) -> Tag? {
        guard let word = text.tag(.dayWord, at: index), text.tag(.fraction, at: index - 1) == nil else { return nil }
        return word
    }

    /// A whole number in digits or words, as of weeks.
    func number(at index: Int) -> (Int, Int)? {
        guard index < text.tokens.count else { return nil }
        if text.tokens[index].kind == .number, let number = Int(text.tokens[index].text), number <= 400 {
            return (number, index + 1)
        }
        guard let tag = text.tag(.number, at: index), let number = Int(tag.value) else { return nil }
        return (number, tag.tokens.upperBound)
    }

    func isUnit(at index: Int) -> Bool { text.tag(.timeUnit, at: index) != nil }

    /// The place behind articles and prepositions of time.
    func skip(_ index: Int, _ end: Int) -> Int {
        var index = index
        while index < end, let tag = text.tag(.filler, at: index) ?? text.tag(.at, at: index),
            text.tag(.timeUnit, at: index) == nil, text.tag(.event, at: index) == nil
        { index = tag.tokens.upperBound }
        return index
    }

    func capped(_ span: DaySpan) -> DaySpan {
        span.to > published && span.from <= published ? DaySpan(from: span.from, to: published) : span
    }

    func ordered(_ from: CalendarDay, _ to: CalendarDay) -> DaySpan {
        DaySpan(from: min(from, to), to: max(from, to))
    }

    func latest(_ day: CalendarDay, notAfter last: CalendarDay) -> CalendarDay {
        [last.year, last.year - 1].lazy.compactMap { CalendarDay(year: $0, month: day.month, day: day.day) }
            .first { $0 <= last } ?? day
    }

    func isPeriod(_ span: DaySpan) -> Bool { span.from < span.to }
    func isWholeMonth(_ span: DaySpan) -> Bool { span == .containing(span.from, .month) }
}
