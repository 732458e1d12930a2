import GeometryCore

/// A table of codes, names and published areas.
public struct RegionTable: Sendable {
    /// The whole that the regions make up.
    public let whole: RegionFacts?
    /// The regions.
    public let regions: [RegionFacts]

    /// Which bytes it was read from.
    public let receipt: FileReceipt
    /// Names for several regions together.
    public let groups: [RegionGroup]

    /// Reads a table: `groups` (`names`, `of`), `whole` and `regions`, each with `code`, `iso`, `name` by language, `areaKm2`, `source`,
    /// `aliases`.
    ///
    /// - Throws: ``InputFault/document(_:)``, ``InputFault/unreadable(path:problem:)``.
    public init(path: String) throws(InputFault) {
        let file = try InputFile(path: path)
        receipt = file.receipt
        let root = try DocumentNode.read(file)
        try root.allow(only: ["sources", "whole", "regions", "groups"])
        whole = try root["whole"].map(Self.facts)
        var regions: [RegionFacts] = []
        for node in try root.required("regions").items() { regions.append(try Self.facts(node)) }
        self.regions = regions
        var groups: [RegionGroup] = []
        for node in try root["groups"]?.items() ?? [] {
            try node.allow(only: ["names", "of"])
            groups.append(
                RegionGroup(names: try node.required("names").texts(), codes: try node.required("of").texts()))
        }
        self.groups = groups
    }

    private static func facts(_ node: DocumentNode) throws(InputFault) -> RegionFacts {
        try node.allow(only: ["code", "iso", "name", "areaKm2", "source", "aliases"])
        let code = try node.required("code").text()
        var names: [String] = []
        for (_, name) in try node.required("name").entries() { names.append(try name.text()) }
        let area = try node["areaKm2"].map { node throws(InputFault) in try node.positiveArea() }
        return RegionFacts(
            code: code, name: try node.required("name")["en"]?.text() ?? names.first ?? code,
            aliases: [try node["iso"]?.text()].compactMap(\.self) + names + (try node["aliases"]?.texts() ?? []),
            officialArea: area)
    }

    /// The facts of the region that a code or a name means.
    func facts(for text: String) -> RegionFacts? {
        regions.first { $0.code == text } ?? regions.first { $0.answers(to: text) }
    }
}
