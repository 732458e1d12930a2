/// A line at one of its positions: where it comes from, and where it goes.
struct Corner {
    let before: Position
    let position: Position
    let after: Position

    /// The corner of a closed ring at a position.
    init(_ ring: Ring, at index: Int) {
        let positions = ring.positions
        before = positions[index == 0 ? positions.count - 2 : index - 1]
        position = positions[index]
        after = positions[index == positions.count - 1 ? 1 : index + 1]
    }

    init(before: Position, position: Position, after: Position) {
        (self.before, self.position, self.after) = (before, position, after)
    }

    /// Whether an edge between the corner and a point runs to the left of the line, without rounding; it lies on neither of the
    /// line's edges.
    func hasOnItsLeft(_ point: Position) -> Bool {
        let side = Crossing.exactSide(of: point, before, position)
        let sideAfter = Crossing.exactSide(of: point, position, after)
        return switch Crossing.exactSide(of: after, before, position) {
        case 1...: side > 0 && sideAfter > 0
        case 0: side > 0
        default: !(side < 0 && sideAfter < 0)
        }
    }

    /// Whether another line that runs through the same position goes from one side of this one to the other there.
    func isCrossed(by other: Corner) -> Bool { hasOnItsLeft(other.before) != hasOnItsLeft(other.after) }
}
