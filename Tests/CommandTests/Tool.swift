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

    /// What binds a process to some of the processors, on Linux: as many workers, which end in another order.
    private static let taskset = URL(fileURLWithPath: "/usr/bin/taskset")

    /// Whether ``run(_:environment:onProcessors:)`` can choose processors here.
    static let canChooseProcessors = FileManager.default.isExecutableFile(atPath: taskset.path)

    /// Starts the tool and interrupts it, as Ctrl-C does, after some milliseconds; its output goes nowhere.
    ///
    /// - Returns: whether it had ended by itself.
    static func interrupt(_ arguments: [String], after milliseconds: UInt32) throws -> Bool {
        let process = Process()
        (process.executableURL, process.arguments) = (executable, arguments)
        process.currentDirectoryURL = TestData.root
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        usleep(1000 * milliseconds)
        process.interrupt()
        process.waitUntilExit()
        return process.terminationReason == .exit
    }

    /// Runs the tool in the repository, without the caller's atlas and data folders.
    ///
    /// - Parameter processors: the numbers of the processors to run on, as `0` or `0-3`; none for all.
    static func run(
        _ arguments: [String], environment: [String: String] = [:], onProcessors processors: String? = nil
    ) throws -> Answer {
        let process = Process()
        process.executableURL = processors == nil ? executable : taskset
        process.arguments = (processors.map { ["--cpu-list", $0, executable.path] } ?? []) + arguments
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
