#!/usr/bin/env python3
"""The jobs of the benchmark on shapely 2 and pyproj, as someone who knows both would write them.

Asked and answering as words.py has it; besides, `--model geodesic` measures geodesic edges by pyproj, instead of edges
straight in longitude and latitude. Nothing is checked for validity but the regions, which are repaired.
"""

import gc
from itertools import chain

import numpy as np
import orjson
import shapely

from words import answer_counts, answer_table, asked

SPHEROID = (6378137.0, 298.257223563)  # WGS84: metres, inverse flattening


def read_polygons(path):
    """The polygons of all features of a GeoJSON file, each a list of rings; and the properties of each feature."""
    with open(path, "rb") as file:
        features = orjson.loads(file.read())["features"]
    polygons = []
    for feature in features:
        geometry = feature["geometry"]
        single = geometry["type"] == "Polygon"
        polygons.append([geometry["coordinates"]] if single else geometry["coordinates"])
    return polygons, [feature["properties"] for feature in features]


def multipolygons(lists):
    """shapely MultiPolygons of lists of polygons, without a Python step per vertex."""
    polygons = [polygon for one in lists for polygon in one]
    rings = [ring for polygon in polygons for ring in polygon]
    numbers = chain.from_iterable(chain.from_iterable(rings))
    count = sum(map(len, rings))
    coordinates = np.fromiter(numbers, float, 2 * count).reshape(count, 2)
    offsets = tuple(np.cumsum([0, *map(len, parts)]) for parts in (rings, polygons, lists))
    return shapely.from_ragged_array(shapely.GeometryType.MULTIPOLYGON, coordinates, offsets)


def read_maps(paths):
    """One MultiPolygon for each map."""
    return multipolygons([list(chain.from_iterable(read_polygons(path)[0])) for path in paths])


def read_regions(path, code):
    """Codes and valid geometries of a file of regions."""
    lists, properties = read_polygons(path)
    geometries = multipolygons(lists)
    broken = ~shapely.is_valid(geometries)
    geometries[broken] = shapely.make_valid(geometries[broken], method="structure")
    return [p[code] for p in properties], geometries


def W(latitude):
    """The area in m² between the equator and a latitude (in radians), for each radian of longitude (Snyder 1987, 3-12)."""
    a, f = SPHEROID[0], 1 / SPHEROID[1]
    e2 = f * (2 - f)
    e = np.sqrt(e2)
    s = np.sin(latitude)
    return a * a / 2 * (1 - e2) * (s / (1 - e2 * s * s) + np.arctanh(e * s) / e)


def straight_ring_areas(x, y, starts):
    """Signed m² of closed rings with edges straight in longitude and latitude; two Gauss–Legendre nodes an edge."""
    x, y = np.radians(x), np.radians(y)
    middle, half = (y[1:] + y[:-1]) / 2, (y[1:] - y[:-1]) / (2 * np.sqrt(3))
    terms = np.append((x[1:] - x[:-1]) * (W(middle - half) + W(middle + half)) / 2, 0)
    terms[starts[1:] - 1] = 0  # from the end of one ring to the start of the next there is no edge
    return np.add.reduceat(terms, starts[:-1])


def geodesic_ring_areas(x, y, starts):
    """Signed m² of closed rings with geodesic edges, by PROJ."""
    from pyproj import Geod

    measure = Geod(ellps="WGS84").polygon_area_perimeter
    return np.array([measure(x[i : j - 1], y[i : j - 1])[0] for i, j in zip(starts[:-1], starts[1:])])


def areas_km2(geometries, ring_areas):
    """The km² of each geometry; points and lines, which overlays leave, hold nothing."""
    parts, owners = shapely.get_parts(geometries, return_index=True)
    deep = shapely.get_type_id(parts) > 3  # collections hold polygons only
    if deep.any():
        inner, inner_owners = shapely.get_parts(parts[deep], return_index=True)
        parts, owners = np.append(parts[~deep], inner), np.append(owners[~deep], owners[deep][inner_owners])
    areal = (shapely.get_type_id(parts) == shapely.GeometryType.POLYGON) & ~shapely.is_empty(parts)
    parts, owners = parts[areal], owners[areal]
    if not len(parts):
        return np.zeros(len(geometries))
    _, coordinates, (starts, first_rings) = shapely.to_ragged_array(parts)
    x, y = np.ascontiguousarray(coordinates.T)
    rings = -np.abs(ring_areas(x, y, starts))
    rings[first_rings[:-1]] *= -1
    polygons = np.add.reduceat(rings, first_rings[:-1])
    return np.bincount(owners, polygons, len(geometries)) / 1e6


def by_region(pieces, owners, steps, tree, ring_areas):
    """The km² of pieces in each region, as an array of steps × regions."""
    count = len(tree.geometries)
    piece, region = tree.query(pieces)
    inside = shapely.contains_properly(tree.geometries[region], pieces[piece])
    cut = ~inside & shapely.intersects(tree.geometries[region], pieces[piece])
    kept = pieces[piece]
    kept[cut] = shapely.intersection(kept[cut], tree.geometries[region[cut]])
    some = inside | cut
    cells = owners[piece[some]] * count + region[some]
    return np.bincount(cells, areas_km2(kept[some], ring_areas), steps * count).reshape(-1, count)


def change(before, after, net, ring_areas):
    """Gained and lost, each as polygons and the pair that each belongs to.

    One overlay instead of two: the symmetric difference, whose parts are told apart by a point of each. A part may be
    both, where gained and lost land share an edge; then gained less lost is not the net change, and the pair is done
    again by two differences.
    """
    parts, owners = shapely.get_parts(shapely.symmetric_difference(after, before), return_index=True)
    shapely.prepare(after)
    new = shapely.intersects(after[owners], shapely.point_on_surface(parts))
    balance = np.bincount(owners, areas_km2(parts, ring_areas) * np.where(new, 1, -1), len(after))
    mixed = np.flatnonzero(np.abs(balance - net) > 1e-6)
    result = []
    for of, first, second in ((new, after, before), (~new, before, after)):
        of &= ~np.isin(owners, mixed)
        again, index = shapely.get_parts(shapely.difference(first[mixed], second[mixed]), return_index=True)
        result.append((np.append(parts[of], again), np.append(owners[of], mixed[index])))
    return result


def main():
    options = asked(("--model", {"choices": ["straight", "geodesic"], "default": "straight"}))
    gc.disable()  # millions of short lists: the collector would walk them all again and again
    ring_areas = {"straight": straight_ring_areas, "geodesic": geodesic_ring_areas}[options.model]

    maps = read_maps(options.maps)
    gc.enable()
    if options.job == "read":
        return answer_counts(options.figures, shapely.get_num_coordinates(maps))
    steps = len(maps)
    # For each quantity its pieces, the step of each piece, and how many km² there are in total at each step.
    quantities = {"held": (*shapely.get_parts(maps, return_index=True), areas_km2(maps, ring_areas))}
    if options.job == "change":
        held = quantities["held"][2]
        for word, (pieces, pair) in zip(("gained", "lost"), change(maps[:-1], maps[1:], np.diff(held), ring_areas)):
            quantities[word] = pieces, pair + 1, np.bincount(pair + 1, areas_km2(pieces, ring_areas), steps)
    regions = ["total"]
    table = {word: total[:, None] for word, (_, _, total) in quantities.items()}
    if options.by:
        codes, geometries = read_regions(options.by, options.code)
        regions += codes
        tree = shapely.STRtree(geometries)
        shapely.prepare(tree.geometries)
        for word, (pieces, owners, total) in quantities.items():
            table[word] = np.column_stack([total, by_region(pieces, owners, steps, tree, ring_areas)])
    answer_table(options.figures, regions, table)


if __name__ == "__main__":
    main()
