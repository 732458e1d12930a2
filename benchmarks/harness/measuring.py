"""What one run of a command costs."""

import os
import subprocess
import sys
from dataclasses import dataclass
from statistics import median

from . import places


@dataclass
class Cost:
    cpu: float  # seconds, user and system, all threads and children
    wall: float  # seconds by the clock
    memory: float  # peak MiB of the largest process


class Failure(Exception):
    """A command that did not end well; its words are the last lines that it said."""


def run(name, command, server=None, accepted=(0,), limit=None):
    """Runs a command once; its output goes to NAME.out in the work folder. What a server spent on it is added.

    Raises Failure where it ends with another code than an accepted one, or takes more than `limit` seconds.
    """
    output, errors = places.work / f"{name}.out", places.work / f"{name}.err"
    if server:
        server.begin()
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", str(places.here / "harness/measure"), str(output), str(errors), *map(str, command)],
        cwd=places.root, stdout=subprocess.PIPE, text=True, env={**os.environ, **(server.environment if server else {}), "PYTHONDONTWRITEBYTECODE": "1"},
        start_new_session=True)
    try:
        said, _ = process.communicate(timeout=limit)
    except BaseException as reason:
        # The command and what it started are a group of their own, so that nothing else ends with them.
        os.killpg(process.pid, 9)
        process.wait()
        if server:
            server.end()
        if isinstance(reason, subprocess.TimeoutExpired):
            raise Failure(f"took more than {limit:.0f} s") from None
        raise
    spent = server.end() if server else None
    if process.returncode not in accepted:
        lines = [line for line in errors.read_text(errors="replace").splitlines() if line.strip()]
        raise Failure(" / ".join(lines[-2:])[:200] if lines else f"ended with {process.returncode}")
    cpu, wall, memory = map(float, said.split())
    return Cost(cpu + (spent[0] if spent else 0), wall, max(memory, spent[1] if spent else 0))


def summary(costs):
    """Median, least and most of each of a list of costs; None of an empty one."""
    if not costs:
        return None
    result = {"runs": len(costs)}
    for key, name in (("cpu", "cpuSeconds"), ("wall", "wallSeconds"), ("memory", "peakMiB")):
        values = [getattr(cost, key) for cost in costs]
        result[name] = {"median": median(values), "min": min(values), "max": max(values)}
    return result
