#!/usr/bin/env python3
"""Measures what quality.md 1 asks for, beside the peers, and writes Documentation/benchmarks.md.

    bench.py [--rounds 5] [--only NAME ...] [--scratch FOLDER]

Run by `make bench`, which builds the program and installs the peers. Inputs and outputs lie in memory (/dev/shm), so that
no disk is measured. What was not run this time keeps its rows in the table.
"""
import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import cases
import table

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "Benchmarks/results.json"


def machine() -> dict[str, str]:
    def first(path: str, key: str) -> str:
        lines = (line for line in Path(path).read_text().splitlines() if line.startswith(key))
        return next(lines, ":?").split(":")[1].strip()

    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    return {
        "day": date.today().isoformat(), "commit": commit, "processor": first("/proc/cpuinfo", "model name"),
        "cores": str(len(os.sched_getaffinity(0))), "memory": first("/proc/meminfo", "MemTotal"),
        "system": platform.freedesktop_os_release().get("PRETTY_NAME", "") + ", Linux " + platform.release(),
        "load": f"{os.getloadavg()[0]:.1f}",
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", nargs="*", choices=[case.__name__ for case in cases.ALL])
    parser.add_argument("--scratch", type=Path, default=Path("/dev/shm/rutin-bench"))
    arguments = parser.parse_args()
    arguments.scratch.mkdir(parents=True, exist_ok=True)
    place = cases.Place(ROOT, arguments.scratch, Path(sys.executable).parent, arguments.rounds)
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    for case in cases.ALL:
        if arguments.only and case.__name__ not in arguments.only:
            continue
        print(case.__doc__.splitlines()[0], flush=True)
        kept[case.__name__] = {"machine": machine(), "rows": case(place)}
        for row in kept[case.__name__]["rows"]:
            print("  " + table.line(row), flush=True)
        KEPT.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (ROOT / "Documentation/benchmarks.md").write_text(table.page(kept, cases.ALL), encoding="utf-8")
    shutil.rmtree(arguments.scratch)


main()
