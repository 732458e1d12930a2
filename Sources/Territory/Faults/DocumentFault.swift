import GeometryCore

/// What is wrong in a YAML document, and where.
public struct DocumentFault: Error, Hashable, Sendable {
    /// The file's path as it was given.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column, from 1.
    public let column: Int
    /// The keys that lead to the fault: `sources[0].classes[2].pattern`.
    public let keys: String
    /// What is wrong.
    public let problem: Problem

    /// Makes a fault.
    public init(file: String, line: Int, column: Int, keys: String, problem: Problem) {
        self.file = file
        self.line = line
        self.column = column
        self.keys = keys
        self.problem = problem
    }

    /// What can be wrong in a document.
    public enum Problem: Hashable, Sendable {
        /// It is not YAML.
        case syntax(String)
        /// It refers to an anchor.
        case alias
        /// A key is missing.
        case missingKey(String)
        /// A key that means nothing here.
        case unknownKey(known: [String])
        /// The value is of another kind.
        case wrongKind(expected: String)
        /// The value names something that the document does not define.
        case unknownName(String, known: [String])
        /// The value contradicts another.
        case contradiction(String)
    }
}

extension DocumentFault: CustomStringConvertible {
    /// The fault in one line, with what to do next.
    public var description: String {
        let place = "\(file):\(line):\(column): " + (keys.isEmpty ? "" : "\(keys): ")
        return (place + problem.description).onOneLine
    }
}

extension DocumentFault.Problem: CustomStringConvertible {
    /// The problem in words.
    public var description: String {
        switch self {
        case .syntax(let reason): "not YAML: \(reason)"
        case .alias: "aliases (`*name`) are not read here; write the value out, or put the text in quotes"
        case .missingKey(let key): "the key `\(key)` is missing; add it"
        case .unknownKey(let known): "no such key here; known are \(known.joined(separator: ", "))"
        case .wrongKind(let expected): "here must stand \(expected)"
        case .unknownName(let name, let known):
            "`\(name)` is not defined here; known are \(known.isEmpty ? "none" : known.joined(separator: ", "))"
        case .contradiction(let words): words
        }
    }
}
