/// A tree of boxes around items that stand in runs, such as the edges of rings.
///
/// Neighbours in a run are neighbours on the ground, so the tree halves the runs as they stand and needs no sorting.
struct BoxTree<Vector: SIMD & Sendable>: Sendable where Vector.Scalar == Double {
    /// The nodes, each before its children, the root first: a search goes through them in order and skips what is not wanted.
    private(set) var nodes: [Node] = []
    private let itemsInLeaf: Int

    typealias Box = (low: Vector, high: Vector)

    /// The items `first..<end` and the box around them.
    struct Node: Sendable {
        let low: Vector
        let high: Vector
        fileprivate let first: Int32
        fileprivate let end: Int32
        /// The node after this one and all below it.
        fileprivate var next: Int32

        var items: Range<Int> { Int(first)..<Int(end) }
        var box: Box { (low, high) }
    }

    /// The root's index; none where there is no item.
    var root: Int? { nodes.isEmpty ? nil : 0 }

    /// A node's children; none where it is a leaf.
    @inline(__always) func children(of index: Int) -> (left: Int, right: Int)? {
        Int(nodes[index].next) == index + 1 ? nil : (index + 1, Int(nodes[index + 1].next))
    }

    /// - Parameters:
    ///   - runs: the items' indices, in ascending order.
    ///   - box: the box of one item.
    @inline(__always)
    init(_ runs: some Collection<Range<Int>>, itemsInLeaf: Int, box: (Int) -> Box) {
        self.init(runs, itemsInLeaf: itemsInLeaf) { (items: Range<Int>) in
            var (low, high) = box(items.lowerBound)
            for item in items.dropFirst() {
                let next = box(item)
                low = least(low, next.low)
                high = greatest(high, next.high)
            }
            return (low, high)
        }
    }

    /// - Parameters:
    ///   - runs: the items' indices, in ascending order.
    ///   - boxOfLeaf: the box around some items of one run.
    @inline(__always)
    init(_ runs: some Collection<Range<Int>>, itemsInLeaf: Int, boxOfLeaf: (Range<Int>) -> Box) {
        self.itemsInLeaf = itemsInLeaf
        var leaves: [Node] = []
        leaves.reserveCapacity(runs.reduce(0) { $0 + ($1.count + itemsInLeaf - 1) / itemsInLeaf })
        for run in runs {
            var first = run.lowerBound
            while first < run.upperBound {
                let end = min(first + itemsInLeaf, run.upperBound)
                let (low, high) = boxOfLeaf(first..<end)
                leaves.append(Node(low: low, high: high, first: Int32(first), end: Int32(end), next: 1))
                first = end
            }
        }
        guard leaves.count > 1 else {
            nodes = leaves
            return
        }
        nodes = leaves.withUnsafeBufferPointer { leaves in
            let count = 2 * leaves.count - 1
            return [Node](unsafeUninitializedCapacity: count) { nodes, initialized in
                Self.join(leaves, leaves.indices, nodes, 0)
                initialized = count
            }
        }
    }

    /// Writes the nodes above some leaves, and these, from an index on: of n leaves 2n − 1 nodes.
    private static func join(
        _ leaves: UnsafeBufferPointer<Node>, _ range: Range<Int>, _ nodes: UnsafeMutableBufferPointer<Node>,
        _ index: Int
    ) {
        var node = leaves[range.lowerBound]
        if range.count > 1 {
            let middle = (range.lowerBound + range.upperBound) / 2
            let (left, right) = (index + 1, index + 2 * (middle - range.lowerBound))
            join(leaves, range.lowerBound..<middle, nodes, left)
            join(leaves, middle..<range.upperBound, nodes, right)
            node = Node(
                low: least(nodes[left].low, nodes[right].low), high: greatest(nodes[left].high, nodes[right].high),
                first: node.first, end: nodes[right].end, next: 0)
        }
        node.next = Int32(index + 2 * range.count - 1)
        nodes.initializeElement(at: index, to: node)
    }

    /// Visits the items of every leaf whose box, and whose ancestors' boxes, are wanted, until `visit` says stop.
    ///
    /// - Returns: whether it was stopped.
    @inline(__always)
    func search(wanted: (Node) -> Bool, visit: (Int) -> Bool) -> Bool {
        nodes.withUnsafeBufferPointer { nodes in
            var index = 0
            while index < nodes.count {
                let node = nodes[index]
                let isLeaf = Int(node.next) == index + 1
                guard wanted(node) else {
                    index = Int(node.next)
                    continue
                }
                if isLeaf {
                    for item in node.items where visit(item) { return true }
                }
                index += 1
            }
            return false
        }
    }

    /// Visits every pair of items whose boxes meet, each pair once, until `visit` says stop.
    ///
    /// - Parameters:
    ///   - firstPartner: from which later item on an item is to be paired; the same all over a run, and where a run begins. Asked of
    ///     ascending items.
    ///   - isSettled: whether pairs among some neighbours need no visit.
    ///   - box: the box of one item.
    /// - Returns: whether it was stopped.
    @inline(__always)
    func searchPairs(
        from firstPartner: (Int) -> Int = { _ in 0 }, isSettled: (Range<Int>) -> Bool = { _ in false },
        box: (Int) -> Box, visit: (Int, Int) -> Bool
    ) -> Bool {
        var boxes = LeafBoxes(capacity: itemsInLeaf)
        defer { boxes.memory.deallocate() }
        return nodes.withUnsafeBufferPointer { nodes in
            for (index, leaf) in nodes.enumerated() where Int(leaf.next) == index + 1 {
                let start = firstPartner(leaf.items.lowerBound)
                boxes.fill(leaf, box)
                if !isSettled(leaf.items) {
                    let (first, end) = (leaf.items.lowerBound, leaf.items.upperBound)
                    let middle = (first + end) / 2
                    // Partners of a half's items stand from here on.
                    let lower = isSettled(first..<middle) ? middle : first
                    let upper = isSettled(middle..<end) ? end : middle
                    for item in leaf.items {
                        let mine = boxes[item]
                        let partner = max(item + 1, start, item < middle ? lower : upper)
                        for other in partner..<max(partner, end)
                        where Self.meet(mine, boxes[other]) && visit(item, other) { return true }
                    }
                }
                // All nodes behind a leaf lie beside it, none above.
                let isStopped = Self.searchPairs(of: leaf, boxes, nodes, from: index + 1, start, otherBox: box, visit)
                if isStopped { return true }
            }
            return false
        }
    }

    /// Visits every pair of an item of this tree and one of another whose boxes meet, until `visit` says stop.
    ///
    /// - Parameters:
    ///   - box: the box of one item of this tree.
    ///   - otherBox: the box of one item of the other.
    /// - Returns: whether it was stopped.
    @inline(__always)
    func searchPairs(
        with other: BoxTree, box: (Int) -> Box, otherBox: (Int) -> Box, visit: (Int, Int) -> Bool
    ) -> Bool {
        var boxes = LeafBoxes(capacity: itemsInLeaf)
        defer { boxes.memory.deallocate() }
        return nodes.withUnsafeBufferPointer { mine in
            other.nodes.withUnsafeBufferPointer { its in
                guard let root = its.first else { return false }
                var index = 0
                while index < mine.count {
                    let node = mine[index]
                    guard Self.meet(node.box, root.box) else {
                        index = Int(node.next)
                        continue
                    }
                    if Int(node.next) == index + 1 {
                        boxes.fill(node, box)
                        let isStopped = Self.searchPairs(of: node, boxes, its, from: 0, 0, otherBox: otherBox, visit)
                        if isStopped { return true }
                    }
                    index += 1
                }
                return false
            }
        }
    }

    /// The boxes of one leaf's items, worked out once for all that they are compared with.
    private struct LeafBoxes {
        /// To be deallocated by whoever made it.
        let memory: UnsafeMutableBufferPointer<Box>
        private var first = 0

        @inline(__always) init(capacity: Int) { memory = .allocate(capacity: capacity) }

        @inline(__always) mutating func fill(_ leaf: Node, _ box: (Int) -> Box) {
            first = leaf.items.lowerBound
            for item in leaf.items { memory.initializeElement(at: item - first, to: box(item)) }
        }

        @inline(__always) subscript(item: Int) -> Box { memory[item - first] }
    }

    /// Visits the pairs of an item of a leaf and one of the nodes from an index on.
    @inline(__always)
    private static func searchPairs(
        of leaf: Node, _ boxes: LeafBoxes, _ nodes: UnsafeBufferPointer<Node>, from first: Int, _ start: Int,
        otherBox: (Int) -> Box, _ visit: (Int, Int) -> Bool
    ) -> Bool {
        var index = first
        while index < nodes.count {
            let node = nodes[index]
            guard node.end > start, meet(leaf.box, node.box) else {
                index = Int(node.next)
                continue
            }
            if Int(node.next) == index + 1 {
                for item in leaf.items {
                    let mine = boxes[item]
                    guard meet(mine, node.box) else { continue }
                    for other in node.items where meet(mine, otherBox(other)) && visit(item, other) { return true }
                }
            }
            index += 1
        }
        return false
    }

    @inline(__always) private static func meet(_ one: Box, _ other: Box) -> Bool {
        boxesMeet(one.low, one.high, other.low, other.high)
    }
}

extension BoxTree<SIMD2<Double>> {
    /// A tree of lines' edges, of which each runs from the position of its index to the next one.
    @inline(__always)
    init(
        edgesOf positions: UnsafeBufferPointer<Position>, _ runs: some Collection<Range<Int>>, itemsInLeaf: Int
    ) {
        // Edges share their ends, so that the box of a leaf is that of its positions.
        self.init(runs, itemsInLeaf: itemsInLeaf) { (edges: Range<Int>) in
            let first = positions[edges.lowerBound]
            var low = SIMD2(first.x, first.y)
            var high = low
            for index in edges {
                let next = SIMD2(positions[index + 1].x, positions[index + 1].y)
                low = least(low, next)
                high = greatest(high, next)
            }
            return (low, high)
        }
    }
}

/// Whether two boxes share a point, told by one branch: which of four comparisons fails is hard to foresee.
@inline(__always) func boxesMeet<Vector: SIMD>(
    _ low: Vector, _ high: Vector, _ otherLow: Vector, _ otherHigh: Vector
) -> Bool where Vector.Scalar == Double {
    all((low .<= otherHigh) .& (otherLow .<= high))
}

/// The lesser of each two numbers; unlike the standard library's it is two instructions, since no number here is NaN.
@inline(__always) func least<Vector: SIMD>(_ one: Vector, _ two: Vector) -> Vector
where Vector.Scalar: Comparable {
    one.replacing(with: two, where: two .< one)
}

/// The greater of each two numbers.
@inline(__always) func greatest<Vector: SIMD>(_ one: Vector, _ two: Vector) -> Vector
where Vector.Scalar: Comparable {
    one.replacing(with: two, where: two .> one)
}
