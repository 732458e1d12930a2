import Territory

/// Reads the claims of one sentence.
struct StatementReader {
    let view: SentenceView
    let state: PassageState
    let published: CalendarDay
    let names: NameBook
    /// What is about which figure.
    private(set) var clauses = Clauses()

    init(view: SentenceView, state: PassageState, published: CalendarDay, names: NameBook) {
        self.view = view
        self.state = state
        self.published = published
        self.names = names
        if view.amounts.count > 1 { clauses = cut() }
    }

    var text: TaggedText { view.text }

    /// Cuts the sentence at its figures and relations; numbers that count something else are none.
    private func cut() -> Clauses {
        let figures = view.amounts.filter { figure in
            figure.unit != nil || !isFollowedByNoun(figure) || text.tag(.times, at: figure.tokens.upperBound) != nil
        }.map(\.tokens)
        let relations = [Cue.multiple, .part, .most, .least].flatMap { view.cues($0) }.map(\.tokens).filter { relation in
            !view.amounts.contains { $0.tokens.overlaps(relation) }
        }
        guard figures.count > 1 || !figures.isEmpty && !relations.isEmpty else { return Clauses() }
        var heads: [Range<Int>] = []
        for head in (figures + relations).sorted(by: { $0.lowerBound < $1.lowerBound })
        where head.lowerBound >= heads.last?.upperBound ?? 0 { heads.append(head) }
        let times = view.times.filter {
            !isSpeech($0) && !isOfRank($0) && !isComparedTime($0) && !($0.isSince && isReach($0))
                && $0.span.from <= published
        }
        let verbs = [Cue.gain, .liberate, .occupy, .lose, .hold].flatMap { view.cues($0) }.filter { !isInside($0) }
        return Clauses(
            view, figures: heads,
            mentions: [
                times.map(\.tokens), places.map(\.tokens), view.credits.map(\.tokens), view.actors.map(\.tokens),
                verbs.map(\.tokens).sorted { $0.lowerBound < $1.lowerBound },
            ])
    }

    /// Whether a clause is about a relation, which says something of the figure before it.
    private func isRelation(_ range: Range<Int>) -> Bool {
        let end = range.upperBound
        return [Cue.multiple, .part, .most, .least].contains { cue in range.contains { text.tag(cue, at: $0) != nil } }
            || [Cue.times, .more, .less].contains { text.tag($0, at: end) != nil }
    }

    /// The item that is a figure's: the nearest in its clause, else a borrowed one.
    func own<Item>(_ items: [Item], of range: Range<Int>, isStock: Bool = false, at place: (Item) -> Range<Int>) -> Item? {
        inClause(items, of: range, at: place) ?? borrowed(items, by: range, isStock: isStock, at: place)
    }

    /// The nearest item of a figure's clause.
    func inClause<Item>(_ items: [Item], of range: Range<Int>, at place: (Item) -> Range<Int>) -> Item? {
        let index = clauses.index(of: range)
        let inside = index == nil ? items : items.filter { clauses.owner(of: place($0)) == index }
        return view.nearest(inside, to: range, at: place)?.item
    }

    /// What a figure takes from other clauses: what those that it goes on from begin with, or end with; else what those behind
    /// that share with it end with.
    func borrowed<Item>(_ items: [Item], by range: Range<Int>, isStock: Bool = false, isPlace: Bool = false, at place: (Item) -> Range<Int>) -> Item? {
        guard let index = clauses.index(of: range) else { return nil }
        func nearest(in clause: Int, _ part: Range<Int>) -> Item? {
            let inside = items.filter { part.contains(place($0).lowerBound) && clauses.owner(of: place($0)) == clause }
            return view.nearest(inside, to: range, at: place)?.item
        }
        let isOther = isStock || clauses.all[index].opening == .comparison
        for earlier in clauses.earlier(than: index) {
            let clause = clauses.all[earlier]
            if isPlace {
                if let place = nearest(in: earlier, clause.tokens) { return place }
            } else if let lead = nearest(in: earlier, clause.lead) {
                return lead
            } else if !isOther, let tail = nearest(in: earlier, clause.tail) {
                return tail
            }
        }
        for later in clauses.all.indices.dropFirst(index + 1) {
            let clause = clauses.all[later]
            let isSame = !isPlace || isPercent(clause) == isPercent(clauses.all[index])
            guard clause.aside == clauses.all[index].aside,
                isShared(with: clause, isNarrow: isStock || isPlace, isPlace: isPlace) && isSame || isApposed(later)
            else { return nil }
            if let lead = nearest(in: later, clause.lead) { return isRelation(clause.figure) ? lead : nil }
            if let tail = nearest(in: later, clause.tail) { return tail }
        }
        return nil
    }

    /// Whether what a clause ends with may be that of the clause before it too.
    private func isShared(with clause: Clauses.Clause, isNarrow: Bool, isPlace: Bool) -> Bool {
        switch clause.opening {
        case .commaAnd, .comma: !isNarrow
        case .and, .figure, .preposition, .mention: true
        case .comparison: isPlace
        default: false
        }
    }

    private func isPercent(_ clause: Clauses.Clause) -> Bool {
        view.amounts.contains { $0.tokens == clause.figure && ($0.unit == .percent || $0.isFraction) }
    }

    /// Whether a figure says the same as the one before it in another measure: "a third of Vovchansk, some 800 hectares".
    private func isApposed(_ index: Int) -> Bool {
        let (clause, before) = (clauses.all[index], clauses.all[index - 1])
        guard isPercent(clause) != isPercent(before) else { return false }
        let isFraction = view.amounts.contains { $0.tokens == clause.figure && $0.isFraction }
        return !isFraction && 1...3 ~= clause.lead.count
            && clause.lead.allSatisfy { text.isMark(",", at: $0) || text.tag(.also, at: $0) != nil || text.tag(.filler, at: $0) != nil }
    }

    /// The claims of the sentence in the order of their places, and the figures that were seen and are none.
    func read() -> (statements: [Statement], unread: [Amount]) {
        guard !view.sentence.isQuestion else { return ([], view.amounts.filter(\.isArea)) }
        var statements: [Statement] = []
        var used: Set<Int> = []
        let compared = comparisons(&used)
        statements += figures(&used)
        let figures = statements
        statements += (compared + ranks()).compactMap { completed($0, among: figures) }
        statements += arrivals()
        // A distance is to a place, and nothing to the country.
        statements.removeAll { $0.kind == .distance && $0.region.isEmpty }
        statements.sort { $0.span.lowerBound < $1.span.lowerBound }
        for index in statements.indices { finish(&statements[index]) }
        let unread = view.amounts.indices.filter { !used.contains($0) && view.amounts[$0].isArea }.map {
            view.amounts[$0]
        }
        return (statements, unread)
    }

    /// A comparison or a rank with what the figure beside it has; none where nothing speaks of territory.
    func completed(_ statement: Statement, among figures: [Statement]) -> Statement? {
        var statement = statement
        let beside = view.nearest(figures, to: statement.span, at: \.span)?.item
        if let beside {
            if statement.actor == nil || beside.actor != nil && view.actors.isEmpty { statement.actor = beside.actor }
            if statement.region.isEmpty { statement.region = beside.region }
            if statement.time == nil {
                switch beside.time {
                case .window(let window) where window.from == statement.against?.from: break
                case .asOf where statement.kind == .comparison && beside.kind != .pace: break
                default: statement.time = beside.time
                }
            }
        } else {
            let about = [Cue.gain, .gains, .territory, .pace, .occupy, .lose, .liberate, .they, .grow, .shrink].contains
            { !view.cues($0).isEmpty }
            let isOther = !view.cues(.otherTopic).isEmpty || !view.cues(.exclude).isEmpty
            guard about && !isOther || statement.against != nil && state.kind != nil && !isOther else { return nil }
            if statement.kind == .comparison, statement.against == nil { return nil }
        }
        if statement.actor == nil { statement.actor = view.cues(.occupy).isEmpty ? state.actor : names.holder }
        return statement
    }
}
