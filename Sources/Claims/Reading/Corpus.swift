import Foundation
import Territory

/// A passage of a corpus of texts.
public struct CorpusPassage: Sendable {
    /// Its identifier.
    public let id: String
    /// When it was published.
    public let published: CalendarDay
    /// The text.
    public let text: String

    private struct Line: Decodable {
        let id: String
        let published: String
        let text: String
    }

    /// Reads a corpus: a passage a line, as JSON with `id`, `published` and `text`.
    ///
    /// - Throws: ``InputFault/document(_:)`` with the line, ``InputFault/unreadable(path:problem:)``.
    public static func read(path: String) throws(InputFault) -> [CorpusPassage] {
        var passages: [CorpusPassage] = []
        let lines = try InputFile(path: path).text().split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
            guard let read = try? JSONDecoder().decode(Line.self, from: Data(line.utf8)),
                let day = CalendarDay(read.published)
            else {
                throw .document(
                    DocumentFault(
                        file: path, line: index + 1, column: 1, keys: "",
                        problem: .wrongKind(expected: "a JSON object with `id`, `published` (2025-06-08) and `text`")))
            }
            passages.append(CorpusPassage(id: read.id, published: day, text: read.text))
        }
        return passages
    }
}
