import GeometryCore

/// What was gained and lost between two maps, everywhere or in a region.
public struct RegionChange: Hashable, Sendable {
    /// The gained area.
    public let gained: Area
    /// The lost area.
    public let lost: Area
    /// The gained polygons.
    public let gainedSet: ValidMultiPolygon
    /// The lost polygons.
    public let lostSet: ValidMultiPolygon

    /// The parts under the threshold.
    public func smallParts(by model: AreaModel, in path: String) throws(InputFault) -> SmallParts {
        SmallParts(
            gained: try model.areasOfParts(of: gainedSet, in: path),
            lost: try model.areasOfParts(of: lostSet, in: path), under: SmallParts.standardThreshold)
    }
}
