/// A table in a text file: fields apart by commas, in quotes where they hold commas, quotes or line ends (RFC 4180).
public struct CSVFile: Sendable {
    /// The names in the first row.
    public let columns: [String]
    /// The rows after it, each with as many fields as there are columns.
    public let rows: [[String]]

    /// Reads a table.
    ///
    /// - Throws: ``InputFault/document(_:)`` with the line, ``InputFault/unreadable(path:problem:)``.
    public init(_ file: InputFile) throws(InputFault) {
        func fault(_ line: Int, _ expected: String) -> InputFault {
            .document(
                DocumentFault(file: file.path, line: line, column: 1, keys: "", problem: .wrongKind(expected: expected))
            )
        }
        var records: [(line: Int, fields: [String])] = []
        var (fields, field, isQuoted, wasQuoted, line, start) = ([String](), "", false, false, 1, 1)
        func isEmptyRow() -> Bool { fields.isEmpty && field.isEmpty && !wasQuoted }
        var characters = Array(try file.text())[...]
        while let character = characters.popFirst() {
            if character.isNewline { line += 1 }
            switch character {
            case "\"" where isQuoted && characters.first == "\"":
                field.append("\"")
                characters.removeFirst()
            case "\"" where isQuoted: isQuoted = false
            case "\"" where field.isEmpty && !wasQuoted: (isQuoted, wasQuoted) = (true, true)
            case _ where isQuoted: field.append(character)
            case ",":
                fields.append(field)
                (field, wasQuoted) = ("", false)
            case _ where character.isNewline:
                if !isEmptyRow() { records.append((start, fields + [field])) }
                (fields, field, wasQuoted, start) = ([], "", false, line)
            default: field.append(character)
            }
        }
        guard !isQuoted else { throw fault(start, "a closing quotation mark") }
        if !isEmptyRow() { records.append((start, fields + [field])) }
        guard let first = records.first else { throw fault(1, "a first row with the names of the columns") }
        columns = first.fields
        for record in records.dropFirst() where record.fields.count != columns.count {
            throw fault(record.line, "\(columns.count) fields, as in the first row")
        }
        rows = records.dropFirst().map(\.fields)
    }
}
