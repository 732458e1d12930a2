extension Line {
    /// The length as drawn: the geodesics from each position to the next, added up (Karney 2013).
    ///
    /// An edge is straight in longitude and latitude, and longer than the geodesic by a millionth where it is 30 km long.
    ///
    /// - Throws: ``GeodesicFault``.
    func length() throws(GeodesicFault) -> Distance {
        var sum = CompensatedSum()
        for edge in edges { sum += try Geodesic.inverse(from: edge.from, to: edge.to).metres }
        return Distance(metres: sum.value)
    }

    /// The length at a scale: as many steps of a pair of dividers as it takes to walk along the line, and what is left over.
    ///
    /// Each step goes to the first place on the line that is so far from the last one, on the ellipsoid (Richardson 1961;
    /// Mandelbrot 1967). The length of a crooked line has no limit as the step grows shorter, so that one without its step means
    /// nothing. A closed line is walked from its westernmost position; one that lies within a step of it has no length.
    ///
    /// - Parameter step: over 0.
    /// - Throws: ``GeodesicFault``.
    func length(step: Distance) throws(GeodesicFault) -> Distance {
        let edges = startedFromTheWest.edges
        guard step.metres > 0, var here = edges.first?.from, let last = edges.last?.to else { return try length() }
        var steps = 0
        for edge in edges {
            var start = 0.0
            while try Geodesic.inverse(from: here, to: edge.to) >= step {
                start = try edge.firstPart(after: start, asFarAs: step, from: here)
                guard let next = edge.point(at: start), next != here else { break }
                here = next
                steps += 1
            }
        }
        return Distance(metres: Double(steps) * step.metres + (try Geodesic.inverse(from: here, to: last)).metres)
    }

    /// A closed line begun at its westernmost, there its southernmost position, so that the drawing's choice does not matter.
    private var startedFromTheWest: Line {
        guard isClosed, let west = positions.dropLast().indices.min(by: { before($0, $1) }), west > 0 else {
            return self
        }
        return Line(Array(positions[west...]) + Array(positions[1...west]))
    }

    private func before(_ one: Int, _ two: Int) -> Bool {
        (positions[one].x, positions[one].y) < (positions[two].x, positions[two].y)
    }
}

extension InnerBoundary {
    /// The lengths of the lines added up: as drawn, or, with a step over 0, each line walked at that scale.
    ///
    /// - Throws: ``GeometryError/notOnEarth(latitude:)``.
    public func length(step: Distance? = nil) throws(GeometryError) -> Distance {
        var sum = CompensatedSum()
        do throws(GeodesicFault) {
            for line in lines {
                let length = if let step { try line.length(step: step) } else { try line.length() }
                sum += length.metres
            }
        } catch {
            throw GeometryError(error)
        }
        return Distance(metres: sum.value)
    }
}

extension DirectedEdge {
    /// The part of the way at which the edge leaves a circle that its end lies outside of.
    fileprivate func firstPart(
        after start: Double, asFarAs radius: Distance, from centre: Position
    ) throws(GeodesicFault) -> Double {
        var (low, high) = (start, 1.0)
        // Halved to the last digit that a metre has: a distance grows but once on a straight line.
        for _ in 0..<40 {
            let middle = (low + high) / 2
            guard let place = point(at: middle) else { break }
            if try Geodesic.inverse(from: centre, to: place) < radius { low = middle } else { high = middle }
        }
        return high
    }
}
