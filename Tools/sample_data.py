#!/usr/bin/env python3
"""Writes the sample exports of the invented Ekvik kommun: twelve months, 2025-11 to 2026-10.

    sample_data.py [FOLDER]      content/data unless told otherwise

Everything is invented, and the same program writes the same bytes. What the figures are meant to show:

- U-51 improves its share of visits by lock month by month, U-61 lags behind.
- U-71 handed over to U-81 on 2026-05-01, unit by unit: chains of units and of providers.
- E-32 moved from the home care to the mobile team at the turn of the year, under the same id.
- E-21 and E-22 have no locks; E-22, E-32 and E-42 have fewer than five clients or staff.
- E-52 has no visits in July; the alarm team E-41 did not report May.
- A long outage on 17-18 February, substitutes without lock habits in July and August.
- Idle phones and a surplus at E-12 and E-21, a deficit at E-13.
- Some rows are faulty and are to be rejected, each for a reason of its own.
"""
from __future__ import annotations

import random
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

MONTHS = [(2025, 11), (2025, 12), *((2026, month) for month in range(1, 11))]
LAST_READING = date(2026, 10, 31)
TAKEOVER = date(2026, 5, 1)
OUTAGE = (date(2026, 2, 17), date(2026, 2, 18))
EVENT_MONTHS = MONTHS[-3:]
PERSONAL_NUMBER = re.compile(r"(?<![0-9])(?:[0-9]{2})?[0-9]{6}[-+ ]?[0-9]{4}(?![0-9])")

Row = list[str]


def last_day(month: tuple[int, int]) -> date:
    return (date(*month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def month_text(month: tuple[int, int]) -> str:
    return f"{month[0]}-{month[1]:02d}"


@dataclass
class Unit:
    """What a unit is like. Shares are those of a visit to a client with a lock, in the first and in the last month."""

    id: str
    clients: int
    staff: int
    visits: float  # per client and month
    lock_share: tuple[float, float]
    app_share: float  # of the visits not registered by lock, the rest being tags and afterwards
    late_share: float
    locked: tuple[float, float]  # share of clients with a lock, in the first and in the last month
    phones: int = 0
    idle: tuple[int, int] = (0, 0)  # in the first and in the last month
    weekdays: bool = False
    night: bool = False
    borrows: str = ""  # clients are shared with this unit
    first: date = date(2025, 11, 1)
    last: date = LAST_READING
    people: list[str] = field(default_factory=list)
    customers: list[str] = field(default_factory=list)
    avoid: set[str] = field(default_factory=set)  # staff who never use locks


UNITS = [
    Unit("E-11", 24, 12, 12.5, (0.62, 0.80), 0.45, 0.30, (0.55, 0.80), phones=16, idle=(3, 1)),
    Unit("E-12", 28, 14, 12.5, (0.55, 0.74), 0.40, 0.35, (0.50, 0.75), phones=21, idle=(6, 5)),
    Unit("E-13", 18, 9, 12.0, (0.58, 0.66), 0.35, 0.45, (0.40, 0.60), phones=9, idle=(1, 1)),
    Unit("E-14", 10, 6, 10.0, (0.70, 0.82), 0.50, 0.20, (0.0, 0.0), phones=6, idle=(0, 1), night=True, borrows="E-12"),
    Unit("E-21", 14, 7, 7.0, (0.0, 0.0), 0.75, 0.20, (0.0, 0.0), phones=12, idle=(4, 4), weekdays=True),
    Unit("E-22", 4, 3, 8.0, (0.0, 0.0), 0.60, 0.35, (0.0, 0.0), phones=3, idle=(0, 1), weekdays=True),
    Unit("E-31", 12, 6, 7.5, (0.40, 0.55), 0.55, 0.30, (0.20, 0.35), phones=7, idle=(1, 1)),
    Unit("E-32", 4, 4, 6.0, (0.40, 0.50), 0.55, 0.30, (0.25, 0.50), phones=4, idle=(1, 0)),
    Unit("E-41", 18, 8, 3.0, (0.80, 0.88), 0.60, 0.20, (0.0, 0.0), phones=8, idle=(1, 0), night=True, borrows="E-11"),
    Unit("E-42", 6, 4, 3.0, (0.75, 0.80), 0.60, 0.25, (0.0, 0.0), phones=3, idle=(0, 0), night=True, borrows="E-13"),
    Unit("E-51", 22, 10, 12.5, (0.22, 0.84), 0.45, 0.40, (0.35, 0.85), phones=12, idle=(3, 0)),
    Unit("E-52", 12, 6, 12.0, (0.25, 0.78), 0.45, 0.35, (0.35, 0.75), phones=7, idle=(1, 1)),
    Unit("E-61", 20, 9, 12.5, (0.20, 0.16), 0.25, 0.70, (0.45, 0.60), phones=11, idle=(2, 4)),
    Unit("E-71", 16, 8, 12.5, (0.48, 0.40), 0.40, 0.50, (0.50, 0.55), phones=9, idle=(1, 3), last=TAKEOVER - timedelta(days=1)),
    Unit("E-72", 10, 5, 12.5, (0.45, 0.38), 0.40, 0.50, (0.45, 0.50), phones=6, idle=(1, 2), last=TAKEOVER - timedelta(days=1)),
    Unit("E-81", 16, 8, 12.5, (0.40, 0.70), 0.50, 0.30, (0.55, 0.75), phones=9, idle=(0, 1), first=TAKEOVER, borrows="E-71"),
    Unit("E-82", 10, 4, 12.5, (0.40, 0.66), 0.50, 0.30, (0.50, 0.70), phones=5, idle=(0, 0), first=TAKEOVER, borrows="E-72"),
]

ENHETER = """Enhets-ID;Enhet;Utförar-ID;Utförare;Regi;Verksamhet;Telefonbehov;Vikarietelefoner;Gäller från;Gäller till;Ersätter;Alias
E-11;Hemtjänst Norra hamnen;U-01;Ekvik kommuns hemtjänst;Egen;Hemtjänst;13;2;2024-01-01;;;HT Norra|Norra gruppen
E-12;Hemtjänst Centrum;U-01;Ekvik kommuns hemtjänst;Egen;Hemtjänst;16;2;2024-01-01;;;HT Centrum|Centrumgruppen
E-13;Hemtjänst Södra åsen, Kullaberga och Yttre skärgården;U-01;Ekvik kommuns hemtjänst;Egen;Hemtjänst;11;1;2024-01-01;;;HT Söder|Kullabergagruppen
E-14;Nattpatrullen;U-01;Ekvik kommuns hemtjänst;Egen;Natt;6;0;2024-01-01;;;Natten
E-21;Boendestöd Öster;U-02;Ekvik kommuns boendestöd;Egen;Boendestöd;8;1;2024-01-01;;;BS Öster
E-22;Boendestöd Väster;U-02;Ekvik kommuns boendestöd;Egen;Boendestöd;3;;2024-01-01;;;BS Väster
E-31;Mobila teamet;U-03;Mobila teamet och hemgång;Egen;Mobila teamet;6;1;2024-01-01;;;Mobila
E-32;Hemgångsteamet;U-01;Ekvik kommuns hemtjänst;Egen;Hemgångsteam;4;0;2024-01-01;2025-12-31;;Hemgång
E-32;Hemgångsteamet;U-03;Mobila teamet och hemgång;Egen;Hemgångsteam;4;0;2026-01-01;;;Hemgång
E-41;Larmgruppen Ekvik;U-04;Larmgruppen;Egen;Larmgrupp;6;;2024-01-01;;;Larm Ekvik
E-42;Larmgruppen Skärgården;U-04;Larmgruppen;Egen;Larmgrupp;3;;2024-01-01;;;Larm Skärgården
E-51;Lövsångaren Ekvik Norr;U-51;Lövsångarens hemomsorg AB;Extern;Hemtjänst;;;2024-01-01;;;Lövsångaren Norr
E-52;Lövsångaren Kullaberga;U-51;Lövsångarens hemomsorg AB;Extern;Hemtjänst;;;2025-03-01;;;Lövsångaren Kulla
E-61;Tre Källor;U-61;Tre Källors vardagsstöd i Ekvik och Kullaberga ekonomisk förening;Extern;Hemtjänst;;;2024-01-01;;;3 Källor
E-71;Ekbacken Centrum;U-71;Ekbackens hemtjänst AB;Extern;Hemtjänst;;;2024-01-01;2026-04-30;;
E-72;Ekbacken Söder;U-71;Ekbackens hemtjänst AB;Extern;Hemtjänst;;;2024-01-01;2026-04-30;;
E-81;Nordanvik Centrum;U-81;Nordanviks hemomsorg AB;Extern;Hemtjänst;;;2026-05-01;;E-71;
E-82;Nordanvik Söder;U-81;Nordanviks hemomsorg AB;Extern;Hemtjänst;;;2026-05-01;;E-72;
"""

VISIT_HEADINGS = "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Slutregistrering;Status;Besökstyp;Dubbelbemanning"
PHONE_HEADINGS = "Telefon-ID;Enhets-ID;Status;Typ;Registrerad;Kopplad;Senast använd;Appversion;Avläst"
LOCK_HEADINGS = "Lås-ID;Låstyp;Enhets-ID;Brukarnr;Status;Kopplat från;Kopplat till;Batteri;Avläst"
EVENT_HEADINGS = "Händelse-ID;Tidpunkt;Lås-ID;Personalnr;Telefon-ID;Händelse;Resultat;Besöks-ID"
JOB_HEADINGS = "Uppdrags-ID;Typ;Beställt;Utfört;Status;Enhets-ID;Lås-ID;Orsak"
DUTY_HEADINGS = "Plikt;Enhets-ID;Period;Utförd;Avvikelser"


@dataclass
class Lock:
    id: str
    client: str
    units: list[str]
    team: str
    mounted: date
    dismounted: date | None = None
    broken_from: date | None = None
    kind: str = "Brukarlås"
    battery: str = "OK"


class Sample:
    def __init__(self) -> None:
        self.rng = random.Random("Ekvik kommun 2026-10-31")
        self.files: dict[str, tuple[str, list[Row]]] = {}
        self.locks: list[Lock] = []
        self.lock_of: dict[str, list[Lock]] = defaultdict(list)
        self.people()
        self.mount_locks()
        self.visits()
        self.phones()
        self.lock_readings()
        self.jobs()
        self.duties()
        self.spoil()

    # -- who is where

    def people(self) -> None:
        by_id = {unit.id: unit for unit in UNITS}
        client_number = self.rng.sample(range(1000, 9999), 400)
        for index, unit in enumerate(UNITS):
            unit.people = [f"P-{100 * (index + 1) + number}" for number in range(1, unit.staff + 1)]
            if unit.borrows:
                unit.customers = by_id[unit.borrows].customers[: unit.clients]
            else:
                unit.customers = [f"K-{client_number.pop()}" for _ in range(unit.clients)]
            avoiders = round(unit.staff * (1 - sum(unit.lock_share) / 2) * 0.6)
            unit.avoid = set(unit.people[:avoiders])
        # four of Ekbacken's staff went along to Nordanvik
        by_id["E-81"].people[4:] = by_id["E-71"].people[4:]

    def mount_locks(self) -> None:
        rng = self.rng
        number = iter(rng.sample(range(2001, 7999), 400))
        for unit in UNITS:
            if unit.locked[1] == 0 or unit.id in ("E-81", "E-82"):
                continue
            team = "E-42" if unit.id in ("E-13", "E-52") else "E-41"
            final = unit.locked[1] if unit.id not in ("E-71", "E-72") else 0.75
            before = round(unit.clients * unit.locked[0])
            after = round(unit.clients * final)
            for index, client in enumerate(unit.customers[:after]):
                if index < before:
                    mounted = date(2024, 2, 1) + timedelta(days=rng.randrange(600))
                else:
                    # spread over the year, a little more in spring
                    mounted = date(2025, 11, 3) + timedelta(days=round(340 * (index - before + rng.random()) / max(1, after - before)))
                self.add_lock(Lock(f"L-{next(number)}", client, [unit.id], team, self.weekday(mounted)))
            if after >= 10:
                # one client moved away: the lock came down within the year
                lock = self.locks[-after]
                lock.dismounted = self.weekday(date(2026, 3, 2) + timedelta(days=rng.randrange(120)))
                # one lock was exchanged: a new one from the same day
                old = self.locks[-after + 1]
                old.dismounted = self.weekday(date(2026, 2, 2) + timedelta(days=rng.randrange(200)))
                self.add_lock(Lock(f"L-{next(number)}", old.client, [unit.id], team, old.dismounted))
                # one is broken, and still connected
                self.locks[-after + 2].broken_from = date(2026, 9, 1)
        self.share_locks()
        for unit, kind, count in (("E-11", "Portlås", 4), ("E-12", "Portlås", 6), ("E-51", "Portlås", 2), ("E-13", "Nyckelgömma", 5), ("E-61", "Nyckelgömma", 3)):
            for _ in range(count):
                self.add_lock(Lock(f"L-{next(number)}", "", [unit], "E-41", date(2024, 3, 1) + timedelta(days=rng.randrange(500)), kind=kind))
        for lock in self.locks:
            lock.battery = rng.choices(["OK", "Lågt", "Kritiskt", ""], [86, 9, 3, 2])[0]

    def share_locks(self) -> None:
        """A lock is listed at each unit that serves its client: the night patrol and the successor too."""
        for unit in UNITS:
            for lock in self.locks:
                if unit.id == "E-14" and lock.client in unit.customers:
                    lock.units.append(unit.id)
                if unit.id in ("E-81", "E-82") and lock.client in unit.customers:
                    lock.units.append(unit.id)

    def add_lock(self, lock: Lock) -> None:
        self.locks.append(lock)
        if lock.client:
            self.lock_of[lock.client].append(lock)

    @staticmethod
    def weekday(day: date) -> date:
        return day + timedelta(days={6: 2, 7: 1}.get(day.isoweekday(), 0))

    def lock_on(self, client: str, day: date) -> Lock | None:
        for lock in self.lock_of[client]:
            if lock.mounted <= day and (lock.dismounted is None or day <= lock.dismounted):
                return lock
        return None

    # -- visits and the locks' log

    def visits(self) -> None:
        number = 104_000
        event = 500_000
        for index, month in enumerate(MONTHS):
            rows: list[Row] = []
            events: list[Row] = []
            for unit in UNITS:
                if unit.first > last_day(month) or unit.last < date(*month, 1) or (unit.id == "E-52" and month == (2026, 7)):
                    continue
                for client in unit.customers:
                    for start in self.starts(unit, month):
                        number += self.rng.choice([1, 1, 1, 2, 3])
                        visit_rows = self.visit(unit, client, start, index / (len(MONTHS) - 1), f"B-{number}")
                        rows += visit_rows
                        if month in EVENT_MONTHS:
                            for row in visit_rows:
                                if row[6] == "Lås":
                                    event += 2
                                    events += self.lock_events(row, event)
            rows.sort(key=lambda row: (row[4], row[0], row[1]))
            self.files[f"besok-{month_text(month)}.csv"] = (VISIT_HEADINGS, rows)
            if events:
                events.sort(key=lambda row: (row[1], row[0]))
                self.files[f"lashandelser-{month_text(month)}.csv"] = (EVENT_HEADINGS, events)

    def starts(self, unit: Unit, month: tuple[int, int]) -> list[datetime]:
        """The times of a client's visits in a month: some hours of the day, on some of its days."""
        rng = self.rng
        days = [date(*month, day) for day in range(1, last_day(month).day + 1)]
        if unit.weekdays:
            days = [day for day in days if day.isoweekday() <= 5]
        count = max(0, round(unit.visits + rng.uniform(-4, 4)))
        if unit.visits < 5:
            count = rng.choice([0, 1, 2, 3, 4, 8])
        result = []
        for day in sorted(rng.choices(days, k=count)):
            hour = rng.choice([22, 23, 23, 0, 2, 4] if unit.night else [7, 8, 8, 9, 11, 12, 13, 16, 17, 19, 20])
            result.append(datetime(day.year, day.month, day.day, hour, rng.randrange(60)))
        return result

    def visit(self, unit: Unit, client: str, start: datetime, progress: float, visit: str) -> list[Row]:
        rng = self.rng
        summer = start.month in (7, 8)
        double = rng.random() < 0.06
        crew = rng.sample(unit.people, 2 if double and unit.staff > 1 else 1)
        if summer and rng.random() < 0.25:
            crew[0] = f"P-{9000 + 10 * UNITS.index(unit) + rng.randrange(3)}"  # a substitute
        status = rng.choices(["Utfört", "Avböjt", "Bom", "Inställt"], [955, 18, 12, 15])[0]
        kind = "Larm" if unit.id in ("E-41", "E-42") else rng.choices(["Planerat", "Extra"], [94, 6])[0]
        rows = []
        for person in crew:
            moment = start + timedelta(minutes=rng.randrange(3)) if person != crew[0] else start
            end = moment + timedelta(minutes=rng.choice([8, 12, 15, 15, 20, 25, 30, 45, 55]) if not unit.weekdays else rng.choice([45, 60, 75, 90]))
            how = self.registration(unit, person, client, moment, progress)
            ended = how if rng.random() < 0.9 else rng.choice(["App", "Efterhand"])
            finish = end.strftime("%Y-%m-%d %H:%M") if rng.random() < 0.985 else ""
            rows.append([
                visit, person, unit.id, client, moment.strftime("%Y-%m-%d %H:%M"), finish, how, ended if finish else "Okänd", status, kind,
                "Ja" if len(crew) > 1 else "Nej",
            ])
        return rows

    def registration(self, unit: Unit, person: str, client: str, moment: datetime, progress: float) -> str:
        rng = self.rng
        if OUTAGE[0] <= moment.date() <= OUTAGE[1]:
            return rng.choices(["Efterhand", "Lås", "Okänd"], [85, 5, 10])[0]
        if rng.random() < 0.012:
            return "Okänd"
        late = unit.late_share * (1 - 0.25 * progress)
        lock = self.lock_on(client, moment.date())
        if lock is not None and not (lock.broken_from and moment.date() >= lock.broken_from):
            share = unit.lock_share[0] + (unit.lock_share[1] - unit.lock_share[0]) * progress
            if person in unit.avoid:
                share *= 0.5 if progress > 0.85 and unit.lock_share[1] > 0.75 else 0.12
            else:
                share = min(0.97, share * 1.25)
            if int(person[2:]) >= 9000:
                share *= 0.35
            if rng.random() < share:
                return "Lås"
        other = 1 - unit.app_share - late
        return rng.choices(["App", "Efterhand", "NFC"], [unit.app_share, late, max(0.04, other)])[0]

    def lock_events(self, row: Row, number: int) -> list[Row]:
        """The door is opened before the start and locked at the end."""
        rng = self.rng
        start = datetime.strptime(row[4], "%Y-%m-%d %H:%M")
        lock = self.lock_on(row[3], start.date())
        if lock is None:
            return []
        phone = f"T-{row[2][2:]}{rng.randrange(1, 7):02d}"
        opened = start - timedelta(seconds=rng.randrange(5, 55))
        failed = "Misslyckad" if rng.random() < 0.02 else "OK"
        events = [[f"H-{number}", opened.strftime("%Y-%m-%d %H:%M:%S"), lock.id, row[1], phone, "Upplåsning", failed, row[0]]]
        if row[5] and rng.random() < 0.5:
            closed = datetime.strptime(row[5], "%Y-%m-%d %H:%M") + timedelta(seconds=rng.randrange(2, 50))
            if closed.month == start.month:
                events.append([f"H-{number + 1}", closed.strftime("%Y-%m-%d %H:%M:%S"), lock.id, row[1], phone, "Låsning", "OK", row[0]])
        return events

    # -- readings

    def phones(self) -> None:
        rng = self.rng
        for index, month in enumerate(MONTHS):
            reading = last_day(month)
            rows: list[Row] = []
            for unit in UNITS:
                if not unit.first <= reading <= unit.last:
                    continue
                idle = round(unit.idle[0] + (unit.idle[1] - unit.idle[0]) * index / (len(MONTHS) - 1))
                for number in range(1, unit.phones + 1):
                    rows.append(self.phone(unit, number, reading, idle=number > unit.phones - idle))
            rows.sort(key=lambda row: row[0].encode())
            self.files[f"telefoner-{month_text(month)}.csv"] = (PHONE_HEADINGS, rows)
        # limits: 14 and 15 days before the reading, by day and whatever the hour; registered anew and not yet used
        last = self.files[f"telefoner-{month_text(MONTHS[-1])}.csv"][1]
        by_id = {row[0]: row for row in last}
        by_id["T-1101"][6] = "2026-10-17 00:01"
        by_id["T-1102"][6] = "2026-10-16 23:59"
        by_id["T-1221"][4:7] = ["2026-10-19", "Nej", ""]
        by_id["T-2112"][4:7] = ["2024-03-11", "", ""]

    def phone(self, unit: Unit, number: int, reading: date, idle: bool) -> Row:
        rng = self.rng
        seed = int(unit.id[2:]) * 100 + number
        registered = date(2024, 2, 5) + timedelta(days=seed * 7 % 500)
        registered = max(registered, unit.first if unit.first == TAKEOVER else registered)
        status = "Aktiv"
        if seed % 37 == 0:
            status = "Reparation"
        if seed % 41 == 0:
            status = "Inaktiv"
        if seed == 1205 and reading >= date(2026, 8, 31):
            status = "Förlorad"
        used = reading - timedelta(days=rng.randrange(16, 160) if idle else rng.choice([0, 0, 0, 0, 1, 1, 2, 3, 5, 9]))
        text = f"{used.isoformat()} {rng.randrange(6, 23):02d}:{rng.randrange(60):02d}"
        if used < registered or (idle and seed % 3 == 0):
            text = ""
        return [
            f"T-{seed}", unit.id, status, "Vikarie" if number in (2, 9) and unit.phones >= 7 else "Ordinarie", registered.isoformat(),
            rng.choices(["Ja", "Nej", ""], [93, 4, 3] if not idle else [60, 30, 10])[0], text,
            rng.choice(["6.1", "6.2", "6.2"]) if reading < date(2026, 6, 1) else rng.choice(["6.2", "6.3", "6.3"]), reading.isoformat(),
        ]

    def lock_readings(self) -> None:
        for month in MONTHS:
            reading = last_day(month)
            rows: list[Row] = []
            for lock in self.locks:
                if lock.mounted > reading:
                    continue
                for unit in UNITS:
                    if unit.id not in lock.units or not unit.first <= reading <= unit.last:
                        continue
                    status, until = "Kopplat", ""
                    if lock.dismounted is not None and lock.dismounted <= reading:
                        status, until = "Bortkopplat", lock.dismounted.isoformat()
                    elif lock.broken_from is not None and lock.broken_from <= reading:
                        status = "Trasigt"
                    battery = lock.battery
                    if battery == "Kritiskt" and reading < LAST_READING - timedelta(days=60):
                        battery = "Lågt"
                    rows.append([lock.id, lock.kind, unit.id, lock.client, status, lock.mounted.isoformat(), until, battery, reading.isoformat()])
            rows += [[f"L-{number}", "Brukarlås", "E-41", "", "Lager", "", "", "", reading.isoformat()] for number in (8801, 8802, 8803)]
            rows.sort(key=lambda row: (row[0].encode(), row[2].encode()))
            self.files[f"las-{month_text(month)}.csv"] = (LOCK_HEADINGS, rows)

    # -- jobs and duties

    def jobs(self) -> None:
        rng = self.rng
        done: list[tuple[date, str, str, str, str]] = []  # day, type, team, lock, why
        exchanged = {lock.mounted: lock.id for lock in self.locks if any(other.dismounted == lock.mounted for other in self.lock_of[lock.client])}
        for lock in self.locks:
            if lock.kind != "Brukarlås":
                continue
            if lock.mounted >= date(2025, 11, 1):
                done.append((lock.mounted, "Byte" if lock.id in exchanged.values() else "Montering", lock.team, lock.id, "Nytt beslut"))
            if lock.dismounted is not None and lock.dismounted not in exchanged:
                done.append((lock.dismounted, "Nedmontering", lock.team, lock.id, "Flyttat"))
        for month in MONTHS:
            for team, count in (("E-41", 3), ("E-42", 1)):
                for _ in range(count):
                    lock = rng.choice(self.locks)
                    day = self.weekday(date(*month, rng.randrange(1, 25)))
                    done.append((day, "Service", team, lock.id, rng.choice(["Batteri", "Justering", "Låset kärvar"])))
        rows: list[Row] = []
        for number, (day, kind, team, lock_id, why) in enumerate(sorted(done)):
            if team == "E-41" and (day.year, day.month) == (2026, 5):
                continue  # the month that was not reported
            ordered = day - timedelta(days=rng.randrange(1, 15))
            rows.append([f"M-{1001 + number}", kind, ordered.isoformat() if rng.random() < 0.95 else "", day.isoformat(), "Utfört", team, lock_id, why])
        rows += [
            ["M-2001", "Montering", "2026-10-21", "", "Bokat", "E-41", "", "Nytt beslut"],
            ["M-2002", "Montering", "2026-10-28", "", "Bokat", "E-42", "", "Nytt beslut"],
            ["M-2003", "Byte", "2026-09-02", "", "Avbrutet", "E-41", "", "Brukaren ångrade sig"],
            ["M-2004", "Service", "", "", "Bokat", "E-41", "", "Kontroll av porten; koden krånglar"],
        ]
        self.files["monteringar.csv"] = (JOB_HEADINGS, rows)

    def duties(self) -> None:
        """What was done of the routines' follow-up: mostly in time, some late, some never."""
        rng = self.rng
        own = [unit.id for unit in UNITS if unit.id[2] in "1234"]
        home = [unit for unit in own if unit.startswith("E-1")]
        rows: list[Row] = []
        for month in MONTHS:
            first_next = last_day(month) + timedelta(days=1)
            for unit in home:
                if rng.random() < 0.85:
                    day = self.weekday(first_next - timedelta(days=rng.randrange(3, 15)))
                    rows.append(["Räkna vikarietelefonerna", unit, month_text(month), day.isoformat(), str(rng.choice([0, 0, 0, 1]))])
            if month >= (2026, 1) and month[1] % 2 == 1:
                for unit in home + ["E-21", "E-31"]:
                    if unit != "E-13" or month[1] < 5:
                        day = self.weekday(date(*month, rng.randrange(8, 27)))
                        rows.append(["Avstämning av LMO-telefoner", unit, month_text(month), day.isoformat(), str(rng.choice([0, 1, 1, 2, 4]))])
            if month >= (2026, 4):
                for unit in home:
                    if rng.random() < 0.75:
                        day = self.weekday(first_next + timedelta(days=rng.randrange(0, 12)))
                        if day <= LAST_READING:
                            rows.append(["Genomgång av hur LMO och telefonerna används", unit, month_text(month), day.isoformat(), "0"])
            if month >= (2026, 2) and month != (2026, 7):
                day = self.weekday(date(*month, 15)) + timedelta(days=0 if month[1] % 3 else 2)
                rows.append(["Stickprov av digitala lås", "", month_text(month), day.isoformat(), str(rng.choice([0, 1, 2, 3]))])
        rows.append(["Antal monteringar och nedmonteringar", "E-41", "2025-H2", "2026-01-02", ""])
        rows.append(["Antal monteringar och nedmonteringar", "E-41", "2026-H1", "2026-07-09", ""])
        rows.append(["Granskning av telefoner på plats", "E-11", "2026-H1", "2026-05-19", "2"])
        rows.append(["Granskning av telefoner på plats", "E-12", "2026-H1", "2026-05-20", "5"])
        rows.append(["Övning med reservlistan", "E-11", "2026-H2", "2026-09-24", "1"])
        self.files["uppfoljningar.csv"] = (DUTY_HEADINGS, rows)

    # -- faults

    def spoil(self) -> None:
        """Rows as they come now and then out of a care system; each is to be rejected, and for its own reason."""

        def add(name: str, text: str) -> None:
            rows = self.files[name][1]
            rows.insert(len(rows) // 2, text.split(";"))

        add("besok-2025-12.csv", "B-103101;P-101;E-11;K-1003;31/12 2025 08:00;;App;App;Utfört;Planerat;Nej")
        add("besok-2026-01.csv", "B-103102;P-201;E-15;K-1003;2026-01-14 08:12;2026-01-14 08:30;App;App;Utfört;Planerat;Nej")
        add("besok-2026-03.csv", "B-103103;;E-12;K-1003;2026-03-03 12:10;2026-03-03 12:25;App;App;Utfört;Planerat;Nej")
        add("besok-2026-03.csv", "B-103104;P-204;E-12;K-1003;2026-03-11 09:10;2026-03-11 08:25;App;App;Utfört;Planerat;Nej")
        add("besok-2026-05.csv", "B-103105;P-1402;E-71;K-1003;2026-05-01 07:30;2026-05-01 07:50;App;App;Utfört;Planerat;Nej")
        add("besok-2026-05.csv", "B-103106;P-1403;E-71;K-1003;2026-05-01 08:30;2026-05-01 08:50;Lås;Lås;Utfört;Planerat;Nej")
        add("besok-2026-08.csv", "B-103107;P-301;E-13;K-1003;2026-08-07 16:10;2026-08-09 16:40;App;Efterhand;Utfört;Planerat;Nej")
        add("besok-2026-09.csv", "B-103108;P-301;E-13;K-1003;2026-09-07 16:10;2026-09-07 16:40;Fjärrläst;App;Utfört;Planerat;Nej")
        # exported twice, in the next month's file too
        add("besok-2026-10.csv", ";".join(self.files["besok-2026-09.csv"][1][-1]))
        add("telefoner-2026-10.csv", "T-6199;E-61;Aktiv;Ordinarie;2025-05-05;Ja;2026-11-01 07:10;6.3;2026-10-31")
        add("las-2026-10.csv", "L-8890;Brukarlås;E-61;K-1003;Kopplat;2026-06-10;2026-06-01;OK;2026-10-31")
        add("lashandelser-2026-10.csv", "H-499001;2026-10-14 08:41:52;L-9999;P-1301;T-6101;Upplåsning;OK;")
        add("monteringar.csv", "M-2005;Montering;2026-09-21;2026-09-12;Utfört;E-41;;Nytt beslut")
        # exactly 24 hours, the night when summer time ends, and an hour that summer time skips: all accepted
        add("besok-2026-10.csv", "B-103109;P-401;E-14;K-1003;2026-10-24 22:00;2026-10-25 22:00;App;App;Utfört;Planerat;Nej")
        add("besok-2026-03.csv", "B-103110;P-402;E-14;K-1003;2026-03-29 02:30;2026-03-29 02:45;App;App;Utfört;Planerat;Nej")
        # a crew of two around midnight at the turn of a month: one visit, of the month of the better registration
        add("besok-2026-08.csv", "B-103111;P-401;E-14;K-1003;2026-08-31 23:58;2026-09-01 00:20;Efterhand;App;Utfört;Planerat;Ja")
        add("besok-2026-09.csv", "B-103111;P-402;E-14;K-1003;2026-09-01 00:01;2026-09-01 00:20;App;App;Utfört;Planerat;Ja")

    def write(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "enheter.csv").write_text(ENHETER, encoding="utf-8", newline="\n")
        for name, (headings, rows) in self.files.items():
            lines = [headings, *(";".join(f'"{cell}"' if ";" in cell else cell for cell in row) for row in rows)]
            if name == "monteringar.csv":
                lines.append(f"Totalt;{len(rows)}")
            (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "content/data")
    Sample().write(folder)
    for path in folder.glob("*.csv"):
        found = PERSONAL_NUMBER.search(path.read_text(encoding="utf-8"))
        if found:
            sys.exit(f"{path}: looks like a personal number: {found[0]}")
    size = sum(path.stat().st_size for path in folder.glob("*.csv"))
    print(f"{folder}: {len(list(folder.glob('*.csv')))} files, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
