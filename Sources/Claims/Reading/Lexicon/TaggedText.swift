/// A text with what its words do.
struct TaggedText: Sendable {
    let tokens: [Token]
    let lexicon: Lexicon
    private let tags: [[Tag]]
    /// Where what is read ends; phrases that go on behind it do not stand in it.
    private var end: Int

    init(_ tokens: [Token], lexicon: Lexicon, names: PhraseIndex) {
        self.tokens = tokens
        self.lexicon = lexicon
        tags = zip(lexicon.phrases.tags(in: tokens), names.tags(in: tokens)).map { $0 + $1 }
        end = tokens.count
    }

    /// The text as far as a token.
    func ending(at index: Int) -> TaggedText {
        var text = self
        text.end = index
        return text
    }

    /// What a phrase that begins at a token does, if it does this.
    func tag(_ cue: Cue, at index: Int) -> Tag? {
        guard tags.indices.contains(index) else { return nil }
        return tags[index].first { $0.cue == cue && $0.tokens.upperBound <= end }
    }

    /// Whether any phrase begins at a token.
    func hasTag(at index: Int) -> Bool { tags.indices.contains(index) && !tags[index].isEmpty }

    /// The phrases of a cue in a stretch of tokens; of those that overlap, the first and longest.
    func tags(_ cue: Cue, in range: Range<Int>) -> [Tag] {
        var found: [Tag] = []
        for index in range where index >= found.last?.tokens.upperBound ?? 0 {
            if let tag = tag(cue, at: index), tag.tokens.upperBound <= range.upperBound { found.append(tag) }
        }
        return found
    }

    /// By cue, the phrases in a stretch of tokens that are wanted; of those that overlap, the first and longest.
    func cues(in range: Range<Int>, where isWanted: (Tag) -> Bool) -> [Cue: [Tag]] {
        var found: [Cue: [Tag]] = [:]
        var covered: [Cue: Int] = [:]
        for index in range {
            for tag in tags[index] where tag.tokens.upperBound <= range.upperBound {
                // What is not wanted covers what it overlaps all the same.
                guard index >= covered[tag.cue, default: 0] else { continue }
                covered[tag.cue] = tag.tokens.upperBound
                if isWanted(tag) { found[tag.cue, default: []].append(tag) }
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
