"""What is done: each job with its data, the command of metes, and what the peers are asked."""

import json
import pathlib
import subprocess
import sys
from dataclasses import dataclass, field

from . import places

EVERY = ("shapely", "geopandas", "duckdb", "postgis", "sf", "spherely", "c")
PLANAR = ("shapely", "geopandas", "c")  # straight edges, so that a year by region can be compared step by step


@dataclass
class Job:
    id: str
    title: str
    kind: str  # read, area or change, as the peers call it
    command: tuple  # of metes; MAPS stands for the maps
    maps: list = field(default_factory=list)
    by: object = None  # a file of regions
    code: str = ""
    peers: tuple = EVERY
    goals: dict = field(default_factory=dict)  # peer: (how many times, "cpu" or "wall")
    accepted: tuple = (0,)  # exit codes of metes
    why_alone: str = ""
    missing: str = ""
    program: str = "metes"  # or one of benchmarks/inside

    @property
    def codes(self):
        """The regions in the order of their file."""
        if not self.by:
            return []
        return [feature["properties"][self.code] for feature in json.loads(self.by.read_bytes())["features"]]

    @property
    def peer_words(self):
        return [self.kind, *(["--by", self.by, "--code", self.code] if self.by else [])]

    def maps_words(self):
        """The maps, or the folder that holds them and no others, for a command that takes folders."""
        folder = pathlib.Path(self.maps[0]).parent
        if self.command[0] == "series" and sorted(map(str, folder.glob("*.geojson"))) == sorted(map(str, self.maps)):
            return [str(folder)]
        return self.maps

    def metes_words(self, program, model):
        words = [program]
        for word in self.command:
            words += self.maps_words() if word == "MAPS" else [word]
        if self.by:
            words += ["--by", self.by, "--code-property", self.code]
        if model != "ellipsoidal(straight)":
            words += ["--model", model]
        return words


def daily(first=None, last=None):
    """The daily maps, or those of a span of days (as 20250508)."""
    files = sorted((places.cache / "deepstate/daily").glob("*.geojson"))
    return [file for file in files if (first or "") <= file.stem.split("_")[-1] <= (last or "9")]


def pair(vertices, percent):
    """Two made-up maps, of which the later is the earlier with a share of its vertices moved."""
    folder = places.work / "pairs"
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{vertices}-{percent}-{when}.geojson" for when in ("before", "after")]
    maker = places.here / "generate/pair"
    if not all(file.exists() and file.stat().st_mtime > maker.stat().st_mtime for file in files):
        print(f"benchmarks: making two maps of {vertices} vertices, {percent} % moved", file=sys.stderr)
        subprocess.run([sys.executable, maker, "--vertices", str(vertices), "--moved", str(percent), *files], check=True, stdout=subprocess.DEVNULL)
    return files


def made_up_regions(count):
    file = places.work / f"regions-{count}.geojson"
    maker = places.here / "generate/regions"
    if not (file.exists() and file.stat().st_mtime > maker.stat().st_mtime):
        print(f"benchmarks: making {count} regions", file=sys.stderr)
        subprocess.run([sys.executable, maker, "--count", str(count), file], check=True)
    return file


AREA = ("area", "MAPS", "--format", "csv")
DELTA = ("delta", "MAPS", "--format", "csv")
SERIES = ("series", "MAPS", "--format", "csv")
FINE = ("ukraine/adm1.geojson", "adm1_code")
COARSE = ("ukraine/adm1-coarse.geojson", None)
RAIONS = ("ukraine/adm2-simplified.geojson", "katotth")


def _regions(pick):
    file, code = pick
    if code:
        return {"by": places.cache / file, "code": code}
    return {"by": numbered(places.cache / file), "code": "code"}


def numbered(source):
    """A copy of a file of regions with numbers as its only property: an atlas gives regions that it knows codes of its own."""
    if not source.exists():
        return source
    copy = places.work / source.name
    features = json.loads(source.read_bytes())["features"]
    for number, feature in enumerate(features):
        feature["properties"] = {"code": f"R{number}"}
    copy.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return copy


def _ends(*days):
    return [places.cache / f"deepstate/daily/deepstatemap_data_{day}.geojson" for day in days]


# Each by its id; made only when it is wanted, since some make their data first.
MAKERS = {
    "reading": lambda id: Job(
        id, "370 daily maps read and their vertices counted, no more (29 MB, 1.1 M vertices)", "read", ("MAPS",), daily(), program="Reading",
        peers=tuple(peer for peer in EVERY if peer != "spherely")),
    "area-one": lambda id: Job(
        id, "area of one map, from cold", "area", AREA, _ends("20250608"), peers=("shapely", "pyproj", *EVERY[1:])),
    "area-series": lambda id: Job(
        id, "area of each of 370 daily maps (29 MB, 1.1 M vertices)", "area", SERIES, daily(),
        peers=("pyproj", *EVERY), goals={"pyproj": (15, "cpu")}),
    "delta-day": lambda id: Job(id, "gained and lost from one day to the next", "change", DELTA, _ends("20250607", "20250608")),
    "delta-month": lambda id: Job(id, "the same, a month apart", "change", DELTA, _ends("20250508", "20250608")),
    "delta-year": lambda id: Job(id, "the same, a year apart", "change", DELTA, _ends("20250102", "20260102")),
    "changes": lambda id: Job(
        id, "gained and lost for all 369 pairs of neighbours", "change", SERIES, daily(), goals={"shapely": (60, "cpu")}),
    "regions-month": lambda id: Job(
        id, "a month of 31 daily maps by 27 oblasts, fine borders, with the area held", "change", SERIES,
        daily("20250501", "20250531"), **_regions(FINE)),
    "regions-coarse": lambda id: Job(
        id, "the year by 25 oblasts, coarse borders (19,914 vertices), with the area held", "change", (*SERIES, "--repair"), daily(),
        peers=PLANAR, goals={"shapely": (60, "cpu"), "geopandas": (100, "cpu")}, **_regions(COARSE)),
    "regions-fine": lambda id: Job(
        id, "the year by 27 oblasts, fine borders (289,323 vertices), with the area held", "change", SERIES, daily(),
        peers=PLANAR, goals={"shapely": (60, "cpu"), "geopandas": (100, "cpu")}, **_regions(FINE)),
    **{
        f"units-{count}": lambda id, count=count, pick=pick, more=more: Job(
            id, f"a month apart by {count:,} regions, with the area held", "change", (*SERIES, *more), _ends("20250508", "20250608"),
            **(_regions(pick) if pick else {"by": made_up_regions(count), "code": "code"}))
        for count, pick, more in ((27, FINE, ()), (138, RAIONS, ("--repair",)), (10000, None, ()))
    },
    **{
        f"size-{count}": lambda id, count=count: Job(
            id, f"gained and lost between two maps of {count:,} vertices, 1 % moved", "change", DELTA, pair(count, 1),
            peers=EVERY if count < 3_000_000 else ("shapely", "c"), goals={"shapely": (25, "wall")} if count == 3_000_000 else {})
        for count in (3_000, 30_000, 300_000, 3_000_000)
    },
    **{
        f"moved-{percent}-{count}": lambda id, count=count, percent=percent: Job(
            id, f"the same, {count:,} vertices, {percent} % moved", "change", DELTA, pair(count, percent), peers=("shapely", "c"))
        for percent in ("0.1", "10", "60")
        for count in (3_000, 30_000, 300_000, 3_000_000)
    },
    "check": lambda id: Job(
        id, "an article of five claims checked on the maps", "", ("check", str(places.here / "article.txt"), "--format", "csv"),
        daily(), peers=(), accepted=(0, 1, 3), why_alone="no other program does this"),
}

def job(id):
    """A job, with what it lacks said."""
    made = MAKERS[id](id)
    needed = ([made.by] if made.by else []) + made.maps
    if not made.maps or not all(file.exists() for file in needed):
        made.missing = "its maps or regions are not there; scripts/fetch-geodata gets them"
    return made
