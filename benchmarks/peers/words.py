"""What every peer is asked, and how it answers.

    PEER read   [--figures FILE] MAP…                            how many positions the rings of each map have
    PEER area   [--figures FILE] MAP…                            what each map holds
    PEER change [--by REGIONS --code PROPERTY] [--figures FILE] MAP…   that, and what was gained and lost between neighbours,
                                                                  in total and by region

Figures are CSV: step (a number, in the order of the maps), region (a code, or `total`), heldKm2, gainedKm2, lostKm2; what
a peer was not asked, or what is nothing, may be left out. Counts are CSV of step, region (`total`) and vertices.
"""

import argparse
import csv


def asked(*more):
    """The options of a peer; `more` are options of its own, as (name, keywords)."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("job", choices=["read", "area", "change"])
    arguments.add_argument("--by")
    arguments.add_argument("--code")
    arguments.add_argument("--figures")
    for name, keywords in more:
        arguments.add_argument(name, **keywords)
    arguments.add_argument("maps", nargs="+")
    return arguments.parse_args()


def answer(path, rows):
    """Writes rows of step, region, held, gained and lost (km², or None) where figures are wanted."""
    if not path:
        return
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["step", "region", "heldKm2", "gainedKm2", "lostKm2"])
        for row in rows:
            writer.writerow(["" if cell is None else repr(float(cell)) if i > 1 else cell for i, cell in enumerate(row)])


def answer_table(path, regions, table):
    """The same from arrays of steps × regions, one for each of held, gained and lost that there is."""
    steps = len(table["held"])
    cells = [table.get(word) for word in ("held", "gained", "lost")]
    answer(path, (
        [step, region, *(None if cell is None else cell[step, i] for cell in cells)]
        for step in range(steps) for i, region in enumerate(regions)
    ))


def answer_counts(path, counts):
    """Writes how many positions each map has."""
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["step", "region", "vertices"])
        writer.writerows([step, "total", int(count)] for step, count in enumerate(counts))
