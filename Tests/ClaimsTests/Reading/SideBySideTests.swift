import Territory
import TestSupport
import Testing

@testable import Claims

/// Parts of a text that are read at the same time say what the text says read in one go.
@Suite struct SideBySideTests {
    static let lines = [
        "Russia took 190 sq km in the past month.", "  Ворог захопив 4,5 тис. кв. км.  ", "", "\u{A0}", "\t", "•",
        "a line\r", "l'armée", "the end of May\u{200B}", "2025.", "«Хортиця»", "e\u{301}",
    ]

    @Test(arguments: ["\n", "\n\n", "\r\n", "\n \n", "\n\u{A0}\n", " "])
    func aTextCutBehindAnyLineHasTheSameTokens(separator: String) {
        // Every two lines stand beside one another.
        let text = Self.lines.flatMap { one in Self.lines.map { one + separator + $0 } }.joined(separator: separator)
        let whole = Tokenizer.tokens(of: text)
        for length in [1, 7, 100, 1 << 16] {
            let parts = TextPart.parts(of: text, length: length)
            #expect(parts.map(\.text).joined() == text)
            #expect(parts.flatMap { Tokenizer.tokens(of: $0) } == whole, "length \(length)")
        }
    }

    @Test func linesAreCutApart() {
        let text = String(repeating: "Russia took 190 sq km.\n", count: 10)
        #expect(TextPart.parts(of: text, length: 1).count == 10)
        #expect(TextPart.parts(of: "", length: 1).isEmpty)
    }

    /// Longer than what is cut or tagged in one go, with phrases across every place where that ends.
    @Test func aLongTextSaysTheSameReadInPartsAndWhole() async throws {
        let reader = try Reading.reader.get()
        let day = try #require(CalendarDay("2025-06-08"))
        let sentences = LongTextTests.phrases.map {
            "Since then Russia seized 190 sq km \($0) near Pokrovsk, it said.\n"
        }
        let text = (0..<1200).map { sentences[$0 % sentences.count] + ($0 % 7 == 0 ? "\n" : "") }.joined()
        func whole() -> TextReading { reader.read(text, published: day) }
        let (inParts, inOneGo) = (await reader.read(text, published: day), whole())
        #expect(!inParts.claims.isEmpty)
        #expect(inParts.claims == inOneGo.claims)
        #expect(inParts.unread == inOneGo.unread)
        #expect(inParts.language == inOneGo.language)
    }

    @Test func filesReadAtTheSameTimeAreTheSameFiles() async throws {
        let atlas = try Atlas(path: TestData.file("geodata/ukraine/atlas.yaml"), extraFolders: [TestData.cache.path])
        let reader = try await TextReader(atlas)
        let day = try #require(CalendarDay("2025-06-08"))
        for phrase in LongTextTests.phrases {
            let text = "Russia seized 190 sq km in Sumy region \(phrase), DeepState said."
            func one() throws -> TextReading { try Reading.reader.get().read(text, published: day) }
            func other() -> TextReading { reader.read(text, published: day) }
            #expect(other().claims == (try one()).claims)
        }
    }
}
