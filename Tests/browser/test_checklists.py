"""Checklists to work through: large rows, ticks that are told, kept, cleared, and never another's."""

import json
import re

import pytest


@pytest.fixture
def checklist(site, browser):
    path = next(
        path
        for path in site.paths
        if site.kind(path) == "checklist" and "data-rhythm" in (site.root / path).read_text("utf-8")
    )
    browser.look(width=360, height=800)
    browser.open(site.url(path))
    return browser


def ticks(browser):
    return [box.is_selected() for box in browser.all(".tasks input")]


def status(browser):
    return browser.one("[role=status]").text


def test_the_whole_row_is_a_large_target(checklist):
    rows = checklist.all(".tasks label")
    assert min(row.size["height"] for row in rows) >= 44
    assert min(row.size["width"] for row in rows) >= 300
    checklist.run("arguments[0].scrollIntoView({block: 'center'})", rows[1])
    rows[1].find_element("css selector", "span").click()
    assert ticks(checklist)[:3] == [False, True, False]


def test_ticks_are_told_kept_and_cleared(checklist):
    count = len(ticks(checklist))
    assert status(checklist) == f"0 av {count} klara"
    checklist.all(".tasks input")[0].click()
    assert status(checklist) == f"1 av {count} klara"
    checklist.driver.refresh()
    assert ticks(checklist) == [True] + [False] * (count - 1)
    assert status(checklist) == f"1 av {count} klara"
    checklist.one("[data-clear]").click()
    assert not any(ticks(checklist))
    checklist.driver.refresh()
    assert not any(ticks(checklist))


def test_a_clearing_can_be_undone(checklist):
    checklist.all(".tasks input")[2].click()
    before = ticks(checklist)
    checklist.one("[data-clear]").click()
    checklist.one("[data-clear]").click()
    assert ticks(checklist) == before
    checklist.driver.refresh()
    assert ticks(checklist) == before


@pytest.mark.parametrize(
    "later, kept",
    [
        ("2026-12-31T22:59:00Z", True),  # one minute to midnight in Sweden
        ("2026-12-31T23:00:00Z", False),
        ("2027-11-02T12:00:00Z", False),
    ],
)
@pytest.mark.parametrize("zone", ["", "America/New_York", "Asia/Tokyo"])
def test_a_new_period_starts_empty_on_the_swedish_day(later, kept, zone, site, browser):
    """Every second month: November and December are one period, January begins the next."""
    path = "checklistor/vof-r-001--avstamning.html"
    assert 'data-rhythm="month/2/0"' in (site.root / path).read_text("utf-8")
    browser.clock("2026-11-20T12:00:00Z", zone)
    browser.open(site.url(path))
    browser.all(".tasks input")[0].click()
    browser.clock(later, zone)
    browser.open(site.url(path))
    assert any(ticks(browser)) == kept
    if not kept:
        assert browser.run("return localStorage.length") == 0


def test_a_page_left_open_over_the_period_counts_only_the_new_tick(checklist):
    checklist.all(".tasks input")[0].click()
    checklist.run("const later = Date.now() + 3e10; Date = class extends Date { constructor() { super(later); } };")
    checklist.all(".tasks input")[2].click()
    assert ticks(checklist)[:4] == [False, False, True, False]


def test_ticks_follow_the_items_that_are_not_edited(site, builder, browser):
    """An item is put in first, the second is edited, the rest are as they were."""
    path = "checklistor/vof-r-001--avstamning.html"

    def edit(content):
        file = content / "routines/hemtjanst/uppfoljning-av-lmo-telefoner.md"
        text = file.read_text("utf-8")
        text = text.replace("Bestäm vad som", "Bestäm genast vad som")
        text = text.replace("punkter:\n  - id: rapport", "punkter:\n  - Hälsa på alla\n  - id: rapport")
        file.write_text(text, "utf-8")

    edited = builder(edit)
    browser.open(site.url(path))
    before = [row.text for row in browser.all(".tasks label")]
    for box in browser.all(".tasks input")[:4]:
        box.click()
    browser.open(edited.url(path))
    after = [row.text for row in browser.all(".tasks label")]
    assert after == ["Hälsa på alla", before[0], before[1].replace("Bestäm", "Bestäm genast"), *before[2:]]
    assert ticks(browser) == [False, True, False, True, True] + [False] * (len(after) - 5)


def test_nothing_but_ids_is_kept(checklist):
    for box in checklist.all(".tasks input"):
        box.click()
    kept = checklist.run("return Object.entries(localStorage)")
    assert len(kept) == 1
    stored = json.loads(kept[0][1])
    assert set(stored) == {"period", "items"}
    assert all(re.fullmatch(r"[a-z0-9-]+", item) for item in stored["items"])


def test_ticks_of_one_list_are_not_another_lists(site, checklist):
    checklist.all(".tasks input")[0].click()
    others = [path for path in site.paths if site.kind(path) == "checklist" and site.url(path) != checklist.driver.current_url]
    checklist.open(site.url(others[0]))
    assert not any(ticks(checklist))
