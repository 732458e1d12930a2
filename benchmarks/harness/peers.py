"""Who does the same work as metes: how each is called, with which edges it measures, and how near its figures must be."""

import shutil
import subprocess
from dataclasses import dataclass, field

from . import places, postgres


@dataclass
class Edges:
    words: str
    model: str  # of metes
    absolute: float  # km² that figures may differ by
    relative: float


STRAIGHT = Edges("straight", "ellipsoidal(straight)", 1e-6, 0)
# Overlays are the same, but geodesic areas do not add up: a difference cut elsewhere by a unit in the last place moves its area by more.
GEODESIC = Edges("geodesic", "ellipsoidal(geodesic)", 1e-5, 1e-9)
# S2's edges are great circles; one of 20 km encloses 0.12 km² with the line straight in longitude and latitude at 48° N.
SPHERE = Edges("sphere, great circles", "spherical(6371010)", 0.12, 1e-5)


@dataclass
class Peer:
    id: str
    name: str
    edges: Edges
    command: list = field(default_factory=list)
    options: list = field(default_factory=list)
    missing: str = ""  # why it cannot be asked
    version: str = ""
    server: object = None

    def words(self, job):
        return [*self.command, *job.peer_words, *self.options, "--figures", places.work / f"{job.id}.{self.id}.csv", *job.maps]


def _said(command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    except (OSError, subprocess.TimeoutExpired) as fault:
        return None, str(fault)
    lines = done.stderr.strip().splitlines()
    return (done.stdout.strip(), "") if done.returncode == 0 else (None, lines[-1] if lines else "it failed")


def _python(id, name, modules, version, edges):
    python = places.work / "venv/bin/python"
    found, why = _said([python, "-c", f"import {modules}\nprint(f'{version}')"])
    script = places.here / "peers" / f"{id}_jobs.py"
    if found is None:
        return Peer(id, name, edges, missing=why)
    return Peer(id, name, edges, [python, script], version=found)


def _c():
    program = places.work / "geos_jobs"
    flags, why = _said(["pkg-config", "--cflags", "--libs", "geos", "proj"])
    if flags is None:
        return Peer("c", "C on GEOS", STRAIGHT, missing=why)
    _, why = _said(["cc", "-O2", "-march=native", "-o", program, places.here / "peers/geos_jobs.c", *flags.split(), "-lm"])
    if why:
        return Peer("c", "C on GEOS", STRAIGHT, missing=why)
    geos, _ = _said(["pkg-config", "--modversion", "geos"])
    compiler, _ = _said(["cc", "--version"])
    return Peer("c", "C on GEOS", STRAIGHT, [program], version=f"GEOS {geos}, {compiler.splitlines()[0]}")


def _sf():
    version = 'cat(R.version.string, "sf", as.character(packageVersion("sf")), "GEOS", sf::sf_extSoftVersion()[["GEOS"]])'
    found, why = _said(["Rscript", "-e", f"suppressMessages(library(sf)); library(lwgeom); {version}"]) if shutil.which("Rscript") else (None, "R is not installed")
    if found is None:
        return Peer("sf", "R sf", GEODESIC, missing=why)
    return Peer("sf", "R sf", GEODESIC, [shutil.which("Rscript"), "--vanilla", places.here / "peers/sf_jobs.R"], version=found)


def _postgis():
    if not postgres.programs() or not shutil.which("psql"):
        return Peer("postgis", "PostGIS", GEODESIC, missing="PostGIS is not installed")
    python = places.work / "venv/bin/python"
    return Peer("postgis", "PostGIS", GEODESIC, [python, places.here / "peers/postgis_jobs.py"])


def _geodesic(shapely):
    """shapely with areas by pyproj's Geod instead of a kernel in numpy; other jobs would cut, and geodesic areas do not add up."""
    shapely.id, shapely.name, shapely.edges = "pyproj", "the same, pyproj's Geod", GEODESIC
    shapely.options = ["--model", "geodesic"]
    return shapely


MAKERS = {
    "shapely": lambda: _python(
        "shapely", "shapely + pyproj", "shapely, pyproj, orjson, numpy",
        "shapely {shapely.__version__} on GEOS {shapely.geos_version_string}, pyproj {pyproj.__version__}, numpy {numpy.__version__}", STRAIGHT),
    "pyproj": lambda: _geodesic(MAKERS["shapely"]()),
    "geopandas": lambda: _python("geopandas", "geopandas.overlay", "geopandas, pyogrio", "geopandas {geopandas.__version__}, pyogrio {pyogrio.__version__}", STRAIGHT),
    "duckdb": lambda: _python("duckdb", "DuckDB spatial", "duckdb", "DuckDB {duckdb.__version__}", GEODESIC),
    "postgis": _postgis,
    "sf": _sf,
    "spherely": lambda: _python("spherely", "S2 (spherely)", "spherely, shapely", "spherely {spherely.__version__}", SPHERE),
    "c": _c,
}


def peer(id):
    """A peer, set up as far as it can be."""
    return MAKERS[id]()
