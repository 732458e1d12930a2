import Territory

/// By the endings of inflected names, what their base forms may end with.
struct NameForms: Sendable {
    private var bases: [String: [String]] = [:]
    /// How long the endings are, in characters, the longest first.
    private var lengths: [Int] = []

    /// Reads endings, each with a list of the base's; `-` is an ending of no letters.
    ///
    /// - Parameter cases: the endings that each may have behind it.
    /// - Throws: ``InputFault/document(_:)``.
    init(_ node: DocumentNode?, cases: [String] = [""]) throws(InputFault) {
        for (ending, list) in try node?.entries() ?? [] {
            let texts = try list.texts().map { $0 == "-" ? "" : $0 }
            for suffix in cases { bases[(ending == "-" ? "" : ending) + suffix] = texts }
        }
        lengths = Set(bases.keys.map(\.count)).sorted(by: >)
    }

    var isEmpty: Bool { bases.isEmpty }

    /// The word itself, and every base that its endings allow, those of longer endings first.
    func forms(of word: String) -> [String] {
        var forms = [word]
        let count = word.count
        for length in lengths where length + 1 < count {
            guard let bases = bases[String(word.suffix(length))] else { continue }
            let stem = word.dropLast(length)
            for base in bases {
                let form = String(stem) + base
                if !forms.contains(form) { forms.append(form) }
            }
        }
        return forms
    }
}
