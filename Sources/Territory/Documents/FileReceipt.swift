import CCrypto
import Synchronization

/// Which bytes a figure rests on.
///
/// Hashing costs more than reading, so it waits until the hash is asked for; until then the contents are kept.
public struct FileReceipt: Hashable, Sendable {
    /// The path as it was given.
    public let path: String
    private let digest: Digest

    /// SHA-256 of the contents, in hexadecimal (FIPS 180-4).
    public var sha256: String { digest.sha256 }

    init(path: String, bytes: [UInt8]) {
        self.path = path
        digest = Digest(of: bytes)
    }

    /// The same, with the contents let go.
    var hashed: FileReceipt {
        _ = sha256
        return self
    }

    /// The same, with the contents let go unless they are large: for files that may be many.
    var hashedIfSmall: FileReceipt { digest.isLarge ? self : hashed }

    /// Whether two receipts name the same path and contents.
    public static func == (one: FileReceipt, other: FileReceipt) -> Bool {
        one.path == other.path && (one.digest === other.digest || one.sha256 == other.sha256)
    }

    /// Hashes the path and the contents' hash.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(path)
        hasher.combine(sha256)
    }
}

/// Contents, and from when it is asked for their hash alone.
private final class Digest: Sendable {
    private let state: Mutex<State>

    private enum State {
        case bytes([UInt8])
        case hash(String)
    }

    init(of bytes: [UInt8]) { state = Mutex(.bytes(bytes)) }

    /// Whether contents are kept that are large.
    var isLarge: Bool {
        state.withLock { state in
            if case .bytes(let bytes) = state { bytes.count >= 16 << 20 } else { false }
        }
    }

    var sha256: String {
        state.withLock { state in
            switch state {
            case .hash(let hash): return hash
            case .bytes(let bytes):
                let hash = Self.sha256(of: bytes)
                state = .hash(hash)
                return hash
            }
        }
    }

    private static func sha256(of bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        // returns 0 on failure, which one buffer in memory does not cause
        _ = EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
        let hexadecimal = Array("0123456789abcdef".utf8)
        return String(
            decoding: digest.flatMap { [hexadecimal[Int($0 >> 4)], hexadecimal[Int($0 & 15)]] }, as: UTF8.self)
    }
}
