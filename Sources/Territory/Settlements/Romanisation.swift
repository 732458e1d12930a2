/// Ukrainian names in Latin letters, by the rules of the Cabinet of Ministers (resolution 55 of 27 January 2010).
public enum Romanisation {
    private static let letters: [Character: String] = [
        "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
        "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
        "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu",
        "я": "ia",
    ]
    private static let atTheBeginning: [Character: String] = ["є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"]
    /// Letters of Russian names, as English writes them.
    private static let russianLetters: [Character: String] = [
        "г": "g", "е": "e", "и": "i", "й": "y", "ы": "y", "э": "e", "ё": "yo", "ъ": "", "ь": "", "ю": "yu", "я": "ya",
    ]

    /// A Ukrainian name in Latin letters; other characters stay.
    public static func latin(_ name: some StringProtocol) -> String { ukrainian.latin(name) }

    /// A Russian name in Latin letters, as English-language news writes it.
    public static func latin(russian name: some StringProtocol) -> String { russian.latin(name) }

    private static let ukrainian = Table(letters, atTheBeginning: atTheBeginning, joinsZh: true)
    private static let russian = Table(
        letters.merging(russianLetters) { $1 }, atTheBeginning: ["е": "ye"], joinsZh: false)

    /// The Latin letters by those of a language; a gazetteer has tens of thousands of names to write so.
    private struct Table: Sendable {
        /// By scalar from `а` to `ґ`; none for what stays.
        private var written = [String?](repeating: nil, count: Self.scalars.count)
        private var beginning = [String?](repeating: nil, count: Self.scalars.count)
        /// The same with a capital.
        private var writtenLarge = [String?](repeating: nil, count: Self.scalars.count)
        private var beginningLarge = [String?](repeating: nil, count: Self.scalars.count)
        private let joinsZh: Bool

        private static let scalars: Range<UInt32> = 0x430..<0x492

        init(_ letters: [Character: String], atTheBeginning: [Character: String], joinsZh: Bool) {
            self.joinsZh = joinsZh
            for (letter, latin) in letters.merging(atTheBeginning, uniquingKeysWith: { one, _ in one }) {
                guard let scalar = letter.unicodeScalars.first, Self.scalars.contains(scalar.value) else { continue }
                let index = Int(scalar.value - Self.scalars.lowerBound)
                written[index] = latin
                beginning[index] = atTheBeginning[letter] ?? latin
            }
            writtenLarge = written.map { $0.map(Self.large) }
            beginningLarge = beginning.map { $0.map(Self.large) }
        }

        private static func large(_ letters: String) -> String { letters.prefix(1).uppercased() + letters.dropFirst() }

        func latin(_ name: some StringProtocol) -> String {
            var latin = ""
            var isInside = false
            var isBehindZ = false
            for scalar in name.unicodeScalars {
                let small: UInt32
                switch scalar {
                case "'", "’", "ʼ", "`":
                    (isInside, isBehindZ) = (true, false)
                    continue
                default: small = Self.small(scalar)
                }
                guard Self.scalars.contains(small) else {
                    latin.unicodeScalars.append(scalar)
                    (isInside, isBehindZ) = (scalar.properties.isAlphabetic, false)
                    continue
                }
                let index = Int(small - Self.scalars.lowerBound)
                let isLarge = small != scalar.value
                // "зг" would read as "zh".
                if joinsZh, isBehindZ, small == 0x433 {
                    latin += isLarge ? "Gh" : "gh"
                } else if let letters = isLarge
                    ? (isInside ? writtenLarge[index] : beginningLarge[index])
                    : (isInside ? written[index] : beginning[index])
                {
                    latin += letters
                } else {
                    latin.unicodeScalars.append(scalar)
                }
                (isInside, isBehindZ) = (true, small == 0x437)
            }
            return latin
        }

        private static func small(_ scalar: Unicode.Scalar) -> UInt32 {
            switch scalar.value {
            case 0x400...0x40F: scalar.value + 0x50
            case 0x410...0x42F: scalar.value + 0x20
            case 0x490: scalar.value + 1
            default: scalar.value
            }
        }
    }

    /// What stays of a spelling in Latin letters when what writers vary is left out: y and i, kh and h, doubled letters.
    ///
    /// - Parameter name: in lower case, of ASCII letters, as bytes.
    static func skeleton(_ name: some Collection<UInt8>) -> [UInt8] {
        var skeleton: [UInt8] = []
        for letter in name {
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
            switch (skeleton.last, plain) {
            case (UInt8(ascii: "k"), UInt8(ascii: "h")), (UInt8(ascii: "z"), UInt8(ascii: "h")),
                (UInt8(ascii: "s"), UInt8(ascii: "h")), (UInt8(ascii: "c"), UInt8(ascii: "h")),
                (UInt8(ascii: "t"), UInt8(ascii: "h")):
                continue
            case (UInt8(ascii: "i"), UInt8(ascii: "a")), (UInt8(ascii: "i"), UInt8(ascii: "e")),
                (UInt8(ascii: "i"), UInt8(ascii: "u")):
                skeleton[skeleton.count - 1] = plain
            default: skeleton.append(plain)
            }
        }
        return skeleton
    }
}
