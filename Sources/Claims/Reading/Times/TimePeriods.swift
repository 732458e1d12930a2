import Territory

// Periods by their name: months, seasons, quarters, halves, years, and parts of them.
extension TimeReader {
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
        if let tag = text.tag(.season, at: start), let season = TimeSeason(rawValue: tag.value), !isVerb(start, end) {
            // "the fall of Siversk"
            let next = skip(tag.tokens.upperBound, end)
            if next > tag.tokens.upperBound, next < end, !text.lexicon.hasCapitalNouns, text.tokens[next].isCapitalised,
                !text.hasTag(at: next), text.tokens[next].kind == .word
            {
                return nil
            }
            return dated(tag.tokens.upperBound, end) { season.span(of: $0) }
        }
        if let part = ordinalPart(at: start, upTo: end) { return part }
        if let (year, next) = plainYear(at: start, upTo: end) {
            return DaySpan.months(1, 12, of: year).map { Point(next: next, span: $0, kind: .period, hasYear: true) }
        }
        if let tag = text.tag(.lastYear, at: start) {
            let after = skip(tag.tokens.upperBound, end)
            if let season = text.tag(.season, at: after).flatMap({ TimeSeason(rawValue: $0.value) }),
                let span = season.span(of: published.year - 1), let tag = text.tag(.season, at: after)
            {
                return Point(next: tag.tokens.upperBound, span: span, kind: .period, hasYear: true)
            }
            // "last year in the first ten days of May"
            let over = text.tag(.over, at: after).map { skip($0.tokens.upperBound, end) } ?? after
            if over < end, let part = ordinalPart(at: over, upTo: end), part.span.from.year == published.year {
                return Point(
                    next: part.next,
                    span: DaySpan(from: part.span.from.before(1, .year), to: part.span.to.before(1, .year)),
                    kind: .period,
                    hasYear: true)
            }
            if let month = month(at: after), let span = DaySpan.months(month.month, month.month, of: published.year - 1)
            {
                return Point(next: month.next, span: span, kind: .period, hasYear: true, isMonth: true)
            }
            return DaySpan.months(1, 12, of: published.year - 1).map {
                Point(next: tag.tokens.upperBound, span: $0, kind: .period, hasYear: true)
            }
        }
        if let tag = text.tag(.yearBeforeLast, at: start) {
            return DaySpan.months(1, 12, of: published.year - 2).map {
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

    /// "may fall next": a season that is a verb too needs a word that leads to it, or a year.
    private func isVerb(_ index: Int, _ end: Int) -> Bool {
        guard text.tag(.shrink, at: index) != nil else { return false }
        let leads: [Cue] = [.at, .over, .since, .this, .last, .past, .filler, .start, .middle, .end, .until, .from]
        return !leads.contains { text.tag($0, at: index - 1) != nil } && year(at: index + 1, upTo: end) == nil
            && !text.isMark("-", at: index - 1)
    }

    /// "the second quarter", "the first half of the year", "the first ten days of May", "the first three months of 2026".
    private func ordinalPart(at start: Int, upTo end: Int) -> Point? {
        guard let ordinal = text.tag(.ordinal, at: start), let number = Int(ordinal.value) else { return nil }
        let next = ordinal.tokens.upperBound
        if let decade = text.tag(.decade, at: next), number <= 3,
            let month = month(behind: decade.tokens.upperBound, end)
        {
            let from = month.span.from.adding(days: 10 * (number - 1))
            let to = number == 3 ? month.span.to : from.adding(days: 9)
            return Point(next: month.next, span: DaySpan(from: from, to: to), kind: .period, hasYear: true)
        }
        let (count, after) = self.number(at: next) ?? (1, next)
        guard let unit = text.tag(.timeUnit, at: after), let timeUnit = TimeUnit(rawValue: unit.value) else {
            // "Q1", "H2"
            switch text.tokens[start].key.first {
            case "q": return quarter(number, next, end)
            case "h": return half(number, next, end)
            default: break
            }
            // "The second quarter brought 1,170, the first 930": the unit is that of the time before.
            let goesOn =
                [",", ".", "-", ")"].contains { text.isMark($0, at: after) } || text.tag(.gain, at: after) != nil
                || (after..<after + 4).contains {
                    $0 < end && text.tokens[$0].kind == .number && text.tag(.unit, at: $0 + 1) == nil
                }
            guard goesOn, text.tag(.number, at: start) == nil else { return nil }
            // "The first half of November brought 180, the second 325"
            if unit == .half, number == 2, let spokenOf, spokenOf.days <= 16, spokenOf.from.day == 1 {
                let month = DaySpan.containing(spokenOf.from, .month)
                return Point(
                    next: after, span: DaySpan(from: spokenOf.to.adding(days: 1), to: month.to), kind: .period,
                    hasYear: true)
            }
            // "more in the second half of November than in the first"
            if unit == .half, number == 1, let spokenOf, spokenOf.days <= 16, spokenOf.from.day > 1 {
                let month = DaySpan.containing(spokenOf.from, .month)
                return Point(
                    next: after, span: DaySpan(from: month.from, to: spokenOf.from.adding(days: -1)), kind: .period,
                    hasYear: true)
            }
            let isThan = (start - 3..<start).contains { text.tag(.than, at: $0) != nil }
            return elidedPart(number, after, end, isThan: isThan)
        }
        let behind = unit.tokens.upperBound
        switch timeUnit {
        case .quarter: return quarter(number, pastYearUnit(behind, end), end)
        case .half:
            guard let month = named(at: skip(behind, end), upTo: end), month.isMonth else {
                return half(number, pastYearUnit(behind, end), end)
            }
            let middle = month.span.from.adding(days: 14)
            let span =
                number == 1
                ? DaySpan(from: month.span.from, to: middle)
                : DaySpan(from: middle.adding(days: 1), to: month.span.to)
            return Point(next: month.next, span: span, kind: .period, hasYear: true)
        default:
            let isCounted = after > next
            guard number == 1,
                let whole = whole(behind: behind, upTo: end) ?? (isCounted ? spokenOf(behind, timeUnit) : nil)
            else { return nil }
            let last = whole.span.from.adding(days: -1).after(count, timeUnit)
            return Point(
                next: whole.next, span: DaySpan(from: whole.span.from, to: last), kind: .period, hasYear: true)
        }
    }

    /// "the first", of quarters or halves; "than in the first" is of the year that is spoken of, or of the one before.
    private func elidedPart(_ number: Int, _ next: Int, _ end: Int, isThan: Bool) -> Point? {
        let found = unit == .quarter ? quarter(number, next, end) : unit == .half ? half(number, next, end) : nil
        guard var point = found, isThan, let spokenOf, !point.hasYear else { return found }
        while point.span.from > spokenOf.from, let earlier = yearBefore(point.span) { point.span = earlier }
        return point
    }

    /// "of May", "of the month"
    private func month(behind index: Int, _ end: Int) -> Point? {
        let next = skip(index, end)
        if let unit = text.tag(.timeUnit, at: next), unit.value == TimeUnit.month.rawValue {
            return Point(next: unit.tokens.upperBound, span: .containing(published, .month), kind: .period)
        }
        return named(at: next, upTo: end).flatMap { $0.isMonth ? $0 : nil }
    }

    /// The month or the year that a part is of: "of May", "of the year".
    func whole(behind index: Int, upTo end: Int) -> Point? {
        let next = skip(index, end)
        if let unit = text.tag(.timeUnit, at: next), unit.value == TimeUnit.year.rawValue, next > index {
            return Point(
                next: unit.tokens.upperBound, span: .containing(spokenOf?.to ?? published, .year), kind: .period)
        }
        guard day(at: next, upTo: end) == nil, let point = named(at: next, upTo: end), point.kind == .period else {
            return nil
        }
        return point
    }

    /// "the first two weeks" of the month spoken of, "the first three months" of the year.
    private func spokenOf(_ next: Int, _ unit: TimeUnit) -> Point? {
        Point(
            next: next, span: .containing(spokenOf?.to ?? published, unit.months > 0 ? .year : .month), kind: .period)
    }

    private func pastYearUnit(_ index: Int, _ end: Int) -> Int {
        let next = skip(index, end)
        guard let unit = text.tag(.timeUnit, at: next), unit.value == TimeUnit.year.rawValue else { return index }
        return unit.tokens.upperBound
    }

    private func quarter(_ number: Int, _ next: Int, _ end: Int) -> Point? {
        dated(next, end) { DaySpan.months(3 * number - 2, 3 * number, of: $0) }
    }

    private func half(_ number: Int, _ next: Int, _ end: Int) -> Point? {
        number > 2 ? nil : dated(next, end) { DaySpan.months(6 * number - 5, 6 * number, of: $0) }
    }

    /// "the same period of last year", "the same dates": the time spoken of, in that year.
    func samePeriod(at start: Int, upTo end: Int) -> Point? {
        if let same = sameLength(at: start) { return same }
        guard let after = text.tag(.samePeriod, at: start)?.tokens.upperBound ?? sameUnits(at: start),
            let spokenOf = sinceSpan ?? spokenOf
        else { return nil }
        func shifted(by years: Int, _ next: Int) -> Point {
            let span = DaySpan(
                from: spokenOf.from.before(12 * years, .month), to: spokenOf.to.before(12 * years, .month))
            let isWhole = isWholeMonth(spokenOf)
            return Point(
                next: next, span: isWhole ? .containing(span.from, .month) : span, kind: .period, hasYear: true,
                isRelative: years > 0)
        }
        if let (year, next) = year(at: after, upTo: end), year <= spokenOf.to.year {
            return shifted(by: spokenOf.to.year - year, next)
        }
        let next = skip(after, end)
        let (count, then) = number(at: next) ?? (1, next)
        if let unit = text.tag(.timeUnit, at: then), unit.value == TimeUnit.year.rawValue,
            let earlier = text.tag(.earlier, at: unit.tokens.upperBound) ?? text.tag(.ago, at: unit.tokens.upperBound)
        {
            return shifted(by: count, earlier.tokens.upperBound)
        }
        return shifted(by: 0, after)
    }

    /// "the same three months", "these two weeks": of the times spoken of the one that is so long.
    private func sameLength(at start: Int) -> Point? {
        guard let lead = text.tag(.same, at: start) ?? text.tag(.this, at: start),
            let (count, next) = number(at: lead.tokens.upperBound), count > 1,
            let unit = text.tag(.timeUnit, at: next), let timeUnit = TimeUnit(rawValue: unit.value), timeUnit != .year,
            sameUnits(at: start) == nil
        else { return nil }
        let span = [spokenOf, longer].lazy.compactMap { $0 }.first { span in
            let days = span.from.after(count, timeUnit).daysSinceEpoch - span.from.daysSinceEpoch
            // A rolling time has a day more than a calendar one.
            return days == span.days || days == span.days - 1
        }
        return span.map { Point(next: unit.tokens.upperBound, span: $0, kind: .period, hasYear: true) }
    }

    /// "the same eight months", with a year behind.
    private func sameUnits(at start: Int) -> Int? {
        guard let same = text.tag(.same, at: start) else { return nil }
        let next = number(at: same.tokens.upperBound)?.1 ?? same.tokens.upperBound
        guard let unit = text.tag(.timeUnit, at: next), let timeUnit = TimeUnit(rawValue: unit.value),
            ![.day, .year].contains(timeUnit),
            year(at: unit.tokens.upperBound, upTo: text.tokens.count) != nil
        else { return nil }
        return unit.tokens.upperBound
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
}
