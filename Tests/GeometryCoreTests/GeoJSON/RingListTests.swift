import Testing

@testable import GeometryCore

@Suite struct RingListTests {
    private func read(
        _ text: String, _ lists: [String] = ["areas"], _ axes: RingListReader.Axes = .latitudeFirst
    ) throws -> GeoJSONDocument {
        try RingListReader.read(Array(text.utf8), file: "map.json", lists: lists, axes: axes)
    }

    @Test func eachRingIsAFeatureOfItsList() throws {
        let text = #"""
            {"areas": [[[48, 37], [48, 38], [49, 38], [48, 37]], [[46, 33, 0], [46, 34], [47, 34], [46, 33, 0]]], "areas_ua": [],
             "frontline": [[[48, 37], [49, 38]]], "count": {"x": 1}}
            """#
        let document = try read(text, ["areas_ua", "areas"])
        #expect(document.features.map(\.index) == [0, 1])
        #expect(document.features.map { $0.properties["list"]?.string } == ["areas", "areas"])
        let first = try #require(document.features[0].geometry?.polygons.first?.shell.positions.first)
        #expect((first.x, first.y) == (37, 48))
        let swapped = try read(text, ["areas"], .longitudeFirst).features[0].geometry?.polygons.first?.shell.positions
            .first
        #expect(try #require(swapped).x == 48)
        #expect(document.remarks.isEmpty)
    }

    @Test(arguments: [
        ("[]", "map.json: the file holds an array and no GeoJSON object"),
        ("{", "map.json:1:2: the file ends early"),
        (#"{"areas_ua": []}"#, #"map.json: there is no list "areas" of rings"#),
        (#"{"areas": {}}"#, #"map.json: "areas" must be a list of rings, not an object"#),
        (#"{"areas": [[], 7]}"#, "map.json, feature 0: a ring needs four positions"),
        (#"{"areas": [7]}"#, "map.json, feature 0: coordinates must be numbers, not a number"),
        (#"{"areas": [[[48, 37], [48, 38], [49, 38], [49, 37]]]}"#, "map.json, feature 0: the ring is not closed"),
        (#"{"areas": [[[48, 37], [48]]]}"#, "map.json, feature 0, position 1: a position needs two numbers"),
        (#"{"areas": [[[48, "37"]]]}"#, "map.json, feature 0, position 0: coordinates must be numbers, not a string"),
        (#"{"areas": [[[37, 48], [137, 48]]]}"#, "map.json, feature 0, position 1: the latitude 137 lies beyond ±90°"),
        (#"{"areas": [[[37, 541]]]}"#, "map.json, feature 0, position 0: the longitude 541 lies beyond ±540°"),
    ])
    func whatIsFaultyIsRefusedWithItsPlace(text: String, words: String) throws {
        let fault = #expect(throws: GeoJSONFault.self) { try read(text) }
        #expect("\(try #require(fault))".hasPrefix(words), "\(String(describing: fault))")
    }

    @Test func edgesThatLeaveTheirWayOpenAreRemarked() throws {
        let document = try read(#"{"areas": [[[10, 170], [10, -170], [20, 190], [10, 170]]]}"#)
        #expect(document.remarks.map(\.kind) == [.longitudeBeyond180, .edgeLongerThan180])
    }
}
