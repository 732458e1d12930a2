/// Where a YAML text refers to an anchor: `*name` where a value or a key may begin (YAML 1.1 §3.2.2.2, as libyaml reads it).
///
/// Told without reading the text, since reading it is what an alias makes dear. So a `*name` in quotes or in running text
/// counts as well.
enum YAMLAlias {
    /// The line of the first alias, from 1.
    ///
    /// A line that begins with `#` is passed over, unless the text has an anchor: the line may end a quotation, and then
    /// is no comment.
    static func firstLine(in text: String) -> Int? {
        firstLine(in: text, of: "*", withComments: firstLine(in: text, of: "&", withComments: true) != nil)
    }

    private static func firstLine(in text: String, of mark: Unicode.Scalar, withComments: Bool) -> Int? {
        var line = 1
        var (isBlankSoFar, isComment) = (true, false)
        var previous: Unicode.Scalar = "\n"
        /// How many characters of a name have followed the mark; none where no mark stands before.
        var name: Int?
        for scalar in text.unicodeScalars {
            if let length = name {
                if isNamed(scalar) {
                    name = length + 1
                } else {
                    if length > 0, ends(scalar) { return line }
                    name = nil
                }
            }
            if isBreak(scalar) {
                if scalar != "\n" || previous != "\r" { line += 1 }
                (isBlankSoFar, isComment) = (true, false)
            } else if isBlankSoFar, scalar != " ", scalar != "\t" {
                isBlankSoFar = false
                isComment = scalar == "#" && !withComments
            }
            if scalar == mark, !isComment, begins(previous) { name = 0 }
            previous = scalar
        }
        return (name ?? 0) > 0 ? line : nil
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    private static func isNamed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "A"..."Z", "a"..."z", "_", "-": true
        default: false
        }
    }

    /// Whether a value or a key may begin after it.
    private static func begins(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "[", "{", ",", ":", "-", "?": true
        default: isBreak(scalar)
        }
    }

    /// Whether a name may end before it.
    private static func ends(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "?", ":", ",", "]", "}", "%", "@", "`", "\0": true
        default: isBreak(scalar)
        }
    }
}
