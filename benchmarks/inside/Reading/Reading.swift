import FoundationEssentials
import GeometryCore

/// Reads GeoJSON files as every command of metes does, does nothing with them, and says how many positions each one's rings
/// have: the job `reading` of benchmarks/run.
@main enum Reading {
    static func main() throws {
        print("step,region,vertices")
        for (step, path) in CommandLine.arguments.dropFirst().enumerated() {
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
            let document = try GeoJSONReader.read(bytes, file: path)
            let polygons = document.features.flatMap { $0.geometry?.polygons ?? [] }
            let vertices = polygons.reduce(0) { count, polygon in
                polygon.rings.reduce(count) { $0 + $1.positions.count }
            }
            print("\(step),total,\(vertices)")
        }
    }
}
