import GeometryCore

extension AreaModel {
    /// The area of a set, a fault told with the file.
    func area(of set: ValidMultiPolygon, in path: String) throws(InputFault) -> Area {
        do throws(AreaFault) {
            return try area(of: set)
        } catch {
            throw .unmeasurable(error, at: Place(file: path))
        }
    }
}

extension GeometryEngine {
    /// A geometry operation, a fault told with the file.
    func placed<Result>(
        _ path: String, _ operation: (GeometryEngine) throws(GeometryError) -> Result
    ) throws(InputFault) -> Result {
        do throws(GeometryError) {
            return try operation(self)
        } catch {
            throw .geometry(error, at: Place(file: path))
        }
    }
}

/// Collects the fixed grids that overlays needed, so that each file is warned of once.
struct PrecisionLog {
    private var steps: [String: Double] = [:]

    mutating func note(_ precision: OverlayPrecision, _ path: String) {
        if case .grid(let step) = precision { steps[path] = max(step, steps[path] ?? 0) }
    }

    var warnings: [Warning] {
        steps.sorted { $0.key < $1.key }.map { .fixedGrid(path: $0.key, step: $0.value) }
    }
}
