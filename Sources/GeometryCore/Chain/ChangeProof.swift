/// Proves of a chain's faces that f there is the change of two sets.
struct ChangeProof {
    private let before: WindingIndex
    private let after: WindingIndex
    private let sides: EdgeLedger?
    private let mayHaveNecks: Bool

    /// - Parameters:
    ///   - sides: edges that are made of sides of the faces.
    ///   - mayHaveNecks: whether a face may have one.
    init(before: WindingIndex, after: WindingIndex, sides: EdgeLedger? = nil, mayHaveNecks: Bool = true) {
        self.before = before
        self.after = after
        self.sides = sides
        self.mayHaveNecks = mayHaveNecks
    }

    /// Whether f is 1_B − 1_A all over a face.
    ///
    /// A point does not speak for what lies beyond a neck: there the face is cut in two, and each part has a point of its own.
    func holds(for face: ChainFace) -> Bool {
        guard abs(face.label) == 1 else { return false }
        switch finding(for: face) {
        case .holds: return true
        case .fails: return false
        case .narrow(let neck): return holds(for: face, cutAt: neck)
        }
    }

    /// What one point says of a face.
    private enum Finding {
        case holds
        case fails
        /// It says nothing of what lies beyond a neck.
        case narrow(Neck)
    }

    private func finding(for face: ChainFace) -> Finding {
        let rounding = Rounding(at: face.point)
        if face.polygon.isThinner(than: rounding.depth) { return holdsAtPoint(of: face) ? .holds : .fails }
        var own: PolygonIndex?
        if mayHaveNecks {
            let index = PolygonIndex(face.polygon)
            own = index
            if let neck = neck(of: face.polygon, index, narrowerThan: rounding.neck) {
                return .narrow(neck)
            }
        }
        let holds =
            holdsAtPoint(of: face, clearBy: rounding.shift)
            && !holdsEdge(face.polygon, own, deeperThan: rounding.depth)
        return holds ? .holds : .fails
    }

    /// The same of a face with necks, each part by its own point.
    private func holds(for face: ChainFace, cutAt neck: Neck) -> Bool {
        var open = [(face, neck)]
        var cuts = 0
        while let (part, neck) = open.popLast() {
            cuts += 1
            // Necks by the hundred are for overlay.
            guard cuts < 100, part.polygon.holes.isEmpty,
                let rings = part.polygon.shell.cut(from: neck.corner, to: neck.side)
            else { return false }
            for ring in rings {
                let polygon = Polygon(shell: ring)
                if polygon.isThinner(than: Rounding(at: part.point).sliver) { continue }
                // Through a gap outside the face the line would cut off what the gap leads to, which runs the other way round.
                guard ring.turn == part.polygon.shell.turn, let point = polygon.pointInside else { return false }
                let piece = ChainFace(polygon: polygon, label: face.label, point: point)
                switch finding(for: piece) {
                case .holds: continue
                case .fails: return false
                case .narrow(let neck): open.append((piece, neck))
                }
            }
        }
        return true
    }

    /// Whether f is 1_B − 1_A at the point of a face, and no edge comes within a distance of it: beside one it speaks for what
    /// rounding has left there alone.
    private func holdsAtPoint(of face: ChainFace, clearBy distance: Double = 0) -> Bool {
        guard let first = before.winding(around: face.point, clearBy: distance),
            let second = after.winding(around: face.point, clearBy: distance)
        else { return false }
        return isSet(first) && isSet(second) && second - first == face.label
    }

    /// Where a polygon is narrow though it goes on at both ends: between a corner and a side of other corners.
    private struct Neck {
        let corner: Position
        let side: DirectedEdge
    }

    /// A neck of a polygon that is narrower than a width.
    ///
    /// An edge that lies less deep inside than rounding is not told from a side. Along one side it parts off what is thinner than
    /// rounding; at a neck it may part one half of the polygon from the other.
    private func neck(of polygon: Polygon, _ own: PolygonIndex, narrowerThan width: Double) -> Neck? {
        if let neck = neck(at: polygon.shell, own, narrowerThan: width) { return neck }
        for hole in polygon.holes {
            if let neck = neck(at: hole, own, narrowerThan: width) { return neck }
        }
        return nil
    }

    private func neck(at ring: Ring, _ own: PolygonIndex, narrowerThan width: Double) -> Neck? {
        var found: Neck?
        for index in ring.positions.indices.dropLast() {
            let corner = ring.positions[index]
            let isFound = own.holdsSide(in: Bounds(around: corner, reach: width)) { side in
                guard side.from != corner, side.to != corner, side.distance(to: corner) < width,
                    !Corner(ring, at: index).isEnd(beside: side, narrowerThan: width)
                else { return false }
                found = Neck(corner: corner, side: side)
                return true
            }
            if isFound { return found }
        }
        return nil
    }

    /// Inside a set the boundary winds once, outside not at all; elsewhere polygons overlap, or wind the wrong way.
    private func isSet(_ winding: Int) -> Bool { winding == 0 || winding == 1 }

    /// Whether an edge of the earlier map lies inside a polygon, or partly so.
    ///
    /// All over a face f is the same, so that where the one map's winding number changes the other's does, and both have
    /// an edge: one map is enough to ask. The edge may be one that the two share bit for bit, or one that the chain holds,
    /// and that other edges of the chain on the same line cancel: that bounds no face. An edge made of sides is neither.
    private func holdsEdge(_ polygon: Polygon, _ own: PolygonIndex?, deeperThan tolerance: Double) -> Bool {
        guard let bounds = Bounds(around: polygon.shell.positions) else { return false }
        // A closure that names `self` holds on to all of it, once more for each ring.
        let sides = sides
        var own = own
        return before.holdsEdge(in: bounds) { edge in
            if let sides, sides.holds(edge) { return false }
            // Beside most faces lie no other edges.
            let index = own ?? PolygonIndex(polygon)
            own = index
            return !(sides == nil && index.hasSide(edge)) && index.holdsStretch(of: edge, deeperThan: tolerance)
        }
    }
}

extension Ring {
    /// The rings into which the shortest line from a corner to a side cuts this one; a ring of two corners is left out. None where
    /// there is no such corner or side, or where the line meets another side.
    fileprivate func cut(from corner: Position, to side: DirectedEdge) -> [Ring]? {
        let corners = positions.dropLast()
        guard let first = corners.firstIndex(of: corner) else { return nil }
        let turned = Array(corners[first...] + corners[..<first])
        // The side may run against the ring.
        let end = turned.indices.dropFirst().first { index in
            let (from, to) = (turned[index - 1], turned[index])
            return from == side.from && to == side.to || from == side.to && to == side.from
        }
        guard let end, let foot = side.point(at: side.nearestPart(to: corner)) else { return nil }
        let line = DirectedEdge(from: corner, to: foot)
        for index in turned.indices where index != end - 1 && corner != foot {
            let other = DirectedEdge(from: turned[index], to: turned[(index + 1) % turned.count])
            let sharesEnd = [corner, foot].contains { $0 == other.from || $0 == other.to }
            if !sharesEnd, Crossing.meeting(line, other) != .none { return nil }
        }
        let (before, after) = (turned[..<end], turned[end...])
        return [before + [foot, corner], [corner, foot] + after + [corner]].compactMap { line in
            // The line may end in a corner of the side.
            var line = Array(line)
            if let place = line.firstIndex(of: foot), place > 0, line[place - 1] == foot || line[place + 1] == foot {
                line.remove(at: place)
            }
            return try? Ring(line)
        }
    }
}

extension Corner {
    /// Whether a side goes on from the other end of an edge of the corner that is shorter than a width: a polygon that is narrow there
    /// ends with that edge.
    fileprivate func isEnd(beside side: DirectedEdge, narrowerThan width: Double) -> Bool {
        [before, after].contains { neighbour in
            (side.from == neighbour || side.to == neighbour)
                && DirectedEdge(from: position, to: neighbour).length < width
        }
    }
}
