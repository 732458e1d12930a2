/// Finds what the words of a text do, by one or more lists of phrases.
struct Tagger: Sendable {
    private let words: WordNumbers
    /// With the patterns that each word of the text matches.
    private let phrases: [(index: PhraseIndex, matched: [[Int]])]

    init(_ words: WordNumbers, _ phrases: [PhraseIndex]) {
        self.words = words
        self.phrases = phrases.map { ($0, $0.patterns(of: words)) }
    }

    /// The phrases that begin in a stretch of tokens; they may end behind it.
    struct Stretch: Sendable {
        /// In the order of the tokens that they begin at.
        var tags: [Tag] = []
        /// By token, how many begin there.
        var counts: [Int] = []
        /// By token, what they do.
        var cues: [CueSet] = []
    }

    /// What stands in a stretch of the text's tokens.
    func tag(_ range: Range<Int>) -> Stretch {
        var stretch = Stretch()
        stretch.counts.reserveCapacity(range.count)
        stretch.cues.reserveCapacity(range.count)
        var found: [Tag] = []
        for start in range {
            found.removeAll(keepingCapacity: true)
            for (index, matched) in phrases { index.tag(words, at: start, matched: matched, &found) }
            stretch.tags += found
            stretch.counts.append(found.count)
            stretch.cues.append(CueSet(found.lazy.map(\.cue)))
        }
        return stretch
    }
}
