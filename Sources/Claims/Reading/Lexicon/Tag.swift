/// What a word or a phrase of a lexicon does in a statement about territory.
///
/// The cases are named as the keys of the lexicon files are. Those marked *by value* list their phrases under values; the
/// others are plain lists.
enum Cue: UInt8, CaseIterable, Sendable {
    // Numbers and units.
    /// A number in words, by value.
    case number
    /// "plus", before a number.
    case plus
    /// "minus", before a number.
    case minus
    /// What multiplies the number before it, by value: 1000.
    case scale
    /// A part in words, by value in percent: 50.
    case fraction
    /// A unit, by value: those of claims.
    case unit
    /// A unit of which there is one where no number stands before, by value: "a kilometre".
    case single
    /// What makes an area a pace, by value: day, week, month.
    case per
    /// A hedge before its figure, by value: comparators.
    case hedge
    /// A hedge behind its figure, by value.
    case hedgeAfter
    /// What may stand between a figure and its hedge or unit: articles, "additional".
    case filler
    /// "and".
    case and
    /// "to" between the ends of a range.
    case rangeTo
    /// "between" before a range.
    case between
    /// "several", before a scale word that then counts nothing.
    case several
    /// An article that makes a figure known: "more than the 181 it took".
    case definite
    /// "from" before a range or a place.
    case from
    /// "or", between a figure and the same in another unit.
    case also
    /// "respectively".
    case respectively
    /// "each".
    case each
    /// What joins clauses: "but", "while".
    case clause
    /// "in brackets": what the head of a list says of what its brackets hold.
    case inBrackets
    /// Begins a clause about what stands before it: "that", "which".
    case relative
    /// Begins a clause about the one thing named right before it, and so never about a figure: "которую".
    case relativeSingular

    // Time.
    /// A month, by value: 1 to 12.
    case month
    /// A day of the week, by value: 1 (Monday) to 7.
    case weekday
    /// A season, by value: spring, summer, autumn, winter.
    case season
    /// A unit of time, by value: day, week, month, quarter, half, year.
    case timeUnit
    /// "past": up to now.
    case past
    /// "last": of the calendar.
    case last
    /// "before last".
    case beforeLast
    /// "when", behind a time of which more is told.
    case when
    /// "this".
    case this
    /// "same".
    case same
    /// "the same period".
    case samePeriod
    /// "previous": before the time spoken of.
    case preceding
    /// Ten days of a month: behind an ordinal.
    case decade
    /// The start of a period.
    case start
    /// The middle of a period.
    case middle
    /// The end of a period.
    case end
    /// "since".
    case since
    /// "until".
    case until
    /// "ago".
    case ago
    /// "earlier": before the time spoken of.
    case earlier
    /// "over", "during".
    case over
    /// "as of".
    case asOf
    /// "in", "on", "at" before a time.
    case at
    /// "so far".
    case soFar
    /// "beginning", behind a unit and before its first day: "the week beginning 1 December".
    case beginning
    /// "began", behind the unit that it opens: "since the month began".
    case began
    /// "today", "now".
    case today
    /// "yesterday".
    case yesterday
    /// "last year", in one word.
    case lastYear
    /// "this year", in one word.
    case thisYear
    /// "last month", in one word.
    case lastMonth
    /// "the year before last", in one word.
    case yearBeforeLast
    /// What may stand behind a year: "year".
    case yearMark
    /// A first, second, third, fourth, by value: of quarters and halves.
    case ordinal
    /// A day of a month as an ordinal in words, by value: "the tenth of May".
    case dayWord
    /// Saturday and Sunday.
    case weekend
    /// An event with a date, by value: ISO dates.
    case event

    // What is said of land.
    /// Takes land.
    case gain
    /// Takes land back; said of the one who was invaded.
    case liberate
    /// Takes or holds land; said of the invader.
    case occupy
    /// Is held by the invader: "under occupation".
    case occupied
    /// Loses land.
    case lose
    /// Holds land.
    case hold
    /// "has", right before a figure; "у" before who has it.
    case has
    /// Is left to the other side.
    case remain
    /// On balance.
    case net
    /// Grows.
    case grow
    /// Shrinks.
    case shrink
    /// "to", before what something grows or shrinks to.
    case growTo
    /// "by", before what something grows or shrinks by.
    case growBy
    /// Land changes hands.
    case changeHands
    /// Land: "territory", "area".
    case territory
    /// A period's gain: "the area taken".
    case gains
    /// "of which", "of them": what was said before, of which a figure is a part.
    case ofThem
    /// "average", before what is told per day, week or month.
    case average
    /// "in all", before what several days, weeks or months make together.
    case sum
    /// "share", before what it is of.
    case portion
    /// "for", before the side that something is good or bad for.
    case beneficiary
    /// A period's pace: "tempo".
    case pace
    /// The front.
    case front
    /// A border.
    case border
    /// The outskirts of a place.
    case outskirts
    /// A direction, an axis.
    case direction
    /// What makes a name that of a region: "region", "oblast".
    case region
    /// What makes a name that of a self-styled republic, by code where it stands alone.
    case republic
    /// What heads a list of regions.
    case regionList
    /// What makes the name before it that of troops: "tactical group".
    case formation
    /// A name that is no place's: a river.
    case otherName
    /// A preposition that asks for the genitive, so that a name behind it is inflected.
    case genitive
    /// "including", before a place that a figure is not about alone.
    case including
    /// What stands for a place named before: "there", "the town".
    case there
    /// The whole: "the country".
    case country
    /// A pronoun for the speaker's side: "we", "our".
    case we
    /// A pronoun for a side: "they", "it".
    case they
    /// What a pronoun for a side is part of where it stands for nobody: "it is".
    case impersonal
    /// A distance: "short of", "away from".
    case distance
    /// Reaches.
    case reach
    /// Enters.
    case enter
    /// A length: "long", "stretches".
    case length

    // What makes a figure no claim about territory.
    /// What is measured otherwise: mined, burnt, depth.
    case exclude
    /// What is planned or possible.
    case plan
    /// What troops do or suffer: the side named before it is not the subject.
    case deed
    /// Another topic, which ends what a source is credited with.
    case otherTopic

    // Who says so.
    /// "said".
    case said
    /// Verbs that say something only of publishers: "has".
    case weak
    /// Verbs of saying whose object is told: "told".
    case tells
    /// "he said": the person named before says it.
    case heSays
    /// "according to", before a name.
    case accordingTo
    /// "'s count", behind a name.
    case count
    /// "citing": who comes next counts, not who came before.
    case citing
    /// "from the data of": who came before counts.
    case using
    /// A title before a person's name.
    case title
    /// Somebody without a name.
    case anonymous
    /// "Data:", what credits the sentences before.
    case creditsBefore
    /// "so", before somebody who says it: "so Agentstvo calculates".
    case so
    /// Speaks for a group: what a spokesman says is the group's.
    case spokesman
    /// "not".
    case not
    /// "denies".
    case deny

    // Comparisons.
    /// More.
    case more
    /// Less.
    case less
    /// "times".
    case times
    /// The worst for somebody.
    case worst
    /// The best for somebody.
    case best
    /// So many times, by value: 2.
    case multiple
    /// "half as much", by value: 0.5.
    case part
    /// "than", "against".
    case than
    /// "as much as", "the figure of".
    case asMuch
    /// The most.
    case most
    /// The least.
    case least
    /// "no": with "more", the least or most.
    case none
    /// "any time": more than that is the most.
    case ever

    // Names, which no lexicon lists: they are the atlas's.
    /// A side, by its identifier.
    case actor
    /// To whom a figure is credited, by name.
    case credit
    /// A place or a region that the atlas names, by name or code.
    case place

    /// Its key in a lexicon file.
    var key: String { String(describing: self) }

    /// Those that lexicons list.
    static let ofLexicons = allCases.filter { ![.actor, .credit, .place].contains($0) }
}

/// A phrase of a lexicon that stands in a text.
struct Tag: Sendable {
    let cue: Cue
    /// The value it is listed under; empty for plain lists.
    let value: String
    /// The tokens.
    let tokens: Range<Int>
}
