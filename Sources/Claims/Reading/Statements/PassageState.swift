import Territory

/// What a passage has said so far, for the statements that go on about it.
struct PassageState {
    /// The last claim's kind, window, actor.
    var kind: ClaimKind?
    /// The kind and unit of the last area.
    var areaKind: ClaimKind?
    var unit: ClaimUnit?
    /// By which power of ten the head of a list multiplies its figures.
    var unitScale = 0
    /// The last area taken, in square kilometres.
    var lastTaken: Double?
    /// The last pace, in square kilometres.
    var lastPace: Double?
    /// What the last pace was told per.
    var per: TimeUnit?
    var window: Window?
    /// A longer window of which that is a part: "in summer, of it in June".
    var longerWindow: Window?
    var actor: String?
    var credit: Credit?
    /// By the surname of who spoke, to whom that was credited.
    var people: [String: String] = [:]
    /// The source of the last claim that has one.
    var lastSource: String?
    /// The person named last, credited or not.
    var person: String?
    /// The day that a stock was last dated by.
    var asOf: CalendarDay?
    /// The unit of the last time that was named by one.
    var timeUnit: TimeUnit?
    /// The region that the paragraph is about, where a sentence without figures has said so.
    var topic: String?
    var paragraph = 0
    /// The day that the last stock with a date was dated by.
    var stockDay: CalendarDay?
    var region: String?
    /// The last oblast or the like that was named.
    var regionCode: String?
    /// The first statement of a quotation that is still open.
    var quoteStart: Int?
    /// Whether the sentence before names a direction.
    var namesDirections = false
    /// Whether the last claim was an area held in a region.
    var isHeldRegionLast = false
    /// The region of the last claim.
    var claimRegion: String?
    /// Whether lines list percentages without their sign.
    var listsPercent = false
    /// The day of a list's shares.
    var listDay: CalendarDay?
    /// Whether the last statement was a place's share of a gain.
    var listsGains = false
    /// Whether lines have a second column of something else behind a stroke.
    var hasOtherColumn = false
    var lengthUnit: ClaimUnit?
    /// Whose troops the last distance was told of.
    var lengthActor: String?
    /// Whether the front's length is spoken of.
    var isFront = false
    /// Whether lines list regions, or directions.
    var listsRegions = false
    var listsDirections = false

    /// The two times that the last sentence had figures of.
    var twoWindows: (earlier: DaySpan, later: DaySpan)?

    /// The window that is spoken of, as a claim's time.
    var time: ClaimTime? { window.map { .window($0) } }
    /// The days that are spoken of.
    var span: DaySpan? { window.map(DaySpan.init) }
}
