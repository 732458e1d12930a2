import Territory

/// Reads the times that a text names.
///
/// What the words of each language mean stands in the lexicons; how they are put together stands here, once: a point (a
/// day, a month, a season…) alone, behind "since", between "from" and "to", "ago".
struct TimeReader {
    let text: TaggedText
    let published: CalendarDay
    /// The time that the statement before this one is about; the day that was named last.
    var spokenOf: DaySpan?
    var named: CalendarDay?
    /// A longer time that was spoken of, of which that is a part.
    var longer: DaySpan?
    /// Whether that was in this sentence.
    private(set) var isNamedHere = false
    /// The time since a day that was named before in the sentence.
    private(set) var sinceSpan: DaySpan?
    /// Whether a day is spoken of, and no period.
    var isOfDay = false
    /// The unit of the time before in the sentence.
    var unit: TimeUnit?

    /// A part of a time: where it ends, and what it means.
    struct Point {
        var next: Int
        var span: DaySpan
        var kind: TimeMention.Kind
        var hasYear = false
        var isRelative = false
        var isMonth = false
        var isEvent = false
        var isAgo = false
        /// The day of which it is told, where that is not the day of publication.
        var toldOn: CalendarDay?
        var length: (count: Int, unit: TimeUnit)?
    }

    init(_ text: TaggedText, published: CalendarDay) {
        self.text = text
        self.published = published
    }

    /// The times of a sentence.
    mutating func times(in range: Range<Int>) -> [TimeMention] {
        var mentions: [TimeMention] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if beginsTime(index), var mention = mention(at: index, upTo: range.upperBound) {
                // "in the four weeks before (Oct. 28–Nov. 25)": the brackets say it exactly.
                let bracket = mention.tokens.upperBound
                if text.isMark("(", at: bracket), let exact = self.mention(at: bracket + 1, upTo: range.upperBound),
                    text.isMark(")", at: exact.tokens.upperBound), exact.kind == .period
                {
                    (mention.span, mention.kind, mention.length) = (exact.span, .period, nil)
                    mention.isRelative = false
                    mention.tokens = mention.tokens.lowerBound..<exact.tokens.upperBound + 1
                }
                // "in one day, 1 March, …": the day itself stands beside.
                let comma = mention.tokens.upperBound
                if mention.kind == .rolling, mention.length.map({ $0.count == 1 && $0.unit == .day }) ?? false,
                    text.isMark(",", at: comma), let day = day(at: comma + 1, upTo: range.upperBound),
                    day.kind == .moment,
                    day.next >= range.upperBound - 1 || text.isMark(",", at: day.next)
                {
                    (mention.span, mention.kind, mention.length) = (day.span, .period, nil)
                    mention.tokens = mention.tokens.lowerBound..<day.next
                }
                // "in two days, 10 and 11 November, …": so do several.
                if mention.kind == .rolling, text.isMark(",", at: comma), comma + 1 < range.upperBound,
                    beginsTime(comma + 1), let exact = self.mention(at: comma + 1, upTo: range.upperBound),
                    exact.kind == .period, !exact.isSince, !exact.isRelative,
                    text.isMark(",", at: exact.tokens.upperBound),
                    mention.length.map({ $0.unit == .day && $0.count == exact.span.days }) ?? false
                {
                    (mention.span, mention.kind, mention.length) = (exact.span, .period, nil)
                    mention.tokens = mention.tokens.lowerBound..<exact.tokens.upperBound
                }
                mention.tokens = mention.tokens.clamped(to: range)
                mentions.append(mention)
                index = max(index + 1, mention.tokens.upperBound)
                if mention.kind == .moment, !mention.isEvent {
                    // "three months ago, and a year ago": both from the day that is spoken of.
                    if !mention.isAgo { (named, isNamedHere) = (mention.span.to, true) }
                    if mention.isAsOf { isOfDay = true }
                } else if mention.kind == .period && !mention.isRelative && !mention.isSince
                    || mention.kind == .rolling && mention.length == nil
                {
                    spokenOf = mention.span
                    isOfDay = false
                }
                if mention.isSince { sinceSpan = mention.span }
                unit = text.timeUnit(of: mention) ?? unit
            } else {
                index += 1
            }
        }
        return mentions
    }

    /// The day of a date with its year that begins at a token.
    func fullDate(at start: Int) -> CalendarDay? {
        guard let point = day(at: start, upTo: text.tokens.count), point.kind == .moment, point.hasYear else {
            return nil
        }
        return point.span.to
    }

    // MARK: Times

    /// Whether a time, or a point of one, may begin at a token: with a number or a phrase.
    func beginsTime(_ index: Int) -> Bool { text.hasTag(at: index) || text.tokens[index].kind == .number }

    func mention(at start: Int, upTo end: Int) -> TimeMention? {
        if let joined = stretch(at: start, upTo: end) { return joined }
        if let tag = text.tag(.since, at: start), !isUnit(at: start), !isInComparison(start),
            let point = point(at: skip(tag.tokens.upperBound, end), upTo: end)
                ?? dayOfEvent(behind: tag.tokens.upperBound, upTo: end)
        {
            var mention = TimeMention(
                tokens: start..<point.next, kind: .period,
                span: ordered(point.span.from, point.toldOn ?? published), isSince: true)
            if let until = text.tag(.until, at: point.next),
                let last = self.point(at: skip(until.tokens.upperBound, end), upTo: end)
            {
                mention.span = ordered(point.span.from, last.span.to)
                mention.tokens = start..<last.next
            }
            return mention
        }
        if let tag = text.tag(.asOf, at: start), let point = point(at: skip(tag.tokens.upperBound, end), upTo: end) {
            let isDay = point.kind == .moment
            return TimeMention(
                tokens: start..<point.next, kind: isDay ? .moment : point.kind, span: capped(point.span), isAsOf: true,
                isRelative: point.isRelative)
        }
        if let tag = text.tag(.over, at: start), let unit = rolling(at: skip(tag.tokens.upperBound, end), start, end) {
            return unit
        }
        if let tag = text.tag(.over, at: start) ?? text.tag(.at, at: start) {
            let first = skip(tag.tokens.upperBound, end)
            if let point = point(at: first, upTo: end) {
                let mention = TimeMention(tokens: start..<point.next, point: point, span: capped(point.span))
                return joined(mention, point, from: first, end)
            }
        }
        if let now = text.tag(.today, at: start) {
            return TimeMention(
                tokens: now.tokens, kind: .moment, span: DaySpan(from: published, to: published), isNow: true)
        }
        guard let point = point(at: start, upTo: end) else { return nil }
        let mention = TimeMention(tokens: start..<point.next, point: point, span: capped(point.span))
        return joined(mention, point, from: start, end)
    }

    /// "since the counter-offensive began on 4 June": the day behind a few words.
    private func dayOfEvent(behind start: Int, upTo end: Int) -> Point? {
        for index in start..<min(start + 9, end) {
            if text.isMark("-", at: index), text.tokens[index].isGlued { continue }
            guard text.tokens[index].kind == .word || text.tokens[index].kind == .number else { return nil }
            let after = skip(index, end)
            if index > start, let day = day(at: after, upTo: end), day.kind == .moment, after < end,
                text.tag(.weekday, at: after) == nil
            {
                return day
            }
            if text.tokens[index].kind == .number { return nil }
        }
        return nil
    }

    /// Whether a preposition is part of "compared with".
    private func isInComparison(_ index: Int) -> Bool {
        (max(0, index - 3)..<index).contains { text.tag(.than, at: $0).map { $0.tokens.contains(index) } ?? false }
    }

    /// "from May 1 to June 2", "between July 1 and July 30", "the two months to 7 June".
    func stretch(at start: Int, upTo end: Int) -> TimeMention? {
        for cue in [Cue.between, .from, .since] {
            guard let opening = text.tag(cue, at: start) else { continue }
            if let days = daysOfOneMonth(at: opening.tokens.upperBound, start, end) { return days }
            guard let first = point(at: skip(opening.tokens.upperBound, end), upTo: end) else { continue }
            let then = text.isMark(",", at: first.next) ? first.next + 1 : first.next
            guard let middle = text.tag(.rangeTo, at: then) ?? text.tag(.until, at: then),
                var last = point(at: skip(middle.tokens.upperBound, end), upTo: end)
                    ?? sameMonth(at: middle.tokens.upperBound, as: first)
            else { continue }
            var from = first.span.from
            if !first.hasYear {
                // The year of the end is that of the start, or the one after.
                if from > last.span.to || last.hasYear { from = latest(from, notAfter: last.span.to) }
            }
            if !last.hasYear, last.span.to < from,
                let later = CalendarDay(
                    year: from.year + (last.span.to.month < from.month ? 1 : 0), month: last.span.to.month,
                    day: last.span.to.day)
            {
                last.span.to = later
            }
            return TimeMention(tokens: start..<last.next, kind: .period, span: capped(ordered(from, last.span.to)))
        }
        // "the three weeks to 7 June"
        let first = skip(start, end)
        let (count, next) = number(at: first) ?? (1, first)
        if let told = begun(at: next, count, start, end) { return told }
        if let unit = text.tag(.timeUnit, at: next),
            let to = text.tag(.until, at: unit.tokens.upperBound),
            let day = point(at: skip(to.tokens.upperBound, end), upTo: end), day.kind == .moment,
            let timeUnit = TimeUnit(rawValue: unit.value)
        {
            return TimeMention(
                tokens: start..<day.next, kind: .rolling,
                span: DaySpan(from: day.span.to.before(count, timeUnit), to: day.span.to))
        }
        return nil
    }

    /// "the week beginning 1 December", "the seven days from 1 December".
    private func begun(at index: Int, _ count: Int, _ start: Int, _ end: Int) -> TimeMention? {
        guard let unit = text.tag(.timeUnit, at: index), let timeUnit = TimeUnit(rawValue: unit.value) else {
            return nil
        }
        var next = unit.tokens.upperBound
        if text.isMark(",", at: next) { next += 1 }
        guard let opening = text.tag(.beginning, at: next),
            let day = day(at: skip(opening.tokens.upperBound, end), upTo: end), day.kind == .moment,
            (1...400).contains(count)
        else { return nil }
        // "in the week from 24 to 30 November": told exactly.
        if let to = text.tag(.rangeTo, at: day.next) ?? text.tag(.until, at: day.next) {
            let last =
                self.day(at: skip(to.tokens.upperBound, end), upTo: end) ?? sameMonth(at: to.tokens.upperBound, as: day)
            guard let last, last.kind == .moment, day.span.from < last.span.to else { return nil }
            return TimeMention(
                tokens: start..<last.next, kind: .period, span: capped(ordered(day.span.from, last.span.to)))
        }
        let last = day.span.from.after(count, timeUnit).adding(days: -1)
        return TimeMention(tokens: start..<day.next, kind: .period, span: capped(ordered(day.span.from, last)))
    }

    /// "from 15 to 21 December": the first day takes the month of the last.
    private func daysOfOneMonth(at index: Int, _ start: Int, _ end: Int) -> TimeMention? {
        let first = skip(index, end)
        guard let from = ordinalDay(at: first),
            let middle = text.tag(.rangeTo, at: from.next) ?? text.tag(.until, at: from.next),
            let to = point(at: skip(middle.tokens.upperBound, end), upTo: end), to.kind == .moment,
            let day = CalendarDay(year: to.span.to.year, month: to.span.to.month, day: from.day), day < to.span.to
        else { return nil }
        return TimeMention(tokens: start..<to.next, kind: .period, span: DaySpan(from: day, to: to.span.to))
    }

    /// The second day of "between September 1 and 7".
    func sameMonth(at index: Int, as first: Point) -> Point? {
        guard first.kind == .moment, let number = ordinalDay(at: index, isBehindMonth: true),
            let day = CalendarDay(year: first.span.from.year, month: first.span.from.month, day: number.day),
            day > first.span.from
        else { return nil }
        return Point(next: number.next, span: DaySpan(from: day, to: day), kind: .moment, hasYear: first.hasYear)
    }

    /// "over a week", "over the past three months", "in two months": up to the day spoken of.
    func rolling(at index: Int, _ start: Int, _ end: Int) -> TimeMention? {
        var next = index
        let past = text.tag(.past, at: next)
        if let past { next = skip(past.tokens.upperBound, end) }
        var count = 1
        if let (number, after) = number(at: next), text.tag(.timeUnit, at: next) == nil {
            (count, next) = (number, after)
        }
        guard let unit = text.tag(.timeUnit, at: next), let timeUnit = TimeUnit(rawValue: unit.value),
            (1...400).contains(count)
        else { return nil }
        if let told = begun(at: next, count, start, end) { return told }
        let after = unit.tokens.upperBound
        // "they held over a quarter of the country"
        if past == nil, let part = text.tag(.fraction, at: start + 1), part.tokens.upperBound == after,
            [.at, .country, .from].contains(where: { text.tag($0, at: after) != nil })
        {
            return nil
        }
        if let soFar = text.tag(.soFar, at: after) {
            let span = DaySpan.containing(published, timeUnit)
            return TimeMention(
                tokens: start..<soFar.tokens.upperBound, kind: .period, span: DaySpan(from: span.from, to: published))
        }
        // "over the week to 1 December"
        if let to = text.tag(.until, at: after), text.tag(.and, at: after) == nil,
            let day = point(at: skip(to.tokens.upperBound, end), upTo: end), day.kind == .moment
        {
            return TimeMention(
                tokens: start..<day.next, kind: .rolling,
                span: DaySpan(from: day.span.to.before(count, timeUnit), to: day.span.to))
        }
        // "за десять месяцев 2025 года": the first ones of the year.
        if timeUnit == .month, past == nil, count > 1, count <= 12 {
            let whole = whole(behind: after, upTo: end).flatMap {
                $0.span.days > 360 ? (year: $0.span.from.year, next: $0.next) : nil
            }
            if let year = whole ?? year(at: after, upTo: end), let span = DaySpan.months(1, count, of: year.year) {
                return TimeMention(tokens: start..<year.next, kind: .period, span: capped(span))
            }
        }
        // "over the week before last", "over the month before" are of the calendar.
        if text.tag(.earlier, at: after) != nil || text.tag(.ago, at: after) != nil
            || text.tag(.beforeLast, at: after) != nil
            || text.tag(.past, at: after) == nil
                && point(at: skip(after, end), upTo: end).map({
                    // "the week of May 4 to 10"
                    $0.kind != .moment || text.tag(.at, at: after) != nil && text.tag(.filler, at: after) != nil
                }) ?? false
        {
            return nil
        }
        // "over the month", said of a month that was named, is that month.
        let span = DaySpan(from: published.before(count, timeUnit), to: published)
        let isRunning =
            spokenOf.map { count == 1 && $0.to == published && $0.from == DaySpan.containing(published, timeUnit).from }
            ?? false
        if past == nil, let spokenOf, isRunning || abs(spokenOf.days - span.days + 1) <= 3 * count, timeUnit != .day,
            timeUnit != .week
        {
            return TimeMention(tokens: start..<after, kind: .period, span: spokenOf)
        }
        return TimeMention(
            tokens: start..<after, kind: .rolling,
            span: span, length: (count, timeUnit))
    }

    /// "August and September": one time of two parts.
    func joined(_ mention: TimeMention, _ point: Point, from start: Int, _ end: Int) -> TimeMention {
        // "for January 1 to December 15"
        let behind = mention.tokens.upperBound
        if point.kind == .moment, let middle = text.tag(.until, at: behind) ?? text.tag(.rangeTo, at: behind),
            text.tag(.and, at: behind) == nil, let first = day(at: start, upTo: end), first.next == behind,
            let last = day(at: skip(middle.tokens.upperBound, end), upTo: end)
                ?? sameMonth(at: middle.tokens.upperBound, as: first), last.kind == .moment
        {
            var mention = mention
            mention.kind = .period
            mention.span = ordered(latest(first.span.from, notAfter: last.span.to), last.span.to)
            mention.tokens = mention.tokens.lowerBound..<last.next
            return mention
        }
        guard point.kind == .period, point.isMonth else { return mention }
        var all = [mention]
        var next = mention.tokens.upperBound
        while next < end {
            var then = next
            if text.isMark(",", at: then) { then += 1 }
            let isOwn = then > next && text.tag(.at, at: then) != nil
            if let and = text.tag(.and, at: then) ?? text.tag(.rangeTo, at: then) { then = and.tokens.upperBound }
            // "18 in July, in June it was 15": with its own preposition and no "and" it is another figure's.
            if isOwn, let other = self.point(at: skip(then, end), upTo: end), text.tag(.and, at: other.next) == nil,
                !text.isMark(",", at: other.next)
            {
                break
            }
            guard then > next, let another = self.point(at: skip(then, end), upTo: end), another.isMonth else { break }
            if another.hasYear, !point.hasYear {
                all = all.map { part in
                    var part = part
                    if let year = another.span.from.year as Int?,
                        let moved = DaySpan.months(part.span.from.month, part.span.from.month, of: year)
                    {
                        part.span = moved
                    }
                    return part
                }
            }
            all.append(TimeMention(tokens: then..<another.next, point: another, span: capped(another.span)))
            next = another.next
        }
        guard all.count > 1, let first = all.map(\.span.from).min(), let last = all.map(\.span.to).max() else {
            return mention
        }
        return TimeMention(
            tokens: mention.tokens.lowerBound..<next, kind: .period, span: DaySpan(from: first, to: last), parts: all)
    }
}

extension TimeMention {
    init(tokens: Range<Int>, point: TimeReader.Point, span: DaySpan) {
        self.init(tokens: tokens, kind: point.kind, span: span, isRelative: point.isRelative, length: point.length)
        isEvent = point.isEvent
        isAgo = point.isAgo
    }
}
