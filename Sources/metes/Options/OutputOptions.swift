import ArgumentParser
import Reporting

/// In which form a command answers.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv
}

/// Options of every command.
struct OutputOptions: ParsableArguments {
    @Option(help: "text, json or csv. JSON and CSV have every digit.")
    var format = OutputFormat.text

    @Option(help: "Digits after the decimal point of areas in text, 0 to 9.")
    var digits = 3

    var style: NumberStyle { NumberStyle(areaDigits: digits) }

    func validate() throws {
        guard (0...9).contains(digits) else { throw ValidationError("--digits takes 0 to 9") }
    }
}
