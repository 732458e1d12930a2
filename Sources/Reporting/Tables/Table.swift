import GeometryCore

/// Rows and columns of values, to be written for people or for programs.
public struct Table: Sendable {
    /// The columns.
    public let columns: [Column]
    /// The rows; each has a cell for every column.
    public var rows: [[Cell]]

    /// A column.
    public struct Column: Hashable, Sendable {
        /// The heading for people.
        public let heading: String
        /// The name for programs, with its unit.
        public let name: String

        /// Makes a column.
        public init(_ heading: String, _ name: String) {
            self.heading = heading
            self.name = name
        }
    }

    /// A value.
    public enum Cell: Hashable, Sendable {
        /// Words.
        case text(String)
        /// A count.
        case count(Int)
        /// An area, written in km².
        case area(Area)
        /// A distance, written in km with so many digits for people.
        case distance(Distance, digits: Int)
        /// A percentage.
        case percent(Double)
        /// Not known, or without meaning here.
        case none

        var isNumber: Bool {
            switch self {
            case .text, .none: false
            case .count, .area, .distance, .percent: true
            }
        }

        func words(_ style: NumberStyle) -> String {
            switch self {
            case .text(let text): text
            case .count(let count): String(count)
            case .area(let area): style.area(area)
            case .distance(let distance, let digits): style.grouped(distance.kilometres, digits: digits)
            case .percent(let percent): style.grouped(percent, digits: 2)
            case .none: ""
            }
        }

        /// Every digit that the double has: programs round for themselves.
        var field: String {
            switch self {
            case .text(let text): text
            case .count(let count): String(count)
            case .area(let area): area.squareKilometres.description
            case .distance(let distance, _): distance.kilometres.description
            case .percent(let percent): percent.description
            case .none: ""
            }
        }
    }

    /// Makes a table.
    public init(columns: [Column], rows: [[Cell]]) {
        self.columns = columns
        self.rows = rows
    }
}

extension Table {
    /// The table in aligned columns, numbers to the right.
    public func text(_ style: NumberStyle) -> String {
        let cells = rows.map { $0.map { $0.words(style) } }
        let widths = columns.indices.map { index in
            ([columns[index].heading] + cells.map { $0[index] }).map(\.count).max() ?? 0
        }
        let rightAligned = columns.indices.map { index in rows.contains { $0[index].isNumber } }
        func line(_ words: [String]) -> String {
            let padded = words.indices.map { index in
                let fill = String(repeating: " ", count: widths[index] - words[index].count)
                return rightAligned[index] ? fill + words[index] : words[index] + fill
            }
            return String(padded.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
        }
        return ([line(columns.map(\.heading))] + cells.map(line)).joined(separator: "\n") + "\n"
    }

    /// The table as CSV (RFC 4180), headings first, lines ended by a line feed.
    public var csv: String {
        var csv: [UInt8] = []
        Self.add(columns.map { .text($0.name) }, to: &csv)
        for row in rows { Self.add(row, to: &csv) }
        return String(decoding: csv, as: UTF8.self)
    }

    private static func add(_ line: [Cell], to csv: inout [UInt8]) {
        for (index, cell) in line.enumerated() {
            if index > 0 { csv.append(UInt8(ascii: ",")) }
            var field = cell.field
            // A number needs no quotes.
            if !cell.isNumber { field = quoted(field) }
            field.withUTF8 { csv += $0 }
        }
        csv.append(UInt8(ascii: "\n"))
    }

    private static func quoted(_ field: String) -> String {
        let isSpecial = field.utf8.contains { byte in
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
            default: false
            }
        }
        return isSpecial ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
    }
}
