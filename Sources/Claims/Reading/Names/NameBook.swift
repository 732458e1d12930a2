import Territory

/// The names of a theatre that a text can use: sides, publishers and speakers, regions, settlements.
///
/// A class, since every reader of a sentence has it; nothing of it changes.
public final class NameBook: Sendable {
    /// Sides, credits and the places that the atlas names.
    let phrases: PhraseIndex
    /// The side that maps show the land of: the first one that the atlas names. Texts speak of it where they name none.
    let holder: String?
    /// The side that land is taken from.
    let opponent: String?
    /// By the name of a publisher or a speaker, the side that it is on.
    let sides: [String: String]
    /// The credits that need a verb of saying.
    let speakers: Set<String>
    private let publishers: Set<String>
    /// The places that lie outside the country.
    let abroad: Set<String>
    /// Region codes by any name, in lower case.
    let regions: WordTable<String>
    /// The codes of the regions.
    let regionCodes: Set<String>
    /// The country's code.
    let whole: String?
    /// The settlements.
    let gazetteer: Gazetteer

    /// Reads the names that an atlas leads to; without the gazetteer's files, settlements are known by no other spelling.
    ///
    /// - Throws: ``InputFault`` where a file is faulty.
    public init(_ atlas: Atlas) throws(InputFault) {
        var phrases = PhraseIndex()
        var sides: [String: String] = [:]
        var speakers: Set<String> = []
        var actors: [String] = []
        var abroad: Set<String> = []
        var publishers: Set<String> = []
        if let path = atlas.names {
            let root = try DocumentNode.read(try InputFile(path: path))
            try root.allow(only: ["actors", "publishers", "speakers", "places"])
            for node in try root["actors"]?.items() ?? [] {
                try node.allow(only: ["id", "names"])
                actors.append(try node.required("id").text())
                try phrases.add(node.required("names"), cue: .actor, value: node.required("id").text())
            }
            for key in ["publishers", "speakers"] {
                for node in try root[key]?.items() ?? [] {
                    try node.allow(only: ["name", "side", "names"])
                    let name = try node.required("name").text()
                    sides[name] = try node["side"]?.text()
                    if key == "speakers" { speakers.insert(name) } else { publishers.insert(name) }
                    try phrases.add(node.required("names"), cue: .credit, value: name)
                }
            }
            for node in try root["places"]?.items() ?? [] {
                try node.allow(only: ["name", "names", "abroad"])
                let name = try node.required("name").text()
                if try node["abroad"]?.flag() ?? false { abroad.insert(name) }
                try phrases.add(node.required("names"), cue: .place, value: name)
            }
        }
        (self.abroad, self.publishers) = (abroad, publishers)
        (holder, opponent) = (actors.first, actors.dropFirst().first)
        (self.phrases, self.sides, self.speakers) = (phrases, sides, speakers)
        var regions = WordTable<String>()
        var codes: Set<String> = []
        var whole: String?
        if let path = atlas.regionSets.compactMap(\.table).first {
            let table = try RegionTable(path: path)
            whole = table.whole?.code
            for region in table.regions {
                codes.insert(region.code)
                for name in [region.name] + region.aliases where regions[Spelling.key(name)] == nil {
                    regions[Spelling.key(name)] = region.code
                }
            }
        }
        (self.regions, regionCodes, self.whole) = (regions, codes, whole)
        gazetteer = try Gazetteer(of: atlas)
    }

    /// Whether a name is that of a publisher.
    func isPublisher(_ name: String?) -> Bool { name.map { publishers.contains($0) } ?? false }
}
