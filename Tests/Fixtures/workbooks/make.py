#!/usr/bin/env python3
"""Makes the workbooks beside this file, each with a .txt of what a reader must find in it. All data are invented.

Three writers: XlsxWriter and openpyxl (PyPI), LibreOffice Calc (soffice); and XML by hand for what none of them writes.
Run: pip install XlsxWriter openpyxl msoffcrypto-tool; python3 make.py [--no-libreoffice]

Lines of a .txt: "## sheet", "row number|cell|cell", "hidden rows: n", "hidden sheets: a, b"; @ marks a date by type.
"""
import datetime as dt, io, pathlib, subprocess, sys, zipfile
import openpyxl, xlsxwriter
from openpyxl.styles import Font
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from hand import package, MAIN, STRICT

HERE = pathlib.Path(__file__).parent
HEAD = ["Besöks-ID", "Enhets-ID", "Start", "Status"]
T = dt.datetime
VISITS = [["B-1", "E-12", T(2026, 11, 16, 7, 42), "Utfört"], ["B-2", "E-13", T(2026, 11, 16, 23, 59, 59), "Avböjt"],
          ["B-3", "E-12", T(2026, 3, 29, 2, 30), "Utfört"], ["B-4", "E-14", T(2026, 12, 1), "Bom"]]
SHOWN = [["B-1", "E-12", "@2026-11-16 07:42:00", "Utfört"], ["B-2", "E-13", "@2026-11-16 23:59:59", "Avböjt"],
         ["B-3", "E-12", "@2026-03-29 02:30:00", "Utfört"], ["B-4", "E-14", "@2026-12-01 00:00:00", "Bom"]]


def table(rows, first=1):
    return {number: row for number, row in enumerate(rows, first)}


def expect(name, sheets, hidden_rows={}, hidden_sheets=()):
    lines = []
    for sheet, rows in sheets.items():
        lines.append(f"## {sheet}")
        lines += ["|".join([str(number), *row]).replace("\n", "\\n") for number, row in rows.items()]
        lines.append(f"hidden rows: {hidden_rows.get(sheet, 0)}")
    lines.append("hidden sheets: " + ", ".join(hidden_sheets))
    (HERE / f"{name}.txt").write_text("\n".join(lines) + "\n")


def xw(name, fill, **options):
    book = xlsxwriter.Workbook(str(HERE / f"{name}.xlsx"), options)
    book.set_properties({"created": T(2026, 11, 16)})
    fill(book)
    book.close()


def put(sheet, rows, date=None, first=0):
    for y, row in enumerate(rows, first):
        for x, value in enumerate(row):
            if isinstance(value, (dt.date, dt.time, dt.timedelta)):
                sheet.write_datetime(y, x, value, date)
            elif isinstance(value, str):
                sheet.write_string(y, x, value)
            else:
                sheet.write(y, x, value)


def xlsxwriter_books():
    def plain(book):
        put(book.add_worksheet("Besök"), [HEAD] + VISITS, book.add_format({"num_format": "yyyy-mm-dd hh:mm"}))
    xw("xw-plain", plain)
    xw("xw-inline", plain, constant_memory=True)
    xw("xw-1904", plain, date_1904=True)
    for name in ["xw-plain", "xw-inline", "xw-1904"]:
        expect(name, {"Besök": table([HEAD] + SHOWN)})

    def titles(book):
        sheet = book.add_worksheet("Rapport")
        sheet.merge_range(0, 0, 0, 3, "Besök i hemtjänsten, november 2026", book.add_format({"bold": True}))
        sheet.merge_range(1, 0, 2, 1, "Uttag")
        sheet.write(1, 2, 46342, book.add_format({"num_format": 14}))
        put(sheet, [HEAD] + VISITS, book.add_format({"num_format": 22}), 4)
        put(sheet, [["Summa", "4"]], None, 9)
    xw("xw-titles", titles)
    rows = {1: ["Besök i hemtjänsten, november 2026"], 2: ["Uttag", "", "@2026-11-16"]}
    expect("xw-titles", {"Rapport": rows | table([HEAD] + SHOWN, 5) | {10: ["Summa", "4"]}})

    def hidden(book):
        book.add_worksheet("Start").write(0, 0, "Se nästa blad")
        secret, deep = book.add_worksheet("Gammalt"), book.add_worksheet("Källa")
        for sheet in (secret, deep):
            put(sheet, [HEAD] + VISITS)
        secret.hide()
        deep.very_hidden()
        sheet = book.add_worksheet("Besök")
        put(sheet, [HEAD] + VISITS, book.add_format({"num_format": 22}))
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(4, None, None, {"hidden": True})
        sheet.set_row(20, None, None, {"hidden": True})
        sheet.set_column(1, 1, None, None, {"hidden": True})
    xw("xw-hidden", hidden)
    expect("xw-hidden", {"Start": {1: ["Se nästa blad"]}, "Besök": {1: HEAD, 2: SHOWN[0], 4: SHOWN[2]}},
           {"Besök": 2}, ["Gammalt", "Källa"])

    def charts(book):
        data = book.add_worksheet("Besök")
        put(data, [["Enhets-ID", "Antal"], ["E-12", 3], ["E-13", 4]])
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Besök!$B$2:$B$3"})
        sheet = book.add_chartsheet("Diagram")
        sheet.set_chart(chart)
        put(book.add_worksheet("Mer"), [["x"]])
    xw("xw-chartsheet", charts)
    expect("xw-chartsheet", {"Besök": table([["Enhets-ID", "Antal"], ["E-12", "3"], ["E-13", "4"]]), "Mer": {1: ["x"]}})

    def rich(book):
        sheet, bold = book.add_worksheet("Blad1"), book.add_format({"bold": True})
        sheet.write_rich_string(0, 0, bold, "Besöks", "-ID")
        sheet.write_rich_string(1, 0, "Hem", bold, "tjänst ", "Norra")
        sheet.write_rich_string(2, 0, " ", bold, "E", "-12")
    xw("xw-rich", rich)
    expect("xw-rich", {"Blad1": table([["Besöks-ID"], ["Hemtjänst Norra"], [" E-12"]])})

    def formulas(book):
        sheet, day = book.add_worksheet("Blad1"), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_formula(0, 0, '="Telefon"&"-ID"', None, "Telefon-ID")
        sheet.write_formula(0, 1, "=1+1", None, 2)
        sheet.write_formula(0, 2, "=DATE(2026,11,16)", day, 46342)
        sheet.write_formula(0, 3, "=1=1", None, True)
        sheet.write_formula(0, 4, "=1/0", None, "#DIV/0!")
        sheet.write_formula(0, 5, '=""', None, "")
        sheet.write_formula(0, 6, "=A1&\"<&>\"", None, "a<&>b")
        sheet.write_array_formula("A2:B2", "{=1+{1,2}}", None, 2)
        sheet.write(1, 1, 3)
    xw("xw-formulas", formulas)
    expect("xw-formulas", {"Blad1": table([["Telefon-ID", "2", "@2026-11-16", "Ja", "#DIV/0!", "", "a<&>b"], ["2", "3"]])})

    formats = [
        ("yyyy-mm-dd", "@2026-11-16 12:00:00"), ("yyyy/mm/dd;@", "@2026-11-16 12:00:00"), ("d mmmm yyyy", "@2026-11-16 12:00:00"),
        ("[$-41D]den d mmmm yyyy", "@2026-11-16 12:00:00"), ("yyyy-mm-dd hh:mm:ss", "@2026-11-16 12:00:00"),
        ("hh:mm", "@2026-11-16 12:00:00"), ("[h]:mm", "1112220:00:00"), ("mm:ss", "@2026-11-16 12:00:00"),
        ("mmm yy", "@2026-11-16 12:00:00"), ("h:mm AM/PM", "@2026-11-16 12:00:00"), ('[Red]yyyy"-"mm', "@2026-11-16 12:00:00"),
        ("General", "46342.5"), ("0.00", "46342.5"), ("0.00E+00", "46342.5"), ("#,##0.00 \"dygn\"", "46342.5"),
        ("0\\d", "46342.5"), ("[Red]0.0;[Blue]-0.0", "46342.5"), ("[>100]0;[<0]yyyy", "46342.5"), ("@", "46342.5"),
        ("0%", "46342.5"), ("# ?/?", "46342.5"), ('"dag "0', "46342.5"), ("_-* #,##0.00 _d_-", "46342.5"), ("ddd", "@2026-11-16 12:00:00"),
    ]
    for id in range(1, 50):
        if 14 <= id <= 22 or id in (45, 46, 47):
            formats.append((id, "1112220:00:00" if id == 46 else "@2026-11-16 12:00:00"))
        elif id < 14 or 37 <= id <= 44 or id in (48, 49):
            formats.append((id, "46342.5"))

    def codes(book):
        sheet = book.add_worksheet("Format")
        for y, (code, _) in enumerate(formats):
            sheet.write_string(y, 0, str(code))
            sheet.write_number(y, 1, 46342.5, book.add_format({"num_format": code}))
    xw("xw-number-formats", codes)
    expect("xw-number-formats", {"Format": table([[str(code), text] for code, text in formats])})

    numbers = [(0, "0"), (7, "7"), (-3, "-3"), (0.1, "0.1"), (0.1 + 0.2, "0.30000000000000004"), (1.1, "1.1"), (24.0, "24"),
               (1e15, "1000000000000000"), (1e21, "1000000000000000000000"), (123456789012345, "123456789012345"),
               (1.5e-7, "0.00000015"), (-2.50, "-2.5"), (2 / 3, "0.6666666666666666"), (9007199254740993, "9007199254740992")]

    def figures(book):
        sheet, text = book.add_worksheet("Tal"), book.add_format({"num_format": "@"})
        for y, (number, _) in enumerate(numbers):
            sheet.write_number(y, 0, number)
        sheet.write_string(0, 1, "0042", text)
        sheet.write_string(1, 1, "1 234,5")
        sheet.write_string(2, 1, "2026-11-16")
        sheet.write_number(3, 1, 417, text)
    xw("xw-numbers", figures)
    rows = [[text] for _, text in numbers]
    for row, text in zip(rows, ["0042", "1 234,5", "2026-11-16", "417"]):
        row.append(text)
    # XlsxWriter writes 16 digits, so the longest do not survive the writer.
    rows[4][0], rows[12][0] = "0.3", "0.6666666666666666"
    expect("xw-numbers", {"Tal": table(rows)})

    def characters(book):
        sheet = book.add_worksheet("Tecken & <blad> \"1\"")
        put(sheet, [["Telefon-\nID", "å ä ö Å Ä Ö é", "a\u00a0b", "  mellanslag  ", "_x0041_", "a\u0001b", "🔒 lås", "&<>\"'"]])
    xw("xw-characters", characters)
    expect("xw-characters", {"Tecken & <blad> \"1\"": {1: [
        "Telefon-\nID", "å ä ö Å Ä Ö é", "a\u00a0b", "  mellanslag  ", "_x0041_", "a\u0001b", "🔒 lås", "&<>\"'"]}})

    def sparse(book):
        sheet, grey = book.add_worksheet("Glest"), book.add_format({"bg_color": "#EEEEEE"})
        sheet.write(0, 0, "A")
        sheet.write(0, 5, "F")
        sheet.write_blank(0, 9, None, grey)
        sheet.write_blank(1, 0, None, grey)
        sheet.write(3, 2, "C4")
        sheet.write(3, 27, "AB4")
        sheet.write(199, 1, 1)
    xw("xw-sparse", sparse)
    expect("xw-sparse", {"Glest": {1: ["A", "", "", "", "", "F"], 4: ["", "", "C4"] + [""] * 24 + ["AB4"], 200: ["", "1"]}})


def op(name, fill, **options):
    book = openpyxl.Workbook(**options)
    book.properties.created = book.properties.modified = T(2026, 11, 16)
    fill(book)
    book.save(HERE / f"{name}.xlsx")


def openpyxl_books():
    def plain(book):
        for row in [HEAD] + VISITS:
            book.active.append(row)
    op("op-plain", plain)
    expect("op-plain", {"Sheet": table([HEAD] + SHOWN)})

    def streamed(book):
        sheet = book.create_sheet("Besök")
        for row in [HEAD] + VISITS:
            sheet.append(row)
    op("op-write-only", streamed, write_only=True)
    expect("op-write-only", {"Besök": table([HEAD] + SHOWN)})

    def mac(book):
        book.epoch = CALENDAR_MAC_1904
        plain(book)
        book.active["E2"] = dt.date(1904, 1, 1)
        book.active["E3"] = dt.date(2026, 11, 16)
    op("op-1904", mac)
    rows = [HEAD] + [list(row) for row in SHOWN]
    rows[1].append("@1904-01-01")
    rows[2].append("@2026-11-16")
    expect("op-1904", {"Sheet": table(rows)})

    def iso(book):
        book.iso_dates = True
        plain(book)
        book.active["E2"] = dt.date(2026, 11, 16)
        book.active["E3"] = dt.time(7, 42)
    op("op-iso-dates", iso)
    rows = [HEAD] + [list(row) for row in SHOWN]
    rows[1].append("@2026-11-16")
    rows[2].append("07:42:00")
    expect("op-iso-dates", {"Sheet": table(rows)})

    def kinds(book):
        sheet = book.active
        for row in [[True, False], ["#N/A", "#REF!"], [None, "x"], [dt.time(7, 42, 5), dt.timedelta(hours=26, minutes=3)],
                    [dt.date(2026, 2, 28), 12.50], ["=1+1", "'text"]]:
            sheet.append(row)
    op("op-kinds", kinds)
    expect("op-kinds", {"Sheet": table([["Ja", "Nej"], ["#N/A", "#REF!"], ["", "x"], ["07:42:05", "26:03:00"],
                                        ["@2026-02-28", "12.5"], ["", "'text"]]) | {6: ["", "'text"]}})

    def leap(book):
        for y, serial in enumerate([0, 1, 59, 60, 61, 0.5, -1, 2958465, 2958466, 46342.999999, 46342.99999999], 1):
            cell = book.active.cell(y, 1, serial)
            cell.number_format = "yyyy-mm-dd"
    op("op-leap-year", leap)
    expect("op-leap-year", {"Sheet": table([[text] for text in [
        "1900-01-00", "@1900-01-01", "@1900-02-28", "1900-02-29", "@1900-03-01", "1900-01-00 12:00:00", "-1", "@9999-12-31",
        "2958466", "@2026-11-17", "@2026-11-17"]])})

    def filtered(book):
        plain(book)
        sheet = book.active
        sheet.auto_filter.ref = "A1:D5"
        sheet.auto_filter.add_filter_column(3, ["Utfört"])
        for y in (3, 5):
            sheet.row_dimensions[y].hidden = True
        sheet.row_dimensions[9].hidden = True
    op("op-filtered", filtered)
    expect("op-filtered", {"Sheet": {1: HEAD, 2: SHOWN[0], 4: SHOWN[2]}}, {"Sheet": 2})

    def rich(book):
        sheet = book.active
        sheet["A1"] = CellRichText("Lås", TextBlock(InlineFont(b=True), "-ID"))
        sheet["B1"] = CellRichText(TextBlock(InlineFont(i=True), "Enhet "), "Norra")
        sheet["A2"].font = Font(bold=True)
    op("op-rich", rich)
    expect("op-rich", {"Sheet": {1: ["Lås-ID", "Enhet Norra"]}})

    def second(book):
        book.active.title = "Läs mig"
        book.active["A1"] = "Exporten tar med avslutade besök."
        sheet = book.create_sheet("Besök")
        for row in [["Besök november"], []] + [HEAD] + VISITS:
            sheet.append(row)
        sheet.merge_cells("A1:D1")
        book.create_sheet("Tomt")
        book.create_sheet("Dolt").sheet_state = "hidden"
    op("op-second-sheet", second)
    expect("op-second-sheet", {"Läs mig": {1: ["Exporten tar med avslutade besök."]},
                               "Besök": {1: ["Besök november"]} | table([HEAD] + SHOWN, 3), "Tomt": {}}, {}, ["Dolt"])


def hand_books():
    c = '<c r="A1" t="inlineStr"><is><t>Lås-ID</t></is></c>'

    def write(name, sheet, expected, **options):
        (HERE / f"{name}.xlsx").write_bytes(package(sheet, **options))
        expect(name, {"Blad1": table(expected) if isinstance(expected, list) else expected})

    write("hand-no-references",
          '<row><c t="inlineStr"><is><t>A</t></is></c><c/><c><v>3</v></c></row><row/><row><c><v>1</v></c></row>'
          '<row r="7"><c><v>7</v></c><c r="D7"><v>4</v></c><c><v>5</v></c></row><row><c><v>8</v></c></row>',
          {1: ["A", "", "3"], 3: ["1"], 7: ["7", "", "", "4", "5"], 8: ["8"]})
    write("hand-disorder", '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c r="c1"><v>33</v></c></row>', [["1", "", "33"]])
    write("hand-prefix", '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>', [["Lås-ID", "å"]],
          prefix="x", strings="<si><t>Lås-ID</t></si><si><t>å</t></si>")
    write("hand-strict", '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="d"><v>2026-11-16T07:42:00.000Z</v></c>'
          '<c r="C1" t="d"><v>2026-11-16</v></c><c r="D1" s="1"><v>46342.5</v></c></row>',
          [["Lås-ID", "@2026-11-16 07:42:00", "@2026-11-16", "@2026-11-16 12:00:00"]],
          namespace=STRICT, strings="<si><t>Lås-ID</t></si>", formats=[22])
    write("hand-utf16", f'<row r="1">{c}</row>', [["Lås-ID"]], encoding="utf-16")
    write("hand-latin1", f'<row r="1">{c}</row>', [["Lås-ID"]], encoding="iso-8859-1")
    write("hand-phonetic", '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>c</t></r>'
          '<rPh sb="0" eb="1"><t>nej</t></rPh><r><t>d</t></r></is></c></row>', [["ab", "cd"]],
          strings='<si><t>ab</t><rPh sb="0" eb="1"><t>nej</t></rPh><phoneticPr fontId="1"/></si>')
    write("hand-space", '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>'
          '<c r="D1" t="str"><v xml:space="preserve"> d </v></c></row>', [["a", "  b ", "c d", " d "]],
          strings='<si>\n  <t>\n  a\n  </t>\n</si><si><t xml:space="preserve">  b </t></si>'
          '<si><r><t>c</t></r><r><t xml:space="preserve"> d</t></r></si>')
    write("hand-markup", '<!-- en rad --><row r="1"><?x y?><c r="A1" t="str"><f>A2&amp;"v"</f><v>a<![CDATA[<b>]]>&#229;&amp;</v></c>'
          '<c r="B1"><v> 42 </v></c></row>', [["a<b>å&", "42"]])
    write("hand-foreign", '<row r="1" xmlns:q="urn:q"><q:c r="A1"><q:v>9</q:v></q:c><c r="A1" q:r="Z1" q:t="s"><v>1</v>'
          '<extLst><ext><q:v>8</q:v><q:row/></ext></extLst></c><c r="B1"><v>2</v></c></row>', [["1", "2"]],
          after='<extLst><ext uri="x"><q:sheetData xmlns:q="urn:q"><q:row><q:c><q:v>7</q:v></q:c></q:row></q:sheetData></ext></extLst>')
    write("hand-paths", f'<row r="1">{c}</row>', [["Lås-ID"]], sheet_path="XL\\Mina Blad\\Sheet1.xml", target="/xl/mina%20blad/./x/../sheet1.xml")
    write("hand-bare", f'<row r="1">{c}<c r="B1" s="4"><v>46342</v></c></row>', [["Lås-ID", "46342"]], roots=False)
    write("hand-zip64", f'<row r="1">{c}</row>', [["Lås-ID"]], streamed=True)
    write("hand-stored", f'<row r="1">{c}</row>', [["Lås-ID"]], compression=zipfile.ZIP_STORED)
    write("hand-values", '<row r="1"><c r="A1"><v>42.0</v></c><c r="B1"><v>1E3</v></c><c r="C1"><v>-1.50E-3</v></c><c r="D1"><v>nan</v></c>'
          '<c r="E1"><v>12345678901234567890</v></c><c r="F1" t="b"><v>true</v></c><c r="G1" t="b"><v>2</v></c><c r="H1" t="n"><v/></c>'
          '<c r="I1" s="99"><v>1</v></c><c r="J1" t="str"><v>_x00E5__xD83D__xDD12__x5</v></c><c r="K1"><v>1e999</v></c></row>',
          [["42", "1000", "-0.0015", "nan", "12345678901234567890", "Ja", "2", "", "1", "å🔒_x5", "1e999"]])
    write("hand-empty-sheet", "", {})


def libreoffice_books():
    source = HERE / "lo-source"
    source.mkdir(exist_ok=True)
    rows = [HEAD] + VISITS
    csv = "\n".join(";".join(v if isinstance(v, str) else v.strftime("%Y-%m-%d %H:%M:%S") for v in row) for row in rows)
    (source / "lo-csv.csv").write_text(csv + "\n")
    for name in ["titles", "hidden", "rich", "formulas", "1904", "characters", "numbers"]:
        (source / f"lo-{name}.xlsx").write_bytes((HERE / f"xw-{name}.xlsx").read_bytes())
    (source / "lo-leap-year.xlsx").write_bytes((HERE / "op-leap-year.xlsx").read_bytes())
    (source / "lo-kinds.xlsx").write_bytes((HERE / "op-kinds.xlsx").read_bytes())
    convert = lambda kind, files, *more: subprocess.run(
        ["soffice", "--headless", *more, "--convert-to", kind, "--outdir", str(HERE), *map(str, files)], check=True)
    files = sorted(source.glob("*.xlsx"))
    convert("xlsx:Calc MS Excel 2007 XML", files)
    convert("xlsx:Calc MS Excel 2007 XML", [source / "lo-csv.csv"], "--infilter=CSV:59,34,UTF8,1,,1053,false,true")
    convert("xls:MS Excel 97", [source / "lo-rich.xlsx"])
    convert("ods", [source / "lo-rich.xlsx"])
    (HERE / "lo-rich.xls").rename(HERE / "refused-old-format.xlsx")
    (HERE / "lo-rich.ods").rename(HERE / "refused-open-document.xlsx")
    for file in source.iterdir():
        file.unlink()
    source.rmdir()
    for name in ["titles", "hidden", "rich", "formulas", "1904", "characters", "numbers"]:
        copy(f"xw-{name}", f"lo-{name}")
    # LibreOffice writes 15 digits.
    copy("xw-numbers", "lo-numbers", ("0.6666666666666666", "0.666666666666667"), ("9007199254740992", "9007199254740990"))
    copy("op-leap-year", "lo-leap-year")
    # And it computes the formula for which openpyxl stores no value.
    copy("op-kinds", "lo-kinds", ("6||", "6|2|"))
    copy("op-plain", "lo-csv", ("## Sheet", "## lo-csv"))


def copy(name, to, *changes):
    text = (HERE / f"{name}.txt").read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (HERE / f"{to}.txt").write_text(text)


def refused_books():
    import msoffcrypto.format.ooxml
    plain = (HERE / "xw-plain.xlsx").read_bytes()
    out = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(plain)).encrypt("hemligt", out)
    (HERE / "refused-password.xlsx").write_bytes(out.getvalue())


if __name__ == "__main__":
    xlsxwriter_books()
    openpyxl_books()
    hand_books()
    refused_books()
    if "--no-libreoffice" not in sys.argv:
        libreoffice_books()
