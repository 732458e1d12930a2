/// A chain taken apart: closed lines that touch nothing, and edges that cross or touch others.
///
/// Most of what changes from one map to the next is a few closed lines that lie apart. Each bounds one face, and needs no
/// noding. What meets something else is left to GEOS.
struct ChainLoops {
    /// The faces of the lines that touch nothing.
    private(set) var faces: [ChainFace] = []
    /// The edges that are left.
    private(set) var tangled: [BoundaryChain.Edge] = []
    /// The same as lines, as long as they run on.
    private(set) var tangledLines: [[Position]] = []
    private var nested: [ChainFace] = []

    init(_ chain: BoundaryChain) {
        let (loops, runs) = Self.loops(of: chain)
        let branching = runs.flatMap(\.self)
        let isTangled = Self.tangledLoops(loops, branching)
        tangled = branching
        tangledLines = runs.map { Self.line($0.map(\.edge)) }
        var clean: [ChainFace] = []
        for (index, loop) in loops.enumerated() {
            if !isTangled[index], let face = Self.face(of: loop) {
                clean.append(face)
            } else {
                tangle(loop)
            }
        }
        keepApart(clean)
    }

    private mutating func tangle(_ loop: [DirectedEdge]) {
        tangled += loop.map { BoundaryChain.Edge(edge: $0, count: 1) }
        tangledLines.append(Self.line(loop))
    }

    private static func line(_ edges: [DirectedEdge]) -> [Position] { edges.prefix(1).map(\.from) + edges.map(\.to) }

    /// Keeps the faces that neither hold another closed line nor lie in one.
    private mutating func keepApart(_ clean: [ChainFace]) {
        let boxes = clean.compactMap { Bounds(around: $0.polygon.shell.positions) }
        let tree = BoxTree<SIMD2<Double>>([boxes.indices], itemsInLeaf: 4) { index in
            (SIMD2(boxes[index].minX, boxes[index].minY), SIMD2(boxes[index].maxX, boxes[index].maxY))
        }
        let others = ChainIndex(tangled)
        for (index, (face, box)) in zip(clean, boxes).enumerated() {
            let isNested = tree.search {
                $0.low.x <= box.maxX && box.minX <= $0.high.x && $0.low.y <= box.maxY && box.minY <= $0.high.y
            } visit: { other in
                other != index && boxes[other].meets(box)
                    && (Self.holds(face, clean[other].point) || Self.holds(clean[other], face.point))
            }
            let isAmongTangled =
                others.winding(around: face.polygon.shell.positions[0]) != 0
                || others.holdsEdge(in: box) { Self.holds(face, $0.from) }
            if isNested || isAmongTangled {
                nested.append(face)
            } else {
                faces.append(face)
            }
        }
        for face in nested {
            let positions = face.polygon.shell.positions
            tangle(zip(positions, positions.dropFirst()).map { DirectedEdge(from: $0, to: $1) })
        }
    }

    /// Whether a point lies in a face, or too near its line to tell.
    private static func holds(_ face: ChainFace, _ point: Position) -> Bool {
        var winding = 0
        let positions = face.polygon.shell.positions
        for (from, to) in zip(positions, positions.dropFirst()) {
            guard let crossing = Crossing.ofRay(from: point, from, to) else { return true }
            winding += crossing
        }
        return winding != 0
    }

    /// Which closed lines have an edge that meets another edge than its two neighbours.
    ///
    /// Swept from west to east: only edges that are open at once can meet.
    private static func tangledLoops(_ loops: [[DirectedEdge]], _ branching: [BoundaryChain.Edge]) -> [Bool] {
        var edges: [(edge: DirectedEdge, loop: Int, place: Int, minX: Double, maxX: Double)] = []
        func add(_ edge: DirectedEdge, _ loop: Int, _ place: Int) {
            edges.append((edge, loop, place, min(edge.from.x, edge.to.x), max(edge.from.x, edge.to.x)))
        }
        for (loop, members) in loops.enumerated() {
            for (place, edge) in members.enumerated() { add(edge, loop, place) }
        }
        for edge in branching { add(edge.edge, -1, 0) }
        edges.sort { $0.minX < $1.minX }
        var isTangled = [Bool](repeating: false, count: loops.count)
        var open: [Int] = []
        for index in edges.indices {
            let here = edges[index]
            open.removeAll { edges[$0].maxX < here.minX }
            for other in open.lazy.map({ edges[$0] }) where here.loop >= 0 || other.loop >= 0 {
                if here.loop == other.loop {
                    let gap = abs(here.place - other.place)
                    // Neighbours share a position, and no more unless the line runs back on itself.
                    if gap == 1 || gap == loops[here.loop].count - 1 {
                        if !Crossing.turns(here.edge, other.edge) { isTangled[here.loop] = true }
                        continue
                    }
                }
                guard !Crossing.isApart(here.edge, other.edge) else { continue }
                if here.loop >= 0 { isTangled[here.loop] = true }
                if other.loop >= 0 { isTangled[other.loop] = true }
            }
            open.append(index)
        }
        return isTangled
    }

    /// Closed lines whose every position has one edge in and one out; the edges of all others, in runs.
    private static func loops(of chain: BoundaryChain) -> (loops: [[DirectedEdge]], runs: [[BoundaryChain.Edge]]) {
        var outgoing: [Position: Int] = [:]
        var branches: Set<Position> = []
        var incoming: Set<Position> = []
        for (index, edge) in chain.edges.enumerated() {
            let isTwice = outgoing.updateValue(index, forKey: edge.edge.from) != nil
            if isTwice || edge.count != 1 { branches.insert(edge.edge.from) }
            if !incoming.insert(edge.edge.to).inserted || edge.count != 1 { branches.insert(edge.edge.to) }
        }
        var loops: [[DirectedEdge]] = []
        var runs: [[BoundaryChain.Edge]] = []
        var isTaken = [Bool](repeating: false, count: chain.edges.count)
        for start in chain.edges.indices where !isTaken[start] {
            var run: [Int] = []
            var next: Int? = start
            var isClean = true
            while let index = next, !isTaken[index] {
                isTaken[index] = true
                run.append(index)
                let end = chain.edges[index].edge.to
                isClean = isClean && !branches.contains(end)
                next = outgoing[end]
            }
            // A clean run ends where it began.
            if isClean, next == start {
                loops.append(run.map { chain.edges[$0].edge })
            } else {
                runs.append(run.map { chain.edges[$0] })
            }
        }
        return (loops, runs)
    }

    /// The face that a closed line bounds, which does not cross or touch itself; none where it is too thin to tell.
    private static func face(of loop: [DirectedEdge]) -> ChainFace? {
        guard loop.count >= 3, let ring = try? Ring(loop.map(\.from) + [loop[0].from]),
            let point = interiorPoint(of: loop)
        else { return nil }
        return ChainFace(polygon: Polygon(shell: ring), label: ring.doubledPlaneArea > 0 ? 1 : -1, point: point)
    }

    /// A point inside a closed line that does not cross itself: the middle of the widest stretch of a level line.
    private static func interiorPoint(of loop: [DirectedEdge]) -> Position? {
        let heights = Set(loop.map(\.from.y)).sorted()
        // Between the two heights that are farthest apart: corners beside one another leave no room.
        guard let gap = zip(heights, heights.dropFirst()).max(by: { $0.1 - $0.0 < $1.1 - $1.0 }) else { return nil }
        let height = (gap.0 + gap.1) / 2
        var crossings: [Double] = []
        for edge in loop where (edge.from.y <= height) != (edge.to.y <= height) {
            let part = (height - edge.from.y) / (edge.to.y - edge.from.y)
            crossings.append(edge.from.x + part * (edge.to.x - edge.from.x))
        }
        crossings.sort()
        let stretches = stride(from: 0, to: crossings.count - 1, by: 2).map { (crossings[$0], crossings[$0 + 1]) }
        guard let widest = stretches.max(by: { $0.1 - $0.0 < $1.1 - $1.0 }) else { return nil }
        return try? Position(x: (widest.0 + widest.1) / 2, y: height)
    }
}
