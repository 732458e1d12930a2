import Foundation
import Synchronization
import SystemPackage

/// A line on a terminal that says how far the work is; nothing in a pipe.
final class ProgressLine: Sendable {
    private let total: Int
    private let start = ContinuousClock.now
    private let isTerminal = isatty(FileDescriptor.standardError.rawValue) == 1
    private let shown = Mutex(ContinuousClock.now)

    init(total: Int) { self.total = total }

    /// Shows that so many are done, at most ten times a second.
    @Sendable func show(_ done: Int) {
        guard isTerminal, done > 0 else { return }
        let now = ContinuousClock.now
        let isDue = shown.withLock { last in
            guard now - last > .milliseconds(100) else { return false }
            last = now
            return true
        }
        guard isDue else { return }
        let left = (now - start) / done * (total - done)
        let words = "\(done) of \(total) maps, \(left.components.seconds + 1) s left"
        _ = try? FileDescriptor.standardError.writeAll(Array("\r\(words)   ".utf8))
    }

    /// Takes the line away.
    func clear() {
        if isTerminal { _ = try? FileDescriptor.standardError.writeAll(Array("\r\u{1B}[K".utf8)) }
    }
}
