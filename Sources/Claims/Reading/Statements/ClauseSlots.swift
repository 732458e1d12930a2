// What a figure takes from which clause.
extension StatementReader {
    /// What a clause has one of.
    enum Slot { case window, day, place, credit }

    /// The item that is a figure's: the nearest in its clause, else a borrowed one.
    func own<Item>(_ slot: Slot, _ items: [Item], of range: Range<Int>, at place: (Item) -> Range<Int>) -> Item? {
        inClause(items, of: range, at: place) ?? borrowed(slot, items, by: range, at: place)
    }

    /// The nearest item of a figure's clause.
    func inClause<Item>(_ items: [Item], of range: Range<Int>, at place: (Item) -> Range<Int>) -> Item? {
        let index = clauses.index(of: range)
        let inside = index == nil ? items : items.filter { clauses.owner(of: place($0)) == index }
        return view.nearest(inside, to: range, at: place)?.item
    }

    /// What a figure takes from other clauses: what those that it goes on from begin with, or end with; else what
    /// those behind that share with it end with.
    func borrowed<Item>(_ slot: Slot, _ items: [Item], by range: Range<Int>, at place: (Item) -> Range<Int>) -> Item? {
        guard let index = clauses.index(of: range) else { return nil }
        func nearest(in clause: Int, _ part: Range<Int>) -> Item? {
            let inside = items.filter { part.contains(place($0).lowerBound) && clauses.owner(of: place($0)) == clause }
            return view.nearest(inside, to: range, at: place)?.item
        }
        let own = clauses.all[index]
        for earlier in clauses.earlier(than: index) {
            let clause = clauses.all[earlier]
            // A time behind a figure is that figure's alone, where it is a day or another's is told "from" or "to".
            let hasTails = slot == .window && own.opening != .comparison
            switch slot {
            case .place, .credit: if let found = nearest(in: earlier, clause.tokens) { return found }
            case .window, .day:
                if let lead = nearest(in: earlier, clause.lead) { return lead }
                // "1,300 at the end of September, has shrunk to 78"
                let isLedTo = slot == .day && isGrownTo(own.figure)
                if hasTails, !isLedTo, let tail = nearest(in: earlier, clause.tail) { return tail }
            }
        }
        for later in clauses.all.indices.dropFirst(index + 1) {
            let clause = clauses.all[later]
            guard clause.aside == own.aside, isShared(slot, by: own, and: clause) || isApposed(later) else {
                return nil
            }
            if let lead = nearest(in: later, clause.lead) { return isRelation(clause.figure) ? lead : nil }
            if let tail = nearest(in: later, clause.tail) { return tail }
        }
        return nil
    }

    /// Whether what a clause ends with may be that of one before it too.
    private func isShared(_ slot: Slot, by own: Clauses.Clause, and clause: Clauses.Clause) -> Bool {
        if slot == .credit { return true }
        return switch clause.opening {
        // "were 72.4, 74.9 and 79.6 percent occupied on Saturday"
        case .commaAnd, .comma:
            slot == .window
                || slot == .day && clause.figure.lowerBound - own.figure.upperBound <= 2 && !isRelation(clause.figure)
        case .and, .figure, .preposition, .mention: slot != .place || isPercent(clause) == isPercent(own)
        case .comparison: slot == .place
        default: false
        }
    }

    private func isPercent(_ clause: Clauses.Clause) -> Bool {
        view.amounts.contains { $0.tokens.overlaps(clause.figure) && ($0.unit == .percent || $0.isFraction) }
    }

    /// Whether a figure says the same as the one before it in another measure: "a third of Vovchansk, some 800
    /// hectares".
    func isApposed(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let (clause, before) = (clauses.all[index], clauses.all[index - 1])
        guard isPercent(before), !isPercent(clause) else { return false }
        return 1...3 ~= clause.lead.count
            && clause.lead.allSatisfy {
                text.isMark(",", at: $0) || text.tag(.also, at: $0) != nil || text.tag(.filler, at: $0) != nil
            }
    }

    /// Whether "to" behind a verb of change leads to a figure.
    func isGrownTo(_ figure: Range<Int>) -> Bool {
        view.amounts.first { $0.tokens.overlaps(figure) }.map { growth(before: $0) == .to } ?? false
            && (view.cues(.grow) + view.cues(.shrink)).contains {
                $0.tokens.upperBound <= figure.lowerBound && view.cost($0.tokens, figure) <= 3
            }
    }

    /// Whether a clause is about a relation, which says something of the figure before it.
    private func isRelation(_ range: Range<Int>) -> Bool {
        let end = range.upperBound
        return [Cue.multiple, .part, .most, .least].contains { cue in range.contains { text.tag(cue, at: $0) != nil } }
            || [Cue.times, .more, .less].contains { text.tag($0, at: end) != nil }
    }
}
