/// How much of a region a text says without a figure: "most of", "small parts of".
///
/// | word | percent of the region | reason |
/// |---|---|---|
/// | all | 99 to 100 | a border drawn otherwise leaves a hundredth |
/// | nearly all | 90 to under 100 | |
/// | most | over 50 to 100 | what "most" means |
/// | half | 45 to 55 | to the nearest tenth |
/// | large parts | 25 to 100 | a quarter is seen on a map at once |
/// | parts | over 0 to under 100 | some, and not all |
/// | small parts | over 0 to 10 | |
/// | none | 0 to 0.1 | slivers along a border are drawing |
public enum PartWord: String, CaseIterable, Hashable, Sendable {
    /// All of it.
    case all
    /// Nearly all of it.
    case nearlyAll = "nearly all"
    /// Most of it.
    case most
    /// Half of it.
    case half
    /// Large parts of it.
    case largeParts = "large parts"
    /// Parts of it.
    case parts
    /// Small parts of it.
    case smallParts = "small parts"
    /// None of it.
    case none

    /// The percentages that the word allows.
    public var interval: Interval {
        switch self {
        case .all: Interval(99, included: true, 100, included: true)
        case .nearlyAll: Interval(90, included: true, 100, included: false)
        case .most: Interval(50, included: false, 100, included: true)
        case .half: Interval(45, included: true, 55, included: true)
        case .largeParts: Interval(25, included: true, 100, included: true)
        case .parts: Interval(0, included: false, 100, included: false)
        case .smallParts: Interval(0, included: false, 10, included: true)
        case .none: Interval(0, included: true, 0.1, included: true)
        }
    }
}
