/// What a reader does with a file.
enum ReadingOutcome: String {
    /// The file is refused.
    case refused
    /// The file is read, with a remark.
    case remarked
    /// The file is read without a remark.
    case read
}

/// The files of the GeoJSON suites that are not taken as their folder says, each with the reason.
///
/// RFC 7946 decides what is refused. A file that comes to be taken as its folder says must leave this list.
let conformanceExceptions: [String: (outcome: ReadingOutcome, reason: String)] = [
    "geojsonhint/bad/bad-polygon-interiorring-rhr.geojson":
        (.remarked, "§3.1.6: parsers should not reject polygons that wind the other way"),
    "geojsonhint/bad/polygon_winding_order.geojson":
        (.remarked, "§3.1.6: parsers should not reject polygons that wind the other way"),
    "geojsonhint/bad/geometrycollection_nested.geojson": (.remarked, "§3.1.8: should be avoided"),
    "geojsonhint/bad/geometrycollection_single.geojson": (.remarked, "§3.1.8: should be avoided"),
    "geojsonhint/bad/point-toomany.geojson": (.remarked, "§3.1.1: should not be extended beyond three elements"),
    "geojsonhint/bad/excessive_precision_truncated.geojson": (.read, "§11.2 sets no limit; the hint expects none"),
    "geojsonhint/good/issue82.geojson": (.refused, "§4: latitude in degrees; the file has one of −107.2"),

    "geojson-invalid/invalid_geometries/invalid_exterior_not_ccw.geojson":
        (.remarked, "§3.1.6: parsers should not reject polygons that wind the other way"),
    "geojson-invalid/invalid_geometries/invalid_interior_not_cw.geojson":
        (.remarked, "§3.1.6: parsers should not reject polygons that wind the other way"),
    "geojson-invalid/problematic_geometries/problematic_3d_coordinates.geojson":
        (.read, "§3.1.1: a third number may be there"),
    "geojson-invalid/problematic_geometries/problematic_duplicate_nodes.geojson":
        (.read, "no rule of the RFC; a repeated position has no area"),
    "geojson-invalid/problematic_geometries/problematic_excessive_coordinate_precision.geojson":
        (.read, "§11.2 sets no limit"),
    "geojson-invalid/problematic_geometries/problematic_excessive_vertices.geojson": (.read, "§11.2 sets no limit"),
    "geojson-invalid/problematic_geometries/problematic_feature_null_geometry.geojson":
        (.read, "§3.2: null for an unlocated feature"),
    "geojson-invalid/problematic_geometries/problematic_holes.geojson": (.read, "§3.1.6: holes are ordinary"),
    "geojson-invalid/problematic_geometries/problematic_inner_and_exterior_ring_intersect.geojson":
        (.read, "refused later, by the validity check (§3.1.6 on interior rings)"),
    "geojson-invalid/problematic_geometries/problematic_multitype_geometry_with_just_one_geometry.geojson":
        (.read, "§3.1.7 asks for no number of members"),
    "geojson-invalid/problematic_geometries/problematic_self_intersection_large.geojson":
        (.read, "refused later, by the validity check (OGC 06-103r4 §6.1.11)"),
    "geojson-invalid/problematic_geometries/problematic_self_intersection_small.geojson":
        (.read, "refused later, by the validity check (OGC 06-103r4 §6.1.11)"),
    "geojson-invalid/problematic_geometries/problematic_wrong_bbox_coordinate_order.geojson":
        (.read, "§5: only the form of a bounding box is checked, its numbers are not used"),
    "geojson-invalid/problematic_geometries/problematic_zero_length_linestring.geojson":
        (.read, "§3.1.4 asks for two positions, not for different ones"),
    "geojson-invalid/problematic_structure/problematic_crs_defined.geojson":
        (.refused, "§4: another reference system than WGS 84 needs prior arrangement, and there is none"),
    "geojson-invalid/problematic_structure/problematic_geometry_not_wrapped.geojson":
        (.read, "§2: a GeoJSON text may be a geometry"),

    "geojson-eudr/invalid/duplicate-ring.geojson":
        (
            .remarked,
            "the hole winds as the shell does; refused later, by the validity check (§3.1.6 on interior rings)"
        ),
    "geojson-eudr/invalid/feature-without-geometry.geojson": (.read, "§3.2: null for an unlocated feature"),
    "geojson-eudr/invalid/missing-plot-id.geojson": (.read, "§3.2: the properties' names are the publisher's"),
    "geojson-eudr/invalid/reversed-lat-lon.geojson":
        (.read, "§3.1.1: both orders are in range; seen only against a map of regions"),
    "geojson-eudr/invalid/self-intersecting-polygon.geojson":
        (.read, "refused later, by the validity check (OGC 06-103r4 §6.1.11)"),
]

/// The files of geojsonhint whose fault is told at another line than the hint does, with the line told here.
///
/// The hint names the line of the enclosing object, or of the coordinates; here it is the line of the fault itself.
let moreExactLines: [String: Int] = [
    "bad-duplicate-properties.geojson": 3,
    "bad-json.geojson": 3,
    "bad-object-type.geojson": 2,
    "bad-polygonloop.geojson": 6,
    "bad-properties-as-array.geojson": 3,
    "badfeatureid.geojson": 6,
    "bbox-string.geojson": 4,
    "feature_changed_semantics.geojson": 2,
    "featurecollection_changed_semantics.geojson": 2,
    "geometry_changed_semantics.geojson": 2,
    "multiple_problems.geojson": 7,
    "nofeaturetype.geojson": 5,
    "point-labeled-as-a-multipolygon.geojson": 7,
    "rootstring.geojson": 1,
    "stringcoord.geojson": 11,
    "unknowntype.geojson": 2,
]
