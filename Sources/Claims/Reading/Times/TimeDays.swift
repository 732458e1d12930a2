import Territory

// Days of the calendar, in the forms that texts give them.
extension TimeReader {
    /// A day of the calendar, in any of the usual forms.
    func day(at start: Int, upTo end: Int) -> Point? {
        guard text.tokens.indices.contains(start), start < end else { return nil }
        let token = text.tokens[start]
        if token.kind == .number {
            if let day = numericDay(at: start, upTo: end) ?? numericDays(at: start, upTo: end) { return day }
            guard let number = ordinalDay(at: start) else { return monthless(at: start, upTo: end) }
            // "7 June 2025", "the 7th of June", "1–7 September"
            var next = number.next
            if let dash = text.rangeMark(at: next), let last = ordinalDay(at: dash),
                let month = month(at: skip(last.next, end))
            {
                return dayRange(number.day, last.day, month, end)
            }
            while next < end, let filler = text.tag(.filler, at: next) { next = filler.tokens.upperBound }
            if let month = month(at: next), let point = dayOf(month.month, number.day, month.next, end) { return point }
            return monthless(at: start, upTo: end)
        }
        if let number = dayWord(at: start) {
            // "the tenth of May"
            guard let month = month(at: skip(number.tokens.upperBound, end)), let day = Int(number.value) else {
                return nil
            }
            return dayOf(month.month, day, month.next, end)
        }
        // "May the tenth"
        if let month = month(at: start), let word = dayWord(at: skip(month.next, end)), let day = Int(word.value) {
            return dayOf(month.month, day, word.tokens.upperBound, end)
        }
        if let month = month(at: start), let number = ordinalDay(at: month.next, isBehindMonth: true) {
            if let dash = text.rangeMark(at: number.next) {
                if let last = ordinalDay(at: dash, isBehindMonth: true) {
                    return dayRange(number.day, last.day, (month.month, last.next), end)
                }
                if let other = self.month(at: dash), let last = ordinalDay(at: other.next, isBehindMonth: true),
                    let to = dayOf(other.month, last.day, last.next, end),
                    let from = CalendarDay(year: to.span.to.year, month: month.month, day: number.day)
                {
                    return Point(
                        next: to.next, span: DaySpan(from: latest(from, notAfter: to.span.to), to: to.span.to),
                        kind: .period, hasYear: true)
                }
            }
            return dayOf(month.month, number.day, number.next, end)
        }
        if let weekday = text.tag(.weekday, at: start), !text.lexicon.hasCapitalMonths || token.isCapitalised,
            let number = Int(weekday.value)
        {
            // "Monday, 1 September"
            let next = weekday.tokens.upperBound
            let comma = text.isMark(",", at: next) ? next + 1 : next
            if let exact = day(at: skip(comma, end), upTo: end), exact.kind == .moment { return exact }
            let back = (published.weekday - number + 7) % 7
            let day = published.adding(days: -back)
            return Point(next: next, span: DaySpan(from: day, to: day), kind: .moment)
        }
        return nil
    }

    /// "the 6th": the latest such day.
    func monthless(at start: Int, upTo end: Int) -> Point? {
        guard let number = ordinalDay(at: start), number.isOrdinal, text.tag(.unit, at: number.next - 1) == nil,
            text.tag(.since, at: before(start)) != nil || text.tag(.at, at: before(start)) != nil
                || text.tag(.until, at: before(start)) != nil || text.tag(.weekday, at: before(start)) != nil
                || text.tag(.rangeTo, at: before(start)) != nil || text.tag(.asOf, at: before(start)) != nil
        else { return nil }
        if let month = spokenOf, month == .containing(month.from, .month),
            let day = CalendarDay(year: month.from.year, month: month.from.month, day: number.day)
        {
            return Point(next: number.next, span: DaySpan(from: day, to: day), kind: .moment)
        }
        if let named, let day = CalendarDay(year: named.year, month: named.month, day: number.day), day > named,
            day <= published
        {
            return Point(next: number.next, span: DaySpan(from: day, to: day), kind: .moment)
        }
        for back in 0..<3 {
            let month = back == 0 ? published : published.before(back, .month)
            if let day = CalendarDay(year: month.year, month: month.month, day: number.day), day <= published {
                return Point(next: number.next, span: DaySpan(from: day, to: day), kind: .moment)
            }
        }
        return nil
    }

    /// The token before, articles left out.
    func before(_ index: Int) -> Int {
        var before = index - 1
        while before > 0, text.tag(.filler, at: before) != nil { before -= 1 }
        return max(before, 0)
    }

    func dayRange(_ first: Int, _ last: Int, _ month: (month: Int, next: Int), _ end: Int) -> Point? {
        guard first < last, let to = dayOf(month.month, last, month.next, end),
            let from = CalendarDay(year: to.span.to.year, month: month.month, day: first)
        else { return nil }
        return Point(next: to.next, span: DaySpan(from: from, to: to.span.to), kind: .period, hasYear: to.hasYear)
    }

    func dayOf(_ month: Int, _ day: Int, _ next: Int, _ end: Int) -> Point? {
        if let (year, after) = year(at: next, upTo: end), let day = CalendarDay(year: year, month: month, day: day) {
            return Point(next: after, span: DaySpan(from: day, to: day), kind: .moment, hasYear: true)
        }
        for year in [published.year, published.year - 1] {
            if let found = CalendarDay(year: year, month: month, day: day), found <= published {
                return Point(next: next, span: DaySpan(from: found, to: found), kind: .moment)
            }
        }
        return nil
    }

    /// `30.03–05.04`: two days without a year.
    func numericDays(at start: Int, upTo end: Int) -> Point? {
        func dayAndMonth(_ index: Int) -> (day: Int, month: Int)? {
            guard index < end, text.tokens[index].text.utf8.count == 5 else { return nil }
            let parts = text.tokens[index].text.split(separator: ".").map { $0.count == 2 ? Int($0) ?? 0 : 0 }
            return parts.count == 2 && (1...31).contains(parts[0]) && (1...12).contains(parts[1])
                ? (parts[0], parts[1]) : nil
        }
        guard let first = dayAndMonth(start), let next = text.rangeMark(at: start + 1), let last = dayAndMonth(next),
            text.tag(.unit, at: next + 1) == nil, text.tag(.scale, at: next + 1) == nil,
            let to = dayOf(last.month, last.day, next + 1, end),
            let from = CalendarDay(year: to.span.to.year, month: first.month, day: first.day)
        else { return nil }
        return Point(
            next: to.next, span: DaySpan(from: latest(from, notAfter: to.span.to), to: to.span.to), kind: .period,
            hasYear: true)
    }

    /// `2025-06-07`, `01.06.2025`, `01.06.25`.
    func numericDay(at start: Int, upTo end: Int) -> Point? {
        let text = self.text
        func point(_ day: CalendarDay?, _ next: Int) -> Point? {
            day.map { Point(next: next, span: DaySpan(from: $0, to: $0), kind: .moment, hasYear: true) }
        }
        if text.tokens[start].text.utf8.count(where: { $0 == UInt8(ascii: ".") }) > 1 {
            let parts = text.tokens[start].text.split(separator: ".").compactMap { Int($0) }
            if parts.count == 3, text.tokens[start].text.allSatisfy({ $0 == "." || $0.isNumber }) {
                return point(
                    CalendarDay(year: parts[2] < 100 ? 2000 + parts[2] : parts[2], month: parts[1], day: parts[0]),
                    start + 1)
            }
        }
        guard start + 4 < end, text.tokens[start].text.count == 4,
            (start + 1...start + 4).allSatisfy({ text.tokens[$0].isGlued }), text.tokens[start + 1].is("-"),
            text.tokens[start + 3].is("-")
        else { return nil }
        return point(
            CalendarDay(
                text.tokens[start].text + "-" + text.tokens[start + 2].text + "-" + text.tokens[start + 4].text),
            start + 5)
    }
}
