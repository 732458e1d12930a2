/// How words and names are compared.
public enum Spelling {
    /// A word in lower case, with one kind of apostrophe and one of dash, and neither ё nor marks of stress.
    public static func key(_ word: some StringProtocol) -> String {
        var key = String.UnicodeScalarView()
        for scalar in word.lowercased().unicodeScalars {
            switch scalar.value {
            case 0x2019, 0x2BC, 0x2B9, 0x60: key.append("'")
            case 0x2010...0x2015, 0x2212: key.append("-")
            case 0x451: key.append("е")
            case 0x301, 0xAD: break
            default: key.append(scalar)
            }
        }
        return String(key)
    }
}
