import GeometryCore

extension GeometryEngine {
    /// What a reader must know of a set cut up by regions: land in none, land in several, axes that look swapped.
    func warnings(
        of partition: Partition, of set: ValidMultiPolygon, in path: String, by regionSet: RegionSet
    ) throws(InputFault) -> [Warning] {
        guard !set.isEmpty else { return [] }
        let model = AreaModel.standard
        let (remainder, total) = (
            try model.area(of: partition.remainder.set, in: path), try model.area(of: set, in: path)
        )
        var warnings: [Warning] = []
        let excess = try model.sum(of: partition.inside.map(\.set), in: path) + remainder - total
        if excess.squareMetres > 1 {
            warnings.append(.overlappingRegions(path: regionSet.receipt.path, overlap: excess))
        }
        let looksSwapped = try placed(path) { engine throws(GeometryError) in
            try engine.looksSwapped(set, partition: partition, regions: regionSet.regions.map(\.set))
        }
        if looksSwapped {
            warnings.append(.swappedAxes(path: path))
        } else if Warning.isLarge(remainder, of: total) {
            warnings.append(.largeRemainder(path: regionSet.receipt.path, remainder: remainder, of: total))
        }
        return warnings
    }

    /// Whether a set lies in no region as it is, but in one with longitude and latitude swapped.
    private func looksSwapped(
        _ set: ValidMultiPolygon, partition: Partition, regions: [ValidMultiPolygon]
    ) throws(GeometryError) -> Bool {
        guard partition.inside.allSatisfy(\.set.isEmpty), let point = try pointsOnSurface(of: set).first,
            let swapped = try? Position(x: point.y, y: point.x)
        else { return false }
        return regions.contains { $0.contains(swapped) }
    }
}
