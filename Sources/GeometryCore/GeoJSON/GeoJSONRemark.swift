/// Something that RFC 7946 advises against, or that readers take in different ways; the file is read all the same.
///
/// A remark never changes the data.
public struct GeoJSONRemark: Hashable, Sendable {
    /// What was found.
    public let kind: Kind
    /// How often.
    public let count: Int
    /// Where it was found first.
    public let first: Place

    /// What was found.
    public enum Kind: Int, Hashable, Sendable, CaseIterable {
        /// A shell that runs clockwise, or a hole that runs counter-clockwise (RFC 7946 §3.1.6).
        case windingAgainstRule
        /// A longitude beyond ±180° (RFC 7946 §3.1.9).
        case longitudeBeyond180
        /// An edge of more than 180° of longitude, which was likely meant to cross the antimeridian (RFC 7946 §3.1.9).
        case edgeLongerThan180
        /// A position of more than three numbers (RFC 7946 §3.1.1).
        case moreThanThreeNumbers
        /// A geometry collection inside another (RFC 7946 §3.1.8).
        case nestedCollection
        /// A geometry collection of one geometry (RFC 7946 §3.1.8).
        case singleMemberCollection
        /// A name that stands twice in a feature's properties (RFC 8259 §4).
        case duplicateProperty
    }
}

/// Counts what was found and keeps the first place of each kind.
struct RemarkCollector {
    private var counts = [Int](repeating: 0, count: GeoJSONRemark.Kind.allCases.count)
    private var firsts = [Place?](repeating: nil, count: GeoJSONRemark.Kind.allCases.count)

    /// Whether a kind has been found before, so that its first place is known.
    func holds(_ kind: GeoJSONRemark.Kind) -> Bool { counts[kind.rawValue] > 0 }

    /// Counts one more; `place` is kept the first time.
    mutating func count(_ kind: GeoJSONRemark.Kind, at place: Place?) {
        if counts[kind.rawValue] == 0 { firsts[kind.rawValue] = place }
        counts[kind.rawValue] += 1
    }

    /// What was found, in the order of the kinds.
    var remarks: [GeoJSONRemark] {
        GeoJSONRemark.Kind.allCases.compactMap { kind in
            firsts[kind.rawValue].map { GeoJSONRemark(kind: kind, count: counts[kind.rawValue], first: $0) }
        }
    }
}
