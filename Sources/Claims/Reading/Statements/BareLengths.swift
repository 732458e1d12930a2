// Lengths without their unit: distances and the front's.
extension StatementReader {
    /// A length without its unit: "who in June still spoke of 28".
    func bareLength(_ amount: Amount, after last: Statement?) -> Statement? {
        let unit =
            (last?.amount?.isLength ?? false ? last?.amount?.unit : nil)
            ?? (view.amounts.contains { $0.unit != nil } ? nil : state.lengthUnit)
        // No front is as long as towns have people.
        guard let unit, !isFollowedByNoun(amount), amount.per == nil, amount.low.value < 3000 else { return nil }
        if let part = frontPart(amount, unit, after: last) { return part }
        let isTimed =
            nearestTime(to: amount.tokens).map { view.cost($0.tokens, amount.tokens) <= 9 } ?? false
            || isLed(amount.tokens)
        let isPlaced =
            view.cues(.distance).contains { view.cost($0.tokens, amount.tokens) <= 8 } && !view.regions.isEmpty
        // "Kramatorsk 16 km, Sloviansk 22"
        let isListed =
            last?.kind == .distance
            && inClause(view.regions.filter { !$0.isAnaphora }, of: amount.tokens, at: \.tokens)
                .map { $0.tokens.upperBound == amount.tokens.lowerBound } ?? false
        if isListed, var statement = last, let amountUnit = last?.amount?.unit, amount.low.value < 1000,
            let place = inClause(view.regions.filter { !$0.isAnaphora }, of: amount.tokens, at: \.tokens)
        {
            (statement.amount, statement.span) = (amount, amount.tokens)
            statement.amount?.unit = amountUnit
            statement.region = place.name
            return statement
        }
        let goesOn =
            isPlaced && last?.kind == .distance
            && last?.amount.map { amount.low.value <= 10 * ($0.high ?? $0.low).value } ?? false
        guard amount.comparator != .equal || isTimed || goesOn, isTimed || isPlaced || last != nil else { return nil }
        var given = amount
        given.unit = unit
        if var found = length(given, after: last) {
            if found.kind == .distance, found.actor == nil { found.actor = last?.actor }
            return found
        }
        guard var statement = last, isTimed || amount.comparator != .equal else { return nil }
        // "210 km there, of a total of 1,250"
        if statement.kind == .frontLength, !isTimed { statement.region = names.whole ?? "" }
        statement.amount = given
        statement.span = amount.tokens
        setTime(&statement, at: amount.tokens)
        return statement
    }

    /// A region's part of the front: "1,250 km, of which 200 fall to Zaporizhzhia region".
    private func frontPart(_ amount: Amount, _ unit: ClaimUnit, after last: Statement?) -> Statement? {
        guard last?.kind == .frontLength || last == nil && state.isFront,
            !(view.cues(.gains) + view.cues(.ofThem)).isEmpty,
            let region = inClause(view.regions.filter { $0.isRegion && !$0.isWhole }, of: amount.tokens, at: \.tokens)
        else { return nil }
        var given = amount
        given.unit = unit
        var statement = Statement(kind: .frontLength, amount: given, span: amount.tokens)
        setTime(&statement, at: amount.tokens)
        statement.region = region.name
        return statement
    }
}
