"""What a figure depends on besides the programs."""

import os
import platform
import subprocess
from pathlib import Path


def _first(path, start):
    try:
        for line in Path(path).read_text().splitlines():
            if line.startswith(start):
                return line.split(":" if ":" in line else "=", 1)[1].strip().strip('"')
    except OSError:
        pass
    return None


def load():
    return round(os.getloadavg()[0], 2)


def description():
    memory = _first("/proc/meminfo", "MemTotal")
    return {
        "processor": _first("/proc/cpuinfo", "model name") or platform.processor() or "unknown",
        "cores": os.cpu_count(),
        "memoryGiB": round(int(memory.split()[0]) / 2**20) if memory else None,
        "system": _first("/etc/os-release", "PRETTY_NAME") or platform.system(),
        "kernel": f"{platform.system()} {platform.release().split('-')[0]}",
        "loadAtStart": load(),
    }


def toolchain():
    """Versions of what metes stands on."""
    def said(*command):
        try:
            return subprocess.run(command, capture_output=True, text=True).stdout.strip()
        except OSError:
            return ""
    swift = said("swift", "--version")
    at = swift.find("Swift version ")
    return f"GEOS {said('pkg-config', '--modversion', 'geos')}, PROJ {said('pkg-config', '--modversion', 'proj')}, Swift {swift[at + 14:].split()[0] if at >= 0 else '?'}"
