#!/usr/bin/env python3
"""Makes the exports beside this file, whole ones of every kind, as the programs that people use write them. All data are invented.

Three writers: LibreOffice Calc (soffice) for `lo-`, XlsxWriter for `xw-` and openpyxl for `op-` (PyPI); `text-` is written here
as other systems write it. Run: pip install XlsxWriter openpyxl; python3 make.py

Every file holds the table below of its kind, so each has the same rows, one of them with a fault. `expected.txt` has a line
for each file: name, kind, rows read, rows rejected, and the reason.
"""
import datetime as dt, pathlib, subprocess, tempfile
import openpyxl, xlsxwriter

HERE = pathlib.Path(__file__).parent
D, T = dt.date, dt.datetime
# What a cell holds: text, a date, a date with time, or nothing. The last row of each table is the one with a fault.
TABLES = {
    "enheter": [
        ["Enhets-ID", "Enhet", "Utförar-ID", "Utförare", "Regi", "Verksamhet", "Telefonbehov", "Vikarietelefoner", "Gäller från",
         "Gäller till", "Ersätter", "Alias"],
        ["E-1", "Hemtjänst Norra", "U-1", "Kommunens hemtjänst", "Egen", "Hemtjänst", 2, 1, D(2024, 1, 1), None, None, "HT Norra|Norra"],
        ["E-2", "Åsens hemtjänst", "U-2", "Omsorg i Åsen", "Extern", "Hemtjänst", None, None, D(2024, 1, 1), None, None, None],
        ["E-3", "Södra", "U-1", "Kommunens hemtjänst", "Egen", "Kontor", 1, None, D(2024, 1, 1), None, None, None]],
    "besok": [
        ["Besöks-ID", "Personalnr", "Enhets-ID", "Brukarnr", "Start", "Slut", "Startregistrering", "Slutregistrering", "Status",
         "Besökstyp", "Dubbelbemanning"],
        ["B-1", "P-1", "E-1", "K-1", T(2026, 10, 5, 8, 0), T(2026, 10, 5, 8, 20), "Lås", "Lås", "Utfört", "Planerat", "Nej"],
        ["B-2", "P-1", "E-1", "K-2", T(2026, 10, 5, 9, 5), None, "NFC", "App", "Utfört", "Larm", "Nej"],
        ["B-3", "P-2", "E-2", "K-3", T(2026, 10, 31, 23, 50), T(2026, 11, 1, 0, 10), "Efterhand", "Okänd", "Utfört", "Extra", "Ja"],
        ["B-4", "P-2", "E-2", "K-3", T(2026, 10, 6, 7, 0), None, "Okänd", None, "Avböjt", "Planerat", "Nej"],
        ["B-5", "P-2", "E-2", "K-3", "i morse", None, "Lås", "Lås", "Utfört", "Planerat", "Nej"]],
    "telefoner": [
        ["Telefon-ID", "Enhets-ID", "Status", "Typ", "Registrerad", "Kopplad", "Senast använd", "Appversion", "Avläst"],
        ["T-1", "E-1", "Aktiv", "Ordinarie", D(2024, 2, 5), "Ja", T(2026, 10, 30, 21, 40), "6,2", D(2026, 10, 31)],
        ["T-2", "E-1", "Aktiv", "Vikarie", D(2024, 2, 5), "Nej", None, "6,2", D(2026, 10, 31)],
        ["T-3", "E-2", "Förlorad", "Ordinarie", D(2024, 2, 5), None, None, None, D(2026, 10, 31)],
        ["T-4", "E-2", "Borta", "Ordinarie", D(2024, 2, 5), None, None, None, D(2026, 10, 31)]],
    "las": [
        ["Lås-ID", "Låstyp", "Enhets-ID", "Brukarnr", "Status", "Kopplat från", "Kopplat till", "Batteri", "Avläst"],
        ["L-1", "Brukarlås", "E-1", "K-1", "Kopplat", D(2025, 4, 2), None, "OK", D(2026, 10, 31)],
        ["L-2", "Entré", "E-2", None, "Kopplat", D(2025, 4, 2), None, "Lågt", D(2026, 10, 31)],
        ["L-3", "Nyckelgömma", "E-2", None, "Lager", None, None, None, None]],
    "lashandelser": [
        ["Händelse-ID", "Tidpunkt", "Lås-ID", "Personalnr", "Telefon-ID", "Händelse", "Resultat", "Besöks-ID"],
        ["H-1", T(2026, 10, 5, 7, 59, 52), "L-1", "P-1", "T-1", "Upplåsning", "OK", "B-1"],
        ["H-2", T(2026, 10, 5, 8, 20, 1), "L-1", "P-1", "T-1", "Låsning", "Misslyckad", "B-1"],
        ["H-3", T(2026, 10, 5, 8, 20, 9), "L-1", "P-1", "T-1", "Låsning", "Kanske", "B-1"]],
    "monteringar": [
        ["Uppdrags-ID", "Typ", "Beställt", "Utfört", "Status", "Enhets-ID", "Lås-ID", "Orsak"],
        ["M-1", "Montering", D(2026, 10, 2), D(2026, 10, 5), "Utfört", "E-1", "L-1", 'Nytt beslut; "snart"'],
        ["M-2", "Demontering", D(2026, 10, 2), D(2026, 10, 20), "Utfört", "E-2", None, "Flytt\ntill annan ort"],
        ["M-3", "Byte", D(2026, 10, 2), None, "Bokat", "E-2", None, None],
        ["M-4", "Byte", D(2026, 10, 2), None, "Utfört", "E-2", None, None]],
}
FAULTS = {"enheter": "bad_value", "besok": "bad_date", "telefoner": "bad_value", "las": "missing_value", "lashandelser": "bad_value",
          "monteringar": "missing_value"}
FINE = "yyyy-mm-dd hh:mm:ss"
expected = []


def note(name, kind):
    expected.append(f"{name} {kind} {len(TABLES[kind]) - 1} 1 {FAULTS[kind]}\n")


def text(value):
    if isinstance(value, T):
        return value.strftime("%Y-%m-%d %H:%M:%S" if value.second else "%Y-%m-%d %H:%M")
    return "" if value is None else str(value)


def titled(kind, total="Totalt"):
    """The table as reports have it: two titles and a blank row above, a blank row and the total below, blank rows after."""
    rows = TABLES[kind]
    return [["Utdrag ur verksamhetssystemet"], ["Ekvik kommun", D(2026, 11, 1)], [], *rows, [], [total, len(rows) - 1], [], []]


# -- XlsxWriter

def xw(kind, name, fill, **options):
    book = xlsxwriter.Workbook(str(HERE / f"xw-{name}.xlsx"), options)
    book.set_properties({"created": T(2026, 11, 1)})
    fill(book)
    book.close()
    note(f"xw-{name}.xlsx", kind)


def put(book, sheet, rows, first=(0, 0)):
    formats = {D: book.add_format({"num_format": "yyyy-mm-dd"}), T: book.add_format({"num_format": FINE})}
    for y, row in enumerate(rows, first[0]):
        for x, value in enumerate(row, first[1]):
            if isinstance(value, (D, T)):
                sheet.write_datetime(y, x, value, formats[type(value)])
            elif value is not None:
                sheet.write(y, x, value)


def xlsxwriter_books():
    def plain(kind):
        return lambda book: put(book, book.add_worksheet(), TABLES[kind])
    for kind in TABLES:
        xw(kind, kind, plain(kind))
    xw("besok", "besok-inline", lambda book: put(book, book.add_worksheet(), titled("besok")), in_memory=True, constant_memory=True)
    xw("telefoner", "telefoner-1904", plain("telefoner"), date_1904=True)

    def hidden(book):
        other = book.add_worksheet("Förra månaden")
        put(book, other, TABLES["besok"])
        sheet = book.add_worksheet("Besök")
        put(book, sheet, titled("besok", "Summa:"))
        sheet.activate()
        sheet.set_first_sheet()
        other.hide()
    xw("besok", "besok-hidden", hidden)

    def rows_hidden(book):
        sheet = book.add_worksheet()
        put(book, sheet, TABLES["las"])
        put(book, sheet, [TABLES["las"][1]], (6, 0))
        sheet.set_row(6, options={"hidden": True})
    xw("las", "las-hidden-row", rows_hidden)

    def formulas(book):
        sheet = book.add_worksheet()
        put(book, sheet, TABLES["lashandelser"])
        sheet.write_formula("C2", '="L-"&1', None, "L-1")
        sheet.write_formula("G2", '=IF(1,"OK","")', None, "OK")
    xw("lashandelser", "lashandelser-formulas", formulas)

    def formatted(book):
        sheet = book.add_worksheet()
        put(book, sheet, titled("monteringar"))
        sheet.merge_range("A1:H1", "Utdrag ur verksamhetssystemet", book.add_format({"bold": True}))
        grey = book.add_format({"bg_color": "#DDDDDD"})
        for y in range(0, 40):
            sheet.write_blank(y, 12, None, grey)
        sheet.autofilter("A4:H8")
    xw("monteringar", "monteringar-formatted", formatted)


# -- openpyxl

def op(kind, name, fill, **options):
    book = openpyxl.Workbook(**options)
    book.properties.created = book.properties.modified = T(2026, 11, 1)
    fill(book)
    book.save(HERE / f"op-{name}.xlsx")
    note(f"op-{name}.xlsx", kind)


def openpyxl_books():
    def append(sheet, rows):
        for row in rows:
            sheet.append(row)
    for kind in TABLES:
        op(kind, kind, lambda book: append(book.active, titled(kind)))

    def noted(book):
        book.active.title = "Läs mig"
        book.active.append(["Exporten tar med avslutade besök."])
        append(book.create_sheet("Besök"), TABLES["besok"])
        book.create_sheet("Tomt")
    op("besok", "besok-second-sheet", noted)

    def streamed(book):
        append(book.create_sheet("Blad1"), [[*map(text, row)] for row in TABLES["besok"]])
    op("besok", "besok-texts", streamed, write_only=True)


# -- LibreOffice: from openpyxl's books to its own, and to CSV as its dialogue offers

def soffice(kind, source, *more):
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", kind, *more, str(source)],
                       check=True, stdout=subprocess.DEVNULL)


def libreoffice_files():
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder)
        for kind in TABLES:
            book = openpyxl.Workbook()
            for row in titled(kind):
                book.active.append(row)
            for row in book.active.iter_rows():
                for cell in row:
                    if isinstance(cell.value, T):
                        cell.number_format = FINE
            book.save(out / f"{kind}.xlsx")
            # separator, quotation mark, encoding (76 UTF-8, 1 Windows-1252), first line, columns, language, all texts quoted,
            # as shown
            for label, options in [("semicolon", "59,34,76,1"), ("comma-1252", "44,34,1,1,,0,true,true")]:
                soffice(f"csv:Text - txt - csv (StarCalc):{options}", out / f"{kind}.xlsx", "--outdir", folder)
                (out / f"{kind}.csv").rename(HERE / f"lo-{kind}-{label}.csv")
                note(f"lo-{kind}-{label}.csv", kind)
            soffice("xlsx:Calc MS Excel 2007 XML", out / f"{kind}.xlsx", "--outdir", str(HERE))
            (HERE / f"{kind}.xlsx").rename(HERE / f"lo-{kind}.xlsx")
            note(f"lo-{kind}.xlsx", kind)


# -- Text as other systems write it

def texts():
    def lines(kind, separator, end, quoted=False, rows=None):
        def cell(value):
            must = quoted or any(c in text(value) for c in separator + '"\n')
            return '"' + text(value).replace('"', '""') + '"' if must else text(value)
        return end.join(separator.join(map(cell, row)) for row in rows or TABLES[kind]) + end

    def write(kind, name, content):
        (HERE / f"text-{name}").write_bytes(content)
        note(f"text-{name}", kind)

    write("besok", "besok-excel-unicode.txt", b"\xff\xfe" + lines("besok", "\t", "\r\n").encode("utf-16-le"))
    write("besok", "besok-excel-sep.csv", ("sep=;\r\n" + lines("besok", ";", "\r\n")).encode("cp1252"))
    write("enheter", "enheter-excel-utf8.csv", b"\xef\xbb\xbf" + lines("enheter", ";", "\r\n").encode())
    write("telefoner", "telefoner-comma.csv", lines("telefoner", ",", "\n", quoted=True).encode())
    write("las", "las-mac.csv", lines("las", ";", "\r").encode("cp1252"))
    write("monteringar", "monteringar-titled.csv", lines("monteringar", ";", "\r\n", rows=titled("monteringar", "Summa")).encode())
    write("lashandelser", "lashandelser-tab.tsv", lines("lashandelser", "\t", "\n").encode())


if __name__ == "__main__":
    for path in HERE.iterdir():
        if path.suffix in (".xlsx", ".csv", ".tsv") or path.name.startswith("text-"):
            path.unlink()
    xlsxwriter_books()
    openpyxl_books()
    libreoffice_files()
    texts()
    (HERE / "expected.txt").write_text("".join(sorted(expected)))
