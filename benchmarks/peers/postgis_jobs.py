#!/usr/bin/env python3
"""The jobs of the benchmark on PostGIS: writes one script of SQL, which psql runs; the server is named by PGHOST and PGPORT.

Asked and answering as words.py has it. Areas: WGS84 with geodesic edges (ST_Area of a geography, by GeographicLib). The
tables are temporary, so that nothing is logged and nothing is left.
"""

import csv
import io
import subprocess
import sys

from words import asked

KM2 = "ST_Area({}::geography) / 1e6"


def copied(table, rows):
    """The commands that fill a table with rows."""
    yield f"COPY {table} FROM STDIN (FORMAT csv);\n"
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\n").writerows(rows)
    yield lines.getvalue()
    yield "\\.\n"


def text(path):
    with open(path, encoding="utf-8") as file:
        return " ".join(file.read().split("\n"))  # psql ends COPY at a line of its own


def script(options):
    yield "SET client_min_messages = warning; SET work_mem = '256MB'; SET temp_buffers = '256MB';\n"
    yield "CREATE TEMP TABLE files (step int, doc json);\n"
    yield from copied("files", ((step, text(path)) for step, path in enumerate(options.maps)))
    if options.job == "read":
        yield """
        COPY (SELECT step, 'total' AS region, sum(ST_NPoints(ST_GeomFromGeoJSON(feature->'geometry'))) AS vertices
            FROM files, json_array_elements(doc->'features') AS feature GROUP BY step ORDER BY step) TO STDOUT (FORMAT csv, HEADER);
        """
        return
    # One feature is the rule; several are united by their parts.
    yield """
        CREATE TEMP TABLE maps AS
        SELECT step, ST_Collect(part) AS geometry FROM (
            SELECT step, (ST_Dump(ST_GeomFromGeoJSON(feature->'geometry'))).geom AS part
            FROM files, json_array_elements(doc->'features') AS feature) AS parts GROUP BY step;
        CREATE TEMP TABLE pieces AS SELECT step, 'held' AS quantity, geometry FROM maps;
        """
    if options.job == "change":
        yield """
        INSERT INTO pieces
        SELECT later.step, quantity, both_ways.geometry FROM maps AS earlier JOIN maps AS later ON later.step = earlier.step + 1,
            LATERAL (VALUES ('gained', ST_Difference(later.geometry, earlier.geometry)),
                            ('lost', ST_Difference(earlier.geometry, later.geometry))) AS both_ways(quantity, geometry);
        """
    yield f"CREATE TEMP TABLE sums AS SELECT step, 'total'::text AS region, quantity, {KM2.format('geometry')} AS km2 FROM pieces;\n"
    if options.by:
        yield "CREATE TEMP TABLE region_file (doc json);\n"
        yield from copied("region_file", [(text(options.by),)])
        code = options.code.replace("'", "''")
        yield f"""
        CREATE TEMP TABLE regions AS
        SELECT region, CASE WHEN ST_IsValid(geometry) THEN geometry ELSE ST_MakeValid(geometry, 'method=structure') END AS geometry
        FROM (SELECT feature->'properties'->>'{code}' AS region, ST_GeomFromGeoJSON(feature->'geometry') AS geometry
            FROM region_file, json_array_elements(doc->'features') AS feature) AS read;
        CREATE INDEX ON regions USING gist (geometry);
        CREATE TEMP TABLE parts AS SELECT step, quantity, (ST_Dump(geometry)).geom AS part FROM pieces;
        CREATE INDEX ON parts USING gist (part);
        ANALYZE regions; ANALYZE parts;
        INSERT INTO sums
        SELECT step, region, quantity, sum({KM2.format(
            "CASE WHEN ST_ContainsProperly(geometry, part) THEN part ELSE ST_CollectionExtract(ST_Intersection(part, geometry), 3) END")})
        FROM regions JOIN parts ON ST_Intersects(geometry, part) GROUP BY step, region, quantity;
        """
    yield """
        COPY (SELECT step, region, sum(km2) FILTER (WHERE quantity = 'held') AS "heldKm2",
            sum(km2) FILTER (WHERE quantity = 'gained') AS "gainedKm2", sum(km2) FILTER (WHERE quantity = 'lost') AS "lostKm2"
            FROM sums GROUP BY step, region ORDER BY step, region) TO STDOUT (FORMAT csv, HEADER);
        """


def main():
    options = asked()
    with open(options.figures or "/dev/null", "w") as figures:
        client = subprocess.Popen(
            ["psql", "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--file", "-"], stdin=subprocess.PIPE, stdout=figures,
            text=True)
        try:
            for part in script(options):
                client.stdin.write(part)
            client.stdin.close()
        except BrokenPipeError:
            pass  # psql has said why
    sys.exit(client.wait())


if __name__ == "__main__":
    main()
