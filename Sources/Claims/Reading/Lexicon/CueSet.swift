/// A set of cues, as one bit for each.
struct CueSet: Sendable {
    private var words: SIMD4<UInt64> = .zero

    init(_ cues: some Sequence<Cue>) {
        for cue in cues { words[Self.word(cue)] |= Self.bit(cue) }
    }

    var isEmpty: Bool { words == .zero }

    @inline(__always)
    func contains(_ cue: Cue) -> Bool { words[Self.word(cue)] & Self.bit(cue) != 0 }

    private static func word(_ cue: Cue) -> Int { Int(cue.rawValue >> 6) }
    private static func bit(_ cue: Cue) -> UInt64 { 1 << UInt64(cue.rawValue & 63) }
}

/// A value for each cue, the same one for most: a sentence has few cues.
struct CueTable<Value> {
    /// The value of most, then those of others.
    private var values: [Value]
    /// By cue, the place of its value; as many as a cue's raw value can number.
    private var places = [UInt8](repeating: 0, count: Cue.allCases.count)

    init(repeating value: Value) {
        values = []
        values.reserveCapacity(16)
        values.append(value)
    }

    subscript(cue: Cue) -> Value {
        get { values[Int(places[Int(cue.rawValue)])] }
        _modify {
            if places[Int(cue.rawValue)] == 0 {
                places[Int(cue.rawValue)] = UInt8(values.count)
                values.append(values[0])
            }
            yield &values[Int(places[Int(cue.rawValue)])]
        }
    }
}

extension CueTable: Sendable where Value: Sendable {}
