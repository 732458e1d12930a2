import GeometryCore
import Testing

@Suite struct GeoJSONReaderTests {
    private func position(_ x: Double, _ y: Double) throws -> Position { try Position(x: x, y: y) }

    /// A square with its lower left corner at a place, counter-clockwise.
    private func square(at x: Double, _ y: Double) throws -> Ring {
        try Ring([
            position(x, y), position(x + 1, y), position(x + 1, y + 1), position(x, y + 1), position(x, y),
        ])
    }

    private func geometry(_ text: String) throws -> GeoJSONGeometry? {
        let document = try read(text).get()
        #expect(document.features.count == 1)
        return document.features.first?.geometry
    }

    @Test func allSevenGeometriesAreRead() throws {
        let square = "[[0,0],[1,0],[1,1],[0,1],[0,0]]"
        let ring = try self.square(at: 0, 0)
        #expect(try geometry(#"{"type":"Point","coordinates":[1,2.5]}"#) == .point(position(1, 2.5)))
        #expect(
            try geometry(#"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#)
                == .multiPoint([position(1, 2), position(3, 4)]))
        #expect(
            try geometry(#"{"type":"LineString","coordinates":[[1,2],[3,4,5]]}"#)
                == .lineString([position(1, 2), position(3, 4)]))
        #expect(
            try geometry(#"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}"#)
                == .multiLineString([[position(1, 2), position(3, 4)], [position(5, 6), position(7, 8)]]))
        #expect(try geometry(#"{"type":"Polygon","coordinates":[\#(square)]}"#) == .polygon(Polygon(shell: ring)))
        #expect(
            try geometry(#"{"type":"MultiPolygon","coordinates":[[\#(square),\#(square)],[\#(square)]]}"#)
                == .multiPolygon(MultiPolygon([Polygon(shell: ring, holes: [ring]), Polygon(shell: ring)])))
        #expect(
            try geometry(#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}"#)
                == .geometryCollection([.point(position(1, 2))]))
    }

    @Test func emptyCoordinatesAreEmptyGeometries() throws {
        #expect(try geometry(#"{"type":"Point","coordinates":[ ]}"#) == .point(nil))
        #expect(try geometry(#"{"type":"MultiPoint","coordinates":[]}"#) == .multiPoint([]))
        #expect(try geometry(#"{"type":"LineString","coordinates":[]}"#) == .lineString([]))
        #expect(try geometry(#"{"type":"MultiLineString","coordinates":[]}"#) == .multiLineString([]))
        #expect(try geometry(#"{"type":"Polygon","coordinates":[]}"#) == .polygon(nil))
        #expect(try geometry(#"{"type":"MultiPolygon","coordinates":[]}"#) == .multiPolygon(MultiPolygon([])))
        #expect(try geometry(#"{"type":"GeometryCollection","geometries":[]}"#) == .geometryCollection([]))
    }

    @Test func membersMayStandInAnyOrderAndStrangersArePassedOver() throws {
        let inOrder = #"""
            {"type":"FeatureCollection","features":[{"type":"Feature","id":3,"properties":{"b":1,"a":[2]},"geometry":
            {"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}
            """#
        let disordered = #"""
            {"name":"x","features":[{"geometry":{"coordinates":[[[0,0],[1,0],[1,1],[0,0]]],"of":[{"type":1}],"type":"Polygon"},
            "properties":{"b":1,"a":[2]},"id":3,"title":{"coordinates":null},"type":"Feature"}],"type":"FeatureCollection"}
            """#
        #expect(try read(inOrder).get() == read(disordered).get())
    }

    @Test func featuresCarryIdPropertiesAndPlace() throws {
        let document = try read(
            #"""
            {"type":"FeatureCollection","features":[
            {"type":"Feature","id":"a","properties":{"z":1,"a":"Суми"},"geometry":null},

            {"type":"Feature","properties":null,"geometry":null}
            ]}
            """#
        ).get()
        try #require(document.features.count == 2)
        let (first, second) = (document.features[0], document.features[1])
        #expect(first.index == 0 && second.index == 1)
        #expect(first.id == .string("a") && second.id == nil)
        #expect(first.properties.members.map(\.name) == ["z", "a"])
        #expect(first.properties["a"] == .string("Суми"))
        #expect(second.properties == JSONObject())
        #expect(first.geometry == nil)
        #expect("\(first.place)" == "map.geojson:2, feature 0")
        #expect("\(second.place)" == "map.geojson:4, feature 1")
    }

    @Test func aLoneFeatureAndABareGeometryAreOneFeature() throws {
        let feature = try read(#"{"type":"Feature","id":7,"properties":{},"geometry":null}"#).get().features
        #expect(feature.map(\.id) == [.number(7)])
        #expect(feature.map { "\($0.place)" } == ["map.geojson:1"])
        let bare = try read("\n {\"type\":\"Point\",\"coordinates\":[1,2]}").get().features
        #expect(bare.map(\.geometry) == [.point(try position(1, 2))])
        #expect(bare.map { "\($0.place)" } == ["map.geojson:2"])
    }

    @Test func polygonsAreCollectedFromCollectionsWithTheirPlaces() throws {
        func text(at x: Int) -> String { "[[\(x),0],[\(x + 1),0],[\(x + 1),1],[\(x),1],[\(x),0]]" }
        let document = try read(
            #"""
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection",
            "geometries":[{"type":"Point","coordinates":[9,9]},{"type":"Polygon","coordinates":[\#(text(at: 1))]},
            {"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[0,0],[1,1]]},
            {"type":"MultiPolygon","coordinates":[[\#(text(at: 2))],[\#(text(at: 3))]]}]}]}}]}
            """#
        ).get()
        let feature = try #require(document.features.first)
        let geometry = try #require(feature.geometry)
        #expect(try geometry.polygons.map(\.shell) == [square(at: 1, 0), square(at: 2, 0), square(at: 3, 0)])
        #expect(
            geometry.places(ofPolygonsAt: feature.place).map(\.description) == [
                "map.geojson:1, feature 0, member 1", "map.geojson:1, feature 0, member 2, member 1, polygon 0",
                "map.geojson:1, feature 0, member 2, member 1, polygon 1",
            ])
    }

    @Test(arguments: [
        "null", #"{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#,
        #"{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC::CRS84"}}"#,
        #"{"type":"name","properties":{"name":"OGC:CRS84"}}"#,
        #"{"type":"name","properties":{"name":"EPSG:4326"}}"#, #"{"type":"name","properties":{"name":"epsg:4326"}}"#,
        #"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4326"}}"#,
        #"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG:6.9:4326"}}"#,
        #"{"type":"name","properties":{"name":"http://www.opengis.net/def/crs/OGC/1.3/CRS84"}}"#,
        #"{"type":"EPSG","properties":{"code":4326}}"#,
    ])
    func theSpellingsOfLongitudeAndLatitudeAreRead(crs: String) throws {
        _ = try read(#"{"type":"FeatureCollection","crs":\#(crs),"features":[]}"#).get()
    }

    @Test(arguments: [
        (#"{"type":"name","properties":{"name":"EPSG:3857"}}"#, "EPSG:3857"),
        (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32636"}}"#, "urn:ogc:def:crs:EPSG::32636"),
        (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::43260"}}"#, "urn:ogc:def:crs:EPSG::43260"),
        (#"{"type":"name","properties":{"name":"EPSG:CRS84"}}"#, "EPSG:CRS84"),
        (#"{"type":"EPSG","properties":{"code":3857}}"#, "EPSG:3857"),
        (#"{"type":"link","properties":{"href":"https://example.org/crs"}}"#, "link"),
        (#""EPSG:4326""#, "string"),
    ])
    func otherReferenceSystemsAreRefusedByName(crs: String, name: String) {
        let words = read(#"{"type":"FeatureCollection","crs":\#(crs),"features":[]}"#).words
        #expect(
            words == "map.geojson:1:35: the coordinates are in \"\(name)\", and only WGS 84 longitude and latitude are "
                + "read; reproject the file, for example with ogr2ogr -t_srs EPSG:4326")
    }

    @Test(
        arguments: [
            (#"{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[0,0]]]}"#, [.windingAgainstRule]),
            (
                #"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[3,1],[3,2],[1,1]]]}"#,
                [.windingAgainstRule]
            ),
            (#"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[3,2],[3,1],[1,1]]]}"#, []),
            (#"{"type":"Point","coordinates":[181,2]}"#, [.longitudeBeyond180]),
            (#"{"type":"MultiPoint","coordinates":[[0,0],[-180.5,2],[0,0],[0,0]]}"#, [.longitudeBeyond180]),
            (#"{"type":"Point","coordinates":[-540,-90]}"#, [.longitudeBeyond180]),
            (#"{"type":"Point","coordinates":[180,90]}"#, []),
            (#"{"type":"LineString","coordinates":[[179,0],[-179,0]]}"#, [.edgeLongerThan180]),
            (#"{"type":"LineString","coordinates":[[-90,0],[90,0]]}"#, []),
            (#"{"type":"Polygon","coordinates":[[[179,0],[179,1],[-179,1],[179,0]]]}"#, [.edgeLongerThan180]),
            (#"{"type":"Point","coordinates":[1,2,3,4,5]}"#, [.moreThanThreeNumbers]),
            (#"{"type":"Point","coordinates":[1,2,3]}"#, []),
            (
                #"{"type":"GeometryCollection","geometries":[{"type":"GeometryCollection","geometries":[]}]}"#,
                [.nestedCollection, .singleMemberCollection]
            ),
            (#"{"type":"Feature","geometry":null,"properties":{"a":1,"b":2,"a":3}}"#, [.duplicateProperty]),
            (
                #"{"type":"Feature","geometry":null,"properties":{"#
                    + (0..<20).map { #""p\#($0)":0"# }.joined(separator: ",") + #","p7":1}}"#,
                [.duplicateProperty]
            ),
        ] as [(String, [GeoJSONRemark.Kind])])
    func whatTheStandardAdvisesAgainstIsRemarked(text: String, kinds: [GeoJSONRemark.Kind]) throws {
        #expect(try read(text).get().remarks.map(\.kind) == kinds)
    }

    @Test func remarksAreCountedAndNameTheFirstPlace() throws {
        let ring = "[[0,0],[0,1],[1,1],[0,0]]"
        let remarks = try read(
            #"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[\#(ring)],[\#(ring)],[\#(ring)]]}"#
        ).get().remarks
        #expect(remarks.map(\.count) == [3])
        #expect(
            remarks.map(\.description) == [
                "map.geojson:1:68, polygon 1, ring 0: a ring winds against RFC 7946, which asks for shells "
                    + "counter-clockwise and holes clockwise; areas do not depend on it (3 times; this is the first)"
            ])
    }

    @Test func thirdNumbersAreLeftOutWhereverTheyStand() throws {
        let flat = try geometry(#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#)
        #expect(try geometry(#"{"type":"Polygon","coordinates":[[[0,0,5],[1,0],[1,1,-3.5],[0,0,5]]]}"#) == flat)
        #expect(
            try geometry("{\"type\":\"Polygon\",\"coordinates\":[[ [ 0 ,\n0 , 5 ] ,[1,0],[ 1e0, 1 ],[0,0,5]]]}") == flat
        )
    }
}
