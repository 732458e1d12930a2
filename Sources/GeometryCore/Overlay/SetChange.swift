/// What became part of a set and what ceased to be.
public struct SetChange: Hashable, Sendable {
    /// What lies in the later set only.
    public let gained: VerifiedSet
    /// What lies in the earlier set only.
    public let lost: VerifiedSet
}

extension GeometryEngine {
    /// The change from one set to another.
    public func change(
        from before: ValidMultiPolygon, to after: ValidMultiPolygon
    ) throws(GeometryError) -> SetChange {
        guard before != after else { return SetChange(gained: .empty, lost: .empty) }
        let pieces = try verified(.change, OverlayOperand(before, in: context), OverlayOperand(after, in: context))
        return SetChange(gained: pieces[1], lost: pieces[2])
    }
}
