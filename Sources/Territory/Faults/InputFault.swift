import GeometryCore

/// Why the input gives no figure.
public enum InputFault: Error, Sendable {
    /// A file was not read.
    case unreadable(path: String, problem: FileProblem)
    /// A file is no GeoJSON, or one that cannot be measured.
    case malformed(GeoJSONFault)
    /// A YAML document is faulty.
    case document(DocumentFault)
    /// Polygons are no sets: each fault with its place.
    case invalid([PlacedInvalidity])
    /// The geometry core gave no result.
    case geometry(GeometryError, at: Place)
    /// An area model cannot measure the polygons.
    case unmeasurable(AreaFault, at: Place)
    /// A folder of maps has none.
    case noMaps(folder: String)
    /// A file has no polygon that counts.
    case noPolygons(path: String, selection: String)
    /// A name that the atlas or the file does not know.
    case unknown(NamedThing, name: String, known: [String])
    /// A region set was named, and there is no atlas to look it up in.
    case noAtlasForRegions(name: String)
    /// Regions are needed, and neither were any named nor has the atlas any.
    case noRegions
    /// A feature of a region file has no code, or no property tells the features apart.
    case noRegionCode(at: Place, property: String?, present: [String])
    /// Two codes of a region file mean one region of the table.
    case sameRegion(path: String, code: String, given: [String])
    /// Shares of official areas are asked for, and none are known.
    case noOfficialAreas(regionSet: String)
    /// Polygons beyond ±180° of longitude cannot be compared with others.
    case beyondAntimeridian(path: String, longitude: Double)
    /// A file's name fits several sources.
    case ambiguousSource(path: String, sources: [String])
    /// The name of a file of a series tells no time.
    case noTime(path: String)
    /// No atlas was named or found.
    case noAtlas(searched: [String])
    /// An atlas names no lexicon to read texts with.
    case noLexicon(atlas: String)
    /// A text makes no claim about territory.
    case noClaims(path: String)
    /// Nothing says when a text was published.
    case noPublicationDay(path: String)
    /// A data file is in none of the folders.
    case noData(file: String, folders: [String])
    /// No map of a source was in force at a moment.
    case noMapInForce(source: String, at: Moment, earliest: Moment?)
    /// A figure failed its own check.
    case inconsistent(String, at: Place)

    /// What a name can stand for.
    public enum NamedThing: String, Hashable, Sendable {
        /// A source of the atlas.
        case source
        /// A class of the source.
        case mapClass = "class"
        /// A place, or a region of a set.
        case place
        /// A region set of the atlas, or a file of regions.
        case regionSet = "region set"
        /// A region of a set.
        case region
        /// A claim of the file.
        case claim
        /// A property of the features.
        case property
    }
}

/// An invalid polygon and where in which file it lies.
public struct PlacedInvalidity: Hashable, Sendable {
    /// The place.
    public let place: Place
    /// What the polygon is called there: a region's name, a class; may be empty.
    public let label: String
    /// The fault.
    public let invalidity: Invalidity
}
