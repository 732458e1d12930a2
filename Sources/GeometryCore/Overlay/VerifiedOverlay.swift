import CGEOS

// GEOS can return a wrong overlay of valid polygons without a word (shapely issue 1871). So no overlay becomes a
// number before a second route confirms it. The ladder:
//
//   1. overlay on double precision,
//   2. overlay on a fixed grid of 1e-9 (of 1e-12 of the coordinates, where these pass 1,000),
//   3. an error that says what did not hold.
//
// On each rung the pieces that an operation asks for must hold together:
//   - every polygon of a piece has an interior point where the piece says it is (in the first set, not in the
//     second, …),
//   - the areas of the pieces add up to those of the two sets, within what the rung's rounding can move,
//   - a piece that is handed out is valid.
// The areas alone do not see issue 1871, where the intersection and the difference are wrong by the same triangle;
// the points do. The points alone do not see a polygon that is missing; the areas do.

/// One overlay operand with what the verification asks of it.
final class OverlayOperand {
    let shape: GEOSShape
    let bounds: Bounds?
    let planeArea: Double
    let planeLength: Double
    private var preparedLocator: GEOSLocator?

    init(_ set: ValidMultiPolygon, in context: GEOSContext) throws(GeometryError) {
        shape = try GEOSShape(set.polygons, in: context)
        bounds = set.bounds
        planeArea = try shape.planeArea()
        planeLength = try shape.planeLength()
    }

    /// The point locator, made when first asked for.
    func locator() throws(GeometryError) -> GEOSLocator {
        if let preparedLocator { return preparedLocator }
        let made = try GEOSLocator(shape)
        preparedLocator = made
        return made
    }

    /// The greatest coordinate, without its sign.
    var magnitude: Double {
        bounds.map { max(abs($0.minX), abs($0.minY), abs($0.maxX), abs($0.maxY)) } ?? 0
    }
}

/// A part of the plane that two sets define.
enum OverlayPiece: CaseIterable {
    case common, onlyFirst, onlySecond, either, exactlyOne

    /// Whether a point belongs to the piece, by whether it lies in the first set and in the second.
    func holds(inFirst: Bool, inSecond: Bool) -> Bool {
        switch self {
        case .common: inFirst && inSecond
        case .onlyFirst: inFirst && !inSecond
        case .onlySecond: !inFirst && inSecond
        case .either: inFirst || inSecond
        case .exactlyOne: inFirst != inSecond
        }
    }

    var name: String {
        switch self {
        case .common: "intersection"
        case .onlyFirst, .onlySecond: "difference"
        case .either: "union"
        case .exactlyOne: "symmetric difference"
        }
    }
}

/// The pieces that an operation computes together, and how their areas relate.
struct OverlayOperation {
    let pieces: [OverlayPiece]
    /// Σ weight × area of each piece = first × area of the first set + second × area of the second.
    let balances: [Balance]

    struct Balance {
        let weights: [Double]
        let first: Double
        let second: Double
    }

    static let split = OverlayOperation(
        pieces: [.common, .onlyFirst], balances: [Balance(weights: [1, 1], first: 1, second: 0)])
    static let change = OverlayOperation(
        pieces: [.common, .onlySecond, .onlyFirst],
        balances: [
            Balance(weights: [1, 1, 0], first: 0, second: 1), Balance(weights: [1, 0, 1], first: 1, second: 0),
        ])
    static let union = OverlayOperation(
        pieces: [.either, .common], balances: [Balance(weights: [1, 1], first: 1, second: 1)])
    static let symmetricDifference = OverlayOperation(
        pieces: [.exactlyOne, .common], balances: [Balance(weights: [1, 2], first: 1, second: 1)])
}

extension GeometryEngine {
    /// Computes the pieces of an operation and verifies them, rung by rung.
    ///
    /// - Returns: the pieces in the operation's order, all on the same rung.
    func verified(
        _ operation: OverlayOperation, _ first: OverlayOperand, _ second: OverlayOperand
    ) throws(GeometryError) -> [VerifiedSet] {
        let magnitude = max(first.magnitude, second.magnitude, 1)
        let rungs: [OverlayPrecision] = [.floating, .grid(step: magnitude <= 1000 ? 1e-9 : magnitude * 1e-12)]
        var failure = GeometryError.unverified(operation: operation.pieces[0].name, reason: "nothing was tried")
        for rung in rungs {
            do throws(GeometryError) {
                return try attempt(operation, first, second, on: rung, magnitude: magnitude)
            } catch {
                failure = error
            }
        }
        throw failure
    }

    private func attempt(
        _ operation: OverlayOperation, _ first: OverlayOperand, _ second: OverlayOperand, on rung: OverlayPrecision,
        magnitude: Double
    ) throws(GeometryError) -> [VerifiedSet] {
        let step =
            switch rung {
            case .floating: magnitude * 0x1p-46
            case .grid(let step): step
            }
        let name = operation.pieces[0].name
        var areas: [Double] = []
        var results: [VerifiedSet] = []
        for piece in operation.pieces {
            let shape = try compute(piece, first, second, on: rung)
            for point in try shape.interiorPoints() {
                guard try holds(point, piece, first, second, tolerance: 2 * step) else {
                    throw .unverified(
                        operation: name,
                        reason: "a part of the \(piece.name) lies where it cannot, at \(point.x), \(point.y)")
                }
            }
            areas.append(try shape.planeArea())
            results.append(VerifiedSet(set: try proven(shape, name), precision: rung))
        }
        let tolerance = step * (first.planeLength + second.planeLength)
        for balance in operation.balances {
            let pieces = zip(balance.weights, areas).reduce(0) { $0 + $1.0 * $1.1 }
            let wholes = balance.first * first.planeArea + balance.second * second.planeArea
            guard abs(pieces - wholes) <= tolerance else {
                throw .unverified(
                    operation: name,
                    reason: "the parts do not add up to the whole: \(pieces) and \(wholes) square units of the plane")
            }
        }
        return results
    }

    private func proven(_ shape: GEOSShape, _ name: String) throws(GeometryError) -> ValidMultiPolygon {
        // returns 2 on exception
        guard GEOSisValid_r(context.handle, shape.pointer) == 1 else {
            throw .unverified(operation: name, reason: "the result is not valid")
        }
        return ValidMultiPolygon(proven: try shape.polygons())
    }

    private func holds(
        _ point: Position, _ piece: OverlayPiece, _ first: OverlayOperand, _ second: OverlayOperand, tolerance: Double
    ) throws(GeometryError) -> Bool {
        for inFirst in [true, false] {
            for inSecond in [true, false] where piece.holds(inFirst: inFirst, inSecond: inSecond) {
                if try first.locator().agrees(point, inside: inFirst, tolerance: tolerance),
                    try second.locator().agrees(point, inside: inSecond, tolerance: tolerance)
                {
                    return true
                }
            }
        }
        return false
    }

    private func compute(
        _ piece: OverlayPiece, _ first: OverlayOperand, _ second: OverlayOperand, on rung: OverlayPrecision
    ) throws(GeometryError) -> GEOSShape {
        let (handle, one, two) = (context.handle, first.shape.pointer, second.shape.pointer)
        // all return null on exception
        let pointer =
            switch (piece, rung) {
            case (.common, .floating): GEOSIntersection_r(handle, one, two)
            case (.common, .grid(let step)): GEOSIntersectionPrec_r(handle, one, two, step)
            case (.onlyFirst, .floating): GEOSDifference_r(handle, one, two)
            case (.onlyFirst, .grid(let step)): GEOSDifferencePrec_r(handle, one, two, step)
            case (.onlySecond, .floating): GEOSDifference_r(handle, two, one)
            case (.onlySecond, .grid(let step)): GEOSDifferencePrec_r(handle, two, one, step)
            case (.either, .floating): GEOSUnion_r(handle, one, two)
            case (.either, .grid(let step)): GEOSUnionPrec_r(handle, one, two, step)
            case (.exactlyOne, .floating): GEOSSymDifference_r(handle, one, two)
            case (.exactlyOne, .grid(let step)): GEOSSymDifferencePrec_r(handle, one, two, step)
            }
        return try GEOSShape(owning: pointer, in: context, operation: piece.name)
    }
}
