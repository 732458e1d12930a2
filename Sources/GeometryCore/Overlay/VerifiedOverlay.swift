import CGEOS

// GEOS can return a wrong overlay of valid polygons without a word (shapely issue 1871). So no overlay becomes a
// number before a second route confirms it. The ladder:
//
//   1. overlay on double precision,
//   2. overlay on a fixed grid of 1e-9 (of 1e-12 of the coordinates, where these pass 1,000),
//   3. an error that says what did not hold.
//
// On each rung the pieces that an operation asks for must hold together:
//   - every polygon of a piece lies where the piece says, all of it (PieceProof: winding numbers, not GEOS),
//   - the areas of the pieces add up to those of the two sets, within what the rung's rounding can move,
//   - a piece that is handed out is valid.
// Pieces that lie right and add up are right: nothing is left over that could be missing. The areas alone do not see
// issue 1871, where the intersection and the difference are wrong by the same triangle; points alone do not see a
// polygon that is missing.

/// One overlay operand with what the verification asks of it.
final class OverlayOperand {
    let shape: GEOSShape
    let bounds: Bounds?
    let planeArea: Double
    let planeLength: Double
    private let polygons: [Polygon]
    private var madeLocator: GEOSLocator?
    private var madeIndex: WindingIndex?

    init(_ set: ValidMultiPolygon, in context: GEOSContext) throws(GeometryError) {
        polygons = set.polygons
        shape = try GEOSShape(set.polygons, in: context)
        bounds = set.bounds
        planeArea = try shape.planeArea()
        planeLength = set.planeLength
    }

    /// The part of a set in a box, roughly: GEOS overlays less, and the verification still asks the whole set.
    init(_ whole: OverlayOperand, near box: Bounds) throws(GeometryError) {
        let context = whole.shape.context
        // null on exception
        shape = try GEOSShape(
            owning: context.geos.GEOSClipByRect_r(
                context.handle, whole.shape.pointer, box.minX, box.minY, box.maxX, box.maxY),
            in: context, operation: "clip")
        polygons = whole.polygons
        bounds = whole.bounds
        planeArea = whole.planeArea
        planeLength = try shape.planeLength()
        madeIndex = whole.index()
    }

    /// The index that tells which other sets it meets, made when first asked for.
    func locator() throws(GeometryError) -> GEOSLocator {
        if let madeLocator { return madeLocator }
        let made = try GEOSLocator(shape)
        madeLocator = made
        return made
    }

    /// The index of the verification, made when first asked for.
    func index() -> WindingIndex {
        if let madeIndex { return madeIndex }
        let made = WindingIndex(OrientedBoundary(polygons))
        madeIndex = made
        return made
    }

    /// The greatest coordinate, without its sign.
    var magnitude: Double {
        bounds.map { max(abs($0.minX), abs($0.minY), abs($0.maxX), abs($0.maxY)) } ?? 0
    }
}

/// A part of the plane that two sets define.
enum OverlayPiece: CaseIterable {
    case common, onlyFirst, onlySecond, either

    /// Whether a point belongs to the piece, by whether it lies in the first set and in the second.
    func holds(inFirst: Bool, inSecond: Bool) -> Bool {
        switch self {
        case .common: inFirst && inSecond
        case .onlyFirst: inFirst && !inSecond
        case .onlySecond: !inFirst && inSecond
        case .either: inFirst || inSecond
        }
    }

    var name: String {
        switch self {
        case .common: "intersection"
        case .onlyFirst, .onlySecond: "difference"
        case .either: "union"
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
        pieces: [.either, .common, .onlyFirst],
        balances: [
            Balance(weights: [1, 1, 0], first: 1, second: 1), Balance(weights: [0, 1, 1], first: 1, second: 0),
        ])
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
                var sets: [ValidMultiPolygon] = []
                for piece in operation.pieces {
                    sets.append(try proven(compute(piece, first, second, on: rung), piece))
                }
                try verify(sets, of: operation, first, second, step: rung.step(magnitude: magnitude))
                return sets.map { VerifiedSet(set: $0, precision: rung) }
            } catch {
                failure = error
            }
        }
        throw failure
    }

    /// Confirms the pieces of an operation by a second route.
    ///
    /// - Parameter step: how far rounding moves a corner, in units of the coordinates.
    /// - Throws: ``GeometryError/unverified(operation:reason:)`` with what does not hold.
    func verify(
        _ sets: [ValidMultiPolygon], of operation: OverlayOperation, _ first: OverlayOperand, _ second: OverlayOperand,
        step: Double
    ) throws(GeometryError) {
        let proof = PieceProof(first: first.index(), second: second.index(), tolerance: 2 * step)
        var areas: [Double] = []
        for (piece, set) in zip(operation.pieces, sets) {
            let shape = try GEOSShape(set.polygons, in: context)
            for (polygon, point) in zip(set.polygons, try shape.interiorPoints()) {
                if let flaw = proof.flaw(of: polygon, point: point, in: piece) {
                    throw .unverified(
                        operation: operation.pieces[0].name,
                        reason: "a part of the \(piece.name) lies where it cannot, at \(flaw.x), \(flaw.y)")
                }
            }
            areas.append(try shape.planeArea())
        }
        let tolerance = step * (first.planeLength + second.planeLength)
        for balance in operation.balances {
            let pieces = zip(balance.weights, areas).reduce(0) { $0 + $1.0 * $1.1 }
            let wholes = balance.first * first.planeArea + balance.second * second.planeArea
            guard abs(pieces - wholes) <= tolerance else {
                throw .unverified(
                    operation: operation.pieces[0].name,
                    reason: "the parts do not add up to the whole: \(pieces) and \(wholes) square units of the plane")
            }
        }
    }

    private func proven(_ shape: GEOSShape, _ piece: OverlayPiece) throws(GeometryError) -> ValidMultiPolygon {
        let context = shape.context
        switch context.geos.GEOSisValid_r(context.handle, shape.pointer) {
        case 1: return ValidMultiPolygon(proven: try shape.polygons())
        case 0: throw .unverified(operation: piece.name, reason: "the result is not valid")
        default: throw context.failure(of: "validity")  // 2 on exception
        }
    }

    private func compute(
        _ piece: OverlayPiece, _ first: OverlayOperand, _ second: OverlayOperand, on rung: OverlayPrecision
    ) throws(GeometryError) -> GEOSShape {
        let context = try context
        let (geos, handle, one, two) = (context.geos, context.handle, first.shape.pointer, second.shape.pointer)
        // all return null on exception
        let pointer =
            switch (piece, rung) {
            case (.common, .floating): geos.GEOSIntersection_r(handle, one, two)
            case (.common, .grid(let step)): geos.GEOSIntersectionPrec_r(handle, one, two, step)
            case (.onlyFirst, .floating): geos.GEOSDifference_r(handle, one, two)
            case (.onlyFirst, .grid(let step)): geos.GEOSDifferencePrec_r(handle, one, two, step)
            case (.onlySecond, .floating): geos.GEOSDifference_r(handle, two, one)
            case (.onlySecond, .grid(let step)): geos.GEOSDifferencePrec_r(handle, two, one, step)
            case (.either, .floating): geos.GEOSUnion_r(handle, one, two)
            case (.either, .grid(let step)): geos.GEOSUnionPrec_r(handle, one, two, step)
            }
        return try GEOSShape(owning: pointer, in: context, operation: piece.name)
    }
}

extension OverlayPrecision {
    /// How far a corner may move.
    fileprivate func step(magnitude: Double) -> Double {
        switch self {
        case .floating: Rounding(magnitude: magnitude).shift
        case .grid(let step): step
        }
    }
}
