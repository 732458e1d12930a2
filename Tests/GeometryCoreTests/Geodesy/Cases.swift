import Foundation
import TestSupport
import Testing

@testable import GeometryCore

/// How the rows of reference data are read.
enum Cases {
    /// The rows of a file with columns parted by `separator`; none where the file is absent.
    static func rows(_ path: String, separator: Character = "\t") -> [[String]] {
        let file = TestData.shared.appendingPathComponent(path)
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The rows under a head line, their fields by its names.
    static func table(_ path: String) -> [Row] {
        let rows = rows(path)
        guard let head = rows.first else { return [] }
        return rows.dropFirst().map { Row(fields: Dictionary(zip(head, $0), uniquingKeysWith: { first, _ in first })) }
    }
}

/// One row of a table.
struct Row: Sendable, CustomTestStringConvertible {
    let fields: [String: String]

    var testDescription: String { fields["name"] ?? "a row without a name" }

    func text(_ name: String) throws -> String { try #require(fields[name], "no column \(name)") }

    func number(_ name: String) throws -> Double {
        let text = try text(name)
        return try #require(Double(text), "\(name) is \(text)")
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

extension Ring {
    /// The box between two longitudes and two latitudes, counter-clockwise from the south-west, with `cuts` positions
    /// between the corners on each side.
    static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double, cuts: Int = 0) throws -> Ring {
        let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        return try Ring(
            closing: zip(corners, corners.dropFirst()).flatMap { from, to in
                (0...cuts).map { step in
                    let part = Double(step) / Double(cuts + 1)
                    return (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
                }
            })
    }

    /// The same ring with every pair of numbers changed.
    func mapped(_ change: (Double, Double) -> (Double, Double)) throws -> Ring {
        try Ring(closing: positions.map { change($0.x, $0.y) })
    }
}

extension Polygon {
    /// Reads `POLYGON ((x y, x y, …), (…))`.
    init(wellKnownText text: String) throws {
        guard text.hasPrefix("POLYGON (("), text.hasSuffix("))") else { throw Unreadable(text: text) }
        let rings = try text.dropFirst("POLYGON ((".count).dropLast(2).components(separatedBy: "), (").map { ring in
            try Ring(
                ring.components(separatedBy: ", ").map { pair in
                    let numbers = pair.split(separator: " ").compactMap { Double($0) }
                    guard numbers.count == 2 else { throw Unreadable(text: pair) }
                    return try Position(x: numbers[0], y: numbers[1])
                })
        }
        guard let shell = rings.first else { throw Unreadable(text: text) }
        self.init(shell: shell, holes: Array(rings.dropFirst()))
    }
}

extension ValidMultiPolygon {
    /// Takes polygons whose validity the test vouches for.
    init(shells: Ring...) { self.init(proven: shells.map { Polygon(shell: $0) }) }
}
