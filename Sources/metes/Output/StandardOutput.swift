import Foundation
import Reporting
import SystemPackage
import Territory

/// Where results go; what cannot be written there is a failure.
enum StandardOutput {
    static func write(_ text: String) throws(CommandFailure) { try write(Array(text.utf8)) }

    static func write(_ bytes: [UInt8]) throws(CommandFailure) {
        do {
            try FileDescriptor.standardOutput.writeAll(bytes)
        } catch {
            throw CommandFailure(
                message: "the results cannot be written to standard output (\(error)); nothing is complete")
        }
    }
}

/// Where warnings and errors go, a line each.
enum StandardError {
    /// Writes a line; characters that would break it, or speak to the terminal, are shown as what they are.
    static func write(_ line: String) {
        let safe = line.unicodeScalars.map {
            $0.value < 0x20 || $0.value == 0x7F ? $0.escaped(asASCII: true) : String($0)
        }
        // Where nobody listens there is nobody to tell.
        _ = try? FileDescriptor.standardError.writeAll(Array((safe.joined() + "\n").utf8))
    }

    static func warn(_ warnings: [Warning], _ style: NumberStyle) {
        var told: Set<Warning> = []
        for warning in warnings where told.insert(warning).inserted { write("warning: \(warning.words(style))") }
    }
}
