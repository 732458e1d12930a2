extension MultiPolygon {
    /// Proves that the polygons' numbers are degrees, and that no edge leaves open which way round the Earth it goes.
    ///
    /// - Throws: ``AreaFault``, with the indices of the polygon, the ring and the position.
    public func checkGeographic() throws(AreaFault) {
        for (index, polygon) in polygons.enumerated() {
            for (ring, positions) in polygon.rings.enumerated() {
                try positions.checkGeographic(at: Place(polygon: polygons.count == 1 ? nil : index, ring: ring))
            }
        }
    }
}

extension Ring {
    /// Proves that the ring's numbers are degrees, and that no edge leaves open which way round the Earth it goes.
    ///
    /// - Throws: ``AreaFault/latitudeOutOfRange(degrees:at:)``, ``AreaFault/longitudeOutOfRange(degrees:at:)``,
    ///   ``AreaFault/edgeTooWide(degrees:at:)``, ``AreaFault/ringTooWide(degrees:at:)``.
    func checkGeographic(at place: Place) throws(AreaFault) {
        var (low, high) = (SIMD2(positions[0].x, positions[0].y), SIMD2(positions[0].x, positions[0].y))
        var (previous, widest) = (positions[0].x, 0.0)
        for position in positions {
            let point = SIMD2(position.x, position.y)
            low = least(low, point)
            high = greatest(high, point)
            widest = max(widest, (position.x - previous).magnitude)
            previous = position.x
        }
        // The usual ring is done here; only a faulty one is gone through again for the place.
        if low.y < -90 || high.y > 90 { try checkLatitudes(at: place) }
        if low.x < -540 || high.x > 540 {
            for (index, position) in positions.enumerated() where position.x.magnitude > 540 {
                throw .longitudeOutOfRange(degrees: position.x, at: place.at(position: index))
            }
        }
        if widest > 180 {
            for (index, (from, to)) in zip(positions, positions.dropFirst()).enumerated() {
                let width = (to.x - from.x).magnitude
                if width > 180 { throw .edgeTooWide(degrees: width, at: place.at(position: index)) }
            }
        }
        if high.x - low.x > 360 { throw .ringTooWide(degrees: high.x - low.x, at: place) }
    }

    /// Proves that every latitude lies within ±90°.
    ///
    /// - Throws: ``AreaFault/latitudeOutOfRange(degrees:at:)``.
    func checkLatitudes(at place: Place) throws(AreaFault) {
        for (index, position) in positions.enumerated() where position.y.magnitude > 90 {
            throw .latitudeOutOfRange(degrees: position.y, at: place.at(position: index))
        }
    }
}

extension Place {
    /// The same place, at one position of the ring.
    func at(position: Int) -> Place {
        var place = self
        place.position = position
        return place
    }
}
