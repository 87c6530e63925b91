#!/usr/bin/env python3
"""Exports in which every personal cell holds a token of its own: plant_tokens.py FOLDER csv|xlsx

Every token begins with `Qzj4X`, or is a number that begins with 907162, and goes on with two letters of its column: `Br` for
Brukarnr. Each kind has rows that count, and a row rejected for each reason; other files cannot be read at all.
"""
from __future__ import annotations

import itertools
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

PERSONAL = """Personnummer Pnr Personnr Samordningsnummer Förnamn Efternamn Adress Gata Gatuadress Postnr Postnummer Ort Postort
Portkod Telefonnummer Telefonnr IMEI E-post Epostadress Anteckning Anteckningar Notering Noteringar Insatser Koordinat
Koordinater lat lon Latitud Longitud Kön Födelseår""".split()

serial = itertools.count(1)


def token(column: str) -> str:
    return f"Qzj4X{column}{next(serial):05}"


def number() -> str:
    return f"907162{next(serial):05}"


UNITS = "Enhets-ID;Enhet;Utförar-ID;Utförare;Regi;Verksamhet;Gäller från;Gäller till"
VISITS = "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Slutregistrering;Status;Besökstyp;Dubbelbemanning;Namn"
PHONES = "Telefon-ID;Enhets-ID;Status;Typ;Registrerad;Kopplad;Senast använd;Appversion;Avläst"
LOCKS = "Lås-ID;Låstyp;Enhets-ID;Brukarnr;Status;Kopplat från;Kopplat till;Batteri;Avläst;Namn"
EVENTS = "Händelse-ID;Tidpunkt;Lås-ID;Personalnr;Telefon-ID;Händelse;Resultat;Besöks-ID"
JOBS = "Uppdrags-ID;Typ;Beställt;Utfört;Status;Enhets-ID;Lås-ID;Orsak"
FOLLOW_UPS = "Plikt;Enhets-ID;Period;Utförd;Avvikelser"

Table = list[list[str]]


def table(headings: str, *rows: str) -> Table:
    """`Be`, `Pe`, `Br`, `xx` in a row stand for fresh tokens, `00` for a number; personal columns follow the others."""
    found = [headings.split(";") + PERSONAL]
    for row in rows:
        cells = [token(cell) if cell in ("Be", "Pe", "Br", "xx") else number() if cell == "00" else cell for cell in row.split(";")]
        found.append(cells + [token("xx") for _ in PERSONAL])
    return found


def tables() -> dict[str, Table]:
    good = ";Lås;Lås;Utfört;Planerat;Nej;xx"
    visits = [f"Be;Pe;E-1;Br;2026-09-15 0{hour}:00;2026-09-15 0{hour}:30{good}" for hour in range(9)]
    visits += [f"00;00;E-1;00;2026-09-{day} 08:00;{good}" for day in range(15, 25)]
    visits += [
        f"Be;Pe;E-1;Br;2026-09-15 08:00;{good};xx",  # bad_columns
        f"Be;;E-1;Br;2026-09-15 08:00;{good}",  # missing_value
        f"Be;Pe;E-1;Br;xx;{good}",  # bad_date
        f"Be;Pe;E-1;Br;2026-09-15 08:00;xx{good}",
        "Be;Pe;E-1;Br;2026-09-15 08:00;;xx;Lås;Utfört;Planerat;Nej;xx",  # bad_value
        "Be;Pe;E-1;Br;2026-09-15 08:00;;Lås;xx;Utfört;xx;xx;xx",  # used
        f"Be;Pe;E-9;Br;2026-09-15 08:00;{good}",  # unknown_unit
        f"Be;Pe;E-1;Br;2027-09-15 08:00;{good}",  # after_asof
        f"Be;Pe;E-1;Br;2026-09-15 08:00;2026-09-15 07:00{good}",  # end_before_start
        f"Be;Pe;E-1;Br;2026-09-15 08:00;2026-09-17 07:00{good}",  # too_long
        f"Be;Pe;E-2;Br;2026-09-15 08:00;{good}",  # unit_not_valid
        f"Qzj4XBesame;Qzj4XPesame;E-1;Br;2026-09-15 08:00;{good}",
        f"Qzj4XBesame;Qzj4XPesame;E-1;Br;2026-09-15 08:00;{good}",  # duplicate_key
        f"Summa;xx;xx;xx;xx;xx{good}",
    ]
    return {
        "enheter": table(UNITS, "E-1;Norra;U-1;Ett;Egen;Hemtjänst;2024-01-01;", "E-2;Södra;U-2;Två;Egen;Hemtjänst;2024-01-01;2024-12-31",
            "E-3;Östra;U-2;Två;Egen;Hemtjänst;2024-01-01;2023-01-01", "E-4;Västra;U-2;Två;xx;Hemtjänst;2024-01-01;"),
        "besok": table(VISITS, *visits),
        "telefoner": table(PHONES, "T-1;E-1;Aktiv;Ordinarie;2024-02-05;Ja;2026-09-13 21:40;xx;2026-09-16",
            "T-2;E-1;xx;Ordinarie;2024-02-05;Ja;;xx;2026-09-16", "T-3;E-1;Aktiv;Ordinarie;2027-02-05;Ja;;xx;2026-09-16"),
        "las": table(LOCKS, "L-1;Brukarlås;E-1;Br;Kopplat;2025-04-02;;OK;2026-09-16;xx", "L-2;Brukarlås;E-1;Br;xx;;;OK;2026-09-16;xx",
            "L-3;Brukarlås;E-1;00;Kopplat;xx;;OK;2026-09-16;xx"),
        "lashandelser": table(EVENTS, "H-1;2026-09-16 07:41:52;L-1;Pe;T-1;Upplåsning;OK;Be", "H-2;2026-09-16 07:41:52;L-9;Pe;T-1;Upplåsning;OK;Be",
            "H-3;xx;L-1;Pe;T-1;Upplåsning;OK;Be"),
        "monteringar": table(JOBS, "M-1;Montering;2026-09-02;2026-09-05;Utfört;E-1;L-1;xx", "M-2;xx;2026-09-02;2026-09-05;Utfört;E-1;L-1;xx"),
        "uppfoljningar": table(FOLLOW_UPS, "Avstämning;E-1;2026-09;2026-09-15;2", "Avstämning;E-9;2026-09;2026-09-15;2"),
    }


def csv_bytes(rows: Table) -> bytes:
    return "".join(";".join(row) + "\r\n" for row in [["Utskrivet av " + token("xx")], *rows]).encode()


def workbook(rows: Table, shared: bool) -> bytes:
    """A workbook with its texts in a table of their own, or each in its cell; long digits are cells of numbers."""
    strings: list[str] = []
    lines = []
    for index, row in enumerate([["Utskrivet av " + token("xx")], *rows], 1):
        cells = ""
        for column, text in enumerate(row):
            place = (chr(64 + column // 26) if column >= 26 else "") + chr(65 + column % 26) + str(index)
            if text.isdigit() and len(text) > 8:
                cells += f'<c r="{place}"><v>{text}</v></c>'
            elif text and shared:
                cells += f'<c r="{place}" t="s"><v>{len(strings)}</v></c>'
                strings.append(text)
            elif text:
                cells += f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
        lines.append(f'<row r="{index}">{cells}</row>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Blad1" sheetId="1" r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="{office}/worksheet" Target="sheet.xml"/><Relationship Id="b" Type="{office}/sharedStrings" Target="strings.xml"/></Relationships>',
        "xl/sheet.xml": f'<worksheet xmlns="{main}"><sheetData>{"".join(lines)}</sheetData></worksheet>',
        "xl/strings.xml": f'<sst xmlns="{main}">{"".join(f"<si><t>{escape(text)}</t></si>" for text in strings)}</sst>',
    }
    from io import BytesIO
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def broken() -> dict[str, bytes]:
    """Files that cannot be read, for a reason each."""
    whole = csv_bytes(tables()["besok"])
    return {
        "besok-rubrik.csv": whole.replace("Brukarnr".encode(), token("xx").encode()),
        "besok-citat.csv": whole + f'"{token("Be")};{token("Pe")}\r\n'.encode(),
        "besok-dubbel.csv": whole.decode().encode().decode("latin-1").encode(),
        "besok-kolumn.csv": whole.replace(b";", b" "),
        "besok-byte.csv": whole + b"\xff\xfe\x00\x81" + token("Be").encode(),
        "besok-tom.csv": b"",
        "okand.csv": f"A;B\r\n{token('xx')};{token('xx')}\r\n".encode(),
        "besok-bruten.xlsx": workbook(tables()["besok"], True)[:-200],
        "besok-rubrik.xlsx": workbook([[cell.replace("Brukarnr", token("xx")) for cell in row] for row in tables()["besok"]], False),
    }


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    shared = itertools.cycle([True, False])
    for kind, rows in tables().items():
        if sys.argv[2] == "csv":
            (folder / f"{kind}.csv").write_bytes(csv_bytes(rows))
        else:
            (folder / f"{kind}.xlsx").write_bytes(workbook(rows, next(shared)))
    if sys.argv[2] == "csv":
        (folder / "besok-latin.csv").write_bytes(csv_bytes(tables()["besok"]).decode().encode("cp1252"))
        (folder / "besok-unicode.csv").write_bytes(csv_bytes(tables()["besok"]).decode().encode("utf-16"))
    else:
        (folder / "besok-andra.xlsx").write_bytes(workbook(tables()["besok"], next(shared)))
    if "broken" in sys.argv:
        for name, content in broken().items():
            (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()
