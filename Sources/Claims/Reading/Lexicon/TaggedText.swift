/// A text with what its words do.
struct TaggedText: Sendable {
    private let content: Content
    /// Where what is read ends; phrases that go on behind it do not stand in it.
    private var end: Int

    var tokens: TokenRow { content.tokens }
    var lexicon: Lexicon { content.lexicon }

    /// What all parts of a text share: a class, since each reader of a sentence has the text.
    private final class Content: Sendable {
        let tokens: TokenRow
        let lexicon: Lexicon
        private let words: WordNumbers
        /// By the number of a word that begins with a capital somewhere, its forms.
        private let forms: [[String]]
        /// The phrases by the token that they begin at.
        let tags: [Tag]
        /// By token and one more, where its phrases begin among them.
        let starts: [Int]
        /// By token, what its phrases do.
        let cues: [CueSet]

        init(_ tokens: [Token], _ words: WordNumbers, _ stretches: [Tagger.Stretch], lexicon: Lexicon) {
            (self.tokens, self.words, self.lexicon) = (TokenRow(tokens), words, lexicon)
            forms = zip(words.keys, words.isCapitalised).map { $1 ? lexicon.nameForms.forms(of: $0) : [] }
            tags = stretches.flatMap(\.tags)
            cues = stretches.flatMap(\.cues)
            var starts = [0]
            starts.reserveCapacity(cues.count + 1)
            var count = 0
            for stretch in stretches {
                for more in stretch.counts {
                    count += more
                    starts.append(count)
                }
            }
            self.starts = starts
        }

        func forms(at index: Int) -> [String] {
            guard tokens.indices.contains(index) else { return [] }
            let known = forms[words.numbers[index]]
            return known.isEmpty ? lexicon.nameForms.forms(of: tokens[index].key) : known
        }
    }

    init(_ tokens: [Token], lexicon: Lexicon, names: PhraseIndex) {
        let words = WordNumbers(tokens)
        let tagger = Tagger(words, [lexicon.phrases, names])
        content = Content(tokens, words, [tagger.tag(tokens.indices)], lexicon: lexicon)
        end = tokens.count
    }

    /// The same, with stretches of a long text tagged at the same time.
    init(_ tokens: [Token], _ words: WordNumbers, lexicon: Lexicon, names: PhraseIndex) async {
        let tagger = Tagger(words, [lexicon.phrases, names])
        let ranges = stride(from: 0, to: tokens.count, by: Self.stretch).map {
            $0..<min($0 + Self.stretch, tokens.count)
        }
        content = Content(tokens, words, await ranges.concurrentMap { tagger.tag($0) }, lexicon: lexicon)
        end = tokens.count
    }

    /// How many tokens are tagged in one go.
    private static let stretch = 1 << 13

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
    @inline(__always)  // Most tokens do none of what is asked for: that is told without a call.
    func tag(_ cue: Cue, at index: Int) -> Tag? {
        guard tokens.indices.contains(index), content.cues[index].contains(cue) else { return nil }
        return found(cue, at: index)
    }

    private func found(_ cue: Cue, at index: Int) -> Tag? {
        tags(at: index).first { $0.cue == cue && $0.tokens.upperBound <= end }
    }

    /// A token's word and every base that its endings allow, as ``NameForms/forms(of:)`` has them.
    func forms(at index: Int) -> [String] { content.forms(at: index) }

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
