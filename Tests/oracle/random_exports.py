#!/usr/bin/env python3
"""Writes a small random set of exports in canonical form, full of edge cases, for comparing the engine with measures.py.

    random_exports.py SEED FOLDER      prints the as-of date to use

The same seed gives the same bytes. The data make no sense as care; they make every rule of measures.md matter.
"""
from __future__ import annotations

import random
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Callable, Optional

HEADINGS = {
    "enheter": "Enhets-ID;Enhet;Utförar-ID;Utförare;Regi;Verksamhet;Telefonbehov;Vikarietelefoner;Gäller från;Gäller till;Ersätter;Alias",
    "besok": "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Slutregistrering;Status;Besökstyp;Dubbelbemanning",
    "telefoner": "Telefon-ID;Enhets-ID;Status;Typ;Registrerad;Kopplad;Senast använd;Appversion;Avläst",
    "las": "Lås-ID;Låstyp;Enhets-ID;Brukarnr;Status;Kopplat från;Kopplat till;Batteri;Avläst",
    "lashandelser": "Händelse-ID;Tidpunkt;Lås-ID;Personalnr;Telefon-ID;Händelse;Resultat;Besöks-ID",
    "monteringar": "Uppdrags-ID;Typ;Beställt;Utfört;Status;Enhets-ID;Lås-ID;Orsak",
}
REQUIRED = {
    "enheter": ["Enhets-ID", "Utförar-ID", "Regi", "Verksamhet", "Gäller från"],
    "besok": ["Besöks-ID", "Personalnr", "Enhets-ID", "Brukarnr", "Start", "Startregistrering", "Status"],
    "telefoner": ["Telefon-ID", "Enhets-ID", "Status", "Typ", "Registrerad", "Avläst"],
    "las": ["Lås-ID", "Låstyp", "Enhets-ID", "Status", "Avläst"],
    "lashandelser": ["Händelse-ID", "Tidpunkt", "Lås-ID", "Händelse", "Resultat"],
    "monteringar": ["Uppdrags-ID", "Typ", "Status", "Enhets-ID"],
}
DATES = {
    "enheter": ["Gäller från", "Gäller till"],
    "besok": [],
    "telefoner": ["Registrerad", "Avläst"],
    "las": ["Kopplat från", "Kopplat till", "Avläst"],
    "lashandelser": [],
    "monteringar": ["Utfört", "Beställt"],
}
DATE_TIMES = {"besok": ["Start", "Slut"], "telefoner": ["Senast använd"], "lashandelser": ["Tidpunkt"]}
CODED = {
    "enheter": ["Regi", "Verksamhet", "Telefonbehov", "Vikarietelefoner"],
    "besok": ["Startregistrering", "Status"],
    "telefoner": ["Status", "Typ", "Kopplad"],
    "las": ["Låstyp", "Status", "Batteri"],
    "lashandelser": ["Händelse", "Resultat"],
    "monteringar": ["Typ", "Status"],
}
REFERENCE = {"besok": "Start", "telefoner": "Avläst", "las": "Avläst", "lashandelser": "Tidpunkt"}

BAD_DATES = ["2026-02-30", "2026-13-05", "2026-00-10", "31/1 2026", "okänt", "2026-1-5", "2025-02-29", "2026-10-05 08:00", "0000-01-01"]
BAD_DATE_TIMES = [
    "2026-02-30 08:00", "2026-13-05 08:00", "31/1 2026 08:00", "2026-10-05 25:10", "okänt", "2026-10-05", "2026-10-05 24:00",
    "2026-10-05 08:60", "2026-10-05 08:00:60", "2026-10-05 8:00", "2026-10-05 08:00:0",
]
BAD_CODES = ["Vinge", "?", "0x", "-1", "3,5"]

# byte order is neither numeric order nor a language's: A < Z < a < Å, 10 < 2
UNIT_IDS = ["E-1", "E-2", "E-10", "E-9", "E-100", "E-03", "e-1", "E-Ö", "E-Z", "E-a", "E-Å", "E_1", "12", "7"]
PROVIDER_IDS = ["U-1", "U-2", "U-10", "U-03", "u-1", "U-Ö", "U-7"]
STAFF_IDS = ["P-7", "P-100", "P-1003", "P-0417", "P-8", "p-7", "P-Å", "77", "0077"]
FILE_PARTS = ["", "-2026-1", "-2026-10", "-2026-2", "2", "10", "-a", "-Z", "-å", "_b", "-Å"]

Row = dict[str, str]


def text_of(moment: datetime, rng: random.Random) -> str:
    """With seconds or, when they are 0, sometimes without: the same point in time."""
    if moment.second == 0 and rng.random() < 0.6:
        return moment.strftime("%Y-%m-%d %H:%M")
    return moment.strftime("%Y-%m-%d %H:%M:%S")


class Exports:
    def __init__(self, seed: int) -> None:
        self.rng = rng = random.Random(f"exports {seed}")
        # the visits lie in 2-5 months around a half-year's or a year's end, or anywhere
        middle = rng.choice([date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1), date(2026, 3, 29), date(2026, 10, 25)])
        self.first = middle - timedelta(days=rng.randrange(20, 80))
        self.last = middle + timedelta(days=rng.randrange(20, 80))
        self.as_of = self.last - timedelta(days=rng.choice([0, 0, 1, 3, 14, 15, 30]))
        if rng.random() < 0.3:
            self.as_of = self.month_end(self.as_of)
        self.units = rng.sample(UNIT_IDS, rng.randrange(6, 13))
        self.providers = rng.sample(PROVIDER_IDS, rng.randrange(3, 6))
        self.staff = rng.sample(STAFF_IDS, rng.randrange(3, len(STAFF_IDS) + 1))
        self.clients = [f"K-{number}" for number in rng.sample(range(1, 120), rng.randrange(4, 13))]
        # days on which something changes, with the days around them
        self.edges = {self.first, self.last, self.as_of, date(2026, 3, 29), date(2026, 10, 25)}
        self.locks: list[str] = []
        self.tables: dict[str, list[Row]] = {}
        self.make_register()
        self.make_locks()
        self.make_visits()
        self.make_phones()
        self.make_events()
        self.make_jobs()

    # -- small draws

    @staticmethod
    def month_end(day: date) -> date:
        return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)

    def day(self, after: float = 0.02) -> date:
        """A day in the window, often at a change, at times after the as-of date."""
        rng = self.rng
        if rng.random() < after:
            return self.as_of + timedelta(days=rng.choice([1, 2, 40]))
        if rng.random() < 0.35:
            day = rng.choice(sorted(self.edges)) + timedelta(days=rng.choice([-1, 0, 0, 1]))
        else:
            day = self.first + timedelta(days=rng.randrange((self.last - self.first).days + 1))
        if rng.random() < 0.15:
            day = self.month_end(day) + timedelta(days=rng.choice([0, 1]))
        return min(day, self.as_of)

    def moment(self, day: date) -> datetime:
        rng = self.rng
        hour, minute = rng.choice([(0, 0), (2, 30), (7, 42), (8, 0), (8, 0), (23, 59), (rng.randrange(24), rng.randrange(60))])
        return datetime(day.year, day.month, day.day, hour, minute, rng.choice([0, 0, 0, 1, 59]))

    def maybe(self, chance: float, text: str) -> str:
        return text if self.rng.random() < chance else ""

    # -- the tables

    def make_register(self) -> None:
        rng = self.rng
        rows: list[Row] = []
        for unit in self.units:
            provider = rng.choice(self.providers)
            start = rng.choice([date(2024, 1, 1)] * 6 + [date(2025, 7, 1), self.day(0)])
            for left in reversed(range(rng.choice([1, 1, 1, 2, 2, 3]))):
                end: Optional[date] = None
                following = max(self.day(0), start + timedelta(days=1))
                if rng.random() < (0.6 if left else 0.2):
                    # a closed row: the next begins the day after, or after a gap, or before it ends
                    end = following + timedelta(days=rng.choice([-1, -1, -1, -3, 5]))
                    end = max(end, start)
                rows.append(self.register_row(unit, provider, start, end))
                self.edges.update([start] if start >= self.first else [])
                self.edges.update([end] if end and end >= self.first else [])
                start = following
                if rng.random() < 0.7:
                    provider = rng.choice(self.providers)
        self.add_succession(rows)
        if rng.random() < 0.5:
            rng.shuffle(rows)
        self.tables["enheter"] = rows

    def register_row(self, unit: str, provider: str, start: date, end: Optional[date]) -> Row:
        rng = self.rng
        return {
            "Enhets-ID": unit, "Enhet": f"Gruppen {unit} vid ån", "Utförar-ID": provider, "Utförare": f"Bolaget {provider}",
            "Regi": rng.choice(["Egen", "Egen", "Egen", "Extern"]),
            "Verksamhet": rng.choice(["Hemtjänst", "Boendestöd", "Mobila teamet", "Hemgångsteam", "Larmgrupp", "Natt"]),
            "Telefonbehov": rng.choice(["", "0", "1", "1", "2", "2", "3", "5", "007"]),
            "Vikarietelefoner": rng.choice(["", "0", "1", "2"]),
            "Gäller från": start.isoformat(), "Gäller till": end.isoformat() if end else "",
            "Ersätter": "", "Alias": f"Lag {unit}|Forna {unit}",
        }

    def add_succession(self, rows: list[Row]) -> None:
        rng = self.rng
        rows_of: dict[str, list[Row]] = {}
        for row in rows:
            rows_of.setdefault(row["Enhets-ID"], []).append(row)

        def replaces(later: str, earlier: str) -> None:
            chosen = rows_of[later] if rng.random() < 0.4 else [rng.choice(rows_of[later])]
            for row in chosen:
                row["Ersätter"] = earlier

        units = list(self.units)
        rng.shuffle(units)
        kind = rng.choice(["chain", "chain", "circle", "double", "partial", "provider", "provider", "providers", "mixed", "mixed"])
        if kind in ("chain", "mixed"):
            replaces(units[1], units[0])
            replaces(units[2], units[1])
            if rng.random() < 0.5:
                replaces(units[3], units[2])
        if kind in ("circle", "mixed"):
            replaces(units[-1], units[-2])
            replaces(units[-2], units[-1])
            if rng.random() < 0.5:
                replaces(units[-3], units[-1])  # a double successor that takes a unit out of the circle
        if kind == "double":
            replaces(units[1], units[0])
            replaces(units[2], units[0])
        if kind == "partial":
            replaces(units[1], units[0])
            for row in rows_of[units[0]] + rows_of[units[2]]:
                row["Utförar-ID"] = "U-55"
        if kind in ("provider", "providers"):
            # all of U-55's units are taken over by U-66, and all of these by U-77
            steps = [("U-55", "U-66", units[0:2], units[2:4])]
            if kind == "providers":
                steps.append(("U-66", "U-77", units[2:4], units[4:6]))
            for old, new, olds, news in steps:
                for unit in olds:
                    for row in rows_of[unit]:
                        row["Utförar-ID"] = old
                for earlier, later in zip(olds, news):
                    for row in rows_of[later]:
                        row["Utförar-ID"] = new
                    replaces(later, earlier)
            if rng.random() < 0.25:
                rng.choice(rows)["Utförar-ID"] = "U-66"
            if rng.random() < 0.25 and len(rows_of[units[0]]) > 1:
                row = rng.choice(rows_of[units[0]])  # names itself, while another row's successor stands
                row["Ersätter"] = row["Enhets-ID"]
        for _ in range(rng.choice([0, 0, 1, 2])):
            rng.choice(rows)["Ersätter"] = rng.choice([*self.units, "E-404", ""])
        if rng.random() < 0.2:
            row = rng.choice(rows)
            row["Ersätter"] = row["Enhets-ID"]

    def make_locks(self) -> None:
        rng = self.rng
        readings = sorted({self.day(0.1) for _ in range(rng.randrange(1, 4))})
        if min(readings) > self.as_of:
            readings.insert(0, self.as_of)
        count = rng.randrange(5, 25)
        self.locks = [f"L-{number}" for number in rng.sample(range(1, 2000), count)]
        rows = []
        for lock in self.locks:
            client, kind = rng.choice(self.clients), rng.choice(["Brukarlås"] * 6 + ["Portlås", "Nyckelgömma", "Övrigt"])
            for reading in readings:
                if rng.random() < 0.15:
                    continue
                for unit in rng.sample(self.units, rng.choice([1, 1, 1, 2])):
                    start = self.day(0) if rng.random() < 0.75 else date(2025, 1, 1)
                    start = min(start, reading)
                    rows.append({
                        "Lås-ID": lock, "Låstyp": kind, "Enhets-ID": unit, "Brukarnr": self.maybe(0.9, client),
                        "Status": rng.choice(["Kopplat"] * 6 + ["Bortkopplat", "Bortkopplat", "Trasigt", "Trasigt", "Lager"]),
                        "Kopplat från": self.maybe(0.92, start.isoformat()),
                        "Kopplat till": self.maybe(0.35, max(start, self.day(0.2)).isoformat()),
                        "Batteri": rng.choice(["OK", "OK", "OK", "Lågt", "Kritiskt", ""]), "Avläst": reading.isoformat(),
                    })
        self.tables["las"] = rows

    def make_visits(self) -> None:
        rng = self.rng
        rows: list[Row] = []
        target = rng.choice([20, 60, 120, 200, 400])
        number = rng.choice([1, 90, 990])
        while len(rows) < target:
            number += 1
            visit, day, unit, client = f"B-{number}", self.day(), rng.choice(self.units), rng.choice(self.clients)
            start = self.moment(day)
            crew = rng.sample(self.staff, rng.choice([1, 1, 1, 1, 2, 2, 3]))
            for person in crew:
                if person != crew[0]:
                    # double staffing: the same time, or a second, an hour or a day later; now and then another unit or client
                    start += timedelta(seconds=rng.choice([0, 0, 0, 1, -1, 60, 3600, -3600, 86_400]))
                    unit = rng.choice(self.units) if rng.random() < 0.2 else unit
                    client = rng.choice(self.clients) if rng.random() < 0.05 else client
                length = rng.choice([0, 60, 600, 1500, 1500, 3599, 86_399, 86_400] if rng.random() < 0.97 else [86_401, -1, 90_000, -86_400])
                rows.append({
                    "Besöks-ID": visit, "Personalnr": person, "Enhets-ID": unit, "Brukarnr": client, "Start": text_of(start, rng),
                    "Slut": self.maybe(0.7, text_of(start + timedelta(seconds=length), rng)),
                    "Startregistrering": rng.choice(["Lås", "Lås", "NFC", "App", "Efterhand", "Okänd"]),
                    "Slutregistrering": rng.choice(["Lås", "App", "", "vad som helst"]),
                    "Status": rng.choice(["Utfört"] * 12 + ["Avböjt", "Bom", "Inställt"]),
                    "Besökstyp": rng.choice(["Planerat", "Larm", "Extra"]), "Dubbelbemanning": rng.choice(["Ja", "Nej"]),
                })
        if rng.random() < 0.3:
            # a month at each end with nothing but visits that were not performed
            ends = (min(row["Start"] for row in rows)[:7], self.as_of.isoformat()[:7])
            for row in rows:
                if row["Start"][:7] in ends:
                    row["Status"] = rng.choice(["Avböjt", "Bom", "Inställt"])
        if rng.random() < 0.6:
            rng.shuffle(rows)
        self.tables["besok"] = rows

    def make_phones(self) -> None:
        rng = self.rng
        readings = sorted({self.day(0.05) for _ in range(rng.randrange(1, 6))})
        if min(readings) > self.as_of:
            readings.insert(0, self.as_of)
        rows = []
        # most phones lie at a few units, so that others lack them
        crowded = rng.sample(self.units, rng.randrange(2, 5))
        for number in rng.sample(range(1, 1200), rng.randrange(8, 40)):
            unit = rng.choice(crowded if rng.random() < 0.7 else self.units)
            for reading in readings:
                if rng.random() < 0.1:
                    continue
                if rng.random() < 0.1:
                    unit = rng.choice(self.units)
                registered = reading - timedelta(days=rng.choice([0, 13, 14, 14, 15, 15, 16, 200, 400, 800]))
                used = self.moment(reading - timedelta(days=rng.choice([0, 1, 13, 14, 14, 15, 15, 16, 30, 90])))
                rows.append({
                    "Telefon-ID": f"T-{number}", "Enhets-ID": unit,
                    "Status": rng.choice(["Aktiv"] * 8 + ["Inaktiv", "Reparation", "Förlorad"]),
                    "Typ": rng.choice(["Ordinarie", "Ordinarie", "Ordinarie", "Vikarie"]), "Registrerad": registered.isoformat(),
                    "Kopplad": rng.choice(["Ja", "Ja", "Nej", ""]), "Senast använd": self.maybe(0.7, text_of(used, rng)),
                    "Appversion": rng.choice(["6.2", "", '"6;2"']), "Avläst": reading.isoformat(),
                })
        if rng.random() < 0.5:
            rng.shuffle(rows)
        self.tables["telefoner"] = rows

    def make_events(self) -> None:
        rng = self.rng
        self.tables["lashandelser"] = [
            {
                "Händelse-ID": f"H-{number}", "Tidpunkt": text_of(self.moment(self.day()), rng), "Lås-ID": rng.choice([*self.locks, "L-0"]),
                "Personalnr": self.maybe(0.9, rng.choice(self.staff)), "Telefon-ID": self.maybe(0.5, "T-1"),
                "Händelse": rng.choice(["Upplåsning", "Låsning", "Kvittens", "Koppling", "Bortkoppling", "Batteribyte"]),
                "Resultat": rng.choice(["OK", "OK", "Misslyckad"]), "Besöks-ID": "",
            }
            for number in range(rng.randrange(0, 40))
        ]

    def make_jobs(self) -> None:
        rng = self.rng
        teams = rng.sample(self.units, rng.randrange(1, 5))
        spread = rng.choice([40, 120, 300])
        rows = []
        for number in range(rng.randrange(5, 60)):
            done = min(self.day(0.03), self.as_of + timedelta(days=2)) - timedelta(days=rng.randrange(spread) if rng.random() < 0.7 else 0)
            ordered = done - timedelta(days=rng.choice([0, 1, 5, 40, -1] if rng.random() < 0.3 else [0, 3, 9]))
            status = rng.choice(["Utfört"] * 5 + ["Bokat", "Avbrutet"])
            rows.append({
                "Uppdrags-ID": f"M-{number}", "Typ": rng.choice(["Montering", "Montering", "Nedmontering", "Byte", "Service"]),
                "Beställt": self.maybe(0.7, ordered.isoformat()),
                "Utfört": done.isoformat() if status == "Utfört" else self.maybe(0.2, rng.choice(["2031-01-01", "1999-12-31"])),
                "Status": status, "Enhets-ID": rng.choice(teams), "Lås-ID": self.maybe(0.5, "L-1"),
                "Orsak": rng.choice(["Nytt beslut", "", '"Flytt; ny port"', '"Låset ""hängde"" sig"']),
            })
        self.tables["monteringar"] = rows

    # -- faults

    def faulty(self, kind: str, row: Row, earlier: list[Row]) -> Row:
        """The row with one to three faults of different kinds; which of them is the reason depends on their order in 2.2."""
        rng = self.rng
        row = dict(row)
        faults: list[Callable[[], None]] = [
            lambda: row.update({rng.choice(REQUIRED[kind]): rng.choice(["", "  "])}),
            lambda: row.update({rng.choice(CODED[kind]): rng.choice(BAD_CODES)}),
            lambda: row.update({"+": rng.choice(["more", "fewer"])}),
        ]
        if DATES[kind]:
            faults.append(lambda: row.update({rng.choice(DATES[kind]): rng.choice(BAD_DATES)}))
        if kind in DATE_TIMES:
            faults.append(lambda: row.update({rng.choice(DATE_TIMES[kind]): rng.choice(BAD_DATE_TIMES)}))
        if kind in ("besok", "telefoner", "las", "monteringar"):
            faults.append(lambda: row.update({"Enhets-ID": "E-404"}))
        if kind in REFERENCE:
            late = self.as_of + timedelta(days=rng.choice([1, 1, 30]))
            late_text = late.isoformat() + (" 00:00" if kind in DATE_TIMES and REFERENCE[kind] in DATE_TIMES[kind] else "")
            faults.append(lambda: row.update({REFERENCE[kind]: late_text}))
            old_text = "2019-05-05" + (" 00:00" if len(late_text) > 10 else "")
            faults.append(lambda: row.update({REFERENCE[kind]: old_text}))
        if kind == "besok":
            faults.append(lambda: row.update({"Slut": rng.choice(["2019-01-01 08:00", "2027-12-31 08:00"])}))
        if kind == "telefoner":
            faults.append(lambda: row.update({"Registrerad": "2030-01-01"}))
            faults.append(lambda: row.update({"Senast använd": "2030-01-01 00:00"}))
        if kind == "las":
            faults.append(lambda: row.update({"Kopplat från": "2030-01-01"}))
            faults.append(lambda: row.update({"Kopplat från": "2019-01-01", "Kopplat till": "2018-12-31"}))
        if kind == "monteringar":
            faults.append(lambda: row.update({"Status": "Utfört", "Utfört": ""}))
            faults.append(lambda: row.update({"Status": "Utfört", "Utfört": "2019-05-05"}))
            faults.append(lambda: row.update({"Status": "Bokat", "Beställt": (self.as_of + timedelta(days=1)).isoformat()}))
        if kind == "enheter":
            faults.append(lambda: row.update({"Gäller till": "2019-01-01"}))
        if earlier:
            copy = rng.choice(earlier)
            keys = [key for key in ("Besöks-ID", "Personalnr", "Telefon-ID", "Lås-ID", "Enhets-ID", "Händelse-ID", "Uppdrags-ID", "Avläst", "Gäller från") if key in row]
            faults.append(lambda: row.update({key: copy[key] for key in keys}))
            faults.append(lambda: row.update({key: copy[key] for key in keys}))
        for fault in rng.sample(faults, rng.choice([1, 1, 1, 2, 3])):
            fault()
        return row

    def with_faults(self, kind: str) -> list[Row]:
        rng = self.rng
        share = rng.choice([0, 0.05, 0.15])
        result: list[Row] = []
        for row in self.tables[kind]:
            result.append(row)
            if rng.random() < share:
                result.append(self.faulty(kind, rng.choice(self.tables[kind]), result))
            if rng.random() < share / 4 and kind != "enheter":
                result.append(dict(rng.choice(result)))
        return result

    # -- files

    def write(self, folder: Path) -> None:
        rng = self.rng
        folder.mkdir(parents=True, exist_ok=True)
        for kind in HEADINGS:
            if kind not in ("enheter", "besok") and rng.random() < 0.04:
                continue  # an export that is not there
            names = [f"{kind}{part}.csv" for part in rng.sample(FILE_PARTS, rng.choice([1, 2, 3]))]
            by_file: dict[str, list[Row]] = {name: [] for name in names}
            rows = self.with_faults(kind)
            scattered = rng.random() < 0.6
            for index, row in enumerate(rows):
                name = rng.choice(names) if scattered else names[index * len(names) // len(rows)]
                by_file[name].append(row)
            for name, some in by_file.items():
                (folder / name).write_bytes(self.file_bytes(kind, some))

    def file_bytes(self, kind: str, rows: list[Row]) -> bytes:
        rng = self.rng
        headings = HEADINGS[kind].split(";")
        if rng.random() < 0.2:
            rng.shuffle(headings)
        lines = [";".join(headings)]
        for row in rows:
            fields = [row.get(heading, "") for heading in headings]
            fields = [f" {field} " if field and not field.startswith('"') and rng.random() < 0.01 else field for field in fields]
            if row.get("+") == "more":
                fields.append("")
            if row.get("+") == "fewer":
                fields.pop()
            lines.append(";".join(fields))
            if rng.random() < 0.02:
                lines.append(rng.choice(["", "   ", ";" * (len(headings) - 1), " ; ;"]))
            if rng.random() < 0.004:
                lines.append(rng.choice(["Summa;17", "Totalt" + ";" * (len(headings) - 1)]))  # not last: an ordinary row
        if rng.random() < 0.4:
            lines.append(rng.choice([f"Summa;{len(rows)}", "TOTALT:" + ";" * (len(headings) - 1), " summa: ", f'"Totalt";{len(rows)}']))
        lines += [rng.choice(["", ";" * (len(headings) - 1)])] * rng.choice([0, 0, 0, 1, 2]) + [""]
        text = rng.choice(["\n", "\n", "\r\n"]).join(lines)
        return (b"\xef\xbb\xbf" if rng.random() < 0.15 else b"") + text.encode()


def main() -> None:
    exports = Exports(int(sys.argv[1]))
    exports.write(Path(sys.argv[2]))
    print(exports.as_of.isoformat())


if __name__ == "__main__":
    main()
