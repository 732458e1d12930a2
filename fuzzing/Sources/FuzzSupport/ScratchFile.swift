import Glibc

/// A file that is written anew for each input, for readers that take a path.
public struct ScratchFile: Sendable {
    /// Its path, good in this process alone.
    public let path: String
    private let descriptor: CInt

    /// Makes the file; it has no name in any folder, and is gone when the process ends.
    public init() {
        var template = Array("/tmp/fuzzing.XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        require(descriptor >= 0, "no scratch file could be made in /tmp")
        unlink(template)
        path = "/proc/self/fd/\(descriptor)"
    }

    /// Replaces what is in the file.
    public func write(_ bytes: [UInt8]) {
        let written = pwrite(descriptor, bytes, bytes.count, 0)
        require(written == bytes.count && ftruncate(descriptor, bytes.count) == 0, "the scratch file cannot be written")
    }
}
