import ArgumentParser
import Claims
import SystemPackage
import Territory

/// When a text was published.
struct ArticleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The day from which words as \"last month\" are told, as 2025-06-08; by default that of the page's metadata, or the first full date in its first lines.",
            valueName: "day"))
    var published: CalendarDay?

    @Option(help: ArgumentHelp("The text itself, instead of a file.", valueName: "words"))
    var text: String?

    /// The text of the option, of a file, or of standard input (`-`).
    func input(_ file: String?) throws(InputFault) -> InputFile? {
        if let text { return InputFile(path: "--text", bytes: Array(text.utf8)) }
        guard let file else { return nil }
        return try InputFile(path: file == "-" ? "/dev/stdin" : file)
    }

    /// The article in a file; what the reader does not have is told.
    func article(_ file: InputFile, _ reader: TextReader) throws(InputFault) -> Article {
        if !reader.knowsSettlements {
            StandardError.write(
                "warning: the gazetteer is not there, so that of places only regions are known; get it with scripts/fetch-geodata"
            )
        }
        return try Article(file, published: published, reader: reader)
    }
}

extension CalendarDay: ExpressibleByArgument {
    /// Reads `2025-06-07` or `20250607`.
    public init?(argument: String) { self.init(argument) }
}
