/// A sentence with all that was found in it.
struct SentenceView {
    let text: TaggedText
    let sentence: Sentence
    let times: [TimeMention]
    let amounts: [Amount]
    let regions: [RegionMention]
    let credits: [Credit]
    /// The sides named as who does something.
    let actors: [Tag]
    /// Where the text was written, if the sentence begins with it.
    let dateline: String?
    /// By cue, the phrases that are no part of names, times or figures.
    private let cuesFound: CueTable<[Tag]>
    /// How far each token and the sentence's end lie from its start, by ``weight(_:at:)``.
    private let distances: [Int]

    init(
        text: TaggedText, sentence: Sentence, times: [TimeMention], amounts: [Amount], regions: [RegionMention],
        credits: [Credit], actors: [Tag], dateline: String?, taken: [Range<Int>]
    ) {
        self.text = text
        self.sentence = sentence
        self.times = times
        self.amounts = amounts
        self.regions = regions
        self.credits = credits
        self.actors = actors
        self.dateline = dateline
        let tokens = sentence.tokens
        var isTaken = [Bool](repeating: false, count: tokens.count)
        for range in taken + Self.headBrackets(text, tokens) {
            for index in range.clamped(to: tokens) { isTaken[index - tokens.lowerBound] = true }
        }
        cuesFound = text.cues(in: tokens) { tag in
            if [.exclude, .otherTopic].contains(tag.cue), tag.tokens.count == 1, Self.isOfTroops(text, tag) {
                return false
            }
            return !tag.tokens.contains { isTaken[$0 - tokens.lowerBound] }
        }
        // A figure is one word, whatever points and words its unit has.
        var weights = tokens.map { Self.weight(text, at: $0) }
        for amount in amounts {
            for index in amount.number.lowerBound..<max(amount.tokens.upperBound, amount.number.upperBound)
            where tokens.contains(index) { weights[index - tokens.lowerBound] = 0 }
            weights[amount.number.lowerBound - tokens.lowerBound] = amount.unit == nil ? 1 : 5
        }
        // So is a unit alone: the points of "тыс. кв. км:" end nothing.
        for tag in text.tags(.unit, in: tokens) {
            for index in tag.tokens.dropFirst() { weights[index - tokens.lowerBound] = 0 }
        }
        for index in tokens.dropFirst() where text.isMark(".", at: index) && text.tag(.scale, at: index - 1) != nil {
            weights[index - tokens.lowerBound] = 0
        }
        var (distances, sum) = ([0], 0)
        for weight in weights {
            sum += weight
            distances.append(sum)
        }
        self.distances = distances
    }

    /// "(in brackets: the change since January)": what is said of brackets in a head is said of no figure outside them.
    private static func headBrackets(_ text: TaggedText, _ tokens: Range<Int>) -> [Range<Int>] {
        text.tags(.inBrackets, in: tokens).compactMap { tag in
            guard text.isMark("(", at: tag.tokens.lowerBound - 1),
                let end = (tag.tokens.upperBound..<tokens.upperBound).first(where: { text.isMark(")", at: $0) })
            else { return nil }
            return tag.tokens.lowerBound..<end
        }
    }

    /// Whether a word is part of a longer name of troops or of their line: "assault groups stand 2 km off", "the nearest
    /// enemy trench".
    private static func isOfTroops(_ text: TaggedText, _ tag: Tag) -> Bool {
        [tag.tokens.lowerBound, tag.tokens.lowerBound - 1].contains { index in
            [Cue.formation, .front].contains { cue in
                text.tag(cue, at: index).map { $0.tokens.count > 1 && $0.tokens.contains(tag.tokens.lowerBound) }
                    ?? false
            }
        }
    }

    var tokens: Range<Int> { sentence.tokens }

    /// The unit that the head of a list names for all its figures: "in sq km", "(sq km)".
    var looseUnit: ClaimUnit? { loose.flatMap { ClaimUnit(rawValue: $0.value) } }

    /// By which power of ten that head multiplies them: "тыс. кв. км:".
    var looseScale: Int {
        loose.flatMap { scale(before: $0.tokens.lowerBound) }.flatMap { Int($0.value) }.map { String($0).count - 1 }
            ?? 0
    }

    /// Whether the head of a list names percentages: "occupied, % of the area:".
    var listsPercent: Bool {
        guard let colon = tokens.first(where: { text.isMark(":", at: $0) }) else { return false }
        return text.tags(.unit, in: tokens.lowerBound..<colon).contains { tag in
            let before = tag.tokens.lowerBound - 1
            return tag.value == ClaimUnit.percent.rawValue
                && !amounts.contains { $0.tokens.overlaps(tag.tokens) || $0.tokens.lowerBound < tag.tokens.lowerBound }
                && (text.isMark(",", at: before) || text.isMark("(", at: before) || text.tag(.at, at: before) != nil)
        }
    }

    /// The scale word right before a token, or before its point.
    private func scale(before index: Int) -> Tag? {
        text.tag(.scale, at: text.isMark(".", at: index - 1) ? index - 2 : index - 1)
    }

    private var loose: Tag? {
        text.tags(.unit, in: tokens).first { tag in
            let first = scale(before: tag.tokens.lowerBound)?.tokens.lowerBound ?? tag.tokens.lowerBound
            let (before, next) = (first - 1, tag.tokens.upperBound)
            let isOpened =
                text.isMark("(", at: before) || text.isMark(",", at: before) || text.tag(.at, at: before) != nil
            let isClosed =
                [")", ":", ";", ".", "(", ","].contains { text.isMark($0, at: next) } || next >= tokens.upperBound
            // "Km² occupied, month by month:"
            let isHead = before < tokens.lowerBound && text.isMark(":", at: tokens.upperBound - 1)
            return (isOpened && isClosed || isHead) && !amounts.contains { $0.tokens.overlaps(tag.tokens) }
        }.flatMap { ClaimUnit(rawValue: $0.value)?.base == .squareKilometres ? $0 : nil }
    }

    /// The phrases of a cue that are no part of names, times or figures.
    func cues(_ cue: Cue) -> [Tag] { cuesFound[cue] }

    /// How far two stretches of the sentence lie apart: words between, and more for what separates statements.
    func cost(_ one: Range<Int>, _ other: Range<Int>) -> Int {
        let (first, second) = one.lowerBound <= other.lowerBound ? (one, other) : (other, one)
        guard first.upperBound < second.lowerBound else { return 0 }
        func distance(_ index: Int) -> Int {
            distances[min(max(index, tokens.lowerBound), tokens.upperBound) - tokens.lowerBound]
        }
        return distance(second.lowerBound) - distance(first.upperBound)
    }

    /// How much a token sets apart what stands before it from what stands behind it.
    private static func weight(_ text: TaggedText, at index: Int) -> Int {
        let token = text.tokens[index]
        guard token.kind == .mark else { return text.tag(.clause, at: index) == nil ? 1 : 7 }
        switch token.key {
        case ";", ".", "!", "?": return 13
        case ",": return 3
        case "-": return token.isGlued ? 1 : 5
        case "(", ")": return 2
        default: return 1
        }
    }

    /// The nearest of several stretches; of equals the first.
    func nearest<Item>(_ items: [Item], to range: Range<Int>, at place: (Item) -> Range<Int>) -> (
        item: Item, cost: Int
    )? {
        var best: (item: Item, cost: Int)?
        for item in items {
            let cost = cost(place(item), range)
            if cost < best?.cost ?? .max { best = (item, cost) }
        }
        return best
    }

    /// The words of a stretch as they stand in the text.
    func words(_ range: Range<Int>) -> String { text.words(range) }
}

extension TaggedText {
    /// The words of a stretch, joined by spaces where the text has any.
    func words(_ range: Range<Int>) -> String {
        range.map { index in (index > range.lowerBound && !tokens[index].isGlued ? " " : "") + tokens[index].text }
            .joined()
    }
}
