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

    /// The bytes from an offset on, of which some are read without a check each; nothing where so many are not left.
    @inline(__always) func stretch(from offset: Int) -> ByteStretch? {
        guard offset >= 0, offset <= count &- ByteStretch.room else { return nil }
        return ByteStretch(place: base + offset, limit: base + (count &- ByteStretch.room))
    }

    /// The offset at which a stretch of this text stands.
    @inline(__always) func offset(of stretch: ByteStretch) -> Int { stretch.place - base }

    /// How many line feeds a range holds.
    func lineFeeds(in range: Range<Int>) -> Int {
        UnsafeBufferPointer(start: base, count: count).count(of: Byte.lineFeed, in: range)
    }

    /// Whether a range of another text stands here.
    func holds(_ other: [UInt8], in range: Range<Int>) -> Bool {
        range.count <= count - offset && commonLength(with: other, in: range) == range.count
    }

    /// How many bytes from here on are those at the start of a range of another text too.
    func commonLength(with other: [UInt8], in range: Range<Int>) -> Int {
        other.withUnsafeBufferPointer { other in
            let range = range.clamped(to: other.indices)
            guard let otherBase = other.baseAddress, !range.isEmpty else { return 0 }
            let (here, there) = (base + offset, otherBase + range.lowerBound)
            let limit = min(range.count, count - offset)
            var length = 0
            while limit - length >= 32, words(at: here + length) == words(at: there + length) { length += 32 }
            while length < limit, here[length] == there[length] { length += 1 }
            return length
        }
    }
}

extension [UInt8] {
    /// How often a byte stands in a range.
    func count(of byte: UInt8, in range: Range<Int>) -> Int {
        withUnsafeBufferPointer { $0.count(of: byte, in: range) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// How often a byte stands in a range.
    fileprivate func count(of byte: UInt8, in range: Range<Int>) -> Int {
        let range = range.clamped(to: indices)
        guard let base = baseAddress else { return 0 }
        var (next, found) = (range.lowerBound, 0)
        while range.upperBound - next >= 32 {
            // Four words at a time, each byte of `differing` counting up to 252.
            var differing: UInt64 = 0
            let blockEnd = next + Swift.min(63, (range.upperBound - next) / 32) * 32
            found += blockEnd - next
            while next < blockEnd {
                differing &+= words(at: base + next).bytes(otherThan: byte)
                next &+= 32
            }
            found -= sumOfBytes(differing)
        }
        while next < range.upperBound {
            found += base[next] == byte ? 1 : 0
            next += 1
        }
        return found
    }
}

/// Bytes of a text that are read without a check each: where there is room, so many surely follow.
///
/// Not to outlive the call in which the cursor gave it.
struct ByteStretch {
    /// How many bytes may be read, and gone past, where ``hasRoom`` says so.
    static let room = 64

    fileprivate var place: UnsafePointer<UInt8>
    fileprivate let limit: UnsafePointer<UInt8>

    /// Whether ``room`` bytes follow.
    @inline(__always) var hasRoom: Bool { place <= limit }

    /// The current byte.
    @inline(__always) var current: UInt8 { place.pointee }

    /// The eight bytes from the current one on, the first one lowest.
    @inline(__always) var word: UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
    }

    /// Goes on by so many bytes.
    @inline(__always) mutating func advance(by count: Int) { place += count }

    /// Goes on to the next byte that is not JSON's white space, or to where no room is left.
    @inline(__always) mutating func skipWhitespace() {
        while isWhitespace(current), hasRoom { place += 1 }
    }
}

/// The four words at an address.
@inline(__always) private func words(at address: UnsafePointer<UInt8>) -> SIMD4<UInt64> {
    UnsafeRawPointer(address).loadUnaligned(as: SIMD4<UInt64>.self)
}

extension SIMD4<UInt64> {
    /// A word in each of whose bytes is how many of the four words have another byte than `byte` there.
    @inline(__always) fileprivate func bytes(otherThan byte: UInt8) -> UInt64 {
        let differences = self ^ SIMD4(repeating: UInt64(byte) &* 0x0101_0101_0101_0101)
        // Adding 0x7F carries into the top bit of a byte unless its lower seven bits are all zero.
        let low = SIMD4<UInt64>(repeating: 0x7F7F_7F7F_7F7F_7F7F)
        let tops = (((differences & low) &+ low) | differences) &>> 7 & SIMD4(repeating: 0x0101_0101_0101_0101)
        return tops.wrappedSum()
    }
}

/// The sum of a word's eight bytes.
@inline(__always) private func sumOfBytes(_ word: UInt64) -> Int {
    (0..<8).reduce(0) { $0 + Int((word &>> UInt64(8 * $1)) & 0xFF) }
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
