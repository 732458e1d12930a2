import GeometryCore
import TestSupport

/// A way to write the same polygons with the same numbers otherwise.
enum Redrawing: String, CaseIterable {
    /// Every ring runs the other way.
    case reversed
    /// Every ring starts elsewhere.
    case rotated
    /// The polygons, and the holes of each, stand in another order.
    case shuffled
    /// Every edge whose middle is exactly a pair of doubles has a position there.
    case halved

    /// The same polygons, written otherwise.
    func of(_ polygons: [Polygon]) throws -> [Polygon] {
        var random = SplitMix(seed: 20_250_607)
        switch self {
        case .reversed:
            return try polygons.map { try $0.redrawn { try Ring($0.positions.reversed()) } }
        case .rotated:
            return try polygons.map { polygon in
                try polygon.redrawn { ring in
                    let open = ring.positions.dropLast()
                    let start = Int.random(in: 1..<open.count, using: &random)
                    return try Ring(Array(open[start...] + open[..<start] + [open[start]]))
                }
            }
        case .shuffled:
            return polygons.shuffled(using: &random).map {
                Polygon(shell: $0.shell, holes: $0.holes.shuffled(using: &random))
            }
        case .halved:
            return try polygons.map { try $0.redrawn { try $0.halved() } }
        }
    }
}

extension Polygon {
    /// The same polygon with every ring changed.
    func redrawn(_ change: (Ring) throws -> Ring) rethrows -> Polygon {
        Polygon(shell: try change(shell), holes: try holes.map(change))
    }
}

extension Ring {
    fileprivate func halved() throws -> Ring {
        var halved = [positions[0]]
        for (from, to) in zip(positions, positions.dropFirst()) {
            if let x = exactMiddle(from.x, to.x), let y = exactMiddle(from.y, to.y), from != to {
                halved.append(try Position(x: x, y: y))
            }
            halved.append(to)
        }
        return try Ring(halved)
    }
}

/// The middle of two numbers; none where it is no double.
private func exactMiddle(_ one: Double, _ two: Double) -> Double? {
    let sum = one + two
    // What the addition lost (Knuth's two-sum).
    let part = sum - one
    let lost = (one - (sum - part)) + (two - part)
    return lost == 0 ? sum / 2 : nil
}

/// A way to move polygons as a whole that leaves their areas.
enum Motion: CaseIterable {
    case mirroredEastWest, mirroredNorthSouth, turnedEast, turnedWest

    /// Whether no number is rounded.
    var isExact: Bool { self == .mirroredEastWest || self == .mirroredNorthSouth }

    /// The same polygons, moved.
    func of(_ polygons: [Polygon]) throws -> [Polygon] {
        try polygons.map { polygon in
            try polygon.redrawn { ring in
                try ring.mapped { x, y in
                    switch self {
                    case .mirroredEastWest: (-x, y)
                    case .mirroredNorthSouth: (x, -y)
                    case .turnedEast: (x + 360, y)
                    case .turnedWest: (x - 360, y)
                    }
                }
            }
        }
    }
}
