import GeometryCore
import Testing

@Suite struct GeoJSONFaultTests {
    @Test func theFaultNamesFeaturePolygonAndRing() {
        let square = "[[0,0],[1,0],[1,1],[0,1],[0,0]]"
        let whole = #"{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[\#(square)]}},"#
        let head = #"{"type":"FeatureCollection","features":["# + String(repeating: whole, count: 12)
        let before =
            #"{"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":["#
            + String(repeating: "[\(square)],", count: 3) + "["
        let column = (head + before).utf8.count + 1
        #expect(
            read(head + before + "[[0,0],[1,0],[1,1],[0,1]]]]}}]}").words
                == "map.geojson:1:\(column), feature 12, polygon 3, ring 0: the ring is not closed: it begins at 0, 0 "
                + "and ends at 0, 1; repeat the first position at its end")
    }

    @Test(arguments: [
        // Structure.
        ("[]", "1:1: the file holds an array and no GeoJSON object; give a FeatureCollection, Feature or geometry"),
        ("{}", #"1:1: an object without "type"; this is no GeoJSON, or its type was left out: add it"#),
        (
            #"{"type":"Topology","objects":{}}"#,
            "1:9: this is TopoJSON; convert it to GeoJSON, for example with topo2geo or mapshaper -o format=geojson"
        ),
        (#"{"type":"polygon"}"#, #"1:9: the type "polygon" must be written "Polygon""#),
        (
            #"{"type":"Circle\n"}"#,
            #"1:9: the type "Circle?" is none of GeoJSON's; correct it or convert the file to GeoJSON"#
        ),
        (#"{"type":7}"#, #"1:9: "type" must be a string, not a number"#),
        (#"{"type":"Feature","type":"Feature"}"#, #"1:26: "type" stands twice in one object; remove one"#),
        (
            #"{"type":"FeatureCollection"}"#,
            #"1:1: a FeatureCollection must have "features"; add it, or correct the type"#
        ),
        (
            #"{"type":"Feature","geometry":null}"#,
            #"1:1: a Feature must have "properties"; add it, with null where there is none"#
        ),
        (
            #"{"type":"Feature","properties":{}}"#,
            #"1:1: a Feature must have "geometry"; add it, with null where there is none"#
        ),
        (#"{"type":"Point"}"#, #"1:1: a Point must have "coordinates"; add it, or correct the type"#),
        (
            #"{"type":"GeometryCollection"}"#,
            #"1:1: a GeometryCollection must have "geometries"; add it, or correct the type"#
        ),
        (#"{"type":"FeatureCollection","features":{}}"#, #"1:40: "features" must be an array, not an object"#),
        (
            #"{"type":"FeatureCollection","features":[null]}"#,
            #"1:41, feature 0: each element of "features" must be a Feature, not null; remove it"#
        ),
        (
            #"{"type":"FeatureCollection","features":[{"type":"Point"}]}"#,
            #"1:49, feature 0: "features" holds a Point where a Feature must stand; correct the type"#
        ),
        (
            #"{"type":"Feature","properties":{},"geometry":{"type":"Feature"}}"#,
            #"1:54: "geometry" holds a Feature where a geometry must stand; correct the type"#
        ),
        (
            #"{"type":"Feature","properties":{},"geometry":"POINT"}"#,
            #"1:46: "geometry" must be a geometry or null, not a string"#
        ),
        (
            #"{"type":"Feature","properties":[],"geometry":null}"#,
            #"1:32: "properties" must be an object or null, not an array"#
        ),
        (
            #"{"type":"Feature","id":null,"properties":{},"geometry":null}"#,
            #"1:24: "id" must be a string or a number, not null; remove it where there is none"#
        ),
        (
            #"{"id":{},"type":"Feature","properties":{},"geometry":null}"#,
            #"1:7: "id" must be a string or a number, not an object; remove it where there is none"#
        ),
        (
            #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[0,0]},7]}"#,
            #"1:81, member 1: each element of "geometries" must be a geometry, not a number; remove it"#
        ),
        (
            #"{"properties":{},"coordinates":[0,0],"type":"Point"}"#,
            #"1:15: a Point must not have "properties"; remove or rename it, or correct the type"#
        ),
        (
            #"{"type":"Point","coordinates":[0,0],"geometries":[]}"#,
            #"1:50: a Point must not have "geometries"; remove or rename it, or correct the type"#
        ),
        // Coordinates.
        (#"{"type":"Point","coordinates":null}"#, #"1:31: "coordinates" must be an array, not null"#),
        (
            #"{"type":"Polygon","coordinates":[[0,0],[1,1]]}"#,
            "1:35, ring 0, position 0: a number where an array must stand: the coordinates of a Polygon are nested "
                + "three deep; nest them deeper or correct the type"
        ),
        (
            #"{"type":"LineString","coordinates":[[0,0],[[1,1]]]}"#,
            "1:44, position 1: an array where a number must stand: the coordinates of a LineString are nested two deep; "
                + "nest them less deep or correct the type"
        ),
        (
            #"{"type":"MultiPoint","coordinates":[[0,0],[1,"2"]]}"#,
            "1:46, position 1: coordinates must be numbers, not a string; write them without quotes"
        ),
        (
            #"{"type":"MultiPoint","coordinates":[[0,0],[1,null]]}"#,
            "1:46, position 1: coordinates must be numbers, not null; correct or remove the position"
        ),
        (
            #"{"type":"Point","coordinates":[7]}"#,
            "1:31: a position needs two numbers, longitude and latitude, and this one has 1"
        ),
        (
            #"{"type":"MultiLineString","coordinates":[[[0,0],[1,1]],[[0,0]]]}"#,
            "1:56, polygon 1: a line needs two positions, and this one has 1; remove the line or add positions"
        ),
        (
            #"{"type":"MultiPolygon","coordinates":[[]]}"#,
            "1:39, polygon 0: a polygon of a MultiPolygon has no ring; remove the empty array"
        ),
        (
            #"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,2],[1,1]]]}"#,
            "1:60, ring 1: a ring needs four positions, the last equal to the first, and this one has 3; "
                + "remove the ring or add positions"
        ),
        (
            #"{"type":"Polygon","coordinates":[[[0,0,1],[9,0,1],[9,9,1],[0,0,2]]]}"#,
            "1:34, ring 0: the ring is not closed: its first and last position differ in their third number; "
                + "make them equal"
        ),
        (
            #"{"type":"MultiPoint","coordinates":[[0,90],[91,90.5]]}"#,
            "1:48, position 1: the latitude 90.5 lies beyond ±90°; positions are longitude, latitude in degrees: swap "
                + "the axes where they are swapped, reproject where they are metres (ogr2ogr -t_srs EPSG:4326)"
        ),
        (
            #"{"type":"MultiPoint","coordinates":[[0,0],[-541,0],[0,0]]}"#,
            "1:43, position 1: the longitude -541 lies beyond ±540°; positions are longitude, latitude in degrees: "
                + "reproject where they are metres (ogr2ogr -t_srs EPSG:4326)"
        ),
        (
            #"{"type":"Point","coordinates":[540.5,0]}"#,
            "1:31: the longitude 540.5 lies beyond ±540°; positions are longitude, latitude in degrees: reproject where "
                + "they are metres (ogr2ogr -t_srs EPSG:4326)"
        ),
        (
            #"{"type":"Point","coordinates":[1e999,0]}"#, "1:32: a number beyond 1.8e308; correct it"
        ),
        (
            #"{"type":"Point","coordinates":[NaN,0]}"#,
            "1:32: NaN and Infinity are not numbers in JSON; write null, or leave the position out"
        ),
        (
            #"{"type":"GeometryCollection","geometries":[{"coordinates":[[0,0],[99,99]],"type":"LineString"}]}"#,
            "1:70, member 0, position 1: the latitude 99 lies beyond ±90°; positions are longitude, latitude in "
                + "degrees: swap the axes where they are swapped, reproject where they are metres (ogr2ogr -t_srs EPSG:4326)"
        ),
        // Bounding boxes.
        (
            #"{"type":"Point","coordinates":[0,0],"bbox":[1,2,3,4,5]}"#,
            #"1:44: "bbox" must have four or six numbers, and has 5; correct or remove it"#
        ),
        (
            #"{"type":"Point","coordinates":[0,0],"bbox":[1,2,3,"4"]}"#,
            #"1:51: "bbox" must hold numbers, not a string; correct or remove it"#
        ),
        (
            #"{"type":"Point","coordinates":[0,0],"bbox":{}}"#,
            #"1:44: "bbox" must be an array of four or six numbers, not an object"#
        ),
        // Syntax, also in members that are passed over.
        (#"{"type":"Point","x":[1,],"coordinates":[0,0]}"#, "1:23: a comma with nothing after it; remove the comma"),
        (
            "{\"type\":\"Point\",\n\"x\":\"\u{FF}\\q\",\"coordinates\":[0,0]}",
            "2:8: a backslash before a character that needs none; double the backslash or remove it"
        ),
        (
            #"{"type":"Point","coordinates":[0,0]}}"#,
            "1:37: '}' after the end of the JSON value; remove what follows it"
        ),
        (#"{"type":"Point","coordinates":[0 0]}"#, "1:34: '0' where a comma or ] must stand; correct the JSON"),
        (
            #"{"type":"Polygon","coordinates":[[[0,0],[1,0],"#,
            "1:47, ring 0, position 2: the file ends early: a value must follow; fetch or save the whole file"
        ),
    ])
    func faultsNameTheirPlaceAndWhatToDo(text: String, words: String) {
        #expect(read(text).words == "map.geojson:" + words)
        // Away from the end of the text, numbers are read eight bytes at a time.
        if !words.contains("ends early") {
            #expect(read(text + String(repeating: " ", count: 64)).words == "map.geojson:" + words)
        }
    }

    @Test func aFaultWithoutAFileBeginsWithItsLine() {
        #expect(read("[]", file: nil).words?.hasPrefix(":1:1: the file holds an array") == true)
    }

    /// Found by fuzzing, 2026-11-21: U+2028 and its like are no control characters, and broke the message's one line.
    @Test(arguments: ["\\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{202E}", "\u{FEFF}"])
    func whatAFileHoldsCannotBreakTheLine(_ text: String) throws {
        let words = try #require(read(#"{"type":"Multi\#(text)Polygon"}"#).words)
        #expect(words.contains("\"Multi?Polygon\""), "\(words)")
    }
}
