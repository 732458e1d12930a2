import Claims
import GeometryCore
import Territory

/// What verdicts rest on, enough to compute them again: claims, options, files with their SHA-256, versions, figures.
public struct CheckReceipt: Sendable {
    /// The claims.
    public let claims: [Claim]
    /// The options that say whose maps and borders were taken.
    public let arguments: [String]
    private let content: JSONValue

    /// Writes a receipt.
    ///
    /// - Parameters:
    ///   - version: of the tool.
    ///   - arguments: the options of the check.
    ///   - inputs: the files.
    public init(version: String, arguments: [String], inputs: [InputReceipt], rows: [SideBySide]) {
        claims = rows.compactMap(\.claim)
        self.arguments = arguments
        content = .object([
            "metes": .string(version), "receipt": .string("check"),
            "libraries": .object(["geos": .string(LibraryVersions.geos), "proj": .string(LibraryVersions.proj)]),
            "arguments": .array(arguments.map { .string($0) }), "inputs": .array(inputs.map(\.json)),
            "claims": .array(claims.map(\.printedJSON)),
            "verdicts": .array(rows.map { .array($0.rows.map(\.verdict.json)) }),
        ])
    }

    /// Reads a receipt.
    ///
    /// - Throws: ``InputFault/malformed(_:)``, ``InputFault/document(_:)``.
    public init(_ file: InputFile) throws(InputFault) {
        do throws(GeoJSONFault) {
            content = try JSONValue.parse(file.bytes, file: file.path)
        } catch {
            throw .malformed(error)
        }
        guard let object = content.object, object["receipt"]?.string == "check",
            case .array(let arguments) = object["arguments"], let claims = object["claims"]
        else {
            throw .document(
                DocumentFault(
                    file: file.path, line: 1, column: 1, keys: "",
                    problem: .wrongKind(expected: "a receipt as `metes check --receipt` writes it")))
        }
        self.arguments = arguments.compactMap(\.string)
        self.claims = try ClaimsFile(
            InputFile(path: file.path, bytes: JSONValue.object(["claims": claims]).bytes)
        ).claims
    }

    /// The receipt as JSON, ended by a line feed.
    public var bytes: [UInt8] { content.bytes + [UInt8(ascii: "\n")] }

    /// What another receipt says otherwise, a line each; paths of files are left out, since they differ between machines.
    public func differences(to other: CheckReceipt) -> [String] {
        Self.differences(content, other.content, at: "")
    }

    private static func differences(_ one: JSONValue, _ other: JSONValue, at place: String) -> [String] {
        switch (one, other) {
        case (.object(let first), .object(let second)):
            let names = (first.members + second.members).map(\.name).reduce(into: [String]()) {
                if !$0.contains($1), !unstable.contains($1) { $0.append($1) }
            }
            return names.flatMap { name in
                differences(
                    first[name] ?? .null, second[name] ?? .null, at: place.isEmpty ? name : "\(place).\(name)")
            }
        case (.array(let first), .array(let second)):
            let common = zip(first, second).enumerated().flatMap { index, pair in
                differences(pair.0, pair.1, at: "\(place)[\(index)]")
            }
            return common
                + (first.count == second.count ? [] : ["\(place): \(first.count) entries, now \(second.count)"])
        case (.number(let first), .number(let second)):
            // Rounding of another processor or library is no difference.
            return (first - second).magnitude <= 1e-9 * max(first.magnitude, second.magnitude, 1)
                ? [] : ["\(place): \(first), now \(second)"]
        default:
            return one == other ? [] : ["\(place): \(text(one)), now \(text(other))"]
        }
    }

    private static let unstable = ["path"]

    private static func text(_ value: JSONValue) -> String { String(decoding: value.bytes, as: UTF8.self) }
}
