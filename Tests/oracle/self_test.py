"""The checks of the referee itself: the worked example of measures.md 11 in full, and edge cases worked out by hand.

Run by `measures.py --self-test`, or by pytest.
"""
from __future__ import annotations

import csv
import io
import tempfile
from datetime import date
from pathlib import Path
from typing import Optional

import measures

Key = tuple[str, str, str, str]
Figures = dict[Key, tuple[str, str, str]]

UNITS = "Enhets-ID;Utförar-ID;Regi;Verksamhet;Telefonbehov;Vikarietelefoner;Gäller från;Gäller till;Ersätter"
VISITS = "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Status"
PHONES = "Telefon-ID;Enhets-ID;Status;Typ;Registrerad;Kopplad;Senast använd;Avläst"
LOCKS = "Lås-ID;Låstyp;Enhets-ID;Brukarnr;Status;Kopplat från;Kopplat till;Batteri;Avläst"
EVENTS = "Händelse-ID;Tidpunkt;Lås-ID;Händelse;Resultat"
JOBS = "Uppdrags-ID;Typ;Beställt;Utfört;Status;Enhets-ID"


def figures(files: dict[str, str], as_of: str, periods: str = "month") -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            (Path(folder) / name).write_text(text, encoding="utf-8", newline="")
        table = measures.compute(Path(folder), date.fromisoformat(as_of), periods)
    rows = list(csv.reader(io.StringIO(table)))
    assert rows[0] == ["measure", "group_kind", "group", "period", "numerator", "denominator", "value"]
    keys = [tuple(row[:4]) for row in rows[1:]]
    assert keys == sorted(set(keys), key=lambda key: [part.encode() for part in key])
    return {tuple(row[:4]): tuple(row[4:]) for row in rows[1:]}


def lines(*rows: str) -> str:
    return "".join(row + "\n" for row in rows)


def check(found: Figures, measure: str, group_kind: str, group: str, period: str, expected: Optional[str]) -> None:
    """`expected` is "numerator/denominator", a whole number, or "n/d=value"; None: no such row; "0/0": no value."""
    key = (measure, group_kind, group, period)
    if expected is None:
        assert key not in found, (key, found[key])
        return
    assert key in found, key
    text, _, value = expected.partition("=")
    numerator, _, denominator = text.partition("/")
    if not value and "=" not in expected:
        if "/" not in text:
            value = numerator
        elif denominator not in ("", "0"):
            value = measures.number_text(measures.Fraction(int(numerator), int(denominator)))
    assert found[key] == (numerator, denominator, value), (key, found[key], (numerator, denominator, value))


# ---------------------------------------------------------------------------------------------------------------------

WORKED = {
    "enheter.csv": lines(
        UNITS,
        "E-1;U-1;Egen;Hemtjänst;3;;2024-01-01;;",
        "E-2;U-1;Egen;Hemtjänst;1;;2024-01-01;;",
        "E-3;U-2;Extern;Hemtjänst;;;2024-01-01;2026-10-14;",
        "E-4;U-3;Extern;Hemtjänst;;;2026-10-15;;E-3",
    ),
    "las.csv": lines(
        LOCKS,
        "L-1;Brukarlås;E-1;K-1;Kopplat;2025-01-01;;Lågt;2026-10-31",
        "L-2;Brukarlås;E-4;K-2;Bortkopplat;2025-01-01;2026-10-15;OK;2026-10-31",
    ),
    "besok.csv": lines(
        VISITS,
        "B-1;P-100;E-1;K-1;2026-10-05 08:00;2026-10-05 08:20;Efterhand;Utfört",
        "B-1;P-7;E-1;K-1;2026-10-05 08:01;2026-10-05 08:20;Lås;Utfört",
        "B-2;P-7;E-1;K-1;2026-10-06 08:00;;NFC;Utfört",
        "B-3;P-7;E-1;K-9;2026-10-31 23:50;2026-11-01 00:10;App;Utfört",
        "B-4;P-7;E-1;K-1;2026-10-07 08:00;;Okänd;Utfört",
        "B-5;P-7;E-1;K-1;2026-10-08 08:00;;Lås;Bom",
        "B-6;P-3;E-3;K-2;2026-10-14 09:00;2026-10-14 09:10;NFC;Utfört",
        "B-7;P-3;E-4;K-2;2026-10-15 09:00;2026-10-15 09:10;Lås;Utfört",
        "B-8;P-4;E-4;K-2;2026-10-16 09:00;2026-10-16 09:10;Efterhand;Utfört",
    ),
    "telefoner.csv": lines(
        PHONES,
        "T-1;E-1;Aktiv;Ordinarie;2025-01-01;Ja;2026-10-17 00:01;2026-10-31",
        "T-2;E-2;Aktiv;Ordinarie;2025-01-01;Ja;2026-10-16 23:59;2026-10-31",
        "T-3;E-2;Aktiv;Ordinarie;2026-10-16;;;2026-10-31",
        "T-4;E-2;Aktiv;Ordinarie;2026-10-17;Nej;;2026-10-31",
        "T-5;E-4;Aktiv;Ordinarie;2025-01-01;Ja;2026-09-01 08:00;2026-10-31",
        "T-6;E-4;Reparation;Ordinarie;2025-01-01;Ja;;2026-10-31",
    ),
    "monteringar.csv": lines(
        JOBS,
        "M-1;Montering;2026-09-28;2026-10-02;Utfört;E-1",
        "M-2;Byte;2026-09-01;2026-09-03;Utfört;E-1",
        "M-3;Montering;2026-08-11;;Bokat;E-1",
    ),
}


def test_worked_example_visits() -> None:
    found = figures(WORKED, "2026-11-01")
    columns = [
        [("provider", "U-1"), ("unit", "E-1")],
        [("provider", "U-2"), ("unit", "E-3")],
        [("provider", "U-3"), ("unit", "E-4")],
        [("unit_chain", "E-4"), ("provider_chain", "U-3")],
        [("total", "ALLA")],
    ]
    table = {
        "V1": ["2/3", "1/1", "1/2", "2/3", "4/6"],
        "V1.visits": ["4", "1", "2", "3", "7"],
        "V1.las": ["1", "0", "1", "1", "2"],
        "V1.nfc": ["1", "1", "0", "1", "2"],
        "V1.app": ["1", "0", "0", "0", "1"],
        "V1.efterhand": ["0", "0", "1", "1", "1"],
        "V1.okand": ["1", "0", "0", "0", "1"],
        "V2": ["1/3", "0/1", "1/1", "1/2", "2/5"],
        "V3": ["1/2=1", "1/1=1", "0/1=0", "0/1=0", "1/3=1"],
        "V4": ["3/4", "1/1", "1/2", "2/3", "5/7"],
        "V5": ["1/2", "1/1", "1/2", "1/2", "2/4"],
        "L2": ["1/2", "1/1", "1/1", "1/1", "2/3"],
    }
    for measure, row in table.items():
        for groups, expected in zip(columns, row):
            for kind, group in groups:
                check(found, measure, kind, group, "2026-10", expected)
    for measure in ("V1", "V2", "V4", "V5", "L2"):
        check(found, measure, "unit", "E-2", "2026-10", "0/0")
    check(found, "V3", "unit", "E-2", "2026-10", "0/0=")
    # B-3 belongs to October; no other month has rows
    check(found, "V1", "total", "ALLA", "2026-11", None)
    check(found, "V1", "total", "ALLA", "2026-09", None)
    # one unit chain and one provider chain
    assert {key[1:3] for key in found if "chain" in key[1]} == {("unit_chain", "E-4"), ("provider_chain", "U-3")}


def test_worked_example_phones() -> None:
    found = figures(WORKED, "2026-11-01")
    day = "2026-10-31"
    for group, expected in {"E-1": "0/1", "E-2": "2/3", "E-4": "1/1"}.items():
        check(found, "P1", "unit", group, day, expected)
    check(found, "P1", "provider", "U-1", day, "2/4")
    check(found, "P1", "total", "ALLA", day, "3/5")
    check(found, "P1.used", "total", "ALLA", day, "1")
    check(found, "P1.idle", "total", "ALLA", day, "2")
    check(found, "P1.never", "total", "ALLA", day, "1")
    check(found, "P1.new", "total", "ALLA", day, "1")
    check(found, "P1.idle", "unit", "E-2", day, "1")
    check(found, "P1.never", "unit", "E-2", day, "1")
    check(found, "P1.new", "unit", "E-2", day, "1")
    for period in (day, "2026-10"):
        check(found, "P5", "provider", "U-1", period, "1/4")
        check(found, "P5", "total", "ALLA", period, "1/5")
    for kind, group, expected in [
        ("unit", "E-1", "1/1"), ("unit", "E-2", "1/3"), ("unit", "E-4", "1/1"), ("provider", "U-1", "2/4"),
        ("total", "ALLA", "3/5"),
    ]:
        check(found, "P4", kind, group, day, expected)
    check(found, "P3.diff", "unit", "E-1", day, "1/3=-2")
    check(found, "P3.diff", "unit", "E-2", day, "3/1=2")
    check(found, "P3.diff", "unit", "E-4", day, "1/=")
    check(found, "P3.cover", "unit", "E-1", day, "1/3")
    check(found, "P3v.diff", "unit", "E-1", day, "0/=")
    check(found, "P3.diff", "provider", "U-1", day, None)
    expected = {
        "behall": {},
        "omplacera": {("unit", "E-2"): 2, ("provider", "U-1"): 2, ("total", "ALLA"): 2},
        "inaktivera": {("unit", "E-4"): 1, ("provider", "U-3"): 1, ("total", "ALLA"): 1},
        "mottar": {("unit", "E-1"): 2, ("provider", "U-1"): 2, ("total", "ALLA"): 2},
    }
    for name, numbers in expected.items():
        for group in [("unit", "E-1"), ("unit", "E-2"), ("unit", "E-4"), ("provider", "U-1"), ("provider", "U-3"), ("total", "ALLA")]:
            check(found, f"P2.{name}", *group, day, str(numbers.get(group, 0)))
    # E-3 ended on 14 October, U-2 with it
    check(found, "P1", "unit", "E-3", day, None)
    check(found, "P1", "provider", "U-2", day, None)


def test_worked_example_locks_and_mounts() -> None:
    found = figures(WORKED, "2026-11-01")
    day = "2026-10-31"
    for group, number in {("unit", "E-1"): 1, ("unit", "E-4"): 0, ("unit", "E-2"): 0, ("provider", "U-1"): 1, ("total", "ALLA"): 1}.items():
        check(found, "L1", *group, day, str(number))
        check(found, "L3.lagt", *group, day, str(number))
        for name in ("L3.ok", "L3.kritiskt", "L3.okant", "L1.portlas", "L1.nyckelgomma"):
            check(found, name, *group, day, "0")
    for group in [("unit", "E-1"), ("provider", "U-1"), ("total", "ALLA")]:
        for period, mounted, dismounted in [("2026-08", "0", "0"), ("2026-09", "1", "1"), ("2026-10", "1", "0")]:
            check(found, "M1.montering", *group, period, mounted)
            check(found, "M1.nedmontering", *group, period, dismounted)
            check(found, "M1.reported", *group, period, "1/1")
        check(found, "M1.byte", *group, "2026-09", "1")
        check(found, "M1.service", *group, "2026-09", "0")
        check(found, "M2.montering", *group, "2026-H2", "2/3=0.6666666667")
        check(found, "M2.nedmontering", *group, "2026-H2", "1/3")
    check(found, "M1.montering", "unit", "E-1", "2026-07", None)
    check(found, "M1.montering", "unit", "E-2", "2026-08", None)


def test_worked_example_quality() -> None:
    found = figures(WORKED, "2026-11-01")
    for name, count in {"enheter.csv": 4, "las.csv": 2, "besok.csv": 9, "telefoner.csv": 6, "monteringar.csv": 3}.items():
        check(found, "D.rows", "file", name, "", f"{count}/{count}")
    assert not [key for key in found if key[0] == "D.rejected"]


# ---------------------------------------------------------------------------------------------------------------------
# Reasons

REGISTER = lines(
    UNITS,
    "E-1;U-1;Egen;Hemtjänst;3;;2024-01-01;2026-06-30;",
    "E-1;U-2;Extern;Hemtjänst;;;2026-07-01;;",
    "E-9;U-1;Egen;Larmgrupp;;;2026-01-01;2026-03-31;",
)


def rejections(found: Figures, file: str) -> dict[str, int]:
    return {
        key[2].removeprefix(file + ":"): int(numbers[0]) for key, numbers in found.items()
        if key[0] == "D.rejected" and key[2].startswith(file + ":")
    }


def reason_of(kind: str, header: str, row: str, before: str = "") -> Optional[str]:
    """The reason for one row, in a file of its own after the rows that are needed."""
    files = {"enheter.csv": REGISTER, "las.csv": lines(LOCKS, "L-1;Brukarlås;E-1;;Lager;;;;2026-05-01")}
    files[f"{kind}.z.csv"] = lines(header, *([before] if before else []), row, "")
    reasons = rejections(figures(files, "2026-10-31"), f"{kind}.z.csv")
    assert len(reasons) <= 1
    return next(iter(reasons), None)


def test_visit_reasons() -> None:
    cases = {
        "B-1;P-1;E-1;K-1;2026-05-01 08:00;2026-05-01 08:10;Lås;Utfört": None,
        " B-1 ;P-1;E-1;K-1; 2026-05-01 08:00 ;;Lås ;Utfört": None,
        "B-1;P-1;E-1;K-1;2026-05-01 08:00;;Lås": "bad_columns",
        "B-1;P-1;E-1;K-1;2026-05-01 08:00;;Lås;Utfört;": "bad_columns",
        ";;;;;;Lås;": "missing_value",
        "B-1;P-1;E-1; ;okänt;;Lås;Fel": "missing_value",
        "B-1;P-1;E-1;K-1;2026-02-30 08:00;;Vinge;Utfört": "bad_date",
        "B-1;P-1;E-1;K-1;2026-05-01;;Lås;Utfört": "bad_date",
        "B-1;P-1;E-1;K-1;2026-05-01T08:00;;Lås;Utfört": "bad_date",
        "B-1;P-1;E-1;K-1;2026-10-05 25:10;;Lås;Utfört": "bad_date",
        "B-1;P-1;E-1;K-1;2026-10-05 24:00;;Lås;Utfört": "bad_date",
        "B-1;P-1;E-1;K-1;2026-10-05 8:00;;Lås;Utfört": "bad_date",
        "B-1;P-1;E-1;K-1;31/1 2026 08:00;;Lås;Utfört": "bad_date",
        "B-1;P-1;E-1;K-1;2026-05-01 08:00;okänt;Lås;Utfört": "bad_date",
        "B-1;P-1;E-1;K-1;2026-05-01 08:00:60;;Lås;Utfört": "bad_date",
        "B-1;P-1;E-1;K-1;0000-05-01 08:00;;Lås;Utfört": "bad_date",
        "B-1;P-1;E-7;K-1;2026-05-01 08:00;;lås;Utfört": "bad_value",
        "B-1;P-1;E-7;K-1;2026-05-01 08:00;;Lås;Klart": "bad_value",
        "B-1;P-1;E-7;K-1;2026-11-01 08:00;2026-10-01 08:00;Lås;Utfört": "unknown_unit",
        "B-1;P-1;E-1;K-1;2026-11-01 00:00;2026-10-01 08:00;Lås;Utfört": "after_asof",
        "B-1;P-1;E-1;K-1;2026-10-31 23:59:59;2026-11-01 08:00;Lås;Utfört": None,
        "B-1;P-1;E-1;K-1;2023-05-01 08:00;2023-05-01 07:59:59;Lås;Utfört": "end_before_start",
        "B-1;P-1;E-1;K-1;2026-05-01 08:00;2026-05-01 08:00:00;Lås;Utfört": None,
        "B-1;P-1;E-1;K-1;2026-05-01 08:00;2026-05-02 08:00;Lås;Utfört": None,
        "B-1;P-1;E-1;K-1;2023-05-01 08:00;2023-05-02 08:00:01;Lås;Utfört": "too_long",
        # an hour that summer time skips, and the night when it ends: plain wall-clock values
        "B-1;P-1;E-1;K-1;2026-03-29 02:30;2026-03-30 02:30;Lås;Utfört": None,
        "B-1;P-1;E-1;K-1;2026-10-24 12:00;2026-10-25 12:00:01;Lås;Utfört": "too_long",
        "B-1;P-1;E-1;K-1;2023-12-31 23:59;;Lås;Utfört": "unit_not_valid",
        "B-1;P-1;E-9;K-1;2026-03-31 23:59;2026-04-01 00:30;Lås;Utfört": None,
        "B-1;P-1;E-9;K-1;2026-04-01 00:00;;Lås;Utfört": "unit_not_valid",
    }
    for row, expected in cases.items():
        assert reason_of("besok", VISITS, row) == expected, (row, expected)
    first = "B-1;P-1;E-1;K-1;2026-05-01 08:00;;Lås;Utfört"
    assert reason_of("besok", VISITS, "B-1;P-1;E-1;K-2;2026-05-02 08:00;;App;Bom", before=first) == "duplicate_key"
    assert reason_of("besok", VISITS, "B-1;P-2;E-1;K-1;2026-05-01 08:00;;Lås;Utfört", before=first) is None
    # a rejected row does not make a later one a duplicate
    rejected = "B-1;P-1;E-1;K-1;2026-05-01 08:00;;Lås;Klart"
    assert reason_of("besok", VISITS, first, before=rejected) == "bad_value"


def test_other_reasons() -> None:
    cases = [
        ("telefoner", PHONES, "T-1;E-1;Aktiv;Ordinarie;2026-05-01;;;2026-05-01", None),
        ("telefoner", PHONES, "T-1;E-1;Aktiv;Ordinarie;2026-05-02;;;2026-05-01", "future_date"),
        ("telefoner", PHONES, "T-1;E-1;Aktiv;Ordinarie;2026-05-01;Ja;2026-05-01 23:59;2026-05-01", None),
        ("telefoner", PHONES, "T-1;E-1;Aktiv;Ordinarie;2026-05-01;Ja;2026-05-02 00:00;2026-05-01", "future_date"),
        ("telefoner", PHONES, "T-1;E-1;Aktiv;Ordinarie;2026-05-01;ja;;2026-05-01", "bad_value"),
        ("telefoner", PHONES, "T-1;E-1;Aktiv;Ordinarie;2026-11-02;;;2026-11-01", "after_asof"),
        ("telefoner", PHONES, "T-1;E-1;Aktiv;;2026-05-01;;;2026-05-01", "missing_value"),
        ("telefoner", PHONES, "T-1;E-1;Aktiv;Ordinarie;2026-05-01 08:00;;;2026-05-01", "bad_date"),
        ("las", LOCKS, "L-2;Brukarlås;E-1;K-1;Kopplat;2026-05-02;;OK;2026-05-01", "future_date"),
        ("las", LOCKS, "L-2;Brukarlås;E-1;K-1;Kopplat;2026-05-01;2026-04-30;OK;2026-05-01", "end_before_start"),
        ("las", LOCKS, "L-2;Brukarlås;E-1;K-1;Kopplat;;2020-04-30;OK;2026-05-01", None),
        ("las", LOCKS, "L-2;Brukarlås;E-1;K-1;Kopplat;2026-05-01;2027-01-01;;2026-05-01", None),
        ("las", LOCKS, "L-2;Brukarlås;E-1;K-1;Kopplat;;;Tomt;2026-05-01", "bad_value"),
        ("lashandelser", EVENTS, "H-1;2026-05-01 08:00:01;L-1;Upplåsning;OK", None),
        ("lashandelser", EVENTS, "H-1;2026-05-01 08:00;L-1;Upplåsning;OK", None),
        ("lashandelser", EVENTS, "H-1;2026-12-01 08:00;L-9;Upplåsning;OK", "unknown_lock"),
        ("lashandelser", EVENTS, "H-1;2026-11-01 00:00;L-1;Upplåsning;OK", "after_asof"),
        ("lashandelser", EVENTS, "H-1;2026-11-01 00:00;;Upplåsning;OK", "missing_value"),
        ("monteringar", JOBS, "M-1;Montering;;2026-05-01;Utfört;E-1", None),
        ("monteringar", JOBS, "M-1;Montering;2026-05-01;;Utfört;E-1", "missing_value"),
        ("monteringar", JOBS, "M-1;Montering;2026-05-02;2026-05-01;Utfört;E-1", "end_before_start"),
        ("monteringar", JOBS, "M-1;Montering;2026-05-02;2026-05-01;Bokat;E-1", None),
        ("monteringar", JOBS, "M-1;Montering;;2030-01-01;Bokat;E-1", None),
        ("monteringar", JOBS, "M-1;Montering;;2030-02-30;Bokat;E-1", "bad_date"),
        ("monteringar", JOBS, "M-1;Montering;2026-11-01;;Bokat;E-1", "after_asof"),
        ("monteringar", JOBS, "M-1;Montering;;;Bokat;E-2", "unknown_unit"),
        ("monteringar", JOBS, "M-1;Montering;;2026-04-01;Utfört;E-9", "unit_not_valid"),
        ("monteringar", JOBS, "M-1;Montering;;;Avbrutet;E-9", None),
        ("enheter", UNITS, "E-5;U-1;Egen;Hemtjänst;x;;2026-01-02;2026-01-01;", "bad_value"),
        ("enheter", UNITS, "E-5;U-1;Egen;Hemtjänst;-1;;2026-01-01;;", "bad_value"),
        ("enheter", UNITS, "E-5;U-1;Egen;Hemtjänst;007;;2026-01-01;;", None),
        ("enheter", UNITS, "E-5;U-1;Egen;Hemtjänst;;;2026-01-02;2026-01-01;", "end_before_start"),
        ("enheter", UNITS, "E-5;U-1;Egen;Hemtjänst;;;2026-01-01;2026-01-01;", None),
        ("enheter", UNITS, "E-1;U-9;Egen;Natt;;;2024-01-01;;", "duplicate_key"),
        ("enheter", UNITS, "E-5;U-1;Privat;Hemtjänst;;;2026-01-01;;", "bad_value"),
    ]
    for kind, header, row, expected in cases:
        assert reason_of(kind, header, row) == expected, (kind, row, expected)


def test_total_row_and_blank_lines() -> None:
    visit = "B-{0};P-1;E-1;K-1;2026-05-01 08:00;;Lås;Utfört"
    ending_cases = [
        ("Summa;2", {}, 2), (" TOTALT: ;;;;;;;", {}, 2), ("summa:", {}, 2),
        ("Summa 2", {"bad_columns": 1}, 3), ("Summan;;;;;;;", {"missing_value": 1}, 3),
        ("Summa;1\nTotalt;2", {"bad_columns": 1}, 3),
        ("Summa;2\n;;;;;;;\n; ;", {}, 2), (";;;;;;;\nSumma;2", {}, 2), (";;;;;;;x", {"missing_value": 1}, 3),
    ]
    for ending, expected, count in ending_cases:
        text = lines(VISITS, "", visit.format(1), "   ", visit.format(2), "", ending, "", "")
        found = figures({"enheter.csv": REGISTER, "besok.csv": text}, "2026-10-31")
        assert rejections(found, "besok.csv") == expected, ending
        check(found, "D.rows", "file", "besok.csv", "", f"2/{count}")
    # elsewhere it is an ordinary row
    text = lines(VISITS, "Summa;2", visit.format(1))
    assert rejections(figures({"enheter.csv": REGISTER, "besok.csv": text}, "2026-10-31"), "besok.csv") == {"bad_columns": 1}


def test_several_files_are_one() -> None:
    """The earlier file in byte order keeps the key, whatever the order of listing; Z comes before a and å."""
    row = "B-1;P-1;E-1;K-1;2026-05-01 08:00;;{0};Utfört"
    found = figures(
        {
            "enheter.csv": REGISTER,
            "besok-å.csv": lines(VISITS, row.format("App")),
            "besok-a.csv": lines(VISITS, row.format("NFC")),
            "besok-Z.csv": lines(VISITS, row.format("Lås")),
        },
        "2026-10-31",
    )
    check(found, "V1.las", "total", "ALLA", "2026-05", "1")
    check(found, "D.rejected", "file", "besok-a.csv:duplicate_key", "", "1")
    check(found, "D.rejected", "file", "besok-å.csv:duplicate_key", "", "1")
    check(found, "D.rejected", "file", "besok-Z.csv:duplicate_key", "", None)
    check(found, "D.rows", "file", "besok-å.csv", "", "0/1")


# ---------------------------------------------------------------------------------------------------------------------
# Chains


def chain_groups(*register: str) -> dict[str, set[str]]:
    """Chains that get figures, by kind, from "unit provider replaces" triples; an underscore is empty."""
    rows = []
    for number, text in enumerate(register):
        unit, provider, replaces = text.split()
        rows.append(f"{unit};{provider};Egen;Natt;;;2024-01-{number + 1:02d};;{'' if replaces == '_' else replaces}")
    visit = "B-1;P-1;A;K-1;2026-05-01 08:00;;Lås;Utfört"
    found = figures({"enheter.csv": lines(UNITS, *rows), "besok.csv": lines(VISITS, visit)}, "2026-10-31")
    return {
        kind: {key[2] for key in found if key[1] == f"{kind}_chain" and key[0] == "V1"} for kind in ("unit", "provider")
    }


def test_chains() -> None:
    assert chain_groups("A u _", "B v A", "C w B") == {"unit": {"C"}, "provider": {"w"}}
    # two successors: none
    assert chain_groups("A u _", "B v A", "C v A") == {"unit": set(), "provider": set()}
    # one successor of two units
    assert chain_groups("A u _", "B v _", "C w A", "C w B") == {"unit": {"C"}, "provider": {"w"}}
    # a circle of two beside a chain, and a unit that leads into the circle
    assert chain_groups("A u B", "B v A", "C w _", "D x C") == {"unit": {"D"}, "provider": {"x"}}
    assert chain_groups("A u B", "B v A", "B v C", "C w _") == {"unit": set(), "provider": set()}
    # naming oneself is no succession
    assert chain_groups("A u A", "B v _") == {"unit": set(), "provider": set()}
    # naming a unit that is not in the register
    assert chain_groups("A u X", "B v _") == {"unit": set(), "provider": set()}
    # partial takeover: a unit chain only
    assert chain_groups("A u _", "D u _", "B v A") == {"unit": {"B"}, "provider": set()}
    # taken over within the provider
    assert chain_groups("A u _", "B u A") == {"unit": {"B"}, "provider": set()}
    # taken over by two providers
    assert chain_groups("A u _", "D u _", "B v A", "C w D") == {"unit": {"B", "C"}, "provider": set()}
    # the successor's rows that name A belong to two providers
    assert chain_groups("A u _", "B v A", "B w A") == {"unit": {"B"}, "provider": set()}
    # ... but a later row that names nobody does not matter
    assert chain_groups("A u _", "B v A", "B w _") == {"unit": {"B"}, "provider": {"v"}}


def test_unit_that_changes_provider() -> None:
    found = figures(
        {
            "enheter.csv": REGISTER,
            "besok.csv": lines(
                VISITS,
                "B-1;P-1;E-1;K-1;2026-06-30 23:59;2026-07-01 00:10;Lås;Utfört",
                "B-2;P-1;E-1;K-1;2026-07-01 00:00;;App;Utfört",
            ),
        },
        "2026-10-31",
    )
    for group, month, number in [
        (("provider", "U-1"), "2026-06", "1"), (("provider", "U-1"), "2026-07", "0"), (("provider", "U-2"), "2026-06", "0"),
        (("provider", "U-2"), "2026-07", "1"), (("unit", "E-1"), "2026-06", "1"), (("unit", "E-1"), "2026-07", "1"),
        (("unit", "E-9"), "2026-06", "0"),
    ]:
        check(found, "V1.visits", *group, month, number)


# ---------------------------------------------------------------------------------------------------------------------
# Visits


def test_representative_row() -> None:
    """The best registration wins, then the earliest point in time, then reading order; also across files, months and units."""
    register = lines(UNITS, "E-1;U-1;Egen;Natt;;;2024-01-01;;", "E-2;U-2;Egen;Natt;;;2024-01-01;;")
    found = figures(
        {
            "enheter.csv": register,
            "besok-1.csv": lines(
                VISITS,
                "B-1;P-1;E-1;K-1;2026-01-31 23:50;;App;Utfört",  # worse
                "B-2;P-1;E-2;K-1;2026-02-01 08:00;;Lås;Utfört",  # same time, read first
                "B-3;P-1;E-1;K-1;2026-02-01 08:00:01;;Lås;Utfört",  # a second later
                "B-4;P-1;E-1;K-1;2026-02-01 08:00;;Lås;Inställt",  # represents nothing
                "B-5;P-1;E-1;K-1;2026-03-01 08:00;;Lås;Avböjt",  # a visit row, but no visit
            ),
            "besok-2.csv": lines(
                VISITS,
                "B-1;P-2;E-2;K-2;2026-02-01 00:05;;NFC;Utfört",
                "B-2;P-2;E-1;K-2;2026-02-01 08:00:00;;Lås;Utfört",
                "B-3;P-2;E-2;K-2;2026-02-01 08:00;;Lås;Utfört",
                "B-4;P-2;E-2;K-2;2026-02-02 08:00;;Okänd;Utfört",
            ),
        },
        "2026-10-31",
    )
    check(found, "V1.visits", "total", "ALLA", "2026-01", "0")
    check(found, "V1.visits", "unit", "E-1", "2026-02", "0")
    check(found, "V1.visits", "unit", "E-2", "2026-02", "4")
    check(found, "V1.las", "unit", "E-2", "2026-02", "2")
    check(found, "V1.nfc", "unit", "E-2", "2026-02", "1")
    check(found, "V1.okand", "unit", "E-2", "2026-02", "1")
    # staff count in their own month and unit
    check(found, "V5", "unit", "E-1", "2026-01", "1/1")
    check(found, "V5", "unit", "E-1", "2026-02", "2/2")
    check(found, "V5", "unit", "E-2", "2026-02", "2/2")
    check(found, "V5", "total", "ALLA", "2026-02", "2/2")
    # a month with accepted rows that are not performed is delivered
    check(found, "V1", "total", "ALLA", "2026-03", "0/0")
    # clients of the representative rows
    check(found, "L2", "unit", "E-2", "2026-02", "0/2")
    check(found, "L2", "total", "ALLA", "2026-02", "0/2")


def lockable(*lock_rows: str, day: str = "2026-05-10", client: str = "K-1") -> bool:
    found = figures(
        {
            "enheter.csv": REGISTER,
            "las.csv": lines(LOCKS, *lock_rows),
            "besok.csv": lines(VISITS, f"B-1;P-1;E-1;{client};{day} 08:00;;Lås;Utfört"),
        },
        "2026-10-31",
    )
    return found["V2", "total", "ALLA", day[:7]][1] == "1"


def test_client_with_lock() -> None:
    reading = "2026-10-30"
    assert lockable(f"L-1;Brukarlås;E-1;K-1;Kopplat;2026-05-10;;OK;{reading}")
    assert lockable(f"L-1;Brukarlås;E-1;K-1;Trasigt;2026-05-10;;;{reading}")
    assert not lockable(f"L-1;Brukarlås;E-1;K-1;Kopplat;2026-05-11;;OK;{reading}")
    assert not lockable(f"L-1;Brukarlås;E-1;K-1;Kopplat;;;OK;{reading}")
    assert not lockable(f"L-1;Brukarlås;E-1;K-1;Kopplat;;2026-06-01;OK;{reading}")
    assert not lockable(f"L-1;Brukarlås;E-1;;Kopplat;2026-01-01;;OK;{reading}")
    assert not lockable(f"L-1;Portlås;E-1;K-1;Kopplat;2026-01-01;;OK;{reading}")
    for status in ("Bortkopplat", "Lager"):
        assert not lockable(f"L-1;Brukarlås;E-1;K-1;{status};2026-01-01;;OK;{reading}")
        assert lockable(f"L-1;Brukarlås;E-1;K-1;{status};2026-01-01;2026-05-10;OK;{reading}")
        assert not lockable(f"L-1;Brukarlås;E-1;K-1;{status};2026-01-01;2026-05-09;OK;{reading}")
    # only the latest reading, whatever lock it holds
    assert not lockable(
        "L-1;Brukarlås;E-1;K-1;Kopplat;2026-01-01;;OK;2026-10-29", f"L-2;Brukarlås;E-1;K-2;Kopplat;2026-01-01;;OK;{reading}"
    )
    # a reading after the as-of date is rejected and is not the snapshot
    assert lockable(
        f"L-1;Brukarlås;E-1;K-1;Kopplat;2026-01-01;;OK;{reading}", "L-2;Brukarlås;E-1;K-2;Kopplat;2026-01-01;;OK;2026-11-01"
    )


def test_v3_in_total() -> None:
    """A Lås registration at another provider clears the person in the total only, also for a client without lock."""
    found = figures(
        {
            "enheter.csv": lines(UNITS, "E-1;U-1;Egen;Natt;;;2024-01-01;;", "E-2;U-2;Egen;Natt;;;2024-01-01;;"),
            "las.csv": lines(LOCKS, "L-1;Brukarlås;E-1;K-1;Kopplat;2026-01-01;;OK;2026-10-30"),
            "besok.csv": lines(
                VISITS,
                "B-1;P-1;E-1;K-1;2026-05-01 08:00;;App;Utfört",
                "B-2;P-1;E-2;K-2;2026-05-01 09:00;;Lås;Utfört",
                "B-3;P-2;E-1;K-1;2026-05-01 09:00;;Efterhand;Utfört",
                "B-4;P-2;E-1;K-2;2026-06-01 09:00;;Lås;Utfört",
            ),
        },
        "2026-10-31",
    )
    check(found, "V3", "provider", "U-1", "2026-05", "2/2=2")
    check(found, "V3", "provider", "U-2", "2026-05", "0/0=")
    check(found, "V3", "total", "ALLA", "2026-05", "1/2=1")
    check(found, "V3", "total", "ALLA", "2026-06", "0/0=")


def test_without_locks() -> None:
    """No lock export: nobody has a lock, and nothing is delivered for L1 and L3."""
    files = {key: text for key, text in WORKED.items() if key != "las.csv"}
    found = figures(files, "2026-11-01")
    check(found, "V2", "total", "ALLA", "2026-10", "0/0")
    check(found, "L2", "total", "ALLA", "2026-10", "0/3")
    assert not [key for key in found if key[0].startswith(("L1", "L3"))]
    # an as-of date before everything: only the quality figures are left
    found = figures(WORKED, "2020-01-01")
    assert {key[0] for key in found} == {"D.rows", "D.rejected"}


def test_longer_periods() -> None:
    files = dict(WORKED)
    files["besok-2.csv"] = lines(VISITS, "B-9;P-100;E-1;K-1;2026-06-30 08:00;;Lås;Utfört", "B-10;P-100;E-1;K-1;2026-07-01 08:00;;App;Utfört")
    found = figures(files, "2026-11-01", "halfyear")
    check(found, "V1.visits", "unit", "E-1", "2026-H1", "1")
    check(found, "V1.visits", "unit", "E-1", "2026-H2", "5")
    check(found, "V3", "unit", "E-1", "2026-H2", "1/2=1")
    check(found, "M1.montering", "unit", "E-1", "2026-H2", "2")
    check(found, "M1.reported", "unit", "E-1", "2026-H2", "1/1")
    assert not [key for key in found if key[0].startswith(("P", "D", "L1", "M2"))]
    found = figures(files, "2026-11-01", "all")
    # over all months P-100 has used the lock
    check(found, "V3", "unit", "E-1", "2026-06/2026-10", "0/2=0")
    check(found, "V1.visits", "total", "ALLA", "2026-06/2026-10", "9")
    check(found, "M1.montering", "total", "ALLA", "2026-08/2026-10", "2")


# ---------------------------------------------------------------------------------------------------------------------
# Phones


def test_phone_actions() -> None:
    """Byte order T-10 before T-9; equal deficits go to the unit first in byte order; own deficit keeps the phone."""
    register = lines(
        UNITS,
        "E-1;U-1;Egen;Hemtjänst;1;;2024-01-01;;",  # deficit 1, no phones
        "E-10;U-1;Egen;Hemtjänst;1;;2024-01-01;;",  # deficit 1, no phones
        "E-2;U-1;Egen;Hemtjänst;0;;2024-01-01;;",  # need of none
        "E-3;U-1;Egen;Hemtjänst;2;;2024-01-01;;",  # deficit 1, an idle phone of its own
        "E-4;U-2;Extern;Hemtjänst;9;;2024-01-01;;",  # external: never a deficit
        "E-5;U-1;Egen;Hemtjänst;;;2024-01-01;;",  # no need given
        "E-6;U-1;Egen;Hemtjänst;5;;2024-01-01;2026-10-30;",  # not valid on the day of the reading
    )
    phone = "{0};{1};Aktiv;{2};2025-01-01;;;2026-10-31"
    found = figures(
        {
            "enheter.csv": register,
            "telefoner.csv": lines(
                PHONES,
                phone.format("T-9", "E-2", "Ordinarie"), phone.format("T-10", "E-2", "Vikarie"), phone.format("T-8", "E-5", "Ordinarie"),
                phone.format("T-7", "E-3", "Ordinarie"), phone.format("T-6", "E-4", "Ordinarie"), phone.format("T-99", "E-5", "Ordinarie"),
                phone.format("T-1", "E-2", "Ordinarie").replace("2026-10-31", "2026-10-30"),  # an older reading
            ),
        },
        "2026-11-01",
    )
    day = "2026-10-31"
    # deficits E-1 1, E-10 1, E-3 1. T-10 (E-2) → E-1; T-6 external; T-7 stays; T-8 (E-5) → E-10; T-9 (E-2) → E-3; T-99: none left
    expected = {
        "omplacera": {"E-2": 2, "E-5": 1}, "mottar": {"E-1": 1, "E-10": 1, "E-3": 1}, "behall": {"E-3": 1},
        "inaktivera": {"E-4": 1, "E-5": 1},
    }
    for name, numbers in expected.items():
        for unit in ("E-1", "E-10", "E-2", "E-3", "E-4", "E-5"):
            check(found, f"P2.{name}", "unit", unit, day, str(numbers.get(unit, 0)))
        check(found, f"P2.{name}", "total", "ALLA", day, str(sum(numbers.values())))
        check(found, f"P2.{name}", "unit", "E-6", day, None)
    check(found, "P3.diff", "unit", "E-2", day, "1/0=1")
    check(found, "P3.cover", "unit", "E-2", day, "1/0=")
    check(found, "P3.cover", "unit", "E-5", day, "2/=")
    check(found, "P3v.diff", "unit", "E-2", day, "1/=")
    check(found, "P1", "unit", "E-1", day, "0/0")


def test_phone_classes() -> None:
    phone = {"Avläst": date(2026, 10, 31), "Registrerad": date(2026, 10, 17), "Senast använd": None}
    assert measures.phone_class(phone) == "new"
    phone["Registrerad"] = date(2026, 10, 16)
    assert measures.phone_class(phone) == "never"
    phone["Senast använd"] = measures.datetime(2026, 10, 16, 23, 59)
    assert measures.phone_class(phone) == "idle"
    phone["Registrerad"] = date(2026, 10, 17)  # registered anew
    assert measures.phone_class(phone) == "new"
    phone["Senast använd"] = measures.datetime(2026, 10, 17, 0, 0)
    assert measures.phone_class(phone) == "used"


def test_monthly_readings() -> None:
    """The last reading of each month counts, with the units and providers of its day."""
    phone = "{0};E-1;Aktiv;Ordinarie;2025-01-01;Ja;{1} 08:00;{2}"
    found = figures(
        {
            "enheter.csv": REGISTER,
            "telefoner.csv": lines(
                PHONES,
                phone.format("T-1", "2026-03-01", "2026-03-01"), phone.format("T-2", "2026-03-01", "2026-03-31"),
                phone.format("T-1", "2026-06-30", "2026-06-30"), phone.format("T-1", "2026-08-30", "2026-08-31"),
                phone.format("T-1", "2026-11-01", "2026-11-01"),
            ),
        },
        "2026-10-31",
    )
    check(found, "P5", "total", "ALLA", "2026-03", "0/1")
    check(found, "P5", "unit", "E-9", "2026-03", "0/0")
    check(found, "P5", "provider", "U-1", "2026-06", "1/1")
    check(found, "P5", "unit", "E-9", "2026-06", None)
    check(found, "P5", "provider", "U-1", "2026-08", None)
    check(found, "P5", "provider", "U-2", "2026-08", "1/1")
    check(found, "P5", "total", "ALLA", "2026-08-31", "1/1")
    check(found, "P5", "total", "ALLA", "2026-07", None)
    check(found, "P5", "total", "ALLA", "2026-11", None)


# ---------------------------------------------------------------------------------------------------------------------
# Locks and mounts


def test_lock_at_two_units() -> None:
    register = lines(
        UNITS, "E-1;U-1;Egen;Natt;;;2024-01-01;;", "E-2;U-1;Egen;Natt;;;2024-01-01;;", "E-3;U-2;Egen;Natt;;;2024-01-01;;"
    )
    found = figures(
        {
            "enheter.csv": register,
            "las.csv": lines(
                LOCKS,
                "L-1;Brukarlås;E-1;K-1;Kopplat;;;OK;2026-10-30", "L-1;Brukarlås;E-2;K-1;Kopplat;;;;2026-10-30",
                "L-1;Brukarlås;E-3;;Kopplat;;2020-01-01;OK;2026-10-30", "L-2;Brukarlås;E-3;;Trasigt;;;Lågt;2026-10-30",
                "L-3;Nyckelgömma;E-3;;Kopplat;;;Kritiskt;2026-10-30", "L-4;Övrigt;E-3;;Kopplat;;;;2026-10-30",
                "L-5;Portlås;E-3;;Kopplat;;;;2026-10-30", "L-6;Portlås;E-3;;Kopplat;;;;2026-10-29",
            ),
        },
        "2026-10-31",
    )
    day = "2026-10-30"
    for group in [("unit", "E-1"), ("unit", "E-2"), ("unit", "E-3"), ("provider", "U-1"), ("provider", "U-2"), ("total", "ALLA")]:
        check(found, "L1", *group, day, "1")
    check(found, "L1.portlas", "total", "ALLA", day, "1")
    check(found, "L1.nyckelgomma", "provider", "U-2", day, "1")
    check(found, "L3.ok", "provider", "U-1", day, "1")
    check(found, "L3.okant", "provider", "U-1", day, "1")
    check(found, "L3.okant", "unit", "E-1", day, "0")
    check(found, "L3.lagt", "total", "ALLA", day, "0")
    check(found, "L3.kritiskt", "total", "ALLA", day, "0")


def test_mounts() -> None:
    register = lines(
        UNITS, "E-1;U-1;Egen;Larmgrupp;;;2024-01-01;;", "E-2;U-1;Egen;Larmgrupp;;;2024-01-01;2026-03-31;",
        "E-2;U-2;Extern;Larmgrupp;;;2026-04-01;;",
    )
    found = figures(
        {
            "enheter.csv": register,
            "monteringar.csv": lines(
                JOBS,
                "M-1;Montering;;2026-01-05;Utfört;E-1", "M-2;Montering;2026-01-07;;Avbrutet;E-2", "M-3;Nedmontering;;2026-02-05;Utfört;E-1",
                "M-4;Byte;;2026-04-05;Utfört;E-2", "M-5;Service;;2026-04-05;Utfört;E-1", "M-6;Montering;;;Bokat;E-1",
                "M-7;Montering;;2026-07-01;Utfört;E-1", "M-8;Montering;2026-09-01;2026-07-01;Bokat;E-1",
            ),
        },
        "2026-09-29",
    )
    check(found, "M1.montering", "total", "ALLA", "2026-01", "1")
    check(found, "M1.reported", "total", "ALLA", "2026-01", "2/2")
    check(found, "M1.reported", "total", "ALLA", "2026-02", "1/2")
    check(found, "M1.nedmontering", "unit", "E-2", "2026-02", "/=")
    check(found, "M1.reported", "unit", "E-2", "2026-02", "0/1")
    check(found, "M1.nedmontering", "total", "ALLA", "2026-02", "1")
    check(found, "M1.montering", "total", "ALLA", "2026-03", "/=")
    check(found, "M1.reported", "total", "ALLA", "2026-03", "0/2")
    check(found, "M1.byte", "provider", "U-2", "2026-04", "1")
    check(found, "M1.nedmontering", "provider", "U-2", "2026-04", "1")
    check(found, "M1.service", "total", "ALLA", "2026-04", "1")
    # a unit has reported a month at whatever provider: E-2 is a member of U-1 in the half-year, and reported April at U-2
    check(found, "M1.reported", "provider", "U-1", "2026-04", "2/2")
    # complete months of the first half-year: January and April in total
    check(found, "M2.montering", "total", "ALLA", "2026-H1", "2/2")
    check(found, "M2.nedmontering", "total", "ALLA", "2026-H1", "1/2")
    check(found, "M2.montering", "unit", "E-1", "2026-H1", "1/3")
    # July is over, August not reported, September not over
    check(found, "M2.montering", "total", "ALLA", "2026-H2", "1/1")
    check(found, "M1.montering", "total", "ALLA", "2026-09", "0")
    check(found, "M1.reported", "total", "ALLA", "2026-09", "1/1")
    # E-2 has no jobs in the second half-year
    check(found, "M2.montering", "unit", "E-2", "2026-H2", "0/0")
    check(found, "M1.reported", "provider", "U-2", "2026-07", "0/0")
    check(found, "M1.montering", "provider", "U-2", "2026-07", "/=")
    # the delivered months go from the first to the last job month
    check(found, "M1.montering", "total", "ALLA", "2026-08", "/=")
    check(found, "M1.montering", "total", "ALLA", "2026-10", None)


def run() -> None:
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    for _, test in tests:
        test()
    print(f"{len(tests)} tests of the referee passed")
