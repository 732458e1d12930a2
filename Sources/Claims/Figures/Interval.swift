/// The numbers between two ends, each end in or out.
public struct Interval: Hashable, Sendable {
    /// The lower end.
    public let lower: Double
    /// Whether the lower end belongs to the interval.
    public let includesLower: Bool
    /// The upper end.
    public let upper: Double
    /// Whether the upper end belongs to the interval.
    public let includesUpper: Bool

    /// Makes an interval; the ends are put in order.
    public init(_ lower: Double, included includesLower: Bool, _ upper: Double, included includesUpper: Bool) {
        let inOrder = lower <= upper
        self.lower = inOrder ? lower : upper
        self.upper = inOrder ? upper : lower
        self.includesLower = inOrder ? includesLower : includesUpper
        self.includesUpper = inOrder ? includesUpper : includesLower
    }

    /// Whether a number lies in the interval.
    public func contains(_ number: Double) -> Bool {
        (includesLower ? number >= lower : number > lower) && (includesUpper ? number <= upper : number < upper)
    }

    /// Whether two intervals share a number.
    public func meets(_ other: Interval) -> Bool {
        func starts(_ one: Interval, before two: Interval) -> Bool {
            one.lower < two.upper || one.lower == two.upper && one.includesLower && two.includesUpper
        }
        return starts(self, before: other) && starts(other, before: self)
    }

    /// How far a number lies outside: negative below, positive above, zero inside or on an end.
    public func excess(of number: Double) -> Double {
        number < lower ? number - lower : number > upper ? number - upper : 0
    }

    /// The interval in another unit.
    func scaled(by factor: Double) -> Interval {
        Interval(lower * factor, included: includesLower, upper * factor, included: includesUpper)
    }
}

extension Interval {
    /// The interval with its ends farther out by a part of their magnitude.
    func widened(by part: Double) -> Interval {
        Interval(
            lower - part * lower.magnitude, included: includesLower, upper + part * upper.magnitude,
            included: includesUpper)
    }

    /// The numbers that sums of one number of each can be.
    static func sum(_ intervals: [Interval]) -> Interval {
        Interval(
            intervals.reduce(0) { $0 + $1.lower }, included: true, intervals.reduce(0) { $0 + $1.upper }, included: true
        )
    }
}
