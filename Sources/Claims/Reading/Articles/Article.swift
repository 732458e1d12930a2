import Territory

/// A text to read claims from: its words, and when it was published.
public struct Article: Sendable {
    /// The file that it was read from.
    public let file: InputFile
    /// The visible text.
    public let text: String
    /// The day of publication, as told by whoever reads it, the page, or the text.
    public let published: CalendarDay

    /// Reads an article from plain text or an HTML page.
    ///
    /// The day of publication is the one given, else that of the page's metadata, else the first full date in the first
    /// lines.
    ///
    /// - Throws: ``InputFault/noPublicationDay(path:)``; ``InputFault/unreadable(path:problem:)`` where a text is not UTF-8.
    public init(_ file: InputFile, published: CalendarDay?, reader: TextReader) throws(InputFault) {
        self.file = file
        let page = HTMLPage.looksLike(file) ? HTMLPage(file.bytes) : nil
        if let page { text = page.text } else { text = try file.text() }
        guard let day = published ?? page?.published ?? reader.dateline(of: text) else {
            throw .noPublicationDay(path: file.path)
        }
        self.published = day
    }
}
