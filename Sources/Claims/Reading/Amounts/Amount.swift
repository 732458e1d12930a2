/// A figure in a text: a number or two, with hedge and unit as far as they are there.
struct Amount: Sendable {
    /// The figure with its hedge and unit.
    var tokens: Range<Int>
    /// The number alone.
    var number: Range<Int>
    var low: PrintedNumber
    var high: PrintedNumber?
    /// The unit; none where the text leaves it to a neighbour.
    var unit: ClaimUnit?
    var comparator: Comparator
    var isSigned: Bool
    /// The same figure in another unit, and where it ends.
    var also: Figure?
    /// What it is told per: day, week or month.
    var per: TimeUnit?
    /// Whether the figure is a part in words: half, a fifth.
    var isFraction = false
    var isWords = false

    /// Whether the figure is an area, by its unit.
    var isArea: Bool { unit?.base == .squareKilometres }
    /// Whether the figure is a length, by its unit.
    var isLength: Bool { unit?.base == .kilometres }
}
