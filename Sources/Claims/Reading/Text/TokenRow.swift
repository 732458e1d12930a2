/// The tokens of a text; before the first and behind the last stands a blank one, however far away.
///
/// What comes before or behind a word is asked everywhere, and a text may end anywhere. A blank token is like none of those
/// that are asked for, so that no place needs a test of its own for the end.
struct TokenRow: RandomAccessCollection, Sendable {
    private let tokens: [Token]

    init(_ tokens: [Token]) { self.tokens = tokens }

    var startIndex: Int { 0 }
    var endIndex: Int { tokens.count }

    subscript(index: Int) -> Token { tokens.indices.contains(index) ? tokens[index] : Self.blank }

    private static let blank = Token(
        kind: .mark, text: "", key: "", bytes: 0..<0, isCapitalised: false, isGlued: false, startsLine: false,
        startsParagraph: false)
}
