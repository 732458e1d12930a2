/// A line of the plane: two positions or more, of which the last may be the first.
///
/// Where it is part of a set's boundary, the set lies on its left.
public struct Line: Hashable, Sendable {
    /// The positions in their order.
    public let positions: [Position]

    /// Whether the line ends where it begins.
    public var isClosed: Bool { positions.first == positions.last }

    init(_ positions: [Position]) { self.positions = positions }

    var edges: [DirectedEdge] { zip(positions, positions.dropFirst()).map { DirectedEdge(from: $0, to: $1) } }
}

/// Puts together lines from what is kept of edges that follow one another.
struct LineBuilder {
    private(set) var lines: [Line] = []
    private var open: [Position] = []

    /// Adds the stretches of the next edge that are kept: in order, apart, from 0 at its start to 1 at its end.
    mutating func add(_ stretches: [ClosedRange<Double>], of edge: DirectedEdge) {
        var reachesEnd = false
        for stretch in stretches {
            let from = stretch.lowerBound == 0 ? edge.from : edge.point(at: stretch.lowerBound)
            let to = stretch.upperBound == 1 ? edge.to : edge.point(at: stretch.upperBound)
            guard let from, let to, from != to else { continue }
            if from != open.last {
                end()
                open = [from]
            }
            open.append(to)
            reachesEnd = stretch.upperBound == 1
        }
        if !reachesEnd { end() }
    }

    /// Ends the line that is open.
    private mutating func end() {
        if open.count > 1 { lines.append(Line(open)) }
        open = []
    }

    /// The lines, once all edges of a ring or of a line have been added; the last one goes on in the first where they meet.
    mutating func finish(isClosed: Bool) -> [Line] {
        end()
        defer { lines = [] }
        guard isClosed, lines.count > 1, let first = lines.first, let last = lines.last,
            last.positions.last == first.positions.first
        else { return lines }
        return [Line(last.positions + first.positions.dropFirst())] + lines.dropFirst().dropLast()
    }
}
