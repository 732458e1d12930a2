import GeometryCore

extension Measurer {
    /// The length of the front: of the held land's boundary as far as it runs inside the regions, everywhere or in one of them.
    ///
    /// - Parameters:
    ///   - regionSet: the whole is what its regions cover together.
    ///   - scale: the step at which the line is walked (``InnerBoundary/length(step:)``); none for the length as drawn.
    /// - Throws: ``InputFault``.
    public func front(
        _ snapshot: Snapshot, in region: Region?, of regionSet: RegionSet, classes: [String], scale: Distance?,
        rule: FrontRule = .standard
    ) throws(InputFault) -> Distance {
        let lines = try front(snapshot, in: region, of: regionSet, classes: classes, rule: rule)
        return try engine.placed(snapshot.receipt.path) { _ throws(GeometryError) in try lines.length(step: scale) }
    }
}
