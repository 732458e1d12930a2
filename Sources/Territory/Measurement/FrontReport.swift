import GeometryCore

/// How long the front is on each of several maps, at several scales, everywhere and by region.
public struct FrontReport: Sendable {
    /// What counts as a front.
    public let rule: FrontRule
    /// The scale that is told first.
    public let scale: Distance
    /// The scales of each row's lengths, from fine to coarse; none is the length as drawn.
    public let scales: [Distance?]
    /// The name of the region set that makes the whole.
    public let setName: String
    /// The region to which the front is cut; none for the whole.
    public let region: RegionFacts?
    /// The maps, in order of their time.
    public let maps: [Map]
    /// What was noticed.
    public let warnings: [Warning]

    /// One map.
    public struct Map: Sendable {
        /// The map.
        public let snapshot: Snapshot
        /// How near its held parts were taken to adjoin.
        public let gap: Distance
        /// The front's lengths, by scale.
        public let lengths: [Distance]
        /// The same in each region that has a front; none where no regions were asked for.
        ///
        /// As drawn they add up to the total; at a scale each is walked by itself, and they do so nearly.
        public let regions: [Row]
    }

    /// One region.
    public struct Row: Sendable {
        /// The region.
        public let region: Region
        /// The lengths of the front in it, by scale.
        public let lengths: [Distance]
    }

    /// The scales that are told beside the one asked for.
    public static let standardScales = [500.0, 1000, 2000, 5000, 10_000].map(Distance.init(metres:))
}

extension FrontReport {
    /// Measures the fronts of maps.
    ///
    /// - Parameters:
    ///   - region: the region to which the front is cut; none for the whole.
    ///   - listsRegions: whether each region gets a row.
    /// - Throws: ``InputFault``.
    public init(
        of snapshots: [Snapshot], in region: Region?, of regionSet: RegionSet, listsRegions: Bool, scale: Distance,
        rule: FrontRule, measurer: Measurer
    ) throws(InputFault) {
        let scales = [nil] + Set(Self.standardScales + [scale]).sorted()
        func lengths(_ snapshot: Snapshot, _ region: Region?) throws(InputFault) -> [Distance] {
            try scales.map { scale throws(InputFault) in
                try measurer.front(
                    snapshot, in: region, of: regionSet, classes: snapshot.counted, scale: scale, rule: rule)
            }
        }
        var maps: [Map] = []
        for snapshot in snapshots.inOrderOfTime {
            var rows: [Row] = []
            for region in listsRegions ? regionSet.regions : [] {
                let row = Row(region: region, lengths: try lengths(snapshot, region))
                if row.lengths[0] > Distance(metres: 0) { rows.append(row) }
            }
            maps.append(
                Map(
                    snapshot: snapshot, gap: rule.gap(of: snapshot), lengths: try lengths(snapshot, region),
                    regions: rows))
        }
        (self.maps, self.scales, self.scale, self.rule) = (maps, scales, scale, rule)
        (setName, self.region) = (regionSet.name, region?.facts)
        warnings = regionSet.warnings + snapshots.flatMap(\.warnings) + measurer.takeWarnings()
    }

    /// The length of a row at the scale that is told first.
    public func length(of lengths: [Distance]) -> Distance? {
        scales.firstIndex(of: scale).map { lengths[$0] }
    }
}

extension [Snapshot] {
    /// The maps in order of their time; those without one last, as they were given.
    var inOrderOfTime: [Snapshot] {
        let dated = filter { $0.asOf != nil }.sorted { one, two in
            guard let first = one.asOf, let second = two.asOf else { return false }
            return (first, one.receipt.path) < (second, two.receipt.path)
        }
        return dated + filter { $0.asOf == nil }
    }
}
