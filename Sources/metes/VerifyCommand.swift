import ArgumentParser
import Claims
import Reporting
import Territory

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Computes a receipt again and says what differs.",
        discussion: """
            Example:
              metes check claims.yaml --receipt receipt.json
              metes verify receipt.json

            A receipt of `metes check --receipt` holds the claims, the options, the SHA-256 of every file, the versions of Metes, \
            GEOS and PROJ, and all figures. The claims are checked again on the files of this machine's atlas; whatever comes out \
            otherwise is told: another file, another version, another figure (beyond 1e-9 of it), another verdict.

            Exit codes: 0 nothing differs; 1 something does; 2 bad input or usage.
            """)

    @Argument(help: ArgumentHelp("A receipt.", valueName: "receipt"))
    var receipt: String

    @OptionGroup var atlas: AtlasOptions

    func run() throws {
        let (old, new) = try reportingFaults { () throws(InputFault) in try compute() }
        let differences = old.differences(to: new)
        guard !differences.isEmpty else {
            let count = new.claims.count
            try StandardOutput.write(
                "\(receipt): computed again, nothing differs (\(count) claim\(count == 1 ? "" : "s"))\n")
            return
        }
        try StandardOutput.write(
            "\(receipt): \(differences.count) difference\(differences.count == 1 ? "" : "s")\n"
                + differences.map { "  \($0)\n" }.joined())
        throw CommandExit.disagreement
    }

    private func compute() throws(InputFault) -> (old: CheckReceipt, new: CheckReceipt) {
        let old = try CheckReceipt(InputFile(path: receipt))
        guard let basis = try? BasisOptions.parse(old.arguments) else {
            throw .document(
                DocumentFault(
                    file: receipt, line: 1, column: 1, keys: "arguments",
                    problem: .wrongKind(expected: "the options of `metes check`")))
        }
        let atlas = try self.atlas.require()
        let outcome = try basis.check(old.claims, atlas)
        return (old, outcome.receipt(basis.arguments, atlas))
    }
}

extension CheckOutcome {
    /// The receipt of the verdicts.
    func receipt(_ arguments: [String], _ atlas: Atlas) -> CheckReceipt {
        CheckReceipt(
            version: Metes.versionNumber, arguments: arguments, inputs: [InputReceipt(atlas.receipt)] + inputs,
            rows: rows)
    }
}
