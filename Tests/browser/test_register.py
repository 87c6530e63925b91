"""The register, the duties' calendar, what is new, and the files that other programs read."""

import csv
import json
import subprocess
from datetime import date, timedelta

import feedparser
import icalendar
import pytest
from selenium.webdriver.support.ui import Select

from conftest import AS_OF, REPOSITORY

RUTIN = REPOSITORY / ".build/debug/rutin"


def rows(browser):
    return [row for row in browser.all("[data-row]") if row.is_displayed()]


# The register


def test_the_register_is_the_same_as_page_and_files(site, browser):
    browser.open(site.url("register.html"))
    documents = json.loads((site.root / "register.json").read_text("utf-8"))["documents"]
    with (site.root / "register.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file, delimiter=";"))
    titles = [document["title"] for document in documents]
    assert [row[1] for row in table[1:]] == titles
    assert [row.find_element("css selector", "a").text for row in rows(browser)] == titles
    assert all((site.root / document["address"]).is_file() for document in documents)


@pytest.mark.parametrize("name, value", [("lage", "expired"), ("omrade", "larmgrupp"), ("text", "telefon hemtjänst")])
def test_filters_leave_out_and_stand_in_the_address(name, value, site, browser):
    browser.clock(AS_OF + "T12:00:00Z")
    browser.open(site.url("register.html"))
    everything = len(rows(browser))
    field = browser.one(f"[name={name}]")
    field.send_keys(value) if name == "text" else Select(field).select_by_value(value)
    chosen = [row.text for row in rows(browser)]
    assert 0 < len(chosen) < everything
    assert f"{len(chosen)} dokument" in browser.one("[data-filter-count]").text
    browser.open(browser.driver.current_url)
    assert [row.text for row in rows(browser)] == chosen


def test_the_filter_goes_by_the_state_of_the_readers_day(site, browser):
    documents = json.loads((site.root / "register.json").read_text("utf-8"))["documents"]
    ending = [document for document in documents if document["changes"] and document["changes"][-1]["state"] == "expired"]
    browser.clock("2040-01-01T12:00:00Z")
    browser.open(site.url("register.html") + "?lage=expired")
    assert len(rows(browser)) == len(ending)


def test_each_owner_has_a_list(site):
    documents = json.loads((site.root / "register.json").read_text("utf-8"))["documents"]
    owners = {document["owner"].lower() for document in documents if document["owner"]}
    assert len([path for path in site.paths if path.startswith("agare/")]) == len(owners) + 1


# Calendars


def calendar(data):
    parsed = icalendar.Calendar.from_ical(data)
    assert not parsed.errors and all(not event.errors for event in parsed.events)
    return parsed


def test_calendars_can_be_subscribed_to(site):
    files = sorted((site.root / "kalender").glob("*.ics"))
    assert {"alla.ics", "roll-granskare.ics", "omrade-larmgrupp.ics"} <= {file.name for file in files}
    for file in files:
        data = file.read_bytes()
        assert data.endswith(b"END:VCALENDAR\r\n") and b"\n" not in data.replace(b"\r\n", b"")
        assert all(len(line) <= 75 for line in data.split(b"\r\n"))
        events = calendar(data).events
        assert len({event["UID"] for event in events}) == len(events) > 0
        for event in events:
            assert event.end - event.start == timedelta(days=1)
            assert isinstance(event.start, date) and str(event["URL"]).startswith("https://rutiner.ekvik.example/rutiner/")
            assert event["DTSTAMP"].dt.date().isoformat() == AS_OF


def test_the_auditors_calendar_has_the_15th_or_the_next_working_day(site):
    events = calendar((site.root / "kalender/roll-granskare.ics").read_bytes()).events
    days = [event.start.isoformat() for event in events if "Stickprov" in event["SUMMARY"]]
    assert days[:6] == ["2026-12-15", "2027-01-15", "2027-02-15", "2027-03-15", "2027-04-15", "2027-05-17"]


def test_each_unit_has_a_calendar_of_what_its_operation_must_do(site):
    """E-11 and E-12 are home care, E-41 is the alarm team."""
    of = lambda name: {str(event["SUMMARY"]) for event in calendar((site.root / f"kalender/{name}.ics").read_bytes()).events}  # noqa: E731
    assert of("enhet-e-11") == of("enhet-e-12") == of("omrade-hemtjanst")
    assert of("enhet-e-41") == of("omrade-larmgrupp") != of("enhet-e-11")
    links = [link for link in site.pages["kalender/index.html"].links if "enhet-" in link]
    assert sorted(links) == sorted(f"../kalender/{file.name}" for file in (site.root / "kalender").glob("enhet-*.ics"))


def test_the_calendar_page_forgets_days_that_have_passed(site, browser):
    browser.clock("2027-01-15T22:59:59Z", "America/Los_Angeles")
    browser.open(site.url("kalender/index.html"))
    assert min(row.get_attribute("data-day") for row in rows(browser)) == "2027-01-15"
    browser.clock("2027-01-15T23:00:00Z", "America/Los_Angeles")
    browser.open(site.url("kalender/index.html"))
    assert min(row.get_attribute("data-day") for row in rows(browser)) > "2027-01-15"
    Select(browser.one("[name=roller]")).select_by_value("granskare")
    assert {row.find_element("css selector", "a").text for row in rows(browser)} == {"Stickprov av digitala lås"}


def test_a_duty_says_its_next_date_on_the_readers_day(site, browser):
    shown = {}
    for moment in ("2026-12-15T22:59:59Z", "2026-12-15T23:00:00Z"):
        browser.clock(moment, "Pacific/Auckland")
        browser.open(site.url("roller/granskare.html"))
        shown[moment] = browser.one("[data-dates]").text.split()[-1]
    assert list(shown.values()) == ["2026-12-15", "2027-01-15"]


# rutin due


def due(*options):
    return subprocess.run([RUTIN, "due", "--as-of", AS_OF, *options], cwd=REPOSITORY, capture_output=True, text=True)


def test_due_tells_a_shell_whether_anything_falls_due(tmp_path):
    assert due().returncode == 1
    (tmp_path / "routines").mkdir()
    assert due("--content", tmp_path).returncode == 0
    assert due("--within", "snart").returncode == 2


def test_due_in_all_formats_is_the_same_list():
    items = json.loads(due("--within", "30d", "--format", "json").stdout)
    assert [item["day"] for item in items] == sorted(item["day"] for item in items)
    assert {item["kind"] for item in items} == {"document", "duty"}
    lines = due("--within", "30d").stdout.splitlines()
    assert [line[:10] for line in lines] == [item["day"] for item in items]
    events = calendar(due("--within", "30d", "--format", "ics").stdout.encode()).events
    assert [event.start.isoformat() for event in events] == [item["day"] for item in items]


# What is new


def test_the_feed_is_atom(site):
    feed = feedparser.parse((site.root / "andringar.xml").read_bytes())
    assert not feed.bozo and feed.version == "atom10"
    assert feed.feed.title and feed.feed.updated_parsed and feed.feed.id.startswith("https://")
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) > 5
    days = [entry.updated for entry in feed.entries]
    assert days == sorted(days, reverse=True) and max(days) <= AS_OF + "T00:00:00Z"
    for entry in feed.entries:
        assert (site.root / entry.link.removeprefix("https://rutiner.ekvik.example/")).is_file()


def test_what_is_new_is_known_to_the_device_only(site, browser):
    browser.requested()
    browser.open(site.url("nytt.html"))
    new = lambda: [row for row in browser.all("[data-new]") if row.is_displayed()]  # noqa: E731
    assert new() == []
    assert not browser.one("[data-news-read]").is_enabled()
    browser.run(
        "const kept = JSON.parse(localStorage.getItem('rutin:news:read'));"
        "localStorage.setItem('rutin:news:read', JSON.stringify(kept.slice(2)))"
    )
    browser.open(site.url("nytt.html"))
    assert len(new()) == 2 and "2 nya" in browser.one("[data-news-status]").text
    browser.one("[data-news-read]").click()
    assert new() == [] and "Inget nytt" in browser.one("[data-news-status]").text
    assert not any("?" in address for address in browser.requested())


def test_what_is_new_goes_by_the_role_that_is_kept(site, browser):
    browser.open(site.url("nytt.html"))
    everything = len(rows(browser))
    Select(browser.one("[name=roller]")).select_by_value("montor")
    chosen = len(rows(browser))
    assert 0 < chosen < everything
    browser.open(site.url("nytt.html"))
    assert browser.one("[name=roller]").get_attribute("value") == "montor" and len(rows(browser)) == chosen


def test_the_reading_list_is_printed_to_be_signed(site, browser):
    browser.open(site.url("nytt.html"))
    browser.look(width=700, media="print")
    assert browser.one(".sign").is_displayed() and not browser.one("[data-filter]").is_displayed()
    assert browser.run("return getComputedStyle(document.querySelector('.reading .row'), '::before').width") != "auto"
