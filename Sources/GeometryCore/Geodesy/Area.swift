/// An area, in square metres inside.
public struct Area: Hashable, Comparable, Sendable {
    /// The area in m².
    public let squareMetres: Double

    /// Makes an area from m².
    public init(squareMetres: Double) { self.squareMetres = squareMetres }

    /// Makes an area from km².
    public init(squareKilometres: Double) { squareMetres = squareKilometres * 1e6 }

    /// The area in km².
    public var squareKilometres: Double { squareMetres / 1e6 }

    /// No area.
    public static let zero = Area(squareMetres: 0)

    /// Compares the areas with their signs.
    public static func < (left: Area, right: Area) -> Bool { left.squareMetres < right.squareMetres }

    /// Adds two areas.
    public static func + (left: Area, right: Area) -> Area {
        Area(squareMetres: left.squareMetres + right.squareMetres)
    }

    /// Takes one area from another; the result may be negative.
    public static func - (left: Area, right: Area) -> Area {
        Area(squareMetres: left.squareMetres - right.squareMetres)
    }

    /// The area with the other sign.
    public static prefix func - (area: Area) -> Area { Area(squareMetres: -area.squareMetres) }

    /// How many times `right` goes into `left`.
    public static func / (left: Area, right: Area) -> Double { left.squareMetres / right.squareMetres }

    /// The area without its sign.
    public var magnitude: Area { Area(squareMetres: squareMetres.magnitude) }
}

extension Sequence<Area> {
    /// The areas added up, with compensation (Neumaier 1974).
    public func sum() -> Area {
        // Over an array's memory the loop is compiled for it, whoever calls.
        withContiguousStorageIfAvailable { $0.added() } ?? added()
    }

    private func added() -> Area {
        var sum = CompensatedSum()
        for area in self { sum += area.squareMetres }
        return Area(squareMetres: sum.value)
    }
}
