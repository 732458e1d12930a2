import Territory

/// With which code a command ends.
enum CommandExit: Int32, Error {
    case done = 0
    case disagreement = 1
    case badInput = 2
    case notCheckable = 3
}

/// Bad input or usage, told in one line.
struct CommandFailure: Error {
    let message: String
}

/// Runs a command's work; a fault of the input becomes one line.
func reportingFaults<Result>(_ work: () throws(InputFault) -> Result) throws(CommandFailure) -> Result {
    do throws(InputFault) {
        return try work()
    } catch {
        throw CommandFailure(message: "\(error)")
    }
}

/// The same, of work that waits for other work.
func reportingFaults<Result: Sendable>(
    _ work: () async throws(InputFault) -> Result
) async throws(CommandFailure) -> Result {
    do throws(InputFault) {
        return try await work()
    } catch {
        throw CommandFailure(message: "\(error)")
    }
}
