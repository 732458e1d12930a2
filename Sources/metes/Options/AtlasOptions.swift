import ArgumentParser
import Foundation
import Territory

/// Which atlas.
struct AtlasOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The atlas (YAML).", valueName: "file"))
    var atlas: String?

    /// The atlas that was named or found; none where nobody named one and none lies about.
    func find() throws(InputFault) -> Atlas? {
        let environment = ProcessInfo.processInfo.environment
        let folders = (environment["METES_DATA"] ?? "").split(separator: ":").map(String.init)
        if let path = atlas ?? environment["METES_ATLAS"].flatMap({ $0.isEmpty ? nil : $0 }) {
            return try Atlas(path: path, extraFolders: folders)
        }
        for path in Self.usualPlaces where FileManager.default.fileExists(atPath: path) {
            return try Atlas(path: path, extraFolders: folders)
        }
        return nil
    }

    /// The atlas, or a fault that says where it was sought.
    func require() throws(InputFault) -> Atlas {
        guard let found = try find() else { throw .noAtlas(searched: Self.usualPlaces) }
        return found
    }

    /// In `geodata/` upwards from the working directory, then beside the executable.
    private static var usualPlaces: [String] {
        let name = "geodata/ukraine/atlas.yaml"
        var places: [String] = []
        // Relative paths, so that receipts read the same on every machine.
        let depth = FileManager.default.currentDirectoryPath.split(separator: "/").count
        places += (0...depth).map { String(repeating: "../", count: $0) + name }
        if let executable = Bundle.main.executableURL {
            let folder = executable.resolvingSymlinksInPath().deletingLastPathComponent()
            places.append(folder.appendingPathComponent("atlas.yaml").path)
            var parent = folder
            while parent.path != "/" {
                places.append(parent.appendingPathComponent(name).path)
                parent = parent.deletingLastPathComponent()
            }
        }
        return places
    }
}
