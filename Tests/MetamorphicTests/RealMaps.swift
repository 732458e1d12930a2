import Foundation
import GeometryCore
import TestSupport

@testable import Territory

/// Two maps of a source.
struct MapPair {
    let earlier: String
    let later: String
}

/// The real maps that are drawn otherwise, and where they are found.
enum RealMaps {
    /// A month apart: maps of one feature each.
    static let daily = MapPair(
        earlier: "deepstate/daily/deepstatemap_data_20250508.geojson",
        later: "deepstate/daily/deepstatemap_data_20250608.geojson")
    /// A month apart: maps of several classes, which overlap a little.
    static let raw = MapPair(
        earlier: "deepstate/raw/1746641089.geojson", later: "deepstate/raw/1749327130.geojson")

    static let areThere = TestData.isFetched(
        daily.earlier, daily.later, raw.earlier, raw.later, "ukraine/adm1.geojson")

    /// The atlas, with a folder that is searched before the cache.
    static func atlas(over folder: String? = nil) throws -> Atlas {
        try Atlas(
            path: TestData.file("geodata/ukraine/atlas.yaml"),
            extraFolders: [folder, TestData.cache.path].compactMap(\.self))
    }

    /// The oblasts, read and proven once.
    static let oblasts = Result {
        let atlas = try Self.atlas()
        let entry = atlas.regionSets[0]
        return try RegionSet(
            path: atlas.locate(entry.file), name: entry.id,
            properties: .init(code: entry.codeProperty, name: entry.nameProperty),
            table: entry.table.map { try RegionTable(path: $0) }, repairing: nil, engine: GeometryEngine())
    }

    /// The counted polygons of a map.
    static func polygons(_ file: String) throws -> [Polygon] {
        let path = TestData.fetched(file)
        let snapshot = try Snapshot(
            path: path, source: atlas().source(ofFile: path), selection: .everything, repairing: nil,
            engine: GeometryEngine())
        return snapshot.sets(of: snapshot.counted).flatMap(\.polygons)
    }

    /// Land split along the border of Zaporizhzhia oblast, over which the land runs on two sides.
    static func split(_ land: ValidMultiPolygon, by engine: GeometryEngine) throws -> [Polygon] {
        let luhansk = try oblasts.get().regions.filter { $0.code == "UA23" }.map(\.set)
        let partition = try engine.partition(land, by: luhansk)
        return partition.inside.flatMap(\.set.polygons) + partition.remainder.set.polygons
    }

    /// Writes a map again, its polygons drawn otherwise, to a folder of the same layout.
    static func write(_ file: String, to folder: String, _ redrawings: [Redrawing]) throws {
        let document = try GeoJSONReader.read(
            URL(fileURLWithPath: TestData.fetched(file)).bytes, file: file)
        let features = try document.features.compactMap { feature -> JSONValue? in
            guard let polygons = feature.geometry?.polygons, !polygons.isEmpty else { return nil }
            let drawn = try redrawings.reduce(polygons) { try $1.of($0) }
            let coordinates = drawn.map { polygon in
                JSONValue.array(
                    polygon.rings.map { ring in
                        .array(ring.positions.map { .array([.number($0.x), .number($0.y)]) })
                    })
            }
            return .object([
                "type": .string("Feature"), "properties": .object(feature.properties),
                "geometry": .object(["type": .string("MultiPolygon"), "coordinates": .array(coordinates)]),
            ])
        }
        let bytes = JSONValue.object([
            "type": .string("FeatureCollection"), "features": .array(features),
        ]).bytes
        let path = URL(fileURLWithPath: folder).appendingPathComponent(file)
        try FileManager.default.createDirectory(
            at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: path)
    }
}
