/// A sentence with all that was found in it.
struct SentenceView {
    let text: TaggedText
    let sentence: Sentence
    var times: [TimeMention]
    var amounts: [Amount]
    var regions: [RegionMention]
    var credits: [Credit]
    /// The sides named as who does something.
    var actors: [Tag]
    /// What stands in names and times and says nothing else.
    var taken: [Range<Int>]

    var tokens: Range<Int> { sentence.tokens }

    /// The phrases of a cue that are no part of names, times or figures.
    func cues(_ cue: Cue) -> [Tag] {
        text.tags(cue, in: tokens).filter { tag in !taken.contains { $0.overlaps(tag.tokens) } }
    }

    /// How far two stretches of the sentence lie apart: words between, and more for what separates statements.
    func cost(_ one: Range<Int>, _ other: Range<Int>) -> Int {
        let (first, second) = one.lowerBound <= other.lowerBound ? (one, other) : (other, one)
        guard first.upperBound < second.lowerBound else { return 0 }
        var cost = 0
        var index = first.upperBound
        while index < second.lowerBound {
            cost += 1
            // A figure is one word, whatever points and words its unit has.
            if let amount = amounts.first(where: { $0.number.lowerBound == index }),
                amount.tokens.upperBound <= second.lowerBound
            {
                if amount.unit != nil { cost += 4 }
                index = max(index + 1, amount.tokens.upperBound)
                continue
            }
            let token = text.tokens[index]
            if token.kind == .mark {
                switch token.key {
                case ";": cost += 12
                case ",": cost += 2
                case ".", "!", "?": cost += 12
                case "-": cost += token.isGlued ? 0 : 4
                case "(", ")": cost += 1
                case "\n": cost += 12
                default: break
                }
            } else if text.tag(.clause, at: index) != nil {
                cost += 6
            }
            index += 1
        }
        return cost
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
