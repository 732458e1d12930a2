import FuzzSupport
import GeometryCore

/// The change of any two polygon sets by the chain of their boundaries is that of verified overlay, or it is refused.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let pair = PolygonPair(UnsafeBufferPointer(start: start, count: count))
    guard !pair.before.isEmpty || !pair.after.isEmpty else { return 0 }
    ChangeCheck(pair)?.run()
    return 0
}

struct ChangeCheck {
    private let engine = GeometryEngine()
    private let pair: PolygonPair
    /// The polygons that are valid, each a set.
    private let parts: (before: [ValidMultiPolygon], after: [ValidMultiPolygon])
    /// These united.
    private let united: (before: VerifiedSet, after: VerifiedSet)
    private let length: Double

    /// None where the polygons cannot be united: then there is nothing to compare with.
    init?(_ pair: PolygonPair) {
        self.pair = pair
        let engine = engine
        func valid(_ polygons: [Polygon]) -> [ValidMultiPolygon] {
            polygons.compactMap { try? engine.validated(MultiPolygon([$0])) }
        }
        parts = (valid(pair.before), valid(pair.after))
        do throws(GeometryError) {
            united = (try engine.union(parts.before), try engine.union(parts.after))
        } catch {
            Tally.count("unions refused")
            requireOneLine(error)
            return nil
        }
        length = Membership(pair.before).length + Membership(pair.after).length
    }

    func run() {
        let (before, after) = (
            Membership(parts.before.flatMap(\.polygons)), Membership(parts.after.flatMap(\.polygons))
        )
        let overlay = overlaid()
        // Parts may overlap: a point belongs to the union where they wind round it at all.
        if let change = change("of parts", Outline(parts.before), Outline(parts.after)) {
            checkPoints(of: change, "of parts") { point, clear in
                guard let one = before.winding(around: point, clearOf: clear),
                    let two = after.winding(around: point, clearOf: clear)
                else { return nil }
                return (one > 0, two > 0)
            }
            checkAreas(of: change, against: overlay, "of parts")
        }
        let (first, second) = (Outline([united.before.set]), Outline([united.after.set]))
        if let back = change("backwards", second, first) {
            let swapped = Change(gained: back.lost, lost: back.gained, route: back.route)
            checkAreas(of: swapped, against: overlay, "backwards")
        }
        checkUnproven(from: first)
    }

    /// From a set to polygons of which nothing is known: what is told proves them a set.
    private func checkUnproven(from first: Outline) {
        let before = Membership(united.before.set.polygons)
        let after = Membership(pair.after)
        guard let change = change("of unproven", first, Outline(unproven: [MultiPolygon(pair.after)])) else { return }
        checkPoints(of: change, "of unproven") { point, clear in
            guard let one = before.winding(around: point, clearOf: clear),
                let two = after.winding(around: point, clearOf: clear)
            else { return nil }
            require(
                two == 0 || two == 1, "polygons that wind \(two) times round \(point) were taken for a set\n\(words)")
            return (one > 0, two > 0)
        }
    }

    // MARK: The change, and what it must be

    private struct Change {
        let gained: VerifiedSet
        let lost: VerifiedSet
        let route: String
    }

    private func change(_ name: String, _ before: Outline, _ after: Outline) -> Change? {
        let change: OutlineChange
        do throws(GeometryError) {
            change = try engine.change(from: before, to: after)
        } catch {
            Tally.count("changes \(name) refused")
            requireOneLine(error)
            return nil
        }
        let route =
            switch change.route {
            case .chain(resolvedFaces: 0): "by the chain"
            case .chain: "by the chain, faces resolved"
            case .overlay: "by overlay"
            }
        Tally.count("changes \(name) \(route)")
        for set in [change.gained, change.lost] {
            let faults = try? engine.invalidities(of: set.set.multiPolygon)
            require(faults == [], "the change \(name) \(route) is no set: \(faults ?? [])\n\(words)")
        }
        return Change(gained: change.gained, lost: change.lost, route: route)
    }

    private func overlaid() -> SetChange? {
        do throws(GeometryError) {
            return try engine.change(from: united.before.set, to: united.after.set)
        } catch {
            Tally.count("overlays refused")
            requireOneLine(error)
            return nil
        }
    }

    /// At points all over the lattice, away from every edge, gained and lost are what the polygons say.
    private func checkPoints(
        of change: Change, _ name: String, _ places: (SIMD2<Double>, _ clearOf: Double) -> (Bool, Bool)?
    ) {
        let (gained, lost) = (Membership(change.gained.set.polygons), Membership(change.lost.set.polygons))
        let clear = 2 * max(step(of: [change.gained, change.lost]), 1e-6 * pair.lattice.step.min())
        for row in 0..<16 {
            for column in 0..<16 {
                let point =
                    pair.lattice.origin + pair.lattice.step * SIMD2(Double(column) + 0.4371, Double(row) + 0.2913)
                guard let (isBefore, isAfter) = places(point, clear),
                    let more = gained.winding(around: point, clearOf: clear),
                    let less = lost.winding(around: point, clearOf: clear)
                else { continue }
                require(
                    more == (isAfter && !isBefore ? 1 : 0) && less == (isBefore && !isAfter ? 1 : 0),
                    """
                    the change \(name) \(change.route) is wrong at \(point): before \(isBefore), after \(isAfter), \
                    gained \(more), lost \(less)
                    \(words)
                    """)
            }
        }
    }

    /// Gained and lost have the areas of verified overlay, and their difference is that of the two sets.
    private func checkAreas(of change: Change, against overlay: SetChange?, _ name: String) {
        let used = [change.gained, change.lost, united.before, united.after]
        let tolerance = tolerance(used)
        guard let gained = area(change.gained.set), let lost = area(change.lost.set),
            let before = area(united.before.set), let after = area(united.after.set)
        else { return Tally.count("areas refused") }
        require(
            abs((gained - lost) - (after - before)) <= 2 * tolerance,
            """
            the change \(name) \(change.route): gained \(gained) less lost \(lost) is not \(after) less \(before) m², \
            within \(tolerance)
            \(words)
            """)
        guard let overlay else { return }
        let wider = max(tolerance, self.tolerance(used + [overlay.gained, overlay.lost]))
        guard let more = area(overlay.gained.set), let less = area(overlay.lost.set) else { return }
        Tally.count("changes \(name) compared with overlay")
        require(
            abs(gained - more) <= wider && abs(lost - less) <= wider,
            """
            the change \(name) \(change.route): gained \(gained), lost \(lost); by overlay \(more) and \(less) m², \
            within \(wider)
            \(words)
            """)
    }

    private func area(_ set: ValidMultiPolygon) -> Double? { try? AreaModel.standard.area(of: set).squareMetres }

    /// How much area rounding can move, in m²: every edge by a step, at most 111.7 km to the degree.
    private func tolerance(_ sets: [VerifiedSet]) -> Double { 1e-3 + step(of: sets) * length * 111_700 * 111_700 }

    private func step(of sets: [VerifiedSet]) -> Double {
        let size = max(
            pair.lattice.origin.x.magnitude, pair.lattice.origin.y.magnitude,
            pair.lattice.origin.x + 16 * pair.lattice.step.x, pair.lattice.origin.y + 16 * pair.lattice.step.y)
        let steps = sets.map { set in
            if case .grid(let step) = set.precision { step } else { size * 0x1p-46 }
        }
        return steps.max() ?? 0
    }

    /// The polygons, to be copied into a test.
    private var words: String {
        func words(_ polygons: [Polygon]) -> String {
            polygons.map { polygon in
                polygon.rings.map { ring in
                    "[" + ring.positions.map { "(\($0.x), \($0.y))" }.joined(separator: ", ") + "]"
                }.joined(separator: " hole ")
            }.joined(separator: "\n    ")
        }
        return "  before\n    \(words(pair.before))\n  after\n    \(words(pair.after))"
    }
}
