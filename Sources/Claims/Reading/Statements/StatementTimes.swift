import Territory

// When a statement is true: the time of its sentence that is its own, or that of the passage.
extension StatementReader {
    func isSpeech(_ time: TimeMention) -> Bool {
        guard time.kind == .moment || time.kind == .period && time.span.days <= 2,
            !time.isAsOf, !time.isSince, !time.isAgo
        else { return false }
        let (start, end) = (time.tokens.lowerBound, time.tokens.upperBound)
        return [start - 1, start - 2, start - 3, end, end + 1].contains { index in
            view.tokens.contains(index) && text.tag(.said, at: index) != nil && !text.isWeakSaying(index)
                && !(index..<max(index, start)).contains { text.isMark(";", at: $0) || text.isMark(":", at: $0) }
        }
    }

    func nearestTime(to range: Range<Int>, isStock: Bool = false) -> TimeMention? {
        let all = view.times.flatMap { time in
            !time.parts.isEmpty && !view.cues(.respectively).isEmpty ? time.parts : [time]
        }
        let times = all.filter {
            !isSpeech($0) && !isReach($0, for: range) && $0.span.from <= published && !isBefore($0)
        }
        let plain = times.filter { !isComparedTime($0) }
        return inClause(plain, of: range, at: \.tokens) ?? comparedTime(before: range)
            ?? borrowed(isStock ? .day : .window, plain, by: range, at: \.tokens)
            ?? plain.first { $0.isAsOf && !$0.isSince && $0.tokens.upperBound <= range.lowerBound && isStock && clauses.index(of: range).map { clauses.all[$0].opening != .comparison } ?? true }
    }

    /// The time with which something was compared before a figure: "than in August, when it had taken 464", "than in May (507)",
    /// but not "than in July: 267".
    private func comparedTime(before range: Range<Int>) -> TimeMention? {
        // "shrank in November compared with October, to 48 sq km from 80"
        let isOther = text.tag(.from, at: range.lowerBound - 1) != nil
        return view.times.last { time in
            let between = time.tokens.upperBound..<max(time.tokens.upperBound, range.lowerBound)
            return isComparedTime(time) && time.tokens.upperBound <= range.lowerBound
                && (isOther || !view.amounts.contains { between.contains($0.tokens.lowerBound) })
                && (between.isEmpty || !between.allSatisfy {
                    text.tokens[$0].kind == .mark && !text.isMark("(", at: $0) || text.tag(.growTo, at: $0) != nil
                })
        }
    }

    /// Whether "more than", "compared with" stands before a time.
    func isComparedTime(_ time: TimeMention) -> Bool {
        time.kind != .moment
            && (max(view.tokens.lowerBound, time.tokens.lowerBound - 2)..<time.tokens.lowerBound + 1).contains { index in
                isThan(index)
                    && !view.amounts.contains { (index..<time.tokens.lowerBound).contains($0.number.lowerBound) }
            }
    }

    private func isThan(_ index: Int) -> Bool {
        text.tag(.than, at: index) != nil
            && ![Cue.at, .over, .from, .since].contains { text.tag($0, at: index) != nil }
    }

    /// Whether "before" stands before a time.
    private func isBefore(_ time: TimeMention) -> Bool {
        !time.isRelative && text.tag(.earlier, at: time.tokens.lowerBound - 1) != nil
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
        if let amount = statement.amount,
            let paired = paired(
                amount, with: view.times.flatMap { $0.parts.isEmpty ? [$0] : $0.parts }.filter { $0.kind != .moment }),
            !isStock
        {
            time = paired
        }
        if let found = time {
            statement.readFrom["time"] = found.tokens
            statement.isTimeRelative = found.isRelative
        }
        if isStock {
            statement.time = .asOf(originDay(time, range) ?? stockDay(time, range) ?? published)
            return
        }
        if statement.kind == .pace, time == nil || time?.kind == .moment {
            if let time {
                statement.time = .asOf(time.asOf)
            } else if state.window != nil {
                statement.time = state.time
            } else {
                statement.time = .asOf(published)
            }
            return
        }
        if var found = time,
            !found.isNow || view.times.contains(where: { $0.kind != .moment && !isReach($0, for: range) })
        {
            // "By the 9th the figure was 1,170": since the day that was named.
            if found.kind == .moment, let window = state.window, state.isSinceWindow, window.from < found.asOf,
                found.isAsOf || found.isRelative && !view.cues(.gains).isEmpty
            {
                statement.time = DaySpan(from: window.from, to: found.asOf).time(rolling: false)
                return
            }
            if found.kind == .moment,
                let other = view.nearest(
                    view.times.filter { time in
                        time.kind != .moment && !isReach(time)
                            // "on Sunday 4.7; over the weekend 6.2"
                            && !view.amounts.contains {
                                $0.tokens != range && ($0.isArea || $0.unit == nil)
                                    && view.cost($0.tokens, time.tokens) < view.cost(range, time.tokens)
                            }
                    }, to: range, at: \.tokens)?.item
            {
                found = other
            }
            if found.kind == .moment, found.isAsOf {
                if state.window != nil { statement.time = state.time }
                return
            }
            if found.kind == .rolling,
                let anchor = view.times.first(where: { $0.kind == .moment && !isSpeech($0) && $0.isAsOf })?.asOf
                    ?? state.asOf
            {
                found = found.ending(on: anchor)
            }
            statement.time = found.window
        } else if state.window != nil {
            statement.time = state.time
        }
    }

    /// The first day of the window over which a stock changed from this figure to the one behind: "rose from 18.9% to 19%
    /// over the month".
    private func originDay(_ time: TimeMention?, _ range: Range<Int>) -> CalendarDay? {
        guard let time, time.kind != .moment, time.tokens.lowerBound > range.upperBound || time.isSince,
            text.tag(.from, at: range.lowerBound - 1) != nil,
            !(view.cues(.grow) + view.cues(.shrink)).isEmpty,
            let other = view.amounts.first(where: { $0.tokens.lowerBound >= range.upperBound }),
            other.tokens.lowerBound - range.upperBound <= 2,
            text.tag(.rangeTo, at: other.tokens.lowerBound - 1) != nil
                || text.tag(.growTo, at: other.tokens.lowerBound) != nil
        else { return nil }
        return time.span.from
    }

    /// The day that a stock is as of.
    func stockDay(_ time: TimeMention?, _ range: Range<Int>) -> CalendarDay? {
        let moments = view.times.filter { $0.kind == .moment && !isSpeech($0) && !isReach($0) }
        guard let time else { return flowEnd(before: range) }
        if time.kind == .moment { return time.asOf }
        if time.kind == .rolling,
            let moment = moments.first(where: \.isAsOf)
                ?? moments.last(where: { !$0.isNow && $0.tokens.upperBound <= time.tokens.lowerBound })
        {
            return moment.asOf
        }
        // A period that a flow nearer by is over says when a stock was reached only where growth leads to it.
        let other =
            view.amounts.filter { $0.tokens != range && $0.isArea || $0.unit == .percentagePoints }.map {
                view.cost($0.tokens, time.tokens)
            }.min() ?? .max
        if other < view.cost(range, time.tokens) {
            if let moment = view.nearest(moments, to: range, at: \.tokens), moment.cost < 10 { return moment.item.asOf }
            return flowEnd(before: range)
        }
        if time.isSince { return nil }
        return time.asOf
    }

    /// The end of the window of a change that leads to a stock.
    func flowEnd(before range: Range<Int>) -> CalendarDay? {
        let changes = view.cues(.grow) + view.cues(.shrink)
        let isLedTo =
            view.tokens.contains(range.lowerBound - 1) && text.tag(.growTo, at: range.lowerBound - 1) != nil
            && changes.contains { $0.tokens.upperBound <= range.lowerBound }
        let leads = isLedTo || changes.contains { view.cost($0.tokens, range) <= 8 }
        guard leads else { return state.listDay }
        // "200 sq km in June, has shrunk to 180": the time right behind another stock is that one's.
        let unit = view.amounts.first { $0.tokens == range }?.unit
        func isStocks(_ time: TimeMention) -> Bool {
            view.amounts.contains {
                $0.tokens != range && (unit == nil || $0.unit == unit) && isLedTo
                    && time.tokens.lowerBound >= $0.tokens.upperBound && view.cost($0.tokens, time.tokens) <= 1
                    && growth(before: $0) == nil && $0.unit != .percentagePoints
                    && !view.cues(.gain).contains { [figure = $0.tokens] in view.cost($0.tokens, figure) <= 3 }
            }
        }
        return view.times.last { $0.kind != .moment && !isReach($0) && !isStocks($0) }?.span.to ?? state.window?.to
    }
}
