#!/usr/bin/env python3
"""The jobs of the benchmark on DuckDB with its spatial extension, in SQL alone.

Asked and answering as words.py has it. Areas: WGS84 with geodesic edges (ST_Area_Spheroid, by GeographicLib), which takes
latitude first.
"""

import glob
import importlib.util
import os

import duckdb

from words import answer, answer_counts, asked

AREA = "coalesce(ST_Area_Spheroid(ST_FlipCoordinates({})), 0) / 1e6"


def connect():
    """A database in memory with the extension, from the package that brings it or from where DuckDB installed it."""
    database = duckdb.connect()
    found = importlib.util.find_spec("duckdb_extension_spatial")
    files = glob.glob(os.path.join(found.submodule_search_locations[0], "**", "*.duckdb_extension"), recursive=True) if found else []
    database.load_extension(files[0] if files else "spatial")
    database.execute("SET preserve_insertion_order = false")
    return database


def main():
    options = asked()
    database = connect()
    columns = "columns = {features: 'STRUCT(properties JSON, geometry JSON)[]'}, maximum_object_size = 1000000000"
    database.execute("CREATE TABLE files AS SELECT unnest(range(len($1))) AS step, unnest($1) AS filename", [options.maps])
    if options.job == "read":
        counts = database.execute(f"""
            SELECT sum(ST_NPoints(part)) FROM (
                SELECT filename, ST_GeomFromGeoJSON(unnest(features).geometry) AS part
                FROM read_json($1, {columns}, filename = true))
            JOIN files USING (filename) GROUP BY step ORDER BY step""", [options.maps])
        return answer_counts(options.figures, [count for count, in counts.fetchall()])
    database.execute(f"""
        CREATE TABLE maps AS
        SELECT step, CASE WHEN count(*) = 1 THEN any_value(part) ELSE ST_Union_Agg(part) END AS geometry FROM (
            SELECT filename, ST_GeomFromGeoJSON(unnest(features).geometry) AS part
            FROM read_json($1, {columns}, filename = true))
        JOIN files USING (filename) GROUP BY step""", [options.maps])
    database.execute("CREATE TABLE pieces AS SELECT step, 'held' AS quantity, geometry FROM maps")
    if options.job == "change":
        database.execute("""
            INSERT INTO pieces
            SELECT later.step, 'gained', ST_Difference(later.geometry, earlier.geometry)
            FROM maps AS earlier JOIN maps AS later ON later.step = earlier.step + 1
            UNION ALL
            SELECT later.step, 'lost', ST_Difference(earlier.geometry, later.geometry)
            FROM maps AS earlier JOIN maps AS later ON later.step = earlier.step + 1""")
    database.execute(f"CREATE TABLE sums AS SELECT step, 'total' AS region, quantity, {AREA.format('geometry')} AS km2 FROM pieces")
    if options.by:
        database.execute(f"""
            CREATE TABLE regions AS
            SELECT region, CASE WHEN ST_IsValid(geometry) THEN geometry ELSE ST_MakeValid(geometry) END AS geometry FROM (
                SELECT json_extract_string(feature.properties, '$."' || $2 || '"') AS region,
                    ST_GeomFromGeoJSON(feature.geometry) AS geometry
                FROM (SELECT unnest(features) AS feature FROM read_json($1, {columns})))""", [options.by, options.code])
        # The join is spatial: DuckDB makes an R-tree of one side.
        database.execute(f"""
            INSERT INTO sums
            SELECT step, region, quantity, sum({AREA.format(
                "CASE WHEN ST_ContainsProperly(regions.geometry, part) THEN part ELSE ST_Intersection(part, regions.geometry) END")})
            FROM (SELECT step, quantity, unnest(ST_Dump(geometry)).geom AS part FROM pieces)
            JOIN regions ON ST_Intersects(part, regions.geometry) GROUP BY ALL""")
    answer(options.figures, database.execute("""
        PIVOT sums ON quantity IN ('held', 'gained', 'lost') USING sum(km2) GROUP BY step, region ORDER BY step, region""").fetchall())


if __name__ == "__main__":
    main()
