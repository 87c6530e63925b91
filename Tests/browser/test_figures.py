"""Every number that is shown is the one that `rutin stats` tells, and a hidden one is nowhere."""

import os
import re
from decimal import Decimal
from pathlib import Path

import pytest

import made_exports
from conftest import AS_OF, REPOSITORY
from figure_facts import NUMBER, Figures, base, csv_rows, grouped, json_rows, shown, stats

RUTIN = Path(os.environ.get("RUTIN", REPOSITORY / ".build/debug/rutin"))


@pytest.fixture(scope="session")
def told(tmp_path_factory):
    return stats(RUTIN, REPOSITORY / "content", tmp_path_factory.mktemp("work"), AS_OF)


@pytest.fixture(scope="session")
def pages(site):
    found = {path: Figures((site.root / path).read_text("utf-8")) for path in site.paths}
    return {path: page for path, page in found.items() if page.cells}


def key(figure):
    """`D.rejected file besok-2025-12.csv:bad_date ` has an empty period."""
    measure, kind, rest = figure.split(" ", 2)
    group, period = rest.rsplit(" ", 1)
    return measure, kind, group, period


def test_every_cell_of_every_page_is_what_the_figures_say(pages, told):
    wrong, checked = [], 0
    for path, page in pages.items():
        for cell in page.cells:
            row = told.get(key(cell["figure"]))
            checked += 1
            if cell["text"].strip() != shown(row):
                wrong.append(f"{path}: {cell['figure']}: {cell['text'].strip()!r}, not {shown(row)}")
            small = cell["base"].strip()
            if any(letter.isdigit() for letter in small) and small != base(row):
                wrong.append(f"{path}: {cell['figure']}: base {small!r}, not {base(row)!r}")
    assert wrong == []
    assert checked > 1500
    assert {"statistik/overblick.html", "statistik/las.html"} <= set(pages)


def test_every_number_in_a_chart_stands_in_its_table(pages, told):
    wrong, checked = [], 0
    for path, page in pages.items():
        for drawing in page.drawings:
            figures = {shown(told.get(key(cell["figure"]))) for cell in drawing["cells"]}
            for text in drawing["values"]:
                checked += 1
                # A deviation has its sign.
                if text.strip().removeprefix("+") not in figures:
                    wrong.append(f"{path}: {drawing['title']}: {text!r} of {sorted(figures)}")
    assert wrong == []
    assert checked > 200


def test_every_number_in_a_sentence_is_a_figure_a_target_or_a_count(pages, told):
    wrong, checked = [], 0
    for path, page in pages.items():
        for drawing in page.drawings:
            keys = [key(cell["figure"]) for cell in drawing["cells"]]
            allowed = {shown(told.get(name)) for name in keys}
            # How many of the chart's figures: never more than there are.
            allowed |= {grouped(number) for number in range(len(keys) + 1)}
            text = drawing["sentence"]
            assert text.strip() == drawing["desc"].strip()
            for name in sorted({name[3] for name in keys}, key=len, reverse=True):
                text = text.replace(name, "") if name else text
            # A target's label may be broken into two lines.
            label = re.search(r"^(Mål (?:minst|högst)\s+[^\n]+)$", drawing["words"], re.M)
            allowed |= set(NUMBER.findall(label.group(1))) if label else set()
            for number in NUMBER.findall(text):
                checked += 1
                if number not in allowed:
                    wrong.append(f"{path}: {drawing['title']}: {number!r} in {text!r}")
    assert wrong == []
    assert checked > 60


def test_every_download_is_what_the_figures_say(site, told):
    files = sorted((site.root / "statistik/data").iterdir())
    tables = [file for file in files if file.suffix == ".csv"]
    assert {file.suffix for file in files} == {".csv", ".json"} and len(files) == 2 * len(tables) > 100
    checked = 0
    for file in tables:
        rows, twins = csv_rows(file), json_rows(file.with_suffix(".json"))
        assert len(rows) == len(twins)
        for row, twin in zip(rows, twins):
            name = (row["Mått"], row["Grupptyp"], row["Grupp-id"], row["Period"])
            assert tuple(twin[part] for part in ("measure", "group_kind", "group", "period")) == name
            fact = told.get(name)
            expected = [fact[part] if fact else "" for part in ("numerator", "denominator", "value")]
            assert [row["Täljare"], row["Nämnare"], row["Värde"].replace(",", ".")] == expected, (file, name)
            assert "." not in row["Värde"]
            numbers = [Decimal(text) if text else None for text in expected]
            assert [twin[part] for part in ("numerator", "denominator", "value")] == numbers, (file, name)
            suppressed = fact["suppressed"] if fact else ""
            assert twin["suppressed"] == suppressed
            assert bool(row["Dold"]) == bool(suppressed)
            checked += 1
    assert checked > 1500


def test_a_page_offers_the_figures_it_shows(site, pages):
    for path in ("statistik/las.html", "statistik/telefoner.html"):
        files = [(site.root / path).parent / address for address in site.pages[path].links if address.endswith(".csv")]
        offered = [tuple(row[name] for name in ("Mått", "Grupptyp", "Grupp-id", "Period")) for file in files for row in csv_rows(file)]
        in_tables = [key(cell["figure"]) for cell in pages[path].cells if cell["in_table"]]
        assert sorted(in_tables) == sorted(offered)


# What is hidden


def test_a_hidden_figure_has_no_number_anywhere(site, pages, told, tmp_path):
    raw = stats(RUTIN, REPOSITORY / "content", tmp_path, AS_OF, "--raw")
    hidden = {name for name, row in told.items() if row["suppressed"]}
    assert len(hidden) > 500 and all(raw[name]["value"] for name in hidden)
    for name in hidden:
        assert told[name]["value"] == "" and "" in (told[name]["numerator"], told[name]["denominator"]), name
    seen = 0
    for path, page in pages.items():
        for cell in page.cells:
            if key(cell["figure"]) in hidden:
                seen += 1
                words = cell["text"].replace("färre än 5", "") + cell["base"]
                assert not re.search(r"\d", words), (path, cell)
    for file in (site.root / "statistik/data").glob("*.json"):
        for row in json_rows(file):
            name = tuple(row[part] for part in ("measure", "group_kind", "group", "period"))
            if name in hidden:
                seen += 1
                assert row["value"] is None
                for part in ("numerator", "denominator"):
                    assert row[part] is None or told[name][part] != "", (file, row)
    assert seen > 300


MADE = ["Almens omsorg", "Björkens omsorg", "Cedern", "Dungen"]
# The first two have a person each that registers afterwards.
SHOWN = [(29211, 2), (29210, 3), (900, 500), (800, 700)]
TWIN = [(29210, 3), (29211, 2), (900, 500), (800, 700)]


def made(content, counts):
    made_exports.register(content / "data", MADE)
    made_exports.visits(content / "data", "2026-09", [(400, 100)] * 4)
    made_exports.visits(content / "data", "2026-10", counts)


def texts(folder):
    """Every file of the site that is text."""
    return {
        str(file.relative_to(folder.root)): file.read_text("utf-8")
        for file in sorted(folder.root.rglob("*"))
        if file.suffix in (".html", ".csv", ".json", ".svg", ".css", ".js", ".xml", ".txt", ".ics", ".webmanifest")
    }


def twins(builder, folder, *municipalities):
    """Of each: the site's texts, what `rutin stats` tells, and its raw figures."""
    sites, rows, raws = [], [], []
    for counts in municipalities:
        site = builder(lambda content: made(content, counts))
        sites.append(texts(site))
        content = site.root.parent / "content"
        rows.append(stats(RUTIN, content, folder, AS_OF))
        raws.append(stats(RUTIN, content, folder, AS_OF, "--raw"))
    return sites, rows, raws


def test_hidden_counts_occur_in_no_byte_and_two_sites_that_differ_in_them_are_one(builder, tmp_path):
    """The first two providers change places in what is hidden: not one byte may tell."""
    sites, rows, raws = twins(builder, tmp_path, SHOWN, TWIN)
    assert rows[0] == rows[1] and raws[0] != raws[1]
    public = {row[part] for row in rows[0].values() for part in ("numerator", "denominator", "value")}
    secret = {row[part] for row in raws[0].values() for part in ("numerator", "denominator", "value")} - public
    counts = {text for text in secret if text.isdigit() and int(text) > 20_000}
    assert {"29211", "29210"} <= counts
    for path, text in sites[0].items():
        for number in counts:
            spaced = rf"(?<![\w.,]){number[:2]}[\s\xa0\u202f&nbsp;.,]*{number[2:]}(?![\w])"
            assert not re.search(spaced, text), (path, number)
        for share in {text for text in secret if text.startswith("0.99")}:
            assert share[2:8] not in text, (path, share)
    # Ids of clients and staff are in no file either.
    assert not any(re.search(r"\b[KP]-\d", text) for path, text in sites[0].items() if path.startswith("statistik"))
    assert sites[0] == sites[1]


# Hidden by what is left of 24 visits: shares so far apart that a mark drawn by them would move.
APART = [(23, 1), (20, 4), (900, 500), (800, 700)]
APART_TWIN = [(20, 4), (23, 1), (900, 500), (800, 700)]


def test_hidden_shares_move_no_mark_of_a_chart(builder, tmp_path):
    sites, rows, raws = twins(builder, tmp_path, APART, APART_TWIN)
    name = ("V1", "provider", "U-01", "2026-10")
    assert rows[0] == rows[1] and rows[0][name]["suppressed"]
    assert float(raws[0][name]["value"]) - float(raws[1][name]["value"]) > 0.1
    assert "chart-sparkline" in sites[0]["statistik/overblick.html"]
    assert [path for path in sites[0] if sites[0][path] != sites[1].get(path)] == []
