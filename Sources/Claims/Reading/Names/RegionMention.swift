/// A region or a place that a text names.
struct RegionMention: Sendable {
    var tokens: Range<Int>
    /// A region's code, the name of a settlement, or of a place of the atlas.
    var name: String
    /// Whether it is a region of the atlas, not a place.
    var isRegion: Bool
    /// Whether the whole country is meant.
    var isWhole = false
    /// Whether it stands for one named before: "there", "the town".
    var isAnaphora = false
    /// Whether it names no place.
    var isNone = false
    /// Whether it is where the text was written.
    var isDateline = false
    /// How many settlements have the name.
    var homonyms = 1
}
