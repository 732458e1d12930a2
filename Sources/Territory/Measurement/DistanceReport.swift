import GeometryCore

/// How far held land is from a place or a border, on each of several maps.
public struct DistanceReport: Sendable {
    /// The region in which the land must lie; none for anywhere.
    public let side: RegionFacts?
    /// The maps, in order of their time.
    public let maps: [Snapshot]
    /// What was measured to.
    public let targets: [Target]
    /// What was noticed.
    public let warnings: [Warning]

    /// What distances are measured to.
    public enum Aim: Sendable {
        /// A region, its inside included.
        case outline(Region, regionSet: String)
        /// A point: that of a settlement, or one that was given.
        case point(Position, NamedPlace?)
    }

    /// A place or a border with its distances.
    public struct Target: Sendable {
        /// What is measured to.
        public let aim: Aim
        /// The distances, in the order of the report's maps.
        public let steps: [Step]
        /// The first map on which land inside a region reaches the threshold; none where it does on none, or was not asked for.
        public let entry: Entry?
    }

    /// The distance on one map.
    public struct Step: Sendable {
        /// The nearest points, the land's first; none where no land is held there.
        public let points: NearestPoints?
        /// How much of a region is held; none for a place.
        public let inside: Area?
        /// Whether the land's nearest point lies elsewhere than on the map before; none where there is none to compare.
        public let isMoved: Bool?
        /// The moment of the first of the maps since which the nearest point has not moved.
        public let since: Moment?

        /// Whether held land reaches or holds the target.
        public var isReached: Bool { points?.distance.metres == 0 }
    }

    /// When held land first was in a region.
    public struct Entry: Sendable {
        /// The map's place in the report's.
        public let map: Int
        /// How much lies in the region on that map.
        public let area: Area
    }

    /// Points as near to one another are one: what the drawing of a line leaves open.
    public static let same = Distance(metres: 10)
}

extension DistanceReport {
    /// Measures maps.
    ///
    /// - Parameters:
    ///   - side: the region in which the land must lie; none for anywhere.
    ///   - entryThreshold: how much land in a region is an entry; none where that is not asked.
    /// - Throws: ``InputFault``.
    public init(
        of snapshots: [Snapshot], to aims: [Aim], from side: Region?, entryThreshold: Area?, measurer: Measurer
    ) throws(InputFault) {
        maps = snapshots.inOrderOfTime
        var targets: [Target] = []
        for aim in aims {
            var steps: [Step] = []
            for snapshot in maps {
                steps.append(try Self.step(snapshot, aim, side, after: steps.last, measurer))
            }
            // What lies inside has just been measured for each map.
            let first = entryThreshold.flatMap { threshold in
                steps.firstIndex { $0.inside.map { $0 >= threshold } ?? false }
            }
            let entry = first.flatMap { map in steps[map].inside.map { Entry(map: map, area: $0) } }
            targets.append(Target(aim: aim, steps: steps, entry: entry))
        }
        self.targets = targets
        self.side = side?.facts
        warnings = snapshots.flatMap(\.warnings) + measurer.takeWarnings()
    }

    private static func step(
        _ snapshot: Snapshot, _ aim: Aim, _ side: Region?, after former: Step?, _ measurer: Measurer
    ) throws(InputFault) -> Step {
        let points: NearestPoints?
        var inside: Area?
        switch aim {
        case .outline(let region, _):
            points = try measurer.approach(snapshot, to: region, from: side, classes: snapshot.counted)
            inside = try measurer.held(in: region, on: snapshot, classes: snapshot.counted, atLeast: .zero) ?? .zero
        case .point(let position, _):
            points = try measurer.approach(snapshot, to: position, from: side, classes: snapshot.counted)
        }
        var isMoved: Bool?
        if let here = points?.first, let before = former?.points?.first {
            // Positions of maps that have been measured lie on Earth.
            isMoved = (try? Geodesic.inverse(from: before, to: here)).map { $0 > same }
        }
        return Step(
            points: points, inside: inside, isMoved: isMoved,
            since: points == nil ? nil : isMoved == false ? former?.since : snapshot.asOf)
    }
}
