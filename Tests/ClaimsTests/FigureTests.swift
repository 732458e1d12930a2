import Testing

@testable import Claims

@Suite struct FigureTests {
    @Test(
        arguments: [
            ("190", 190, 1, 10), ("124.68", 124.68, 0.01, 0.01), ("113000", 113_000, 1, 1000), ("3985", 3985, 1, 1),
            ("-30", -30, 1, 10), ("0", 0, 1, 1), ("0.40", 0.4, 0.01, 0.1), ("100.0", 100, 0.1, 100),
        ] as [(String, Double, Double, Double)])
    func aPrintedNumberKnowsHowFinelyItWasGiven(text: String, value: Double, digit: Double, significant: Double) throws
    {
        let number = try #require(PrintedNumber(text))
        #expect(number.value == value)
        #expect(number.lastDigit == digit)
        #expect(number.lastNonZeroDigit == significant)
    }

    @Test(arguments: [
        "", "1,000", "1e3", "190.", ".5", "about 5", "0x10", "nan", "1.2.3", "--1", "430.0000000000000000000000000",
        "１９０",
    ])
    func whatIsNoPlainNumberIsRefused(_ text: String) {
        #expect(PrintedNumber(text) == nil)
    }

    /// What a hedged figure denotes: lower end, whether it belongs, upper end, whether it belongs.
    @Test(
        arguments: [
            (.equal, "190", 189.5, true, 191, false), (.equal, "113273", 113_272.5, true, 113_274, false),
            (.equal, "124.68", 124.675, true, 124.69, false), (.moreThan, "190", 190, false, 200, true),
            (.moreThan, "3985", 3985, false, 3986, true), (.moreThan, "113000", 113_000, false, 114_000, true),
            (.atLeast, "190", 190, true, 200, true), (.lessThan, "19", 18, true, 19, false),
            (.atMost, "190", 180, true, 190, true), (.about, "200", 180, true, 220, true),
            (.about, "193", 191.07, true, 194.93, true), (.about, "1000", 900, true, 1100, true),
            // Found by fuzzing, 2026-11-22: it was as wide as a tenth of nothing.
            (.about, "0", -0.5, true, 0.5, true),
            (.equal, "-30", -31, false, -29.5, true), (.moreThan, "-30", -40, true, -30, false),
        ] as [(Comparator, String, Double, Bool, Double, Bool)])
    func everyHedgeHasItsInterval(
        comparator: Comparator, text: String, lower: Double, includesLower: Bool, upper: Double, includesUpper: Bool
    ) throws {
        let interval = comparator.interval(try #require(PrintedNumber(text)))
        #expect(abs(interval.lower - lower) < 1e-9 && abs(interval.upper - upper) < 1e-9, "\(interval)")
        #expect(interval.includesLower == includesLower && interval.includesUpper == includesUpper)
    }

    @Test func aRangeReachesFromItsLowFigureToItsHighOne() throws {
        let (low, high) = (try #require(PrintedNumber("500")), try #require(PrintedNumber("550")))
        let interval = Comparator.range.interval(low, high)
        #expect(interval == Interval(499.5, included: true, 551, included: false))
        #expect(interval.contains(499.5) && !interval.contains(551))
    }

    @Test func intervalsMeetWhereBothHaveTheirCommonEnd() {
        let closed = Interval(0, included: true, 1, included: true)
        #expect(closed.meets(Interval(1, included: true, 2, included: true)))
        #expect(!closed.meets(Interval(1, included: false, 2, included: true)))
        #expect(closed.meets(Interval(0.5, included: false, 0.6, included: false)))
        #expect(closed.excess(of: 3) == 2 && closed.excess(of: -2) == -2 && closed.excess(of: 1) == 0)
    }

    @Test func unitsAreConverted() throws {
        func figure(_ text: String, _ unit: ClaimUnit) throws -> Figure {
            Figure(low: try #require(PrintedNumber(text)), high: nil, unit: unit, comparator: .equal)
        }
        // 1 mi² is 2.589988110336 km² by the international mile of 1959.
        #expect(abs(try figure("100", .squareMiles).interval.lower - 99.5 * 2.589_988_110_336) < 1e-9)
        #expect(try figure("250", .hectares).interval.lower == 2.495)
    }

    /// A search that fits everything proves nothing: the share of figures nearby that fit as well.
    @Test func chanceIsTheShareOfFiguresNearbyThatFitAsWell() throws {
        let figure = Figure(
            low: try #require(PrintedNumber("100")), high: nil, unit: .squareKilometres, comparator: .equal)
        #expect(figure.chance(around: 100) { _ in true } == 1)
        #expect(figure.chance(around: 100) { _ in false } == 0)
        // Whole figures from 80 to 120: 41 of them, of which [99.5, 101) and [100.5…] hold 100.6 as 100 and 101 do.
        #expect(figure.chance(around: 100) { $0.contains(100.6) } == 2.0 / 41)
    }
}
