#!/usr/bin/env python3
"""The largest difference between two programs' figures.

    agreement.py PEER.csv METES.csv [LIMIT]

Both are CSV with a row for each step and region. PEER has step (a number), code and name; METES has asOf (the steps are its moments in order) or
nothing (all is the last step), and may have code and name. Regions are matched by code, else by name; the row without
both, or named `total`, is the whole. Columns compared: heldKm2 (areaKm2), gainedKm2, lostKm2. Exits 1 where
LIMIT in km² (default 1e-6) is passed or where nothing could be compared.
"""

import csv
import sys

COLUMNS = {"heldKm2": "held", "areaKm2": "held", "gainedKm2": "gained", "lostKm2": "lost"}


def rows(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def figures(path, known=None):
    """{(step, region, quantity): km²}; `known` maps a code or name to the peer's word for the region."""
    table = rows(path)
    if not table:
        sys.exit(f"agreement: {path} has no rows")
    moments = sorted({row["asOf"] for row in table if row.get("asOf")})
    last = max((int(row["step"]) for row in rows(sys.argv[1])), default=0)
    result = {}
    for row in table:
        if row.get("counted") == "yes" and row.get("class") not in (None, "total"):
            continue  # a class on its own, of metes area
        step = int(row["step"]) if "step" in row else moments.index(row["asOf"]) if row.get("asOf") else last
        code, name = row.get("code") or "", row.get("name") or row.get("region") or row.get("class") or "total"
        region = (known.get(code) or known.get(name)) if known else (code or name)
        for column, quantity in COLUMNS.items():
            if region and row.get(column):
                result[step, region, quantity] = float(row[column])
    return result


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    limit = float(sys.argv[3]) if len(sys.argv) == 4 else 1e-6
    known = {"total": "total", "remainder": "remainder"}
    for row in rows(sys.argv[1]):
        if row.get("code"):
            known[row["code"]] = known[row["name"]] = row["code"]
    peer, metes = figures(sys.argv[1]), figures(sys.argv[2], known)
    common = peer.keys() & metes.keys()
    if not common:
        sys.exit("agreement: no figure stands in both")
    # A region that one of the two leaves out must hold nothing and change nothing in the other; a quantity may be left out.
    both = {quantity for _, _, quantity in common}
    alone = [(abs(value), key) for one in (peer, metes) for key, value in one.items() if key[2] in both and key not in common]
    worst, where = max((abs(peer[key] - metes[key]), key) for key in common)
    print(f"{len(common)} figures compared ({', '.join(sorted(both))}), largest difference {worst:.2e} km² (step {where[0]}, {where[1]}, {where[2]})")
    left = max(alone, default=(0, None))
    if left[0] > limit:
        print(f"{len(alone)} figures stand in one only, the largest {left[0]:.6f} km² (step {left[1][0]}, {left[1][1]}, {left[1][2]})")
    return 1 if worst > limit or left[0] > limit else 0


if __name__ == "__main__":
    sys.exit(main())
