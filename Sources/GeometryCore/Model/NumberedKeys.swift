/// Keys numbered in the order in which they first came, by a hash that is made for coordinates.
///
/// The standard library's dictionary withstands keys that were chosen to collide, at several times the cost; here a
/// collision costs time only, and the keys are coordinates of files that the user brought.
struct NumberedKeys<Key: CoordinateKey> {
    /// The keys by their numbers.
    private(set) var keys: [Key] = []
    /// Open addressing: one more than a key's number, or 0 for a free slot.
    private var slots: [Int32]

    init(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = [Int32](repeating: 0, count: size)
        keys.reserveCapacity(capacity)
    }

    /// The number of a key; none where it has not come.
    func number(of key: Key) -> Int? {
        let found = slots[slot(of: key)]
        return found == 0 ? nil : Int(found) - 1
    }

    /// The number of a key, a new one where it has not come yet.
    mutating func insert(_ key: Key) -> Int {
        var slot = slot(of: key)
        if slots[slot] != 0 { return Int(slots[slot]) - 1 }
        if 2 * keys.count >= slots.count {
            grow()
            slot = self.slot(of: key)
        }
        keys.append(key)
        slots[slot] = Int32(keys.count)
        return keys.count - 1
    }

    /// Where a key stands, or the free slot where it would.
    @inline(__always) private func slot(of key: Key) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key.mixedBits) & mask
        while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: 2 * slots.count)
        for (number, key) in keys.enumerated() { slots[slot(of: key)] = Int32(number + 1) }
    }
}

/// A key made of coordinates.
protocol CoordinateKey: Equatable {
    /// The coordinates' bits, mixed; equal for equal keys.
    var mixedBits: UInt64 { get }
}

extension Position: CoordinateKey {
    var mixedBits: UInt64 { mixed(mixed(0, x), y) }
}

extension DirectedEdge: CoordinateKey {
    var mixedBits: UInt64 { mixed(mixed(mixed(mixed(0, from.x), from.y), to.x), to.y) }
}

/// Takes in the bits of a coordinate; -0.0 and 0.0, which are equal, alike.
@inline(__always) private func mixed(_ bits: UInt64, _ coordinate: Double) -> UInt64 {
    let next = (bits ^ (coordinate + 0.0).bitPattern) &* 0x9E37_79B9_7F4A_7C15
    return next ^ (next >> 29)
}
