import GeometryCore

/// The polygons of one source as of one moment, by class.
public struct Snapshot: Sendable {
    /// Which bytes it was read from.
    public let receipt: FileReceipt
    /// The source's identifier; none for a file that no source of the atlas names so.
    public let source: String?
    /// The moment that it shows, where the file's name tells it.
    public let asOf: Moment?
    /// How far apart parts of the source's land may be drawn that are meant to adjoin; none where that is not known.
    public let gap: Distance?
    /// The polygons of each feature with its class.
    public let parts: [ClassedSet]
    /// The classes that count together.
    public let counted: [String]
    /// What was noticed on reading.
    public let warnings: [Warning]

    /// The polygons of one feature, a set of their own.
    public struct ClassedSet: Hashable, Sendable {
        /// The class.
        public let className: String
        /// The set.
        public let set: ValidMultiPolygon
    }

    /// The class of features in a file that no source's rules classify.
    public static let unnamedClass = "all"

    /// The classes that occur, the counted ones first.
    public var classNames: [String] {
        let present = parts.map(\.className).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return counted.filter(present.contains) + present.filter { !counted.contains($0) }.sorted()
    }

    /// The parts of some classes.
    public func sets(of classes: [String]) -> [ValidMultiPolygon] {
        parts.filter { classes.contains($0.className) }.map(\.set)
    }
}
