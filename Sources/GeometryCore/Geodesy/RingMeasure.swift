/// An area model at work: what measures one ring after another.
protocol RingMeasure {
    /// The area in m² that the ring runs round, positive where it runs counter-clockwise.
    ///
    /// What is wound round twice counts twice. Latitudes lie within ±90°. Under geodesic edges the ring may go round a
    /// pole, and an edge takes the shorter way; elsewhere an edge runs from longitude to longitude as the numbers
    /// stand.
    func signedArea(of ring: Ring, at place: Place) throws(AreaFault) -> Double

    /// The area in m² of a ring that has passed ``Ring/checkGeographic(at:)`` and does not cross itself in the plane of
    /// longitude and latitude, whichever way it runs.
    func area(of ring: Ring, at place: Place) throws(AreaFault) -> Double
}

extension RingMeasure {
    func area(of ring: Ring, at place: Place) throws(AreaFault) -> Double {
        try signedArea(of: ring, at: place).magnitude
    }
}

extension AreaModel {
    /// The area of a set: shells plus, holes minus, each ring by its absolute value, so that winding never matters.
    ///
    /// - Throws: ``AreaFault``, with the indices of the polygon, the ring and the position.
    public func area(of set: ValidMultiPolygon) throws(AreaFault) -> Area {
        let measure = try ringMeasure()
        var sum = CompensatedSum()
        for (index, polygon) in set.polygons.enumerated() {
            try measure.add(polygon, to: &sum, at: Place(polygon: index))
        }
        return Area(squareMetres: sum.value)
    }

    /// The area of each polygon of a set, in the set's order.
    ///
    /// - Throws: ``AreaFault``, with the indices of the polygon, the ring and the position.
    public func areasOfParts(of set: ValidMultiPolygon) throws(AreaFault) -> [Area] {
        let measure = try ringMeasure()
        var areas: [Area] = []
        areas.reserveCapacity(set.polygons.count)
        for (index, polygon) in set.polygons.enumerated() {
            var sum = CompensatedSum()
            try measure.add(polygon, to: &sum, at: Place(polygon: index))
            areas.append(Area(squareMetres: sum.value))
        }
        return areas
    }

    /// |shell| − Σ|holes| of a polygon that may be invalid: what a reader of its rings would take its area to be.
    ///
    /// - Throws: ``AreaFault``, with the indices of the ring and the position.
    package func statedArea(of polygon: Polygon) throws(AreaFault) -> Area {
        var sum = CompensatedSum()
        try ringMeasure().add(polygon, to: &sum, at: Place())
        return Area(squareMetres: sum.value)
    }

    /// The area that one ring runs round, positive counter-clockwise: it may wind twice, and under geodesic edges go
    /// round a pole, where an edge takes the shorter way.
    ///
    /// - Throws: ``AreaFault``, with the index of the position.
    package func signedArea(of ring: Ring) throws(AreaFault) -> Area {
        try ring.checkLatitudes(at: Place())
        return Area(squareMetres: try ringMeasure().signedArea(of: ring, at: Place()))
    }
}

extension AreaModel {
    /// The area that a closed chain of edges runs round, each edge counted so many times, on the ellipsoid with straight
    /// edges; positive counter-clockwise.
    ///
    /// - Throws: ``AreaFault/latitudeOutOfRange(degrees:at:)``.
    static func straightArea(of edges: [(edge: DirectedEdge, count: Double)]) throws(AreaFault) -> Area {
        for (edge, _) in edges where edge.from.y.magnitude > 90 || edge.to.y.magnitude > 90 {
            throw .latitudeOutOfRange(degrees: max(edge.from.y.magnitude, edge.to.y.magnitude), at: Place())
        }
        return Area(squareMetres: StraightEllipsoidalArea.wgs84.signedArea(of: edges))
    }
}

extension RingMeasure {
    fileprivate func add(
        _ polygon: Polygon, to sum: inout CompensatedSum, at place: consuming Place
    ) throws(AreaFault) {
        place.ring = 0
        try polygon.shell.checkGeographic(at: place)
        sum += try area(of: polygon.shell, at: place)
        for (index, hole) in polygon.holes.enumerated() {
            place.ring = index + 1
            try hole.checkGeographic(at: place)
            sum += -(try area(of: hole, at: place))
        }
    }
}
