import Synchronization

/// One way in which a source says the class of a feature: a property whose value fits a pattern.
///
/// A rule without property gives its class to every feature.
public struct ClassRule: Sendable {
    /// What the value of a property must look like.
    public struct Test: Sendable {
        /// The property's name.
        public let property: String
        private let pattern: Pattern

        /// - Parameter pattern: the regular expression that must be found in its value; where it is none, no test is made.
        init?(property: String, pattern: String) {
            guard let pattern = Pattern(pattern) else { return nil }
            (self.property, self.pattern) = (property, pattern)
        }

        fileprivate func fits(_ text: String) -> Bool { pattern.isFound(in: text) }
    }

    /// The class.
    public let className: String
    /// The test; none for every feature.
    public let test: Test?

    /// Whether a feature with these properties has the class.
    func fits(_ value: (_ property: String) -> String?) -> Bool {
        guard let test else { return true }
        guard let text = value(test.property) else { return false }
        return test.fits(text)
    }
}

/// A regular expression that remembers what it was found in: the maps of a series repeat their names.
private final class Pattern: Sendable {
    // A regex is immutable once built, but the standard library does not say so.
    private nonisolated(unsafe) let regex: Regex<AnyRegexOutput>
    private let answers = Mutex<[String: Bool]>([:])
    /// How many texts are remembered; where names do not repeat, remembering them all would not pay.
    private static let capacity = 1000

    init?(_ text: String) {
        guard let regex = try? Regex(text) else { return nil }
        self.regex = regex
    }

    func isFound(in text: String) -> Bool {
        if let known = answers.withLock({ $0[text] }) { return known }
        let isFound = (try? regex.firstMatch(in: text)) != nil
        answers.withLock { if $0.count < Self.capacity { $0[text] = isFound } }
        return isFound
    }
}
