/// A text with what its words do.
struct TaggedText: Sendable {
    let tokens: [Token]
    private let content: Content
    /// Where what is read ends; phrases that go on behind it do not stand in it.
    private var end: Int

    var lexicon: Lexicon { content.lexicon }

    /// What all parts of a text share: a class, since each reader of a sentence has the text.
    private final class Content: Sendable {
        let lexicon: Lexicon
        /// The phrases by the token that they begin at.
        let tags: [Tag]
        /// By token and one more, where its phrases begin among them.
        let starts: [Int]
        /// By token, what its phrases do.
        let cues: [CueSet]

        init(_ tokens: [Token], lexicon: Lexicon, names: PhraseIndex) {
            self.lexicon = lexicon
            let words = WordNumbers(tokens)
            var byToken = [[Tag]](repeating: [], count: tokens.count)
            lexicon.phrases.tag(words, &byToken)
            names.tag(words, &byToken)
            tags = byToken.flatMap { $0 }
            cues = byToken.map { CueSet($0.lazy.map(\.cue)) }
            var count = 0
            starts =
                [0]
                + byToken.map { tags in
                    count += tags.count
                    return count
                }
        }
    }

    init(_ tokens: [Token], lexicon: Lexicon, names: PhraseIndex) {
        self.tokens = tokens
        content = Content(tokens, lexicon: lexicon, names: names)
        end = tokens.count
    }

    /// The text as far as a token.
    func ending(at index: Int) -> TaggedText {
        var text = self
        text.end = index
        return text
    }

    private func tags(at index: Int) -> ArraySlice<Tag> {
        content.tags[content.starts[index]..<content.starts[index + 1]]
    }

    /// What a phrase that begins at a token does, if it does this.
    func tag(_ cue: Cue, at index: Int) -> Tag? {
        guard tokens.indices.contains(index), content.cues[index].contains(cue) else { return nil }
        return tags(at: index).first { $0.cue == cue && $0.tokens.upperBound <= end }
    }

    /// Whether any phrase begins at a token.
    func hasTag(at index: Int) -> Bool { tokens.indices.contains(index) && !content.cues[index].isEmpty }

    /// The phrases of a cue in a stretch of tokens; of those that overlap, the first and longest.
    func tags(_ cue: Cue, in range: Range<Int>) -> [Tag] {
        var found: [Tag] = []
        for index in range where index >= found.last?.tokens.upperBound ?? 0 {
            if let tag = tag(cue, at: index), tag.tokens.upperBound <= range.upperBound { found.append(tag) }
        }
        return found
    }

    /// By cue, the phrases in a stretch of tokens that are wanted; of those that overlap, the first and longest.
    func cues(in range: Range<Int>, where isWanted: (Tag) -> Bool) -> CueTable<[Tag]> {
        var found = CueTable<[Tag]>(repeating: [])
        var covered = CueTable(repeating: 0)
        for index in range {
            for tag in tags(at: index) where tag.tokens.upperBound <= range.upperBound {
                // What is not wanted covers what it overlaps all the same.
                guard index >= covered[tag.cue] else { continue }
                covered[tag.cue] = tag.tokens.upperBound
                if isWanted(tag) { found[tag.cue].append(tag) }
            }
        }
        return found
    }

    func isMark(_ mark: String, at index: Int) -> Bool {
        tokens.indices.contains(index) && index < end && tokens[index].kind == .mark && tokens[index].is(mark)
    }

    /// What stands behind the dash of a range at an index; none where there is no dash.
    func rangeMark(at index: Int) -> Int? {
        if isMark("-", at: index) { return index + 1 }
        return nil
    }
}
