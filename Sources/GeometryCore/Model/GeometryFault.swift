/// Why numbers do not make a position or a ring.
public enum GeometryFault: Error, Hashable, Sendable {
    /// A coordinate is infinite or not a number.
    case notFinite(x: Double, y: Double)
    /// A ring has fewer than the four positions that RFC 7946 §3.1.6 asks for.
    case ringTooShort(positions: Int)
    /// A ring's last position differs from its first.
    case ringNotClosed(first: Position, last: Position)
}
