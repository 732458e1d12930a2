import GeometryCore
import Territory

extension Checker {
    /// Judges `rank`: whether the period spoken of has the least or the most of all back to the one named.
    func judgeRank(of claim: Claim) throws(CheckStop) -> Verdict {
        guard let order = claim.order, let reference = claim.against else { throw .missing(.reference) }
        let subject = try subject(of: claim)
        let standard = Assumptions(convention: .standard(classes: subject.source.held))
        let own = own(of: subject, standard)
        let ranking = try recording { () throws(CheckStop) in
            try self.ranking(subject, back: reference.from, own)
        }
        let used = takeUsed()
        let (kind, reason) = try verdict(ranking, order, subject, back: reference.from, own)
        return Verdict(
            claim: claim, kind: kind, reason: reason, findings: findings(subject, used, .rank(ranking)),
            warnings: try warnings(used, subject))
    }

    private func verdict(
        _ ranking: Findings.Ranking, _ order: RankOrder, _ subject: Subject, back reference: CalendarDay,
        _ own: Assumptions
    ) throws(CheckStop) -> (VerdictKind, Verdict.Reason) {
        guard !ranking.others.isEmpty else { throw .missing(.nothingToCompare) }
        if ranking.outranked(by: order) == nil { return (.supported, .ranks(of: ranking.others.count + 1)) }
        let captured = CapturedRule.allCases.filter { $0 != own.convention.captured }.map(Departure.captured)
        let departures: [Departure] =
            [.withoutFirstPeriod, .start(days: -1), .start(days: 1), .end(days: -1), .end(days: 1)] + captured
            + subject.source.disputed.map { .classes(own.convention.classes + [$0]) }
        for departure in departures {
            let other = try unlessMissing { () throws(CheckStop) in
                try self.ranking(subject, back: reference, own.departing(departure))
            }
            if let other, !other.others.isEmpty, other.outranked(by: order) == nil {
                return (.supportedIf, .ranksIf(departure))
            }
        }
        guard let better = ranking.outranked(by: order) else {
            return (.supported, .ranks(of: ranking.others.count + 1))
        }
        return (.contradicted, .isOutranked(by: better, count: ranking.others.count + 1))
    }

    /// What was captured in the period spoken of, and in each of those before it.
    ///
    /// "Since March" says that no period after March was so low, and March itself was: it is not asked whether it was. "Of the
    /// year" is written as since 1 January, and January counts; ``Departure/withoutFirstPeriod`` takes it as the other.
    private func ranking(
        _ subject: Subject, back reference: CalendarDay, _ assumptions: Assumptions
    ) throws(CheckStop) -> Findings.Ranking {
        let window = try subject.window()
        let region = try subject.region()
        var others = window.periodsBefore(back: reference)
        let isOfYear = reference.month == 1 && reference.day == 1
        if !isOfYear || assumptions.leavesOutFirstPeriod, let first = others.first, first.from <= reference,
            reference <= first.to
        {
            others.removeFirst()
        }
        func period(_ window: Window) throws(CheckStop) -> Findings.Ranking.Period {
            .init(window: window, captured: try captured(subject, in: region, over: window, assumptions).area)
        }
        var periods: [Findings.Ranking.Period] = []
        for other in others { periods.append(try period(other)) }
        return Findings.Ranking(period: try period(window), others: periods, convention: assumptions.convention)
    }
}

extension Findings.Ranking {
    /// The period that comes before the one spoken of; none where none does.
    func outranked(by order: RankOrder) -> Period? {
        switch order {
        case .least: others.filter { $0.captured < period.captured }.min { $0.captured < $1.captured }
        case .most: others.filter { $0.captured > period.captured }.max { $0.captured < $1.captured }
        }
    }
}

extension Window {
    /// How many periods a rank may reach back over.
    private static let mostPeriods = 400

    /// The periods like this one before it, back to the one that holds a day, the earliest first.
    ///
    /// Periods of whole months, or of a month that is still running, are whole months; others have as many days as this one.
    func periodsBefore(back reference: CalendarDay) -> [Window] {
        var periods: [Window] = []
        var last = self
        while let earlier = last.before, earlier.to >= reference, periods.count < Self.mostPeriods {
            periods.append(earlier)
            last = earlier
        }
        return periods.reversed()
    }

    /// The period of the same sort just before.
    private var before: Window? {
        let isRunningMonth =
            !rolling && from.day == 1 && to.day > 7 && from.month == to.month && from.year == to.year
        if let months = calendarMonths ?? (isRunningMonth ? 1 : nil) {
            var first = from
            for _ in 0..<months { first = first.monthBefore }
            return Window(from: first, to: from.adding(days: -1), rolling: false)
        }
        let days = to.daysSinceEpoch - from.daysSinceEpoch
        guard !rolling || days > 0 else { return nil }
        return rolling
            ? Window(from: from.adding(days: -days), to: from, rolling: true)
            : Window(from: from.adding(days: -days - 1), to: from.adding(days: -1), rolling: false)
    }
}
