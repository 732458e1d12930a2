/// Where in a file a fault lies: file → feature 12 → polygon 3 → ring 0 → position 7.
///
/// Every number counts from 0, as the arrays of a GeoJSON file do; ring 0 is the shell. Lines and columns count
/// from 1, columns in bytes.
public struct Place: Hashable, Sendable {
    /// The file's path as it was given.
    public var file: String?
    /// The line of the fault.
    public var line: Int?
    /// The column of the fault, in bytes.
    public var column: Int?
    /// The index of the feature.
    public var feature: Int?
    /// The index in a geometry collection, one for each level of nesting.
    public var members: [Int]
    /// The index of the polygon (or, in a multi-line, of the line).
    public var polygon: Int?
    /// The index of the ring.
    public var ring: Int?
    /// The index of the position.
    public var position: Int?

    /// Makes a place of what is known of it.
    public init(
        file: String? = nil, line: Int? = nil, column: Int? = nil, feature: Int? = nil, members: [Int] = [],
        polygon: Int? = nil, ring: Int? = nil, position: Int? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.feature = feature
        self.members = members
        self.polygon = polygon
        self.ring = ring
        self.position = position
    }
}

extension Place: CustomStringConvertible {
    /// The place in words, outermost first: `map.geojson:1:840, feature 12, polygon 3, ring 0, position 7`.
    public var description: String {
        var head = file ?? ""
        if let line { head += ":\(line)" + (column.map { ":\($0)" } ?? "") }
        var words = head.isEmpty ? [] : [head]
        if let feature { words.append("feature \(feature)") }
        words += members.map { "member \($0)" }
        if let polygon { words.append("polygon \(polygon)") }
        if let ring { words.append("ring \(ring)") }
        if let position { words.append("position \(position)") }
        return words.joined(separator: ", ")
    }
}
