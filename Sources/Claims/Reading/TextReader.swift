import Territory

/// A claim that was read from a text, with where it stands and what each field was read from.
public struct ReadClaim: Hashable, Sendable {
    /// The claim.
    public let claim: Claim
    /// The sentence, in bytes of the text.
    public let sentence: Range<Int>
    /// The words that carry the figure, in bytes of the text.
    public let span: Range<Int>
    /// The words that a field was read from, by the field's name in a claims file.
    public let readFrom: [String: String]
    /// How many settlements have the name of its region; 1 for regions.
    public let homonyms: Int
}

/// What was read from a text.
public struct TextReading: Sendable {
    /// The text.
    public let text: String
    /// The claims in their order.
    public let claims: [ReadClaim]
    /// The areas that were seen and that no claim has, in bytes of the text.
    public let unread: [Range<Int>]
    /// The language whose lexicon was used.
    public let language: String

    fileprivate static func nothing(of text: String) -> TextReading {
        TextReading(text: text, claims: [], unread: [], language: "")
    }

    /// The words that stand in some of its bytes.
    public func words(_ bytes: Range<Int>) -> String {
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
        return String(decoding: utf8[start...].prefix(bytes.count), as: UTF8.self)
    }
}

/// Reads claims from texts.
///
/// Way: text → tokens → sentences → what each names (times, figures, regions, credits) → statements → claims. Every rule
/// is about what words do, and which words do it stands in the lexicons. Time is linear in the text but for the square of a
/// sentence's length, and sentences are cut at 200 words.
public struct TextReader: Sendable {
    private let lexicons: [Lexicon]
    private let names: NameBook

    /// Reads the lexicons and names of an atlas.
    ///
    /// - Throws: ``InputFault`` where a file is faulty, or the atlas names no lexicon.
    public init(_ atlas: Atlas) throws(InputFault) {
        lexicons = try atlas.lexicons.map { path throws(InputFault) in try Lexicon(path: path) }
        guard !lexicons.isEmpty else { throw .noLexicon(atlas: atlas.receipt.path) }
        names = try NameBook(atlas)
    }

    /// Reads the same, several files at the same time.
    ///
    /// - Throws: as the other does, of the same file.
    public init(_ atlas: Atlas) async throws(InputFault) {
        async let names = Result { () throws(InputFault) in try NameBook(atlas) }
        let read = await atlas.lexicons.concurrentMap { path in
            Result { () throws(InputFault) in try Lexicon(path: path) }
        }
        lexicons = try read.map { lexicon throws(InputFault) in try lexicon.get() }
        guard !lexicons.isEmpty else { throw .noLexicon(atlas: atlas.receipt.path) }
        self.names = try await names.get()
    }

    /// Whether settlements are known; without the gazetteer's files only regions and the atlas's places are.
    public var knowsSettlements: Bool { names.gazetteer.count > 0 }

    /// The first full date in the first lines of a text.
    func dateline(of string: String) -> CalendarDay? {
        let tokens = Tokenizer.tokens(of: String(string.prefix(600)))
        guard let lexicon = lexicon(for: tokens), let last = CalendarDay(year: 9999, month: 12, day: 31) else {
            return nil
        }
        let reader = TimeReader(TaggedText(tokens, lexicon: lexicon, names: names.phrases), published: last)
        return tokens.indices.lazy.compactMap { reader.fullDate(at: $0) }.first
    }

    private func lexicon(for tokens: [Token]) -> Lexicon? {
        // The first words tell the language; of equals the lexicon that the atlas names first.
        let head = Array(tokens.prefix(1000))
        var best: (lexicon: Lexicon, score: Int)?
        for lexicon in lexicons {
            let score = lexicon.score(head)
            if score > best?.score ?? -1 { best = (lexicon, score) }
        }
        return best?.lexicon
    }

    /// Reads the claims of a text.
    ///
    /// - Parameter published: the day from which "last month" is told.
    public func read(_ string: String, published: CalendarDay) -> TextReading {
        let tokens = Tokenizer.tokens(of: string)
        guard let lexicon = lexicon(for: tokens) else { return .nothing(of: string) }
        let text = TaggedText(tokens, lexicon: lexicon, names: names.phrases)
        return read(text, Sentence.split(tokens, lexicon), of: string, published: published)
    }

    /// Reads the same claims; what needs nothing of what was said before is done for several parts of a long text at the
    /// same time.
    public func read(_ string: String, published: CalendarDay) async -> TextReading {
        let tokens = await Tokenizer.tokens(of: string)
        async let words = WordNumbers(tokens)
        guard let lexicon = lexicon(for: tokens) else { return .nothing(of: string) }
        async let sentences = Sentence.split(tokens, lexicon)
        let text = await TaggedText(tokens, words, lexicon: lexicon, names: names.phrases)
        return read(text, await sentences, of: string, published: published)
    }

    private func read(
        _ text: TaggedText, _ sentences: [Sentence], of string: String, published: CalendarDay
    ) -> TextReading {
        var passage = PassageReader(text: text, names: names, published: published)
        passage.read(sentences)
        let claims = passage.statements.enumerated().map { index, found in
            ReadClaim(found.statement, sentence: found.sentence, text: text, id: String(index + 1))
        }
        return TextReading(
            text: string, claims: claims, unread: passage.unread.map { text.bytes($0) }, language: text.lexicon.language
        )
    }
}

extension Sentence {
    fileprivate static func split(_ tokens: [Token], _ lexicon: Lexicon) -> [Sentence] {
        split(
            tokens, abbreviations: lexicon.abbreviations, scaleAbbreviations: lexicon.scaleAbbreviations,
            hasOrdinalPoint: lexicon.hasOrdinalPoint)
    }
}

extension TaggedText {
    /// The bytes that tokens stand in.
    func bytes(_ range: Range<Int>) -> Range<Int> {
        guard let first = tokens[range].first, let last = tokens[range].last else { return 0..<0 }
        return first.bytes.lowerBound..<last.bytes.upperBound
    }
}

extension ReadClaim {
    fileprivate init(_ statement: Statement, sentence: Range<Int>, text: TaggedText, id: String) {
        var figure: Figure?
        if let amount = statement.amount, let unit = amount.unit {
            var low = statement.value ?? amount.low
            var unit = unit
            if statement.kind == .pace, let per = amount.per, unit == .squareKilometres {
                unit =
                    per == .day
                    ? .squareKilometresPerDay : per == .week ? .squareKilometresPerWeek : .squareKilometresPerMonth
            }
            if statement.kind == .changeShare, unit == .percentagePoints, amount.low.value < 0 { low = amount.low }
            figure = Figure(low: low, high: amount.high, unit: unit, comparator: amount.comparator)
        } else if let value = statement.value, let unit = statement.unit {
            figure = Figure(low: value, high: nil, unit: unit, comparator: statement.comparator ?? .equal)
        }
        claim = Claim(
            id: id, kind: statement.kind, figure: figure, also: statement.amount?.also, region: statement.region,
            whole: statement.kind == .share || statement.kind == .changeShare ? statement.whole : nil,
            time: statement.time, against: statement.against, order: statement.order, actor: statement.actor,
            source: statement.source, side: nil, isNegated: statement.isNegated,
            span: text.words(statement.span), expected: nil, line: 0)
        self.sentence = text.bytes(sentence)
        span = text.bytes(statement.span)
        readFrom = statement.readFrom.mapValues { text.words($0) }
        homonyms = statement.homonyms
    }
}

extension ClaimsFile {
    /// Takes the claims that were read from a text.
    public init(_ reading: TextReading, of file: InputFile) {
        self.init(receipt: file.receipt, claims: reading.claims.map(\.claim))
    }
}
