import CCrypto
import SystemPackage

/// A file that has been read: its bytes, and the receipt that says which bytes they were.
public struct InputFile: Sendable {
    /// The contents.
    public let bytes: [UInt8]
    /// What a figure that rests on the file says of it.
    public let receipt: FileReceipt

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
        receipt = FileReceipt(path: path, sha256: sha256(of: bytes))
    }

    private static func read(_ path: FilePath) throws -> [UInt8] {
        let file = try FileDescriptor.open(path, .readOnly)
        return try file.closeAfter {
            var bytes: [UInt8] = []
            var chunk = [UInt8](repeating: 0, count: 1 << 20)
            // A pipe has no length to ask for, and a file can grow: read until there is no more.
            while true {
                let count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
                guard count > 0 else { return bytes }
                bytes += chunk[..<count]
                guard bytes.count <= mostBytes else { throw FileProblem.tooLarge(bytes: bytes.count) }
            }
        }
    }

    /// The contents as text.
    ///
    /// - Throws: ``InputFault/unreadable(path:problem:)`` where they are not UTF-8.
    func text() throws(InputFault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .unreadable(path: receipt.path, problem: .notText)
        }
        return text
    }
}

/// Which bytes a figure rests on.
public struct FileReceipt: Hashable, Sendable {
    /// The path as it was given.
    public let path: String
    /// SHA-256 of the contents, in hexadecimal (FIPS 180-4).
    public let sha256: String
}

private func sha256(of bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    // returns 0 on failure, which one buffer in memory does not cause
    _ = EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
    let hexadecimal = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [hexadecimal[Int($0 >> 4)], hexadecimal[Int($0 & 15)]] }, as: UTF8.self)
}
