import GeometryCore

/// Two lists of polygons, decoded from bytes so that edges often touch, overlap, coincide and run against each other.
///
/// The first byte chooses the plane: bits 0–2 the spacing of a lattice of 16 × 16 points (``Lattice``); bit 3 whether
/// each point is followed by a byte that moves it by some units in the last place, x by its low half, y by its high half.
/// Then shapes follow, up to ``mostShapes``: a byte that says what the shape is (bits 0–2 its ``Role``; bit 3 whether its
/// points are put in order around their middle; bits 4–6 a number `n`, 0 for a box between two points, else a ring of
/// `n + 2` points), then its points, a byte each: x in the low half, y in the high one. What is missing at the end is zero.
struct PolygonPair {
    private(set) var before: [Polygon] = []
    private(set) var after: [Polygon] = []
    let lattice: Lattice

    static let mostShapes = 10

    /// Where a shape goes.
    enum Role: UInt8 {
        case before, after, both
        /// Into both, the later one run backwards from another start.
        case turned
        /// Into both, one corner of the later one elsewhere.
        case moved
        /// Into both, the later one with a point in the middle of an edge.
        case divided
        /// A hole of the last polygon of the earlier, or of the later.
        case holeBefore, holeAfter
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var input = ByteInput(bytes: bytes)
        let plane = input.next()
        lattice = Lattice(kind: plane & 7)
        let isJittered = plane & 8 != 0
        var shapes = 0
        while !input.isAtEnd, shapes < Self.mostShapes {
            shapes += 1
            let head = input.next()
            let number = Int(head >> 4 & 7)
            let points = (0..<(number == 0 ? 2 : number + 2)).map { _ in
                lattice.point(input.next(), jitter: isJittered ? input.next() : 0)
            }
            var corners = number == 0 ? Self.box(points) : points
            if head & 8 != 0 { corners = Self.inOrder(corners) }
            guard let role = Role(rawValue: head & 7), let ring = Self.ring(corners) else { continue }
            add(ring, corners, role, &input)
        }
    }

    private mutating func add(_ ring: Ring, _ corners: [SIMD2<Double>], _ role: Role, _ input: inout ByteInput) {
        switch role {
        case .before: before.append(Polygon(shell: ring))
        case .after: after.append(Polygon(shell: ring))
        case .both: addBoth(ring, corners)
        case .turned:
            let start = Int(input.next()) % corners.count
            addBoth(ring, Array((corners[start...] + corners[..<start]).reversed()))
        case .moved:
            let which = Int(input.next()) % corners.count
            var moved = corners
            moved[which] = lattice.point(input.next(), jitter: 0)
            addBoth(ring, moved)
        case .divided:
            let which = Int(input.next()) % corners.count
            let middle = (corners[which] + corners[(which + 1) % corners.count]) * 0.5
            addBoth(ring, corners[...which] + [middle] + corners[(which + 1)...])
        case .holeBefore: Self.cut(ring, from: &before)
        case .holeAfter: Self.cut(ring, from: &after)
        }
    }

    private mutating func addBoth(_ ring: Ring, _ later: [SIMD2<Double>]) {
        before.append(Polygon(shell: ring))
        if let other = Self.ring(later) { after.append(Polygon(shell: other)) }
    }

    private static func cut(_ ring: Ring, from polygons: inout [Polygon]) {
        guard let last = polygons.popLast() else { return }
        polygons.append(Polygon(shell: last.shell, holes: last.holes + [ring]))
    }

    private static func box(_ corners: [SIMD2<Double>]) -> [SIMD2<Double>] {
        let (low, high) = (corners[0], corners[1])
        return [low, SIMD2(high.x, low.y), high, SIMD2(low.x, high.y)]
    }

    /// The points in order around their middle: mostly a ring that does not cross itself.
    private static func inOrder(_ points: [SIMD2<Double>]) -> [SIMD2<Double>] {
        let middle = points.reduce(SIMD2(0, 0), +) / Double(points.count)
        // An angle that needs no trigonometry: grows with the direction, from 0 to 4.
        func turn(_ point: SIMD2<Double>) -> Double {
            let arm = point - middle
            let length = arm.x.magnitude + arm.y.magnitude
            guard length > 0 else { return 0 }
            return arm.y >= 0 ? 1 - arm.x / length : 3 + arm.x / length
        }
        return points.sorted { turn($0) < turn($1) }
    }

    private static func ring(_ corners: [SIMD2<Double>]) -> Ring? {
        try? Ring(
            (corners + corners.prefix(1)).map { point throws(GeometryFault) in try Position(x: point.x, y: point.y) })
    }
}

/// The points that corners are taken from.
struct Lattice {
    let origin: SIMD2<Double>
    let step: SIMD2<Double>

    /// One of eight: whole degrees, sixteenths, tenths, steps down to a millionth, thirds, and the whole globe.
    init(kind: UInt8) {
        switch kind {
        case 1: (origin, step) = (SIMD2(30, 47), SIMD2(repeating: 0x1p-4))
        case 2: (origin, step) = (SIMD2(36.3, 50.1), SIMD2(repeating: 0.1))
        case 3: (origin, step) = (SIMD2(36.3, 50.1), SIMD2(repeating: 1e-5))
        case 4: (origin, step) = (SIMD2(-75, -33), SIMD2(repeating: 1e-6))
        case 5: (origin, step) = (SIMD2(-180, -90), SIMD2(24, 12))
        case 6: (origin, step) = (SIMD2(1 / 3, 2 / 3), SIMD2(1 / 3, 1 / 7))
        case 7: (origin, step) = (SIMD2(-8, -8), SIMD2(repeating: 1))
        default: (origin, step) = (SIMD2(30, 44), SIMD2(repeating: 1))
        }
    }

    func point(_ place: UInt8, jitter: UInt8) -> SIMD2<Double> {
        let point = origin + step * SIMD2(Double(place & 15), Double(place >> 4))
        // Not beyond the poles and the antimeridian.
        return SIMD2(
            min(max(Self.moved(point.x, by: jitter & 15), -180), 180),
            min(max(Self.moved(point.y, by: jitter >> 4), -90), 90))
    }

    /// A number moved by -8 to 7 units in the last place; zero by larger ones, since GEOS, which judges here, loses the digits of
    /// numbers near the least double.
    private static func moved(_ number: Double, by nibble: UInt8) -> Double {
        let steps = nibble < 8 ? Double(nibble) : Double(nibble) - 16
        return number + steps * (number == 0 ? 0x1p-60 : number.ulp)
    }
}

struct ByteInput {
    let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { index >= bytes.count }

    mutating func next() -> UInt8 {
        guard !isAtEnd else { return 0 }
        defer { index += 1 }
        return bytes[index]
    }
}
