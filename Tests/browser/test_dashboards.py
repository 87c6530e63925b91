"""Dashboards, and the pages of providers and units, in the browser."""

import gzip
import re
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

# Of each kind the largest is tried in every look by test_site.
LOOKS = [(320, "dark"), (1280, "light")]


def dashboards(folder):
    return [path for path in folder.paths if folder.kind(path) in ("dashboard", "provider", "unit")]


@pytest.mark.parametrize("width, scheme", LOOKS)
def test_axe_finds_nothing_on_any_dashboard(width, scheme, site, browser):
    """Every one, with all unfolded, and none of them scrolls sideways."""
    browser.look(width=width, height=900, scheme=scheme)
    faults = {}
    for path in dashboards(site):
        browser.open(site.url(path))
        browser.run("for (const panel of document.querySelectorAll('details')) panel.open = true")
        if browser.run("return document.scrollingElement.scrollWidth") > width:
            faults[path] = "scrolls sideways"
        if violations := browser.violations():
            faults[path] = violations
    assert faults == {}


def test_a_dashboard_is_light(site):
    """At most 120 kB over the wire with all it fetches."""
    weights = {
        path: sum(
            len(gzip.compress((site.root / path).parent.joinpath(name).resolve().read_bytes()))
            for name in [Path(path).name, *site.pages[path].fetched]
        )
        for path in dashboards(site)
    }
    print(max(weights.values()))
    assert len(weights) > 20
    assert {path: weight for path, weight in weights.items() if weight > 120_000} == {}


def test_a_screen_reader_hears_title_sentence_and_table(site, browser):
    """A chart is one image with a name and a description; its table has headings for rows and columns."""
    browser.open(site.url("statistik/las.html"))
    tree = browser.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    images = [node for node in tree if node["role"]["value"] in ("image", "img", "graphics-document") and not node["ignored"]]
    charts = [node for node in images if len(node.get("description", {}).get("value", "") or node["name"]["value"]) > 20]
    assert len(charts) >= 4
    assert all(node["name"]["value"] for node in images)
    for table in browser.all("table.figures"):
        assert browser.run("return arguments[0].caption.textContent.trim().length > 3", table)
        assert browser.run(
            "return [...arguments[0].querySelectorAll('th')].every(head => head.scope && head.textContent.trim())", table
        )


def test_without_styles_everything_is_still_told(site, browser):
    browser.open(site.url("statistik/overblick.html"))
    browser.run("for (const sheet of [...document.styleSheets]) sheet.disabled = true")
    text = browser.one("main").text
    for words in ("Utförare för utförare", "Mål minst 80", "av 2"):
        assert words in text


def test_figures_are_reached_by_keyboard(site, browser):
    """What stands behind the figures opens with Enter; a table that is wider than the page is scrolled with arrows."""
    browser.look(width=360, height=700)
    browser.open(site.url("statistik/overblick.html"))
    summary = browser.one(".behind summary")
    browser.run("arguments[0].focus()", summary)
    browser.press(Keys.ENTER)
    assert browser.one(".behind").get_attribute("open")
    assert browser.one(".behind dd").is_displayed()
    wide = browser.one(".block > .scroll")
    browser.run("arguments[0].focus()", wide)
    assert browser.run("return document.activeElement === arguments[0]", wide)
    browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    browser.run("return new Promise(done => setTimeout(done, 200))")
    assert browser.run("return arguments[0].scrollLeft", wide) > 0


@pytest.mark.parametrize(
    "moment, stale", [("2026-11-20T12:00:00Z", []), ("2027-01-20T12:00:00Z", ["Besök", "Telefoner", "Lås", "Monteringar"])]
)
def test_old_exports_are_told_on_the_readers_day(moment, stale, site, browser):
    browser.clock(moment)
    browser.open(site.url("statistik/overblick.html"))
    box = browser.one(".stale")
    assert box.is_displayed() == bool(stale)
    shown = [line.text.split(":")[0] for line in browser.all(".stale [data-latest]") if line.is_displayed()]
    assert shown == stale


def test_everything_behind_a_figure_is_one_tap_away(site):
    """Definition, file, rows, period; and the routine that demands the measure, where one does."""
    for path in dashboards(site):
        text = (site.root / path).read_text("utf-8")
        blocks = text.split('<section class="block')[1:]
        assert blocks, path
        for block in blocks:
            if "data-figure" not in block:
                continue
            behind = block.split('<details class="behind">')[1].split("</section>")[0]
            assert "<dd>" in behind and "Räknat med det som var känt 2026-11-20" in behind, path
            if path != "statistik/datakvalitet.html":
                assert ".csv</th>" in behind, path
                assert "2026" in behind.split("<dt>Period</dt>")[1], path
    locks = (site.root / "statistik/las.html").read_text("utf-8")
    assert 'href="../rutiner/' in locks.split('<details class="behind">')[1]


def test_what_stands_behind_a_routines_indicators_is_one_tap_away(site):
    pages = [path for path in site.paths if path.startswith("rutiner/")]
    texts = {path: (site.root / path).read_text("utf-8") for path in pages}
    shown = {path: text.split('<section class="indicators"')[1].split("</section>")[0] for path, text in texts.items() if 'class="indicators"' in text}
    assert len(shown) > 5
    for path, text in shown.items():
        assert text.count("data-figure") > 0 and text.count('<details class="behind">') == 1, path
        assert ".csv</th>" in text and "<dt>Period</dt>" in text, path


def test_the_calendar_draws_and_tells_the_coming_year(site, browser):
    """The strip's table has the dates of the list below, those of the next twelve months."""
    browser.open(site.url("kalender/index.html"))
    assert browser.one(".duty-strip svg").accessible_name.startswith("Tolv månader framåt Nästa datum är 2026-11-30")
    browser.run("document.querySelector('.duty-strip details').open = true")
    drawn = sorted(time.text for time in browser.all(".duty-days time"))
    listed = sorted(time.text for time in browser.all(".rows time"))
    assert drawn == [day for day in listed if day < "2027-11"] and len(drawn) > 20
    assert len(browser.all(".duty-strip svg .chart-1")) == len(browser.all(".duty-days tbody tr"))


def test_dashboards_stand_in_their_editors_order(site):
    text = (site.root / "statistik/index.html").read_text("utf-8").split("<main")[1]
    names = ["overblick", "telefoner", "las", "larmgruppen", "utforare", "enheter", "datakvalitet"]
    places = [text.index(f"statistik/{name}.html") for name in names]
    assert places == sorted(places)


def test_no_heading_level_is_skipped(site):
    for path in dashboards(site):
        text = (site.root / path).read_text("utf-8").split("<main")[1]
        levels = [int(level) for level in re.findall(r"<h([1-6])", text)]
        assert levels[0] == 1 and all(after <= before + 1 for before, after in zip(levels, levels[1:])), path


def test_a_block_before_the_first_heading_stands_right_under_the_title(builder):
    block = "```kpi\nmått: V1\n```\n"
    page = f"---\ntitel: Prov\n---\n\n{block}\n## A\n\n{block}\n### B\n\n{block}"
    site = builder(lambda content: (content / "dashboards/prov.md").write_text(page, "utf-8"))
    text = (site.root / "statistik/prov.html").read_text("utf-8").split("<main")[1]
    assert re.findall(r"<h([1-6])", text.split("<footer")[0]) == ["1", "2", "2", "3", "3", "4"]
