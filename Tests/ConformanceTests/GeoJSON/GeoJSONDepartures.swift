import TestSupport

/// The files of the GeoJSON suites that are not taken as their folder says: what becomes of each instead, and why.
///
/// RFC 7946 decides what is refused; what it only advises against is read with a warning, under the section named.
let geoJSONDepartures: [String: Tally.KnownFailure] = [
    "geojsonhint/bad/bad-polygon-interiorring-rhr.geojson":
        .init(warned, "§3.1.6: parsers should not reject polygons that wind the other way"),
    "geojsonhint/bad/polygon_winding_order.geojson":
        .init(warned, "§3.1.6: parsers should not reject polygons that wind the other way"),
    "geojsonhint/bad/geometrycollection_nested.geojson":
        .init(warned, "§3.1.8: should be avoided"),
    "geojsonhint/bad/geometrycollection_single.geojson":
        .init(warned, "§3.1.8: should be avoided"),
    "geojsonhint/bad/point-toomany.geojson":
        .init(warned, "§3.1.1: should not be extended beyond three elements"),
    "geojsonhint/bad/excessive_precision_truncated.geojson":
        .init(accepted, "§11.2 sets no limit; the hint expects none"),
    "geojsonhint/good/issue82.geojson":
        .init(refused, "§4: latitude in degrees; the file has one of −107.2"),
    "geojson-invalid/invalid_geometries/invalid_exterior_not_ccw.geojson":
        .init(warned, "§3.1.6: parsers should not reject polygons that wind the other way"),
    "geojson-invalid/invalid_geometries/invalid_interior_not_cw.geojson":
        .init(warned, "§3.1.6: parsers should not reject polygons that wind the other way"),
    "geojson-invalid/problematic_geometries/problematic_3d_coordinates.geojson":
        .init(accepted, "§3.1.1: a third number may be there"),
    "geojson-invalid/problematic_geometries/problematic_duplicate_nodes.geojson":
        .init(accepted, "no rule of the RFC; a repeated position has no area"),
    "geojson-invalid/problematic_geometries/problematic_excessive_coordinate_precision.geojson":
        .init(accepted, "§11.2 sets no limit"),
    "geojson-invalid/problematic_geometries/problematic_excessive_vertices.geojson":
        .init(accepted, "§11.2 sets no limit"),
    "geojson-invalid/problematic_geometries/problematic_feature_null_geometry.geojson":
        .init(accepted, "§3.2: null for an unlocated feature"),
    "geojson-invalid/problematic_geometries/problematic_holes.geojson":
        .init(accepted, "§3.1.6: holes are ordinary"),
    "geojson-invalid/problematic_geometries/problematic_inner_and_exterior_ring_intersect.geojson":
        .init(refused, "no valid polygon (§3.1.6 on interior rings)"),
    "geojson-invalid/problematic_geometries/problematic_multitype_geometry_with_just_one_geometry.geojson":
        .init(accepted, "§3.1.7 asks for no number of members"),
    "geojson-invalid/problematic_geometries/problematic_self_intersection_large.geojson":
        .init(refused, "no valid polygon (OGC 06-103r4 §6.1.11)"),
    "geojson-invalid/problematic_geometries/problematic_self_intersection_small.geojson":
        .init(refused, "no valid polygon (OGC 06-103r4 §6.1.11)"),
    "geojson-invalid/problematic_geometries/problematic_wrong_bbox_coordinate_order.geojson":
        .init(accepted, "§5: only the form of a bounding box is checked, its numbers are not used"),
    "geojson-invalid/problematic_geometries/problematic_zero_length_linestring.geojson":
        .init(accepted, "§3.1.4 asks for two positions, not for different ones"),
    "geojson-invalid/problematic_structure/problematic_crs_defined.geojson":
        .init(refused, "§4: another reference system than WGS 84 needs prior arrangement, and there is none"),
    "geojson-invalid/problematic_structure/problematic_geometry_not_wrapped.geojson":
        .init(accepted, "§2: a GeoJSON text may be a geometry"),
    "geojson-eudr/invalid/feature-without-geometry.geojson":
        .init(accepted, "§3.2: null for an unlocated feature"),
    "geojson-eudr/invalid/missing-plot-id.geojson":
        .init(accepted, "§3.2: the properties' names are the publisher's"),
    "geojson-eudr/invalid/reversed-lat-lon.geojson":
        .init(accepted, "§3.1.1: both orders are in range; seen only against a map of regions"),
]

private let refused = "refused"
private let warned = "read with a warning"
private let accepted = "read"

private let enclosing =
    "the hint names the line of the enclosing object, or of the coordinates; here it is the fault's own"

/// The files of geojsonhint whose fault is told at another line than the hint does, with the line told here.
let moreExactLines: [String: Tally.KnownFailure] = [
    "bad-duplicate-properties.geojson": .init("line 3", enclosing),
    "bad-json.geojson": .init("line 3", enclosing),
    "bad-object-type.geojson": .init("line 2", enclosing),
    "bad-polygonloop.geojson": .init("line 6", enclosing),
    "bad-properties-as-array.geojson": .init("line 3", enclosing),
    "badfeatureid.geojson": .init("line 6", enclosing),
    "bbox-string.geojson": .init("line 4", enclosing),
    "feature_changed_semantics.geojson": .init("line 2", enclosing),
    "featurecollection_changed_semantics.geojson": .init("line 2", enclosing),
    "geometry_changed_semantics.geojson": .init("line 2", enclosing),
    "multiple_problems.geojson": .init("line 7", enclosing),
    "nofeaturetype.geojson": .init("line 5", enclosing),
    "point-labeled-as-a-multipolygon.geojson": .init("line 7", enclosing),
    "rootstring.geojson": .init("line 1", enclosing),
    "stringcoord.geojson": .init("line 11", enclosing),
    "unknowntype.geojson": .init("line 2", enclosing),
]
