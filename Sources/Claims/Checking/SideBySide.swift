import Territory

/// One claim checked on several bases: by the maps of several sources, or by several drawings of the borders.
public struct SideBySide: Sendable {
    /// The verdicts, in the order of the bases.
    public let rows: [Row]

    /// Whose maps and whose borders a verdict rests on.
    public struct Basis: Hashable, Sendable {
        /// The source asked for; none for the one that the claim credits.
        public let source: String?
        /// The region set; none where there is none.
        public let regions: String?

        /// Names a basis.
        public init(source: String?, regions: String?) {
            self.source = source
            self.regions = regions
        }
    }

    /// A verdict and what it rests on.
    public struct Row: Sendable {
        /// The basis.
        public let basis: Basis
        /// The verdict.
        public let verdict: Verdict

        /// Joins a verdict and its basis.
        public init(basis: Basis, verdict: Verdict) {
            self.basis = basis
            self.verdict = verdict
        }
    }

    /// Joins the verdicts on one claim.
    public init(rows: [Row]) { self.rows = rows }

    /// The claim.
    public var claim: Claim? { rows.first?.verdict.claim }

    /// Whether the verdicts that could be had are not all of one kind.
    public var disagrees: Bool {
        Set(rows.map(\.verdict.kind).filter { $0 != .notCheckable }).count > 1
    }

    /// The least and the greatest value measured under the default; none where fewer than two bases could be measured.
    public var range: (least: Quantity, greatest: Quantity)? {
        let quantities = rows.compactMap { $0.verdict.findings?.measurement?.standard }
        guard quantities.count > 1, let least = quantities.min(by: { $0.number < $1.number }),
            let greatest = quantities.max(by: { $0.number < $1.number })
        else { return nil }
        return (least, greatest)
    }
}
