import Foundation
import GeometryCore
import Territory

extension RegionSet {
    /// Reads a region set of the atlas, or a file of regions.
    init(
        named text: String, _ atlas: Atlas?, code: String? = nil, name: String? = nil, repairing: AreaModel?,
        engine: GeometryEngine
    ) throws(InputFault) {
        let entries = atlas?.regionSets ?? []
        let isFile = FileManager.default.fileExists(atPath: text)
        let entry =
            entries.first { $0.id == text }
            ?? entries.first { entry in
                let path = try? atlas?.locate(entry.file)
                return isFile && path.map { URL(fileURLWithPath: $0) } == URL(fileURLWithPath: text)
            }
        guard entry != nil || isFile || text.contains(".") || text.contains("/") else {
            guard atlas != nil else { throw .noAtlasForRegions(name: text) }
            throw .unknown(.regionSet, name: text, known: entries.map(\.id))
        }
        let path = entry?.id == text ? try atlas?.locate(entry?.file ?? text) ?? text : text
        var properties = entry.map { Properties(code: $0.codeProperty, name: $0.nameProperty) }
        if let code { properties = Properties(code: code, name: name ?? code) }
        try self.init(
            path: path, name: entry?.id ?? text, properties: properties,
            table: try entry?.table.map { path throws(InputFault) in try RegionTable(path: path) },
            repairing: repairing, engine: engine)
    }
}
