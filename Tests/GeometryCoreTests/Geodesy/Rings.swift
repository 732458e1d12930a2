import TestSupport

@testable import GeometryCore

extension Ring {
    /// The box between two longitudes and two latitudes, counter-clockwise from the south-west, with `cuts` positions
    /// between the corners on each side.
    static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double, cuts: Int = 0) throws -> Ring {
        let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        return try Ring(
            closing: zip(corners, corners.dropFirst()).flatMap { from, to in
                (0...cuts).map { step in
                    let part = Double(step) / Double(cuts + 1)
                    return (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
                }
            })
    }
}

extension ValidMultiPolygon {
    /// Takes polygons whose validity the test vouches for.
    init(shells: Ring...) { self.init(proven: shells.map { Polygon(shell: $0) }) }
}
