import Foundation
import Territory
import TestSupport
import Testing

@testable import Claims

/// A text may end behind any word.
@Suite struct TextEndTests {
    private let (reader, day): (TextReader, CalendarDay)

    init() throws {
        (reader, day) = (try Reading.reader.get(), try #require(CalendarDay("2025-06-24")))
    }

    private func readAllBeginnings(of text: String) -> Int {
        var (end, count) = (text.startIndex, 0)
        while end < text.endIndex {
            let word = text[end...].drop { $0.isWhitespace }.prefix { !$0.isWhitespace }
            end = max(word.endIndex, text.index(after: end))
            let beginning = String(text[..<end])
            // With the mark behind its last word, and without.
            for text in [beginning, String(beginning.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())] {
                _ = reader.read(text, published: day)
                count += 1
            }
        }
        return count
    }

    /// Each of these, cut somewhere, ended the program, 2026-11-22: what stands behind a word was looked at without asking
    /// whether anything does.
    @Test(arguments: [
        "They took 5 sq km in Russia", "It took 505 sq km. Huliaipole accounted for two fifths of",
        "Gained 188 square miles (487 sq km) since the start of the year. Half a",
        "За тиждень ворог зайняв 46 кв. км. З прикордоння вивезли 56 тисяч",
        "Linia frontu liczy około 1200 km. Rosja straciła w miesiąc 28 tys",
        "About 6,600 sq km of Donetsk region, a quarter of",
    ]) func sentencesThatBreakOffAreRead(text: String) {
        #expect(readAllBeginnings(of: text) >= 2 * text.split(separator: " ").count)
    }

    @Test(arguments: ["en", "other", "fresh", "later", "newest", "latest", "unseen", "november", "wordings", "plain"])
    func passagesThatBreakOffAreRead(file: String) throws {
        let lines = try String(contentsOfFile: TestData.file("Tests/Fixtures/passages/\(file).jsonl"), encoding: .utf8)
            .split(separator: "\n")
        for line in lines.enumerated().filter({ $0.offset % 12 == 0 }).map(\.element) {
            let passage = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let text = try #require(passage["text"] as? String)
            #expect(readAllBeginnings(of: text) > 0)
        }
    }

    @Test func aBlankTokenStandsBeyondTheEnds() {
        let row = TokenRow(Tokenizer.tokens(of: "190 sq km"))
        #expect(row.map(\.text) == ["190", "sq", "km"])
        #expect(row[-1] == row[3] && row[3] == row[1000] && row[3].text.isEmpty && row[3].kind == .mark)
    }
}
