/// A city, town or village.
public struct Settlement: Hashable, Sendable {
    /// The official name, romanised.
    public let name: String
    /// The longitude in degrees; none where only the official list has it.
    public let longitude: Double?
    /// The latitude in degrees.
    public let latitude: Double?
    /// How many people live there, as far as known.
    public let people: Int
    /// How many settlements of the official list have its name, itself included.
    public let namesakes: Int
}
