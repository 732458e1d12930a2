import Glibc
import Synchronization

/// Counts what became of the inputs, and prints it when the run ends: so that a target which refuses nearly everything,
/// or compares nothing, is seen.
public enum Tally {
    private static let counts = Mutex<[String: Int]>([:])
    private static let printing: Void = {
        _ = atexit { Tally.print() }
    }()

    /// Counts one input.
    public static func count(_ outcome: String) {
        _ = printing
        counts.withLock { $0[outcome, default: 0] += 1 }
    }

    private static func print() {
        for (outcome, count) in counts.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            let line = "tally: \(count) \(outcome)\n"
            _ = write(STDERR_FILENO, line, line.utf8.count)
        }
    }
}
