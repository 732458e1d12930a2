import FuzzSupport
import GeometryCore
import Territory

private let file = ScratchFile()

/// Any bytes are read as GeoJSON, whole: a typed fault or a document; what was read and written again reads the same; and
/// what is in it is proven and measured, or refused.
///
/// A text that begins with `N` is the number that follows, checked against the C library's reading.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
    if bytes.first == UInt8(ascii: "N") {
        checkNumber(bytes.dropFirst())
    } else if let document = read(bytes) {
        checkRoundTrip(document)
        checkMap(bytes)
        checkTracing(document, bytes)
    }
    return 0
}

private func read(_ bytes: [UInt8]) -> GeoJSONDocument? {
    do throws(GeoJSONFault) {
        let document = try GeoJSONReader.read(bytes, file: "map.geojson")
        Tally.count("documents read")
        for remark in document.remarks { require(!"\(remark)".isEmpty, "a remark without words") }
        return document
    } catch {
        Tally.count("documents refused")
        requireOneLine(error)
        return nil
    }
}

// MARK: - Numbers

private func checkNumber(_ text: ArraySlice<UInt8>) {
    let (head, tail) = (#"{"type":"Feature","geometry":null,"properties":{"n":"#, "}}")
    guard let document = try? GeoJSONReader.read(Array(head.utf8) + text + Array(tail.utf8)),
        document.features[0].properties.members.count == 1, let number = document.features[0].properties["n"]?.number
    else { return Tally.count("numbers refused") }
    Tally.count("numbers read")
    let digits = String(decoding: text.filter { !" \t\r\n".utf8.contains($0) }, as: UTF8.self)
    guard let expected = Double(digits) else { fail("no number for the C library: \(digits.debugDescription)") }
    require(number.bitPattern == expected.bitPattern, "\(digits) was read as \(number) instead of \(expected)")
}

// MARK: - Round trip

private func checkRoundTrip(_ document: GeoJSONDocument) {
    let written = write(document)
    let again: GeoJSONDocument
    do throws(GeoJSONFault) {
        again = try GeoJSONReader.read(written)
    } catch {
        fail("what was written is refused: \(error)\n\(String(decoding: written, as: UTF8.self))")
    }
    require(again.features.count == document.features.count, "features were lost")
    for (one, two) in zip(document.features, again.features) {
        require(one.properties == two.properties, "properties \(one.properties) became \(two.properties)")
        let (before, after) = (one.geometry?.polygons ?? [], two.geometry?.polygons ?? [])
        require(before.count == after.count, "\(before.count) polygons became \(after.count)")
        for (polygon, other) in zip(before, after) {
            require(polygon.rings.count == other.rings.count, "rings were lost")
            for (ring, same) in zip(polygon.rings, other.rings) {
                require(
                    ring == same || ring.positions.reversed() == same.positions,
                    "\(ring.positions) became \(same.positions)")
            }
        }
    }
    require(write(again) == written, "written again, it reads otherwise: \(String(decoding: written, as: UTF8.self))")
}

private func write(_ document: GeoJSONDocument) -> [UInt8] {
    var writer = GeoJSONWriter()
    for feature in document.features {
        writer.add(MultiPolygon(feature.geometry?.polygons ?? []), properties: feature.properties)
    }
    return writer.finish()
}

// MARK: - Tracing

/// A text is read after another one of a series as it is read alone: here after itself, and with some bytes left out.
private func checkTracing(_ document: GeoJSONDocument, _ bytes: [UInt8]) {
    let cut = bytes.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % bytes.count
    for former in [bytes, Array(bytes[..<cut] + bytes[min(cut + 3, bytes.count)...])] {
        var trace: GeoJSONTrace? = GeoJSONTrace()
        guard (try? GeoJSONReader.read(former, file: "map.geojson", tracing: &trace)) != nil else { continue }
        Tally.count("texts read by a trace")
        require(
            (try? GeoJSONReader.read(bytes, file: "map.geojson", tracing: &trace)) == document,
            "read after \(String(decoding: former, as: UTF8.self)) it is another document")
    }
}

// MARK: - Maps

/// The area of the WGS84 ellipsoid is 510,065,621.7 km².
private let areaOfTheEarth = 510_065_622e6

private func checkMap(_ bytes: [UInt8]) {
    file.write(bytes)
    let snapshot: Snapshot
    do throws(InputFault) {
        snapshot = try Snapshot(
            path: file.path, source: nil, selection: .everything, repairing: nil, engine: GeometryEngine())
    } catch {
        Tally.count("maps refused")
        return requireOneLine(error)
    }
    Tally.count("maps proven")
    for part in snapshot.parts {
        do throws(AreaFault) {
            let area = try AreaModel.standard.area(of: part.set).squareMetres
            require(area.isFinite && area >= 0, "an area of \(area) m²")
            if let bounds = part.set.bounds, bounds.minX >= -180, bounds.maxX <= 180 {
                require(area <= areaOfTheEarth, "an area of \(area) m²")
            }
        } catch {
            requireOneLine(error)
        }
    }
}
