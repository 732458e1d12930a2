"""Where things are."""

import os
import pathlib

root = pathlib.Path(__file__).resolve().parents[2]
here = root / "benchmarks"
cache = pathlib.Path(os.environ.get("METES_CACHE", root / ".cache/geodata")).absolute()
work = root / ".cache/benchmarks"


def shown(words):
    """A command as a reader can type it: no path of this machine in it."""
    text = " ".join(str(word) for word in words)
    for path, name in ((cache, ".cache/geodata"), (work, ".cache/benchmarks"), (root, ".")):
        text = text.replace(str(path.resolve()), name).replace(str(path), name)
    return text
