import Foundation
import GeometryCore
import Synchronization
import Testing

@Suite struct GeoJSONRobustnessTests {
    /// One of everything, on two lines.
    private static let document = Array(
        #"""
        {"bbox":[0,0,9,9],"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":{"ж":[1.5e0,"\u0416",null]},
        "geometry":{"coordinates":[[[0,0],[4,0,1],[4.25,4],[0,0]]],"type":"Polygon"}},{"id":7,"type":"Feature","properties":null,"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,-2]}]}}]}
        """#.utf8)

    @Test func everyTruncationIsAFaultWithAPlace() throws {
        #expect(try GeoJSONReader.read(Self.document).features.count == 2)
        for length in Self.document.indices {
            let fault = #expect(throws: GeoJSONFault.self) {
                try GeoJSONReader.read(Array(Self.document[..<length]), file: "cut.geojson")
            }
            // Only the empty file has no line.
            #expect(fault?.place.line != nil || length == 0)
        }
    }

    @Test func everyMutationIsReadOrRefusedWithinTheFile() {
        var (read, refused) = (0, 0)
        for index in Self.document.indices {
            for byte in stride(from: UInt8(0), through: 255, by: 3) {
                var bytes = Self.document
                bytes[index] = byte
                do throws(GeoJSONFault) {
                    _ = try GeoJSONReader.read(bytes)
                    read += 1
                } catch {
                    refused += 1
                    let (line, column) = (error.place.line ?? 0, error.place.column ?? 0)
                    if line < 1 || line > 3 || column < 1 || column > bytes.count + 1 {
                        Issue.record("byte \(byte) at \(index): the place \(error.place) is outside the file")
                    }
                }
            }
        }
        #expect(read > 0 && refused > read)
    }

    @Test(arguments: [
        ("", "[", "map.geojson:1:1: the file holds an array and no GeoJSON object"),
        (#"{"a":"#, "[", "map.geojson:1:517: arrays and objects stand in one another more than 512 deep"),
        (#"{"a":"#, #"{"b":"#, "map.geojson:1:2561: arrays and objects stand in one another more than 512 deep"),
        (
            #"{"type":"Polygon","coordinates":"#, "[",
            "map.geojson:1:36, ring 0, position 0: an array where a number must stand"
        ),
        (#"{"coordinates":"#, "[", "map.geojson:1:527: arrays and objects stand in one another more than 512 deep"),
        ("", #"{"type":"GeometryCollection","geometries":["#, "geometry collections stand in one another more than 32"),
        ("", #"{"geometry":"#, #"a geometry must not have "geometry""#),
        ("", #"{"features":["#, #"a Feature must not have "features""#),
    ])
    func deepInputIsRefusedAtOnceOnASmallStack(head: String, unit: String, words: String) async throws {
        let text = head + String(repeating: unit, count: 300_000)
        let result: Result<GeoJSONDocument, GeoJSONFault> = try await onSmallStack { read(text) }
        #expect(result.words?.contains(words) == true, "\(result.words ?? "read")")
    }

    @Test func theDeepestValueIsReadHashedAndWrittenOnASmallStack() async throws {
        let half = JSONValue.nestingLimit / 2
        let text = String(repeating: #"[{"a":"#, count: half) + "1" + String(repeating: "}]", count: half)
        let written: [UInt8]? = try await onSmallStack {
            guard let value = try? JSONValue.parse(Array(text.utf8)), Set([value]).count == 1 else { return nil }
            return value.bytes
        }
        #expect(written == Array(text.utf8))
    }

    /// Runs `body` on a thread with a stack of 512 KiB, the smallest that the supported systems give.
    ///
    /// The value is handed over under a lock: that a continuation orders what threads do, the thread sanitizer does not see.
    private func onSmallStack<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async throws -> Value {
        let handed = Handed<Value>()
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let thread = Thread {
                let value = body()
                handed.value.withLock { $0 = value }
                continuation.resume()
            }
            thread.stackSize = 512 * 1024
            thread.start()
        }
        return try #require(handed.value.withLock { $0 })
    }

    private final class Handed<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }
}
