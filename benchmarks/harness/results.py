"""Writes what was measured: one JSON file, and the same as Markdown."""

import json
import math
from statistics import linear_regression


# Why a peer may be faster at a job.
START = "most of what metes spends is the start of its process, and the peer neither proves the maps nor hashes the files"
WHY = {
    "reading": "its scanner takes what stands between brackets for numbers; it refuses nothing, keeps no place and no property",
    "area-one": START, "delta-day": START, "delta-month": START, "delta-year": START, "size-3000": START,
    "area-series": "it measures straight edges without proving a map; metes finds and proves all changes in that time",
}


def spread(summary, key, digits=2):
    """`median (least–most)`; a median alone where nothing else was seen."""
    if not summary:
        return "–"
    one = summary[key]
    text = f"{one['median']:.{digits}f}"
    return text if summary["runs"] == 1 else f"{text} ({one['min']:.{digits}f}–{one['max']:.{digits}f})"


def ratio(row, key):
    """How many times the peer's cost is that of metes; None where the figures do not agree."""
    if not row.get("agreed") or not row.get("peer") or not row.get("metes") or not row["metes"][key]["median"]:
        return None
    return row["peer"][key]["median"] / row["metes"][key]["median"]


def goal(row):
    if not row.get("goal"):
        return ""
    times, clock = row["goal"]
    found = ratio(row, "wallSeconds" if clock == "wall" else "cpuSeconds")
    unit = " by the clock" if clock == "wall" else ""
    return f"{times}×{unit}, " + ("void" if found is None else "met" if found >= times else "missed")


def notes(results):
    """What follows from several jobs together: the exponent in the size of the map, and fine borders over coarse ones."""
    medians = {}
    for job in results["jobs"]:
        for row in job["rows"]:
            if row.get("metes"):
                medians.setdefault(job["id"], []).append(row["metes"]["cpuSeconds"]["median"])
    medians = {id: sorted(values)[len(values) // 2] for id, values in medians.items()}
    lines = []
    for share, jobs in (("0.1", "moved-0.1"), ("1", "size"), ("10", "moved-10"), ("60", "moved-60")):
        # Below 30,000 vertices the start of the process is the cost.
        sizes = [(count, medians[f"{jobs}-{count}"]) for count in (30_000, 300_000, 3_000_000) if f"{jobs}-{count}" in medians]
        if len(sizes) == 3:
            slope = linear_regression([math.log(count) for count, _ in sizes], [math.log(cpu) for _, cpu in sizes]).slope
            lines.append(
                f"Where {share} % moved, cost of `metes delta` grows with the size of the map as its power {slope:.2f} (goal: at most 1.1).")
    if borders := results.get("fineOverCoarse"):
        lines.append(
            f"Fine borders cost metes {borders['times']:.2f} times the CPU seconds that coarse ones do, medians of {borders['runs']} runs in turn "
            "(goal: at most 1.5).")
    faster = sorted({(row["name"], job["id"]) for job in results["jobs"] for row in job["rows"] if (ratio(row, "cpuSeconds") or 1) < 1})
    for name, id in faster:
        lines.append(f"{name} costs less CPU at `{id}`: {WHY.get(id, 'a reason is owed')}.")
    return lines


def markdown(results):
    machine, programs = results["machine"], results["programs"]
    lines = [
        f"# Benchmarks of {results['date']}",
        "",
        f"{machine['processor']}, {machine['cores']} cores, {machine['memoryGiB']} GiB, {machine['system']}, {machine['kernel']}; "
        f"load {machine['loadAtStart']} at the start and {machine['loadAtEnd']} at the end. " + results.get("remark", ""),
        "",
        f"metes {programs['metes']}.",
        *(f"{name}: {words}." for name, words in programs["peers"].items()),
        "",
        "Medians (least–most) of the whole process, start included; CPU is user and system of all threads, for PostGIS the server's besides. "
        "A ratio is the peer's median over that of metes in the runs between the peer's. *metes, same edges* is the run that the figures "
        "were compared with, where the peer's edges are not straight: one run, CPU seconds.",
        "",
        "| job | peer (edges) | runs | CPU s, peer | CPU s, metes | times less CPU | clock s, peer | clock s, metes | times less by the clock | MiB, peer / metes | metes, same edges | figures | goal |",
        "|" + "---|" * 13,
    ]
    for job in results["jobs"]:
        title = f"`{job['id']}`: {job['title']}"
        if job.get("skipped"):
            lines.append(f"| {title} | skipped: {job['skipped']} |" + " |" * 11)
        for row in job["rows"]:
            if row.get("skipped"):
                lines.append(f"| {title} | {row['name']}: {row['skipped']} |" + " |" * 11)
            else:
                cpu, wall = ratio(row, "cpuSeconds"), ratio(row, "wallSeconds")
                peer, metes = row.get("peer"), row.get("metes")
                cells = [
                    title, f"{row['name']} ({row['edges']})" if peer else row["name"], str((peer or metes)["runs"]),
                    spread(peer, "cpuSeconds"), spread(metes, "cpuSeconds", 3), f"**{cpu:.1f}**" if cpu else "–",
                    spread(peer, "wallSeconds"), spread(metes, "wallSeconds", 3), f"{wall:.1f}" if wall else "–",
                    " / ".join(f"{one['peakMiB']['median']:.0f}" for one in (peer, metes) if one),
                    f"{row['sameEdges']['cpuSeconds']:.2f}" if row.get("sameEdges") else "",
                    row.get("figures", ""), goal(row),
                ]
                lines.append("| " + " | ".join(cells) + " |")
            title = ""
    lines += ["", *notes(results), "", "Commands:", "", "```sh"]
    lines += [command for job in results["jobs"] for command in job.get("commands", [])]
    return "\n".join([*lines, "```", ""])


def write(folder, results):
    """Both files, each whole or not at all; says their names."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for suffix, text in ((".json", json.dumps(results, indent=1, ensure_ascii=False) + "\n"), (".md", markdown(results))):
        file = folder / (results["date"] + suffix)
        partial = file.with_suffix(suffix + ".partial")
        partial.write_text(text)
        partial.replace(file)
        made.append(file)
    return made
