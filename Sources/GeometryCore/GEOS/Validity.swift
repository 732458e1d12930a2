import CGEOS

/// One reason why polygons are no set, and where.
public struct Invalidity: Error, Hashable, Sendable {
    /// The reason in GEOS's words, such as `Self-intersection`.
    public let reason: String
    /// The place of the fault in the plane.
    public let position: Position?
    /// The index of the polygon; none where the fault lies between polygons, each of them valid.
    public let polygon: Int?
}

extension Invalidity: CustomStringConvertible {
    /// The reason and its place: `polygon 3: Self-intersection at 30.5, 50.25`.
    public var description: String {
        (polygon.map { "polygon \($0): " } ?? "") + reason + (position.map { " at \($0.x), \($0.y)" } ?? "")
    }
}

extension GeometryEngine {
    /// Every polygon that is invalid, and the first place where valid ones overlap or share a line; none for a set.
    ///
    /// Source of the rules: OGC 06-103r4 §6.1.11 and §6.1.14.
    public func invalidities(of multiPolygon: MultiPolygon) throws(GeometryError) -> [Invalidity] {
        // Nearly every input is plainly valid.
        PlainSet.isProven(multiPolygon.polygons) ? [] : try geosInvalidities(of: multiPolygon)
    }

    /// The same by GEOS alone.
    func geosInvalidities(of multiPolygon: MultiPolygon) throws(GeometryError) -> [Invalidity] {
        // Ask of the whole first, and for the places only where it is invalid.
        guard let whole = try invalidity(of: multiPolygon.polygons, index: nil) else { return [] }
        guard multiPolygon.polygons.count > 1 else {
            return [Invalidity(reason: whole.reason, position: whole.position, polygon: 0)]
        }
        var found: [Invalidity] = []
        for (index, polygon) in multiPolygon.polygons.enumerated() {
            if let invalidity = try invalidity(of: [polygon], index: index) { found.append(invalidity) }
        }
        return found.isEmpty ? [whole] : found
    }

    /// Proves that polygons are a set.
    ///
    /// - Throws: ``GeometryError/invalid(_:)`` with every fault.
    public func validated(_ multiPolygon: MultiPolygon) throws(GeometryError) -> ValidMultiPolygon {
        let found = try invalidities(of: multiPolygon)
        guard found.isEmpty else { throw .invalid(found) }
        return ValidMultiPolygon(proven: multiPolygon.polygons)
    }

    private func invalidity(of polygons: [Polygon], index: Int?) throws(GeometryError) -> Invalidity? {
        let context = try context
        let shape = try GEOSShape(polygons, in: context)
        var reason: UnsafeMutablePointer<CChar>?
        var location: OpaquePointer?
        let answer = context.geos.GEOSisValidDetail_r(context.handle, shape.pointer, 0, &reason, &location)
        // both are ours, whatever the answer
        defer { context.geos.GEOSFree_r(context.handle, reason) }
        let place = location == nil ? nil : try GEOSShape(owning: location, in: context, operation: "place of a fault")
        switch answer {
        case 1: return nil
        case 0:
            return Invalidity(
                reason: reason.map { String(cString: $0) } ?? "not valid", position: place?.position(), polygon: index)
        default: throw context.failure(of: "validity")  // 2 on exception
        }
    }
}
