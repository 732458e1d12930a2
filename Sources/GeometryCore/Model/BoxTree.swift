/// A tree of boxes around items that stand in runs, such as the edges of rings.
///
/// Neighbours in a run are neighbours on the ground, so the tree halves the runs as they stand and needs no sorting.
struct BoxTree<Vector: SIMD & Sendable>: Sendable where Vector.Scalar == Double {
    /// The nodes, each after its children, the root last.
    private(set) var nodes: [Node] = []

    /// The items `first..<end`; a leaf has no children.
    struct Node: Sendable {
        let low: Vector
        let high: Vector
        let first: Int32
        let end: Int32
        let children: (left: Int32, right: Int32)?

        var items: Range<Int> { Int(first)..<Int(end) }
    }

    /// The root's index; none where there is no item.
    var root: Int? { nodes.isEmpty ? nil : nodes.count - 1 }

    /// - Parameters:
    ///   - runs: the items' indices.
    ///   - box: the box of one item.
    init(_ runs: [Range<Int>], itemsInLeaf: Int, box: (Int) -> (low: Vector, high: Vector)) {
        let runs = runs.filter { !$0.isEmpty }
        nodes.reserveCapacity(runs.reduce(0) { $0 + 2 * $1.count / itemsInLeaf + 2 })
        if !runs.isEmpty { _ = grow(runs[...], itemsInLeaf, box) }
    }

    private mutating func grow(
        _ runs: ArraySlice<Range<Int>>, _ itemsInLeaf: Int, _ box: (Int) -> (low: Vector, high: Vector)
    ) -> Int {
        guard runs.count > 1 else { return grow(runs[runs.startIndex], itemsInLeaf, box) }
        let middle = (runs.startIndex + runs.endIndex) / 2
        return join(grow(runs[..<middle], itemsInLeaf, box), grow(runs[middle...], itemsInLeaf, box))
    }

    private mutating func grow(
        _ items: Range<Int>, _ itemsInLeaf: Int, _ box: (Int) -> (low: Vector, high: Vector)
    ) -> Int {
        if items.count > itemsInLeaf {
            let middle = (items.lowerBound + items.upperBound) / 2
            return join(
                grow(items.lowerBound..<middle, itemsInLeaf, box), grow(middle..<items.upperBound, itemsInLeaf, box))
        }
        var (low, high) = box(items.lowerBound)
        for item in items.dropFirst() {
            let next = box(item)
            low = pointwiseMin(low, next.low)
            high = pointwiseMax(high, next.high)
        }
        nodes.append(
            Node(
                low: low, high: high, first: Int32(items.lowerBound), end: Int32(items.upperBound), children: nil))
        return nodes.count - 1
    }

    private mutating func join(_ left: Int, _ right: Int) -> Int {
        nodes.append(
            Node(
                low: pointwiseMin(nodes[left].low, nodes[right].low),
                high: pointwiseMax(nodes[left].high, nodes[right].high), first: nodes[left].first,
                end: nodes[right].end, children: (Int32(left), Int32(right))))
        return nodes.count - 1
    }

    /// Visits the items of every leaf whose box, and whose ancestors' boxes, are wanted, until `visit` says stop.
    ///
    /// - Returns: whether it was stopped.
    func search(wanted: (Node) -> Bool, visit: (Int) -> Bool) -> Bool {
        guard let root else { return false }
        var stack = [root]
        while let index = stack.popLast() {
            let node = nodes[index]
            guard wanted(node) else { continue }
            if let children = node.children {
                stack.append(Int(children.right))
                stack.append(Int(children.left))
            } else {
                for item in node.items where visit(item) { return true }
            }
        }
        return false
    }
}
