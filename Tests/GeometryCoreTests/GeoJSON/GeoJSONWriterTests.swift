import GeometryCore
import TestSupport
import Testing

@Suite struct GeoJSONWriterTests {
    /// A star-shaped ring around a centre.
    private func ring(
        around x: Double, _ y: Double, radius: Double, clockwise: Bool, using generator: inout SplitMix
    ) throws -> Ring {
        var positions = try (0..<8).map { index in
            let reach = radius * Double.random(in: 0.5...1, using: &generator)
            // Eight directions, without a table of sines.
            let directions: [(Double, Double)] = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]
            return try Position(x: x + reach * directions[index].0, y: y + reach * directions[index].1)
        }
        positions.append(positions[0])
        return try Ring(clockwise ? positions.reversed() : positions)
    }

    @Test func whatIsWrittenIsReadBackToTheBit() throws {
        var generator = SplitMix(seed: 3)
        var writer = GeoJSONWriter()
        var written: [(MultiPolygon, JSONObject)] = []
        for count in [0, 1, 2, 5] {
            for clockwise in [false, true] {
                let polygons = try (0..<count).map { _ in
                    let x = Double.random(in: -170...170, using: &generator)
                    let y = Double.random(in: -80...80, using: &generator)
                    return try Polygon(
                        shell: ring(around: x, y, radius: 4, clockwise: clockwise, using: &generator),
                        holes: [ring(around: x, y, radius: 1, clockwise: clockwise, using: &generator)])
                }
                let properties: JSONObject = ["z": .number(1 / 3), "a": .string("Суми \"1\"\n"), "n": .null]
                written.append((MultiPolygon(polygons), properties))
                writer.add(MultiPolygon(polygons), properties: properties)
            }
        }
        let document = try GeoJSONReader.read(writer.finish())
        #expect(document.remarks == [], "winding included")
        try #require(document.features.count == written.count)
        for (feature, (polygons, properties)) in zip(document.features, written) {
            #expect(feature.properties == properties)
            let geometry = try #require(feature.geometry)
            #expect(geometry.polygons.count == polygons.polygons.count)
            for (read, given) in zip(geometry.polygons, polygons.polygons) {
                for (ring, other) in zip(read.rings, given.rings) {
                    #expect(ring == other || ring.positions == other.positions.reversed())
                }
                #expect(read.holes.count == given.holes.count)
            }
            if case .polygon = geometry {
                #expect(polygons.polygons.count == 1)
            } else {
                #expect(polygons.polygons.count != 1)
            }
        }
    }

    @Test func theTextIsCompactWithAFeatureOnEachLine() throws {
        let clockwise = try Ring(
            [(0, 0), (0, 1.5), (1, 1e-7), (0, 0)].map { try Position(x: $0.0, y: $0.1) })
        var writer = GeoJSONWriter()
        writer.add(MultiPolygon([Polygon(shell: clockwise)]), properties: ["name": .string("a")])
        writer.add(ValidMultiPolygon.empty)
        #expect(
            String(decoding: writer.finish(), as: UTF8.self) == #"""
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1e-07],[0,1.5],[0,0]]]}},
                {"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":[]}}
                ]}

                """#)
    }

    @Test func aWriterWithoutFeaturesWritesAnEmptyCollection() throws {
        #expect(try GeoJSONReader.read(GeoJSONWriter().finish()).features == [])
    }
}
