import GeometryCore
import Territory
import TestSupport
import Testing

@testable import Claims

/// Claims that contradict themselves or one another by arithmetic alone; what rounding explains is no contradiction.
@Suite struct SelfCheckTests {
    /// Ukraine with 603,628 km², Sumy Oblast with 23,834.
    private static var check: SelfCheck {
        SelfCheck(wholes: wholes)
    }

    private static func wholes(_ region: String) -> [(area: Area, origin: Quantity.WholeOrigin)] {
        switch region {
        case "UA": [(Area(squareKilometres: 603_628), .publisher), (Area(squareKilometres: 603_549), .official)]
        case "UA59": [(Area(squareKilometres: 23_834), .official)]
        default: []
        }
    }

    private static func faults(_ claims: [String]) throws -> [Arithmetic?] {
        let text = "claims:\n" + claims.map { "  - {\($0)}\n" }.joined()
        return try TestData.withFile(named: "claims.yaml", text) { path throws in
            check.faults(in: try ClaimsFile(path: path).claims)
        }
    }

    private static let june = "region: UA, from: 2025-06-01, to: 2025-06-30"
    private static let may = "region: UA, from: 2025-05-01, to: 2025-05-31"

    @Test(arguments: [
        // The second unit.
        ["kind: gained, value: 190, unit: km2, also: {value: 90, unit: mi2}, \(june)"],
        ["kind: gained, value: 50, unit: km2, also: {value: 19, unit: mi}, \(june)"],
        // An area and a percentage: of a stated whole, of the country, of an oblast; beside it or in a claim of its own.
        [
            "kind: held, value: 124.68, unit: km2, also: {value: 0.4, unit: percent, comparator: '<'}, "
                + "ofArea: {value: 29000, unit: km2}, region: UA59, asOf: 2025-06-01"
        ],
        ["kind: gained, value: 7463, unit: km2, also: {value: 1.28, unit: percent}, \(june)"],
        [
            "kind: held, value: 124.68, unit: km2, region: UA59, asOf: 2025-06-01",
            "kind: share, value: 0.4, comparator: '<', unit: percent, region: UA59, of: UA59, asOf: 2025-06-01",
        ],
        [
            "kind: held, value: 113273, unit: km2, region: UA, asOf: 2025-06-07",
            "kind: share, value: 21, unit: percent, region: UA, of: UA, asOf: 2025-06-07",
        ],
        // A pace over the days.
        ["kind: pace, value: 14.5, unit: km2/day, \(may)", "kind: gained, value: 600, unit: km2, \(may)"],
        ["kind: pace, value: 100, unit: km2/week, \(may)", "kind: gained, value: 556, unit: km2, \(may)"],
        // A relation of two figures.
        [
            "kind: gained, value: 556, unit: km2, \(june)", "kind: gained, value: 449, unit: km2, \(may)",
            "kind: comparison, value: 44, unit: percent, \(june), against: {from: 2025-05-01, to: 2025-05-31}",
        ],
        [
            "kind: gained, value: 556, unit: km2, \(june)", "kind: gained, value: 449, unit: km2, \(may)",
            "kind: comparison, value: 2, unit: ratio, \(june), against: {from: 2025-05-01, to: 2025-05-31}",
        ],
        // Parts and their total.
        [
            "kind: gained, value: 556, unit: km2, \(june)",
            "kind: gained, value: 400, unit: km2, region: UA14, from: 2025-06-01, to: 2025-06-30",
            "kind: gained, value: 200, unit: km2, region: UA59, from: 2025-06-01, to: 2025-06-30",
        ],
        [
            "kind: share, value: 60, unit: percent, region: UA14, of: gain, from: 2025-06-01, to: 2025-06-30",
            "kind: share, value: 55, unit: percent, region: UA59, of: gain, from: 2025-06-01, to: 2025-06-30",
        ],
    ])
    func whatContradictsItselfIsFound(_ claims: [String]) throws {
        #expect(try Self.faults(claims).contains { $0 != nil })
    }

    @Test(arguments: [
        ["kind: gained, value: 190, comparator: '>', unit: km2, also: {value: 73, unit: mi2}, \(june)"],
        [
            "kind: held, value: 113273, unit: km2, also: {value: 19, unit: percent, comparator: '<'}, region: UA, asOf: 2025-06-07"
        ],
        [
            "kind: held, value: 113273, unit: km2, region: UA, asOf: 2025-06-07",
            "kind: share, value: 18.77, unit: percent, region: UA, of: UA, asOf: 2025-06-07",
        ],
        // Of another whole, of another day, of another source, denied: nothing to compare.
        ["kind: held, value: 100, unit: km2, also: {value: 90, unit: percent}, region: Atlantis, asOf: 2025-06-07"],
        [
            "kind: held, value: 113273, unit: km2, region: UA, asOf: 2025-06-07",
            "kind: share, value: 21, unit: percent, region: UA, of: UA, asOf: 2025-06-08",
        ],
        [
            "kind: held, value: 113273, unit: km2, region: UA, asOf: 2025-06-07, source: A",
            "kind: share, value: 21, unit: percent, region: UA, of: UA, asOf: 2025-06-07, source: B",
        ],
        [
            "kind: held, value: 113273, unit: km2, region: UA, asOf: 2025-06-07",
            "kind: share, value: 21, unit: percent, region: UA, of: UA, asOf: 2025-06-07, negated: true",
        ],
        // The percentage is of what was gained, and not of the net beside it.
        [
            "kind: gained, value: 1500, comparator: '~', unit: km2, \(june)",
            "kind: change-share, value: 0.25, unit: percent, of: UA, \(june)",
            "kind: net, value: 1440, unit: km2, \(june)",
        ],
        ["kind: pace, value: 14.5, unit: km2/day, \(may)", "kind: gained, value: 449, unit: km2, \(may)"],
        ["kind: pace, value: 556, unit: km2/month, \(june)", "kind: gained, value: 556, unit: km2, \(june)"],
        [
            "kind: gained, value: 556, unit: km2, \(june)", "kind: gained, value: 449, unit: km2, \(may)",
            "kind: comparison, value: 24, comparator: '~', unit: percent, \(june), against: {from: 2025-05-01, to: 2025-05-31}",
        ],
        [
            "kind: gained, value: 556, unit: km2, \(june)", "kind: gained, value: 449, unit: km2, \(may)",
            "kind: comparison, value: 107, unit: km2, \(june), against: {from: 2025-05-01, to: 2025-05-31}",
        ],
        [
            "kind: gained, value: 556, unit: km2, \(june)",
            "kind: gained, value: 402, unit: km2, region: UA14, from: 2025-06-01, to: 2025-06-30",
            "kind: gained, value: 100, unit: km2, region: UA59, from: 2025-06-01, to: 2025-06-30",
        ],
    ])
    func whatRoundingExplainsIsNoContradiction(_ claims: [String]) throws {
        #expect(try Self.faults(claims).allSatisfy { $0 == nil })
    }
}
