"""Whether two programs' figures are the same: every step, region and quantity that both have."""

import csv
from dataclasses import dataclass

COLUMNS = {"heldKm2": "held", "areaKm2": "held", "gainedKm2": "gained", "lostKm2": "lost", "vertices": "vertices"}


@dataclass
class Agreement:
    compared: int  # figures
    largest: float  # km²
    passed: bool
    words: str


def rows(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def metes_figures(path):
    """{(step, region, quantity): km²} of the CSV of `metes area`, `delta` or `series`."""
    table = rows(path)
    moments = sorted({row["asOf"] for row in table if row.get("asOf")})
    one_step = 1 if "before" in (table[0] if table else {}) else 0  # a delta is what the later of two maps changed
    result = {}
    for row in table:
        if row.get("class", "total") != "total":
            continue  # a class on its own, of `metes area`
        step = moments.index(row["asOf"]) if len(moments) > 1 else one_step
        name = row.get("name") or row.get("region") or "total"
        region = row.get("code") or name
        for column, quantity in COLUMNS.items():
            if row.get(column):
                result[step, region, quantity] = float(row[column])
    return result


def peer_figures(path, codes):
    """The same of a peer's CSV; `codes` are the regions in the order of their file."""
    result = {}
    for row in rows(path):
        region = codes[int(row["region"][1:])] if row["region"].startswith("#") else row["region"]
        for column, quantity in COLUMNS.items():
            if row.get(column) not in (None, "", "nan"):
                result[int(row["step"]), region, quantity] = float(row[column])
    return result


def compare(metes, peer, codes, absolute, relative):
    """Both within absolute km² + relative times the larger figure, everywhere; what one of the two leaves out counts as 0.

    A step without one before it has no gained and lost, whatever stands there; the remainder is left to `metes`.
    """
    metes = peer_figures(metes, codes) if rows(metes)[0].get("step") else metes_figures(metes)  # of metes' reader alone: as a peer's
    peer = peer_figures(peer, codes)
    first = min((step for step, _, _ in metes), default=0)
    quantities = {key[2] for key in metes} & {key[2] for key in peer}
    regions = {"total", *codes}
    keys = {
        key for key in metes.keys() | peer.keys()
        if key[1] in regions and key[2] in quantities and (key[2] in ("held", "vertices") or key[0] > 0) and key[0] >= first
    }
    if not metes.keys() & peer.keys():
        return Agreement(0, 0, False, "no figure stands in both")
    largest, where, over, most = 0.0, None, None, 0.0
    for key in keys:
        a, b = metes.get(key, 0.0), peer.get(key, 0.0)
        difference = abs(a - b)
        if difference >= largest:
            largest, where = difference, key
        excess = difference - absolute - relative * max(abs(a), abs(b))
        if not excess <= most:
            over, most = key, excess
    words = f"{len(keys)} figures, largest difference {largest:.1e} km²" if largest or "vertices" not in quantities else f"{len(keys)} counts, the same"
    if over:
        words = f"{over[2]} of {over[1]} at step {over[0]}: metes {metes.get(over, 0.0):.9g}, peer {peer.get(over, 0.0):.9g}"
    return Agreement(len(keys), largest, over is None, words)
