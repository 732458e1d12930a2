import Territory

// What all statements have: who, and whose word.
extension StatementReader {
    /// Who does what a verb says.
    func actor(for statement: Statement, _ verb: Verb?, _ tag: Tag?) -> String? {
        // "им осталось взять 6 тысяч": in an oblique case a pronoun names who has it left to take.
        if verb == .remain, text.lexicon.hasFreeOrder { return names.opponent }
        let place = tag?.tokens ?? statement.span
        if let side = pronounSide(at: place, for: statement.span, verb) { return side }
        let named = namedSide(at: place, for: statement.span, verb)
        switch verb {
        case .liberate: return liberator(named, tag, credit(for: statement.span)?.side)
        case .occupy, .occupied:
            // "0.2% of the region as not occupied"
            let isNot = tag.map { text.tag(.not, at: $0.tokens.lowerBound - 1) != nil } ?? false
            return isNot && statement.kind == .share ? names.opponent : names.holder
        case .remain: return names.opponent
        case .changeHands: return nil
        default: break
        }
        if let named { return named.value }
        if statement.kind == .pace { return hasPronoun ? state.actor : nil }
        if statement.kind != .lost, statement.kind != .net, !view.cues(.occupy).isEmpty { return names.holder }
        // "272 sq km lost since November": where nobody is named, by those who are invaded.
        if statement.kind == .lost, view.actors.isEmpty, !hasPronoun, view.cues(.gain).isEmpty { return names.opponent }
        // "Half of Kupiansk is taken, the General Staff admits": whoever says so, a part is taken by the invader.
        if state.actor == nil, statement.kind == .share, verb == .gain { return names.holder }
        return state.actor ?? credit(for: statement.span)?.side
    }

    /// The side that a pronoun stands for: of "we" the speaker's, of "they" the one that was spoken of.
    private func pronounSide(at place: Range<Int>, for span: Range<Int>, _ verb: Verb?) -> String? {
        func isNear(_ tag: Tag) -> Bool {
            tag.tokens.lowerBound < place.upperBound && view.cost(tag.tokens, place) <= 5
        }
        if verb != .occupied, let we = view.cues(.we).last(where: isNear),
            we.tokens.upperBound >= place.lowerBound
                || !(we.tokens.upperBound..<place.lowerBound).contains(where: { text.tokens[$0].kind == .mark })
        {
            return credit(for: span)?.side ?? names.opponent
        }
        // "in his words" is who speaks.
        let pronouns = view.cues(.they).filter { they in
            !view.cues(.heSays).contains { $0.tokens.overlaps(they.tokens) }
        }
        guard verb != .liberate, namedBefore(place, for: span, verb) == nil,
            let they = pronouns.last(where: isNear)
        else { return nil }
        return view.actors.last { $0.tokens.upperBound <= they.tokens.lowerBound }?.value ?? state.actor
    }

    /// The side that is named as who does it: in the clause before or behind the verb, else before it in another.
    private func namedSide(at place: Range<Int>, for span: Range<Int>, _ verb: Verb?) -> Tag? {
        // "131 sq km regained by Kyiv"
        view.actors.first {
            $0.tokens.lowerBound == place.upperBound + 1 && text.tag(.growBy, at: place.upperBound) != nil
        }
            ?? namedBefore(place, for: span, verb)
            // "two patches, 0.2% of the region, are held by Ukraine"
            ?? (verb == .hold
                ? view.actors.first {
                    $0.tokens.lowerBound > span.upperBound && text.tag(.growBy, at: $0.tokens.lowerBound - 1) != nil
                } : nil)
            ?? inClause(sides(verb, place).filter { $0.tokens.lowerBound >= place.upperBound }, of: span, at: \.tokens)
    }

    private func namedBefore(_ place: Range<Int>, for span: Range<Int>, _ verb: Verb?) -> Tag? {
        let before = sides(verb, place).filter { $0.tokens.lowerBound < place.upperBound }
        return inClause(before, of: span, at: \.tokens) ?? before.last { view.cost($0.tokens, place) <= 22 }
    }

    /// The sides that may do what a verb says: "drove the Russians from 45 sq km" names who is driven in its phrase.
    private func sides(_ verb: Verb?, _ place: Range<Int>) -> [Tag] {
        view.actors.filter { side in
            let isDriven =
                verb == .liberate
                && (side.tokens.overlaps(place) || view.cues(.liberate).contains { $0.tokens.overlaps(side.tokens) })
            return !isDriven && !isToldOfPlace(side.tokens)
        }
    }

    /// Who takes land back: the one named right before, else the one that speaks, else the one who was invaded.
    private func liberator(_ named: Tag?, _ tag: Tag?, _ speaker: String?) -> String? {
        guard let named else { return speaker ?? names.opponent }
        if let tag, named.tokens.lowerBound < tag.tokens.upperBound {
            // "the Russians have been thrown out of 400 sq km": by the other side.
            let last = tag.tokens.upperBound - 1
            let namesOther = tag.tokens.contains { text.tag(.actor, at: $0) != nil }
            if tag.tokens.count > 1, !namesOther, text.tag(.from, at: last) != nil || text.tokens[last].is("of") {
                return named.value == names.holder ? names.opponent : names.holder
            }
            if view.cost(named.tokens, tag.tokens) <= 1 { return named.value }
        }
        if let speaker, speaker == names.holder || named.value == names.holder { return speaker }
        return named.value
    }

    var hasPronoun: Bool { !view.cues(.they).isEmpty }

    /// The credit of a statement: that of its sentence, else the one before.
    func credit(for range: Range<Int>) -> Credit? {
        own(.credit, view.credits, of: range, at: \.tokens) ?? quoted(range) ?? state.credit
    }

    /// Who says what stands in quotation marks in a sentence that credits nobody: the person named last.
    func quoted(_ range: Range<Int>) -> Credit? {
        guard let person = state.person else { return nil }
        let open = view.tokens.clamped(to: view.tokens.lowerBound..<max(range.lowerBound, view.tokens.lowerBound))
            .last { ["«", "“", "„", "»", "”"].contains(text.tokens[$0].text) }
        guard let open, ["«", "“", "„"].contains(text.tokens[open].text) else { return nil }
        return Credit(tokens: open..<open + 1, name: person, side: names.sides[person])
    }

    /// Gives a statement what it does not say itself: its region, its side, its credit, and whether it is denied.
    func finish(_ statement: inout Statement) {
        if statement.region.isEmpty { statement.region = regionSpokenOf(statement) ?? names.whole ?? "" }
        if [.share, .changeShare].contains(statement.kind), statement.whole == nil {
            statement.whole = statement.region
        }
        // Abroad the invader holds nothing.
        if statement.kind == .held, names.abroad.contains(statement.region),
            !view.actors.contains(where: { $0.value == names.holder })
        {
            statement.actor = names.opponent
        }
        if statement.actor == nil, !statement.isActorless, ![.distance, .frontLength].contains(statement.kind) {
            statement.actor = names.holder
        }
        let credit =
            own(.credit, view.credits, of: statement.span, at: \.tokens) ?? personSpokenOf ?? quoted(statement.span)
        statement.isCredited = credit != nil
        statement.source = credit != nil ? credit?.name : state.credit?.name
        if let credit { statement.readFrom["source"] = credit.tokens }
        switch statement.kind {
        case .reached, .entered, .comparison, .rank: break
        case .distance: statement.isNegated = isDeniedBefore(statement.span)
        default: statement.isNegated = isDenied(figure: statement.span)
        }
        if let actor = view.actors.last(where: { $0.value == statement.actor }) {
            statement.readFrom["actor"] = actor.tokens
        }
        statement.paragraph = view.sentence.paragraph
        statement.isBareLine = view.sentence.isBareLine
    }

    /// "he said": the person that was named.
    private var personSpokenOf: Credit? {
        guard let said = view.cues(.heSays).first, let person = state.person else { return nil }
        return Credit(tokens: said.tokens, name: person, side: names.sides[person])
    }

    /// The region that a statement goes on about.
    private func regionSpokenOf(_ statement: Statement) -> String? {
        // "It is their biggest advance since December"
        if statement.kind == .rank, hasPronoun, view.regions.isEmpty, view.amounts.isEmpty { return state.claimRegion }
        return stockRegionSpokenOf(statement) ?? topic(of: statement)
    }

    /// The region that the paragraph is about.
    private func topic(of statement: Statement) -> String? {
        guard [.held, .gained, .lost, .net, .comparison].contains(statement.kind),
            state.paragraph == view.sentence.paragraph, !view.regions.contains(where: \.isWhole)
        else { return nil }
        return state.topic
    }

    private func stockRegionSpokenOf(_ statement: Statement) -> String? {
        guard [.held, .distance].contains(statement.kind) else { return nil }
        let hasPronoun = view.cues(.they).contains { $0.tokens.lowerBound < statement.span.upperBound }
        let isDated = view.times.contains { $0.kind == .moment }
        if state.kind == statement.kind || state.kind == .share, let region = state.claimRegion,
            hasPronoun || statement.kind == .held && isDated && state.isHeldRegionLast
        {
            return region
        }
        // Nobody holds a small area of a whole country: it is held where the passage is.
        guard statement.kind == .held, let amount = statement.amount, let unit = amount.unit,
            amount.low.value * unit.inBaseUnit < 20_000, !view.regions.contains(where: \.isWhole)
        else { return nil }
        return state.region
    }

    /// Whether a figure is denied, or the verb right before it.
    private func isDenied(figure span: Range<Int>) -> Bool {
        let verbs = [Cue.hold, .gain, .occupy, .liberate, .lose].flatMap { view.cues($0) }.filter {
            view.cost($0.tokens, span) <= 5 && $0.tokens.upperBound <= span.lowerBound
        }
        if verbs.contains(where: { text.tag(.not, at: $0.tokens.lowerBound - 1) != nil }) { return true }
        return view.cues(.deny).contains {
            $0.tokens.lowerBound >= span.lowerBound && view.cost($0.tokens, span) <= 9 && !isInside($0)
        } || isDeniedBefore(span)
    }

    /// Whether a figure is denied by words before it: "it is not true that they stand 10 km from Sumy".
    private func isDeniedBefore(_ span: Range<Int>) -> Bool {
        // "відкинули ворога" throws back nobody's words.
        view.cues(.deny).filter { !isInside($0) }.contains { deny in
            guard deny.tokens.lowerBound < span.lowerBound else { return false }
            let between = deny.tokens.upperBound..<max(deny.tokens.upperBound, span.lowerBound)
            // "denies this and claims 12 sq km", "denies this: it took 12 sq km"
            let isSaidInstead = between.contains { index in
                text.isMark(":", at: index)
                    || text.tag(.said, at: index) != nil && text.tag(.deny, at: index) == nil
                        && text.tag(.and, at: index - 1) != nil
            }
            return !isSaidInstead && view.cost(deny.tokens, span) <= 16
        }
    }
}
