/// A part of a text that can be cut into tokens without the rest: it begins behind the end of a line.
struct TextPart: Sendable {
    let text: Substring
    /// Where it begins, in bytes of the text.
    let offset: Int
    /// How many lines end just before it: two where an empty line or nothing stands before, else one.
    let newLines: Int

    /// The parts of a text in their order.
    ///
    /// - Parameter length: the least that each but the last one has, in bytes.
    static func parts(of text: String, length: Int = 1 << 16) -> [TextPart] {
        let utf8 = text.utf8
        var parts: [TextPart] = []
        var (start, newLines) = (utf8.startIndex, 2)
        while start < utf8.endIndex {
            var end = utf8.index(start, offsetBy: max(length, 2), limitedBy: utf8.endIndex) ?? utf8.endIndex
            var newLinesBehind: Int?
            while end < utf8.endIndex {
                newLinesBehind = Self.newLines(before: end, in: utf8)
                if newLinesBehind != nil { break }
                end = utf8.index(after: end)
            }
            parts.append(
                TextPart(
                    text: text[start..<end], offset: utf8.distance(from: utf8.startIndex, to: start),
                    newLines: newLines))
            (start, newLines) = (end, newLinesBehind ?? 0)
        }
        return parts
    }

    /// One where a line ends just before a place, two where that one is empty; none where no line ends, or what it ends
    /// with does not tell.
    private static func newLines(before end: String.Index, in utf8: String.UTF8View) -> Int? {
        let lineEnd = utf8.index(before: end)
        guard utf8[lineEnd] == UInt8(ascii: "\n") else { return nil }
        switch utf8[utf8.index(before: lineEnd)] {
        case UInt8(ascii: "\n"): return 2
        case UInt8(ascii: "!")...UInt8(ascii: "~"): return 1
        default: return nil
        }
    }
}
