/// One way in which a source says the class of a feature: a property whose value fits a pattern.
///
/// A rule without property gives its class to every feature.
public struct ClassRule: Sendable {
    /// What the value of a property must look like.
    public struct Test: Sendable {
        /// The property's name.
        public let property: String
        /// The regular expression that must be found in its value.
        public let pattern: String
        // A regex is immutable once built, but the standard library does not say so.
        nonisolated(unsafe) let regex: Regex<AnyRegexOutput>
    }

    /// The class.
    public let className: String
    /// The test; none for every feature.
    public let test: Test?

    /// Whether a feature with these properties has the class.
    func fits(_ value: (_ property: String) -> String?) -> Bool {
        guard let test else { return true }
        guard let text = value(test.property) else { return false }
        return (try? test.regex.firstMatch(in: text)) != nil
    }
}
