import GeometryCore

/// A named part of a territory.
public struct Region: Hashable, Sendable {
    /// What is known of it beside its polygons.
    public let facts: RegionFacts
    /// The polygons.
    public let set: ValidMultiPolygon

    /// The code, such as `UA59`.
    public var code: String { facts.code }
    /// The name by which tables call it.
    public var name: String { facts.name }
    /// The published area, where there is one.
    public var officialArea: Area? { facts.officialArea }
}

/// Regions of one file, and what stands beside them.
public struct RegionSet: Sendable {
    /// The name by which the set is told: its id in the atlas, or its file.
    public let name: String
    /// Which bytes it was read from.
    public let receipt: FileReceipt
    /// The regions, by code.
    public let regions: [Region]
    /// The whole that the regions make up, where the table names it.
    public let whole: RegionFacts?
    /// Which bytes the table was read from; none where there is no table.
    public let tableReceipt: FileReceipt?
    /// Names for several regions together.
    public let groups: [RegionGroup]
    /// What was noticed on reading.
    public let warnings: [Warning]

    /// The region that a code or a name means.
    public func region(named text: String) -> Region? {
        regions.first { $0.code == text } ?? regions.first { $0.facts.answers(to: text) }
    }

    /// Whether a name is the code or the first name of a region, of the whole, of a group, or of several joined by `+`.
    public func isFirstName(_ text: String) -> Bool {
        let facts = regions.map(\.facts) + [whole].compactMap(\.self)
        return facts.contains { $0.code == text || $0.name.lowercased() == text.lowercased() }
            || groups.contains { $0.answers(to: text) } || text.contains("+")
    }

    /// Whether a name means the whole, a region or several.
    public func answers(to text: String) -> Bool {
        whole?.answers(to: text) ?? false || members(named: text) != nil
    }

    /// The regions that a name means: one, those of a group, or several joined by `+`; none where one is unknown.
    func members(named text: String) -> [Region]? {
        if let region = region(named: text) { return [region] }
        let names =
            groups.first { $0.answers(to: text) }?.codes ?? text.split(separator: "+").map(String.init)
        guard names.count > 1 else { return nil }
        let members = names.compactMap(region(named:))
        return members.count == names.count ? members : nil
    }
}

/// A name for several regions together, such as Donbas.
public struct RegionGroup: Hashable, Sendable {
    /// The names.
    public let names: [String]
    /// The codes of the regions.
    public let codes: [String]

    /// Whether a name means this group.
    func answers(to text: String) -> Bool { names.contains { $0.lowercased() == text.lowercased() } }
}

/// What a table says of a region beside its polygons.
public struct RegionFacts: Hashable, Sendable {
    /// The code.
    public let code: String
    /// The name by which tables call it.
    public let name: String
    /// Other codes and names.
    public let aliases: [String]
    /// The published area.
    public let officialArea: Area?

    /// Whether a code or a name means this region.
    public func answers(to text: String) -> Bool {
        ([code, name] + aliases).contains { $0.lowercased() == text.lowercased() }
    }
}
