/// Runs `body` with a cursor at the first byte of `bytes`.
///
/// This is the one door to the unsafe pointer below: a cursor can't be copied, and `body` can't return it, so the
/// pointer does not outlive the call.
///
/// - Throws: ``JSONFault/empty`` where there is no byte, and what `body` throws.
func withByteCursor<Result>(
    over bytes: [UInt8], of file: String?, _ body: (consuming ByteCursor) throws(GeoJSONFault) -> Result
) throws(GeoJSONFault) -> Result {
    try bytes.withUnsafeBufferPointer { (buffer) throws(GeoJSONFault) in
        guard let base = buffer.baseAddress, buffer.count > 0 else {
            throw GeoJSONFault(kind: .syntax(.empty), place: Place(file: file))
        }
        return try body(ByteCursor(base: base, count: buffer.count))
    }
}

/// A place in a text's bytes, and the only code that touches them through a pointer.
///
/// Every read is checked against the end, where a zero byte is answered. No JSON text holds a zero byte, so that
/// callers need no test of their own for the end.
struct ByteCursor: ~Copyable {
    private let base: UnsafePointer<UInt8>
    /// The number of bytes in the text.
    let count: Int
    /// The offset of the current byte.
    private(set) var offset = 0
    /// How many arrays and objects are open around the current byte, those of coordinates left out.
    var depth = 0

    fileprivate init(base: UnsafePointer<UInt8>, count: Int) {
        self.base = base
        self.count = count
    }

    /// Whether no byte is left.
    var isAtEnd: Bool { offset >= count }

    /// The byte at an offset; 0 beyond the end.
    @inline(__always) subscript(offset: Int) -> UInt8 {
        UInt(bitPattern: offset) < UInt(bitPattern: count) ? base[offset] : 0
    }

    /// The current byte; 0 at the end.
    @inline(__always) var current: UInt8 { self[offset] }

    /// Goes one byte on.
    @inline(__always) mutating func advance() { offset &+= 1 }

    /// Goes to an offset.
    @inline(__always) mutating func move(to offset: Int) { self.offset = offset }

    /// Goes on to the next byte that is not JSON's white space (RFC 8259 §2).
    @inline(__always) mutating func skipWhitespace() { offset = endOfWhitespace(from: offset) }

    /// The offset of the first byte from an offset on that is not white space.
    @inline(__always) func endOfWhitespace(from offset: Int) -> Int {
        var next = offset
        while isWhitespace(self[next]) { next &+= 1 }
        return next
    }

    /// The bytes of a range as text; they have been validated before.
    func text(_ range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<count)
        return String(decoding: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count), as: UTF8.self)
    }

    /// The eight bytes from an offset on, the first one lowest; nothing where fewer are left.
    @inline(__always) func word(at offset: Int) -> UInt64? {
        guard offset >= 0, offset <= count &- 8 else { return nil }
        return UInt64(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
    }

    /// How many line feeds a range holds.
    func lineFeeds(in range: Range<Int>) -> Int {
        let range = range.clamped(to: 0..<count)
        var (next, feeds) = (range.lowerBound, 0)
        while range.upperBound - next >= 32 {
            // Four words at a time, each byte of `differing` counting up to 252.
            var differing: UInt64 = 0
            let blockEnd = next + min(63, (range.upperBound - next) / 32) * 32
            feeds += blockEnd - next
            while next < blockEnd {
                let words = UnsafeRawPointer(base + next)
                differing &+= bytesOtherThanLineFeeds(words.loadUnaligned(as: UInt64.self))
                differing &+= bytesOtherThanLineFeeds(words.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
                differing &+= bytesOtherThanLineFeeds(words.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
                differing &+= bytesOtherThanLineFeeds(words.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
                next &+= 32
            }
            for byte in 0..<8 { feeds -= Int((differing >> UInt64(8 * byte)) & 0xFF) }
        }
        while next < range.upperBound {
            feeds += self[next] == Byte.lineFeed ? 1 : 0
            next += 1
        }
        return feeds
    }
}

/// A word with 1 in each byte that is no line feed in `word`, and 0 in each that is one.
@inline(__always) private func bytesOtherThanLineFeeds(_ word: UInt64) -> UInt64 {
    let differences = word ^ 0x0A0A_0A0A_0A0A_0A0A
    // Adding 0x7F carries into the top bit of a byte unless its lower seven bits are all zero.
    let tops = ((differences & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | differences
    return (tops >> 7) & 0x0101_0101_0101_0101
}

/// Whether a byte is JSON's white space; one comparison in the common case that it is not.
@inline(__always) private func isWhitespace(_ byte: UInt8) -> Bool {
    guard byte <= Byte.space else { return false }
    return byte == Byte.space || byte == Byte.lineFeed || byte == Byte.carriageReturn || byte == Byte.tab
}

/// The bytes that JSON's grammar names (RFC 8259 §2).
enum Byte {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let comma = UInt8(ascii: ",")
    static let colon = UInt8(ascii: ":")
    static let minus = UInt8(ascii: "-")
    static let plus = UInt8(ascii: "+")
    static let point = UInt8(ascii: ".")
    static let zero = UInt8(ascii: "0")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
}
