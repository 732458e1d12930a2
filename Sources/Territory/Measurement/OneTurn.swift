import GeometryCore

/// Refuses polygons beyond ±180° of longitude where they are to be compared with others.
///
/// In the plane, 181° and -179° lie a turn apart, though on Earth they are one meridian.
func requireOneTurn(_ sets: [ValidMultiPolygon], path: String) throws(InputFault) {
    try requireOneTurn(sets.map(\.multiPolygon), path: path)
}

/// The same of polygons of which nothing is proven.
func requireOneTurn(_ parts: [MultiPolygon], path: String) throws(InputFault) {
    for polygon in parts.lazy.flatMap(\.polygons) {
        guard let bounds = Bounds(around: polygon.shell.positions), bounds.minX < -180 || bounds.maxX > 180 else {
            continue
        }
        throw .beyondAntimeridian(path: path, longitude: bounds.minX < -180 ? bounds.minX : bounds.maxX)
    }
}
