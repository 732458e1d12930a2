import Foundation

/// The settlements of a country by any spelling of their names.
public struct Gazetteer: Sendable {
    private var bySpelling: [String: [Settlement]] = [:]
    private var bySkeleton: [String: [Settlement]] = [:]

    /// A gazetteer without settlements.
    public init() {}

    /// The settlements that a spelling means, the largest first.
    ///
    /// - Parameter spelling: in lower case, with `'` for every apostrophe.
    public func settlements(spelled spelling: String) -> [Settlement] { bySpelling[spelling] ?? [] }

    /// The settlements whose Latin name differs from a spelling only in what writers vary: y and i, doubled letters.
    public func settlements(like spelling: String) -> [Settlement] {
        spelling.utf8.allSatisfy { $0 < 0x80 } ? bySkeleton[Romanisation.skeleton(spelling)] ?? [] : []
    }

    /// How many spellings there are.
    public var count: Int { bySpelling.count }
}

extension Gazetteer {
    private struct GeoName: Decodable {
        let name: String
        let latitude: Double
        let longitude: Double
        let population: Int?
        let alternatenames: [String]?
    }

    private struct SpellingEntry: Decodable {
        let sourceSpelling: String
        let correctSpelling: String
        let incorrectSpellings: [String]?
        let relatedSpellings: [String]?
    }

    /// Reads a gazetteer.
    ///
    /// - Parameters:
    ///   - places: GeoNames' places as a JSON list: `name`, `latitude`, `longitude`, `population`, `alternatenames`.
    ///   - official: the official list of names as CSV: codes in the first five columns, the category, the name.
    ///   - spellings: right, wrong and other spellings as a JSON list; none where there is no such file.
    /// - Throws: ``InputFault/unreadable(path:problem:)``, ``InputFault/document(_:)``.
    public init(places: String, official: String, spellings: String?) throws(InputFault) {
        let names = try Self.officialNames(try InputFile(path: official))
        var bySpelling: [String: [Settlement]] = [:]
        var byOfficial: [String: [Settlement]] = [:]
        // The official spelling of a name means the place before a larger one that only some call so.
        func add(_ settlement: Settlement, _ spellings: some Sequence<String>, official: [String] = []) {
            let official = Set((official + [settlement.name]).map(Spelling.key))
            for spelling in Set(spellings.map(Spelling.key)).union(official) {
                if official.contains(spelling) { byOfficial[spelling, default: []].append(settlement) }
                bySpelling[spelling, default: []].append(settlement)
            }
        }
        var known: Set<String> = []
        for place in try Self.decode([GeoName].self, try InputFile(path: places)) {
            let others = place.alternatenames ?? []
            let ukrainian = others.filter { names[Spelling.key($0)] != nil }
            let name =
                ukrainian.map { Romanisation.latin($0) }.first { $0 == place.name }
                ?? ukrainian.first.map { Romanisation.latin($0) } ?? place.name
            for one in ukrainian { known.insert(Spelling.key(one)) }
            add(
                Settlement(
                    name: name, longitude: place.longitude, latitude: place.latitude, people: place.population ?? 0,
                    namesakes: ukrainian.compactMap { names[Spelling.key($0)] }.max() ?? 1),
                others + [place.name, name], official: ukrainian)
        }
        for (name, count) in names where !known.contains(name) {
            let latin = Romanisation.latin(name).split(separator: " ").map {
                $0.prefix(1).uppercased() + $0.dropFirst()
            }
            .joined(separator: " ")
            add(Settlement(name: latin, longitude: nil, latitude: nil, people: 0, namesakes: count), [name, latin])
        }
        if let spellings {
            for entry in try Self.decode([SpellingEntry].self, try InputFile(path: spellings)) {
                let known =
                    bySpelling[Spelling.key(entry.sourceSpelling)] ?? bySpelling[Spelling.key(entry.correctSpelling)]
                    ?? []
                for spelling in (entry.incorrectSpellings ?? []) + (entry.relatedSpellings ?? []) + [
                    entry.correctSpelling
                ]
                where bySpelling[Spelling.key(spelling)] == nil { bySpelling[Spelling.key(spelling)] = known }
            }
        }
        for (spelling, settlements) in bySpelling {
            // Most are one; the largest is meant where nothing else is said.
            let largest =
                settlements.count < 2 ? settlements : settlements.sorted { ($1.people, $0.name) < ($0.people, $1.name) }
            let official = settlements.count < 2 ? [] : byOfficial[spelling] ?? []
            let sorted =
                official.isEmpty
                ? largest : largest.filter(official.contains) + largest.filter { !official.contains($0) }
            self.bySpelling[spelling] = sorted
            guard spelling.utf8.allSatisfy({ $0 < 0x80 }) else { continue }
            bySkeleton[Romanisation.skeleton(spelling), default: []] += sorted
        }
        for (skeleton, settlements) in bySkeleton where settlements.count > 1 {
            bySkeleton[skeleton] = settlements.sorted { ($1.people, $0.name) < ($0.people, $1.name) }
        }
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, _ file: InputFile) throws(InputFault) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(file.bytes))
        } catch {
            throw .document(
                DocumentFault(
                    file: file.path, line: 1, column: 1, keys: "",
                    problem: .wrongKind(expected: "a gazetteer's JSON list; fetch it again with scripts/fetch-geodata"))
            )
        }
    }

    /// The names of settlements in an official list, in lower case, and how many have each.
    private static func officialNames(_ file: InputFile) throws(InputFault) -> [String: Int] {
        var names: [String: Int] = [:]
        for line in file.bytes.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: ","), maxSplits: 6, omittingEmptySubsequences: false)
            guard fields.count == 7, let category = fields[5].first, settlements.contains(category),
                fields[5].count == 1
            else { continue }
            let name = String(decoding: fields[6], as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            names[Spelling.key(name.trimmingCharacters(in: ["\""])), default: 0] += 1
        }
        return names
    }

    /// The list's categories of settlements: cities, cities with special status, towns, villages.
    private static let settlements = Set("MKTCX".utf8)
}
