import Territory

// Borders and places reached and entered.
extension StatementReader {
    func arrivals() -> [Statement] {
        var statements: [Statement] = []
        for (cue, kind) in [(Cue.reach, ClaimKind.reached), (.enter, .entered)] {
            for tag in view.cues(cue) {
                let places = view.regions.filter { !$0.isWhole }
                let behind = places.filter {
                    $0.tokens.lowerBound >= tag.tokens.upperBound && view.cost($0.tokens, tag.tokens) <= 8
                }.first
                let before = places.filter {
                    $0.tokens.upperBound <= tag.tokens.lowerBound && view.cost($0.tokens, tag.tokens) <= 5
                }.last
                guard let place = behind ?? (text.lexicon.hasFreeOrder ? before : nil) ?? edge(behind: tag) else {
                    continue
                }
                let (low, high) = (
                    min(tag.tokens.lowerBound, place.tokens.lowerBound),
                    max(tag.tokens.upperBound, place.tokens.upperBound)
                )
                let inside = low..<high
                if view.amounts.contains(where: { inside.contains($0.number.lowerBound) }) { continue }
                // "withdrew from": the same verb the other way.
                if text.tag(.from, at: tag.tokens.upperBound) != nil { continue }
                if isPlanned(tag.tokens) || statements.contains(where: { $0.span.overlaps(inside) }) { continue }
                // To reach is to reach a border, an edge, or a region; a place alone is reached too.
                var statement = Statement(kind: kind, span: inside)
                statement.region = place.name
                statement.homonyms = place.homonyms
                statement.readFrom["region"] = place.tokens
                if place.isAnaphora { statement.region = resolved(place)?.name ?? "" }
                guard !statement.region.isEmpty else { continue }
                statement.isNegated = isDenied(tag.tokens)
                statement.actor =
                    view.actors.last { $0.tokens.upperBound <= tag.tokens.lowerBound }?.value
                    ?? view.actors.first {
                        $0.tokens.lowerBound > tag.tokens.upperBound
                            && view.cost($0.tokens, tag.tokens) <= 4
                    }?.value
                    ?? state.actor ?? (names.abroad.contains(place.name) ? names.opponent : names.holder)
                // A time that is nearer to another arrival is that one's.
                let others = (view.cues(.reach) + view.cues(.enter)).filter { $0.tokens != tag.tokens }
                let times = view.times.filter { time in
                    (time.kind == .moment || time.kind == .period)
                        && !others.contains { view.cost($0.tokens, time.tokens) < view.cost(tag.tokens, time.tokens) }
                }
                if let time = view.nearest(times, to: tag.tokens, at: \.tokens)?.item {
                    statement.readFrom["time"] = time.tokens
                    if time.kind == .moment || time.span.from == time.span.to {
                        statement.time = .asOf(time.span.to)
                    } else if !time.isSince {
                        statement.time = time.window
                    }
                }
                if statement.time == nil { statement.time = .asOf(published) }
                statements.append(statement)
            }
        }
        return statements
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
