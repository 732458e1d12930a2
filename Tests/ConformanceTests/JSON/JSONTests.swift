import Foundation
import GeometryCore
import TestSupport
import Testing

/// The JSON test suite: `y_` must be accepted, `n_` refused, `i_` either, and none may crash.
@Suite(.enabled(if: TestData.isShared("conformance/json-parsing"), "\(TestData.notShared)"))
struct JSONTests {
    @Test func textsAreAcceptedAndRefused() throws {
        try run("") { (try? JSONValue.parse($0)) != nil }
    }

    /// The same within GeoJSON, which is read by a way of its own.
    @Test func textsAreAcceptedAndRefusedAsAProperty() throws {
        let (head, tail) = (#"{"type":"Feature","geometry":null,"properties":{"x":"#, "}}")
        try run(" in a feature's properties") {
            (try? GeoJSONReader.read(Array(head.utf8) + $0 + Array(tail.utf8))) != nil
        }
    }

    private func run(_ words: String, _ accepts: ([UInt8]) -> Bool) throws {
        let files = try TestData.sharedFiles(in: "conformance/json-parsing", withExtensions: ["json"])
        for (prefix, what, expected) in [
            ("y_", "valid JSON", true), ("n_", "invalid JSON", false), ("i_", "JSON left to the reader", nil),
        ] as [(String, String, Bool?)] {
            var tally = Tally(what + words)
            for file in files where file.lastPathComponent.hasPrefix(prefix) {
                let isAccepted = accepts(try file.bytes)
                if expected == nil { tally.note(isAccepted ? "accepted" : "refused") }
                let isRight = expected == nil || isAccepted == expected
                tally.count(file.lastPathComponent, failure: isRight ? nil : isAccepted ? "accepted" : "refused")
            }
            #expect(tally.finish() == [])
        }
    }
}
