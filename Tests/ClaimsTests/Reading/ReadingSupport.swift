import Foundation
import Territory
import TestSupport
import Testing

@testable import Claims

/// The reader of texts that tests use.
enum Reading {
    /// Whether the gazetteer is there: without it most places are unknown.
    static let hasGazetteer = TestData.isFetched(
        "gazetteer/geonames-ua.json", "gazetteer/katotth.csv", "gazetteer/places-spelling.json")

    static let reader: Result<TextReader, any Error> = Result {
        try TextReader(
            try Atlas(path: TestData.file("geodata/ukraine/atlas.yaml"), extraFolders: [TestData.cache.path]))
    }

    /// The claims of a text.
    static func claims(_ text: String, published: String = "2025-06-08") throws -> [Claim] {
        let day = try #require(CalendarDay(published))
        return try reader.get().read(text, published: day).claims.map(\.claim)
    }
}

extension Claim {
    /// The comparator and the figure.
    var figureInShort: String { figure.map { "\($0.comparator.rawValue)\($0.low.value)" } ?? "" }

    /// The day, or the first and last one.
    var daysInShort: String {
        switch time {
        case .asOf(let day): "\(day)"
        case .window(let window): "\(window.from)…\(window.to)"
        case nil: "-"
        }
    }
}
