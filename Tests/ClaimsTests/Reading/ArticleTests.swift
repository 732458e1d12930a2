import Foundation
import Territory
import Testing

@testable import Claims

@Suite struct ArticleTests {
    private func article(_ text: String, path: String = "a.html", published: String? = nil) throws -> Article {
        try Article(
            InputFile(path: path, bytes: Array(text.utf8)), published: published.flatMap { CalendarDay($0) },
            reader: try Reading.reader.get())
    }

    @Test func ofAPageTheVisibleTextIsRead() throws {
        let page = try article(
            """
            <!doctype html><html><head><title>5 sq km</title><meta property="article:published_time" \
            content="2025-06-09T10:00:00+03:00"><style>p { content: "6 sq km" }</style></head><body><nav>7 sq km</nav>
            <h1>The headline</h1><p>Russia took 190&nbsp;km&sup2;
            of <b>Sumy</b> region in May.</p><script>"8 sq km"</script><p hidden>9 sq km</p></body></html>
            """)
        #expect(page.published == CalendarDay("2025-06-09"))
        #expect(page.text.contains("Russia took 190\u{A0}km² of Sumy region in May."))
        for number in 5...9 { #expect(!page.text.contains("\(number) sq km")) }
    }

    @Test func ofATextWithoutADayNothingIsGuessed() throws {
        #expect(throws: InputFault.self) { try article("Russia took 5 sq km last month.", path: "a.txt") }
        let dated = try article("Russia took 5 sq km.", path: "a.txt", published: "2025-06-09")
        #expect(dated.published.day == 9)
    }

    @Test func deepAndBrokenPagesAreRead() throws {
        let deep = String(repeating: "<div>", count: 100_000) + "Russia took 5 sq km in May."
        _ = try article(deep, published: "2025-06-09")
        let broken = try article("<html><p>Russia took 5 sq km <b>in May.<p></i>", published: "2025-06-09")
        #expect(broken.text.contains("Russia took 5 sq km in May."))
        let empty = try article("", published: "2025-06-09")
        #expect(empty.text.isEmpty)
    }
}
