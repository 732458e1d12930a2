import GeometryCore

extension GeometryEngine {
    /// What a reader must know of a set by regions: land in none, land in several, axes that look swapped.
    ///
    /// - Parameter areas: how much of the set lies in each region, on the ellipsoid with straight edges.
    func warnings(
        of areas: CellAreas, of set: ValidMultiPolygon, in path: String, by regionSet: RegionSet
    ) throws(InputFault) -> [Warning] {
        guard !set.isEmpty else { return [] }
        let (remainder, total) = (areas.remainder, try AreaModel.standard.area(of: set, in: path))
        var warnings: [Warning] = []
        let excess = areas.inside.sum() + remainder - total
        if excess.squareMetres > 1 {
            warnings.append(.overlappingRegions(path: regionSet.receipt.path, overlap: excess))
        }
        let looksSwapped = try placed(path) { engine throws(GeometryError) in
            try engine.looksSwapped(set, areas, regions: regionSet.regions.map(\.set))
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
        _ set: ValidMultiPolygon, _ areas: CellAreas, regions: [ValidMultiPolygon]
    ) throws(GeometryError) -> Bool {
        guard areas.inside.allSatisfy({ $0 == .zero }), let point = try pointsOnSurface(of: set).first,
            let swapped = try? Position(x: point.y, y: point.x)
        else { return false }
        return regions.contains { $0.contains(swapped) }
    }
}
