import ArgumentParser
import Claims
import GeometryCore
import Reporting
import Territory

struct ClaimsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims",
        abstract: "Reads the claims about territory in a text, as data.",
        discussion: """
            Example: metes claims article.html --format yaml > claims.yaml

            Reads plain text, HTML pages (what is visible of them) or standard input (`-`), in the languages of the \
            atlas's lexicons. Each figure is shown in its sentence, with what it was read as and from which words; figures \
            that were seen and not read are listed after them.

            YAML is what `metes check` takes: correct it by hand and go on with it. With --corpus every passage of a \
            file of JSON lines (`id`, `published`, `text`) is read, and a line of claims is written for each.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, yaml
    }

    @Argument(help: ArgumentHelp("A text or an HTML page; `-` for standard input.", valueName: "file"))
    var file: String?

    @OptionGroup var options: ArticleOptions

    @Option(help: ArgumentHelp("Read every passage of a corpus (JSON lines) and write JSON lines.", valueName: "file"))
    var corpus: String?

    @Option(help: "text, json or yaml.")
    var format = Format.text

    @OptionGroup var atlas: AtlasOptions

    func validate() throws {
        let given = [file != nil, options.text != nil, corpus != nil].filter { $0 }.count
        guard given == 1 else { throw ValidationError("Give one of a file, --text and --corpus.") }
    }

    func run() async throws {
        let bytes = try await reportingFaults { () async throws(InputFault) in try await read() }
        try StandardOutput.write(bytes)
    }

    private func read() async throws(InputFault) -> [UInt8] {
        let atlas = try self.atlas.require()
        let reader = try await TextReader(atlas)
        if let corpus {
            return try CorpusPassage.read(path: corpus).flatMap { passage in
                JSONValue.object([
                    "id": .string(passage.id),
                    "claims": .array(reader.read(passage.text, published: passage.published).claims.map(\.claim.json)),
                ]).bytes + [UInt8(ascii: "\n")]
            }
        }
        guard let input = try options.input(file) else { return [] }
        let article = try options.article(input, reader)
        let reading = await reader.read(article.text, published: article.published)
        switch format {
        case .text: return Array(reading.report(of: article).utf8)
        case .yaml: return Array(reading.yaml(of: article).utf8)
        case .json:
            let receipts = [InputReceipt(input.receipt), InputReceipt(atlas.receipt)]
            return Envelope(
                version: Metes.versionNumber, command: "claims", model: .standard, inputs: receipts,
                results: reading.json, warnings: []
            ).bytes
        }
    }
}
