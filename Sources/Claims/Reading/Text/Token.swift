/// A word, a number or a mark of a text.
struct Token: Equatable, Sendable {
    /// What a token is.
    enum Kind: Sendable {
        /// Letters; digits may follow them (`km2`).
        case word
        /// Digits, with points and commas between digits.
        case number
        /// Anything else but space, one character each.
        case mark
    }

    let kind: Kind
    /// The token as it stands in the text.
    let text: String
    /// The token in lower case, without accents of stress, with `'` for every apostrophe and `-` for every dash.
    let key: String
    /// Where it stands, in bytes of UTF-8.
    let bytes: Range<Int>
    /// Whether it begins with a capital letter.
    let isCapitalised: Bool
    /// Whether nothing stands between it and the token before.
    let isGlued: Bool
    /// Whether it begins a line.
    let startsLine: Bool
    /// Whether an empty line stands before it.
    let startsParagraph: Bool

    /// Whether the token is a given mark or word.
    func `is`(_ key: String) -> Bool { self.key.hasBytes(of: key) }
}
