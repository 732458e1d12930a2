import CGEOS
import Foundation
import TestSupport
import Testing

@testable import GeometryCore

// A process of its own is measured, since other tests run beside these: that needs exit tests, and Linux's statm.
#if os(Linux) && compiler(>=6.2)
    /// What owns memory of GEOS and PROJ gives it back, on the ways that fail too: after a warm-up the resident set stays
    /// as it is over more than 100,000 operations.
    @Suite(.disabled(if: ResidentSet.isSanitized, "a sanitizer keeps freed memory back, and finds leaks itself"))
    struct LeakTests {
        @Test func shapesContextsAndIndicesAreFreed() async {
            await #expect(processExitsWith: .success) { try expectFlat(GEOSOperations.all()) }
        }

        @Test func projectionsAreFreed() async {
            await #expect(processExitsWith: .success) { try expectFlat(PROJOperations.all()) }
        }
    }

    /// An operation, and how often it is done after the warm-up.
    private struct Operation {
        let name: String
        let times: Int
        let run: () throws -> Void
    }

    /// In bytes: what a leak of 26 bytes in each of 20,000 operations comes to, or of a shape in each of 1,000.
    private let mostGrowth = 1 << 19

    private func expectFlat(_ operations: [Operation]) throws {
        for operation in operations {
            for _ in 0..<operation.times / 5 { try operation.run() }
            let before = try ResidentSet.bytes()
            for _ in 0..<operation.times { try operation.run() }
            let growth = try ResidentSet.bytes() - before
            #expect(growth < mostGrowth, "\(operation.name): \(growth / 1024) KiB more after \(operation.times)")
        }
    }

    private struct Unexpected: Error {}

    /// Quicker than the macro, which takes longer than what it is asked of.
    private func expectFailure<Result>(_ body: () throws -> Result) throws {
        do {
            _ = try body()
        } catch {
            return
        }
        throw Unexpected()
    }

    private enum ResidentSet {
        static let isSanitized = dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil

        /// How much memory of the process is in the machine's.
        static func bytes() throws -> Int {
            let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
            return try #require(Int(fields[1])) * sysconf(Int32(_SC_PAGESIZE))
        }
    }

    private enum GEOSOperations {
        static func all() throws -> [Operation] {
            let engine = GeometryEngine()
            let context = try engine.context
            let holed = try Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], holes: [(1, 1), (2, 1), (2, 2)])
            let set = try engine.set(holed)
            let (box, away) = (try engine.box(4, 4, 12, 12), try engine.box(20, 20, 21, 21))
            let bowTie = try Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])
            let unproven = ValidMultiPolygon(proven: [try Polygon([(0, 0), (9, 9), (9, 0), (0, 9)])])
            let line = [try Position(x: 0, y: 0), try Position(x: 1, y: 1)]
            let shape = try GEOSShape([holed], in: context)
            let outlines = (Outline([set]), Outline([box]))
            return [
                Operation(name: "contexts", times: 10_000) { _ = try GEOSContext() },
                Operation(name: "shapes in and out", times: 40_000) {
                    _ = try GEOSShape([holed, holed], in: context).polygons()
                },
                Operation(name: "indices", times: 10_000) {
                    _ = try GEOSLocator(GEOSShape([holed], in: context)).meets(shape)
                },
                Operation(name: "places of faults", times: 10_000) {
                    _ = try engine.invalidities(of: MultiPolygon([holed, bowTie]))
                },
                Operation(name: "lines that GEOS refuses", times: 20_000) {
                    try expectFailure {
                        try GEOSShape(lines: [line, [line[0]], line], in: context)
                    }
                },
                Operation(name: "texts that GEOS cannot read", times: 20_000) {
                    try expectFailure {
                        try GEOSShape(
                            owning: GEOSGeomFromWKT_r(context.handle, "POLYGON ((0 0"), in: context, operation: "")
                    }
                },
                Operation(name: "points inside", times: 10_000) { _ = try engine.pointsOnSurface(of: set) },
                Operation(name: "overlays", times: 1_000) { _ = try engine.change(from: set, to: box) },
                Operation(name: "overlays that fail", times: 1_000) {
                    try expectFailure { try engine.change(from: unproven, to: box) }
                },
                Operation(name: "changes by the chain", times: 2_000) {
                    _ = try engine.change(from: outlines.0, to: outlines.1)
                },
                Operation(name: "nearest points", times: 2_000) {
                    _ = try engine.nearestPoints(set, away)
                    _ = try engine.nearestPoints(set, box)
                },
                Operation(name: "repairs", times: 300) {
                    _ = try engine.repaired(MultiPolygon([bowTie, holed]), measuredBy: .standard)
                },
                Operation(name: "repairs of nothing", times: 20_000) {
                    _ = try engine.repaired(MultiPolygon([]), measuredBy: .standard)
                },
                Operation(name: "cells", times: 500) {
                    _ = try CellCutter(Cells([box, away]), engine: engine).partition(set)
                },
            ]
        }
    }

    private enum PROJOperations {
        static func all() throws -> [Operation] {
            let set = try GeometryEngine().box(30, 50, 31, 51)
            return [
                // Opening one takes 10 to 50 ms, and holds some hundred KiB.
                Operation(name: "projections", times: 20) { _ = try Projection(crs: "EPSG:6933") },
                Operation(name: "projections of no such system", times: 20) {
                    try expectFailure { try Projection(crs: "EPSG:1") }
                },
                Operation(name: "projections of degrees", times: 20) {
                    try expectFailure { try Projection(crs: "EPSG:4326") }
                },
                Operation(name: "projected areas", times: 500) {
                    _ = try AreaModel.projected(crs: "EPSG:6933").area(of: set)
                },
            ]
        }
    }
#endif
