import Territory

/// A time that a text names.
struct TimeMention: Sendable {
    /// What kind of time it is.
    enum Kind: Sendable {
        /// A moment: a day, the end of May.
        case moment
        /// A period: May, the year so far.
        case period
        /// A period that starts and ends with a moment on its days: the past month.
        case rolling
    }

    var tokens: Range<Int>
    var kind: Kind
    var span: DaySpan
    /// The times that were joined to this one: "in August and September".
    var parts: [TimeMention] = []
    /// Whether it is the start of what is reached back to: "since March".
    var isSince = false
    /// Whether a moment is named as that of a statement: "as of".
    var isAsOf = false
    /// Whether it is told relative to the time spoken of: "a month earlier".
    var isRelative = false
    /// Whether it is the day of an event: "the start of the war".
    var isEvent = false
    /// Whether it is "now".
    var isNow = false
    /// Whether it is told back from now: "a year ago".
    var isAgo = false

    /// How long a rolling time is, so that it can end elsewhere.
    var length: (count: Int, unit: TimeUnit)?

    /// The rolling time that ends on a day.
    func ending(on day: CalendarDay) -> TimeMention {
        guard let length else { return self }
        var mention = self
        mention.span = DaySpan(from: day.before(length.count, length.unit), to: day)
        return mention
    }

    /// The window that a flow is over.
    var window: ClaimTime? { span.time(rolling: kind == .rolling) }

    /// The moment that a stock is as of.
    var asOf: CalendarDay { span.to }
}
