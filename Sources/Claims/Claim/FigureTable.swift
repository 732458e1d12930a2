import GeometryCore
import Territory

extension ClaimsFile {
    /// Reads figures from a table (CSV) whose columns are named as the keys of a claims file; empty fields are absent.
    ///
    /// - Throws: ``InputFault/document(_:)``; a fault of a row is told with its number.
    public init(table file: InputFile) throws(InputFault) {
        let table = try CSVFile(file)
        let rows = table.rows.map { row in
            JSONValue.object(
                JSONObject(
                    zip(table.columns, row).filter { !$0.1.isEmpty }.map { .init(name: $0.0, value: .string($0.1)) }))
        }
        // JSON is YAML, and each row stands on a line of its own, the one that it has in the table.
        let lines = rows.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: ",\n")
        let claims = try ClaimsFile(InputFile(path: file.path, bytes: Array(("{\"claims\": [\n" + lines + "]}").utf8)))
        self.init(receipt: file.receipt, claims: claims.claims)
    }
}
