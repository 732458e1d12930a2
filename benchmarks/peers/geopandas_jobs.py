#!/usr/bin/env python3
"""The jobs of the benchmark on geopandas: its overlay for each pair of maps and, once for all steps, with the regions.

Asked and answering as words.py has it. Areas are those of shapely_jobs.py, with edges straight in longitude and latitude.
"""

import warnings

import geopandas
import numpy as np
import pandas as pd
import shapely

from shapely_jobs import areas_km2, straight_ring_areas
from words import answer_counts, answer_table, asked

warnings.filterwarnings("ignore", message="`keep_geom_type=True` in overlay")  # lines and points hold nothing


def read(paths):
    """One row for each polygon of each map, with the step that it belongs to."""
    maps = [geopandas.read_file(path, columns=[]).assign(step=step) for step, path in enumerate(paths)]
    return [one.explode(ignore_index=True) for one in maps]


def difference(first, second):
    return geopandas.overlay(first, second[["geometry"]], how="difference", keep_geom_type=True, make_valid=False)


def main():
    options = asked()
    if options.job == "read":
        maps = (geopandas.read_file(path, columns=[]) for path in options.maps)
        return answer_counts(options.figures, [shapely.get_num_coordinates(one.geometry.values).sum() for one in maps])
    maps = read(options.maps)
    quantities = {"held": pd.concat(maps, ignore_index=True)}
    if options.job == "change":
        gained = [difference(after, before) for before, after in zip(maps, maps[1:])]
        lost = [difference(before, after).assign(step=step) for step, (before, after) in enumerate(zip(maps, maps[1:]), 1)]
        quantities |= {"gained": pd.concat(gained, ignore_index=True), "lost": pd.concat(lost, ignore_index=True)}
    regions = ["total"]
    if options.by:
        units = geopandas.read_file(options.by, columns=[options.code])
        units["geometry"] = units.geometry.make_valid(method="structure", keep_collapsed=False)
        units["region"] = np.arange(1, len(units) + 1)
        regions += list(units[options.code])
    table = {}
    for word, pieces in quantities.items():
        sums = np.zeros((len(maps), len(regions)))
        np.add.at(sums[:, 0], pieces["step"], areas_km2(pieces.geometry.values._data, straight_ring_areas))
        if options.by:
            cut = geopandas.overlay(
                pieces.explode(ignore_index=True), units[["region", "geometry"]], how="intersection", keep_geom_type=True)
            np.add.at(sums, (cut["step"], cut["region"]), areas_km2(cut.geometry.values._data, straight_ring_areas))
        table[word] = sums
    answer_table(options.figures, regions, table)


if __name__ == "__main__":
    main()
