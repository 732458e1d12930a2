import GeometryCore

/// What a figure's reader must know beside the figure: each with its cause and the next thing to try.
public enum Warning: Hashable, Sendable {
    /// Parts of a map that count together overlap: their sum exceeds the land that they cover.
    case overlappingParts(path: String, overlap: Area, classes: [String])
    /// Polygons were invalid and have been repaired.
    case repaired(path: String, polygons: Int, labels: [String], moved: Area)
    /// An overlay needed the fixed grid.
    case fixedGrid(path: String, step: Double)
    /// Much of what is measured lies in no region.
    case largeRemainder(path: String, remainder: Area, of: Area)
    /// Regions overlap, so that their figures add up to more than the total.
    case overlappingRegions(path: String, overlap: Area)
    /// Features with polygons that no class rule fits were left out.
    case unclassified(path: String, features: Int)
    /// The coordinates lie in no region, but swapped they do.
    case swappedAxes(path: String)
    /// The reader noticed something that RFC 7946 advises against.
    case remark(path: String, GeoJSONRemark)
    /// The file's name is like those of another source than the one whose rules were asked for.
    case otherSource(path: String, named: String, fits: String)
    /// A map of no known source counts all its features alike.
    case everythingCounts(path: String, features: Int)
    /// Two maps of a series are of one time; the second one is left out.
    case duplicateMap(path: String, of: String, asOf: Moment)
    /// There is no map for more than two days before one.
    case gap(path: String, days: Int, after: Moment)
    /// A map is older than what it is asked for.
    case staleMap(path: String, asOf: Moment, wanted: Moment)
    /// The map given as the earlier one is the later one.
    case reversedOrder(path: String, asOf: Moment, after: Moment)
    /// Two maps of different sources are compared: part of the change is that the sources disagree.
    case mixedSources(path: String, before: String, after: String)
}

extension Warning {
    /// Whether a remainder is large enough to be warned of: over a hundredth of the total.
    static func isLarge(_ remainder: Area, of total: Area) -> Bool {
        remainder.squareMetres > 0.01 * total.squareMetres
    }

    /// The case's name, as JSON carries it.
    public var kind: String {
        switch self {
        case .overlappingParts: "overlappingParts"
        case .repaired: "repaired"
        case .fixedGrid: "fixedGrid"
        case .largeRemainder: "largeRemainder"
        case .overlappingRegions: "overlappingRegions"
        case .unclassified: "unclassified"
        case .swappedAxes: "swappedAxes"
        case .remark: "remark"
        case .otherSource: "otherSource"
        case .everythingCounts: "everythingCounts"
        case .duplicateMap: "duplicateMap"
        case .gap: "gap"
        case .staleMap: "staleMap"
        case .reversedOrder: "reversedOrder"
        case .mixedSources: "mixedSources"
        }
    }

    /// The file that the warning is about.
    public var path: String {
        switch self {
        case .overlappingParts(let path, _, _), .repaired(let path, _, _, _), .fixedGrid(let path, _),
            .largeRemainder(let path, _, _), .overlappingRegions(let path, _), .unclassified(let path, _),
            .swappedAxes(let path), .remark(let path, _), .otherSource(let path, _, _), .everythingCounts(let path, _),
            .duplicateMap(let path, _, _), .gap(let path, _, _),
            .staleMap(let path, _, _),
            .reversedOrder(let path, _, _), .mixedSources(let path, _, _):
            path
        }
    }
}
