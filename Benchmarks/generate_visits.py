#!/usr/bin/env python3
"""Writes a register, a lock register and twelve monthly files of visits, ROWS rows in all, for measuring speed and memory.

    generate_visits.py ROWS FOLDER

The municipality is large: 400 units of 60 providers, 25 clients and 12 staff in each unit, 2025-11 to 2026-10, as-of date 2026-11-01.
ROWS changes only how often a client is visited. One visit in twelve has a second member of staff, in another row of the same day;
40 units change provider in mid-year, 20 units of two providers are taken over by new units of new providers (chains), and
three clients in five have a lock, some of them mounted or taken down within the year. Every row is valid, so that a program
without validation gives the same figures. The same ROWS give the same bytes.
"""
from __future__ import annotations

import random
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from pathlib import Path

MONTHS = [(2025, 11), (2025, 12), *((2026, month) for month in range(1, 11))]
UNITS, PROVIDERS, CLIENTS, STAFF = 400, 60, 25, 12
TAKEOVER = date(2026, 6, 1)
HEADINGS = "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Slutregistrering;Status;Besökstyp;Dubbelbemanning\n"

# 20 units are taken over: unit 361-380 until the takeover, 381-400 from it
OLD, NEW = range(361, 381), range(381, 401)


def last_day(month: tuple[int, int]) -> date:
    return (date(*month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def provider(unit: int) -> str:
    if unit in OLD:
        return f"U-{57 + unit % 2}"
    if unit in NEW:
        return f"U-{59 + unit % 2}"
    return f"U-{1 + unit % 56}"


def write_register(folder: Path) -> None:
    lines = ["Enhets-ID;Enhet;Utförar-ID;Utförare;Regi;Verksamhet;Telefonbehov;Vikarietelefoner;Gäller från;Gäller till;Ersätter;Alias"]
    for unit in range(1, UNITS + 1):
        def row(of: str, first: str, last: str = "", replaces: str = "") -> str:
            kind = "Egen" if int(of[2:]) <= 30 else "Extern"
            return f"E-{unit};Enhet {unit};{of};Utförare {of[2:]};{kind};Hemtjänst;{STAFF};1;{first};{last};{replaces};"

        if unit in OLD:
            lines.append(row(provider(unit), "2024-01-01", (TAKEOVER - timedelta(days=1)).isoformat()))
        elif unit in NEW:
            lines.append(row(provider(unit), TAKEOVER.isoformat(), replaces=f"E-{unit - 20}"))
        elif unit % 9 == 0:
            lines.append(row(provider(unit), "2024-01-01", "2026-03-31"))
            lines.append(row(f"U-{1 + (unit + 7) % 56}", "2026-04-01"))
        else:
            lines.append(row(provider(unit), "2024-01-01"))
    (folder / "enheter.csv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def write_locks(folder: Path) -> None:
    rng = random.Random("locks")
    lines = ["Lås-ID;Låstyp;Enhets-ID;Brukarnr;Status;Kopplat från;Kopplat till;Batteri;Avläst"]
    for unit in range(1, UNITS + 1):
        for client in clients_of(unit):
            draw = rng.random()
            if draw >= 0.6 or unit in NEW:
                continue
            first = date(2025, 1, 1) if draw < 0.4 else date(2025, 11, 1) + timedelta(days=rng.randrange(360))
            last, status = "", "Kopplat"
            if draw < 0.05:
                last, status = (date(2026, 1, 1) + timedelta(days=rng.randrange(300))).isoformat(), "Bortkopplat"
            at = unit + 20 if unit in OLD else unit
            lines.append(f"L-{unit * 100 + client % 100};Brukarlås;E-{at};K-{client};{status};{first};{last};OK;2026-10-31")
    (folder / "las.csv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def clients_of(unit: int) -> list[int]:
    """The successor serves the clients of the unit that it replaces."""
    base = 10_000 + (unit - 20 if unit in NEW else unit) * 100
    return list(range(base, base + CLIENTS))


def write_month(task: tuple[int, int, Path]) -> None:
    index, rows, folder = task
    month = MONTHS[index]
    rng = random.Random(f"visits {index} {rows}")
    draw, shuffle = rng.random, rng.shuffle
    days = [date(*month, 1) + timedelta(days=number) for number in range(last_day(month).day)]
    clock = [f"{minute // 60:02d}:{minute % 60:02d}" for minute in range(1440)]
    # Registrations and the rest of the row, a hundredth each
    ways = ["Lås"] * 38 + ["NFC"] * 14 + ["App"] * 30 + ["Efterhand"] * 16 + ["Okänd"] * 2
    tails = [f";{way};{way};Utfört;Planerat;" for way in ways] * 9
    tails += [f";{way};App;{status};Planerat;" for way, status in zip(ways, ["Avböjt", "Bom", "Inställt", "Utfört"] * 25)]
    number = 100_000_000 + index * 10_000_000
    done = 0
    with open(folder / f"besok-{month[0]}-{month[1]:02d}.csv", "w", encoding="utf-8", newline="\n") as file:
        file.write(HEADINGS)
        for day_number, day in enumerate(days):
            units = [unit for unit in range(1, UNITS + 1) if not (unit in OLD and day >= TAKEOVER or unit in NEW and day < TAKEOVER)]
            crews = [[f"P-{unit * 100 + person}" for person in range(STAFF)] for unit in units]
            middles = [[f";E-{unit};K-{client};{day} " for client in clients_of(unit)] for unit in units]
            until = f";{day} "
            target = rows * (day_number + 1) // len(days) - done
            lines: list[str] = []
            while len(lines) < target:
                number += 1
                at = int(draw() * len(units))
                crew, middle = crews[at], middles[at][int(draw() * CLIENTS)]
                person = int(draw() * STAFF)
                # visits begin between 06:00 and 22:59 and last at most 59 minutes, so that they end on their day
                start = 360 + int(draw() * 1020)
                end = clock[start + 5 + int(draw() * 55)] if start < 1380 else "23:59"
                tail = tails[int(draw() * 1000)]
                if draw() < 0.083 and len(lines) + 1 < target:
                    second = crew[(person + 1 + int(draw() * (STAFF - 1))) % STAFF]
                    other = tails[int(draw() * 1000)]
                    later = clock[start + int(draw() * 3)]
                    lines.append(f"B-{number};{crew[person]}{middle}{clock[start]}{until}{end}{tail}Ja\n")
                    lines.append(f"B-{number};{second}{middle}{later}{until}{end}{other}Ja\n")
                else:
                    lines.append(f"B-{number};{crew[person]}{middle}{clock[start]}{until}{end}{tail}Nej\n")
            shuffle(lines)
            file.writelines(lines)
            done += len(lines)


def main() -> None:
    rows, folder = int(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    write_register(folder)
    write_locks(folder)
    shares = [rows * (index + 1) // len(MONTHS) - rows * index // len(MONTHS) for index in range(len(MONTHS))]
    with ProcessPoolExecutor() as pool:
        list(pool.map(write_month, [(index, share, folder) for index, share in enumerate(shares)]))
    size = sum(path.stat().st_size for path in folder.glob("*.csv"))
    print(f"{folder}: {rows} rows of visits, {size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
