import Foundation

/// A file that appears whole or not at all.
enum OutputFile {
    /// Writes beside the file, then puts it in place.
    static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
        do {
            // Foundation's atomic write is a temporary file in the same folder and a rename.
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFailure(message: "\(path): cannot be written; check that its folder exists and is writable")
        }
    }
}
