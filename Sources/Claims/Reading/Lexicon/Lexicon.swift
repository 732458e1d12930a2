import Territory

/// The words of one language with which people report on territory.
///
/// A class, since every reader of a sentence has it; nothing of it changes.
public final class Lexicon: Sendable {
    /// The language's code: `en`.
    public let language: String
    /// Frequent words, and letters, that tell the language from others.
    let common: WordSet
    let letters: Set<Character>
    /// Whether `1,234` is a thousand and some, and `1.234` one and some.
    let decimalMark: String
    /// What a point follows without ending a sentence.
    let abbreviations: Set<String>
    /// What a point follows without ending a sentence where a number comes next: "4 тис. 300".
    let scaleAbbreviations: Set<String>
    /// By the ending of an inflected name, what its base form may end with.
    let nameForms: NameForms
    /// By the ending of an adjective that is made of a place's name, what the name may end with.
    let adjectiveForms: NameForms
    /// By the ending of an inflected surname, what its base form may end with.
    let surnameForms: NameForms
    /// Endings of a surname behind a verb of saying that make it who is told: "доложили Путину".
    let addresseeEndings: [String]
    /// Endings of surnames that are Ukrainian also where other names in Cyrillic are Russian ones.
    let ukrainianSurnames: [String]
    /// First names of women as they stand for who speaks: a surname behind them is no man's in another case.
    let womensNames: Set<String>
    /// Whether nouns begin with a capital: then only exact spellings are names of places.
    let hasCapitalNouns: Bool
    /// Whether a point behind a number makes it an ordinal: "4. Juni".
    let hasOrdinalPoint: Bool
    /// Whether months and days of the week begin with a capital: then "may" and "sat" are verbs.
    let hasCapitalMonths: Bool
    /// Whether a verb may stand behind what it is about: "до межі не дійшов".
    let hasFreeOrder: Bool
    /// Whether names in Cyrillic are Russian ones.
    let hasRussianNames: Bool
    /// Whether "region" stands before the name: "Region Sumy".
    let headsStandBefore: Bool
    let phrases: PhraseIndex

    /// Reads a lexicon.
    ///
    /// - Throws: ``InputFault/document(_:)`` with line and column, ``InputFault/unreadable(path:problem:)``.
    public init(path: String) throws(InputFault) {
        let root = try DocumentNode.read(try InputFile(path: path))
        let header = [
            "language", "common", "letters", "decimalMark", "abbreviations",
            "scaleAbbreviations", "nameEndings", "adjectiveCases",
            "adjectiveEndings",
            "surnameEndings", "headsStandBefore", "hasFreeOrder", "hasRussianNames", "hasCapitalMonths",
            "hasOrdinalPoint", "hasCapitalNouns", "addresseeEndings", "ukrainianSurnames", "womensNames",
        ]
        try root.allow(only: header + Cue.ofLexicons.map(\.key))
        language = try root.required("language").text()
        common = WordSet(try root.required("common").texts())
        letters = Set(try root["letters"]?.text() ?? "")
        decimalMark = try root.required("decimalMark").text()
        abbreviations = Set(try root["abbreviations"]?.texts() ?? [])
        scaleAbbreviations = Set(try root["scaleAbbreviations"]?.texts() ?? [])
        surnameForms = try NameForms(root["surnameEndings"])
        addresseeEndings = try root["addresseeEndings"]?.texts() ?? []
        ukrainianSurnames = try root["ukrainianSurnames"]?.texts() ?? []
        womensNames = Set(try root["womensNames"]?.texts() ?? [])
        hasCapitalNouns = try root["hasCapitalNouns"]?.flag() ?? false
        hasOrdinalPoint = try root["hasOrdinalPoint"]?.flag() ?? false
        hasCapitalMonths = try root["hasCapitalMonths"]?.flag() ?? false
        hasFreeOrder = try root["hasFreeOrder"]?.flag() ?? false
        hasRussianNames = try root["hasRussianNames"]?.flag() ?? false
        headsStandBefore = try root["headsStandBefore"]?.flag() ?? false
        nameForms = try NameForms(root["nameEndings"])
        adjectiveForms = try NameForms(
            root["adjectiveEndings"], cases: try root["adjectiveCases"]?.texts() ?? [""])
        var phrases = PhraseIndex()
        let lists = try root.byKey()
        for cue in Cue.ofLexicons {
            guard let node = lists[cue.key] else { continue }
            if cue.isByValue {
                for (value, list) in try node.entries() {
                    guard cue.allows(value) else { throw list.fault(.wrongKind(expected: cue.valuesAllowed)) }
                    try phrases.add(list, cue: cue, value: value)
                }
            } else {
                try phrases.add(node, cue: cue, value: "")
            }
        }
        self.phrases = phrases
    }

    /// How many of the words are this language's: frequent ones count twice, and so does a letter of its own.
    func score(_ tokens: [Token]) -> Int {
        let counts = Tagger(WordNumbers(tokens), [phrases]).tag(tokens.indices).counts
        return zip(tokens, counts).reduce(0) { sum, entry in
            let (token, count) = entry
            guard token.kind == .word else { return sum }
            return sum + (common.contains(token.key) ? 2 : 0) + (token.key.contains { letters.contains($0) } ? 2 : 0)
                + (count > 0 ? 1 : 0)
        }
    }
}

extension Cue {
    /// Whether the lexicon lists this cue's phrases under values.
    var isByValue: Bool {
        switch self {
        case .number, .scale, .fraction, .unit, .single, .per, .hedge, .hedgeAfter, .month, .weekday, .season,
            .timeUnit,
            .ordinal, .dayWord, .event, .multiple, .part, .republic:
            true
        default: false
        }
    }

    /// Whether a value may stand under this cue.
    func allows(_ value: String) -> Bool {
        switch self {
        case .number, .scale, .fraction, .multiple, .part: Double(value) != nil
        case .unit, .single: ClaimUnit(rawValue: value) != nil
        case .per: ["day", "week", "month"].contains(value)
        case .hedge, .hedgeAfter: Comparator(rawValue: value) != nil && value != Comparator.range.rawValue
        case .month: (1...12).contains(Int(value) ?? 0)
        case .weekday: (1...7).contains(Int(value) ?? 0)
        case .ordinal: (1...4).contains(Int(value) ?? 0)
        case .dayWord: (1...31).contains(Int(value) ?? 0)
        case .season: TimeSeason(rawValue: value) != nil
        case .timeUnit: TimeUnit(rawValue: value) != nil
        case .event: CalendarDay(value) != nil
        default: true
        }
    }

    /// What is expected where a value is not allowed.
    var valuesAllowed: String {
        switch self {
        case .number, .scale, .fraction, .multiple, .part: "phrases under numbers"
        case .unit, .single: "phrases under units: " + ClaimUnit.allCases.map(\.rawValue).joined(separator: ", ")
        case .per: "phrases under day, week or month"
        case .hedge, .hedgeAfter: "phrases under comparators: =, ~, >, >=, <, <="
        case .month: "phrases under 1 to 12"
        case .weekday: "phrases under 1 (Monday) to 7"
        case .ordinal: "phrases under 1 to 4"
        case .dayWord: "phrases under 1 to 31"
        case .season: "phrases under " + TimeSeason.allCases.map(\.rawValue).joined(separator: ", ")
        case .timeUnit: "phrases under " + TimeUnit.allCases.map(\.rawValue).joined(separator: ", ")
        case .event: "phrases under dates as 2022-02-24"
        default: "a list of phrases"
        }
    }
}
