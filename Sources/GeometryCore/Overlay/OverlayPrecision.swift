/// On which numbers an overlay was computed.
public enum OverlayPrecision: Hashable, Sendable {
    /// On double precision; the result is exact up to the rounding of new corners.
    case floating
    /// On a grid of this step, in units of the coordinates: every corner moved by up to half a step's diagonal.
    case grid(step: Double)

    /// The coarser of two precisions.
    public func coarser(_ other: OverlayPrecision) -> OverlayPrecision {
        switch (self, other) {
        case (.grid(let one), .grid(let two)): .grid(step: max(one, two))
        case (.grid, .floating): self
        case (.floating, _): other
        }
    }
}

/// A result of an overlay that passed its verification.
public struct VerifiedSet: Hashable, Sendable {
    /// The set.
    public let set: ValidMultiPolygon
    /// On which numbers it was computed.
    public let precision: OverlayPrecision

    /// The empty set, which needs no verification.
    public static let empty = VerifiedSet(set: .empty, precision: .floating)
}
