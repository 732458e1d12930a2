import GeometryCore

extension Measurer {
    /// The first map of some on which held land inside a region is at least a threshold, and how much it is there; none
    /// where there is no such map.
    ///
    /// Land comes and goes, so that every map up to the first is looked at, and none is passed over. Measured is what lies in the
    /// region, part by part; only where that reaches the threshold are the parts united, which can but make it less.
    ///
    /// - Parameters:
    ///   - entries: the maps, in order of their time.
    ///   - threshold: slivers along a border are drawing; 1 km² is the usual one (``standardEntry``).
    public func firstEntry(
        into region: Region, over entries: [Series.Entry], of source: Source, classes: [String],
        threshold: Area = standardEntry
    ) throws(InputFault) -> (entry: Series.Entry, area: Area)? {
        for entry in entries {
            if let area = try held(
                in: region, on: try snapshot(entry, of: source), classes: classes, atLeast: threshold)
            {
                return (entry, area)
            }
        }
        return nil
    }

    /// How much land in a region is an entry where nothing else is said.
    public static let standardEntry = Area(squareKilometres: 1)

    /// How much land of some classes lies in a region; none where there is none, or less than a threshold.
    func held(
        in region: Region, on snapshot: Snapshot, classes: [String], atLeast threshold: Area
    ) throws(InputFault) -> Area? {
        let parts = snapshot.sets(of: classes)
        try requireOneTurn(parts, path: snapshot.receipt.path)
        let cutter = try cutter(of: region)
        let sum = try engine.placed(snapshot.receipt.path) { _ throws(GeometryError) in
            var areas: [Area] = []
            for part in parts { areas.append(contentsOf: try cutter.areas(of: part, by: .standard).inside) }
            return areas.sum()
        }
        guard sum > .zero, sum >= threshold else { return nil }
        let area = try held(snapshot, in: region, by: .standard(classes: classes))
        return area >= threshold ? area : nil
    }
}
