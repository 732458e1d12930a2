extension ValidMultiPolygon {
    /// The length of all rings on the ellipsoid, as drawn.
    ///
    /// - Throws: ``GeodesicFault/latitudeOutOfRange(degrees:)``.
    public func boundaryLength() throws(GeodesicFault) -> Distance {
        var metres = CompensatedSum()
        for ring in polygons.lazy.flatMap(\.rings) { metres += try Line(ring.positions).length().metres }
        return Distance(metres: metres.value)
    }
}
