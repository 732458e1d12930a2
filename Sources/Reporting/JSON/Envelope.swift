import GeometryCore
import Territory

/// The one form in which every command answers programs.
public struct Envelope: Sendable {
    /// The version of the tool.
    public let version: String
    /// The command.
    public let command: String
    /// The area model of the results; for a check, the default one.
    public let model: AreaModel
    /// The files that the results rest on.
    public let inputs: [InputReceipt]
    /// The results.
    public let results: [JSONValue]
    /// The warnings.
    public let warnings: [Warning]

    /// Makes an envelope.
    public init(
        version: String, command: String, model: AreaModel, inputs: [InputReceipt], results: [JSONValue],
        warnings: [Warning]
    ) {
        self.version = version
        self.command = command
        self.model = model
        self.inputs = inputs
        self.results = results
        self.warnings = warnings
    }

    /// The envelope as JSON, ended by a line feed.
    public var bytes: [UInt8] {
        JSONValue.object([
            "metes": .string(version), "command": .string(command),
            "model": .object(["name": .string(model.name), "meaning": .string(model.meaning)]),
            "libraries": .object([
                "geos": .string(LibraryVersions.geos), "proj": .string(LibraryVersions.proj),
            ]),
            "inputs": .array(inputs.map(\.json)), "results": .array(results),
            "warnings": .array(
                warnings.map {
                    .object([
                        "kind": .string($0.kind), "message": .string($0.words()), "at": .string($0.path),
                    ])
                }),
        ]).bytes + [UInt8(ascii: "\n")]
    }
}
