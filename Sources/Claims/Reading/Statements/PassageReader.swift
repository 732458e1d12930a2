import Territory

/// Reads a passage sentence by sentence, and keeps what the next ones go on about.
struct PassageReader {
    let text: TaggedText
    let names: NameBook
    let published: CalendarDay
    private(set) var statements: [(statement: Statement, sentence: Range<Int>)] = []
    private(set) var unread: [Range<Int>] = []
    private var state = PassageState()
    private var told: Set<Told> = []

    init(text: TaggedText, names: NameBook, published: CalendarDay) {
        self.text = text
        self.names = names
        self.published = published
    }

    /// The longest sentence that is read whole, in tokens: what is longer is no sentence.
    private static let mostTokens = 200

    mutating func read(_ sentences: [Sentence]) {
        for sentence in sentences {
            var start = sentence.tokens.lowerBound
            while start < sentence.tokens.upperBound {
                let end = min(start + Self.mostTokens, sentence.tokens.upperBound)
                read(
                    Sentence(
                        tokens: start..<end, paragraph: sentence.paragraph, isQuestion: sentence.isQuestion,
                        isBareLine: sentence.isBareLine))
                start = end
            }
        }
    }

    private mutating func read(_ sentence: Sentence) {
        let view = view(of: sentence)
        let isRegionList =
            !text.tags(.regionList, in: sentence.tokens).isEmpty
            || view.amounts.isEmpty && text.isMark(":", at: sentence.tokens.upperBound - 1)
                && !text.tags(.region, in: sentence.tokens).isEmpty && view.regions.isEmpty
            || sentence.isQuestion && view.regions.isEmpty && !text.tags(.region, in: sentence.tokens).isEmpty
        let isDirectionList =
            !isRegionList
            && view.cues(.direction).contains {
                text.tag(.growBy, at: $0.tokens.lowerBound - 1) != nil
                    || text.isMark(":", at: $0.tokens.upperBound)
                        && $0.tokens.lowerBound - sentence.tokens.lowerBound <= 1
            }
        if isRegionList || isDirectionList {
            (state.listsRegions, state.listsDirections) = (isRegionList, isDirectionList)
            state.listsPercent =
                view.amounts.isEmpty
                && text.tags(.unit, in: sentence.tokens).contains { $0.value == ClaimUnit.percent.rawValue }
        }
        creditBackwards(view)
        creditQuotation(view)
        let reader = StatementReader(view: view, state: state, published: published, names: names)
        let (found, missed) = reader.read()
        for statement in found where !isRepeated(statement) { statements.append((statement, sentence.tokens)) }
        unread += missed.map(\.tokens)
        state.hasOtherColumn = reader.namesOtherColumn || state.hasOtherColumn && !found.isEmpty
        remember(view, found)
    }

    private mutating func view(of sentence: Sentence) -> SentenceView {
        // What a sentence says ends with it.
        let text = text.ending(at: sentence.tokens.upperBound)
        var times = TimeReader(text, published: published)
        times.spokenOf = state.span
        times.longer = state.longerWindow.map(DaySpan.init)
        times.unit = state.timeUnit
        times.isOfDay = [.held, .share, .distance, .frontLength].contains(state.kind)
        times.named = state.stockDay ?? state.asOf
        var creditReader = CreditReader(text: text, names: names, people: state.people)
        let credits = creditReader.credits(in: sentence.tokens)
        state.people = creditReader.people
        let creditTokens = credits.map(\.tokens) + creditReader.named(in: sentence.tokens)
        let named = times.times(in: sentence.tokens)
        let amounts = AmountReader(text).amounts(in: sentence.tokens, times: named)
        // "14 sq km over a day, on average": what a pace is told per is no time of its own.
        let mentions = named.filter { time in
            !amounts.contains { $0.per != nil && $0.tokens.upperBound == time.tokens.upperBound }
        }
        let allRegions = RegionReader(text: text, names: names).regions(
            in: sentence.tokens,
            isList: state.listsRegions || !text.tags(.regionList, in: sentence.tokens).isEmpty,
            namesDirections: state.namesDirections,
            except: creditTokens + mentions.map(\.tokens) + amounts.map(\.number))
        let regions = allRegions.filter { !$0.isDateline }
        let actors = text.tags(.actor, in: sentence.tokens).filter { tag in
            !creditTokens.contains { $0.overlaps(tag.tokens) }
                && !regions.contains { $0.tokens.overlaps(tag.tokens) && !$0.isAnaphora }
                && !describesLand(tag, regions) && !isBeneficiary(tag) && !isWhere(tag)
                && !credits.contains {
                    // "the General Staff in Kyiv"
                    let next = $0.tokens.upperBound
                    return
                        (next == tag.tokens.lowerBound
                        || next == tag.tokens.lowerBound - 1 && text.tag(.at, at: next) != nil && $0.name != nil)
                        && $0.side == tag.value
                }
        }
        return SentenceView(
            text: text, sentence: sentence, times: mentions, amounts: amounts, regions: regions, credits: credits,
            actors: actors, dateline: allRegions.first(where: \.isDateline)?.name,
            taken: creditTokens + mentions.map(\.tokens) + amounts.map(\.number)
                + regions.filter { !$0.isAnaphora && !$0.isWhole }.map(\.tokens))
    }

    /// Whether a side is named as the one that something is the worst or the best for.
    private func isBeneficiary(_ tag: Tag) -> Bool {
        var first = tag.tokens.lowerBound
        while first > 0, text.tokens[first - 1].is("'s") || text.tag(.actor, at: first - 1) != nil { first -= 1 }
        return text.tag(.beneficiary, at: first - 1) != nil
            && (max(0, tag.tokens.lowerBound - 9)..<tag.tokens.lowerBound).contains {
                text.tag(.worst, at: $0) != nil || text.tag(.best, at: $0) != nil
            }
    }

    /// Whether a side's country is named as where something is: "in Ukraine".
    private func isWhere(_ tag: Tag) -> Bool {
        let (before, next) = (tag.tokens.lowerBound - 1, tag.tokens.upperBound)
        return !text.lexicon.hasFreeOrder && !text.lexicon.hasCapitalNouns && text.tag(.at, at: before) != nil
            && text.tag(.over, at: before) != nil && text.tag(.beneficiary, at: before) == nil
            && text.tag(.asOf, at: before) == nil && next < text.tokens.count && !text.tokens[next].is("'s")
    }

    /// Whether a side is named as that of land: "Russia's Kursk region", "Ukrainian territory".
    private func describesLand(_ tag: Tag, _ regions: [RegionMention]) -> Bool {
        var next = tag.tokens.upperBound
        if text.tokens.indices.contains(next), text.tokens[next].is("'s") { next += 1 }
        // "Ukraine's Kursk bridgehead" is what it holds.
        return regions.contains {
            $0.tokens.lowerBound == next && !$0.isAnaphora && text.tag(.hold, at: $0.tokens.upperBound) == nil
        }
            || text.tag(.territory, at: next) != nil
            || text.tag(.deed, at: next) != nil
    }

    /// "Data: DeepState." credits what stands before it.
    private mutating func creditBackwards(_ view: SentenceView) {
        let crediting = text.tags(.creditsBefore, in: view.tokens).first
        let isShort = view.tokens.count <= 10 && view.amounts.isEmpty && text.tags(.said, in: view.tokens).isEmpty
        let colon = view.tokens.first { text.isMark(":", at: $0) }
        // "…, so Agentstvo calculates": of its own figures too.
        let so = view.credits.first { credit in
            credit.name != nil && text.tag(.so, at: credit.tokens.lowerBound - 1) != nil
                && text.tag(.said, at: credit.tokens.upperBound) != nil
        }
        if let so { return credit(so, paragraph: view.sentence.paragraph) }
        // "Data: X" and "so X counts", before any figure of the sentence's own; "Estimates: X" with nothing else.
        let start = crediting?.tokens.lowerBound ?? (isShort ? colon : nil)
        let isAhead = crediting.map { $0.tokens.lowerBound == view.tokens.lowerBound } ?? false
        guard let start, view.amounts.isEmpty || isAhead && text.tag(.accordingTo, at: start) == nil,
            !view.amounts.contains(where: { $0.tokens.lowerBound < start }),
            let credit = view.credits.first(where: { $0.tokens.upperBound > start && $0.name != nil }),
            view.amounts.isEmpty || credit.tokens.lowerBound - start <= 6
        else { return }
        self.credit(credit, paragraph: view.sentence.paragraph)
    }

    /// Credits what stands before, back to what is credited already or is a headline.
    private mutating func credit(_ credit: Credit, paragraph: Int) {
        for index in statements.indices.reversed() {
            guard statements[index].statement.source == nil, !statements[index].statement.isCredited,
                !statements[index].statement.isBareLine
                    || statements[index].statement.paragraph == paragraph
            else { break }
            statements[index].statement.source = credit.name
        }
    }

    /// "We hold 70%. They have two cellars," said somebody: who is named behind a quotation said all of it.
    private mutating func creditQuotation(_ view: SentenceView) {
        let marks = view.tokens.filter {
            text.tokens[$0].kind == .mark && ["\"", "“", "”", "«", "»"].contains(text.tokens[$0].text)
        }
        for mark in marks {
            switch text.tokens[mark].text {
            case "“", "«": state.quoteStart = statements.count
            case "\"" where state.quoteStart == nil: state.quoteStart = statements.count
            default:
                if let start = state.quoteStart, start < statements.count,
                    let credit = view.credits.first(where: { $0.tokens.lowerBound > mark && $0.name != nil }),
                    credit.tokens.lowerBound - mark <= 14
                {
                    for index in start..<statements.count where !statements[index].statement.isCredited {
                        statements[index].statement.source = credit.name
                    }
                }
                state.quoteStart = nil
            }
        }
    }

    /// The same figure again is one claim, at its first place.
    private mutating func isRepeated(_ statement: Statement) -> Bool {
        guard let amount = statement.amount else { return false }
        let figure = Figure(
            low: amount.low, high: amount.high, unit: amount.unit ?? .squareKilometres, comparator: .equal)
        return !told.insert(Told(kind: statement.kind, figure: figure, per: amount.per, region: statement.region))
            .inserted
    }

    /// What makes a figure the same as one before.
    private struct Told: Hashable {
        let kind: ClaimKind
        let figure: Figure
        let per: TimeUnit?
        let region: String
    }

    private mutating func remember(_ view: SentenceView, _ found: [Statement]) {
        rememberCredit(view, found)
        rememberWindow(view, found)
        for statement in found where statement.kind != .comparison { remember(statement, among: found) }
        let stock = found.last { $0.readFrom["time"] != nil && [.held, .share, .distance].contains($0.kind) }
        if case .asOf(let day) = stock?.time { state.stockDay = day }
        state.timeUnit = view.times.compactMap(text.timeUnit(of:)).last ?? state.timeUnit
        if let region = view.regions.last(where: { !$0.isAnaphora && !$0.isWhole }) { state.region = region.name }
        if let region = view.regions.last(where: {
            ($0.isRegion || names.abroad.contains($0.name)) && !$0.isWhole && !$0.isAnaphora
        }) {
            state.regionCode = region.name
        }
        if let dateline = view.dateline { state.region = dateline }
        if let moment = view.times.last(where: { $0.kind == .moment && $0.isAsOf }) { state.asOf = moment.asOf }
        if let unit = view.looseUnit {
            (state.unit, state.unitScale) = (unit, view.looseScale)
            // "Russian gains by month (sq km)", "Under occupation, sq km"
            let isByPeriod = !view.cues(.per).isEmpty && !view.cues(.occupy).isEmpty
            let isStock = !view.cues(.occupied).isEmpty && view.times.contains { $0.kind == .moment }
            if found.isEmpty, isStock {
                (state.kind, state.areaKind) = (.held, .held)
            } else if found.isEmpty, isByPeriod || [Cue.gain, .gains].contains(where: { !view.cues($0).isEmpty }) {
                (state.kind, state.areaKind) = (.gained, .gained)
            } else if found.isEmpty, [Cue.hold, .occupied].contains(where: { !view.cues($0).isEmpty }) {
                (state.kind, state.areaKind) = (.held, .held)
            }
        } else if view.amounts.contains(where: \.isArea) {
            state.unitScale = 0
        }
        state.namesDirections = !view.cues(.direction).isEmpty
        state.isFront =
            found.contains { $0.kind == .frontLength }
            || found.isEmpty && !view.cues(.front).isEmpty && !view.cues(.length).isEmpty
        state.isHeldRegionLast = found.last.map { $0.kind == .held && $0.region != names.whole } ?? false
        state.listsGains = found.last.map { $0.kind == .share && $0.whole == "gain" } ?? false
        state.lengthActor = found.last.flatMap { $0.kind == .distance ? $0.actor : nil }
        state.lengthUnit = found.last.flatMap { $0.amount?.isLength ?? false ? $0.amount?.unit : nil }
        rememberTopic(view, found)
        rememberHead(view, found)
    }

    /// A sentence without figures that names one place sets what the next ones of its paragraph are about.
    private mutating func rememberTopic(_ view: SentenceView, _ found: [Statement]) {
        if view.sentence.paragraph != state.paragraph { state.topic = nil }
        state.paragraph = view.sentence.paragraph
        let named = Set(view.regions.filter { !$0.isAnaphora }.map(\.name))
        guard let region = named.first else { return }
        let isTopic = named.count == 1 && region != names.whole && found.isEmpty && view.amounts.isEmpty
        if isTopic || state.topic != region { state.topic = isTopic ? region : nil }
    }

    /// What a statement leaves to the ones behind it.
    private mutating func remember(_ statement: Statement, among found: [Statement]) {
        if [.gained, .lost, .net, .held, .share, .pace].contains(statement.kind) {
            state.kind = statement.whole == "gain" ? .gained : statement.kind
        }
        if let source = statement.source { state.lastSource = source }
        state.claimRegion = statement.region == names.whole ? nil : statement.region
        if statement.kind != .pace || state.actor == nil, let actor = statement.actor { state.actor = actor }
        guard let amount = statement.amount, amount.isArea else { return }
        state.unit = amount.unit
        if statement.kind == .gained { state.lastTaken = amount.low.value.magnitude * (amount.unit?.inBaseUnit ?? 1) }
        if statement.kind == .pace {
            (state.per, state.lastPace) = (amount.per, amount.low.value * (amount.unit?.inBaseUnit ?? 1))
        }
        // "104 taken, 8 given up": what comes next is about what was taken.
        if statement.kind != .lost || !found.contains(where: { $0.kind == .gained }) { state.areaKind = statement.kind }
    }

    private mutating func rememberCredit(_ view: SentenceView, _ found: [Statement]) {
        if let credit = view.credits.last {
            state.credit = credit.name == nil ? nil : credit
        } else if let said = view.cues(.heSays).first, let person = state.person, !found.isEmpty {
            state.credit = Credit(tokens: said.tokens, name: person, side: names.sides[person])
        } else if found.isEmpty, !text.tags(.otherTopic, in: view.tokens).isEmpty {
            state.credit = nil
        }
        let speakers = text.tags(.credit, in: view.tokens).map(\.value).filter(names.speakers.contains)
        let persons = view.credits.filter { $0.name != nil && ($0.isPerson || !names.isPublisher($0.name)) }
        if let person = persons.first?.name ?? speakers.first { state.person = person }
    }

    /// The window that what comes next is about: "564, more than in June (556)" leaves the first.
    private mutating func rememberWindow(_ view: SentenceView, _ found: [Statement]) {
        let hasOther = !view.cues(.than).isEmpty || !view.cues(.more).isEmpty
        func those(of told: [Statement]) -> [Window] {
            told.filter { $0.kind != .comparison }.compactMap { statement -> Window? in
                if case .window(let window) = statement.time { window } else { nil }
            }
        }
        let told = Set(those(of: found)).map(DaySpan.init).sorted { $0.from < $1.from }
        state.twoWindows = told.count == 2 && told[0].to < told[1].from ? (told[0], told[1]) : nil
        var windows = those(of: found.filter { !$0.isTimeRelative })
        if windows.isEmpty, state.window == nil { windows = those(of: found) }
        // "The tally tops September's (447)" goes on about the month before.
        let isBack = hasOther && windows.allSatisfy { window in state.window.map { window.to < $0.from } ?? false }
        // "320 in January, below December's 400": what comes next is about the first.
        let goesBack = windows.count == 2 && windows[1].to < windows[0].from && !view.cues(.hedge).isEmpty
        if let window = hasOther || goesBack ? windows.first : windows.last, !isBack {
            state.window = window
            state.longerWindow = windows.first { $0.from <= window.from && $0.to >= window.to && $0 != window }
        }
        // "238 more than in October (267)": what comes next is about the period that was compared.
        if let compared = found.last(where: { $0.kind == .comparison && $0.against != nil }),
            case .window(let window) = compared.time
        {
            state.window = window
        }
    }

    /// What a headline, the head of a list or a short sentence without figures says of those behind it.
    private mutating func rememberHead(_ view: SentenceView, _ found: [Statement]) {
        let isHead =
            view.sentence.isBareLine || text.isMark(":", at: view.tokens.upperBound - 1) || state.listsRegions
            || !text.tags(.regionList, in: view.tokens).isEmpty
        guard found.isEmpty else {
            if !state.listsRegions, !view.sentence.isBareLine { state.listDay = nil }
            return
        }
        if let actor = view.actors.last { state.actor = actor.value }
        if isHead, let day = view.times.last(where: { $0.kind == .moment && !$0.isNow && !$0.isEvent })?.asOf {
            (state.listDay, state.asOf) = (day, day)
        }
        if !view.sentence.isBareLine, !text.tags(.otherTopic, in: view.tokens).isEmpty {
            (state.listsRegions, state.listsDirections, state.listsPercent) = (false, false, false)
        }
        let isTaken = !view.cues(.gain).isEmpty || !view.cues(.occupy).isEmpty
        let isShort = view.tokens.count <= 12 && view.cues(.otherTopic).isEmpty
        guard let time = view.times.last(where: { $0.kind != .moment }),
            isHead || isShort || view.sentence.isQuestion || isTaken || state.listsRegions
        else { return }
        let spokenOf = time.kind == .rolling ? time.ending(on: state.asOf ?? published) : time
        if case .window(let window) = spokenOf.window { state.window = window }
        // "What Russia captured this year": the figures that follow are of that.
        let isOther = [Cue.otherTopic, .hold, .occupied].contains { !view.cues($0).isEmpty }
        if isTaken, !isOther, !view.amounts.contains(where: { $0.unit != nil }) {
            (state.kind, state.areaKind) = (.gained, .gained)
        }
    }
}
