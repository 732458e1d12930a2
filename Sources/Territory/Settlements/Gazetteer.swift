import GeometryCore

/// The settlements of a country by any spelling of their names.
public struct Gazetteer: Sendable {
    /// The settlements with coordinates.
    private var places: [Settlement] = []
    /// By the key of an official name, the lines of the official list that have it.
    private var official = SpellingTable()
    /// By spelling, which settlements have it, and whether officially: twice the settlement's number, and one. Numbers
    /// behind those of the places are names of the official list, of which no more is known.
    private var bySpelling = SpellingTable()
    /// By skeleton of a Latin spelling, the numbers of settlements.
    private var bySkeleton = SpellingTable()

    /// A gazetteer without settlements.
    public init() {}

    /// How many spellings there are.
    public var count: Int { bySpelling.count }

    /// The settlements that a spelling means: those of which it is the official name first, and the largest first of each.
    ///
    /// - Parameter spelling: in lower case, with `'` for every apostrophe.
    public func settlements(spelled spelling: String) -> [Settlement] {
        let numbers = bySpelling.numbers(of: spelling.utf8)
        guard numbers.count > 1 else { return numbers.map { settlement($0 / 2) } }
        // The official spelling of a name means the place before a larger one that only some call so.
        let official = numbers.filter { $0 % 2 == 1 }
        return largestFirst(official)
            + largestFirst(numbers.filter { $0 % 2 == 0 && !official.contains($0 + 1) })
    }

    /// Whether a spelling is that of a settlement.
    ///
    /// - Parameter spelling: in lower case, with `'` for every apostrophe.
    public func knows(_ spelling: String) -> Bool { bySpelling.index(of: spelling.utf8) != nil }

    /// Whether a spelling is the official name of a settlement.
    ///
    /// - Parameter spelling: in lower case, with `'` for every apostrophe.
    public func isOfficial(_ spelling: String) -> Bool { official.index(of: spelling.utf8) != nil }

    /// The settlements whose Latin name differs from a spelling only in what writers vary: y and i, doubled letters.
    public func settlements(like spelling: String) -> [Settlement] {
        guard spelling.utf8.allSatisfy({ $0 < 0x80 }) else { return [] }
        return largestFirst(bySkeleton.numbers(of: Romanisation.skeleton(spelling.utf8)))
    }

    private func largestFirst(_ numbers: [Int]) -> [Settlement] {
        numbers.map { settlement($0 / 2) }.sorted { ($1.people, $0.name) < ($0.people, $1.name) }
    }

    private func settlement(_ number: Int) -> Settlement {
        guard number >= places.count else { return places[number] }
        let index = number - places.count
        let name = Romanisation.latin(String(decoding: official.spelling(index), as: UTF8.self))
        return Settlement(
            name: name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " "),
            longitude: nil, latitude: nil, people: 0, namesakes: official.numbers(at: index).count)
    }
}

extension Gazetteer {
    /// Reads a gazetteer.
    ///
    /// - Parameters:
    ///   - places: GeoNames' places as a JSON list: `name`, `latitude`, `longitude`, `population`, `alternatenames`.
    ///   - official: the official list of names as CSV: codes in the first five columns, the category, the name.
    ///   - spellings: right, wrong and other spellings as a JSON list; none where there is no such file.
    /// - Throws: ``InputFault/unreadable(path:problem:)``, ``InputFault/document(_:)``.
    public init(places: String, official: String, spellings: String?) throws(InputFault) {
        let officialList = try InputFile(path: official)
        let placeList = try Self.entries(of: try InputFile(path: places))
        let spellingList = try spellings.map { path throws(InputFault) in
            try Self.entries(of: try InputFile(path: path))
        }
        readOfficialNames(officialList)
        var isPlace = [Bool](repeating: false, count: self.official.count)
        for entry in placeList {
            guard let place = GeoNamesPlace(entry) else { throw Self.fault(places) }
            for index in add(place) { isPlace[index] = true }
        }
        for index in isPlace.indices where !isPlace[index] { addOfficialName(index) }
        for entry in spellingList ?? [] { addSpellings(entry) }
        for index in 0..<bySpelling.count {
            let spelling = bySpelling.spelling(index)
            guard spelling.allSatisfy({ $0 < 0x80 }) else { continue }
            let skeleton = Romanisation.skeleton(spelling)
            for number in bySpelling.numbers(at: index) { bySkeleton.add(number / 2 * 2, to: skeleton) }
        }
    }

    private struct GeoNamesPlace {
        let name: String
        let longitude: Double
        let latitude: Double
        let people: Int
        let otherNames: [String]

        init?(_ entry: JSONObject) {
            guard let name = entry["name"]?.string, let longitude = entry["longitude"]?.number,
                let latitude = entry["latitude"]?.number
            else { return nil }
            (self.name, self.longitude, self.latitude) = (name, longitude, latitude)
            people = entry["population"]?.number.flatMap { Int(exactly: $0) } ?? 0
            otherNames = entry["alternatenames"]?.texts ?? []
        }
    }

    /// Adds a place; which official names it has.
    private mutating func add(_ place: GeoNamesPlace) -> [Int] {
        let others = place.otherNames.map { (name: $0, key: Spelling.bytes(ofKey: $0)) }
        let ukrainian = others.compactMap { other in
            official.index(of: other.key).map { (key: other.key, latin: Romanisation.latin(other.name), index: $0) }
        }
        let name = ukrainian.first { $0.latin == place.name }?.latin ?? ukrainian.first?.latin ?? place.name
        let number = 2 * places.count
        places.append(
            Settlement(
                name: name, longitude: place.longitude, latitude: place.latitude, people: place.people,
                namesakes: ukrainian.map { official.numbers(at: $0.index).count }.max() ?? 1))
        // Of the official names that a place is called by, others may be its old ones: Nikopol was a Slov'iansk.
        for own in ukrainian where own.latin == name { bySpelling.add(number + 1, to: own.key) }
        bySpelling.add(number + 1, to: Spelling.bytes(ofKey: name))
        for other in others { bySpelling.add(number, to: other.key) }
        bySpelling.add(number, to: Spelling.bytes(ofKey: place.name))
        return ukrainian.map(\.index)
    }

    /// Adds a settlement of which only the official name is known.
    private mutating func addOfficialName(_ index: Int) {
        let number = 2 * (places.count + index)
        let spelling = official.spelling(index)
        bySpelling.add(number + 1, to: Romanisation.latin(String(decoding: spelling, as: UTF8.self)).utf8)
        bySpelling.add(number, to: spelling)
    }

    /// Adds what else a name is spelled as, right and wrong; a spelling that is another's stays it.
    private mutating func addSpellings(_ entry: JSONObject) {
        func known(_ key: String) -> [Int] {
            bySpelling.numbers(of: Spelling.key(entry[key]?.string ?? "").utf8).map { $0 / 2 * 2 }
        }
        let source = known("sourceSpelling")
        let meant = source.isEmpty ? known("correctSpelling") : source
        let spellings = ["incorrectSpellings", "relatedSpellings"].flatMap { entry[$0]?.texts ?? [] }
        for spelling in spellings + [entry["correctSpelling"]?.string ?? ""] {
            let key = Spelling.key(spelling)
            guard bySpelling.index(of: key.utf8) == nil else { continue }
            for number in meant { bySpelling.add(number, to: key.utf8) }
        }
    }

    /// Reads the names of settlements from an official list.
    private mutating func readOfficialNames(_ file: InputFile) {
        var key: [UInt8] = []
        var rest = file.bytes[...]
        var number = 0
        while !rest.isEmpty {
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            rest = rest[min(line.endIndex + 1, rest.endIndex)...]
            number += 1
            guard let name = Self.officialName(in: line) else { continue }
            key.removeAll(keepingCapacity: true)
            Spelling.append(keyOf: String(decoding: name, as: UTF8.self), to: &key)
            official.add(number, to: key)
        }
    }

    /// The name that a line of the official list gives a settlement: five codes, the category of one letter, the name.
    private static func officialName(in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var rest = line
        for _ in 0..<5 {
            guard let comma = rest.firstIndex(of: UInt8(ascii: ",")) else { return nil }
            rest = rest[(comma + 1)...]
        }
        guard let category = rest.popFirst(), isSettlement(category), rest.popFirst() == UInt8(ascii: ",") else {
            return nil
        }
        func isAround(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "\"") }
        while let last = rest.last, isAround(last) { rest.removeLast() }
        return rest.drop(while: isAround)
    }

    /// Whether a category of the list is one of settlements: cities, cities with special status, towns, villages.
    private static func isSettlement(_ category: UInt8) -> Bool {
        switch category {
        case UInt8(ascii: "M"), UInt8(ascii: "K"), UInt8(ascii: "T"), UInt8(ascii: "C"), UInt8(ascii: "X"): true
        default: false
        }
    }

    /// The objects of a JSON list.
    private static func entries(of file: InputFile) throws(InputFault) -> [JSONObject] {
        guard case .array(let entries) = try? JSONValue.parse(file.bytes) else { throw fault(file.path) }
        return entries.compactMap(\.object)
    }

    private static func fault(_ path: String) -> InputFault {
        .document(
            DocumentFault(
                file: path, line: 1, column: 1, keys: "",
                problem: .wrongKind(expected: "a gazetteer's JSON list; fetch it again with scripts/fetch-geodata")))
    }
}

extension JSONValue {
    /// The texts of a list.
    fileprivate var texts: [String] {
        guard case .array(let values) = self else { return [] }
        return values.compactMap(\.string)
    }
}
