import Territory

// The points of which times are made: a day, an edge of a period, a period by its name or told from now.
extension TimeReader {
    func point(at start: Int, upTo end: Int) -> Point? {
        guard start < end else { return nil }
        if let event = text.tag(.event, at: start), let day = CalendarDay(event.value) {
            return Point(next: event.tokens.upperBound, span: DaySpan(from: day, to: day), kind: .moment, hasYear: true)
        }
        return day(at: start, upTo: end) ?? edge(at: start, upTo: end) ?? relative(at: start, upTo: end)
            ?? named(at: start, upTo: end) ?? word(at: start)
    }

    /// A day of the calendar, in any of the usual forms.
    func day(at start: Int, upTo end: Int) -> Point? {
        let token = text.tokens[start]
        if token.kind == .number {
            if let day = numericDay(at: start, upTo: end) { return day }
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
        guard let number = ordinalDay(at: start), number.isOrdinal,
            text.tag(.since, at: before(start)) != nil || text.tag(.at, at: before(start)) != nil
                || text.tag(.until, at: before(start)) != nil || text.tag(.weekday, at: before(start)) != nil
                || text.tag(.rangeTo, at: before(start)) != nil || text.tag(.asOf, at: before(start)) != nil
        else { return nil }
        if let month = spokenOf, month == .containing(month.from, .month),
            let day = CalendarDay(year: month.from.year, month: month.from.month, day: number.day)
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

    /// `2025-06-07`, `01.06.2025`, `01.06.25`.
    func numericDay(at start: Int, upTo end: Int) -> Point? {
        let text = self.text
        func point(_ day: CalendarDay?, _ next: Int) -> Point? {
            day.map { Point(next: next, span: DaySpan(from: $0, to: $0), kind: .moment, hasYear: true) }
        }
        let parts = text.tokens[start].text.split(separator: ".").compactMap { Int($0) }
        if parts.count == 3, text.tokens[start].text.allSatisfy({ $0 == "." || $0.isNumber }) {
            return point(
                CalendarDay(year: parts[2] < 100 ? 2000 + parts[2] : parts[2], month: parts[1], day: parts[0]),
                start + 1)
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

    /// "the start of the year", "mid-May", "the end of August".
    func edge(at start: Int, upTo end: Int) -> Point? {
        let edges: [(Cue, (DaySpan) -> CalendarDay)] = [
            (.start, { $0.from }),
            (.middle, { CalendarDay(year: $0.from.year, month: $0.from.month, day: 15) ?? $0.from }), (.end, { $0.to }),
        ]
        for (cue, choose) in edges {
            guard let tag = text.tag(cue, at: start) else { continue }
            var next = tag.tokens.upperBound
            if text.isMark("-", at: next) { next += 1 }
            next = skip(next, end)
            if let point = named(at: next, upTo: end) ?? word(at: next), point.kind != .moment || point.isMonth {
                let day = min(choose(point.span), published)
                return Point(
                    next: point.next, span: DaySpan(from: day, to: day), kind: .moment, hasYear: point.hasYear)
            }
            if let same = text.tag(.same, at: next), let unit = text.tag(.timeUnit, at: same.tokens.upperBound),
                let timeUnit = TimeUnit(rawValue: unit.value)
            {
                let day = min(choose(.containing(named ?? spokenOf?.to ?? published, timeUnit)), published)
                return Point(
                    next: unit.tokens.upperBound, span: DaySpan(from: day, to: day), kind: .moment, hasYear: true)
            }
            if let unit = text.tag(.timeUnit, at: next), let timeUnit = TimeUnit(rawValue: unit.value), timeUnit != .day
            {
                // A year's end that has not come is that of the year before.
                var span = DaySpan.containing(published, timeUnit)
                if choose(span) > published { span = span.previous(timeUnit) }
                let day = choose(span)
                return Point(next: unit.tokens.upperBound, span: DaySpan(from: day, to: day), kind: .moment)
            }
        }
        return nil
    }

    /// "last month", "this year", "the past three weeks", "a year ago", "two months earlier", "the week before last".
    func relative(at start: Int, upTo end: Int) -> Point? {
        let this = text.tag(.this, at: start)
        let last = text.tag(.last, at: start)
        let past = text.tag(.past, at: start)
        let beforeLast = text.tag(.beforeLast, at: start)
        var next = skip((this ?? last ?? past ?? beforeLast)?.tokens.upperBound ?? start, end)
        // "vor einem Jahr", "il y a un an"
        let agoFirst = (this ?? last ?? past ?? beforeLast) == nil ? text.tag(.ago, at: start) : nil
        if let agoFirst { next = agoFirst.tokens.upperBound }
        var count = 1
        var isCounted = false
        if text.tag(.timeUnit, at: next) == nil, let (number, after) = number(at: next) {
            (count, next, isCounted) = (number, after, number > 1)
        }
        guard (1...400).contains(count), let unitTag = text.tag(.timeUnit, at: next),
            let unit = TimeUnit(rawValue: unitTag.value)
        else { return season(at: start, this, last, past, end) }
        let after = unitTag.tokens.upperBound
        let anchor = spokenOf
        if let tag = text.tag(.beforeLast, at: after) ?? beforeLast {
            let span = DaySpan.containing(published, unit).previous(unit).previous(unit)
            return Point(next: max(after, tag.tokens.upperBound), span: span, kind: .period, hasYear: true)
        }
        if let ago = agoFirst ?? text.tag(.ago, at: after) {
            let day = (unit == .year ? named ?? published : published).before(count, unit)
            return Point(
                next: max(after, ago.tokens.upperBound), span: DaySpan(from: day, to: day), kind: .moment, hasYear: true
            )
        }
        if let earlier = text.tag(.earlier, at: after), this == nil, past == nil {
            if let anchor, unit != .day, isPeriod(anchor) {
                let shifted = DaySpan(from: anchor.from.before(count, unit), to: anchor.to.before(count, unit))
                let span = isWholeMonth(anchor) ? DaySpan.containing(anchor.from.before(count, unit), .month) : shifted
                return Point(
                    next: earlier.tokens.upperBound, span: span, kind: .period, hasYear: true, isRelative: true)
            }
            let day = (named ?? published).before(count, unit)
            return Point(
                next: earlier.tokens.upperBound, span: DaySpan(from: day, to: day), kind: .moment, hasYear: true,
                isRelative: true)
        }
        let today = published
        if last == nil, past == nil, this == nil, agoFirst == nil {
            // "la semaine dernière": the adjective stands behind.
            if let behind = text.tag(.last, at: after) ?? text.tag(.past, at: after) {
                return Point(
                    next: behind.tokens.upperBound, span: DaySpan.containing(today, unit).previous(unit), kind: .period,
                    hasYear: true)
            }
        }
        if past != nil || last != nil && (isCounted || unit == .day) {
            return Point(
                next: after, span: DaySpan(from: today.before(count, unit), to: today), kind: .rolling, hasYear: true,
                length: (count, unit))
        }
        if last != nil {
            return Point(
                next: after, span: DaySpan.containing(today, unit).previous(unit), kind: .period, hasYear: true)
        }
        if this != nil {
            let span = DaySpan.containing(today, unit)
            return Point(next: after, span: DaySpan(from: span.from, to: today), kind: .period, hasYear: true)
        }
        return nil
    }

    /// "last summer", "this spring", "last June".
    func season(at start: Int, _ this: Tag?, _ last: Tag?, _ past: Tag?, _ end: Int) -> Point? {
        guard let lead = this ?? last ?? past else { return nil }
        guard var point = named(at: skip(lead.tokens.upperBound, end), upTo: end), !point.hasYear else { return nil }
        if this == nil, point.span.to >= published, let earlier = yearBefore(point.span) { point.span = earlier }
        point.hasYear = true
        return point
    }

    func yearBefore(_ span: DaySpan) -> DaySpan? {
        guard let from = CalendarDay(year: span.from.year - 1, month: span.from.month, day: 1) else { return nil }
        let months = (span.to.year - span.from.year) * 12 + span.to.month - span.from.month
        return .months(from.month, from.month + months, of: from.year)
    }

    /// A month, a season, a quarter, a half or a year by its name.
    func named(at start: Int, upTo end: Int) -> Point? {
        if let month = month(at: start) {
            return dated(month.next, end, isMonth: true) { DaySpan.months(month.month, month.month, of: $0) }
        }
        if let tag = text.tag(.season, at: start), let season = TimeSeason(rawValue: tag.value) {
            return dated(tag.tokens.upperBound, end) { year in
                // The winter of 2025 is the one that ends then, unless it is yet to come.
                season == .winter
                    ? DaySpan.months(12, 14, of: year - 1)
                    : DaySpan.months(season.firstMonth, season.firstMonth + 2, of: year)
            }
        }
        if let ordinal = text.tag(.ordinal, at: start), let number = Int(ordinal.value) {
            var next = ordinal.tokens.upperBound
            let word = text.tokens[start].key
            // "the first ten days of May"
            if number == 1, let (count, after) = self.number(at: next), let unit = text.tag(.timeUnit, at: after),
                unit.value == "day" || unit.value == "week",
                let month = named(at: skip(unit.tokens.upperBound, end), upTo: end), month.isMonth
            {
                let days = count * (unit.value == "week" ? 7 : 1)
                return Point(
                    next: month.next, span: DaySpan(from: month.span.from, to: month.span.from.adding(days: days - 1)),
                    kind: .period, hasYear: true)
            }
            if let unit = text.tag(.timeUnit, at: next), let timeUnit = TimeUnit(rawValue: unit.value) {
                next = unit.tokens.upperBound
                if timeUnit == .half, number <= 2, let month = named(at: skip(next, end), upTo: end), month.isMonth {
                    let middle = month.span.from.adding(days: 14)
                    let span =
                        number == 1
                        ? DaySpan(from: month.span.from, to: middle)
                        : DaySpan(from: middle.adding(days: 1), to: month.span.to)
                    return Point(next: month.next, span: span, kind: .period, hasYear: true)
                }
                // "the first half of the year"
                let year = skip(next, end)
                if let yearUnit = text.tag(.timeUnit, at: year), yearUnit.value == "year" {
                    next = yearUnit.tokens.upperBound
                }
                if timeUnit == .quarter {
                    return dated(next, end) { DaySpan.months(3 * number - 2, 3 * number, of: $0) }
                }
                if timeUnit == .half, number <= 2 {
                    return dated(next, end) { DaySpan.months(6 * number - 5, 6 * number, of: $0) }
                }
            } else if word.hasPrefix("q") {
                return dated(next, end) { DaySpan.months(3 * number - 2, 3 * number, of: $0) }
            } else if word.hasPrefix("h"), number <= 2 {
                return dated(next, end) { DaySpan.months(6 * number - 5, 6 * number, of: $0) }
            }
        }
        if let (year, next) = plainYear(at: start, upTo: end) {
            return DaySpan.months(1, 12, of: year).map { Point(next: next, span: $0, kind: .period, hasYear: true) }
        }
        if let tag = text.tag(.lastYear, at: start) {
            let after = skip(tag.tokens.upperBound, end)
            if let month = month(at: after), let span = DaySpan.months(month.month, month.month, of: published.year - 1)
            {
                return Point(next: month.next, span: span, kind: .period, hasYear: true, isMonth: true)
            }
            return DaySpan.months(1, 12, of: published.year - 1).map {
                Point(next: tag.tokens.upperBound, span: $0, kind: .period, hasYear: true)
            }
        }
        if let tag = text.tag(.thisYear, at: start) {
            let span = DaySpan.containing(published, .year)
            return Point(
                next: tag.tokens.upperBound, span: DaySpan(from: span.from, to: published), kind: .period, hasYear: true
            )
        }
        if let tag = text.tag(.lastMonth, at: start) {
            return Point(
                next: tag.tokens.upperBound, span: DaySpan.containing(published, .month).previous(.month),
                kind: .period,
                hasYear: true)
        }
        return nil
    }

    /// A period of the year that is named behind it, else of the latest year in which it does not begin after publication.
    func dated(_ next: Int, _ end: Int, isMonth: Bool = false, _ span: (Int) -> DaySpan?) -> Point? {
        if let (year, after) = year(at: next, upTo: end), let found = span(year) {
            // "the winter of 2023–24" is the one that ends in the second year.
            if let dash = text.rangeMark(at: after), dash < end, text.tokens[dash].kind == .number,
                text.tokens[dash].isGlued, let second = Int(text.tokens[dash].text), second % 100 == (year + 1) % 100,
                let winter = span(year + 1)
            {
                return Point(next: dash + 1, span: winter, kind: .period, hasYear: true)
            }
            return Point(next: after, span: found, kind: .period, hasYear: true, isMonth: isMonth)
        }
        for year in [published.year + 1, published.year, published.year - 1] {
            if let found = span(year), found.from <= published {
                return Point(next: next, span: found, kind: .period, isMonth: isMonth)
            }
        }
        return nil
    }

    func word(at start: Int) -> Point? {
        if let tag = text.tag(.weekend, at: start) {
            let sunday = published.adding(days: -(published.weekday % 7 == 0 ? 0 : published.weekday))
            return Point(
                next: tag.tokens.upperBound, span: DaySpan(from: sunday.adding(days: -1), to: sunday), kind: .period,
                hasYear: true)
        }
        if let tag = text.tag(.yesterday, at: start) {
            let day = published.adding(days: -1)
            return Point(next: tag.tokens.upperBound, span: DaySpan(from: day, to: day), kind: .moment)
        }
        guard let tag = text.tag(.today, at: start) else { return nil }
        return Point(next: tag.tokens.upperBound, span: DaySpan(from: published, to: published), kind: .moment)
    }
}
