"""Writes exports of a large municipality: generate_visits.py FOLDER ROWS (visit rows over twelve months, one file)."""
import random
import sys
from pathlib import Path

folder, rows = Path(sys.argv[1]), int(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
rng = random.Random(7)
units = [f"E-{n}" for n in range(1, 61)]
with open(folder / "enheter.csv", "w", encoding="utf-8") as out:
    out.write("Enhets-ID;Enhet;Utförar-ID;Utförare;Regi;Verksamhet;Telefonbehov;Vikarietelefoner;Gäller från;Gäller till;Ersätter;Alias\n")
    for n, unit in enumerate(units):
        out.write(f"{unit};Grupp {n};U-{n % 9};Utförare {n % 9};{'Egen' if n % 9 < 4 else 'Extern'};Hemtjänst;20;2;2024-01-01;;;\n")
clients = [(f"K-{30000 + n}", units[n % len(units)]) for n in range(9000)]
staff = {unit: [f"P-{100 + n * 60 + k}" for k in range(60)] for n, unit in enumerate(units)}
with open(folder / "las.csv", "w", encoding="utf-8") as out:
    out.write("Lås-ID;Låstyp;Enhets-ID;Brukarnr;Status;Kopplat från;Kopplat till;Batteri;Avläst\n")
    for n, (client, unit) in enumerate(clients):
        if n % 3 != 0:
            out.write(f"L-{n};Brukarlås;{unit};{client};Kopplat;2025-{n % 12 + 1:02}-15;;OK;2026-10-31\n")
days = [f"{2025 + (m + 10) // 12}-{(m + 10) % 12 + 1:02}-{d:02}" for m in range(12) for d in range(1, 29)]
ways = ["Lås"] * 55 + ["NFC"] * 15 + ["App"] * 15 + ["Efterhand"] * 12 + ["Okänd"] * 3
states = ["Utfört"] * 94 + ["Avböjt"] * 3 + ["Bom"] * 2 + ["Inställt"]
with open(folder / "besok.csv", "w", encoding="utf-8") as out:
    out.write("Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Slutregistrering;Status;Besökstyp;Dubbelbemanning\n")
    written = visit = 0
    while written < rows:
        day = days[written * len(days) // rows]
        client, unit = clients[int(rng.random() * 9000)]
        clock = int(rng.random() * 1380)
        start, end = f"{clock // 60:02}:{clock % 60:02}", f"{(clock + 20) // 60:02}:{(clock + 20) % 60:02}"
        way, state = ways[int(rng.random() * 100)], states[int(rng.random() * 100)]
        double = rng.random() < 0.12
        visit += 1
        for _ in range(2 if double else 1):
            person = staff[unit][int(rng.random() * 60)]
            out.write(f"B-{900000 + visit};{person};{unit};{client};{day} {start};{day} {end};{way};{way};{state};Planerat;{'Ja' if double else 'Nej'}\n")
            written += 1
