import SystemPackage

/// A file that has been read.
public struct InputFile: Sendable {
    /// The contents.
    public let bytes: [UInt8]
    /// The path as it was given.
    public let path: String

    /// The largest file that is read.
    static let mostBytes = 1 << 30

    /// Reads a file whole.
    ///
    /// - Throws: ``InputFault/unreadable(path:problem:)``.
    public init(path: String) throws(InputFault) {
        do {
            bytes = try Self.read(FilePath(path))
        } catch let problem as FileProblem {
            throw .unreadable(path: path, problem: problem)
        } catch Errno.noSuchFileOrDirectory, Errno.notDirectory {
            throw .unreadable(path: path, problem: .missing)
        } catch Errno.isDirectory {
            throw .unreadable(path: path, problem: .directory)
        } catch {
            throw .unreadable(path: path, problem: .refused)
        }
        self.path = path
    }

    /// Takes bytes that were read otherwise, as from a command's arguments.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// What a figure that rests on the file says of it.
    public var receipt: FileReceipt { FileReceipt(path: path, bytes: bytes) }

    private static func read(_ path: FilePath) throws -> [UInt8] {
        let file = try FileDescriptor.open(path, .readOnly)
        return try file.closeAfter {
            // A pipe has no length to ask for, and a file can grow: read until there is no more.
            var expected = (try? file.seek(offset: 0, from: .end)).map(Int.init) ?? 0
            if expected > 0 { try file.seek(offset: 0, from: .start) }
            var bytes: [UInt8] = []
            while true {
                guard max(expected, bytes.count) <= mostBytes else {
                    // A directory says any length; reading it says what it is.
                    _ = try withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) { try file.read(into: $0) }
                    throw FileProblem.tooLarge(bytes: max(expected, bytes.count))
                }
                let room = max(expected - bytes.count, 1 << 14) + 1
                let chunk = try [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                    let room = UnsafeMutableRawBufferPointer(buffer)
                    while count < room.count {
                        let more = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: room[count...]))
                        guard more > 0 else { return }
                        count += more
                    }
                }
                if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
                guard chunk.count == room else { return bytes }
                expected = 2 * bytes.count
            }
        }
    }

    /// The contents as text.
    ///
    /// - Throws: ``InputFault/unreadable(path:problem:)`` where they are not UTF-8.
    public func text() throws(InputFault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .unreadable(path: path, problem: .notText)
        }
        return text
    }
}

extension String {
    /// What stands behind the last slash of a path.
    var fileName: Substring {
        utf8.lastIndex(of: UInt8(ascii: "/")).map { self[utf8.index(after: $0)...] } ?? self[...]
    }
}
