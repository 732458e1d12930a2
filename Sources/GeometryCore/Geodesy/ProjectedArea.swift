/// Areas in the plane of a projection, under edges straight in longitude and latitude.
///
/// The image of an edge is a curve. It is halved until the image of each piece's middle lies within
/// ``tolerance`` of its chord, and then taken for the parabola through its ends and its middle (Simpson's rule), so that
/// what is left is far smaller than the tolerance times the perimeter.
final class ProjectedArea: RingMeasure {
    /// How far from its chord the middle of a piece may lie, in metres.
    static let tolerance = 0.01
    /// The widest piece, in degrees: a longer one could cross its chord just at the middle.
    static let widestPiece = 1.0
    /// How often an edge is halved: 180° comes down to a metre, and what is not smooth then is torn.
    static let deepest = 24

    private let projection: Projection

    init(crs: String) throws(AreaFault) {
        projection = try IdleProjections.take(crs: crs)
    }

    deinit { IdleProjections.giveBack(projection) }

    func signedArea(of ring: Ring, at place: Place) throws(AreaFault) -> Double {
        let points = ring.positions.map { SIMD2($0.x, $0.y) }
        var images = points
        projection.project(&images)
        for (index, image) in images.enumerated() where !image.isFinite {
            throw noImage(of: points[index], at: place.at(position: index))
        }
        var middles = zip(points, points.dropFirst()).map { ($0 + $1) * 0.5 }
        projection.project(&middles)

        var sum = CompensatedSum()
        for index in middles.indices {
            let place = place.at(position: index)
            let edge = Piece(
                from: points[index], to: points[index + 1], imageOfFrom: images[index] - images[0],
                imageOfTo: images[index + 1] - images[0])
            try add(edge, imageOfMiddle: middles[index] - images[0], origin: images[0], depth: 0, to: &sum, at: place)
        }
        return sum.value
    }

    /// A ring about a point where the projection is torn (the antipode of an azimuthal one) has an image that runs the
    /// other way round, and encloses all but what is meant.
    func area(of ring: Ring, at place: Place) throws(AreaFault) -> Double {
        let area = try signedArea(of: ring, at: place)
        let straight = StraightEllipsoidalArea.wgs84.signedArea(of: ring, at: place)
        // An area below 1 m² may come out with either sign by rounding.
        if area.magnitude > 1, straight.magnitude > 1, area * straight * handedness(at: ring.positions[0]) < 0 {
            throw .tornByProjection(crs: projection.crs, at: place)
        }
        return area.magnitude
    }

    private struct Piece {
        var from: SIMD2<Double>
        var to: SIMD2<Double>
        var imageOfFrom: SIMD2<Double>
        var imageOfTo: SIMD2<Double>
    }

    /// Adds the area between the piece's image and the origin.
    private func add(
        _ piece: Piece, imageOfMiddle: SIMD2<Double>, origin: SIMD2<Double>, depth: Int, to sum: inout CompensatedSum,
        at place: Place
    ) throws(AreaFault) {
        let middle = (piece.from + piece.to) * 0.5
        guard imageOfMiddle.isFinite else { throw noImage(of: middle, at: place) }
        let chord = piece.imageOfTo - piece.imageOfFrom
        let bulge = imageOfMiddle - (piece.imageOfFrom + piece.imageOfTo) * 0.5
        let span = piece.to - piece.from
        if max(span.x.magnitude, span.y.magnitude) <= Self.widestPiece, bulge.length <= Self.tolerance {
            sum += cross(piece.imageOfFrom, chord) / 2
            sum += cross(chord, bulge) * (-2 / 3)
            return
        }
        guard depth < Self.deepest else { throw .tornByProjection(crs: projection.crs, at: place) }
        var (first, second) = (piece, piece)
        (first.to, first.imageOfTo) = (middle, imageOfMiddle)
        (second.from, second.imageOfFrom) = (middle, imageOfMiddle)
        for half in [first, second] {
            let image = projection.image(of: (half.from + half.to) * 0.5) - origin
            try add(half, imageOfMiddle: image, origin: origin, depth: depth + 1, to: &sum, at: place)
        }
    }

    /// 1 where the axes of the plane keep the sense of rotation, −1 where they turn it round.
    private func handedness(at position: Position) -> Double {
        // Away from the antimeridian and the pole, where a position may lie.
        let (dx, dy) = (position.x > 0 ? -1e-4 : 1e-4, position.y > 0 ? -1e-4 : 1e-4)
        let point = SIMD2(position.x, position.y + dy)
        let image = projection.image(of: point)
        let alongX = projection.image(of: point + SIMD2(dx, 0)) - image
        let alongY = projection.image(of: point + SIMD2(0, dy)) - image
        return cross(alongX, alongY) * dx * dy < 0 ? -1 : 1
    }

    private func noImage(of point: SIMD2<Double>, at place: Place) -> AreaFault {
        .notProjectable(crs: projection.crs, reason: projection.reasonForNoImage(of: point), at: place)
    }
}

private func cross(_ left: SIMD2<Double>, _ right: SIMD2<Double>) -> Double { left.x * right.y - left.y * right.x }

extension SIMD2<Double> {
    fileprivate var isFinite: Bool { x.isFinite && y.isFinite }
    fileprivate var length: Double { (x * x + y * y).squareRoot() }
}
