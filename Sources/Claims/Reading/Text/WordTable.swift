/// Values by word.
///
/// Words are the same if their bytes are, as those of tokens' keys are, which are composed. `String` also asks whether other
/// bytes are the same letters, and that costs more than all else of a search.
struct WordTable<Value: Sendable>: Sendable {
    private var values: [WordKey: Value] = [:]

    subscript(word: String) -> Value? {
        get { values[WordKey(word: word)] }
        set { values[WordKey(word: word)] = newValue }
    }
}

/// A set of words, which are the same if their bytes are.
struct WordSet: Sendable {
    private let words: Set<WordKey>

    init(_ words: some Sequence<String>) { self.words = Set(words.lazy.map(WordKey.init)) }

    func contains(_ word: String) -> Bool { words.contains(WordKey(word: word)) }
}

private struct WordKey: Hashable, Sendable {
    let word: String

    static func == (one: WordKey, other: WordKey) -> Bool { one.word.hasBytes(of: other.word) }

    func hash(into hasher: inout Hasher) {
        var word = word
        word.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension String {
    /// Whether another text has the same bytes.
    func hasBytes(of other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        var (one, other) = (self, other)
        return one.withUTF8 { bytes in other.withUTF8 { bytes.elementsEqual($0) } }
    }
}
