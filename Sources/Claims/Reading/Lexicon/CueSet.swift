/// A set of cues, of which there are at most 128.
struct CueSet: Sendable {
    private var bits: UInt128 = 0

    init(_ cues: some Sequence<Cue>) {
        for cue in cues { bits |= Self.bit(cue) }
    }

    var isEmpty: Bool { bits == 0 }

    func contains(_ cue: Cue) -> Bool { bits & Self.bit(cue) != 0 }

    private static func bit(_ cue: Cue) -> UInt128 { 1 << UInt128(cue.rawValue) }
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
