import Territory

// The times of two figures that are compared.
extension StatementReader {
    func setComparisonTimes(_ statement: inout Statement) {
        let span = statement.span
        let behind = view.times.filter {
            $0.tokens.lowerBound >= span.upperBound && view.cost($0.tokens, span) <= 14 && !$0.isNow
                // "half of December's 500, and the worst since March"
                && !($0.isSince && isOfRank($0))
        }
        // "doubled in November to 505 sq km": the time is its own.
        let isVerb = [Cue.grow, .shrink].contains { text.tag($0, at: span.lowerBound) != nil }
        let verbs =
            isVerb ? behind.first { $0.kind == .period && $0.parts.isEmpty && view.cost($0.tokens, span) <= 1 } : nil
        var against = comparedTime(behind, of: span, isOwn: verbs != nil)
        let others = view.times.filter {
            $0.tokens != against?.tokens && $0.kind != .moment && !isSpeech($0) && !isReach($0) && !isComparedTime($0)
        }
        // "40 percent more in 2025 than in 2024"
        let before = others.filter { $0.tokens.lowerBound < max(span.lowerBound, against?.tokens.lowerBound ?? 0) }
        var own =
            verbs ?? view.nearest(state.window == nil && before.isEmpty ? others : before, to: span, at: \.tokens)?.item
        if own == nil, let relative = against, relative.isRelative, relative.tokens.upperBound <= span.lowerBound,
            setRelativeTimes(&statement, relative)
        {
            return
        }
        // "The week before last 85, last week a third more": the time before is the other.
        if against == nil, let found = own {
            against = before.last { $0.tokens.upperBound <= found.tokens.lowerBound }
            // "702 this year against 1,814 last year, which is 61% less"
            // "4,560 in 2025 after 3,734 in 2024, 22% more"
            if let other = against, isOpposed(timeOf: found, before: span) || other.span.from > found.span.to {
                (own, against) = (other, found)
            }
        }
        // "has halved: 6.5 in the first quarter against 13 in the last": what changes does so from the earlier to the later.
        if isVerb, let later = against, let earlier = own, earlier.span.to < later.span.from {
            (own, against) = (later, earlier)
        }
        if setSpokenOfTimes(&statement, own, against) { return }
        let window = own?.span ?? state.span
        if let window { statement.time = window.time(rolling: own?.kind == .rolling) }
        guard let against, against.isRelative || against.span != window || !others.isEmpty else { return }
        statement.against = ClaimReference(from: against.span.from, to: against.span.to)
        statement.readFrom["against"] = against.tokens
    }

    /// The time with which something is compared: right behind "1.9 times", behind "than", else the first.
    private func comparedTime(_ behind: [TimeMention], of span: Range<Int>, isOwn: Bool) -> TimeMention? {
        let isTimes = !text.tags(.times, in: span).isEmpty
        return behind.first { isTimes && $0.tokens.lowerBound == span.upperBound && $0.kind == .period }
            ?? behind.first { isCompared(with: $0, behind: span.upperBound) }
            ?? (isOwn ? nil : behind.first { !isSpeech($0) })
            ?? view.times.first { $0.tokens.overlaps(span) || $0.isRelative }
    }

    /// Times that were spoken of before, where a comparison names one or none.
    private func setSpokenOfTimes(
        _ statement: inout Statement, _ own: TimeMention?, _ against: TimeMention?
    ) -> Bool {
        guard against == nil else { return false }
        // "The pace grew by 18%": from the first of the two times before to the second.
        if own == nil, let two = state.twoWindows, !hasTime(within: 30, behind: view.tokens.lowerBound) {
            statement.time = two.later.time(rolling: false)
            statement.against = ClaimReference(from: two.earlier.from, to: two.earlier.to)
            return true
        }
        // "In autumn it was half as much": the other is what was spoken of.
        guard let own, let spokenOf = state.span, own.span != spokenOf, isElliptic(statement.span),
            own.kind != .rolling, !own.isSince, own.span.days == spokenOf.days || own.span.to < spokenOf.from
        else { return false }
        // "The year before it had been 1,918, hence a drop of 63%": the figure is told, and what changed since.
        let isTold = view.amounts.contains {
            $0.tokens.lowerBound >= own.tokens.upperBound && $0.tokens.upperBound <= statement.span.lowerBound
                && $0.unit != .percent
        }
        if isTold, own.span.to < spokenOf.from {
            statement.time = state.time
            statement.against = ClaimReference(from: own.span.from, to: own.span.to)
            return true
        }
        statement.time = own.window
        statement.against = ClaimReference(from: spokenOf.from, to: spokenOf.to)
        return true
    }

    /// Whether a time is that of a figure that another is set against, before a relation.
    private func isOpposed(timeOf time: TimeMention, before span: Range<Int>) -> Bool {
        view.amounts.last { $0.tokens.upperBound <= time.tokens.lowerBound && $0.tokens.upperBound <= span.lowerBound }
            .map { text.tag(.than, at: $0.tokens.lowerBound - 1) != nil } ?? false
    }

    /// Whether nothing behind a relation says with what is compared.
    private func isElliptic(_ span: Range<Int>) -> Bool {
        !(span.upperBound..<min(span.upperBound + 4, view.tokens.upperBound)).contains { isThan($0) }
            && view.amounts.allSatisfy { !$0.isArea || $0.tokens.lowerBound >= span.lowerBound }
    }

    /// "A week before it was twice as much": the time before is what is spoken of, what was spoken of the other; the
    /// other way round in "The week before it was 33, so the haul has grown 2.4 times".
    private func setRelativeTimes(_ statement: inout Statement, _ relative: TimeMention) -> Bool {
        guard let spokenOf = state.span else { return false }
        let isGrown = (view.cues(.grow) + view.cues(.shrink)).contains {
            $0.tokens.lowerBound >= relative.tokens.upperBound && $0.tokens.upperBound <= statement.span.lowerBound
        }
        let (own, other) = isGrown ? (spokenOf, relative.span) : (relative.span, spokenOf)
        statement.time = own.time(rolling: false)
        statement.against = ClaimReference(from: other.from, to: other.to)
        statement.readFrom["against"] = relative.tokens
        return true
    }

    /// Whether "than" or "compared with" stands right before a time.
    private func isCompared(with time: TimeMention, behind start: Int) -> Bool {
        (max(start, time.tokens.lowerBound - 3)..<time.tokens.lowerBound + 1).contains {
            text.tag(.than, at: $0) != nil && text.tag(.at, at: $0) == nil && text.tag(.over, at: $0) == nil
                || text.tag(.asMuch, at: $0)?.tokens.upperBound ?? 0 >= time.tokens.lowerBound
        }
    }
}
