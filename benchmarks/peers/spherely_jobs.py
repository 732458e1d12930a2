#!/usr/bin/env python3
"""The jobs of the benchmark on S2, through spherely: a sphere, and edges that are great circles.

Asked and answering as words.py has it. Polygons are built by shapely and handed over as WKB, which is S2's fastest door
from Python.
"""

import gc

import numpy as np
import shapely
import spherely

from shapely_jobs import read_maps, read_regions
from words import answer_table, asked


def geographies(geometries):
    return spherely.from_wkb(shapely.to_wkb(geometries))


def km2(shapes):
    return spherely.area(shapes) / 1e6


def by_region(shapes, boxes, regions, region_boxes):
    """The km² of each shape in each region, as an array of shapes × regions."""
    shape, region = shapely.STRtree(region_boxes).query(boxes)
    sums = np.zeros((len(shapes), len(regions)))
    np.add.at(sums, (shape, region), km2(spherely.intersection(shapes[shape], regions[region])))
    return sums


def main():
    options = asked()
    gc.disable()
    planar = read_maps(options.maps)
    gc.enable()
    maps = geographies(planar)
    boxes = shapely.box(*shapely.bounds(planar).T)
    quantities = {"held": (maps, boxes, 0)}
    if options.job == "change":
        both = shapely.envelope(shapely.union(boxes[:-1], boxes[1:]))
        quantities["gained"] = spherely.difference(maps[1:], maps[:-1]), both, 1
        quantities["lost"] = spherely.difference(maps[:-1], maps[1:]), both, 1
    codes, table = ["total"], {}
    if options.by:
        more, geometries = read_regions(options.by, options.code)
        codes += more
        regions, region_boxes = geographies(geometries), shapely.box(*shapely.bounds(geometries).T)
    for word, (shapes, boxes, first) in quantities.items():
        sums = km2(shapes)[:, None]
        if options.by:
            sums = np.column_stack([sums, by_region(shapes, boxes, regions, region_boxes)])
        table[word] = np.vstack([np.full((first, sums.shape[1]), np.nan), sums])
    answer_table(options.figures, codes, table)


if __name__ == "__main__":
    main()
