import Foundation

/// How words and names are compared.
public enum Spelling {
    /// A word in lower case, with one kind of apostrophe and one of dash, and neither ё nor marks of stress.
    public static func key(_ word: String) -> String {
        word.utf8.allSatisfy(isOwnKey) ? word : String(decoding: bytes(ofKey: word), as: UTF8.self)
    }

    /// Whether a byte is that of a character that stands so in a key.
    private static func isOwnKey(_ byte: UInt8) -> Bool {
        byte < 0x80 && !(0x41...0x5A).contains(byte) && byte != UInt8(ascii: "`")
    }

    /// The key of a word, in UTF-8.
    static func bytes(ofKey word: String) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(word.utf8.count)
        append(keyOf: word, to: &key)
        return key
    }

    /// Appends the key of a word, in UTF-8.
    static func append(keyOf word: String, to key: inout [UInt8]) {
        // Marks that stand behind their letters (U+0300 to U+036F) are joined with them first.
        if word.utf8.contains(where: { $0 == 0xCC || $0 == 0xCD }) {
            append(keyOfComposed: word.precomposedStringWithCanonicalMapping, to: &key)
        } else {
            append(keyOfComposed: word, to: &key)
        }
    }

    private static func append(keyOfComposed word: String, to key: inout [UInt8]) {
        for scalar in word.unicodeScalars {
            switch scalar.value {
            // The common ranges first: asking for a scalar's properties costs more than all else here.
            case 0x41...0x5A: key.append(UInt8(scalar.value) + 0x20)
            case 0x60: key.append(UInt8(ascii: "'"))
            case 0..<0x80: key.append(UInt8(scalar.value))
            case 0x410...0x42F: append(scalar.value + 0x20, to: &key)
            case 0x430..<0x450: append(scalar.value, to: &key)
            default:
                for small in scalar.properties.lowercaseMapping.unicodeScalars { append(small, to: &key) }
            }
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to key: inout [UInt8]) {
        switch scalar.value {
        case 0x2019, 0x2BC, 0x2B9, 0x60: key.append(UInt8(ascii: "'"))
        case 0x2010...0x2015, 0x2212: key.append(UInt8(ascii: "-"))
        case 0x451: append(0x435, to: &key)
        case 0x301, 0xAD: break
        default: key.append(contentsOf: String(scalar).utf8)
        }
    }

    /// Appends a scalar of two bytes.
    private static func append(_ scalar: UInt32, to key: inout [UInt8]) {
        key.append(UInt8(0xC0 | scalar >> 6))
        key.append(UInt8(0x80 | scalar & 0x3F))
    }
}
