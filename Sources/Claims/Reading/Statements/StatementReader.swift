import Territory

/// Reads the claims of one sentence.
struct StatementReader {
    let view: SentenceView
    let state: PassageState
    let published: CalendarDay
    let names: NameBook

    var text: TaggedText { view.text }

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
