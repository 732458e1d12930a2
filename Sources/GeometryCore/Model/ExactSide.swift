extension Crossing {
    /// 1 where a point lies left of the line through an edge, -1 where right, 0 on it: without rounding.
    ///
    /// What the filter cannot tell is summed up exactly: six products, each as a double and its rounding (by a fused
    /// multiply-add), added to an expansion of doubles that do not overlap (Shewchuk 1997, GROW-EXPANSION). Assumes that no
    /// product underflows, as none does of coordinates in degrees that files hold.
    @inline(__always) static func exactSide(of point: Position, _ from: Position, _ to: Position) -> Int {
        side(of: point, from, to) ?? expandedSide(of: point, from, to)
    }

    /// The same where the filter cannot tell.
    @inline(never) private static func expandedSide(of point: Position, _ from: Position, _ to: Position) -> Int {
        var expansion = Expansion()
        expansion.addProduct(from.x, to.y)
        expansion.addProduct(-from.x, point.y)
        expansion.addProduct(-point.x, to.y)
        expansion.addProduct(-from.y, to.x)
        expansion.addProduct(from.y, point.x)
        expansion.addProduct(point.y, to.x)
        return expansion.sign
    }

    /// Whether one of two edges that do not cross, and that a level line crosses both, lies west of the other there.
    static func isWest(_ one: DirectedEdge, of other: DirectedEdge) -> Bool {
        let (one, other) = (one.upwards, other.upwards)
        // The higher of the lower ends tells, unless it is common to both; then the lower of the upper ends.
        let low =
            one.from.y >= other.from.y
            ? exactSide(of: one.from, other.from, other.to) : -exactSide(of: other.from, one.from, one.to)
        if low != 0 { return low > 0 }
        let high =
            one.to.y <= other.to.y
            ? exactSide(of: one.to, other.from, other.to) : -exactSide(of: other.to, one.from, one.to)
        return high > 0
    }
}

extension DirectedEdge {
    fileprivate var upwards: DirectedEdge { from.y <= to.y ? self : DirectedEdge(from: to, to: from) }
}

/// A sum of doubles without rounding: components that do not overlap, the largest last.
private struct Expansion {
    private var components: [Double] = []

    mutating func addProduct(_ one: Double, _ two: Double) {
        let product = one * two
        add((-product).addingProduct(one, two))
        add(product)
    }

    private mutating func add(_ value: Double) {
        var sum = value
        for index in components.indices {
            let next = sum + components[index]
            let added = next - sum
            components[index] = (sum - (next - added)) + (components[index] - added)
            sum = next
        }
        components.append(sum)
    }

    var sign: Int { components.last { $0 != 0 }.map { $0 > 0 ? 1 : -1 } ?? 0 }
}
