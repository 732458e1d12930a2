import GeometryCore

/// The parts of a change under a threshold: counted and summed apart, and never dropped.
public struct SmallParts: Hashable, Sendable {
    /// How many parts were gained or lost.
    public var count: Int
    /// The gained area in them.
    public var gained: Area
    /// The lost area in them.
    public var lost: Area

    /// No parts.
    public static let none = SmallParts(count: 0, gained: .zero, lost: .zero)

    /// The threshold under which a part is small, unless another is asked for.
    public static let standardThreshold = Area(squareMetres: 1000)

    /// The parts of a change that are smaller than a threshold.
    init(of change: OutlineChange, under threshold: Area, model: AreaModel, in path: String) throws(InputFault) {
        self = .none
        for part in change.gained.set.parts {
            let area = try model.area(of: part, in: path)
            if area < threshold { (count, gained) = (count + 1, gained + area) }
        }
        for part in change.lost.set.parts {
            let area = try model.area(of: part, in: path)
            if area < threshold { (count, lost) = (count + 1, lost + area) }
        }
    }

    private init(count: Int, gained: Area, lost: Area) {
        (self.count, self.gained, self.lost) = (count, gained, lost)
    }
}

extension OutlineChange {
    /// Whether the border was drawn anew rather than moved: more than a tenth of the edges changed, and over a hundred
    /// parts are small.
    func isJitter(_ small: SmallParts) -> Bool {
        edges.compared > 0 && 10 * edges.changed > edges.compared && small.count > 100
    }
}
