/// A set of cues, as one bit for each.
struct CueSet: Sendable {
    private var words: SIMD4<UInt64> = .zero

    init(_ cues: some Sequence<Cue>) {
        for cue in cues { words[Self.word(cue)] |= Self.bit(cue) }
    }

    var isEmpty: Bool { words == .zero }

    func contains(_ cue: Cue) -> Bool { words[Self.word(cue)] & Self.bit(cue) != 0 }

    private static func word(_ cue: Cue) -> Int { Int(cue.rawValue >> 6) }
    private static func bit(_ cue: Cue) -> UInt64 { 1 << UInt64(cue.rawValue & 63) }
}

/// A value for each cue.
struct CueTable<Value> {
    private var values: [Value]

    init(repeating value: Value) { values = Array(repeating: value, count: Cue.allCases.count) }

    subscript(cue: Cue) -> Value {
        get { values[Int(cue.rawValue)] }
        _modify { yield &values[Int(cue.rawValue)] }
    }
}

extension CueTable: Sendable where Value: Sendable {}
