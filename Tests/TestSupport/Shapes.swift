import GeometryCore

extension Ring {
    /// A ring of pairs of numbers, closed where they are open.
    public init(closing pairs: [(Double, Double)]) throws {
        var positions = try pairs.map { try Position(x: $0.0, y: $0.1) }
        if positions.first != positions.last { positions.append(positions[0]) }
        try self.init(positions)
    }

    /// The same ring with every pair of numbers changed.
    public func mapped(_ change: (Double, Double) -> (Double, Double)) throws -> Ring {
        try Ring(closing: positions.map { change($0.x, $0.y) })
    }
}

extension Polygon {
    /// A polygon of pairs of numbers: the shell, then the holes.
    public init(_ shell: [(Double, Double)], holes: [(Double, Double)]...) throws {
        self.init(shell: try Ring(closing: shell), holes: try holes.map { try Ring(closing: $0) })
    }

    /// The box between two corners.
    public static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> Polygon {
        try Polygon([(west, south), (east, south), (east, north), (west, north)])
    }
}

extension GeometryEngine {
    /// Polygons that are known to be valid, as a set.
    public func set(_ polygons: Polygon...) throws -> ValidMultiPolygon { try validated(MultiPolygon(polygons)) }

    /// The box between two corners, as a set.
    public func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> ValidMultiPolygon {
        try set(.box(west, south, east, north))
    }
}
