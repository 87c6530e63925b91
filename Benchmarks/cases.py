"""What is measured: each case makes its input, runs ours and the peers in turn, and returns rows of the table."""
from __future__ import annotations

import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from runs import Program, in_turn, ratio

# A day on which the generated routines are partly in force and partly not.
AS_OF = "2026-03-01"


@dataclass
class Place:
    root: Path
    scratch: Path
    peers: Path
    rounds: int

    @property
    def rutin(self) -> str:
        return str(self.root / ".build/release/rutin")

    def generate(self, script: str, *arguments: str | int) -> None:
        command = [sys.executable, self.root / "Benchmarks" / script, *arguments]
        subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)

    def folder(self, name: str) -> Path:
        return self.scratch / name

    def routines(self, count: int) -> Path:
        content = self.folder(f"routines-{count}")
        if not content.exists():
            self.generate("generate_routines.py", content, count)
        return content

    def build(self, content: Path, output: Path, name: str = "rutin build", cold: bool = True) -> Program:
        work = self.folder(output.name + ".work")

        def prepare() -> None:
            if cold:
                shutil.rmtree(work, ignore_errors=True)
                shutil.rmtree(output, ignore_errors=True)

        command = [self.rutin, "build", "--content", content, "--output", output, "--work", work, "--as-of", AS_OF,
                   "--theme", self.root / "themes/intranet", "--quiet"]
        return Program(name, [[str(part) for part in command]], prepare)


def row(what: str, programs: list[Program], target: str = "", against: str = "", limit: float | None = None,
        measure: str = "wall") -> dict:
    """The first program is ours. `limit` is met when ours/`against` (else ours alone) in `measure` is at most that."""
    ours = programs[0]
    peer = next((program for program in programs if program.name == against), None)
    value = ratio(ours, peer, measure) if peer else ours.median(measure)
    return {
        "what": what, "target": target, "value": value, "is_ratio": peer is not None, "measure": measure,
        "against": against, "met": None if limit is None else value <= limit,
        "programs": [
            {"name": program.name} | {name: program.median(name) for name in ("wall", "cpu", "peak")} for program in programs
        ],
    }


def fresh(folder: Path):
    def prepare() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)

    return prepare


def whole_build(place: Place) -> list[dict]:
    """Whole builds, cold, beside Hugo, Pagefind and the floor"""
    floor = place.folder("floor")
    subprocess.run(["cc", "-O2", "-o", floor, place.root / "Benchmarks/floor/floor.c", "-lcmark", "-lpthread"], check=True)
    rows, per_page = [], {}
    for count in (100, 1_000, 10_000):
        content = place.routines(count)
        site, hugo_output, floor_output = (place.folder(f"{name}-{count}") for name in ("hugo", "hugo-out", "floor-out"))
        place.generate("hugo_site.py", content, site)
        hugo_command = [str(place.peers / "hugo"), "--source", str(site), "--destination", str(hugo_output), "--quiet",
                        "--cacheDir", str(place.folder("hugo-cache"))]
        pagefind = [str(place.peers / "python"), "-m", "pagefind", "--site", str(hugo_output), "--root-selector", "main"]
        ours = place.build(content, place.folder(f"ours-{count}"))
        hugo = Program("hugo", [hugo_command], fresh(hugo_output))
        both = Program("hugo + pagefind", [hugo_command, pagefind], fresh(hugo_output))
        least = Program("floor", [[str(floor), str(content / "routines"), str(floor_output)]], fresh(floor_output))
        in_turn([ours, hugo, both, least], place.rounds)
        programs = [ours, hugo, both, least]
        per_page[count] = ours.median("cpu") / count
        label = f"{count} routines"
        is_large = count == 10_000
        rows += [
            row(label, programs, "≤ 1/12 of Hugo + Pagefind", "hugo + pagefind", 1 / 12 if is_large else None),
            row(label, [ours, hugo], "≤ 1/4 of Hugo", "hugo", 1 / 4 if is_large else None),
            row(label, [ours, least], "≤ 2 × the floor", "floor", 2 if is_large else None),
        ]
        if is_large:
            rows.append(row(label, [ours], "≤ 400 MB", limit=400e6 / 2**20, measure="peak"))
    growth = per_page[10_000] / per_page[100] - 1
    rows.append(growth_row("processor time a routine, 100 → 10,000", growth, "< 20 %", 0.2))
    return rows


def growth_row(what: str, growth: float, target: str, limit: float) -> dict:
    return {"what": what, "target": target, "value": growth, "is_ratio": False, "measure": "growth", "against": "",
            "met": growth < limit, "programs": []}


def warm_build(place: Place) -> list[dict]:
    """Builds after a build: nothing changed, and one routine edited, among 10,000"""
    content, output = place.routines(10_000), place.folder("warm")
    run_once = place.build(content, output)
    in_turn([run_once], 0)
    same = place.build(content, output, "nothing changed", cold=False)
    in_turn([same], place.rounds)
    file = content / "routines/rutin-05001.md"
    original = file.read_text(encoding="utf-8")
    edits = iter(range(1_000_000))

    def edit() -> None:
        file.write_text(original + f"\nEn ny mening nummer {next(edits)}.\n", encoding="utf-8")

    edited = place.build(content, output, "one routine edited", cold=False)
    edited.prepare = edit
    in_turn([edited], place.rounds)
    file.write_text(original, encoding="utf-8")
    return [
        row("nothing changed, 10,000 routines", [same], "≤ 60 ms", limit=0.06),
        row("one routine edited, 10,000 routines", [edited], "≤ 100 ms", limit=0.1),
    ]


def visits(place: Place) -> list[dict]:
    """All visit measures of 1, 5 and 10 million rows, beside DuckDB"""
    rows, per_row = [], {}
    for millions in (1, 5, 10):
        folder = place.folder(f"visits-{millions}")
        place.generate("generate_visits.py", millions * 1_000_000, folder)
        work = place.folder("visits.work")
        command = [place.rutin, "stats", "V1", "V2", "V3", "V4", "V5", "L2", "--raw", "--format", "csv", "--data", folder,
                   "--as-of", "2026-11-01", "--work", work]
        ours = Program("rutin stats", [[str(part) for part in command]], lambda: shutil.rmtree(work, ignore_errors=True))
        duck_command = [place.peers / "python", place.root / "Benchmarks/duckdb_visits.py", folder, place.folder("duck.csv")]
        duck = Program("duckdb", [[str(part) for part in duck_command]])
        in_turn([ours, duck], place.rounds)
        per_row[millions] = ours.median("cpu") / millions
        label, is_five = f"{millions} million visits", millions == 5
        rows += [
            row(label, [ours, duck], "≤ 1/2 of DuckDB", "duckdb", 1 / 2 if is_five else None),
            row(label, [ours, duck], "peak ≤ 1/4 of DuckDB's", "duckdb", 1 / 4 if is_five else None, "peak"),
        ]
        shutil.rmtree(folder)
    rows.append(growth_row("processor time a row, 1 → 10 million", per_row[10] / per_row[1] - 1, "< 10 %", 0.1))
    return rows


def new_month(place: Place) -> list[dict]:
    """A new month beside eleven that have been read, 5 million visits in all"""
    folder, kept = place.folder("visits-5"), place.folder("kept.work")
    place.generate("generate_visits.py", 5_000_000, folder)
    newest = max(folder.glob("besok*.csv"))
    aside = place.folder(newest.name)
    newest.rename(aside)

    def program(name: str, work: Path, prepare) -> Program:
        command = [place.rutin, "stats", "V1", "V2", "V3", "V4", "V5", "L2", "--raw", "--format", "csv", "--data", folder,
                   "--as-of", "2026-11-01", "--work", work]
        return Program(name, [[str(part) for part in command]], prepare)

    time.sleep(3)  # A file changed within two seconds is not trusted by its times.
    in_turn([program("before", kept, lambda: None)], 0)
    shutil.copy(aside, newest)
    time.sleep(3)
    work = place.folder("month.work")

    def restore() -> None:
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(kept, work)

    ours = program("one new file", work, restore)
    cold = program("all files", work, lambda: shutil.rmtree(work, ignore_errors=True))
    in_turn([ours, cold], place.rounds)
    shutil.rmtree(folder)
    # That no other export is opened is for ReadingCacheTests to hold; counting from what is kept remains.
    return [row("1 new file of 12", [ours, cold], "only the new file is read", "all files", measure="cpu")]


def workbook(place: Place) -> list[dict]:
    """A workbook (XLSX) of 50,000 visits"""
    folder = place.folder("workbook")
    folder.mkdir(exist_ok=True)
    place.generate("generate_workbook.py", folder / "besok.xlsx", 50_000)
    (folder / "enheter.csv").write_text(
        "Enhets-ID;Enhet;Utförar-ID;Utförare;Regi;Verksamhet;Gäller från\n"
        + "".join(f"E-{n};Enhet {n};U-1;Egen regi;Egen regi;Hemtjänst;2020-01-01\n" for n in range(30)), encoding="utf-8")
    work = place.folder("workbook.work")
    command = [place.rutin, "stats", "V1", "--raw", "--data", folder, "--as-of", "2026-12-01", "--work", work]
    ours = Program("rutin stats", [[str(part) for part in command]], lambda: shutil.rmtree(work, ignore_errors=True))
    in_turn([ours], place.rounds)
    return [row("XLSX, 50,000 rows", [ours], "≤ 1.5 s", limit=1.5)]


def check_links(place: Place) -> list[dict]:
    """`rutin check` of 50,000 links, five in each of 10,000 short routines"""
    content = place.folder("links")
    (content / "routines").mkdir(parents=True, exist_ok=True)
    (content / "site.yaml").write_text("namn: Länkpärmen\norganisation: Ekvik kommun\n", encoding="utf-8")
    for index in range(10_000):
        links = " ".join(f"[rutin {n}](r{(index * 7 + n * 997) % 10_000:05d}.md)" for n in range(5))
        (content / f"routines/r{index:05d}.md").write_text(
            f"---\ntitel: Rutin {index}\nid: L-{index}\ngäller till: 2028-01-01\nansvarig: IT-funktionen\n"
            f"beslutad av: Verksamhetschef\nbeslutad: 2024-01-01\n---\n\nSe {links}.\n", encoding="utf-8")
    command = [place.rutin, "check", "--content", content, "--theme", place.root / "themes/intranet", "--as-of", AS_OF, "--quiet"]
    ours = Program("rutin check", [[str(part) for part in command]])
    in_turn([ours], place.rounds)
    return [row("check, 50,000 links", [ours], "≤ 1 s", limit=1.0)]


def start(place: Place) -> list[dict]:
    """Start of the program"""
    ours = Program("rutin --help", [[place.rutin, "--help"]])
    in_turn([ours], place.rounds * 4)
    return [row("start of the program", [ours], "≤ 10 ms", limit=0.01)]


ALL = [whole_build, warm_build, visits, new_month, workbook, check_links, start]
