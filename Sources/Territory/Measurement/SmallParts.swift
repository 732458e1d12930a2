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
        let areas = try change.areas(by: model, in: path)
        self.init(gained: areas.gained, lost: areas.lost, under: threshold)
    }

    /// The parts that are smaller than a threshold, by the areas of all.
    init(gained: [Area], lost: [Area], under threshold: Area) {
        let (gained, lost) = (gained.filter { $0 < threshold }, lost.filter { $0 < threshold })
        self.init(count: gained.count + lost.count, gained: gained.sum(), lost: lost.sum())
    }

    private init(count: Int, gained: Area, lost: Area) {
        (self.count, self.gained, self.lost) = (count, gained, lost)
    }
}

extension AreaModel {
    /// The area of each part of a set, in the set's order.
    func areasOfParts(of set: ValidMultiPolygon, in path: String) throws(InputFault) -> [Area] {
        do throws(AreaFault) {
            return try areasOfParts(of: set)
        } catch {
            throw .unmeasurable(error, at: Place(file: path))
        }
    }
}

extension OutlineChange {
    /// The areas of the polygons gained and lost, in their order.
    func areas(by model: AreaModel, in path: String) throws(InputFault) -> (gained: [Area], lost: [Area]) {
        do throws(AreaFault) {
            return try areas(by: model)
        } catch {
            throw .unmeasurable(error, at: Place(file: path))
        }
    }

    /// Whether the border was drawn anew rather than moved: more than a tenth of the edges changed, and over a hundred
    /// parts are small.
    func isJitter(_ small: SmallParts) -> Bool {
        edges.compared > 0 && 10 * edges.changed > edges.compared && small.count > 100
    }
}
