#!/usr/bin/env python3
"""Writes the exports of a small random municipality, for attacking what is published of it.

    random_municipality.py SEED FOLDER [ROWS]      the as-of date is 2026-11-01

A register of 10-20 units, of which some change provider (in mid-month too) and some are taken over by others (chains of units and
of providers), with tiny units beside large ones, shared staff and clients, doubled visits, locks and jobs. The same seed and ROWS
give the same bytes.
"""
import random
import sys
from datetime import date, timedelta
from pathlib import Path

AS_OF = "2026-11-01"
REGISTER = "Enhets-ID;Enhet;Utförar-ID;Utförare;Regi;Verksamhet;Telefonbehov;Vikarietelefoner;Gäller från;Gäller till;Ersätter;Alias"
VISITS = "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Slutregistrering;Status;Besökstyp;Dubbelbemanning"
LOCKS = "Lås-ID;Låstyp;Enhets-ID;Brukarnr;Status;Kopplat från;Kopplat till;Batteri;Avläst"
JOBS = "Uppdrags-ID;Typ;Beställt;Utfört;Status;Enhets-ID;Lås-ID;Orsak"
WAYS = ["Lås", "NFC", "App", "Efterhand", "Okänd"]
LAST = date(2026, 10, 31)


def write(seed, folder, rows=12_000, units=(8, 14), months=None):
    rng = random.Random(f"municipality {seed}")
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    first = date(2026, 11 - months, 1) if months else date(2025, rng.choice([10, 11, 12]), 1)
    days = (LAST - first).days + 1
    spans, lines = register(rng, first, units)  # unit -> [(from, to)]
    put(folder / "enheter.csv", REGISTER, lines)

    units = list(spans)
    weight = {unit: rng.choice([0.03, 0.1, 0.3, 1, 1, 2]) for unit in units}
    staff = {unit: [f"P-{unit}-{n}" for n in range(rng.choice([2, 4, 6, 9, 14]))] for unit in units}
    clients = {unit: [f"K-{unit}-{n}" for n in range(rng.choice([2, 4, 7, 12, 25]))] for unit in units}
    shared_staff = [p for unit in units for p in staff[unit][:1]]
    shared_clients = [k for unit in units for k in clients[unit][:1]]
    ways = {unit: rng.choices(range(1, 30), k=5) for unit in units}
    mixing = rng.choice([0, 0.01, 0.05])
    visits = []
    number = 0
    share = rows / 1.12 / sum(weight.values()) / days
    for unit in units:
        for start, end in spans[unit]:
            day = max(start, first)
            while day <= min(end, LAST):
                chance = weight[unit] * share * (0.4 if day.day % 9 == 0 else 1)
                count = int(chance) + (rng.random() < chance % 1)
                for _ in range(count):
                    number += 1
                    client = rng.choice(shared_clients if rng.random() < mixing else clients[unit])
                    way = rng.choices(WAYS, ways[unit])[0]
                    status = rng.choices(["Utfört", "Bom", "Inställt"], [50, 1, 1])[0]
                    hour = f"{rng.randrange(7, 22):02d}:{rng.randrange(60):02d}"
                    for person in rng.sample(staff[unit], 2 if rng.random() < 0.12 else 1):
                        if rng.random() < mixing:
                            person = rng.choice(shared_staff)
                        kind = rng.choice(["Planerat", "Planerat", "Planerat", "Larm", "Extra"])
                        visits.append(f"B-{number};{person};{unit};{client};{day} {hour};;{way};{way};{status};{kind};Nej")
                        way = rng.choices(WAYS, ways[unit])[0]
                day += timedelta(days=1)
    put(folder / "besok.csv", VISITS, list(dict.fromkeys(visits)))

    locks = []
    for unit in units:
        if spans[unit][-1][1] < LAST:
            continue
        for client in clients[unit]:
            if rng.random() < 0.6:
                since = first + timedelta(days=rng.randrange(-200, days))
                locks.append(f"L-{client};Brukarlås;{unit};{client};Kopplat;{since};;{rng.choice(['OK', 'OK', 'Lågt', 'Kritiskt', ''])};{LAST}")
    put(folder / "las.csv", LOCKS, locks)
    jobs = []
    for unit in rng.sample(units, min(4, len(units))):  # teams that mount locks
        for _ in range(rng.choice([8, 30, 60])):
            start, end = rng.choice(spans[unit])
            start, end = max(start, first), min(end, LAST)
            if start > end:
                continue
            day = start + timedelta(days=rng.randrange((end - start).days + 1))
            kind = rng.choice(["Montering", "Nedmontering", "Byte", "Service"])
            status = rng.choice(["Utfört", "Utfört", "Utfört", "Avbrutet"])
            jobs.append(f"M-{len(jobs)};{kind};{day};{day if status == 'Utfört' else ''};{status};{unit};;")
    put(folder / "monteringar.csv", JOBS, jobs)


def register(rng, first, counts):
    spans, lines = {}, []
    providers = [f"U-{n}" for n in range(1, rng.randrange(4, 7))]
    count = rng.randint(*counts)

    def line(unit, provider, start, end, replaces=""):
        spans.setdefault(unit, []).append((start, end or LAST))
        lines.append(f"{unit};Enhet {unit};{provider};Utförare {provider};Egen;Hemtjänst;4;0;{start};{end or ''};{replaces};")

    begin = date(2024, 1, 1)
    for n in range(1, count + 1):
        unit, provider = f"E-{n}", providers[n % len(providers)]
        if rng.random() < 0.25:  # moves, on the first of a month or in the middle of one
            moved = first + timedelta(days=rng.randrange(20, (LAST - first).days - 5))
            if rng.random() < 0.5:
                moved = moved.replace(day=1)
            line(unit, provider, begin, moved - timedelta(days=1))
            line(unit, rng.choice([p for p in providers if p != provider]), moved, None)
        else:
            line(unit, provider, begin, None)
    taken = date(2026, rng.randrange(max(first.month, 2) if first.year == 2026 else 2, 10), rng.choice([1, 1, 15]))
    for n in range(1, rng.randrange(2, 4)):  # a provider whose units are all taken over, one by one, by another's
        line(f"E-8{n}", "U-8", begin, taken - timedelta(days=1))
        line(f"E-9{n}", "U-9", taken, None, f"E-8{n}")
    return spans, lines


def put(path, heading, lines):
    path.write_text("\n".join([heading, *lines]) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:4]))
