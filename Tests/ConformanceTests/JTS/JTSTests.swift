import TestSupport
import Testing

@testable import GeometryCore

/// The XML tests of JTS: overlays of areas, and validity, by the geometry core's public operations.
@Suite(.enabled(if: TestData.isShared("conformance/jts-testxml"), "\(TestData.notShared)"))
struct JTSTests {
    private static let all = Result { try JTSQuestion.all(in: "conformance/jts-testxml") }
    private let engine = GeometryEngine()

    @Test func overlaysOfAreasAreThoseOfTheFiles() throws {
        var floating = Tally("JTS overlays of areas", knownFailures: knownOverlayFailures)
        var fixed = Tally("JTS overlays of areas on a fixed grid, compared to within its step")
        for question in try Self.all.get() where question.overlay != nil {
            if question.scale == nil { judge(question, &floating) } else { judge(question, &fixed) }
        }
        #expect(floating.finish() == [])
        #expect(fixed.finish() == [])
    }

    @Test func validityOfAreasIsThatOfTheFiles() throws {
        var tally = Tally("JTS validity of areas", knownFailures: knownValidityFailures)
        for question in try Self.all.get() where question.operation == "isvalid" {
            if let isValid = isValid(question.arguments[0]) {
                tally.count(question.name, failure: "\(isValid)" == question.answer ? nil : "\(isValid)")
            } else {
                tally.leaveOut("of points and lines")
            }
        }
        #expect(tally.finish() == [])
    }

    /// The operations that the geometry core does not offer, so that nobody takes them for tested.
    @Test func theOtherOperationsAreCounted() throws {
        let questions = try Self.all.get()
        let others = questions.filter { $0.overlay == nil && $0.operation != "isvalid" }
        print("conformance, JTS: \(questions.count) questions in all, \(others.count) of operations not offered here")
        #expect(questions.count == 9127 && others.count == 7081)
    }

    // MARK: Overlays

    private func judge(_ question: JTSQuestion, _ tally: inout Tally) {
        do {
            var shapes: [GEOSShape] = []
            for text in question.arguments { shapes.append(try GEOSShape(wellKnown: text, in: engine.context)) }
            guard try shapes.allSatisfy({ try $0.isAreal() }) else { return tally.leaveOut("with points or lines") }
            guard let sets = try? sets(of: shapes) else { return tally.leaveOut("with invalid polygons, refused") }
            let scale = JTSScale(of: sets, stepsInUnit: question.scale)
            guard scale.tells(sets) else { return tally.leaveOut("smaller than the rounding") }
            tally.count(question.name, failure: try failure(of: question, sets, scale, &tally))
        } catch {
            tally.count(question.name, failure: "\(error)")
        }
    }

    /// The sets that an operation works on; of a single geometry, each of its members.
    private func sets(of shapes: [GEOSShape]) throws -> [ValidMultiPolygon] {
        let polygons = try shapes.map { try $0.polygons() }
        let members = polygons.count == 1 ? polygons[0].map { [$0] } : polygons
        return try members.map { try engine.validated(MultiPolygon($0)) }
    }

    /// How the geometry core's answer is not the file's; none where it is.
    private func failure(
        of question: JTSQuestion, _ sets: [ValidMultiPolygon], _ scale: JTSScale, _ tally: inout Tally
    ) throws -> String? {
        var isOnGrid = false
        defer { if isOnGrid { tally.note("by the fallback to a grid, with a warning") } }
        func computed(_ overlay: JTSOverlay) throws -> GEOSShape {
            let found = try overlay.computed(sets, by: engine)
            if found.precision != .floating { isOnGrid = true }
            return try GEOSShape(found.set.polygons, in: engine.context)
        }
        func isOfGrid(_ overlay: JTSOverlay, _ found: GEOSShape) throws -> Bool {
            let expected = try overlay.onGrid(sets, step: scale.step, in: engine.context)
            return try found.areaOfDifference(to: expected, step: scale.step) <= scale.tolerance
        }
        switch question.overlay {
        case .one(let overlay):
            let found = try computed(overlay)
            // Where a file has no answer, it asks for one.
            let isOfFile =
                try question.answer.isEmpty
                || found.areaOfDifference(
                    to: GEOSShape(wellKnown: question.answer, in: engine.context).areas(), step: scale.step)
                    <= scale.tolerance
            if try !isOfGrid(overlay, found) { return "wrong" }
            return isOfFile ? nil : "not the file's answer, but that of an overlay on a grid"
        case .all:
            for overlay in JTSOverlay.allCases where try !isOfGrid(overlay, computed(overlay)) {
                return "the \(overlay) is wrong"
            }
            return nil
        case .areaOfUnion:
            let area = try computed(.union).planeArea()
            let expected = try #require(Double(question.answer))
            // The shortest of the files' areas is cut off after seven digits.
            return abs(area - expected) <= 1e-6 * expected ? nil : "an area of \(area)"
        case nil: return "no overlay"
        }
    }

    // MARK: Validity

    /// Whether polygons are valid, or cannot be a polygon at all; none of something else.
    private func isValid(_ text: String) -> Bool? {
        guard let shape = try? GEOSShape(wellKnown: text, in: engine.context) else {
            return text.uppercased().contains("POLYGON") ? false : nil
        }
        guard (try? shape.isAreal()) == true else { return nil }
        return (try? engine.validated(MultiPolygon(shape.polygons()))) != nil
    }
}

/// How far apart two right answers may be.
private struct JTSScale {
    /// How far rounding moves a corner.
    let step: Double
    /// Over which area that moves the boundaries.
    let tolerance: Double

    /// - Parameter stepsInUnit: the grid of the answer; none where it is on double precision, and then 10⁻¹² of the
    ///   coordinates, which is how far JTS and GEOS snap before they give up.
    init(of sets: [ValidMultiPolygon], stepsInUnit: Double?) {
        let bounds = sets.compactMap(\.bounds)
        let magnitude = bounds.map { max(abs($0.minX), abs($0.minY), abs($0.maxX), abs($0.maxY)) }.max() ?? 1
        step = stepsInUnit.map { 1 / $0 } ?? 1e-12 * magnitude
        tolerance = 2 * step * sets.reduce(0) { $0 + $1.planeLength }
    }

    /// Whether sets are large enough for a wrong answer to be seen.
    func tells(_ sets: [ValidMultiPolygon]) -> Bool {
        let areas = sets.flatMap(\.polygons).map { $0.shell.doubledPlaneArea.magnitude / 2 }
        return sets.allSatisfy(\.isEmpty) || tolerance < areas.reduce(0, +) / 2
    }
}
