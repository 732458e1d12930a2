/// Ukrainian names in Latin letters, by the rules of the Cabinet of Ministers (resolution 55 of 27 January 2010).
public enum Romanisation {
    private static let letters: [Character: String] = [
        "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
        "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
        "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu",
        "я": "ia",
    ]
    private static let atTheBeginning: [Character: String] = ["є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"]
    private static let apostrophes: Set<Character> = ["'", "’", "ʼ", "`"]
    /// Letters of Russian names, as English writes them.
    private static let russianLetters: [Character: String] = [
        "г": "g", "е": "e", "и": "i", "й": "y", "ы": "y", "э": "e", "ё": "yo", "ъ": "", "ь": "", "ю": "yu", "я": "ya",
    ]

    /// A Ukrainian name in Latin letters; other characters stay.
    public static func latin(_ name: some StringProtocol) -> String {
        romanised(name, letters: letters, atTheBeginning: atTheBeginning, joinsZh: true)
    }

    /// A Russian name in Latin letters, as English-language news writes it.
    public static func latin(russian name: some StringProtocol) -> String {
        romanised(
            name, letters: letters.merging(russianLetters) { $1 }, atTheBeginning: ["е": "ye"], joinsZh: false)
    }

    private static func romanised(
        _ name: some StringProtocol, letters: [Character: String], atTheBeginning: [Character: String], joinsZh: Bool
    ) -> String {
        var latin = ""
        var before: Character?
        for letter in name {
            let small = Character(letter.lowercased())
            let begins = !(before?.isLetter ?? false) && !(before.map(apostrophes.contains) ?? false)
            var written = (begins ? atTheBeginning[small] : nil) ?? letters[small] ?? String(letter)
            // "зг" would read as "zh".
            if joinsZh, small == "г", before == "з" { written = "gh" }
            if apostrophes.contains(letter) { written = "" }
            latin += letter.isUppercase ? written.prefix(1).uppercased() + written.dropFirst() : written
            before = apostrophes.contains(letter) ? letter : small
        }
        return latin
    }

    /// What stays of a spelling in Latin letters when what writers vary is left out: y and i, kh and h, doubled letters.
    ///
    /// - Parameter name: in lower case, of ASCII letters.
    static func skeleton(_ name: String) -> String {
        var skeleton: [UInt8] = []
        for letter in name.utf8 {
            let plain: UInt8
            switch letter {
            case UInt8(ascii: "y"), UInt8(ascii: "j"), UInt8(ascii: "i"): plain = UInt8(ascii: "i")
            case UInt8(ascii: "g"): plain = UInt8(ascii: "h")
            case UInt8(ascii: "w"): plain = UInt8(ascii: "v")
            case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: " "): continue
            default: plain = letter
            }
            guard plain != skeleton.last else { continue }
            // kh, zh, sh, ch, th: one sound, of which the h is left out
            if plain == UInt8(ascii: "h"), let last = skeleton.last, "kzsct".utf8.contains(last) { continue }
            if "aeu".utf8.contains(plain), skeleton.last == UInt8(ascii: "i") { skeleton.removeLast() }
            skeleton.append(plain)
        }
        return String(decoding: skeleton, as: UTF8.self)
    }
}
