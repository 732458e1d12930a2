/// The widths below which shape cannot be told from rounding, where coordinates are of some magnitude.
///
/// A coordinate is rounded by up to 2⁻⁵³ of its magnitude, a point where edges cross by some times that. The depth rests on the
/// shift, and the neck on the depth.
struct Rounding {
    /// The greatest coordinate without its sign, at least 1.
    let magnitude: Double

    /// - Parameter magnitude: the greatest coordinate without its sign.
    init(magnitude: Double) { self.magnitude = max(magnitude, 1) }

    init(at point: Position) { self.init(magnitude: max(point.x.magnitude, point.y.magnitude)) }

    init(in box: Bounds) { self.init(magnitude: box.magnitude) }

    /// How wide a polygon may be that is nothing but rounding.
    var sliver: Double { magnitude * 0x1p-49 }

    /// How far rounding may move a corner, or an edge with its corners.
    var shift: Double { magnitude * 0x1p-46 }

    /// How deep inside a polygon an edge may lie that is a side of it, when each of the two has been moved.
    var depth: Double { 2 * shift }

    /// How wide a polygon may be at a neck: wherever an edge can part it without being found inside.
    ///
    /// A stretch of an edge from one side to another is asked for at one point of its way, ``PolygonIndex/share``, and found where
    /// that lies more than two depths from all sides. From a side that is nearer the stretch goes away evenly, so that it ends less
    /// than 2 / share = 4.6 depths from it.
    var neck: Double { 8 * depth }
}
