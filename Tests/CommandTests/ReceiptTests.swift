import Foundation
import GeometryCore
import TestSupport
import Testing

/// What a verdict rests on can be written, computed again, and is told where it differs.
@Suite struct ReceiptTests {
    private static let atlas = ["METES_ATLAS": "geodata/sample/atlas.yaml"]

    private func withReceipt(_ body: (String) throws -> Void) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("metes-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        let answer = try Tool.run(
            ["check", "Tests/Fixtures/kinds.yaml", "--receipt", file.path, "--position-accuracy", "20"],
            environment: Self.atlas)
        #expect(answer.code == 1)
        try body(file.path)
    }

    @Test func aReceiptComputedAgainIsTheSame() throws {
        try withReceipt { receipt in
            let answer = try Tool.run(["verify", receipt], environment: Self.atlas)
            #expect(answer.code == 0, "\(answer.output)\(answer.errors)")
            #expect(answer.output.contains("nothing differs (16 claims)"))
        }
    }

    @Test(arguments: [
        (#""value":"228""#, #""value":"229""#), (#""metes":"0.1.0""#, #""metes":"0.0.9""#),
        (#""verdict":"supported""#, #""verdict":"contradicted""#), (#""sha256":"d0d9"#, #""sha256":"0000"#),
        (#""--position-accuracy","20.0""#, #""--position-accuracy","30.0""#),
    ])
    func whatDiffersIsTold(old: String, new: String) throws {
        try withReceipt { receipt in
            let text = try String(contentsOfFile: receipt, encoding: .utf8)
            try #require(text.contains(old))
            try text.replacingOccurrences(of: old, with: new).write(toFile: receipt, atomically: true, encoding: .utf8)
            let answer = try Tool.run(["verify", receipt], environment: Self.atlas)
            #expect(answer.code == 1, "\(answer.output)\(answer.errors)")
            #expect(answer.output.contains("difference"))
        }
    }

    @Test(arguments: [
        "", "{}", "[]", #"{"receipt": "check"}"#,
        #"{"receipt": "check", "arguments": ["--guess"], "claims": [{"kind": "held"}]}"#,
    ])
    func whatIsNoReceiptIsRefused(_ text: String) throws {
        try TestData.withFile(named: "receipt.json", text) { path throws in
            let answer = try Tool.run(["verify", path], environment: Self.atlas)
            #expect(answer.code == 2 && !answer.errors.isEmpty)
        }
    }

    /// Google's rules for ClaimReview ask for claimReviewed, reviewRating and, where it is published, url.
    @Test func aReviewSaysWhatIsReviewedAndHowItIsRated() throws {
        let answer = try Tool.run(
            [
                "check", "geodata/sample/claims.yaml", "--format", "claimreview", "--reviewer", "The Desk", "--url",
                "https://example.org/review", "--reviewed", "2031-05-01",
            ], environment: Self.atlas)
        guard case .array(let reviews) = try JSONValue.parse(Array(answer.output.utf8)) else {
            Issue.record("no list")
            return
        }
        #expect(reviews.count == 11)
        for review in reviews.compactMap(\.object) {
            #expect(review["@type"]?.string == "ClaimReview")
            #expect(review["claimReviewed"]?.string?.isEmpty == false)
            #expect(review["url"]?.string == "https://example.org/review")
            #expect(review["author"]?.object?["name"]?.string == "The Desk")
            let rating = try #require(review["reviewRating"]?.object)
            let words = try #require(rating["alternateName"]?.string)
            let expected: [String: Double] = ["supported": 5, "supported, if": 3, "contradicted": 1, "inconsistent": 1]
            #expect(rating["ratingValue"]?.number == expected[words])
        }
    }

    @Test func twoBordersStandSideBySide() throws {
        let answer = try Tool.run(
            [
                "check", "geodata/sample/claims.yaml", "--only", "gained-northreach", "--regions", "provinces",
                "--regions", "geodata/sample/provinces.geojson",
            ],
            environment: Self.atlas)
        #expect(
            answer.code == 0 && answer.output.contains("side by side")
                && answer.output.contains("they agree: supported"))
    }
}
