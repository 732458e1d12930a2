import Territory

// What all statements have: who, and whose word.
extension StatementReader {
    /// Who does what a verb says.
    func actor(for statement: Statement, _ verb: Verb?, _ tag: Tag?) -> String? {
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
        return state.actor ?? credit(for: statement.span)?.side
    }

    /// The side that a pronoun stands for: of "we" the speaker's, of "they" the one that was spoken of.
    private func pronounSide(at place: Range<Int>, for span: Range<Int>, _ verb: Verb?) -> String? {
        func isNear(_ tag: Tag) -> Bool { tag.tokens.lowerBound < place.upperBound && view.cost(tag.tokens, place) <= 5 }
        if verb != .occupied, let we = view.cues(.we).last(where: isNear),
            we.tokens.upperBound >= place.lowerBound
                || !(we.tokens.upperBound..<place.lowerBound).contains(where: { text.tokens[$0].kind == .mark })
        {
            return credit(for: span)?.side ?? names.opponent
        }
        guard verb != .liberate, namedBefore(place, for: span, verb) == nil, let they = view.cues(.they).last(where: isNear)
        else { return nil }
        return view.actors.last { $0.tokens.upperBound <= they.tokens.lowerBound }?.value ?? state.actor
    }

    /// The side that is named as who does it: in the clause before or behind the verb, else before it in another.
    private func namedSide(at place: Range<Int>, for span: Range<Int>, _ verb: Verb?) -> Tag? {
        namedBefore(place, for: span, verb)
            ?? inClause(sides(verb, place).filter { $0.tokens.lowerBound >= place.upperBound }, of: span, at: \.tokens)
    }

    private func namedBefore(_ place: Range<Int>, for span: Range<Int>, _ verb: Verb?) -> Tag? {
        let before = sides(verb, place).filter { $0.tokens.lowerBound < place.upperBound }
        return inClause(before, of: span, at: \.tokens) ?? before.last { view.cost($0.tokens, place) <= 22 }
    }

    /// The sides that may do what a verb says: "drove the Russians from 45 sq km" names who is driven in its phrase.
    private func sides(_ verb: Verb?, _ place: Range<Int>) -> [Tag] {
        verb == .liberate ? view.actors.filter { !$0.tokens.overlaps(place) } : view.actors
    }

    /// Who takes land back: the one named right before, else the one that speaks, else the one who was invaded.
    private func liberator(_ named: Tag?, _ tag: Tag?, _ speaker: String?) -> String? {
        guard let named else { return speaker ?? names.opponent }
        if let tag, named.tokens.lowerBound < tag.tokens.upperBound {
            // "the Russians have been thrown out of 400 sq km": by the other side.
            let last = tag.tokens.upperBound - 1
            if tag.tokens.count > 1, text.tag(.from, at: last) != nil || text.tokens[last].is("of") {
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

    /// Whether a verb of saying stands behind a denial: "denies this and claims 12 sq km".
    private func isSaid(between deny: Range<Int>, and span: Range<Int>) -> Bool {
        (deny.upperBound..<max(deny.upperBound, span.lowerBound)).contains {
            text.tag(.said, at: $0) != nil && text.tag(.deny, at: $0) == nil && text.tag(.and, at: $0 - 1) != nil
        }
    }

    /// Whether a colon stands behind a denial: what follows is said instead.
    private func isColon(between deny: Range<Int>, and span: Range<Int>) -> Bool {
        (deny.upperBound..<max(deny.upperBound, span.lowerBound)).contains { text.isMark(":", at: $0) }
    }

    func finish(_ statement: inout Statement) {
        if statement.region.isEmpty, statement.kind == .held || statement.kind == .distance,
            state.kind == statement.kind || state.kind == .share,
            let region = state.claimRegion,
            view.cues(.they).contains(where: { $0.tokens.lowerBound < statement.span.upperBound })
                || statement.kind == .held && view.times.contains(where: { $0.kind == .moment })
                    && state.isHeldRegionLast
        {
            statement.region = region
        }
        // Nobody holds a small area of a whole country: it is held where the passage is.
        if statement.region.isEmpty, statement.kind == .held, let amount = statement.amount, let unit = amount.unit,
            amount.low.value * unit.inBaseUnit < 20_000, !view.regions.contains(where: \.isWhole),
            let region = state.region
        {
            statement.region = region
        }
        if statement.region.isEmpty, [.held, .gained, .lost, .net, .comparison].contains(statement.kind),
            let topic = state.topic,
            state.paragraph == view.sentence.paragraph, !view.regions.contains(where: \.isWhole)
        {
            statement.region = topic
        }
        if statement.region.isEmpty { statement.region = names.whole ?? "" }
        if statement.kind == .held, names.abroad.contains(statement.region), view.actors.isEmpty,
            statement.actor == nil || statement.actor == names.holder
        {
            statement.actor = names.opponent
        }
        if statement.kind == .share || statement.kind == .changeShare, statement.whole == nil {
            statement.whole = statement.region
        }
        if statement.actor == nil, !statement.isActorless, statement.kind != .distance, statement.kind != .frontLength {
            statement.actor = names.holder
        }
        var own = own(.credit, view.credits, of: statement.span, at: \.tokens)
        if own == nil, let said = view.cues(.heSays).first, let person = state.person {
            own = Credit(tokens: said.tokens, name: person, side: names.sides[person])
        }
        if own == nil { own = quoted(statement.span) }
        statement.isCredited = own != nil
        statement.source = own != nil ? own?.name : state.credit?.name
        if let own { statement.readFrom["source"] = own.tokens }
        if statement.kind != .reached, statement.kind != .entered, statement.kind != .comparison,
            statement.kind != .rank, statement.kind != .distance
        {
            let verbs = [Cue.hold, .gain, .occupy, .liberate, .lose].flatMap { view.cues($0) }.filter {
                view.cost($0.tokens, statement.span) <= 5 && $0.tokens.upperBound <= statement.span.lowerBound
            }
            statement.isNegated =
                view.cues(.deny).contains {
                    !isColon(between: $0.tokens, and: statement.span)
                        && !isSaid(between: $0.tokens, and: statement.span)
                        && view.cost($0.tokens, statement.span)
                            <= ($0.tokens.lowerBound < statement.span.lowerBound ? 16 : 9)
                }
                || verbs.contains { verb in text.tag(.not, at: verb.tokens.lowerBound - 1) != nil }
        }
        // "The General Staff rejected Gerasimov's words on the capture of 3,500 sq km": nobody denies his own side's gains.
        if statement.isNegated, statement.kind == .gained, view.actors.isEmpty, view.cues(.liberate).isEmpty,
            own?.side == names.opponent
        {
            statement.actor = names.holder
        }
        if let actor = view.actors.last(where: { $0.value == statement.actor }) {
            statement.readFrom["actor"] = actor.tokens
        }
        statement.paragraph = view.sentence.paragraph
        statement.isBareLine = view.sentence.isBareLine
    }
}
