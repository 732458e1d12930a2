import GeometryCore

/// Refuses polygons beyond ±180° of longitude where they are to be compared with others.
///
/// In the plane, 181° and -179° lie a turn apart, though on Earth they are one meridian.
func requireOneTurn(_ sets: [ValidMultiPolygon], path: String) throws(InputFault) {
    for bounds in sets.compactMap(\.bounds) where bounds.minX < -180 || bounds.maxX > 180 {
        throw .beyondAntimeridian(path: path, longitude: bounds.minX < -180 ? bounds.minX : bounds.maxX)
    }
}
