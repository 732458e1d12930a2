import Territory

/// By the endings of inflected names, what their base forms may end with.
struct NameForms: Sendable {
    /// A byte of an ending, read from its end: which bytes may stand before it, and what the ending up to it stands for.
    private struct Node: Sendable {
        var before: [(byte: UInt8, place: Int)] = []
        var bases: [String] = []

        func place(before byte: UInt8) -> Int? { before.first { $0.byte == byte }?.place }
    }

    private var nodes = [Node()]

    /// Reads endings, each with a list of the base's; `-` is an ending of no letters.
    ///
    /// - Parameter cases: the endings that each may have behind it.
    /// - Throws: ``InputFault/document(_:)``.
    init(_ node: DocumentNode?, cases: [String] = [""]) throws(InputFault) {
        for (ending, list) in try node?.entries() ?? [] {
            let texts = try list.texts().map { $0 == "-" ? "" : $0 }
            for suffix in cases { add((ending == "-" ? "" : ending) + suffix, texts) }
        }
    }

    private mutating func add(_ ending: String, _ bases: [String]) {
        var place = 0
        for byte in ending.utf8.reversed() {
            if let next = nodes[place].place(before: byte) {
                place = next
            } else {
                nodes.append(Node())
                nodes[place].before.append((byte, nodes.count - 1))
                place = nodes.count - 1
            }
        }
        nodes[place].bases = bases
    }

    var isEmpty: Bool { nodes.count == 1 && nodes[0].bases.isEmpty }

    /// The word itself, and every base that its endings allow, those of longer endings first; at least two letters are left
    /// before the ending.
    func forms(of word: String) -> [String] {
        let bytes = word.utf8
        var found: [(stem: Substring, bases: [String])] = []
        var (place, index) = (0, bytes.endIndex)
        var lettersLeft = word.unicodeScalars.count
        while true {
            // Inside a letter no ending begins.
            let isLetter = index == bytes.endIndex || bytes[index] & 0xC0 != 0x80
            if isLetter, !nodes[place].bases.isEmpty { found.append((word[..<index], nodes[place].bases)) }
            guard index > bytes.startIndex else { break }
            let before = bytes.index(before: index)
            guard let next = nodes[place].place(before: bytes[before]) else { break }
            if bytes[before] & 0xC0 != 0x80 { lettersLeft -= 1 }
            guard lettersLeft > 1 else { break }
            (place, index) = (next, before)
        }
        var forms = [word]
        for (stem, bases) in found.reversed() {
            for base in bases {
                let form = String(stem) + base
                if !forms.contains(where: { $0.hasBytes(of: form) }) { forms.append(form) }
            }
        }
        return forms
    }
}
