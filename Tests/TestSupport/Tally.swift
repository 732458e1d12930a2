/// What became of the cases of a suite that others made, held against the list of its known failures.
///
/// A failure that is not listed, a listed case that passes, a listed case that did not occur, and a run of no case are
/// complaints.
public struct Tally {
    /// A case that is known not to do what its suite asks.
    public struct KnownFailure: Sendable {
        let how: String
        let reason: String

        /// Lists a failure.
        ///
        /// - Parameters:
        ///   - how: what happens instead, as the run tells it.
        ///   - reason: why.
        public init(_ how: String, _ reason: String) { (self.how, self.reason) = (how, reason) }
    }

    private let suite: String
    private let word: String
    private var awaited: [String: KnownFailure]
    private var passed = 0
    private var failedAsKnown = 0
    private var notApplicable: [String: Int] = [:]
    private var notes: [String: Int] = [:]
    private var complaints: [String] = []

    /// Begins to count the cases of a suite.
    ///
    /// - Parameter word: what the known failures are called in the figures.
    public init(_ suite: String, knownFailures: [String: KnownFailure] = [:], word: String = "known failures") {
        (self.suite, self.word) = (suite, word)
        awaited = knownFailures
    }

    /// Counts a case: none where it passed, else what happened instead.
    public mutating func count(_ name: String, failure: String?) {
        let known = awaited.removeValue(forKey: name)
        switch (failure, known) {
        case (nil, nil): passed += 1
        case (nil, let known?): complaints.append("\(name) passes, but is listed: \(known.reason)")
        case (let failure?, let known?) where known.how == failure: failedAsKnown += 1
        case (let failure?, _): complaints.append("\(name): \(failure)")
        }
    }

    /// Counts a case that asks for what is not there to be tested.
    public mutating func leaveOut(_ reason: String) { notApplicable[reason, default: 0] += 1 }

    /// Counts something worth telling of a case, beside what became of it.
    public mutating func note(_ what: String) { notes[what, default: 0] += 1 }

    /// Prints the figures in a line; gives what is not as it must be.
    public func finish() -> [String] {
        let run = passed + failedAsKnown + complaints.count
        let figures =
            ["\(run) cases run", "\(passed) passed", "\(failedAsKnown) \(word)"] + Self.listed(notes)
            + ["\(notApplicable.values.reduce(0, +)) not applicable"] + Self.listed(notApplicable)
            + (complaints.isEmpty ? [] : ["\(complaints.count) complaints"])
        print("conformance, \(suite): " + figures.joined(separator: ", "))
        let absent = awaited.keys.sorted().map { "\($0) is listed, but did not run" }
        return complaints + absent + (run == 0 ? ["\(suite): no case was run"] : [])
    }

    private static func listed(_ counts: [String: Int]) -> [String] {
        let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return most.isEmpty ? [] : ["of these " + most.map { "\($1) \($0)" }.joined(separator: " and ")]
    }
}
