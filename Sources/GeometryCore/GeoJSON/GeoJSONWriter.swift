/// Writes GeoJSON (RFC 7946).
public struct GeoJSONWriter: Sendable {
    private var bytes: [UInt8] = Array(#"{"type":"FeatureCollection","features":["#.utf8)
    private var count = 0

    /// Makes a writer of a FeatureCollection that has no features yet.
    public init() {}

    /// Adds polygons as one feature: one polygon as a Polygon, any other number as a MultiPolygon.
    ///
    /// Shells run counter-clockwise and holes clockwise, whatever their order was (RFC 7946 §3.1.6). A ring without
    /// area keeps its order. Numbers are the shortest that read back as the same doubles.
    public mutating func add(_ polygons: MultiPolygon, properties: JSONObject = JSONObject()) {
        bytes.append(contentsOf: (count == 0 ? "\n" : ",\n").utf8)
        count += 1
        bytes.append(contentsOf: #"{"type":"Feature","properties":"#.utf8)
        properties.write(to: &bytes)
        if polygons.polygons.count == 1 {
            bytes.append(contentsOf: #","geometry":{"type":"Polygon","coordinates":"#.utf8)
            write(polygons.polygons[0])
        } else {
            bytes.append(contentsOf: #","geometry":{"type":"MultiPolygon","coordinates":"#.utf8)
            writeArray(polygons.polygons) { $0.write($1) }
        }
        bytes.append(contentsOf: "}}".utf8)
    }

    /// Adds a proven set as one feature, as ``add(_:properties:)-(MultiPolygon,_)`` does.
    public mutating func add(_ polygons: ValidMultiPolygon, properties: JSONObject = JSONObject()) {
        add(polygons.multiPolygon, properties: properties)
    }

    /// The whole file: one feature on each line.
    public consuming func finish() -> [UInt8] {
        bytes.append(contentsOf: "\n]}\n".utf8)
        return bytes
    }

    private mutating func write(_ polygon: Polygon) {
        bytes.append(Byte.openBracket)
        write(polygon.shell, counterClockwise: true)
        for hole in polygon.holes {
            bytes.append(Byte.comma)
            write(hole, counterClockwise: false)
        }
        bytes.append(Byte.closeBracket)
    }

    private mutating func write(_ ring: Ring, counterClockwise: Bool) {
        let doubledArea = ring.doubledPlaneArea
        let isReversed = counterClockwise ? doubledArea < 0 : doubledArea > 0
        if isReversed {
            writeArray(ring.positions.reversed()) { $0.write($1) }
        } else {
            writeArray(ring.positions) { $0.write($1) }
        }
    }

    private mutating func write(_ position: Position) {
        bytes.append(Byte.openBracket)
        position.x.writeJSON(to: &bytes)
        bytes.append(Byte.comma)
        position.y.writeJSON(to: &bytes)
        bytes.append(Byte.closeBracket)
    }

    private mutating func writeArray<Element>(
        _ elements: some Sequence<Element>, _ write: (inout GeoJSONWriter, Element) -> Void
    ) {
        bytes.append(Byte.openBracket)
        var isFirst = true
        for element in elements {
            if !isFirst { bytes.append(Byte.comma) }
            isFirst = false
            write(&self, element)
        }
        bytes.append(Byte.closeBracket)
    }
}
