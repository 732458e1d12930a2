import GeometryCore

/// What counts as a front, and what is told with each length.
public struct FrontRule: Hashable, Sendable {
    /// As near to the outer border of the regions a boundary is taken to run along it: the state border, the coast.
    public let borderTolerance: Distance
    /// Held parts as near to one another are taken to adjoin; none for what the map's source says, else ``standardGap``.
    public let gap: Distance?

    /// Says what counts.
    ///
    /// The defaults are where figures hardly depend on them, by DeepState's map of 7 June 2025 (1,386 km at a scale of 1 km):
    ///
    /// - Parameters:
    ///   - borderTolerance: 1 km by default. With 500 m there are 41 km more, most of them coast and state border that were drawn
    ///     otherwise; with 2 km 31 km less, most of them where fronts end at the border.
    ///   - gap: 5 m where the source says nothing. Land of two classes was drawn up to 2 m apart along 260 km, which are no front;
    ///     2 m and 20 m give figures within 1.7 km of one another.
    public init(borderTolerance: Distance = Distance(metres: 1000), gap: Distance? = nil) {
        (self.borderTolerance, self.gap) = (borderTolerance, gap)
    }

    /// How near held parts of a map are taken to adjoin.
    func gap(of snapshot: Snapshot) -> Distance { gap ?? snapshot.gap ?? Self.standardGap }

    /// The gap where neither the rule nor the source says one.
    public static let standardGap = Distance(metres: 5)

    /// The rule that holds where none is given.
    public static let standard = FrontRule()
    /// The scale at which a front is told where none is given.
    public static let standardScale = Distance(metres: 1000)
}
