import Foundation
import GeometryCore
import TestSupport

/// One row of a table of reference values.
struct Row {
    let fields: [String: String]

    /// The rows of a file of others' test data under a head line, their fields by its names.
    static func all(of path: String) throws -> [Row] {
        let lines = try lines(of: path).map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        guard let head = lines.first else { return [] }
        return lines.dropFirst().map { Row(fields: Dictionary(zip(head, $0), uniquingKeysWith: { first, _ in first })) }
    }

    /// The lines of a file of others' test data.
    static func lines(of path: String) throws -> [Substring] {
        String(decoding: try TestData.shared.appendingPathComponent(path).bytes, as: UTF8.self)
            .split(whereSeparator: \.isNewline)
    }

    func text(_ name: String) throws -> String {
        guard let text = fields[name] else { throw Unreadable(text: "no column \(name)") }
        return text
    }

    func number(_ name: String) throws -> Double {
        guard let number = Double(try text(name)) else { throw Unreadable(text: try text(name)) }
        return number
    }

    /// `lat lon;lat lon;…` as open positions.
    func positions(_ name: String) throws -> [Position] {
        try text(name).split(separator: ";").map { pair in
            let numbers = pair.split(separator: " ").compactMap { Double($0) }
            guard numbers.count == 2 else { throw Unreadable(text: String(pair)) }
            return try Position(x: numbers[1], y: numbers[0])
        }
    }
}

struct Unreadable: Error { let text: String }
