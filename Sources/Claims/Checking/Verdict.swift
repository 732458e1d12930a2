import GeometryCore
import Territory

/// What the polygons say of a claim, with the evidence.
public struct Verdict: Sendable {
    /// The claim.
    public let claim: Claim
    /// The verdict.
    public let kind: VerdictKind
    /// Why.
    public let reason: Reason
    /// What was measured; none where nothing could be.
    public let findings: Findings?
    /// What was noticed.
    public let warnings: [Warning]

    /// Why a verdict is what it is.
    public indirect enum Reason: Hashable, Sendable {
        /// The measured value lies in the claimed interval.
        case fits
        /// It does so under one departure from the convention, which as many of the figures nearby would as well.
        case fitsIf(Departure, chance: Double)
        /// It lies outside by so much, in the claim's base unit (negative: below); so many of the variants tried lie
        /// within a hundredth of the interval.
        case misses(by: Double, near: Int, tried: Int)
        /// The same, but a departure fits; too many other figures would fit some variant as well.
        case missesButFitsAnything(by: Double, Departure, chance: Double)
        /// The land comes as near as that to the border.
        case touches(NearestPoints)
        /// The land would touch the border under one departure.
        case touchesIf(Departure, NearestPoints)
        /// The land stays short of the border.
        case staysShort(NearestPoints)
        /// The land lies in the region, to that area.
        case liesIn(Area)
        /// It would under one departure.
        case liesInIf(Departure, Area)
        /// The land in the region is under the area that counts as an entry.
        case liesOutside(Area, threshold: Area)
        /// The figure and its second unit contradict each other: the second one in the first one's unit.
        case unitsDisagree(first: Interval, second: Interval, ClaimUnit)
        /// The figure and its second unit measure different things.
        case unitsOfOtherKinds(ClaimUnit, ClaimUnit)
        /// The claim denies what the reason is about.
        case denial(Reason)
        /// Something is missing.
        case missing(Missing)
    }

    /// What is missing to check a claim.
    public enum Missing: Hashable, Sendable {
        /// This kind of claim is not measured.
        case kind(ClaimKind)
        /// The border of the whole has no polygon here.
        case border(String)
        /// The claim names no time.
        case time
        /// The claim asks of a window where a moment is needed, or the other way round.
        case timeOfOtherKind
        /// The atlas has no region set.
        case regionSet
        /// The region set has no such region.
        case region(String, set: String)
        /// The whole that a share is of has no known area.
        case whole(String)
        /// The maps show only what somebody else holds.
        case actor(String, holder: String?)
        /// The last map is too old to say anything of the moment.
        case recentMap(String, wanted: Moment, last: Moment)
        /// The maps or the boundaries are not there.
        case data(String)
    }
}

/// One departure from a convention.
public enum Departure: Hashable, Sendable {
    /// The window starts so many days later.
    case start(days: Int)
    /// The window, or the moment, ends so many days later.
    case end(days: Int)
    /// "Captured" means the other thing.
    case captured(CapturedRule)
    /// Another area model.
    case model(AreaModel)
    /// The share is of another area.
    case denominator(ShareDenominator)
    /// Other classes count.
    case classes([String])
}

/// Of which area of a region a share is taken.
public enum ShareDenominator: String, CaseIterable, Hashable, Sendable {
    /// The publisher's, else the official one, else the polygons'.
    case convention
    /// The published official area.
    case official
    /// The area of the region's polygons.
    case polygons
}

/// Where the area that a share is of comes from.
public enum WholeOrigin: String, Hashable, Sendable {
    /// The publisher's convention, in the atlas.
    case publisher
    /// The published official area, in the region table.
    case official
    /// The region's polygons, by the same model.
    case polygons
}

/// A measured quantity.
public enum Quantity: Hashable, Sendable {
    /// An area.
    case area(Area)
    /// A part of a whole.
    case share(Area, of: Area, by: WholeOrigin)

    /// The number in the base unit of a claim: km² or percent.
    public var number: Double {
        switch self {
        case .area(let area): area.squareKilometres
        case .share(let part, let whole, _): 100 * (part / whole)
        }
    }
}

/// What was measured to check a claim.
public struct Findings: Sendable {
    /// The source whose maps were measured.
    public let source: String
    /// Whether the claim credits that source, so that its own convention is the one to judge by.
    public let isCredited: Bool
    /// The regions' names; none for everywhere.
    public let region: String?
    /// The region set's receipt and name; none where no region was asked for.
    public let boundaries: (name: String, receipt: FileReceipt)?
    /// The maps, in order of time.
    public let maps: [MapUsed]
    /// What was measured; none for statements about a front.
    public let measurement: Measurement?
    /// Where the front runs; none for figures of area.
    public let front: Front?

    /// A map that was used.
    public struct MapUsed: Hashable, Sendable {
        /// Which bytes.
        public let receipt: FileReceipt
        /// The moment that it shows.
        public let asOf: Moment
    }

    /// A figure's measured value.
    public struct Measurement: Sendable {
        /// Under the default: one set, straight edges on the ellipsoid, gross.
        public let standard: Quantity
        /// The default's convention.
        public let standardConvention: Convention
        /// Under the convention that the verdict rests on.
        public let own: Quantity
        /// That convention.
        public let ownConvention: Convention
        /// The claimed interval in the base unit.
        public let claimed: Interval
        /// Each departure tried, and its value.
        public let variants: [(departure: Departure, quantity: Quantity)]
    }

    /// Where a front runs with regard to a border.
    public struct Front: Sendable {
        /// The land that counts, from the side asked for.
        public let nearest: NearestPoints?
        /// The same a month before, and that map.
        public let monthBefore: (map: MapUsed, nearest: NearestPoints?)?
        /// Without regard to the side; none where no side was asked for.
        public let anySide: NearestPoints?
        /// The land of classes that some count and the source does not.
        public let disputed: [(className: String, nearest: NearestPoints?)]
        /// The side's name.
        public let side: String?
        /// The classes that count.
        public let classes: [String]
        /// The counted land inside the region, under the default model.
        public let inside: Area
    }
}
