import Foundation

/// A file that appears whole or not at all.
enum OutputFile {
    /// Writes beside the file, then puts it in place; through a link, to where it leads. Until it is in place, signals that end
    /// the process are ignored.
    ///
    /// - Parameter inputs: the files that were read, which are not overwritten.
    static func write(_ bytes: [UInt8], to path: String, not inputs: [String]) throws(CommandFailure) {
        let manager = FileManager.default
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        let attributes = try? manager.attributesOfItem(atPath: target.path)
        if let attributes, attributes[.type] as? FileAttributeType != .typeRegular {
            throw CommandFailure(message: "\(path): this is no regular file; name one for the output")
        }
        if inputs.contains(where: { URL(fileURLWithPath: $0).resolvingSymlinksInPath() == target }) {
            throw CommandFailure(message: "\(path): this is one of the inputs; name another file for the output")
        }
        guard !path.isEmpty, attributes == nil || manager.isWritableFile(atPath: target.path) else {
            throw unwritable(path)
        }
        // An interruption between the temporary file and its renaming would leave the former behind.
        let signals = [SIGINT, SIGTERM, SIGHUP].map { ($0, signal($0, SIG_IGN)) }
        defer { for (number, former) in signals { signal(number, former) } }
        do {
            // Foundation's atomic write is a temporary file in the same folder and a rename.
            try Data(bytes).write(to: target, options: .atomic)
            if let mode = attributes?[.posixPermissions] {
                try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: target.path)
            }
        } catch {
            throw unwritable(path)
        }
    }

    private static func unwritable(_ path: String) -> CommandFailure {
        CommandFailure(message: "`\(path)` cannot be written; check that its folder exists and that both are writable")
    }
}
