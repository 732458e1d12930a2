import Benchmark
import Claims
import Foundation
import GeometryCore
import Territory

// What the parts cost, each by itself, on made-up maps of a seed and on a text of this repository.
nonisolated(unsafe) let benchmarks = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.cpuTotal, .wallClock], maxDuration: .seconds(3), maxIterations: 200)
    let perSecond = Benchmark.Configuration(
        metrics: [.custom("kB/s", polarity: .prefersLarger, useScalingFactor: false)], maxDuration: .seconds(3),
        maxIterations: 200)
    let engine = GeometryEngine()

    // A million edges, so that the milliseconds of a run are nanoseconds an edge.
    let million = made { try engine.validated(Star(edges: 1_000_000).map()) }
    let models: [AreaModel] = [
        .ellipsoidal(edges: .straight), .ellipsoidal(edges: .geodesic),
        .spherical(radius: Distance(metres: 6_371_008.8)),
        .webMap,
    ]
    for model in models {
        Benchmark("area of 1,000,000 edges, \(model)") { _ in blackHole(made { try model.area(of: million) }) }
    }

    let text = Star(edges: 300_000).geoJSON()
    Benchmark("read GeoJSON of \(text.count / 1_000_000) MB", configuration: perSecond) { benchmark in
        measured(benchmark, bytes: text.count) { blackHole(made { try GeoJSONReader.read(text) }) }
    }

    // One map, and others of which more and more edges are new: the cost is to follow the change.
    let star = Star(edges: 30_000)
    let before = Outline([made { try engine.validated(star.map()) }])
    for moved in [1, 10, 100, 1_000, 10_000] {
        let after = Outline([made { try engine.validated(star.moved(moved).map()) }], after: before)
        Benchmark("change of \(2 * (moved + 1)) edges among 60,000") { _ in
            blackHole(made { try engine.change(from: before, to: after) })
        }
    }

    let first = made { try engine.validated(Star(edges: 3_000).map()) }
    let second = made { try engine.validated(Star(edges: 3_000, seed: 2).map()) }
    let points = Star(edges: 1_000, radius: 1.1, seed: 3).positions
    Benchmark("label 1,000 points in 3,000 edges") { _ in
        for point in points { blackHole(first.contains(point)) }
    }
    Benchmark("split 3,000 edges by 3,000") { _ in blackHole(made { try engine.split(first, by: second) }) }

    let root = URL(filePath: #filePath).appending(path: "../../../../..").standardizedFileURL.path
    if FileManager.default.changeCurrentDirectoryPath(root), let day = CalendarDay("2025-06-08"),
        let article = try? String(contentsOfFile: "benchmarks/article.txt", encoding: .utf8),
        let atlas = try? Atlas(path: "geodata/ukraine/atlas.yaml"), let reader = try? TextReader(atlas)
    {
        let words = String(repeating: article, count: 50)
        Benchmark("read a text of \(words.utf8.count / 1_000) kB", configuration: perSecond) { benchmark in
            measured(benchmark, bytes: words.utf8.count) { blackHole(reader.read(words, published: day)) }
        }
    }
}

/// What a closure makes; the data are this file's own, so that a fault ends the run.
private func made<Result>(_ make: () throws -> Result) -> Result {
    do {
        return try make()
    } catch {
        print("inside: \(error)")
        exit(1)
    }
}

/// Records how many kilobytes a second a closure goes through.
private func measured(_ benchmark: Benchmark, bytes: Int, _ work: () -> Void) {
    let taken = ContinuousClock().measure(work)
    let seconds = Double(taken.components.seconds) + Double(taken.components.attoseconds) * 1e-18
    benchmark.measurement(
        .custom("kB/s", polarity: .prefersLarger, useScalingFactor: false), Int(Double(bytes) / seconds / 1e3))
}

/// A rough ring around 35° E, 48° N, whose radii are drawn from a seed: valid, whatever is drawn.
private struct Star {
    private var radii: [Double]

    init(edges: Int, radius: Double = 2, seed: UInt64 = 1) {
        var draw = Draw(state: seed)
        radii = (0..<edges).map { _ in radius * Double.random(in: 0.99...1.01, using: &draw) }
    }

    /// The same with some neighbouring positions elsewhere.
    func moved(_ count: Int) -> Star {
        var (other, draw) = (self, Draw(state: 7))
        for index in 0..<count { other.radii[index] *= Double.random(in: 0.999...1.001, using: &draw) }
        return other
    }

    var positions: [Position] {
        radii.indices.map { index in
            let angle = 2 * Double.pi * Double(index) / Double(radii.count)
            return made { try Position(x: 35 + radii[index] * cos(angle), y: 48 + radii[index] * sin(angle)) }
        }
    }

    func map() throws -> MultiPolygon {
        let open = positions
        return MultiPolygon([Polygon(shell: try Ring(open + open.prefix(1)))])
    }

    func geoJSON() -> [UInt8] {
        let open = positions
        let ring = (open + open.prefix(1)).map { String(format: "[%.7f,%.7f]", $0.x, $0.y) }.joined(separator: ",")
        return Array(#"{"type":"Polygon","coordinates":[[\#(ring)]]}"#.utf8)
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
private struct Draw: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
