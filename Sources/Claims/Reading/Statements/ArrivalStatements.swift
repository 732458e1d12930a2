import Territory

// Borders and places reached and entered.
extension StatementReader {
    func arrivals() -> [Statement] {
        var statements: [Statement] = []
        for (cue, kind) in [(Cue.reach, ClaimKind.reached), (.enter, .entered)] {
            // "the infiltrators": a noun, and no entering.
            for tag in view.cues(cue)
            where text.tag(.exclude, at: tag.tokens.lowerBound) == nil || text.lexicon.hasFreeOrder {
                guard let place = destination(of: tag), let statement = arrival(kind, tag, at: place),
                    !statements.contains(where: { $0.span.overlaps(statement.span) })
                else { continue }
                statements.append(statement)
            }
        }
        return statements
    }

    /// The place that is reached: the first behind the verb, before it where verbs may stand last.
    private func destination(of tag: Tag) -> RegionMention? {
        let places = view.regions.filter { !$0.isWhole }
        let behind = places.first {
            $0.tokens.lowerBound >= tag.tokens.upperBound && view.cost($0.tokens, tag.tokens) <= 8
        }
        let before = places.last {
            // "До Семеновки вони, за його словами, не дійшли"
            let isFirst = text.lexicon.hasFreeOrder && $0.tokens.lowerBound - view.tokens.lowerBound <= 1
            return $0.tokens.upperBound <= tag.tokens.lowerBound
                && view.cost($0.tokens, tag.tokens) <= (isFirst ? 13 : 5)
        }
        if text.lexicon.hasFreeOrder, let before, let behind, text.tag(.from, at: before.tokens.lowerBound - 1) == nil,
            view.cost(before.tokens, tag.tokens) <= view.cost(behind.tokens, tag.tokens)
        {
            return before
        }
        // "Sumy region has been entered by no enemy unit"
        let isPassive = text.tag(.growBy, at: tag.tokens.upperBound) != nil
        if isPassive, let before { return before }
        return behind ?? (text.lexicon.hasFreeOrder ? before : nil) ?? edge(behind: tag) ?? fronted(before: tag)
    }

    /// "Ternuvate they have not entered": the place that the clause begins with, before who does it.
    private func fronted(before tag: Tag) -> RegionMention? {
        guard let place = view.regions.last(where: { !$0.isWhole && $0.tokens.upperBound <= tag.tokens.lowerBound }),
            view.cost(place.tokens, tag.tokens) <= 5,
            place.tokens.lowerBound == view.tokens.lowerBound
                || text.tokens[place.tokens.lowerBound - 1].kind == .mark
        else { return nil }
        let between = place.tokens.upperBound..<tag.tokens.lowerBound
        return between.contains { text.tag(.they, at: $0) != nil || text.tag(.actor, at: $0) != nil } ? place : nil
    }

    private func arrival(_ kind: ClaimKind, _ tag: Tag, at place: RegionMention) -> Statement? {
        let span =
            min(tag.tokens.lowerBound, place.tokens.lowerBound)..<max(tag.tokens.upperBound, place.tokens.upperBound)
        let region = place.isAnaphora ? resolved(place)?.name : place.name
        // "withdrew from" is the same verb the other way.
        // "Glide bombs now reach Kramatorsk": no troops stand there.
        let isByOther = view.cues(.deed).contains {
            $0.tokens.upperBound <= tag.tokens.lowerBound && view.cost($0.tokens, tag.tokens) <= 1
        }
        guard let region, !isByOther, !isPlanned(tag.tokens), text.tag(.from, at: tag.tokens.upperBound) == nil,
            !view.amounts.contains(where: { span.contains($0.number.lowerBound) })
        else { return nil }
        var statement = Statement(kind: kind, span: span)
        statement.region = region
        statement.homonyms = place.homonyms
        statement.readFrom["region"] = place.tokens
        // "by no enemy unit"
        statement.isNegated =
            isDenied(tag.tokens)
            || text.tag(.growBy, at: tag.tokens.upperBound) != nil
                && text.tag(.not, at: tag.tokens.upperBound + 1) != nil
        let side =
            // "the Russians' arrival at": behind a noun stands whose it is.
            (text.lexicon.hasFreeOrder ? view.actors.first { $0.tokens.lowerBound == tag.tokens.upperBound } : nil)
            ?? view.actors.last { $0.tokens.upperBound <= tag.tokens.lowerBound }
            ?? view.actors.first {
                $0.tokens.lowerBound > tag.tokens.upperBound && view.cost($0.tokens, tag.tokens) <= 4
            }
        statement.actor = side?.value ?? state.actor ?? (names.abroad.contains(region) ? names.opponent : names.holder)
        setArrivalTime(&statement, tag)
        return statement
    }

    /// The day or the month of an arrival: a time that is nearer to another arrival is that one's.
    private func setArrivalTime(_ statement: inout Statement, _ tag: Tag) {
        let others = (view.cues(.reach) + view.cues(.enter)).filter { $0.tokens != tag.tokens }
        let times = view.times.filter { time in
            (time.kind == .moment || time.kind == .period) && !isToldOfPlace(time.tokens)
                && !others.contains { view.cost($0.tokens, time.tokens) < view.cost(tag.tokens, time.tokens) }
        }
        statement.time = .asOf(published)
        guard let time = view.nearest(times, to: tag.tokens, at: \.tokens)?.item else { return }
        statement.readFrom["time"] = time.tokens
        if time.kind == .moment || time.span.from == time.span.to {
            statement.time = .asOf(time.span.to)
        } else if !time.isSince {
            statement.time = time.window
        }
    }

    /// "they reached its eastern outskirts": those of the place that was named before.
    private func edge(behind tag: Tag) -> RegionMention? {
        let pronoun = view.cues(.they).first {
            $0.tokens.lowerBound >= tag.tokens.upperBound && $0.tokens.lowerBound - tag.tokens.upperBound <= 1
        }
        guard let pronoun,
            let edge = (view.cues(.outskirts) + view.cues(.border)).first(where: {
                $0.tokens.lowerBound >= pronoun.tokens.upperBound && view.cost($0.tokens, pronoun.tokens) <= 2
            })
        else { return nil }
        let anaphora = RegionMention(
            tokens: pronoun.tokens.lowerBound..<edge.tokens.upperBound, name: "", isRegion: false, isAnaphora: true)
        return resolved(anaphora).map { place in
            var place = place
            place.tokens = anaphora.tokens
            return place
        }
    }

    func isDenied(_ range: Range<Int>) -> Bool {
        let before = max(view.tokens.lowerBound, range.lowerBound - 4)..<range.lowerBound
        if before.contains(where: { index in
            text.tag(.not, at: index) != nil
                && !(index + 1..<range.lowerBound).contains { text.isMark(",", at: $0) || text.isMark(":", at: $0) }
        }) {
            return true
        }
        return view.cues(.deny).contains {
            view.cost($0.tokens, range) <= ($0.tokens.lowerBound < range.lowerBound ? 14 : 9)
        }
    }
}
