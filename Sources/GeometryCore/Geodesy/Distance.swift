/// A distance, in metres inside.
public struct Distance: Hashable, Comparable, Sendable {
    /// The distance in metres.
    public let metres: Double

    /// Makes a distance from metres.
    public init(metres: Double) { self.metres = metres }

    /// The distance in kilometres.
    public var kilometres: Double { metres / 1000 }

    /// Compares the distances.
    public static func < (left: Distance, right: Distance) -> Bool { left.metres < right.metres }
}
