import Territory

/// A claim as it was found, before it becomes one: what it says, and where each of it was read.
struct Statement {
    var kind: ClaimKind
    var amount: Amount?
    var value: PrintedNumber?
    var unit: ClaimUnit?
    var comparator: Comparator?
    var region: String = ""
    var whole: String?
    var time: ClaimTime?
    var against: ClaimReference?
    var order: RankOrder?
    var actor: String?
    var source: String?
    var isNegated = false
    /// Whether its time is told relative to what is spoken of, so that what comes next is not about that time.
    var isTimeRelative = false
    /// Whether its words name nobody who does it: land changes hands.
    var isActorless = false
    /// The words that carry the figure, or the statement.
    var span: Range<Int>
    /// Whether a credit named its source, or the lack of one.
    var isCredited = false
    /// What each field was read from.
    var readFrom: [String: Range<Int>] = [:]
    /// How many settlements have the region's name.
    var homonyms = 1
    var paragraph = 0
    var isBareLine = false
}
