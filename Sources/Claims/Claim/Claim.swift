import Territory

/// A reported figure, or a statement of where a front runs, as data.
public struct Claim: Hashable, Sendable {
    /// The identifier in its file.
    public let id: String
    /// What is claimed.
    public let kind: ClaimKind
    /// The figure; none for statements without one.
    public let figure: Figure?
    /// The same figure in a second unit, as printed.
    public let also: Figure?
    /// The region's code or name; several joined by `+`.
    public let region: String
    /// The whole that a share is part of.
    public let whole: String?
    /// The area of that whole, as printed beside the figure.
    public var wholeArea: Figure?
    /// How much of the region, said without a figure.
    public var part: PartWord?
    /// Whether the figure is of one of the map's polygons, a pocket, and not of all the land in the region.
    public var isPocket = false
    /// When.
    public let time: ClaimTime?
    /// The other period of a comparison; the first day of what a rank reaches back to.
    public let against: ClaimReference?
    /// Which end of a rank.
    public let order: RankOrder?
    /// Who holds or gains.
    public let actor: String?
    /// To whom the text credits the figure.
    public let source: String?
    /// The region from which a border is said to be reached.
    public let side: String?
    /// Whether the text denies it.
    public let isNegated: Bool
    /// The words that carry the figure.
    public let span: String?
    /// The verdict that whoever wrote the file expects.
    public let expected: VerdictKind?
    /// The line of its file where the claim begins.
    public let line: Int
}

/// What a claim is about.
public enum ClaimKind: String, CaseIterable, Hashable, Sendable {
    /// Area held as of a moment.
    case held
    /// Area gained over a window.
    case gained
    /// Area lost over a window.
    case lost
    /// Gained less lost over a window.
    case net
    /// Part of a region held.
    case share
    /// Part of a region that changed hands.
    case changeShare = "change-share"
    /// A border or place reached.
    case reached
    /// A region or place entered.
    case entered
    /// Front to a place.
    case distance
    /// Length of the front.
    case frontLength = "front-length"
    /// One period's figure against another's.
    case comparison
    /// Least or most since.
    case rank
    /// Area per day, week or month.
    case pace

    /// The base units that a figure of this kind can have.
    var baseUnits: [ClaimUnit] {
        switch self {
        case .held, .gained, .lost, .net: [.squareKilometres]
        case .share: [.percent]
        case .changeShare: [.percent, .percentagePoints]
        case .distance, .frontLength: [.kilometres]
        case .comparison: [.percent, .ratio, .squareKilometres, .percentagePoints]
        case .pace: [.squareKilometresPerDay, .squareKilometresPerWeek, .squareKilometresPerMonth]
        case .reached, .entered, .rank: []
        }
    }

    /// Whether the claim has a figure.
    var hasFigure: Bool {
        switch self {
        case .reached, .entered, .rank: false
        default: true
        }
    }
}

/// What a comparison or a rank refers to.
public struct ClaimReference: Hashable, Sendable {
    /// The first day.
    public let from: CalendarDay
    /// The last day; none of a rank.
    public let to: CalendarDay?
}

/// Which end of a rank.
public enum RankOrder: String, CaseIterable, Hashable, Sendable {
    /// The least.
    case least
    /// The most.
    case most
}

/// When a claim is about.
public enum ClaimTime: Hashable, Sendable {
    /// As of the end of a day.
    case asOf(CalendarDay)
    /// Over a window.
    case window(Window)
}

/// What the polygons say of a claim.
public enum VerdictKind: String, CaseIterable, Hashable, Sendable {
    /// Under the source's own convention the measured value lies in the claimed interval.
    case supported
    /// It does so under exactly one departure from that convention.
    case supportedIf
    /// It does not.
    case contradicted
    /// The claim contradicts itself.
    case inconsistent
    /// Something is missing.
    case notCheckable

    /// The verdict on a claim's denial; what only a departure supports, only a departure denies.
    var denied: VerdictKind {
        switch self {
        case .supported: .contradicted
        case .contradicted: .supported
        case .supportedIf, .inconsistent, .notCheckable: self
        }
    }
}
