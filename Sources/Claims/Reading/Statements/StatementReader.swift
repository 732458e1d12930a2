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
        }.map { figure in
            // "nine tenths of the 461 sq km" are one.
            areaDivided(by: figure).map { figure.tokens.lowerBound..<$0.tokens.upperBound } ?? figure.tokens
        }
        let relations = [Cue.multiple, .part, .most, .least].flatMap { view.cues($0) }.map(\.tokens).filter {
            relation in
            !figures.contains { $0.overlaps(relation) }
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
            // "in Dnipropetrovsk and Zaporizhzhia regions, 20 sq km more": the figure's regions, joined.
            if statement.region.isEmpty || beside.region.hasSuffix("+" + statement.region) {
                statement.region = beside.region
            }
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
            // "44% less than in August, although the assaults grew": of another clause.
            let isOther = (view.cues(.otherTopic) + view.cues(.exclude)).contains { other in
                let start = min(other.tokens.upperBound, statement.span.upperBound)
                let end = max(start, other.tokens.lowerBound, statement.span.lowerBound)
                return !(start..<end).contains { text.tag(.clause, at: $0) != nil }
            }
            if statement.kind == .rank, isOfPeriod { return statement.actor == nil ? withActor(statement) : statement }
            guard about && !isOther || statement.against != nil && state.kind != nil && !isOther else { return nil }
            if statement.kind == .comparison {
                guard statement.against != nil else { return nil }
                // "Eight times less than in June": of what was just said of a region.
                if statement.region.isEmpty, view.regions.isEmpty, state.kind != nil, state.kind == state.areaKind {
                    statement.region = state.claimRegion ?? ""
                }
            }
        }
        return withActor(statement)
    }

    private func withActor(_ statement: Statement) -> Statement {
        var statement = statement
        if statement.actor == nil { statement.actor = view.cues(.occupy).isEmpty ? state.actor : names.holder }
        return statement
    }
}
