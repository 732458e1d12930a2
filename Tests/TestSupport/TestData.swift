import Foundation

/// Where tests find files: those of the repository, the fetched ones, and others' test data beside the repository.
public enum TestData {
    /// The repository.
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Others' test data: the folder of METES_SHARED, else `shared` beside the repository.
    public static let shared: URL = {
        if let path = ProcessInfo.processInfo.environment["METES_SHARED"] { return URL(fileURLWithPath: path) }
        return root.deletingLastPathComponent().appendingPathComponent("shared")
    }()

    /// The fetched maps and boundaries: the folder of METES_CACHE, else the repository's cache.
    public static let cache: URL = {
        if let path = ProcessInfo.processInfo.environment["METES_CACHE"] { return URL(fileURLWithPath: path) }
        return root.appendingPathComponent(".cache/geodata")
    }()

    /// Why a test that needs fetched data is skipped.
    public static let notFetched = "the real maps are not there: run scripts/fetch-geodata"

    /// Why a test that needs others' test data is skipped.
    public static let notShared = "others' test data is not there: set METES_SHARED to its folder"

    /// The path of a file of the repository.
    public static func file(_ path: String) -> String { root.appendingPathComponent(path).path }

    /// The path of a fetched file.
    public static func fetched(_ path: String) -> String { cache.appendingPathComponent(path).path }

    /// Whether all of some fetched files are there.
    public static func isFetched(_ paths: String...) -> Bool {
        paths.allSatisfy { FileManager.default.fileExists(atPath: fetched($0)) }
    }

    /// Whether a file or folder of others' test data is there.
    public static func isShared(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: shared.appendingPathComponent(path).path)
    }

    /// The files of a folder of others' test data with one of the extensions, in order of their names.
    public static func sharedFiles(
        in folder: String, withExtensions extensions: [String] = ["geojson"]
    ) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: shared.appendingPathComponent(folder), includingPropertiesForKeys: nil
        )
        .filter { extensions.contains($0.pathExtension) }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// Writes text to a new file that is removed when `body` ends.
    public static func withFile<Result>(
        named name: String, _ text: String, _ body: (String) throws -> Result
    ) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("metes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        return try body(file.path)
    }
}

extension URL {
    /// The file's bytes.
    public var bytes: [UInt8] { get throws { [UInt8](try Data(contentsOf: self)) } }
}
