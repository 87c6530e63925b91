#!/usr/bin/env python3
"""The referee of the statistics: every measure of measures.md, computed as plainly as it can be said.

    measures.py FOLDER AS-OF                      all measures by month, as CSV on standard output
    measures.py FOLDER AS-OF --periods halfyear   V1-V5, L2 and M1 by half-year
    measures.py FOLDER AS-OF --periods all        V1-V5, L2 and M1 over all months, period "2025-11/2026-10"
    measures.py --self-test                       the worked example and the edge cases

The folder holds exports in canonical form: UTF-8, semicolons, the headings and values of measures.md 2.1.
A file's kind is told by the start of its name; several files of one kind are read as one.
"(2.2)" in a comment points to that section of measures.md. Where the text leaves a choice, the comment says "choice".
"""
from __future__ import annotations

import argparse
import csv
import io
import re
import sys
from collections import defaultdict
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any, Callable, Iterable, NamedTuple, Optional

# ---------------------------------------------------------------------------------------------------------------------
# 2 Reading and rejecting rows

DIGITS = re.compile(r"[0-9]+")
DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
DATE_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?")


class BadDate(Exception):
    """A field that should hold a date or a date-time and cannot be read."""


class BadValue(Exception):
    """A field with a value outside the allowed ones."""


def read_text(text: str) -> str:
    return text


def read_date(text: str) -> date:
    """(2.1) YYYY-MM-DD, a day that exists; a date-time is not a date."""
    match = DATE.fullmatch(text)
    if not match:
        raise BadDate
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise BadDate from None


def read_date_time(text: str) -> datetime:
    """(2.1) YYYY-MM-DD HH:MM or YYYY-MM-DD HH:MM:SS; wall-clock time without zone (1.2)."""
    match = DATE_TIME.fullmatch(text)
    if not match:
        raise BadDate
    day = read_date(match[1])
    hour, minute, second = int(match[2]), int(match[3]), int(match[4] or 0)
    if hour > 23 or minute > 59 or second > 59:
        raise BadDate
    return datetime(day.year, day.month, day.day, hour, minute, second)


def read_count(text: str) -> int:
    """(2.1) A whole number >= 0 written with digits only."""
    if not DIGITS.fullmatch(text):
        raise BadValue
    return int(text)


def one_of(*allowed: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in allowed:
            raise BadValue
        return text

    return read


class Column(NamedTuple):
    heading: str
    read: Callable[[str], Any]
    required: bool = True


# (2.1) the columns that matter. Other columns are not looked at.
COLUMNS: dict[str, list[Column]] = {
    "enheter": [
        Column("Enhets-ID", read_text),
        Column("Utförar-ID", read_text),
        Column("Regi", one_of("Egen", "Extern")),
        Column("Verksamhet", one_of("Hemtjänst", "Boendestöd", "Mobila teamet", "Hemgångsteam", "Larmgrupp", "Natt")),
        Column("Telefonbehov", read_count, required=False),
        Column("Vikarietelefoner", read_count, required=False),
        Column("Gäller från", read_date),
        Column("Gäller till", read_date, required=False),
        Column("Ersätter", read_text, required=False),
    ],
    "besok": [
        Column("Besöks-ID", read_text),
        Column("Personalnr", read_text),
        Column("Enhets-ID", read_text),
        Column("Brukarnr", read_text),
        Column("Start", read_date_time),
        Column("Slut", read_date_time, required=False),
        Column("Startregistrering", one_of("Lås", "NFC", "App", "Efterhand", "Okänd")),
        Column("Status", one_of("Utfört", "Avböjt", "Bom", "Inställt")),
    ],
    "telefoner": [
        Column("Telefon-ID", read_text),
        Column("Enhets-ID", read_text),
        Column("Status", one_of("Aktiv", "Inaktiv", "Reparation", "Förlorad")),
        Column("Typ", one_of("Ordinarie", "Vikarie")),
        Column("Registrerad", read_date),
        Column("Kopplad", one_of("Ja", "Nej"), required=False),
        Column("Senast använd", read_date_time, required=False),
        Column("Avläst", read_date),
    ],
    "las": [
        Column("Lås-ID", read_text),
        Column("Låstyp", one_of("Brukarlås", "Portlås", "Nyckelgömma", "Övrigt")),
        Column("Enhets-ID", read_text),
        Column("Brukarnr", read_text, required=False),
        Column("Status", one_of("Kopplat", "Bortkopplat", "Lager", "Trasigt")),
        Column("Kopplat från", read_date, required=False),
        Column("Kopplat till", read_date, required=False),
        Column("Batteri", one_of("OK", "Lågt", "Kritiskt"), required=False),
        Column("Avläst", read_date),
    ],
    "lashandelser": [
        Column("Händelse-ID", read_text),
        Column("Tidpunkt", read_date_time),
        Column("Lås-ID", read_text),
        Column("Händelse", one_of("Upplåsning", "Låsning", "Kvittens", "Koppling", "Bortkoppling", "Batteribyte")),
        Column("Resultat", one_of("OK", "Misslyckad")),
    ],
    "monteringar": [
        Column("Uppdrags-ID", read_text),
        Column("Typ", one_of("Montering", "Nedmontering", "Byte", "Service")),
        Column("Status", one_of("Utfört", "Bokat", "Avbrutet")),
        Column("Enhets-ID", read_text),
        Column("Utfört", read_date, required=False),  # required when Status = Utfört, see missing_value
        Column("Beställt", read_date, required=False),
    ],
}

# (2.1) the key of each kind; (2.2) enheter before the others, las before lashandelser.
KEYS: dict[str, list[str]] = {
    "enheter": ["Enhets-ID", "Gäller från"],
    "las": ["Lås-ID", "Enhets-ID", "Avläst"],
    "besok": ["Besöks-ID", "Personalnr"],
    "telefoner": ["Telefon-ID", "Avläst"],
    "lashandelser": ["Händelse-ID"],
    "monteringar": ["Uppdrags-ID"],
}

KINDS_WITH_UNIT = ["besok", "telefoner", "las", "monteringar"]

Row = dict[str, Any]  # heading -> value; an empty field is None


class Data:
    """All files of a folder, read, with the accepted rows of each kind in reading order."""

    def __init__(self, folder: Path, as_of: date) -> None:
        self.as_of = as_of
        self.rows: dict[str, list[Row]] = {kind: [] for kind in KEYS}
        self.rows_read: dict[str, int] = {}  # file name -> data rows
        self.rows_accepted: dict[str, int] = {}
        self.rejected: dict[tuple[str, str], int] = defaultdict(int)  # (file name, reason) -> rows
        self.keys: dict[str, set[tuple]] = {kind: set() for kind in KEYS}
        self.units: set[str] = set()  # Enhets-ID of accepted rows of enheter
        self.locks: set[str] = set()  # Lås-ID of accepted rows of las, any reading
        # (2.2, 11) files in byte order of their names
        paths = sorted(folder.iterdir(), key=lambda path: path.name.encode())
        for kind in KEYS:
            for path in paths:
                if kind_of_file(path.name) == kind:
                    self.read_file(kind, path)

    def read_file(self, kind: str, path: Path) -> None:
        headings, records = data_records(path)
        missing = [column.heading for column in COLUMNS[kind] if column.heading not in headings]
        if missing:
            raise SystemExit(f"{path.name}: headings missing: {', '.join(missing)}")
        self.rows_read[path.name] = len(records)
        self.rows_accepted[path.name] = 0
        for fields in records:
            row: Row = {}
            reason = self.reason(kind, headings, fields, row)
            if reason:
                self.rejected[path.name, reason] += 1
                continue
            self.rows_accepted[path.name] += 1
            self.keys[kind].add(key_of(kind, row))
            self.rows[kind].append(row)
            if kind == "enheter":
                self.units.add(row["Enhets-ID"])
            if kind == "las":
                self.locks.add(row["Lås-ID"])

    def reason(self, kind: str, headings: list[str], fields: list[str], row: Row) -> Optional[str]:
        """(2.2) The first test that fails, in the order of the table; None for an accepted row, whose values are put into `row`."""
        # 1
        if len(fields) != len(headings):
            return "bad_columns"
        text = dict(zip(headings, fields))
        columns = COLUMNS[kind]
        # 2
        for column in columns:
            if column.required and text[column.heading] == "":
                return "missing_value"
        if kind == "monteringar" and text["Status"] == "Utfört" and text["Utfört"] == "":
            return "missing_value"
        # 3: all dates of the row before any other value
        for column in columns:
            if column.read in (read_date, read_date_time) and text[column.heading] != "":
                try:
                    column.read(text[column.heading])
                except BadDate:
                    return "bad_date"
        # 4
        for column in columns:
            try:
                row[column.heading] = column.read(text[column.heading]) if text[column.heading] != "" else None
            except BadValue:
                return "bad_value"
        # 5
        if kind in KINDS_WITH_UNIT and row["Enhets-ID"] not in self.units:
            return "unknown_unit"
        if kind == "lashandelser" and row["Lås-ID"] not in self.locks:
            return "unknown_lock"
        # 6
        reference = reference_date(kind, row)
        if reference is not None and reference > self.as_of:
            return "after_asof"
        # 7
        if kind == "telefoner":
            if row["Registrerad"] > row["Avläst"]:
                return "future_date"
            if row["Senast använd"] is not None and row["Senast använd"].date() > row["Avläst"]:
                return "future_date"
        if kind == "las" and row["Kopplat från"] is not None and row["Kopplat från"] > row["Avläst"]:
            return "future_date"
        # 8
        if kind == "besok" and row["Slut"] is not None and row["Slut"] < row["Start"]:
            return "end_before_start"
        if kind == "las" and row["Kopplat från"] is not None and row["Kopplat till"] is not None:
            if row["Kopplat till"] < row["Kopplat från"]:
                return "end_before_start"
        if kind == "monteringar" and row["Status"] == "Utfört" and row["Beställt"] is not None:
            if row["Utfört"] < row["Beställt"]:
                return "end_before_start"
        if kind == "enheter" and row["Gäller till"] is not None and row["Gäller till"] < row["Gäller från"]:
            return "end_before_start"
        # 9
        if kind == "besok" and row["Slut"] is not None and row["Slut"] - row["Start"] > timedelta(hours=24):
            return "too_long"
        # 10
        if kind in KINDS_WITH_UNIT and reference is not None:
            if self.register_row(row["Enhets-ID"], reference) is None:
                return "unit_not_valid"
        # 11
        if key_of(kind, row) in self.keys[kind]:
            return "duplicate_key"
        return None

    def register_row(self, unit: str, day: date) -> Optional[Row]:
        """(3.1) The accepted row of enheter that holds for the unit on the day; of several the one that began last."""
        best: Optional[Row] = None
        for row in self.rows["enheter"]:
            if row["Enhets-ID"] != unit:
                continue
            if row["Gäller från"] > day:
                continue
            if row["Gäller till"] is not None and row["Gäller till"] < day:
                continue
            if best is None or row["Gäller från"] > best["Gäller från"]:
                best = row
        return best

    def provider(self, unit: str, day: date) -> str:
        """(3.1) Only asked where test 10 has made sure that a row holds."""
        row = self.register_row(unit, day)
        assert row is not None
        return row["Utförar-ID"]


def kind_of_file(name: str) -> Optional[str]:
    """The longest kind that the name starts with: lashandelser.csv is not las. Other files take part in nothing."""
    if not name.endswith(".csv"):
        return None
    fitting = [kind for kind in COLUMNS if name.startswith(kind)]
    return max(fitting, key=len) if fitting else None


def data_records(path: Path) -> tuple[list[str], list[list[str]]]:
    """(2) The headings, and the fields of the data rows: neither blank nor a total row at the end. (1.5) Fields are trimmed."""
    text = path.read_bytes().decode("utf-8-sig")
    records = [[field.strip(" ") for field in record] for record in csv.reader(io.StringIO(text, newline=""), delimiter=";")]
    records = [record for record in records if any(record)]
    if not records:
        raise SystemExit(f"{path.name}: no header")
    headings, records = records[0], records[1:]
    if records and records[-1][0].lower() in ("summa", "summa:", "totalt", "totalt:"):
        records.pop()
    return headings, records


def key_of(kind: str, row: Row) -> tuple:
    return tuple(row[heading] for heading in KEYS[kind])


def reference_date(kind: str, row: Row) -> Optional[date]:
    """(2.3) None for the register, and for a job that is not done and has no order date."""
    if kind == "besok":
        return row["Start"].date()
    if kind in ("telefoner", "las"):
        return row["Avläst"]
    if kind == "lashandelser":
        return row["Tidpunkt"].date()
    if kind == "monteringar":
        return row["Utfört"] if row["Status"] == "Utfört" else row["Beställt"]
    return None


# ---------------------------------------------------------------------------------------------------------------------
# 3.2 Chains


def unit_successors(data: Data) -> dict[str, str]:
    """(3.2) unit E -> the only unit F other than E that has a row with Ersätter = E."""
    successors = {}
    for unit in data.units:
        naming = {row["Enhets-ID"] for row in data.rows["enheter"] if row["Ersätter"] == unit and row["Enhets-ID"] != unit}
        if len(naming) == 1:
            successors[unit] = naming.pop()
    return successors


def provider_successors(data: Data) -> dict[str, str]:
    """(3.2) provider U -> provider W, when all units that U has ever had have a successor, and the rows that name them are all W's."""
    successors = {}
    has_successor = unit_successors(data)
    register = data.rows["enheter"]
    for provider in {row["Utförar-ID"] for row in register}:
        units = {row["Enhets-ID"] for row in register if row["Utförar-ID"] == provider}
        if not all(unit in has_successor for unit in units):
            continue
        # choice: all rows, also a unit's own row that names itself
        namers = {row["Utförar-ID"] for row in register if row["Ersätter"] in units}
        if len(namers) == 1 and provider not in namers:
            successors[provider] = namers.pop()
    return successors


def chains(successors: dict[str, str], everything: Iterable[str]) -> dict[str, set[str]]:
    """(3.2) last member -> all members, for chains of two or more; circles end nowhere and give none."""
    result: dict[str, set[str]] = {}
    for start in everything:
        seen = {start}
        last = start
        while last in successors:
            last = successors[last]
            if last in seen:
                break
            seen.add(last)
        if last not in successors:
            result.setdefault(last, {last}).add(start)
    return {last: members for last, members in result.items() if len(members) >= 2}


# ---------------------------------------------------------------------------------------------------------------------
# 4 Groups and periods

Group = tuple[str, str]  # group_kind, group
TOTAL: Group = ("total", "ALLA")


def month(day: date) -> str:
    return f"{day.year:04d}-{day.month:02d}"


def half_year(day: date) -> str:
    return f"{day.year:04d}-H{1 if day.month <= 6 else 2}"


def months_between(first: date, last: date) -> list[str]:
    result = []
    year, number = first.year, first.month
    while (year, number) <= (last.year, last.month):
        result.append(f"{year:04d}-{number:02d}")
        year, number = (year, number + 1) if number < 12 else (year + 1, 1)
    return result


def months_of_half_year(half: str) -> list[str]:
    year, numbers = half[:4], range(1, 7) if half.endswith("H1") else range(7, 13)
    return [f"{year}-{number:02d}" for number in numbers]


def half_year_of_month(month_text: str) -> str:
    return f"{month_text[:4]}-H{1 if int(month_text[5:]) <= 6 else 2}"


def last_day_of_month(month_text: str) -> date:
    year, number = int(month_text[:4]), int(month_text[5:])
    next_first = date(year + 1, 1, 1) if number == 12 else date(year, number + 1, 1)
    return next_first - timedelta(days=1)


class Periods:
    """The periods of a run, from that of the earliest to that of the latest of the given days."""

    def __init__(self, kind: str, days: list[date]) -> None:
        self.kind = kind
        months = months_between(min(days), max(days))
        if kind == "month":
            self.names = months
        elif kind == "halfyear":
            self.names = sorted({half_year_of_month(name) for name in months})
        else:
            self.names = [f"{months[0]}/{months[-1]}"]  # choice: the text names no spelling

    def of(self, day: date) -> str:
        if self.kind == "month":
            return month(day)
        if self.kind == "halfyear":
            return half_year(day)
        return self.names[0]


# ---------------------------------------------------------------------------------------------------------------------
# 10 Result format


class Results:
    def __init__(self) -> None:
        self.rows: dict[tuple[str, str, str, str], tuple[Optional[int], Optional[int], Optional[Fraction]]] = {}

    def add(
        self, measure: str, group: Group, period: str, numerator: Optional[int], denominator: Optional[int],
        value: Optional[Fraction],
    ) -> None:
        key = (measure, group[0], group[1], period)
        assert key not in self.rows, key
        self.rows[key] = (numerator, denominator, value)

    def ratio(self, measure: str, group: Group, period: str, numerator: int, denominator: int) -> None:
        """(1.6) A ratio with denominator 0 has no value."""
        value = Fraction(numerator, denominator) if denominator != 0 else None
        self.add(measure, group, period, numerator, denominator, value)

    def number(self, measure: str, group: Group, period: str, numerator: int) -> None:
        """Value = numerator, denominator empty."""
        self.add(measure, group, period, numerator, None, Fraction(numerator))

    def csv(self) -> str:
        """(10) Sorted by the first four fields in byte order; comma, LF, header row."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["measure", "group_kind", "group", "period", "numerator", "denominator", "value"])
        for key in sorted(self.rows, key=lambda key: [part.encode() for part in key]):
            writer.writerow([*key, *map(number_text, self.rows[key])])
        return out.getvalue()


def number_text(number: Optional[int | Fraction]) -> str:
    """(10) Whole numbers without decimals, others with 10, no value as an empty field."""
    if number is None:
        return ""
    if Fraction(number).denominator == 1:
        return str(int(number))
    return f"{float(number):.10f}"


# ---------------------------------------------------------------------------------------------------------------------
# 5 Phones


def phone_class(phone: Row) -> str:
    """(5) The class of an active phone in its reading, first line that fits."""
    reading = phone["Avläst"]
    used = phone["Senast använd"].date() if phone["Senast använd"] is not None else None
    if used is not None and (reading - used).days <= 14:
        return "used"
    if (reading - phone["Registrerad"]).days <= 14:
        return "new"
    if used is None:
        return "never"
    return "idle"


def active_phones_by_group(data: Data, readings: list[Row], day: date) -> dict[Group, list[Row]]:
    """(4, 5) The active phones of a snapshot in every unit with a register row that holds on the day, its provider, and the total."""
    groups = groups_on(data, day)
    for phone in readings:
        if phone["Status"] != "Aktiv":
            continue
        groups[TOTAL].append(phone)
        groups["unit", phone["Enhets-ID"]].append(phone)
        groups["provider", data.provider(phone["Enhets-ID"], day)].append(phone)
    return groups


def groups_on(data: Data, day: date) -> dict[Group, list[Row]]:
    """(4) The groups of a snapshot, still empty."""
    groups: dict[Group, list[Row]] = {TOTAL: []}
    for unit in data.units:
        register = data.register_row(unit, day)
        if register is not None:
            groups["unit", unit] = []
            groups["provider", register["Utförar-ID"]] = []
    return groups


def count_classes(phones: list[Row], *classes: str) -> int:
    return sum(1 for phone in phones if phone_class(phone) in classes)


def phones(data: Data, results: Results) -> None:
    """(5) All phone measures."""
    all_readings = data.rows["telefoner"]
    if not all_readings:
        return
    snapshot_day = max(row["Avläst"] for row in all_readings)
    snapshot = [row for row in all_readings if row["Avläst"] == snapshot_day]
    groups = active_phones_by_group(data, snapshot, snapshot_day)
    p1_p4_p5(results, groups, snapshot_day.isoformat())
    p5_monthly(data, results)
    p3(data, results, groups, snapshot_day)
    p2(data, results, groups, snapshot_day)


def p1_p4_p5(results: Results, groups: dict[Group, list[Row]], period: str) -> None:
    """(5) P1, P1.used/.idle/.never/.new, P4, P5 in the snapshot."""
    for group, active in groups.items():
        for name in ("used", "idle", "never", "new"):
            results.number(f"P1.{name}", group, period, count_classes(active, name))
        results.ratio("P1", group, period, count_classes(active, "idle", "never"), len(active))
        results.ratio("P4", group, period, sum(1 for phone in active if phone["Kopplad"] == "Ja"), len(active))
        results.ratio("P5", group, period, count_classes(active, "used"), len(active))


def p5_monthly(data: Data, results: Results) -> None:
    """(5, P5 monthly) The last reading of each month that has one."""
    for name in {month(row["Avläst"]) for row in data.rows["telefoner"]}:
        rows = [row for row in data.rows["telefoner"] if month(row["Avläst"]) == name]
        day = max(row["Avläst"] for row in rows)
        groups = active_phones_by_group(data, [row for row in rows if row["Avläst"] == day], day)
        for group, active in groups.items():
            results.ratio("P5", group, name, count_classes(active, "used"), len(active))


def have(active: list[Row], kind: str) -> int:
    """(5, P3) Active phones of a Typ."""
    return sum(1 for phone in active if phone["Typ"] == kind)


def p3(data: Data, results: Results, groups: dict[Group, list[Row]], day: date) -> None:
    """(5, P3) Phones against need, units only."""
    for group, active in groups.items():
        if group[0] != "unit":
            continue
        register = data.register_row(group[1], day)
        assert register is not None
        for measure, kind, heading in (("P3", "Ordinarie", "Telefonbehov"), ("P3v", "Vikarie", "Vikarietelefoner")):
            count, need = have(active, kind), register[heading]
            difference = Fraction(count - need) if need is not None else None
            cover = Fraction(count, need) if need is not None and need > 0 else None
            results.add(f"{measure}.diff", group, day.isoformat(), count, need, difference)
            results.add(f"{measure}.cover", group, day.isoformat(), count, need, cover)


def p2(data: Data, results: Results, groups: dict[Group, list[Row]], day: date) -> None:
    """(5, P2) One proposal for each idle or never used phone."""
    # 1. deficits, before any proposal
    deficit: dict[str, int] = {}
    for group, active in groups.items():
        if group[0] != "unit":
            continue
        register = data.register_row(group[1], day)
        assert register is not None
        need = register["Telefonbehov"]
        if register["Regi"] == "Egen" and need is not None and need > 0 and need > have(active, "Ordinarie"):
            deficit[group[1]] = need - have(active, "Ordinarie")
    lacking_at_start = set(deficit)
    # 2. the phones in byte order of their ids
    counts: dict[str, dict[Group, int]] = {
        name: {group: 0 for group in groups} for name in ("behall", "omplacera", "inaktivera", "mottar")
    }

    def count(name: str, unit: str) -> None:
        for group in (TOTAL, ("unit", unit), ("provider", data.provider(unit, day))):
            counts[name][group] += 1

    proposed = [phone for phone in groups[TOTAL] if phone_class(phone) in ("idle", "never")]
    for phone in sorted(proposed, key=lambda phone: phone["Telefon-ID"].encode()):
        unit = phone["Enhets-ID"]
        register = data.register_row(unit, day)
        assert register is not None
        left = [candidate for candidate in deficit if deficit[candidate] > 0]
        if unit in lacking_at_start:
            count("behall", unit)
        elif register["Regi"] == "Egen" and left:
            target = min(left, key=lambda candidate: (-deficit[candidate], candidate.encode()))
            deficit[target] -= 1
            count("omplacera", unit)
            count("mottar", target)
        else:
            count("inaktivera", unit)
    for name, by_group in counts.items():
        for group, number in by_group.items():
            results.number(f"P2.{name}", group, day.isoformat(), number)


# ---------------------------------------------------------------------------------------------------------------------
# 6 Visits, and 7 L2

BEST_FIRST = ["Lås", "NFC", "App", "Efterhand", "Okänd"]


def lock_snapshot(data: Data) -> list[Row]:
    """(6) The rows of the latest reading of all accepted rows in las."""
    if not data.rows["las"]:
        return []
    day = max(row["Avläst"] for row in data.rows["las"])
    return [row for row in data.rows["las"] if row["Avläst"] == day]


def connections(data: Data) -> dict[str, list[tuple[date, Optional[date]]]]:
    """(6) client -> the first and last day of each connection."""
    result = defaultdict(list)
    for row in lock_snapshot(data):
        if row["Låstyp"] != "Brukarlås" or row["Brukarnr"] is None or row["Kopplat från"] is None:
            continue
        if row["Kopplat till"] is not None or row["Status"] in ("Kopplat", "Trasigt"):
            result[row["Brukarnr"]].append((row["Kopplat från"], row["Kopplat till"]))
    return result


def representative_rows(performed: list[Row]) -> list[Row]:
    """(6) One row for each Besöks-ID: best registration, then earliest Start, then reading order."""
    visits: dict[str, list[Row]] = defaultdict(list)
    for row in performed:
        visits[row["Besöks-ID"]].append(row)
    # min gives the first of equals, and the rows stand in reading order
    return [min(rows, key=lambda row: (BEST_FIRST.index(row["Startregistrering"]), row["Start"])) for rows in visits.values()]


def registered(rows: list[Row], *registrations: str) -> list[Row]:
    return [row for row in rows if row["Startregistrering"] in registrations]


def staff(rows: list[Row]) -> set[str]:
    return {row["Personalnr"] for row in rows}


def clients(rows: list[Row]) -> set[str]:
    return {row["Brukarnr"] for row in rows}


def visits(data: Data, results: Results, period_kind: str) -> None:
    """(6, 7) V1-V5 and L2 in every group and period of (4)."""
    if not data.rows["besok"]:
        return
    connected = connections(data)
    performed = [row for row in data.rows["besok"] if row["Status"] == "Utfört"]
    for row in performed:
        day = row["Start"].date()
        row["provider"] = data.provider(row["Enhets-ID"], day)
        row["lockable"] = any(
            first <= day and (last is None or day <= last) for first, last in connected[row["Brukarnr"]]
        )
    periods = Periods(period_kind, [row["Start"].date() for row in data.rows["besok"]])

    groups: list[Group] = [TOTAL]
    groups += [("unit", unit) for unit in data.units]
    providers = {row["Utförar-ID"] for row in data.rows["enheter"]}
    groups += [("provider", provider) for provider in providers]
    unit_chains = chains(unit_successors(data), data.units)
    provider_chains = chains(provider_successors(data), providers)
    groups += [("unit_chain", last) for last in unit_chains]
    groups += [("provider_chain", last) for last in provider_chains]

    def groups_of(row: Row) -> list[Group]:
        found: list[Group] = [TOTAL, ("unit", row["Enhets-ID"]), ("provider", row["provider"])]
        found += [("unit_chain", last) for last, members in unit_chains.items() if row["Enhets-ID"] in members]
        found += [("provider_chain", last) for last, members in provider_chains.items() if row["provider"] in members]
        return found

    def cells(rows: list[Row]) -> dict[tuple[Group, str], list[Row]]:
        result = defaultdict(list)
        for row in rows:
            for group in groups_of(row):
                result[group, periods.of(row["Start"].date())].append(row)
        return result

    visits_in = cells(representative_rows(performed))
    rows_in = cells(performed)
    for group in groups:
        for period in periods.names:
            of_visits = visits_in.get((group, period), [])
            of_rows = rows_in.get((group, period), [])
            v1(results, group, period, of_visits)
            v2(results, group, period, of_visits)
            v3(results, group, period, of_rows)
            v4(results, group, period, of_visits)
            v5(results, group, period, of_rows)
            l2(results, group, period, of_visits)


def v1(results: Results, group: Group, period: str, visits: list[Row]) -> None:
    """(6, V1 and its counts) Share of visits registered by lock or tag; Okänd is outside the denominator."""
    results.ratio(
        "V1", group, period, len(registered(visits, "Lås", "NFC")), len(registered(visits, "Lås", "NFC", "App", "Efterhand"))
    )
    results.number("V1.visits", group, period, len(visits))
    results.number("V1.las", group, period, len(registered(visits, "Lås")))
    results.number("V1.nfc", group, period, len(registered(visits, "NFC")))
    results.number("V1.app", group, period, len(registered(visits, "App")))
    results.number("V1.efterhand", group, period, len(registered(visits, "Efterhand")))
    results.number("V1.okand", group, period, len(registered(visits, "Okänd")))


def v2(results: Results, group: Group, period: str, visits: list[Row]) -> None:
    """(6, V2) Of the lockable visits, those registered by lock."""
    lockable = [visit for visit in visits if visit["lockable"]]
    results.ratio("V2", group, period, len(registered(lockable, "Lås")), len(lockable))


def v3(results: Results, group: Group, period: str, rows: list[Row]) -> None:
    """(6, V3) Staff with a lockable row and no row at all by lock; the value is the number of persons."""
    could = staff([row for row in rows if row["lockable"]])
    did_not = could - staff(registered(rows, "Lås"))
    results.add("V3", group, period, len(did_not), len(could), Fraction(len(did_not)) if could else None)


def v4(results: Results, group: Group, period: str, visits: list[Row]) -> None:
    """(6, V4) Share of visits registered on the spot, of all visits."""
    results.ratio("V4", group, period, len(registered(visits, "Lås", "NFC", "App")), len(visits))


def v5(results: Results, group: Group, period: str, rows: list[Row]) -> None:
    """(6, V5) Share of staff with at least one row registered on the spot."""
    results.ratio("V5", group, period, len(staff(registered(rows, "Lås", "NFC", "App"))), len(staff(rows)))


def l2(results: Results, group: Group, period: str, visits: list[Row]) -> None:
    """(7, L2) Of the clients with visits, those with a lockable visit."""
    covered = clients([visit for visit in visits if visit["lockable"]])
    results.ratio("L2", group, period, len(covered), len(clients(visits)))


# ---------------------------------------------------------------------------------------------------------------------
# 7 Locks


def lock_ids(rows: list[Row], kind: str) -> set[str]:
    """(7, L1) Different ids of connected locks of a kind; Status decides."""
    return {row["Lås-ID"] for row in rows if row["Låstyp"] == kind and row["Status"] == "Kopplat"}


def locks(data: Data, results: Results) -> None:
    """(7) L1 and L3 on the day of the lock snapshot."""
    snapshot = lock_snapshot(data)
    if not snapshot:
        return
    day = snapshot[0]["Avläst"]
    groups = groups_on(data, day)
    for row in snapshot:
        groups[TOTAL].append(row)
        groups["unit", row["Enhets-ID"]].append(row)
        groups["provider", data.provider(row["Enhets-ID"], day)].append(row)
    for group, rows in groups.items():
        l1(results, group, day.isoformat(), rows)
        l3(results, group, day.isoformat(), rows)


def l1(results: Results, group: Group, period: str, rows: list[Row]) -> None:
    """(7, L1) Connected locks by kind."""
    results.number("L1", group, period, len(lock_ids(rows, "Brukarlås")))
    results.number("L1.portlas", group, period, len(lock_ids(rows, "Portlås")))
    results.number("L1.nyckelgomma", group, period, len(lock_ids(rows, "Nyckelgömma")))


def l3(results: Results, group: Group, period: str, rows: list[Row]) -> None:
    """(7, L3) The locks of L1 by battery; a lock with two states in the group counts under both."""
    for name, battery in (("ok", "OK"), ("lagt", "Lågt"), ("kritiskt", "Kritiskt"), ("okant", None)):
        results.number(f"L3.{name}", group, period, len(lock_ids([row for row in rows if row["Batteri"] == battery], "Brukarlås")))


# ---------------------------------------------------------------------------------------------------------------------
# 8 Mounts

M1_TYPES = {
    "M1.montering": ("Montering", "Byte"),
    "M1.nedmontering": ("Nedmontering", "Byte"),
    "M1.byte": ("Byte",),
    "M1.service": ("Service",),
}


def mounts(data: Data, results: Results, period_kind: str) -> None:
    """(8) M1 and M1.reported in every period; M2 too when the periods are months."""
    jobs = []
    for row in data.rows["monteringar"]:
        day = reference_date("monteringar", row)
        if day is None:
            continue  # (2.3) takes part in nothing
        jobs.append({**row, "day": day, "provider": data.provider(row["Enhets-ID"], day)})
    if not jobs:
        return
    days = [job["day"] for job in jobs]
    groups: dict[Group, list[Row]] = defaultdict(list)
    for job in jobs:
        for group in (TOTAL, ("unit", job["Enhets-ID"]), ("provider", job["provider"])):
            groups[group].append(job)
    # A unit has reported a month when it has a job there, at whatever provider; likewise a longer period
    periods = Periods(period_kind, days)
    reported = {(job["Enhets-ID"], periods.of(job["day"])) for job in jobs}

    for group, group_jobs in groups.items():
        for period in periods.names:
            members = units_with_jobs(group, group_jobs, period if period_kind != "month" else half_year_of_month(period), period_kind)
            reporting = {unit for unit in members if (unit, period) in reported}
            m1(results, group, period, [job for job in group_jobs if periods.of(job["day"]) == period], bool(reporting))
            results.ratio("M1.reported", group, period, len(reporting), len(members))
        if period_kind == "month":
            for half in Periods("halfyear", days).names:
                m2(data, results, group, half, group_jobs, units_with_jobs(group, group_jobs, half, "halfyear"), reported)


def units_with_jobs(group: Group, group_jobs: list[Row], period: str, period_kind: str) -> set[str]:
    """(8) The members of a group in a half-year: units with a job in the group there; for a unit itself, always.

    Over all months (not in the text): units with a job in the group at all.
    """
    if group[0] == "unit":
        return {group[1]}
    return {job["Enhets-ID"] for job in group_jobs if period_kind == "all" or half_year(job["day"]) == period}


def m1(results: Results, group: Group, period: str, jobs: list[Row], reported: bool) -> None:
    """(8, M1) Jobs done, by type; no value when no unit of the group reported."""
    done = [job for job in jobs if job["Status"] == "Utfört"]
    for measure, types in M1_TYPES.items():
        if reported:
            results.number(measure, group, period, sum(1 for job in done if job["Typ"] in types))
        else:
            results.add(measure, group, period, None, None, None)


def m2(
    data: Data, results: Results, group: Group, half: str, group_jobs: list[Row], members: set[str],
    reported: set[tuple[str, str]],
) -> None:
    """(8, M2) Average of M1 over the complete months of a half-year."""
    complete = []
    for name in months_of_half_year(half):
        if members and all((unit, name) in reported for unit in members) and last_day_of_month(name) <= data.as_of:
            complete.append(name)
    for measure in ("montering", "nedmontering"):
        done = [
            job for job in group_jobs
            if job["Status"] == "Utfört" and job["Typ"] in M1_TYPES[f"M1.{measure}"] and month(job["day"]) in complete
        ]
        results.ratio(f"M2.{measure}", group, half, len(done), len(complete))


# ---------------------------------------------------------------------------------------------------------------------
# 9 Data quality


def data_quality(data: Data, results: Results) -> None:
    """(9) D.rows and D.rejected of each file."""
    for name, count in data.rows_read.items():
        accepted = data.rows_accepted[name]
        rejected = sum(number for (file, _), number in data.rejected.items() if file == name)
        assert accepted + rejected == count, name
        results.ratio("D.rows", ("file", name), "", accepted, count)
    for (name, reason), count in data.rejected.items():
        results.number("D.rejected", ("file", f"{name}:{reason}"), "", count)


# ---------------------------------------------------------------------------------------------------------------------


def compute(folder: Path, as_of: date, period_kind: str = "month") -> str:
    """The CSV of (10)."""
    data = Data(folder, as_of)
    results = Results()
    visits(data, results, period_kind)
    mounts(data, results, period_kind)
    if period_kind == "month":
        phones(data, results)
        locks(data, results)
        data_quality(data, results)
    return results.csv()


def main() -> None:
    parser = argparse.ArgumentParser(description="The measures of measures.md, computed naively.")
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("as_of", type=date.fromisoformat, nargs="?")
    parser.add_argument("--periods", choices=["month", "halfyear", "all"], default="month")
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    if arguments.self_test:
        import self_test

        self_test.run()
        return
    if arguments.folder is None or arguments.as_of is None:
        parser.error("FOLDER and AS-OF are needed")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.write(compute(arguments.folder, arguments.as_of, arguments.periods))


if __name__ == "__main__":
    main()
