import Territory

// When a statement is true: the time of its sentence that is its own, or that of the passage.
extension StatementReader {
    func isSpeech(_ time: TimeMention) -> Bool {
        guard time.kind == .moment || time.kind == .period && time.span.days <= 2,
            !time.isAsOf, !time.isSince, !time.isAgo, time.span.to > published.before(1, .month)
        else { return false }
        let (start, end) = (time.tokens.lowerBound, time.tokens.upperBound)
        return [start - 1, start - 2, start - 3, end, end + 1].contains { index in
            view.tokens.contains(index) && text.tag(.said, at: index) != nil && !text.isWeakSaying(index)
                && !(index..<max(index, start)).contains {
                    // "calculated that on Sunday": the day is of what is said.
                    text.isMark(";", at: $0) || text.isMark(":", at: $0) || text.tag(.relative, at: $0) != nil
                }
        }
    }

    func nearestTime(to range: Range<Int>, isStock: Bool = false) -> TimeMention? {
        let all = view.times.flatMap { time in
            !time.parts.isEmpty && !view.cues(.respectively).isEmpty ? time.parts : [time]
        }
        let times = all.filter {
            !isSpeech($0) && !isReach($0, for: range) && $0.span.from <= published && !isBefore($0)
                && !isToldOfPlace($0.tokens)
        }
        let plain = times.filter { !isComparedTime($0) }
        if let time = timeOfReach(before: range) { return time }
        return inClause(plain, of: range, at: \.tokens) ?? comparedTime(before: range)
            ?? borrowed(isStock ? .day : .window, plain, by: range, at: \.tokens)
            ?? plain.first {
                $0.isAsOf && !$0.isSince && $0.tokens.upperBound <= range.lowerBound && isStock
                    && clauses.index(of: range).map { clauses.all[$0].opening != .comparison } ?? true
                    && !isGrownTo(range)
            }
    }

    /// The time with which something was compared before a figure: "than in August, when it had taken 464", "than in
    /// May (507)", but not "than in July: 267".
    private func comparedTime(before range: Range<Int>) -> TimeMention? {
        // "shrank in November compared with October, to 48 sq km from 80"
        let isOther = text.tag(.from, at: range.lowerBound - 1) != nil
        if text.isMark(":", at: range.lowerBound - 1) { return nil }
        return view.times.last { time in
            let between = time.tokens.upperBound..<max(time.tokens.upperBound, range.lowerBound)
            return isComparedTime(time) && time.tokens.upperBound <= range.lowerBound
                && (isOther || !view.amounts.contains { between.contains($0.tokens.lowerBound) })
                && (between.isEmpty
                    || !between.allSatisfy {
                        text.tokens[$0].kind == .mark && !text.isMark("(", at: $0) || text.tag(.growTo, at: $0) != nil
                    })
        }
    }

    /// Whether "more than", "compared with" stands before a time.
    func isComparedTime(_ time: TimeMention) -> Bool {
        time.kind != .moment
            && isOfOtherFigure(time)
            || time.kind != .moment
                && (max(view.tokens.lowerBound, time.tokens.lowerBound - 2)..<time.tokens.lowerBound + 1).contains {
                    index in
                    isThan(index)
                        && !view.amounts.contains { (index..<time.tokens.lowerBound).contains($0.number.lowerBound) }
                }
    }

    /// "double that of the first quarter"
    private func isOfOtherFigure(_ time: TimeMention) -> Bool {
        let first = time.tokens.lowerBound
        // "half as much as January's"
        let asMuch = (first - 3..<first).contains { index in
            text.tag(.asMuch, at: index).map {
                $0.tokens.upperBound == first + 1
                    || $0.tokens.upperBound == first && text.tag(.at, at: first) == nil
                        && text.tag(.over, at: first) == nil
            } ?? false
                && (index - 5...index).contains { text.tag(.multiple, at: $0) ?? text.tag(.part, at: $0) != nil }
        }
        return asMuch
            || text.tag(.at, at: first) != nil && text.tag(.same, at: first - 1) != nil
                && [Cue.multiple, .part, .asMuch].contains {
                    text.tag($0, at: first - 2) != nil
                        || text.tag($0, at: first - 1).map { $0.tokens.count > 1 } ?? false
                }
    }

    func isThan(_ index: Int) -> Bool {
        text.tag(.than, at: index) != nil
            && ![Cue.at, .over, .from, .since].contains { text.tag($0, at: index) != nil }
    }

    /// Whether "before" stands before a time.
    private func isBefore(_ time: TimeMention) -> Bool {
        !time.isRelative && text.tag(.earlier, at: time.tokens.lowerBound - 1) != nil
    }

    /// The period that "since November 2024, when it took 725" names for the figure behind it.
    private func timeOfReach(before range: Range<Int>) -> TimeMention? {
        guard
            var time = view.times.last(where: {
                $0.tokens.upperBound <= range.lowerBound && ($0.isSince && isReach($0) || isOfRank($0))
            }), case let next = time.tokens.upperBound, text.isMark(",", at: next),
            text.tag(.when, at: next + 1) != nil,
            !view.amounts.contains(where: { (next..<range.lowerBound).contains($0.tokens.lowerBound) })
        else { return nil }
        let unit = text.tags(.month, in: time.tokens).isEmpty ? nil : TimeUnit.month
        guard let unit else { return nil }
        time.span = .containing(time.span.from, unit)
        time.kind = .period
        time.isSince = false
        return time
    }

    func isInFigure(_ index: Int) -> Bool { view.amounts.contains { $0.tokens.contains(index) } }

    /// Whether a time is what a rank reaches back to, or a comparison's other one.
    func isReach(_ time: TimeMention, for range: Range<Int>? = nil) -> Bool {
        let isBehind = range.map { $0.lowerBound < time.tokens.lowerBound } ?? true
        // "482 a month before" is that figure's time, "5 more than a month before" the other's.
        if time.isRelative, isBehind { return range.map { $0.upperBound != time.tokens.lowerBound } ?? true }
        let before = max(view.tokens.lowerBound, time.tokens.lowerBound - 3)..<time.tokens.lowerBound
        if isBehind,
            before.contains(where: {
                text.tag(.than, at: $0) != nil && text.tag(.at, at: $0) == nil && text.tag(.since, at: $0) == nil
                    && text.tag(.from, at: $0) == nil
                    && text.tag(.over, at: $0) == nil && !isInFigure($0)
            }), !before.contains(where: isInFigure)
        {
            return true
        }
        if isOfRank(time) { return true }
        if let range, time.tokens.lowerBound > range.lowerBound,
            [time.tokens.lowerBound - 1, time.tokens.lowerBound - 2].contains(where: {
                $0 >= view.tokens.lowerBound && (text.tag(.more, at: $0) != nil || text.tag(.less, at: $0) != nil)
                    && !isInFigure($0) && !isInFigure($0 + 1)
            })
        {
            return true
        }
        guard time.isSince else { return false }
        let wide = max(view.tokens.lowerBound, time.tokens.lowerBound - 6)..<time.tokens.lowerBound
        return wide.contains { index in
            ([.most, .least, .ever, .none].contains { text.tag($0, at: index) != nil }
                || text.tag(.ordinal, at: index)?.value == "1" && text.tag(.timeUnit, at: index + 1) != nil)
                && !view.amounts.contains { $0.tokens.overlaps(index..<time.tokens.lowerBound) }
        }
    }

    /// Whether the most or the least is that of a time: "the record of the year".
    func isOfRank(_ time: TimeMention) -> Bool {
        let close = max(view.tokens.lowerBound, time.tokens.lowerBound - 3)..<time.tokens.lowerBound
        return !isInFigure(time.tokens.lowerBound)
            && close.contains { text.tag(.most, at: $0) != nil || text.tag(.least, at: $0) != nil }
            && !close.contains { isInFigure($0) || text.isMark(",", at: $0) }
            && !isBehindActor(close)
    }

    /// Whether a side stands behind the word for the most: "most of all Russia took in November".
    private func isBehindActor(_ range: Range<Int>) -> Bool {
        let most = range.last { text.tag(.most, at: $0) != nil || text.tag(.least, at: $0) != nil }
        return most.map { ($0..<range.upperBound).contains { text.tag(.actor, at: $0) != nil } } ?? false
    }

    func setTime(_ statement: inout Statement, at range: Range<Int>) {
        let isStock = [.held, .share, .distance, .frontLength].contains(statement.kind) && statement.whole != "gain"
        var time = nearestTime(to: range, isStock: isStock)
        if !isStock, let amount = statement.amount, let paired = paired(amount, with: windows) { time = paired }
        if let time {
            statement.readFrom["time"] = time.tokens
            statement.isTimeRelative = time.isRelative
        }
        if isStock, let found = time, isOfOtherClause(found, range) { time = nil }
        if isStock {
            // A distance, or the front's length, is no stock that a change leads to.
            let isLength = [.distance, .frontLength].contains(statement.kind) && view.times.isEmpty
            let day = isLength ? state.listDay : originDay(range) ?? stockDay(time, range)
            statement.time = .asOf(day ?? published)
        } else if let both = timesTogether, time.map({ $0.kind == .rolling }) ?? true {
            statement.time = both
        } else if statement.kind == .pace, time.map({ $0.kind == .moment || isAverageUnit($0) }) ?? true {
            let day = time.flatMap { isAverageUnit($0) ? nil : $0.asOf }
            statement.time = day.map { .asOf($0) } ?? state.time ?? .asOf(published)
        } else {
            statement.time = time.flatMap { window(of: $0, for: range) } ?? state.time
        }
    }

    /// Whether a time only says what an average is per: "у середньому за добу".
    private func isAverageUnit(_ time: TimeMention) -> Bool {
        time.kind == .rolling && time.length?.count == 1
            && view.cues(.average).contains { 0...1 ~= time.tokens.lowerBound - $0.tokens.upperBound }
    }

    /// "Together that makes 50": over the two times that the sentence before had figures of.
    private var timesTogether: ClaimTime? {
        guard !view.cues(.sum).isEmpty, let two = state.twoWindows else { return nil }
        return DaySpan(from: two.earlier.from, to: two.later.to).time(rolling: false)
    }

    /// "Last year they took less than 1%, while 19% in all is occupied": the period is that of what was taken.
    private func isOfOtherClause(_ time: TimeMention, _ range: Range<Int>) -> Bool {
        guard time.kind == .period, !time.isAsOf, let index = clauses.index(of: range), index > 0,
            clauses.all[index].opening == .conjunction
        else { return false }
        return clauses.owner(of: time.tokens) != index
            && [Cue.occupied, .remain].contains { cue in
                view.cues(cue).contains { clauses.owner(of: $0.tokens) == index }
            }
    }

    /// The times that are no moments, those that were joined one by one.
    var windows: [TimeMention] {
        view.times.flatMap { $0.parts.isEmpty ? [$0] : $0.parts }.filter { $0.kind != .moment }
    }

    /// The window that a time sets for a flow; none where it leaves the one that is spoken of.
    private func window(of time: TimeMention, for range: Range<Int>) -> ClaimTime? {
        guard time.kind == .moment else {
            let named = view.times.first { $0.kind == .moment && !isSpeech($0) && $0.isAsOf }?.asOf
            // "by the end of April 1,300 sq km since January 1"
            if time.isSince, let named, time.span.from < named {
                return DaySpan(from: time.span.from, to: named).time(rolling: false)
            }
            let anchor = named ?? state.asOf
            return (anchor.map { time.kind == .rolling ? time.ending(on: $0) : time } ?? time).window
        }
        let others = view.times.filter { $0.kind != .moment && !isReach($0) }
        if let other = inClause(others, of: range, at: \.tokens) { return window(of: other, for: range) }
        return time.isAsOf || time.isNow ? nil : time.window
    }

    /// The first day of the window over which a stock changed from this figure to the one behind: "rose from 18.9% to
    /// 19% over the month".
    private func originDay(_ range: Range<Int>) -> CalendarDay? {
        let own = nearestTime(to: range, isStock: true)
        guard text.tag(.from, at: range.lowerBound - 1) != nil,
            let next = view.amounts.first(where: { $0.tokens.lowerBound >= range.upperBound }),
            next.tokens.lowerBound - range.upperBound <= 2, growth(before: next) == .to,
            let time = nearestTime(to: next.tokens, isStock: true), time.kind != .moment,
            own.map({ $0.tokens == time.tokens }) ?? true
        else { return nil }
        return time.span.from
    }

    /// The day that a stock is as of.
    func stockDay(_ time: TimeMention?, _ range: Range<Int>) -> CalendarDay? {
        guard let time else { return flowEnd(before: range) }
        if time.kind == .moment { return time.asOf }
        let moments = view.times.filter { $0.kind == .moment && !isSpeech($0) && !isReach($0) }
        if time.kind == .rolling,
            let moment = moments.first(where: \.isAsOf)
                ?? moments.last(where: { !$0.isNow && $0.tokens.upperBound <= time.tokens.lowerBound })
        {
            return moment.asOf
        }
        return time.isSince ? nil : time.asOf
    }

    /// The end of the window of a change that leads to a stock.
    func flowEnd(before range: Range<Int>) -> CalendarDay? {
        let changes = view.cues(.grow) + view.cues(.shrink)
        let isLedTo = text.tag(.growTo, at: range.lowerBound - 1) != nil
        guard
            changes.contains(where: {
                isLedTo && $0.tokens.upperBound <= range.lowerBound || view.cost($0.tokens, range) <= 8
            })
        else { return state.listDay }
        let windows = view.times.filter { $0.kind != .moment && !isReach($0) }
        return borrowed(.window, windows, by: range, at: \.tokens)?.span.to ?? state.window?.to
    }
}
