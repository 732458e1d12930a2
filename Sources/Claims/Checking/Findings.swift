import GeometryCore
import Territory

/// What was measured to check a claim.
public struct Findings: Sendable {
    /// The source whose maps were measured.
    public let source: String
    /// Whether the claim credits that source, so that its own convention is the one to judge by.
    public let isCredited: Bool
    /// The region's or place's name; none for everywhere.
    public let region: String?
    /// The region set's receipt and name; none where no region was asked for.
    public let boundaries: (name: String, receipt: FileReceipt)?
    /// The maps that the verdict rests on, in order of time.
    public internal(set) var maps: [MapUsed]
    /// What was found.
    public let found: Found

    /// What was found, by what was asked.
    public enum Found: Sendable {
        /// A figure's measured value.
        case figure(Measurement)
        /// Where the front runs.
        case front(Front)
        /// The periods that a rank compares.
        case rank(Ranking)
    }

    /// A map that was used.
    public struct MapUsed: Hashable, Sendable {
        /// Which bytes.
        public let receipt: FileReceipt
        /// The moment that it shows.
        public let asOf: Moment
        /// Where the publisher has it; none where that is not known.
        public let address: String?
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
        /// The claimed interval in the unit of the quantities.
        public let claimed: Interval
        /// Each departure tried, and its value.
        public let variants: [(departure: Departure, quantity: Quantity)]
    }

    /// Where a front runs with regard to a border or a place.
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
        /// The counted land inside the region, under the default model; none of a place of which only a point is known.
        public let inside: Area?
        /// The first map on which over a square kilometre lies inside; none where there is none, or it was not sought.
        public let firstInside: (asOf: Moment, area: Area)?
    }

    /// The periods that a rank compares.
    public struct Ranking: Hashable, Sendable {
        /// The period spoken of, and what was captured in it.
        public let period: Period
        /// Those before it, the earliest first.
        public let others: [Period]
        /// By which convention.
        public let convention: Convention

        /// A window and what was captured in it.
        public struct Period: Hashable, Sendable {
            /// The window.
            public let window: Window
            /// The area captured.
            public let captured: Area
        }
    }

    /// The measured value; none where the claim has no figure.
    public var measurement: Measurement? {
        if case .figure(let measurement) = found { measurement } else { nil }
    }

    /// Where the front runs; none where that was not asked.
    public var front: Front? {
        if case .front(let front) = found { front } else { nil }
    }
}
