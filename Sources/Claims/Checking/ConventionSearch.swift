import GeometryCore
import Territory

/// A way of counting that a publisher may have, and how its figures come out so.
public struct ConventionFit: Sendable {
    /// The convention.
    public let convention: Convention
    /// By how many days both ends of each figure's time are moved.
    public let shiftDays: Int
    /// Each figure's measured value, in the order of the figures; none where no map was there.
    public let values: [Quantity?]
    /// How many figures the values fit.
    public let fits: Int
    /// The greatest distance of a value from its figure.
    public let greatestResidual: Double
}

/// What conventions a list of a publisher's figures allows.
public struct ConventionReport: Sendable {
    /// The figures.
    public let figures: [Claim]
    /// The conventions tried, the best first: by how many figures fit, then by the greatest residual.
    public let fits: [ConventionFit]
    /// The probability that of as many conventions one would fit as many figures, were the figures any within 20 % of what was
    /// measured.
    public let chance: Double

    /// Beyond which probability a fit says nothing.
    public static let greatestChance = 0.05
}

extension Checker {
    /// Learns a source's convention from figures that its publisher printed.
    ///
    /// Tried are the area models of publishers, sums of parts and one set, net and gross change, the disputed classes, and both
    /// ends a day earlier or later; change added up day by day with the first model only, since it is dear and models differ
    /// by less than a thousandth.
    ///
    /// - Throws: ``InputFault`` where maps or boundaries are faulty.
    public func convention(
        of source: Source, from figures: [Claim]
    ) throws(InputFault) -> ConventionReport {
        var fits: [ConventionFit] = []
        for candidate in Self.candidates(of: source) {
            for shift in [0, -1, 1] {
                var assumptions = Assumptions(convention: candidate)
                (assumptions.startShift, assumptions.endShift) = (shift, shift)
                assumptions.omissions = source.omissions
                fits.append(try fit(assumptions, shift, source, figures))
            }
        }
        fits.sort { one, other in
            one.fits != other.fits ? one.fits > other.fits : one.greatestResidual < other.greatestResidual
        }
        return ConventionReport(figures: figures, fits: fits, chance: Self.chance(of: fits, figures))
    }

    private static func candidates(of source: Source) -> [Convention] {
        let models: [AreaModel] = [
            .webMap, .ellipsoidal(edges: .straight), .spherical(radius: Distance(metres: 6_371_007.181)),
        ]
        var candidates: [Convention] = []
        for classes in [source.held] + source.disputed.map({ source.held + [$0] }) {
            for captured in CapturedRule.allCases {
                for model in captured == .dayByDay ? [models[0]] : models {
                    for parts in captured == .net ? PartsRule.allCases : [.united] {
                        candidates.append(
                            Convention(
                                model: model, parts: parts, captured: captured, classes: classes,
                                wholes: source.convention?.wholes ?? [:]))
                    }
                }
            }
        }
        return candidates
    }

    private func fit(
        _ assumptions: Assumptions, _ shift: Int, _ source: Source, _ figures: [Claim]
    ) throws(InputFault) -> ConventionFit {
        var values: [Quantity?] = []
        var (count, residual) = (0, 0.0)
        for claim in figures {
            let value = try foundOrNone { () throws(CheckStop) in
                try measure(try subject(of: claim, on: source, isCredited: true), assumptions)
            }
            values.append(value)
            guard let value, let figure = claim.figure else { continue }
            if figure.interval.meets(value.interval) { count += 1 }
            residual = max(residual, (value.number - figure.low.value * figure.unit.inBaseUnit).magnitude)
        }
        return ConventionFit(
            convention: assumptions.convention, shiftDays: shift, values: values, fits: count,
            greatestResidual: residual)
    }

    /// Of as many different conventions as were tried, the probability that chance alone fits as many figures with one: each
    /// figure fits by chance with the share of the figures within 20 % that would fit, independently; times the number of
    /// conventions (Bonferroni).
    private static func chance(of fits: [ConventionFit], _ figures: [Claim]) -> Double {
        guard let best = fits.first else { return 1 }
        let shares = zip(figures, best.values).compactMap { claim, value in
            value.flatMap { value in
                claim.figure?.chance(around: value.number) { $0.meets(value.interval) }
            }
        }
        // The distribution of how many fit, figure by figure.
        var distribution = [1.0]
        for share in shares {
            var next = [Double](repeating: 0, count: distribution.count + 1)
            for (count, probability) in distribution.enumerated() {
                next[count] += probability * (1 - share)
                next[count + 1] += probability * share
            }
            distribution = next
        }
        let tail = distribution.dropFirst(best.fits).reduce(0, +)
        let different = Set(fits.map { fit in fit.values.map { ($0?.number ?? .nan).description } }).count
        return min(1, tail * Double(different))
    }
}
