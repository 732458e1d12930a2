import Claims
import GeometryCore
import Territory

/// What a report says of a file that it rests on.
public struct InputReceipt: Hashable, Sendable {
    private let file: FileReceipt
    /// The source's identifier; none where the file is of no source.
    public let source: String?
    /// The moment that the file shows; none where it is not known.
    public let asOf: String?
    /// Where the publisher has the file; none where that is not known.
    public let address: String?

    /// The receipt of a map.
    public init(_ snapshot: Snapshot) {
        self.init(snapshot.receipt, source: snapshot.source, asOf: snapshot.asOf)
    }

    /// The receipt of any file.
    public init(_ receipt: FileReceipt, source: String? = nil, asOf: Moment? = nil, address: String? = nil) {
        self.address = address
        file = receipt
        self.source = source
        self.asOf = asOf?.description
    }

    /// The path as it was given.
    public var path: String { file.path }

    /// SHA-256 of the contents, in hexadecimal.
    public var sha256: String { file.sha256 }

    /// The receipt for people, in one line.
    var words: String {
        "\(path)" + (source.flatMap { $0 == path ? nil : "  source \($0)" } ?? "")
            + (asOf.map { ", as of \($0)" } ?? "")
            + "  sha256 \(sha256.prefix(16))…"
    }

    /// The receipt for programs.
    var json: JSONValue {
        var json: JSONObject = [
            "path": .string(path), "sha256": .string(sha256), "source": .text(source), "asOf": .text(asOf),
        ]
        if let address { json.members.append(.init(name: "address", value: .string(address))) }
        return .object(json)
    }
}

extension RegionSet {
    /// The receipts of the boundaries and of the table beside them.
    public var inputs: [InputReceipt] {
        [InputReceipt(receipt, source: name)] + (tableReceipt.map { [InputReceipt($0)] } ?? [])
    }
}

extension InputReceipt {
    /// The receipt of a map that a verdict rests on.
    public init(_ map: Findings.MapUsed, of source: String?) {
        self.init(map.receipt, source: source, asOf: map.asOf, address: map.address)
    }
}
