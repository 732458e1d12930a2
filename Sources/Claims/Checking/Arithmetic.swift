import GeometryCore

/// How a claim's own figures contradict each other, with what the other figure would have to be.
public enum Arithmetic: Hashable, Sendable {
    /// The figure and its second unit: both in the figure's unit.
    case units(first: Interval, second: Interval, ClaimUnit)
    /// The figure and its second unit measure different things.
    case unitsOfOtherKinds(ClaimUnit, ClaimUnit)
    /// An area, the percentage of a whole that it is said to be, and what it comes to; a whole that the text gives itself has no
    /// origin, and its official area beside it.
    case share(
        area: Interval, percent: Interval, of: Area, Quantity.WholeOrigin?, comes: Interval, official: Area?)
    /// Parts add up to more than their total, or than everything.
    case parts(sum: Interval, total: Interval, ClaimUnit)
    /// A relation and the two figures that it relates.
    case relation(claimed: Interval, first: Interval, second: Interval, comes: Interval, ClaimUnit)
    /// A pace over days and the total.
    case pace(Interval, ClaimUnit, days: Double, total: Interval, comes: Interval)
}
