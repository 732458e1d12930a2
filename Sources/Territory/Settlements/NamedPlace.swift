import GeometryCore

/// The settlement that a name means, and how many others have it.
public struct NamedPlace: Hashable, Sendable {
    /// The settlement.
    public let settlement: Settlement
    /// Where it lies.
    public let position: Position
    /// How many settlements have the name, this one included.
    public let namesakes: Int
}

extension Gazetteer {
    /// The settlement that a name means in any spelling: of several whose place is known the one with most people.
    public func place(named text: String) -> NamedPlace? {
        let key = Spelling.key(text)
        let exact = settlements(spelled: key)
        let found = exact.isEmpty ? settlements(like: key) : exact
        for settlement in found {
            guard let x = settlement.longitude, let y = settlement.latitude, let position = try? Position(x: x, y: y)
            else { continue }
            return NamedPlace(
                settlement: settlement, position: position, namesakes: max(found.count, settlement.namesakes))
        }
        return nil
    }
}
