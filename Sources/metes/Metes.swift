import ArgumentParser
import Foundation

/// The root of the commands.
@main
struct Metes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metes",
        abstract: "Measures territory on dated maps, says what changed, and checks reported figures.",
        discussion: """
            Results go to standard output, warnings and errors to standard error.

            Exit codes: 0 done; 2 bad input or usage. Of `check`: 1 if a claim is contradicted or inconsistent (with \
            --strict also if one is supported only under a departure), else 3 if one is not checkable, else 0.

            An atlas (YAML) names a theatre's sources, region sets and data folders. It is the one of --atlas, else of \
            the variable METES_ATLAS, else geodata/ukraine/atlas.yaml upwards from the working directory or beside the \
            executable. METES_DATA adds data folders, separated by colons.
            """,
        version: Self.versionNumber,
        subcommands: [
            AreaCommand.self, DeltaCommand.self, SeriesCommand.self, FrontCommand.self, DistanceCommand.self,
            CheckCommand.self, VerifyCommand.self, ConventionCommand.self, ClaimsCommand.self, SelfCheckCommand.self,
        ])

    static let versionNumber = "0.1.0"

    static func main() async {
        // A reader that has gone away is told of by the write, not by a signal.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            StandardError.write("metes: \(failure.message)")
            Self.exit(code: .badInput)
        } catch let code as CommandExit {
            Self.exit(code: code)
        } catch {
            Self.exit(parsing: error)
        }
    }

    /// Help and version exit with 0, usage errors with 2.
    private static func exit(parsing error: any Error) -> Never {
        guard exitCode(for: error) != .success else {
            print(fullMessage(for: error))
            exit(code: .done)
        }
        let message = Self.message(for: error).split(separator: "\n").first.map(String.init) ?? "wrong usage"
        StandardError.write("metes: \(message); see metes --help")
        exit(code: .badInput)
    }

    private static func exit(code: CommandExit) -> Never { Foundation.exit(code.rawValue) }
}
