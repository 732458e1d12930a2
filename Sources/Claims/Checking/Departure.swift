import GeometryCore
import Territory

/// One departure from a convention.
public enum Departure: Hashable, Sendable {
    /// The window starts so many days later.
    case start(days: Int)
    /// The window, or the moment, ends so many days later.
    case end(days: Int)
    /// "Captured" means something else.
    case captured(CapturedRule)
    /// Another area model.
    case model(AreaModel)
    /// The share is of another area.
    case denominator(ShareDenominator)
    /// Other classes count.
    case classes([String])
    /// The figure is of one of the map's polygons in the region, the so many-th by size, measured whole.
    case pocket(Int)
    /// The figure is of all of the map's polygons that lie in the region for the most part, measured whole and not cut at the
    /// border.
    case uncut
    /// The front is measured at another scale; none for as it is drawn.
    case scale(Distance?)
    /// The place reaches so far from its point.
    case extent(Distance)
    /// Land does not count that the files leave out.
    case withoutOmissions
    /// The first of the periods that a rank reaches back to does not count.
    case withoutFirstPeriod
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
