#!/usr/bin/env python3
"""The referee of the auditor's sample (measures.md 22): `rutin sample --format csv`, computed as plainly as it can be said.

    sample.py FOLDER AS-OF KEY-FILE YYYY-MM...
"""
from __future__ import annotations

import csv
import hashlib
import sys
from datetime import date, timedelta
from pathlib import Path

import measures


def review_date(month: str) -> date:
    """The 15th or the nearest following Monday to Friday: no public holiday falls there in the years of the tests."""
    day = date.fromisoformat(month + "-15")
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return day


def sample(data: measures.Data, key: bytes, month: str, size: int = 3) -> list[list[str]]:
    day = review_date(month)
    performed = [row for row in data.rows["besok"] if row["Status"] == "Utfört"]
    visits = [row for row in measures.representative_rows(performed) if measures.month(row["Start"].date()) == month]
    results = measures.Results()
    measures.visits(data, results, "month")

    def provider(row: measures.Row) -> str:
        return data.provider(row["Enhets-ID"], row["Start"].date())

    providers = {row["Utförar-ID"] for unit in data.units if (row := data.register_row(unit, day))}
    providers |= {provider(row) for row in visits}
    table = []
    for name in sorted(providers, key=str.encode):
        own = [row for row in visits if provider(row) == name]
        population = {row["Brukarnr"] for row in own if row["Start"].date() == day}
        ticket = lambda client: hashlib.sha256(key + name.encode() + b"\0" + month.encode() + b"\0" + client.encode()).digest()
        drawn = sorted(sorted(population, key=ticket)[:size], key=str.encode)
        without_lock, staff = results.rows.get(("V3", "provider", name, month), (0, 0, None))[:2]
        after = [str(without_lock), str(staff)] if staff else ["", ""]
        before = ["ARBETSMATERIAL", month, day.isoformat(), name, str(len(population))]
        for client in drawn:
            of_client = [row["Startregistrering"] for row in own if row["Brukarnr"] == client]
            digital = sum(one in ("Lås", "NFC", "App") for one in of_client)
            counts = [len(of_client), digital, of_client.count("Efterhand"), of_client.count("Okänd")]
            table.append(before + [client] + [str(count) for count in counts] + after)
        if not drawn:
            table.append(before + [""] * 5 + after)
    return table


def main() -> None:
    folder, as_of, key, *months = sys.argv[1:]
    data = measures.Data(Path(folder), date.fromisoformat(as_of))
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for month in months:
        csv.writer(sys.stdout, lineterminator="\n").writerows(sample(data, Path(key).read_bytes(), month))


if __name__ == "__main__":
    main()
