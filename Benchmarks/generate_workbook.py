#!/usr/bin/env python3
"""Writes a workbook of invented visits: generate_workbook.py FILE [ROWS]. Needs XlsxWriter (PyPI)."""
import datetime, random, sys
import xlsxwriter

random.seed(1)
rows = int(sys.argv[2]) if len(sys.argv) > 2 else 50_000
book = xlsxwriter.Workbook(sys.argv[1])
sheet = book.add_worksheet("Besök")
minute = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
sheet.write_row(0, 0, ["Besöks-ID", "Personalnr", "Enhets-ID", "Brukarnr", "Start", "Slut", "Startregistrering",
                       "Slutregistrering", "Status", "Besökstyp", "Dubbelbemanning"])
first = datetime.datetime(2026, 11, 1, 6, 0)
for row in range(1, rows + 1):
    start = first + datetime.timedelta(minutes=random.randrange(40_000))
    sheet.write_row(row, 0, [f"B-{900_000 + row}", f"P-{random.randrange(800):04}", f"E-{random.randrange(30)}",
                             f"K-{random.randrange(30_000, 35_000)}"])
    sheet.write_datetime(row, 4, start, minute)
    sheet.write_datetime(row, 5, start + datetime.timedelta(minutes=random.randrange(5, 60)), minute)
    sheet.write_row(row, 6, [random.choice(["Lås", "NFC", "App", "Efterhand"]), random.choice(["Lås", "NFC", "App"]),
                             "Utfört", "Planerat", "Nej"])
book.close()
