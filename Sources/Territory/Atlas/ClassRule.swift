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

        /// - Parameters:
        ///   - pattern: the regular expression that must be found in its value.
        ///   - fault: what is thrown where it is none, by the first feature that it is asked of.
        init(property: String, pattern: String, fault: InputFault) {
            (self.property, self.pattern) = (property, Pattern(pattern, fault: fault))
        }

        fileprivate func fits(_ text: String) throws(InputFault) -> Bool { try pattern.isFound(in: text) }
    }

    /// The class.
    public let className: String
    /// The test; none for every feature.
    public let test: Test?

    /// Whether a feature with these properties has the class.
    ///
    /// - Throws: ``InputFault/document(_:)`` where the test's pattern is no regular expression.
    func fits(_ value: (_ property: String) -> String?) throws(InputFault) -> Bool {
        guard let test else { return true }
        guard let text = value(test.property) else { return false }
        return try test.fits(text)
    }
}

/// A regular expression that is read when first asked for, since an atlas has those of many sources and a command reads the
/// maps of one, and that remembers what it was found in: the maps of a series repeat their names.
private final class Pattern: Sendable {
    private struct Memory {
        var regex: Regex<AnyRegexOutput>?
        var answers: [String: Bool] = [:]
    }

    private let text: String
    private let fault: InputFault
    private let memory = Mutex(Memory())
    /// How many texts are remembered; where names do not repeat, remembering them all would not pay.
    private static let capacity = 1000

    init(_ text: String, fault: InputFault) { (self.text, self.fault) = (text, fault) }

    func isFound(in text: String) throws(InputFault) -> Bool {
        try memory.withLock { memory throws(InputFault) in
            if let known = memory.answers[text] { return known }
            guard let regex = memory.regex ?? (try? Regex(self.text)) else { throw fault }
            memory.regex = regex
            let isFound = (try? regex.firstMatch(in: text)) != nil
            if memory.answers.count < Self.capacity { memory.answers[text] = isFound }
            return isFound
        }
    }
}
