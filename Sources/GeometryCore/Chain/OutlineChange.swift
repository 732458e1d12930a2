// The change of two maps from what is left of their boundaries. The ladder:
//
//   1. the faces of the chain C = ∂B − ∂A, each proven; where the arrangement fails, GEOS finds the faces,
//   2. for a face whose proof fails: both maps cut to it, united, overlaid and verified,
//   3. for a chain that has no faces, or a balance that does not hold: the whole pair by verified overlay, which has a
//      fixed grid to fall back on,
//   4. an error.
//
// What is proven of a face with f ≠ 0:
//   - f is 1 or -1 and equals 1_B − 1_A at a point inside it, by the winding numbers of both whole boundaries;
//   - no edge of ∂A lies inside it, so that w_A, and with f w_B, are constant over it.
// Where a face narrows to less than rounding, each part beyond the neck is proven by a point of its own.
// And of all faces together: gained less lost is the area integral over the chain.
//
// If A is a set, then so is B: outside the faces with f ≠ 0 the winding numbers agree, and on each of these w_B is
// constant and was looked up. So a series whose first map is proven valid needs no further proof of the others.

/// What changed between two maps.
public struct OutlineChange: Sendable {
    /// What lies in the later map only.
    public let gained: VerifiedSet
    /// What lies in the earlier map only.
    public let lost: VerifiedSet
    /// How many edges were left of the chain, of how many compared.
    public let edges: (changed: Int, compared: Int)
    /// How the change was had.
    public let route: Route
    /// The areas of the polygons of ``gained`` and ``lost`` by the standard model, where the proof has measured them.
    fileprivate var standardAreas: (gained: [Area], lost: [Area])?

    /// The rung of the ladder that gave the change.
    public enum Route: Hashable, Sendable {
        /// From the faces of the chain; so many of them were resolved by overlay.
        case chain(resolvedFaces: Int)
        /// From an overlay of the whole maps.
        case overlay
    }

    /// The areas of the polygons of ``gained`` and ``lost``, in their order.
    ///
    /// - Throws: ``AreaFault``.
    public func areas(by model: AreaModel) throws(AreaFault) -> (gained: [Area], lost: [Area]) {
        if model == .standard, let standardAreas { return standardAreas }
        return (try model.areasOfParts(of: gained.set), try model.areasOfParts(of: lost.set))
    }
}

extension GeometryEngine {
    /// The change from one map to another; the cost follows the change.
    ///
    /// - Throws: ``GeometryError`` where the last rung of the ladder fails.
    public func change(from before: Outline, to after: Outline) throws(GeometryError) -> OutlineChange {
        let chain = BoundaryChain(from: before.boundary, to: after.boundary)
        let edges = (changed: chain.edges.count, compared: chain.edgesCompared)
        guard !chain.edges.isEmpty else {
            return OutlineChange(gained: .empty, lost: .empty, edges: edges, route: .chain(resolvedFaces: 0))
        }
        do throws(GeometryError) {
            return try changeByFaces(of: chain, from: before, to: after, edges: edges)
        } catch {
            let (first, second) = (try union(proven(before)), try union(proven(after)))
            let change = try change(from: first.set, to: second.set)
            let precision = first.precision.coarser(second.precision)
            return OutlineChange(
                gained: VerifiedSet(set: change.gained.set, precision: precision.coarser(change.gained.precision)),
                lost: VerifiedSet(set: change.lost.set, precision: precision.coarser(change.lost.precision)),
                edges: edges, route: .overlay)
        }
    }

    private func changeByFaces(
        of chain: BoundaryChain, from before: Outline, to after: Outline, edges: (changed: Int, compared: Int)
    ) throws(GeometryError) -> OutlineChange {
        let found = try faces(of: chain)
        let areas = try balancedAreas(of: found.faces, chain)
        let proof = ChangeProof(
            before: before.index, after: after.index, sides: found.sides, mayHaveNecks: found.mayHaveNecks)
        var (gained, lost): ([Polygon], [Polygon]) = ([], [])
        var standardAreas: (gained: [Area], lost: [Area]) = ([], [])
        var (moreGained, moreLost): ([VerifiedSet], [VerifiedSet]) = ([], [])
        var resolved = 0
        // Proven when the first face asks for it.
        var maps: (before: [ValidMultiPolygon], after: [ValidMultiPolygon])?
        for (face, area) in zip(found.faces, areas) {
            if proof.holds(for: face) {
                if face.label > 0 {
                    gained.append(face.polygon)
                    standardAreas.gained.append(area)
                } else {
                    lost.append(face.polygon)
                    standardAreas.lost.append(area)
                }
            } else if !face.polygon.isThinner(than: Rounding(at: face.point).sliver) {
                let proven = if let maps { maps } else { (before: try proven(before), after: try proven(after)) }
                maps = proven
                let change = try resolve(face, from: proven.before, to: proven.after)
                moreGained.append(change.gained)
                moreLost.append(change.lost)
                resolved += 1
            }
        }
        return OutlineChange(
            gained: try together(gained, moreGained, found.areApart),
            lost: try together(lost, moreLost, found.areApart),
            edges: edges, route: .chain(resolvedFaces: resolved),
            standardAreas: resolved == 0 && found.areApart ? standardAreas : nil)
    }

    /// The faces' areas by the standard model; each by its label, they must add up to the integral over the chain.
    func balancedAreas(of faces: [ChainFace], _ chain: BoundaryChain) throws(GeometryError) -> [Area] {
        let (net, sum, gross): (Area, Area, Area)
        let areas: [Area]
        do throws(AreaFault) {
            net = try AreaModel.straightArea(of: chain.edges.map { ($0.edge, Double($0.count)) })
            areas = try AreaModel.standard.areasOfParts(of: ValidMultiPolygon(proven: faces.map(\.polygon)))
            sum = zip(faces, areas).lazy.map { Area(squareMetres: $1.squareMetres * Double($0.label)) }.sum()
            gross = areas.sum()
        } catch {
            throw .unverified(operation: "change", reason: "\(error)")
        }
        guard (sum - net).magnitude.squareMetres <= max(1e-3, 1e-12 * gross.squareMetres) else {
            throw .unverified(
                operation: "change",
                reason: "the faces add up to \(sum.squareMetres) m², the boundaries to \(net.squareMetres) m²")
        }
        return areas
    }

    private func proven(_ outline: Outline) throws(GeometryError) -> [ValidMultiPolygon] {
        var sets: [ValidMultiPolygon] = []
        for part in outline.parts { sets.append(try validated(part)) }
        return sets
    }

    /// The change inside one face, by cutting both maps to it.
    private func resolve(
        _ face: ChainFace, from before: [ValidMultiPolygon], to after: [ValidMultiPolygon]
    ) throws(GeometryError) -> SetChange {
        let frame = try validated(MultiPolygon([face.polygon]))
        let (first, second) = (try cut(before, to: frame), try cut(after, to: frame))
        let change = try change(from: first.set, to: second.set)
        let precision = first.precision.coarser(second.precision)
        return SetChange(
            gained: VerifiedSet(set: change.gained.set, precision: precision.coarser(change.gained.precision)),
            lost: VerifiedSet(set: change.lost.set, precision: precision.coarser(change.lost.precision)))
    }

    private func cut(_ map: [ValidMultiPolygon], to frame: ValidMultiPolygon) throws(GeometryError) -> VerifiedSet {
        var pieces: [VerifiedSet] = []
        // The frame by the map and not the map by the frame: nothing is made of what lies outside.
        for part in map { pieces.append(try split(frame, by: part).inside) }
        let united = try union(pieces.map(\.set))
        return VerifiedSet(
            set: united.set, precision: pieces.map(\.precision).reduce(united.precision) { $0.coarser($1) })
    }

    /// Faces and resolved pieces as one set; where they share a side, they are united.
    private func together(
        _ faces: [Polygon], _ pieces: [VerifiedSet], _ areApart: Bool
    ) throws(GeometryError) -> VerifiedSet {
        if pieces.isEmpty, areApart {
            return VerifiedSet(set: ValidMultiPolygon(proven: faces), precision: .floating)
        }
        // Only a face that a piece comes near to may share a side with one. A grid moves corners by less than this reaches.
        let reach = pieces.compactMap(\.set.bounds).map { $0.grown(by: 1e-8 * $0.magnitude) }
        func isNear(_ face: Polygon) -> Bool {
            guard areApart, let box = Bounds(around: face.shell.positions) else { return true }
            return reach.contains(where: box.meets)
        }
        let far = faces.filter { !isNear($0) }
        let near = MultiPolygon(faces.filter(isNear) + pieces.flatMap(\.set.polygons))
        let precision = pieces.map(\.precision).reduce(OverlayPrecision.floating) { $0.coarser($1) }
        let isSet = if near.polygons.isEmpty { true } else { try invalidities(of: near).isEmpty }
        if isSet {
            return VerifiedSet(set: ValidMultiPolygon(proven: far + near.polygons), precision: precision)
        }
        let united = try united(near.polygons)
        // A grid moves corners, also those in which a far face touches a near one.
        guard far.isEmpty || united.precision == .floating else {
            let all = try self.united(far + near.polygons)
            return VerifiedSet(set: all.set, precision: precision.coarser(all.precision))
        }
        return VerifiedSet(
            set: ValidMultiPolygon(proven: far + united.set.polygons), precision: precision.coarser(united.precision))
    }

    private func united(_ polygons: [Polygon]) throws(GeometryError) -> VerifiedSet {
        var sets: [ValidMultiPolygon] = []
        for polygon in polygons { sets.append(try validated(MultiPolygon([polygon]))) }
        return try union(sets)
    }
}
