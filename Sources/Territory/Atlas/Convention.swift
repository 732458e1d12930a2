import GeometryCore

/// The choices behind a figure: how area is measured, which classes count, what "captured" means.
public struct Convention: Hashable, Sendable {
    /// How a polygon becomes km².
    public var model: AreaModel
    /// How the parts of a map make one figure.
    public var parts: PartsRule
    /// What "captured" and "gained" mean.
    public var captured: CapturedRule
    /// The classes that count as held.
    public var classes: [String]
    /// The area that shares of a region are taken of, by the region's code, where the publisher has its own.
    public var wholes: [String: Area]

    /// How far off the publisher's own figures come out so, on the files that there are.
    public var residual: Area

    /// Makes a convention.
    public init(
        model: AreaModel, parts: PartsRule, captured: CapturedRule, classes: [String], wholes: [String: Area] = [:],
        residual: Area = .zero
    ) {
        self.model = model
        self.parts = parts
        self.captured = captured
        self.classes = classes
        self.wholes = wholes
        self.residual = residual
    }

    /// The default: one set, straight edges on the ellipsoid, gained apart from lost.
    public static func standard(classes: [String]) -> Convention {
        Convention(model: .standard, parts: .united, captured: .gross, classes: classes)
    }
}

/// How the parts of a map make one figure.
public enum PartsRule: String, CaseIterable, Hashable, Sendable {
    /// The parts are united first: land under two parts counts once.
    case united
    /// The parts' areas are added up: land under two parts counts twice.
    case summed
}

/// What "captured" means.
public enum CapturedRule: String, CaseIterable, Hashable, Sendable {
    /// Gained less lost.
    case net
    /// Gained alone, from the first map to the last.
    case gross
    /// Gained alone, from each day's map to the next day's, added up.
    case dayByDay
}
