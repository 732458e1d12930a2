import Foundation
import TestSupport
import Testing

@testable import GeometryCore

/// A text that is read by the trace of another is read as it would be alone: the same document, or the same fault.
@Suite struct TraceTests {
    private func alone(_ bytes: [UInt8]) -> Result<GeoJSONDocument, GeoJSONFault> {
        Result { () throws(GeoJSONFault) in try GeoJSONReader.read(bytes, file: "map") }
    }

    /// Reads texts one after another, each by the trace of the one before, and alone.
    private func expectSame(_ texts: [[UInt8]], _ words: Comment? = nil) {
        var trace: GeoJSONTrace? = GeoJSONTrace()
        for text in texts {
            let traced = Result { () throws(GeoJSONFault) in
                try GeoJSONReader.read(text, file: "map", tracing: &trace)
            }
            #expect(traced == alone(text), words)
            if trace == nil { trace = GeoJSONTrace() }
        }
    }

    private static func map(_ rings: [String], _ rest: String = "") -> [UInt8] {
        Array(
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","#
                .utf8)
            + Array("\"coordinates\":[\(rings.map { "[\($0)]" }.joined(separator: ","))]}}\(rest)]}".utf8)
    }

    private static let square = "[[30.25,50.5],[31.25,50.5],[31.25,51.5],[30.25,51.5],[30.25,50.5]]"

    @Test(arguments: [
        ("the same", square), ("a corner moved", "[[30.25,50.5],[31.25,50.5],[31.5,51.75],[30.25,51.5],[30.25,50.5]]"),
        ("a corner more", "[[30.25,50.5],[31.25,50.5],[31.3,51],[31.25,51.5],[30.25,51.5],[30.25,50.5]]"),
        ("a corner less", "[[30.25,50.5],[31.25,50.5],[31.25,51.5],[30.25,50.5]]"),
        ("another start", "[[31.25,50.5],[31.25,51.5],[30.25,51.5],[30.25,50.5],[31.25,50.5]]"),
        ("run backwards", "[[30.25,50.5],[30.25,51.5],[31.25,51.5],[31.25,50.5],[30.25,50.5]]"),
        ("heights", "[[30.25,50.5,1],[31.25,50.5,1],[31.25,51.5,1],[30.25,51.5,1],[30.25,50.5,1]]"),
        ("one height", "[[30.25,50.5],[31.25,50.5],[31.25,51.5,7],[30.25,51.5],[30.25,50.5]]"),
        ("not closed in height", "[[30.25,50.5,1],[31.25,50.5,1],[31.25,51.5,1],[30.25,51.5,1],[30.25,50.5,2]]"),
        ("a number more", "[[30.25,50.5,1,4],[31.25,50.5],[31.25,51.5],[30.25,51.5],[30.25,50.5,1]]"),
        ("white space", "[ [ 30.25,50.5 ],\n[31.25,50.5],[31.25,51.5],[30.25,51.5],[30.25,50.5] ]"),
        ("a digit more at the end", "[[30.25,50.5],[31.25,50.5],[31.25,51.5],[30.25,51.5],[30.25,50.51]]"),
        ("not closed", "[[30.25,50.5],[31.25,50.5],[31.25,51.5],[30.25,51.5]]"),
        ("cut off", "[[30.25,50.5],[31.25,50.5],[31.25,51.5],[30.25"),
        ("a comma too many", "[[30.25,50.5],[31.25,50.5],]"),
        ("far east", "[[190.25,50.5],[191.25,50.5],[191.25,51.5],[190.25,51.5],[190.25,50.5]]"),
        ("a long edge", "[[30.25,50.5],[-170,50.5],[31.25,51.5],[30.25,51.5],[30.25,50.5]]"),
    ])
    func aChangedRingIsReadAsItStands(_ name: String, _ ring: String) {
        for texts in [[Self.square, ring], [ring, Self.square], [ring, ring], [Self.square, ring, Self.square]] {
            expectSame(texts.map { Self.map([$0]) }, Comment(rawValue: name))
        }
        expectSame([
            Self.map([Self.square, ring]), Self.map([ring, Self.square]), Self.map([Self.square, Self.square]),
        ])
    }

    /// Bytes of a map replaced, left out, put in and doubled at random.
    @Test func aTextChangedAtRandomIsReadAsItStands() {
        var random = SplitMix(seed: 20_250_607)
        let rings = (0..<4).map { index -> String in
            let corners = (0..<30).map { corner -> String in
                let angle = 2 * Double.pi * Double(corner) / 30
                let numbers = [30 + Double(3 * index) + cos(angle), 50 + sin(angle)].map { ($0 * 1e6).rounded() / 1e6 }
                return index == 3 ? "[\(numbers[0]), \(numbers[1]), 0]" : "[\(numbers[0]), \(numbers[1])]"
            }
            return "[\((corners + [corners[0]]).joined(separator: ", "))]"
        }
        let first = Self.map(rings)
        var accepted = 0
        for _ in 0..<2000 {
            var text = first
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 100..<text.count - 10, using: &random)
                let length = Int.random(in: 1...9, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: text[place] = UInt8(ascii: "0") + UInt8.random(in: 0...9, using: &random)
                case 1: text.removeSubrange(place..<place + length)
                case 2: text.insert(contentsOf: text[place..<place + length], at: place)
                default: text.insert(contentsOf: Array("[30.5, 50.25], ".utf8), at: place)
                }
            }
            if case .success = alone(text) { accepted += 1 }
            expectSame([first, text, first])
        }
        #expect(accepted > 100)
    }

    @Test(.enabled(if: TestData.isFetched("deepstate/daily"), Comment(rawValue: TestData.notFetched)))
    func aMonthOfMapsIsReadAsEachStands() throws {
        let folder = TestData.fetched("deepstate/daily")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let texts = try names.filter { $0.contains("_202509") }.map { name in
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
        }
        #expect(texts.count > 25)
        expectSame(texts)
    }
}
