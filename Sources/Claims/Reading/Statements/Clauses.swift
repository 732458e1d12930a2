/// A sentence cut into clauses, one around each of its figures.
///
/// Between two neighbouring figures stands one boundary. All are chosen together, so that what sets statements apart
/// (``Separation``) lies between the clauses, and no clause has two times, places, credits, sides or verbs where
/// another could have one of them. Figures in brackets are cut among themselves, and those outside as if the brackets
/// were not there.
struct Clauses {
    /// A figure with the words that are about it.
    struct Clause {
        let figure: Range<Int>
        let tokens: Range<Int>
        /// The brackets that it is all of.
        let aside: Range<Int>?
        /// What sets it apart from the clause before.
        let opening: Separation?

        /// What stands before its figure: of the first clause what holds for all.
        var lead: Range<Int> { tokens.lowerBound..<max(tokens.lowerBound, figure.lowerBound) }
        /// What stands behind its figure.
        var tail: Range<Int> { min(figure.upperBound, tokens.upperBound)..<tokens.upperBound }
    }

    /// What sets two clauses apart, the plainest first.
    enum Separation: Int {
        case semicolon, colon, conjunction, relative, commaAnd, comma, and, mark, comparison, figure, preposition,
            mention

        /// Whether what stands behind may go on with what stands before.
        var isWeak: Bool { rawValue >= Self.commaAnd.rawValue }
    }

    private(set) var all: [Clause] = []
    /// Brackets with figures of their own.
    private var asides: [Range<Int>] = []

    init() {}

    /// Cuts a sentence.
    ///
    /// - Parameters:
    ///   - figures: where its figures stand, in their order.
    ///   - mentions: of each sort of which a clause has one, where they stand, in their order.
    init(_ view: SentenceView, figures: [Range<Int>], mentions: [[Range<Int>]]) {
        let brackets = Self.brackets(view).filter { bracket in
            guard let figure = figures.first(where: { bracket.contains($0.lowerBound) }) else { return false }
            // "in May (507)": what the brackets stand behind is about their figure, and they are no aside.
            return mentions.contains { $0.contains { bracket.contains($0.lowerBound) && !$0.overlaps(figure) } }
                || figures.contains { 0...1 ~= bracket.lowerBound - $0.upperBound }
        }
        asides = brackets
        let groups = Dictionary(grouping: figures) { figure in brackets.firstIndex { $0.contains(figure.lowerBound) } }
        for (group, figures) in groups {
            let aside = group.map { brackets[$0] }
            let tokens = aside ?? view.tokens
            let skipped = aside == nil ? brackets : []
            let own = mentions.map { sort in
                sort.filter { mention in
                    tokens.contains(mention.lowerBound) && !skipped.contains { $0.contains(mention.lowerBound) }
                }
            }
            let cut = Cut(view: view, tokens: tokens, figures: figures, mentions: own, skipped: skipped)
            all += cut.clauses(in: aside)
        }
        all.sort { $0.figure.lowerBound < $1.figure.lowerBound }
    }

    private static func brackets(_ view: SentenceView) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: Int?
        for index in view.tokens {
            if view.text.isMark("(", at: index) { open = index }
            if view.text.isMark(")", at: index), let start = open {
                found.append(start..<index + 1)
                open = nil
            }
        }
        return found
    }

    /// The clause of a figure, or of words that stand elsewhere.
    func index(of range: Range<Int>) -> Int? {
        all.firstIndex { $0.figure.overlaps(range) } ?? owner(of: range)
    }

    /// The clause that a mention belongs to.
    func owner(of mention: Range<Int>) -> Int? {
        let aside = asides.first { $0.contains(mention.lowerBound) }
        return all.firstIndex { $0.aside == aside && $0.tokens.contains(mention.lowerBound) }
    }

    /// The clauses that one may go on from, the nearest first.
    func earlier(than index: Int) -> [Int] {
        all.indices.prefix(index).reversed().filter { all[$0].aside == nil || all[$0].aside == all[index].aside }
    }
}

/// The cut of one row of figures.
private struct Cut {
    let view: SentenceView
    let tokens: Range<Int>
    let figures: [Range<Int>]
    let mentions: [[Range<Int>]]
    /// Brackets that are cut for themselves.
    let skipped: [Range<Int>]

    func clauses(in aside: Range<Int>?) -> [Clauses.Clause] {
        let boundaries = boundaries()
        return figures.indices.map { index in
            let start = index == 0 ? tokens.lowerBound : boundaries[index - 1].start
            let end = index == figures.count - 1 ? tokens.upperBound : boundaries[index].start
            return Clauses.Clause(
                figure: figures[index], tokens: start..<max(start, end), aside: aside,
                opening: index == 0 ? nil : boundaries[index - 1].separation)
        }
    }

    private struct Boundary {
        let start: Int
        let separation: Clauses.Separation
        /// The least that the cut up to here costs, and the boundary before by which it does.
        var cost = 0
        var previous: Int?
    }

    /// The boundaries that cost least together.
    private func boundaries() -> [Boundary] {
        var rows: [[Boundary]] = []
        for index in figures.indices.dropLast() {
            var row = candidates(between: figures[index], and: figures[index + 1])
            for place in row.indices {
                var best: (cost: Int, previous: Int?)?
                if let before = rows.last {
                    for previous in before.indices {
                        let cost = before[previous].cost + surplus(before[previous].start..<row[place].start)
                        if cost <= best?.cost ?? .max { best = (cost, previous) }
                    }
                } else {
                    best = (firstSurplus(tokens.lowerBound..<row[place].start), nil)
                }
                row[place].previous = best?.previous
                row[place].cost = (best?.cost ?? 0) + 2 * row[place].separation.rawValue
            }
            rows.append(row)
        }
        guard let final = rows.last else { return [] }
        var place = 0
        var least = Int.max
        for index in final.indices {
            let cost = final[index].cost + surplus(final[index].start..<tokens.upperBound)
            if cost <= least { (least, place) = (cost, index) }
        }
        var chosen: [Boundary] = []
        for row in rows.reversed() {
            chosen.append(row[place])
            place = row[place].previous ?? 0
        }
        return chosen.reversed()
    }

    /// What it costs that a clause has more than one mention of a sort.
    private func surplus(_ range: Range<Int>) -> Int {
        guard !range.isEmpty else { return 0 }
        return mentions.reduce(0) { sum, sort in
            sum + 5 * max(0, sort.count { range.contains($0.lowerBound) } - 1)
        }
    }

    /// The same of the first clause: what it begins with may hold for all.
    private func firstSurplus(_ range: Range<Int>) -> Int {
        guard let figure = figures.first else { return 0 }
        let lead = range.lowerBound..<max(range.lowerBound, figure.lowerBound)
        return mentions.reduce(0) { sum, sort in
            let behind = sort.count { range.contains($0.lowerBound) && !lead.contains($0.lowerBound) }
            return sum + 5 * max(0, behind - 1)
                + (behind > 0 && sort.contains { lead.contains($0.lowerBound) } ? 2 : 0)
        }
    }

    /// Where a boundary may stand between two figures.
    private func candidates(between one: Range<Int>, and other: Range<Int>) -> [Boundary] {
        let (start, end) = (one.upperBound, max(one.upperBound, other.lowerBound))
        var found: [Boundary] = []
        for index in start...end where !skipped.contains(where: { $0.dropFirst().contains(index) }) {
            let isInside = mentions.contains { $0.contains { $0.dropFirst().contains(index) } }
            let isClosed = (index + 1..<max(index + 1, end)).contains { view.text.isMark(",", at: $0) }
            // "October's 267"
            let isAttached = index == end && view.text.tokens[index - 1].is("'s")
            if let separation = separation(at: index, behind: one) ?? (index == end ? .figure : nil), !isInside,
                !isAttached,
                !(separation == .relative && isClosed)
            {
                found.append(Boundary(start: index, separation: separation))
            }
        }
        return found.isEmpty ? [Boundary(start: end, separation: .figure)] : found
    }

    private func separation(at index: Int, behind one: Range<Int>) -> Clauses.Separation? {
        let text = view.text
        func has(_ cue: Cue, _ index: Int) -> Bool { text.tag(cue, at: index) != nil }
        if text.isMark(";", at: index) { return .semicolon }
        if has(.clause, index) { return .conjunction }
        if text.isMark(",", at: index) {
            if has(.clause, index + 1) { return .conjunction }
            if has(.relative, index + 1) { return .relative }
            return has(.and, index + 1) ? .commaAnd : .comma
        }
        if has(.and, index) { return .and }
        // "the Group reports: 61 in December", not "Donetsk region: 5"
        if text.isMark(":", at: index), !mentions.contains(where: { $0.contains { $0.upperBound == index } }) {
            let isOwn = figures.contains { $0.lowerBound == index + 1 }
            return isOwn && !view.credits.contains { one.upperBound..<index ~= $0.tokens.lowerBound } ? .comma : .colon
        }
        if text.isMark(":", at: index) || text.isMark("-", at: index) && !text.tokens[index].isGlued { return .mark }
        if has(.than, index) || has(.from, index) || has(.rangeTo, index) { return .comparison }
        if [Cue.at, .over, .since, .accordingTo, .asOf].contains(where: { has($0, index) }) { return .preposition }
        if mentions.contains(where: { $0.contains { $0.lowerBound == index } }) { return .mention }
        return nil
    }
}
