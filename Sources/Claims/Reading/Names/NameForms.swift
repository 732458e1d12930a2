/// What the base form of an inflected name can be.
enum NameForms {
    /// The word itself, and every base that its endings allow.
    static func bases(of word: String, by endings: [(ending: String, bases: [String])]) -> [String] {
        var forms = [word]
        for (ending, bases) in endings where word.hasSuffix(ending) && word.count > ending.count + 1 {
            let stem = word.dropLast(ending.count)
            for base in bases {
                let form = String(stem) + base
                if !forms.contains(form) { forms.append(form) }
            }
        }
        return forms
    }
}
