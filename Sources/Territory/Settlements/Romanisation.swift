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
    static func skeleton(_ name: some StringProtocol) -> String {
        var skeleton = ""
        for letter in name.lowercased() {
            let plain: Character? =
                switch letter {
                case "y", "j", "i": "i"
                case "g": "h"
                case "w": "v"
                case "e", "o": letter
                case "'", "’", "-", " ": nil
                default: letter
                }
            guard let plain, plain != skeleton.last else { continue }
            if plain == "h", let last = skeleton.last, "kzsct".contains(last) {
                // kh, zh, sh, ch, th: one sound, of which the h is left out
                continue
            }
            if "aeu".contains(plain), skeleton.last == "i" { skeleton.removeLast() }
            skeleton.append(plain)
        }
        return skeleton
    }
}
