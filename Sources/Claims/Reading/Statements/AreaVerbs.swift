// The verb or noun that says what was done with an area.
extension StatementReader {
    enum Verb: CaseIterable {
        case gain, liberate, occupy, occupied, lose, hold, remain, net, grow, shrink, changeHands

        var cue: Cue {
            switch self {
            case .gain: .gain
            case .liberate: .liberate
            case .occupy: .occupy
            case .occupied: .occupied
            case .lose: .lose
            case .hold: .hold
            case .remain: .remain
            case .net: .net
            case .grow: .grow
            case .shrink: .shrink
            case .changeHands: .changeHands
            }
        }
    }

    /// A verb or noun that says what was done with an area, and how far it lies from the figure.
    struct FoundVerb {
        let verb: Verb
        let tag: Tag
        let cost: Int

        /// Whether land is taken, by whomever.
        var isTaking: Bool { [.gain, .liberate, .lose, .occupy].contains(verb) }
    }

    /// The verb or noun that says what was done with an area: the nearest of its clause, else of one that it goes on
    /// from, else of one behind.
    func verb(for amount: Amount) -> FoundVerb? {
        let possession = possession(of: amount).map { [$0] } ?? []
        let found =
            possession
            + Verb.allCases.flatMap { verb in
                view.cues(verb.cue).filter {
                    !$0.tokens.overlaps(amount.number) && !isInside($0) && !isToldOfPlace($0.tokens)
                }
                .map { FoundVerb(verb: verb, tag: $0, cost: cost(of: verb, $0, for: amount)) }
            }
        let index = clauses.index(of: amount.tokens)
        func nearest(_ clause: Int?) -> FoundVerb? {
            found.filter { clause == nil || clauses.owner(of: $0.tag.tokens) == clause }.min { $0.cost < $1.cost }
        }
        guard let index else { return nearest(nil) }
        let later = clauses.all.indices.dropFirst(index + 1).prefix { clauses.all[$0].opening?.isWeak ?? true }
        let order = [index] + clauses.earlier(than: index) + later
        return order.lazy.compactMap(nearest).first
    }

    /// How far a verb lies from a figure, and more where it is told so that it seldom says what the figure is.
    private func cost(of verb: Verb, _ tag: Tag, for amount: Amount) -> Int {
        let isBehind = tag.tokens.lowerBound >= amount.tokens.upperBound
        var cost = view.cost(tag.tokens, amount.tokens) + (isBehind ? 3 : 0)
        if isBehind, isRelativeClause(amount.tokens.upperBound..<tag.tokens.lowerBound) { cost = 0 }
        if verb == .net || verb == .remain { cost -= 3 }
        if verb == .grow || verb == .shrink {
            // "expanded their bridgehead by 4 sq km"
            switch growth(before: amount) {
            case .by: cost -= isBehind ? 0 : 3
            case .to: break
            case nil: cost += isBehind || cost > 2 ? 14 : 2
            }
        }
        return cost
    }

    /// "it has 46,570", "у противника 520".
    private func possession(of amount: Amount) -> FoundVerb? {
        for tag in view.cues(.has) where tag.tokens.upperBound <= amount.tokens.lowerBound {
            let owner = text.tag(.actor, at: tag.tokens.upperBound)
            // "DeepState, too, has 445": it counts so many.
            if view.credits.contains(where: {
                0...3 ~= tag.tokens.lowerBound - $0.tokens.upperBound && names.isPublisher($0.name)
            }) {
                return nil
            }
            // "has 34 sq km won back", "counted 83 at the enemy's": another verb says what was done.
            let taking: [Cue] = [.gain, .liberate, .lose, .occupy]
            if taking.contains(where: { text.tag($0, at: amount.tokens.upperBound) != nil })
                // "won back from the Russians", which Slavic languages tell by the same word as "the Russians have".
                || owner != nil && taking.contains(where: { text.tag($0, at: tag.tokens.lowerBound - 1) != nil })
                || owner != nil
                    && (tag.tokens.lowerBound - 1..<amount.tokens.lowerBound).contains(where: {
                        text.tag(.said, at: $0) != nil && !text.isWeakSaying($0)
                    })
            {
                return nil
            }
            let cost = view.cost(owner?.tokens ?? tag.tokens, amount.tokens)
            guard owner == nil ? cost == 0 && !isPrepositional(tag) : cost <= 4 else { continue }
            return FoundVerb(verb: .hold, tag: Tag(cue: .hold, value: "", tokens: tag.tokens), cost: cost)
        }
        return nil
    }

    /// Whether a stretch leads to the verb of a clause about the figure before it: "the 61 sq km that Russia lost",
    /// "the 88 it seized".
    private func isRelativeClause(_ range: Range<Int>) -> Bool {
        !range.isEmpty && range.count <= 5
            && range.contains { text.tag(.relative, at: $0) != nil || text.tag(.they, at: $0) != nil || isActor($0) }
            && range.allSatisfy {
                [.relative, .they, .has, .there].contains { [index = $0] cue in text.tag(cue, at: index) != nil }
                    || isActor($0)
                    || text.isMark(",", at: $0) && text.tag(.relative, at: $0 + 1) != nil
            }
    }

    private func isActor(_ index: Int) -> Bool { view.actors.contains { $0.tokens.contains(index) } }

    private func isPrepositional(_ tag: Tag) -> Bool { text.tag(.at, at: tag.tokens.lowerBound) != nil }

    /// Whether a word is part of a longer phrase that means something else: "control" of "restored control".
    func isInside(_ tag: Tag) -> Bool {
        [Cue.liberate, .lose, .gain, .remain, .occupy, .occupied].contains { cue in
            cue != tag.cue
                && view.cues(cue).contains {
                    $0.tokens.count > tag.tokens.count && $0.tokens.lowerBound <= tag.tokens.lowerBound
                        && $0.tokens.upperBound >= tag.tokens.upperBound
                }
        }
    }

    enum Growth { case to, by }

    /// Whether "to" or "by" stands before a figure.
    func growth(before amount: Amount) -> Growth? {
        let first = amount.tokens.lowerBound
        for index in [first - 1, first - 2, first, first - 3] where index >= view.tokens.lowerBound {
            if index < first - 1,
                !(index + 1..<first).allSatisfy({ text.tag(.filler, at: $0) != nil || text.tag(.hedge, at: $0) != nil })
            {
                continue
            }
            if let tag = text.tag(.growTo, at: index), tag.tokens.upperBound <= amount.number.lowerBound { return .to }
            if let tag = text.tag(.growBy, at: index), tag.tokens.upperBound <= amount.number.lowerBound { return .by }
        }
        return nil
    }
}
