"""Rows of results as text."""
from __future__ import annotations


def value(row: dict) -> str:
    if row["measure"] == "growth":
        return f"{row['value'] * 100:+.0f} %"
    if row["is_ratio"]:
        return f"{row['value']:.2f} × {row['against']}"
    if row["measure"] == "peak":
        return f"{row['value']:.0f} MiB"
    return f"{row['value'] * 1000:.0f} ms"


def verdict(row: dict) -> str:
    return {None: "", True: "met", False: "**not met**"}[row["met"]]


def line(row: dict) -> str:
    return f"{row['what']}: {value(row)} ({row['target']}) {verdict(row)}".rstrip()


def page(kept: dict, cases: list) -> str:
    out = [
        "# Benchmarks", "",
        "Written by `make bench`; medians of runs in turn, ratios of runs side by side. Inputs are generated, inputs and outputs lie",
        "in memory. Hugo's configuration is in `Benchmarks/peers/hugo`: the same documents, lists, register and feed, without our",
        "checklists, states, search index (that is Pagefind's part) and scan for personal numbers.", "",
    ]
    for case in cases:
        if case.__name__ not in kept:
            continue
        done = kept[case.__name__]
        facts = done["machine"]
        out += [f"## {case.__doc__.splitlines()[0]}", "", "| what | to reach | measured | |", "| --- | --- | --- | --- |"]
        out += [f"| {row['what']} | {row['target']} | {value(row)} | {verdict(row)} |" for row in done["rows"]]
        out += ["", "| what | program | wall | processor | peak |", "| --- | --- | ---: | ---: | ---: |"]
        seen = set()
        for row in done["rows"]:
            for program in row["programs"]:
                if (row["what"], program["name"]) in seen:
                    continue
                seen.add((row["what"], program["name"]))
                out.append(
                    f"| {row['what']} | {program['name']} | {program['wall']:.3f} s | {program['cpu']:.3f} s | {program['peak']:.0f} MiB |")
        out += ["", f"{facts['day']}, commit {facts['commit']}: {facts['processor']}, {facts['cores']} cores, {facts['memory']},"
                f" {facts['system']}; load at the end {facts['load']}.", ""]
    return "\n".join(out)
