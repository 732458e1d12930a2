import GeometryCore
import Yams

/// A node of a YAML document that knows where it stands, so that every fault has its line and column.
public struct DocumentNode {
    /// The file's path as it was given.
    public let file: String
    /// The keys that lead here: `sources[0].classes[2].pattern`.
    public let keys: String
    private let node: Node

    private init(file: String, keys: String, node: Node) {
        self.file = file
        self.keys = keys
        self.node = node
    }

    /// Reads a YAML file.
    ///
    /// - Throws: ``InputFault/document(_:)``, ``InputFault/unreadable(path:problem:)``.
    public static func read(_ file: InputFile) throws(InputFault) -> DocumentNode {
        let path = file.path
        // A few aliases of aliases are enough to fill the memory, and no document here needs one.
        let text = try file.text()
        if let line = YAMLAlias.firstLine(in: text) {
            throw .document(DocumentFault(file: path, line: line, column: 1, keys: "", problem: .alias))
        }
        let root: Node?
        do {
            // Scalars are taken as they are written: telling their types would compile and run a regular expression for each.
            root = try Yams.compose(yaml: text, .basic)
        } catch {
            throw .document(DocumentFault(file: path, yaml: error))
        }
        guard let root else {
            throw .document(DocumentFault(file: path, line: 1, column: 1, keys: "", problem: .syntax("it is empty")))
        }
        return DocumentNode(file: path, keys: "", node: root)
    }

    /// The line where the node begins, from 1.
    public var line: Int { node.mark?.line ?? 1 }

    /// A fault at this node.
    public func fault(_ problem: DocumentFault.Problem) -> InputFault {
        .document(
            DocumentFault(file: file, line: line, column: node.mark?.column ?? 1, keys: keys, problem: problem))
    }

    // MARK: Mappings

    /// Refuses keys that nobody reads: a misspelt key would be lost without a word.
    public func allow(only known: [String]) throws(InputFault) {
        guard let mapping = node.mapping else { throw fault(.wrongKind(expected: "a mapping")) }
        for (key, value) in mapping {
            let name = key.string ?? ""
            guard known.contains(name) else {
                throw DocumentNode(file: file, keys: joined(name), node: key.mark == nil ? value : key)
                    .fault(.unknownKey(known: known))
            }
        }
    }

    /// The node of a key; none where the key is absent or its value is null.
    public subscript(key: String) -> DocumentNode? {
        guard let child = node.mapping?[key], !Self.isNull(child) else { return nil }
        return DocumentNode(file: file, keys: joined(key), node: child)
    }

    /// The nodes of a mapping's keys, without those whose value is null: for mappings of many keys.
    ///
    /// - Throws: ``InputFault/document(_:)``.
    public func byKey() throws(InputFault) -> [String: DocumentNode] {
        Dictionary(try entries().filter { !Self.isNull($0.value.node) }, uniquingKeysWith: { $1 })
    }

    /// Whether a node is a null (YAML 1.2.2 §10.2.1.1): in quotes the same letters are text.
    private static func isNull(_ node: Node) -> Bool {
        guard let scalar = node.scalar, scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// The node of a key that must be there.
    public func required(_ key: String) throws(InputFault) -> DocumentNode {
        guard node.mapping != nil else { throw fault(.wrongKind(expected: "a mapping")) }
        guard let child = self[key] else { throw fault(.missingKey(key)) }
        return child
    }

    /// The keys and nodes of a mapping.
    public func entries() throws(InputFault) -> [(key: String, value: DocumentNode)] {
        guard let mapping = node.mapping else { throw fault(.wrongKind(expected: "a mapping")) }
        var entries: [(key: String, value: DocumentNode)] = []
        for (key, value) in mapping {
            guard let name = key.string else { throw fault(.wrongKind(expected: "text as key")) }
            entries.append((name, DocumentNode(file: file, keys: joined(name), node: value)))
        }
        return entries
    }

    // MARK: Lists and scalars

    /// The nodes of a list.
    public func items() throws(InputFault) -> [DocumentNode] {
        guard let sequence = node.sequence else { throw fault(.wrongKind(expected: "a list")) }
        return sequence.enumerated().map { DocumentNode(file: file, keys: "\(keys)[\($0)]", node: $1) }
    }

    /// The text of a scalar as it is written.
    public func text() throws(InputFault) -> String {
        guard let scalar = node.scalar, !scalar.string.isEmpty else { throw fault(.wrongKind(expected: "text")) }
        return scalar.string
    }

    /// The texts of a list.
    public func texts() throws(InputFault) -> [String] {
        var texts: [String] = []
        for item in try items() { texts.append(try item.text()) }
        return texts
    }

    /// A finite number.
    public func number() throws(InputFault) -> Double {
        guard let number = Double(try text()), number.isFinite else { throw fault(.wrongKind(expected: "a number")) }
        return number
    }

    /// An area in km², more than none.
    func positiveArea() throws(InputFault) -> Area {
        let number = try number()
        guard number > 0 else { throw fault(.wrongKind(expected: "an area in km², greater than 0")) }
        return Area(squareKilometres: number)
    }

    /// A distance in metres, greater than 0.
    func positiveMetres() throws(InputFault) -> Distance {
        let number = try number()
        guard number > 0 else { throw fault(.wrongKind(expected: "a distance in metres, greater than 0")) }
        return Distance(metres: number)
    }

    /// `true` or `false`.
    public func flag() throws(InputFault) -> Bool {
        guard let flag = Bool(try text()) else { throw fault(.wrongKind(expected: "true or false")) }
        return flag
    }

    /// A day that the calendar has.
    public func day() throws(InputFault) -> CalendarDay {
        guard let day = CalendarDay(try text()) else {
            throw fault(.wrongKind(expected: "a day that exists, as 2025-06-07"))
        }
        return day
    }

    /// One of a closed set of words.
    public func word<Choice: RawRepresentable<String> & CaseIterable>(
        of type: Choice.Type
    ) throws(InputFault) -> Choice {
        guard let choice = Choice(rawValue: try text()) else {
            throw fault(.wrongKind(expected: "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", ")))
        }
        return choice
    }

    private func joined(_ key: String) -> String { keys.isEmpty ? key : "\(keys).\(key)" }
}

extension DocumentFault {
    fileprivate init(file: String, yaml error: any Error) {
        guard let error = error as? YamlError else {
            self.init(file: file, line: 1, column: 1, keys: "", problem: .syntax("\(error)"))
            return
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(file: file, line: mark.line, column: mark.column, keys: "", problem: .syntax(problem))
        case .duplicatedKeysInMapping(let duplicates, let context):
            self.init(
                file: file, line: context.mark.line, column: context.mark.column, keys: "",
                problem: .syntax("the key \(duplicates.joined(separator: ", ")) stands twice"))
        case .reader(let problem, _, _, _):
            self.init(file: file, line: 1, column: 1, keys: "", problem: .syntax(problem))
        default:
            self.init(file: file, line: 1, column: 1, keys: "", problem: .syntax("it could not be read"))
        }
    }
}
