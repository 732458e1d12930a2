/// Which features count: conditions that must all hold, as `class=occupied,ordlo`.
public struct Selection: Hashable, Sendable {
    /// The classes that count; none for the source's own choice.
    public let classes: [String]?
    /// The values that other properties must have, one of several each.
    public let properties: [String: [String]]

    /// Everything, by the source's own choice of classes.
    public static let everything = Selection(classes: nil, properties: [:])

    /// Some classes, whatever the properties are.
    init(classes: [String]) { self.init(classes: classes, properties: [:]) }

    private init(classes: [String]?, properties: [String: [String]]) {
        self.classes = classes
        self.properties = properties
    }

    /// Reads conditions as the command line gives them: `KEY=VALUE,VALUE`; the key `class` means the class.
    ///
    /// - Returns: none where a condition has no `=`, no key or no value.
    public init?(_ conditions: [String]) {
        var properties: [String: [String]] = [:]
        for condition in conditions {
            let sides = condition.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, !sides[0].isEmpty else { return nil }
            let values = sides[1].split(separator: ",").map(String.init)
            guard !values.isEmpty else { return nil }
            properties[String(sides[0]), default: []] += values
        }
        classes = properties.removeValue(forKey: "class")
        self.properties = properties
    }

    /// Whether a feature counts by its properties.
    func admits(_ value: (_ property: String) -> String?) -> Bool {
        properties.allSatisfy { property, values in value(property).map(values.contains) ?? false }
    }
}

extension Selection: CustomStringConvertible {
    /// The conditions as they are written; empty for everything.
    public var description: String {
        let conditions =
            (classes.map { ["class=" + $0.joined(separator: ",")] } ?? [])
            + properties.sorted { $0.key < $1.key }.map { "\($0.key)=" + $0.value.joined(separator: ",") }
        return conditions.joined(separator: " ")
    }
}
