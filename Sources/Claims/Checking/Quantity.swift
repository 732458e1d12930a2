import GeometryCore
import Territory

/// A measured number, what it was computed from, and how well it is known.
public struct Quantity: Hashable, Sendable {
    /// The number.
    public let number: Double
    /// Its unit: the base unit of the claim's.
    public let unit: ClaimUnit
    /// What it was computed from, enough to compute it again by hand.
    public let terms: [Term]
    /// How far the true number may lie to either side: rounding, and the accuracy of positions where one was given.
    public let tolerance: Double

    /// The numbers that the polygons allow.
    public var interval: Interval {
        Interval(number - tolerance, included: true, number + tolerance, included: true)
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

    /// A measured part of a number.
    public enum Term: Hashable, Sendable {
        /// What was held at a moment, by the map of that time.
        case held(Area, at: Moment)
        /// What the files leave out.
        case omitted(Area)
        /// What was gained.
        case gained(Area)
        /// What was lost.
        case lost(Area)
        /// Of the change, what lies in parts under the threshold.
        case small(SmallParts)
        /// What the claim's side captured over a window.
        case captured(Area, over: Window)
        /// What a share is of.
        case whole(Area, WholeOrigin)
        /// How many days a window has.
        case days(Double)
        /// How many maps the change was added up over.
        case maps(Int)
        /// The nearest points.
        case nearest(NearestPoints)
        /// The length of a front at a scale; none for as it is drawn.
        case front(Distance, scale: Distance?)
        /// How far off the publisher's own figures come out by its convention.
        case residual(Area)
        /// The length of the boundary whose position is uncertain, and by how much.
        case uncertain(boundary: Distance, accuracy: Distance)
    }
}
