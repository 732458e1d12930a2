/// Numbers by spelling: a hash table over one buffer, since a gazetteer has a hundred thousand spellings, of which a text
/// asks for few.
struct SpellingTable: Sendable {
    private struct Entry {
        let hash: UInt32
        /// Where its bytes end; they begin where those of the entry before end.
        let end: Int
        /// Its first and last numbers, by their index.
        var first: Int32
        var last: Int32
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// The numbers, each with the index of the next one of its spelling.
    private var numbers: [(number: Int, next: Int32)] = []
    /// By the low bits of the hash, the index of an entry, or -1; the next free place holds what collides.
    private var slots = [Int32](repeating: -1, count: 64)

    /// How many spellings there are.
    var count: Int { entries.count }

    /// The bytes of a spelling by its place in the order of adding.
    func spelling(_ index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : entries[index - 1].end)..<entries[index].end]
    }

    /// The place of a spelling in the order of adding.
    func index(of spelling: some Collection<UInt8>) -> Int? {
        let index = slots[slot(of: spelling, Self.hash(spelling))]
        return index < 0 ? nil : Int(index)
    }

    /// Adds a number to those of a spelling, unless it is the one that was added to it last.
    mutating func add(_ number: Int, to spelling: some Collection<UInt8>) {
        let hash = Self.hash(spelling)
        let slot = slot(of: spelling, hash)
        let link = Int32(numbers.count)
        guard slots[slot] < 0 else {
            let index = Int(slots[slot])
            let last = Int(entries[index].last)
            guard numbers[last].number != number else { return }
            numbers[last].next = link
            entries[index].last = link
            numbers.append((number, -1))
            return
        }
        numbers.append((number, -1))
        slots[slot] = Int32(entries.count)
        bytes.append(contentsOf: spelling)
        entries.append(Entry(hash: hash, end: bytes.count, first: link, last: link))
        if entries.count * 2 > slots.count { grow() }
    }

    /// The numbers of a spelling in the order of adding.
    func numbers(of spelling: some Collection<UInt8>) -> [Int] { index(of: spelling).map(numbers(at:)) ?? [] }

    /// The numbers of a spelling by its place in the order of adding.
    func numbers(at index: Int) -> [Int] {
        var found: [Int] = []
        var link = entries[index].first
        while link >= 0 {
            found.append(numbers[Int(link)].number)
            link = numbers[Int(link)].next
        }
        return found
    }

    private func slot(of spelling: some Collection<UInt8>, _ hash: UInt32) -> Int {
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if entries[index].hash == hash, self.spelling(index).elementsEqual(spelling) { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 4)
        for (index, entry) in entries.enumerated() {
            var slot = Int(entry.hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }

    /// FNV-1a, its high bits folded into the low ones.
    private static func hash(_ spelling: some Collection<UInt8>) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in spelling { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
