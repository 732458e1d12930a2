/// What reading a text leaves for the next one, so that this is read only where it differs: the bytes, and where they hold
/// rings.
///
/// Maps of one series repeat most of their text. Bytes that a ring of the former text begins with, and that stand in the same
/// place of a ring here, mean the same positions. So nothing is taken on trust: each byte is either compared or read.
public struct GeoJSONTrace: Sendable {
    fileprivate var bytes: [UInt8] = []
    fileprivate var rings: [TracedRing] = []
    /// The ring that begins with certain bytes.
    fileprivate var byStart: [UInt64: Int] = [:]

    /// The trace of no text.
    public init() {}

    init(of bytes: [UInt8]) { self.bytes = bytes }

    /// A ring that stands in a text, without any remark but of its winding.
    fileprivate struct TracedRing {
        let ring: Ring
        /// From behind the opening bracket to the closing one, both excluded.
        let range: Range<Int>
        /// The third number of every position; not a number where none has one.
        let height: Double
        let windsAgainstRule: Bool
    }
}

extension GeoJSONScan {
    /// A ring of the former text that is being followed, and how far.
    struct Followed {
        fileprivate let former: GeoJSONTrace.TracedRing
        /// Behind which byte and which position of the former ring it goes on.
        fileprivate var offset: Int
        fileprivate var position = 0
        /// How many positions have been sought in vain.
        fileprivate var misses = 0

        /// How many positions the former ring has.
        var positionCount: Int { former.ring.positions.count }

        /// How many positions ahead a changed position's successor is sought, and after how many misses no more.
        private static let (reach, patience) = (24, 200)

        /// Goes on behind a position of the former ring, if it comes soon; answers whether it did.
        fileprivate mutating func catchUp(with last: Position, in bytes: [UInt8]) -> Bool {
            guard misses < Self.patience else { return false }
            let end = min(position + Self.reach, positionCount)
            guard let same = (position..<max(end, position)).first(where: { former.ring.positions[$0] == last }) else {
                misses += 1
                return false
            }
            while position <= same {
                // Every position ends with a bracket, and the ring's own is beyond the range.
                while bytes[offset] != Byte.closeBracket { offset += 1 }
                offset += 1
                position += 1
            }
            return true
        }
    }

    /// The ring of the former text that begins as the one at the current byte does, or else stands at its number.
    func followed() -> Followed? {
        guard let former = formerTrace, !former.rings.isEmpty else { return nil }
        let index = startKey(at: cursor.offset).flatMap { former.byStart[$0] } ?? ringsRead
        guard former.rings.indices.contains(index), !former.rings[index].range.isEmpty else { return nil }
        return Followed(former: former.rings[index], offset: former.rings[index].range.lowerBound)
    }

    /// The ring that stands at the current byte, where all of it stands in the former text too: it needs no other storage. The
    /// current byte is then behind it.
    mutating func sameRing(_ followed: Followed?) -> (ring: Ring, windsAgainstRule: Bool)? {
        guard let former = formerTrace, let known = followed?.former,
            cursor.holds(former.bytes, in: known.range.lowerBound - 1..<known.range.upperBound + 1)
        else { return nil }
        height = known.height
        cursor.move(to: cursor.offset + known.range.count + 2)
        return (known.ring, known.windsAgainstRule)
    }

    /// Takes the positions that the followed ring has in the same bytes; answers whether there were any.
    mutating func takeCommon(_ followed: inout Followed?) -> Bool {
        guard let former = formerTrace, let known = followed?.former, let offset = followed?.offset,
            let position = followed?.position
        else { return false }
        var end = offset + cursor.commonLength(with: former.bytes, in: offset..<known.range.upperBound)
        while end > offset, former.bytes[end - 1] != Byte.closeBracket { end -= 1 }
        guard end > offset else { return false }
        // Every position ends with a bracket; those before and those behind the end are told by the fewer bytes.
        let isShort = end - offset < known.range.upperBound - end
        let brackets = former.bytes.count(
            of: Byte.closeBracket, in: isShort ? offset..<end : end..<known.range.upperBound)
        let next = isShort ? position + brackets : known.ring.positions.count - brackets
        positions += known.ring.positions[position..<next]
        height = known.height
        cursor.move(to: cursor.offset + end - offset)
        followed?.offset = end
        followed?.position = next
        return true
    }

    /// After a position that was read: goes on in the followed ring behind the same position, if it comes soon.
    func catchUp(_ followed: inout Followed?) -> Bool {
        guard let former = formerTrace, let last = positions.last else { return false }
        return followed?.catchUp(with: last, in: former.bytes) ?? false
    }

    /// Notes a ring that has been read for the text that comes next.
    mutating func trace(_ ring: Ring, from start: Int, windsAgainstRule: Bool) {
        let number = ringsRead
        ringsRead += 1
        guard trace != nil else { return }
        // Numbers must stay those of the rings, so that a ring that is not to be followed stands there as an empty range.
        let range = start + 1..<max(start + 1, isPlain ? cursor.offset - 1 : 0)
        trace?.rings.append(
            .init(ring: ring, range: range, height: height, windsAgainstRule: windsAgainstRule))
        if !range.isEmpty, let key = startKey(at: start) { trace?.byStart[key] = number }
    }

    /// The first bytes of a ring as a key; none too near the end of the text.
    private func startKey(at offset: Int) -> UInt64? {
        guard let first = cursor.word(at: offset), let second = cursor.word(at: offset + 8),
            let third = cursor.word(at: offset + 16)
        else { return nil }
        return ((first &* 31 &+ second) &* 0x9E37_79B9_7F4A_7C15) ^ third
    }
}
