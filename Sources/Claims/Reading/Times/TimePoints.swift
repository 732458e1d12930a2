import Territory

// The points of which times are made: a day, an edge of a period, a period by its name or told from now.
extension TimeReader {
    func point(at start: Int, upTo end: Int) -> Point? {
        guard start < end, beginsTime(start) else { return nil }
        // "three years of the full-scale war" names no day.
        let isOfYears = [start - 1, start - 2].contains { text.tag(.timeUnit, at: $0) != nil }
        if !isOfYears, let event = text.tag(.event, at: start), let day = CalendarDay(event.value) {
            return Point(
                next: event.tokens.upperBound, span: DaySpan(from: day, to: day), kind: .moment, hasYear: true,
                isEvent: true)
        }
        // "on that day"
        if let same = text.tag(.same, at: start), let unit = text.tag(.timeUnit, at: same.tokens.upperBound),
            unit.value == TimeUnit.day.rawValue, let named
        {
            return Point(
                next: unit.tokens.upperBound, span: DaySpan(from: named, to: named), kind: .moment, hasYear: true)
        }
        // "since the month began"
        if let unit = text.tag(.timeUnit, at: start), let timeUnit = TimeUnit(rawValue: unit.value), timeUnit != .day,
            let began = text.tag(.began, at: unit.tokens.upperBound)
        {
            let first = DaySpan.containing(published, timeUnit).from
            return Point(next: began.tokens.upperBound, span: DaySpan(from: first, to: first), kind: .moment)
        }
        return day(at: start, upTo: end) ?? samePeriod(at: start, upTo: end) ?? edge(at: start, upTo: end) ?? relative(
            at: start, upTo: end)
            ?? named(at: start, upTo: end) ?? word(at: start)
    }

    private static let edges: [(Cue, @Sendable (DaySpan) -> CalendarDay)] = [
        (.start, { $0.from }),
        (.middle, { CalendarDay(year: $0.from.year, month: $0.from.month, day: 15) ?? $0.from }), (.end, { $0.to }),
    ]

    /// "the start of the year", "mid-May", "the end of August".
    func edge(at start: Int, upTo end: Int) -> Point? {
        for (cue, choose) in Self.edges {
            guard let tag = text.tag(cue, at: start) else { continue }
            var next = tag.tokens.upperBound
            if text.isMark("-", at: next) { next += 1 }
            next = skip(next, end)
            if let point = named(at: next, upTo: end) ?? wholePeriod(at: next, upTo: end) ?? word(at: next),
                point.kind != .moment || point.isMonth
            {
                // "half of the autumn gain"
                if text.tag(.fraction, at: start) != nil, text.tag(.gains, at: point.next) != nil { return nil }
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
                // What was told on a day speaks of that day's month.
                let told = named.flatMap {
                    $0 < span.from && (isNamedHere || $0 >= published.before(2, .month)) ? $0 : nil
                }
                if let told { span = .containing(told, timeUnit) }
                if choose(span) > told ?? published { span = span.previous(timeUnit) }
                let day = choose(span)
                return Point(
                    next: unit.tokens.upperBound, span: DaySpan(from: day, to: day), kind: .moment, toldOn: told)
            }
        }
        return nil
    }

    private func hasEarlier(behind unit: Int) -> Bool {
        text.tag(.timeUnit, at: unit).map { text.tag(.earlier, at: $0.tokens.upperBound) != nil && $0.value != "day" }
            ?? false
    }

    /// "last year", "this month", where one of its edges is named.
    private func wholePeriod(at start: Int, upTo end: Int) -> Point? {
        guard text.tag(.last, at: start) != nil || text.tag(.this, at: start) != nil else { return nil }
        return relative(at: start, upTo: end).flatMap { $0.kind == .period ? $0 : nil }
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
        if let agoFirst { next = skip(agoFirst.tokens.upperBound, end) }
        var count = 1
        var isCounted = false
        if text.tag(.timeUnit, at: next) == nil, let (number, after) = number(at: next) {
            (count, next, isCounted) = (number, after, number > 1)
        }
        let preceding = text.tag(.preceding, at: start) ?? text.tag(.preceding, at: next)
        if let preceding { next = max(next, preceding.tokens.upperBound) }
        if !isCounted, preceding != nil, text.tag(.timeUnit, at: next) == nil, let (number, after) = number(at: next) {
            (count, next, isCounted) = (number, after, number > 1)
        }
        // "51 sq km against 37 неделей ранее": nobody counts back so many.
        let isFigure = isCounted && count > 24 && text.lexicon.hasFreeOrder
        guard (1...400).contains(count), !(isFigure && hasEarlier(behind: next)),
            let unitTag = text.tag(.timeUnit, at: next),
            let unit = TimeUnit(rawValue: unitTag.value)
        else {
            return season(at: start, this, last, past, end) ?? elided(at: start, this, last, beforeLast)
        }
        let after = unitTag.tokens.upperBound
        let anchor = spokenOf
        // "the previous four months", "за четыре предыдущих месяца": before what is spoken of.
        if preceding != nil, unit != .day || isCounted, let spokenOf,
            isCounted || spokenOf == .containing(spokenOf.from, unit)
        {
            let to = spokenOf.from.adding(days: -1)
            let from =
                unit.months > 0
                ? spokenOf.from.before(count, unit) : spokenOf.from.adding(days: -count * (unit == .week ? 7 : 1))
            return Point(
                next: after, span: DaySpan(from: from, to: to), kind: .period, hasYear: true, isRelative: true)
        }
        // "the last ten days of May"
        if last != nil || past != nil, unit != .year, let whole = whole(behind: after, upTo: end),
            whole.span.days > unit.months * 31
        {
            // "the last quarter of 2024"
            if unit == .quarter || unit == .half, !isCounted {
                return Point(next: whole.next, span: .containing(whole.span.to, unit), kind: .period, hasYear: true)
            }
            return Point(
                next: whole.next,
                span: DaySpan(from: whole.span.to.before(count, unit).adding(days: 1), to: whole.span.to),
                kind: .period,
                hasYear: true)
        }
        if let tag = text.tag(.beforeLast, at: after) ?? beforeLast {
            let span = DaySpan.containing(published, unit).previous(unit).previous(unit)
            return Point(next: max(after, tag.tokens.upperBound), span: span, kind: .period, hasYear: true)
        }
        if let ago = agoFirst ?? text.tag(.ago, at: after) {
            let day = (unit == .year ? named ?? published : published).before(count, unit)
            return Point(
                next: max(after, ago.tokens.upperBound), span: DaySpan(from: day, to: day), kind: .moment,
                hasYear: true,
                isAgo: true)
        }
        if let earlier = text.tag(.earlier, at: after), this == nil, past == nil {
            if let anchor, unit != .day, !isOfDay, isPeriod(anchor) {
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
            if let behind = text.tag(.last, at: after) ?? text.tag(.past, at: after),
                text.tag(.timeUnit, at: behind.tokens.upperBound) == nil
            {
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

    /// "взято 80, на прошлой — 5": the unit is that of the time before.
    private func elided(at start: Int, _ this: Tag?, _ last: Tag?, _ beforeLast: Tag?) -> Point? {
        guard text.lexicon.hasFreeOrder, let unit, let lead = this ?? last ?? beforeLast else { return nil }
        // "минулого – 66": an oblique case needs no preposition, where a dash stands for the verb.
        let isDashed = text.isMark("-", at: lead.tokens.upperBound) && !text.tokens[lead.tokens.upperBound].isGlued
        guard
            [.at, .over, .than, .clause].contains(where: { text.tag($0, at: start - 1) != nil })
                || isDashed && [",", ";", "."].contains(where: { text.isMark($0, at: start - 1) }),
            ["-", ",", ":", "(", "."].contains(where: { text.isMark($0, at: lead.tokens.upperBound) })
        else { return nil }
        let span = DaySpan.containing(published, unit)
        return Point(
            next: lead.tokens.upperBound,
            span: this != nil
                ? DaySpan(from: span.from, to: published)
                : last != nil ? span.previous(unit) : span.previous(unit).previous(unit), kind: .period,
            hasYear: true)
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
