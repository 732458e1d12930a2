import Foundation
import TestSupport

/// The built tool, run as users run it.
enum Tool {
    struct Answer {
        let code: Int32
        let output: String
        let errors: String
    }

    /// The executable stands beside the test bundle.
    private static let executable = Bundle.main.bundleURL.appendingPathComponent("metes")

    /// Runs the tool in the repository, without the caller's atlas and data folders.
    static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Answer {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = TestData.root
        var variables = ProcessInfo.processInfo.environment
        variables["METES_ATLAS"] = nil
        variables["METES_DATA"] = nil
        process.environment = variables.merging(environment) { $1 }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("metes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files, not pipes: a full pipe would stop the tool.
        let (output, errors) = (folder.appendingPathComponent("output"), folder.appendingPathComponent("errors"))
        for file in [output, errors] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Answer(
            code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }
}
