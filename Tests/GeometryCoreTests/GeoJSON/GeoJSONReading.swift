import GeometryCore
import Testing

/// Reads a text as GeoJSON; the fault's words where it is refused.
func read(_ text: String, file: String? = "map.geojson") -> Result<GeoJSONDocument, GeoJSONFault> {
    do throws(GeoJSONFault) {
        return .success(try GeoJSONReader.read(Array(text.utf8), file: file))
    } catch {
        return .failure(error)
    }
}

extension Result where Failure == GeoJSONFault {
    /// The words of the fault.
    var words: String? {
        guard case .failure(let fault) = self else { return nil }
        return fault.description
    }
}
