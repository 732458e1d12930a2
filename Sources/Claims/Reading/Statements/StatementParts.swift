import Territory

// What all statements have: who, and whose word.
extension StatementReader {
    /// Who does what a verb says.
    func actor(for statement: Statement, _ verb: Verb?, _ tag: Tag?) -> String? {
        let place = tag?.tokens ?? statement.span
        // "drove the Russians from 45 sq km": who is driven is in the phrase.
        let troops = verb == .liberate ? view.actors.filter { !$0.tokens.overlaps(place) } : view.actors
        let before = troops.last { $0.tokens.lowerBound < place.upperBound && view.cost($0.tokens, place) <= 22 }
        let behind = troops.first { actor in
            actor.tokens.lowerBound >= place.upperBound && view.cost(actor.tokens, place) <= 9
                && !(verb == .liberate
                    && view.amounts.contains {
                        $0.tokens.lowerBound >= place.upperBound && $0.tokens.upperBound <= actor.tokens.lowerBound
                            && $0.isArea && $0.tokens != statement.span
                    })
        }
        // "In the Donbas it has 46,570; the rest is held by Ukraine": the pronoun is who was spoken of.
        let pronoun = view.cues(.they).last {
            $0.tokens.upperBound <= place.lowerBound && view.cost($0.tokens, place) <= 5
        }
        if before == nil, pronoun != nil, verb != .liberate, let spokenOf = state.actor { return spokenOf }
        let named = before ?? behind
        let credit = credit(for: statement.span)
        // "They took 15 sq km", says one side: the other did.
        if named == nil, pronoun != nil, credit?.side == names.opponent, verb == .gain || verb == .hold,
            view.tokens.contains(where: {
                $0 < place.lowerBound && ["\"", "“", "«", "„"].contains(text.tokens[$0].text)
            })
        {
            return names.holder
        }
        // "We hold 40%": whoever speaks; those who are invaded, where it is not said.
        if let we = view.cues(.we).last(where: { $0.tokens.lowerBound < place.upperBound }),
            view.cost(we.tokens, place) <= 5, verb != .occupied,
            !(we.tokens.upperBound..<max(we.tokens.upperBound, place.lowerBound)).contains(where: {
                text.tokens[$0].kind == .mark
            })
        {
            return credit?.side ?? names.opponent
        }
        // "чистые потери Украины"
        if verb == .net || verb == .lose, let country = view.regions.first(where: { $0.isWhole }),
            view.cues(.lose).contains(where: { $0.tokens.upperBound == country.tokens.lowerBound })
        {
            return names.opponent
        }
        // "Ukraine's losses": of whom they are said.
        if verb == .lose, let tag,
            let loser = (max(view.tokens.lowerBound, tag.tokens.lowerBound - 2)..<tag.tokens.lowerBound).lazy
                .compactMap({ text.tag(.actor, at: $0) }).last(where: {
                    $0.tokens.upperBound >= tag.tokens.lowerBound - 1
                })
        {
            return loser.value
        }
        switch verb {
        case .liberate:
            // "the Russians have been thrown out of 400 sq km": by the other side.
            if let before, let tag, tag.tokens.count > 1,
                text.tag(.from, at: tag.tokens.upperBound - 1) != nil
                    || text.tokens[tag.tokens.upperBound - 1].is("of"),
                !tag.tokens.contains(where: { text.tag(.actor, at: $0) != nil })
            {
                return before.value == names.holder ? names.opponent : names.holder
            }
            if let before, view.cost(before.tokens, place) <= 1 { return before.value }
            if let side = credit?.side, named?.value != side, side == names.holder || named?.value == names.holder {
                return side
            }
            return named.map(\.value) ?? credit?.side ?? names.opponent
        case .occupy, .occupied:
            // "0.2% of the region as not occupied"
            let isNot = tag.map { text.tag(.not, at: $0.tokens.lowerBound - 1) != nil } ?? false
            return isNot && statement.kind == .share ? names.opponent : names.holder
        case .remain: return names.opponent
        case .changeHands: return nil
        case .none where statement.kind == .pace: return named?.value ?? (hasPronoun ? state.actor : nil)
        default: break
        }
        if statement.kind == .pace, named == nil, verb == .grow || verb == .shrink || verb == nil { return nil }
        if let named { return named.value }
        if statement.kind != .lost, statement.kind != .net, !view.cues(.occupy).isEmpty { return names.holder }
        // "272 sq km lost since November": where nobody is named, by those who are invaded.
        if verb == .lose, statement.kind == .lost, troops.isEmpty, !hasPronoun, view.cues(.gain).isEmpty,
            view.cues(.occupy).isEmpty
        {
            return names.opponent
        }
        // "200 sq km were seized, according to Fedorov": the other side did, unless it is abroad.
        if verb == .gain, troops.isEmpty, state.actor == nil, credit?.side == names.opponent, credit?.name != nil,
            view.cues(.we).isEmpty, let region = view.regions.first(where: { !$0.isAnaphora && !$0.isWhole }),
            !names.abroad.contains(region.name)
        {
            return names.holder
        }
        // Behind a semicolon another's deeds are told.
        let near = troops.first { actor in
            !(statement.span.upperBound..<max(statement.span.upperBound, actor.tokens.lowerBound)).contains {
                text.isMark(";", at: $0)
            }
        }
        return near?.value ?? state.actor ?? credit?.side
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
