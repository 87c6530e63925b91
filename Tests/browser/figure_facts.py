"""What `rutin stats` says of a folder, and what a built site shows of the same, read back from its files."""

import csv
import io
import json
import re
import subprocess
from decimal import ROUND_HALF_UP, Decimal
from html.parser import HTMLParser

KEY = ("measure", "group_kind", "group", "period")
HIDDEN = {"few": "färre än 5", "withheld": "–\xa0dold"}
RATIOS = {"V1", "V2", "V4", "V5", "L2", "P1", "P3.cover", "P3v.cover", "P4", "P5", "M1.reported", "D.rows"}
NUMBER = re.compile(r"−?\d+(?:\xa0\d{3})*(?:,\d+)?(?:\xa0%)?")


def stats(rutin, content, work, as_of, *options):
    """Rows by cell, all lengths of period."""
    found = {}
    for length in ("month", "halfyear", "all"):
        command = [rutin, "stats", "all", "--format", "csv", "--as-of", as_of, "--period", length, *options]
        command += ["--content", content, "--data", content / "data", "--work", work]
        result = subprocess.run(command, capture_output=True, text=True)
        assert result.returncode == 0, result.stderr
        for row in csv.DictReader(io.StringIO(result.stdout)):
            found.setdefault(tuple(row[name] for name in KEY), row)
    return found


def grouped(number):
    """1 234 with no-break spaces."""
    return f"{number:,}".replace(",", "\xa0").replace("-", "−")


def rounded(value, decimals):
    """As Swedish text: decimal comma, halves away from zero, never a negative zero."""
    number = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    whole, _, rest = f"{abs(number):.{decimals}f}".partition(".")
    sign = "−" if number < 0 else ""
    return sign + grouped(int(whole)) + ("," + rest if rest else "")


def shown(row):
    """The text that a cell must have."""
    if row is None:
        return "saknas"
    if row["suppressed"]:
        return HIDDEN[row["suppressed"]]
    if row["value"] == "":
        return "–" if row["denominator"] == "0" else "saknas"
    value = float(row["value"])
    if row["measure"].startswith("M2"):
        return rounded(value, 1)
    if row["measure"] in RATIOS:
        return rounded(value * 100, 1) + "\xa0%"
    return rounded(value, 0)


def base(row):
    """What stands small beside a figure, or nothing."""
    if row is None or row["suppressed"] or row["value"] == "" or not row["denominator"]:
        return ""
    if row["measure"].startswith("M2"):
        return f"{row['denominator']} av 6 månader"
    if row["measure"] in RATIOS and row["numerator"]:
        return f"{grouped(int(row['numerator']))} av {grouped(int(row['denominator']))}"
    return ""


class Figures(HTMLParser):
    """The cells, chart texts, sentences and table cells of one page."""

    VOID = {"meta", "link", "br", "img", "input", "hr", "col", "wbr", "source"}

    def __init__(self, text):
        super().__init__()
        self.path, self.cells, self.drawings = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        names = (given.get("class") or "").split()
        if "data-figure" in given:
            self.cells.append({"figure": given["data-figure"], "text": "", "base": "", "in_table": tag == "td"})
            if self.within("drawing"):
                self.drawings[-1]["cells"].append(self.cells[-1])
        if tag == "figure" and "drawing" in names:
            self.drawings.append({"cells": [], "values": [], "sentence": "", "title": "", "desc": "", "words": ""})
        if tag == "text" and self.within("drawing") and "chart-value" in names:
            self.drawings[-1]["values"].append("")
        if tag not in self.VOID:
            self.path.append((tag, names, "data-figure" in given))

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        while self.path and self.path.pop()[0] != tag:
            pass

    def within(self, name):
        """In an element of a class."""
        return any(name in part[1] for part in self.path)

    def handle_data(self, data):
        tags = [part[0] for part in self.path]
        if any(part[2] for part in self.path):
            small = any("of" in part[1] or "hide" in part[1] for part in self.path)
            self.cells[-1]["base" if small else "text"] += data
        elif "figcaption" in tags and self.within("drawing"):
            title = any("drawing-title" in part[1] for part in self.path)
            self.drawings[-1]["title" if title else "sentence"] += data
        elif "svg" in tags and self.within("drawing"):
            if tags[-1] == "desc":
                self.drawings[-1]["desc"] += data
            elif "chart-value" in self.path[-1][1]:
                self.drawings[-1]["values"][-1] += data
            self.drawings[-1]["words"] += data + "\n"


def csv_rows(path):
    """Of a download: rows by heading."""
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf"), path
    text = data[3:].decode("utf-8")
    assert text.count("\r\n") == text.count("\n"), path
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def json_rows(path):
    return json.loads(path.read_text("utf-8"), parse_float=Decimal)
