"""No page lies about a document's state on any day, wherever its reader is, though the site is never built anew."""

import json
import re
import subprocess
import time

import pytest

from conftest import REPOSITORY
from search_index import answer
from site_folder import SiteFolder

HEADS = {
    "sista-dagen": "beslutad: 2024-03-30\ngäller till: 2026-12-24",
    "sista-dagen-var": "beslutad: 2024-03-30\ngäller till: 2027-03-28",
    "sista-dagen-host": "beslutad: 2024-03-30\ngäller till: 2026-10-25",
    "borjar": "beslutad: 2026-10-01\ngäller från: 2026-12-25\ngäller till: 2030-12-31",
    "borjar-host": "beslutad: 2026-10-01\ngäller från: 2026-10-25\ngäller till: 2030-12-31",
    "slutar-snart": "beslutad: 2025-01-01\ngäller till: 2027-03-25",
    "slutar-snart-var": "beslutad: 2025-01-01\ngäller till: 2027-06-26",
    "tills-vidare": "beslutad: 2021-12-24\ngäller till: tillsvidare",
    "granskas": "beslutad: 2026-01-01\ngäller till: tillsvidare\ngranskas senast: 2027-03-28",
    "odaterad": "beslutad: 2021-12-24",
    "saknas": "granskas senast: 2026-12-24",
    "hela-vagen": "beslutad: 2026-10-01\ngäller från: 2026-11-01\ngäller till: 2027-03-01",
    "ersatt": "status: ersatt\nbeslutad: 2024-01-01\ngäller till: 2026-12-24",
    "upphavd": "status: upphävd\ngäller till: 2026-12-24",
    "utkast": "status: utkast\ngäller från: 2026-12-24",
    "olaslig": "beslutad: 2024-01-01\nuppdaterad: nyss",
    "motsager": "beslutad: 2020-01-01\ngäller till: 2026-12-24",
}

# A moment and the day that it is in Sweden: the last and first minute of days, both nights when the clock is changed
# (the day is 23 or 25 hours long), and the change itself.
MOMENTS = {
    "2026-12-23T12:00:00Z": "2026-12-23",
    "2026-12-24T22:59:59Z": "2026-12-24",
    "2026-12-24T23:00:00Z": "2026-12-25",
    "2026-12-25T12:00:00Z": "2026-12-25",
    "2026-10-24T21:59:59Z": "2026-10-24",
    "2026-10-24T22:00:00Z": "2026-10-25",
    "2026-10-25T00:59:59Z": "2026-10-25",
    "2026-10-25T22:59:59Z": "2026-10-25",
    "2026-10-25T23:00:00Z": "2026-10-26",
    "2027-03-27T22:59:59Z": "2027-03-27",
    "2027-03-27T23:00:00Z": "2027-03-28",
    "2027-03-28T01:00:00Z": "2027-03-28",
    "2027-03-28T21:59:59Z": "2027-03-28",
    "2027-03-28T22:00:00Z": "2027-03-29",
}
ZONES = ["Europe/Stockholm", "America/Los_Angeles", "Pacific/Auckland"]
BUILT = "2026-11-20"
IN_FORCE = {"inForce", "endsSoon", "overdueReview", "inForceUndated"}


@pytest.fixture(scope="module")
def handbook(tmp_path_factory):
    """Builds a handbook of those documents as of a day; a build for each day is kept."""
    folder = tmp_path_factory.mktemp("validity")
    (folder / "content/routines").mkdir(parents=True)
    for name, head in HEADS.items():
        text = f"---\ntitel: Dokument {name}\nverksamhet: Prov\n{head}\n---\n\nText.\n\n- [ ] Punkt\n"
        (folder / "content/routines" / (name + ".md")).write_text(text, "utf-8")
    kept = {}

    def built(day=BUILT, theme="intranet"):
        if (day, theme) not in kept:
            command = [REPOSITORY / ".build/debug/rutin", "build", "--as-of", day, "--content", folder / "content"]
            command += ["--theme", theme, "--output", folder / f"{theme}-{day}"]
            result = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
            # Unreadable and contradicting dates are errors of tidy documents; they need no day.
            assert result.returncode == 0, result.stdout + result.stderr
            kept[day, theme] = SiteFolder(folder / f"{theme}-{day}")
        return kept[day, theme]

    for name in ("olaslig", "motsager"):
        (folder / "content/routines" / (name + ".md")).unlink()
    return built


def states_of_build(site):
    documents = json.loads((site.root / "register.json").read_text("utf-8"))["documents"]
    return {document["address"]: document["state"] for document in documents}


def states_in_browser(browser):
    return browser.run(
        """
        const found = {};
        for (const badge of document.querySelectorAll("main .badge")) {
          const link = badge.closest("tr, li").querySelector("a").getAttribute("href");
          found[link.replace("../", "")] = badge.dataset.state;
        }
        return found;
        """
    )


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("moment", MOMENTS)
def test_the_register_says_what_a_build_of_that_day_says(moment, zone, handbook, browser):
    browser.clock(moment, zone)
    browser.open(handbook().url("register.html"))
    assert states_in_browser(browser) == states_of_build(handbook(MOMENTS[moment]))


@pytest.mark.parametrize("moment", MOMENTS)
def test_lists_say_so_too_and_keep_what_applies_apart(moment, handbook, browser):
    browser.clock(moment, "America/Los_Angeles")
    browser.open(handbook().url("omraden/prov.html"))
    # What is replaced or withdrawn stands in the archive.
    states = states_of_build(handbook(MOMENTS[moment]))
    expected = {address: state for address, state in states.items() if state not in ("replaced", "withdrawn")}
    assert states_in_browser(browser) == expected
    groups = browser.run(
        "return [...document.querySelectorAll('[data-group]')].map((group) => [group.dataset.group, group.hidden, "
        "[...group.querySelectorAll('.row-link')].map((link) => link.getAttribute('href').replace('../', ''))])"
    )
    applies = {address for address, state in expected.items() if state in IN_FORCE}
    for name, hidden, addresses in groups:
        assert set(addresses) == (applies if name == "gallande" else set(expected) - applies)
        assert addresses == sorted(addresses, key=lambda address: address.removesuffix(".html")) and hidden == (not addresses)


def states_of_hits(browser):
    """By address, in the order of the hits."""
    return dict(browser.run(
        """
        return [...document.querySelectorAll(".hit")].filter((hit) => hit.querySelector(".badge")).map((hit) => [
          hit.querySelector("a").getAttribute("href").replace("../", "").split("#")[0], hit.querySelector(".badge").dataset.state]);
        """
    ))


@pytest.mark.parametrize("zone", ["Europe/Stockholm", "Pacific/Auckland"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_hits_say_so_too_and_what_applies_comes_first(moment, zone, handbook, browser):
    browser.clock(moment, zone)
    browser.open(handbook().url("sok/index.html") + "?q=dokument")
    answer(browser, "dokument")
    expected = states_of_build(handbook(MOMENTS[moment]))
    found = states_of_hits(browser)
    assert {address: state for address, state in found.items() if address in expected} == expected
    aside = [state not in IN_FORCE | {"missing"} for state in found.values()]
    assert aside == sorted(aside)


def test_hits_of_an_open_page_change_at_midnight(handbook, browser):
    browser.clock("2026-12-24T22:59:30Z", "Europe/Stockholm")
    browser.open(handbook().url("sok/index.html") + "?q=dokument")
    answer(browser, "dokument")
    assert states_of_hits(browser)["rutiner/sista-dagen.html"] == "endsSoon"
    browser.run("const Real = Date; Date = class extends Real { constructor(...given) { given.length ? super(...given) : super('2026-12-24T23:00:30Z'); } };")
    browser.run("document.dispatchEvent(new Event('visibilitychange'))")
    end = time.time() + 10
    while states_of_hits(browser)["rutiner/sista-dagen.html"] != "expired":
        assert time.time() < end
        time.sleep(0.02)


@pytest.mark.parametrize("moment", ["2026-12-24T22:59:59Z", "2026-12-24T23:00:00Z", "2027-03-28T21:59:59Z", "2027-03-28T22:00:00Z"])
def test_pages_and_their_print_say_the_same(moment, handbook, browser):
    expected = states_of_build(handbook(MOMENTS[moment]))
    texts = {}
    for address in expected:
        browser.clock(None)
        browser.look()
        day = handbook(MOMENTS[moment])
        browser.clock(moment, "Pacific/Auckland")
        for site in (handbook(), day):
            browser.look(media="print")
            browser.open(site.url(address))
            shown = browser.run(
                "return [document.querySelector('.validity .badge').dataset.state, "
                "document.querySelector('.validity .badge').textContent, "
                "[...document.querySelectorAll('.routine-head .notice, .watermark')].filter((part) => part.checkVisibility()).map((part) => part.textContent.trim())]"
            )
            texts.setdefault(address, []).append(shown)
    for address, (judged, built) in texts.items():
        assert judged == built and judged[0] == expected[address], address


def test_an_open_page_changes_at_midnight(handbook, browser):
    browser.clock("2026-12-24T22:59:30Z", "Europe/Stockholm")
    browser.open(handbook().url("rutiner/sista-dagen.html"))
    badge = browser.one(".validity .badge")
    assert badge.get_attribute("data-state") == "endsSoon"
    browser.run("Date.now = () => 0; const Real = Date; Date = class extends Real { constructor(...given) { given.length ? super(...given) : super('2026-12-24T23:00:30Z'); } };")
    browser.run("document.dispatchEvent(new Event('visibilitychange'))")
    assert badge.get_attribute("data-state") == "expired"


def test_a_checklist_says_when_its_document_has_ended(handbook, browser):
    for moment, has_ended in (("2026-12-24T22:59:59Z", False), ("2026-12-24T23:00:00Z", True)):
        browser.clock(moment, "America/Los_Angeles")
        path = next(path for path in handbook().paths if path.startswith("checklistor/sista-dagen--"))
        browser.open(handbook().url(path))
        assert browser.one("[data-not-in-force]").is_displayed() == has_ended


def test_without_scripts_the_dates_stand_at_the_top(handbook, browser):
    browser.scripts(False)
    browser.open(handbook().url("rutiner/sista-dagen.html"))
    assert "2026-12-24" in browser.one(".routine-head").text


# The plain theme


def test_both_themes_judge_by_one_script():
    scripts = [(REPOSITORY / f"themes/{theme}/assets/js/validity.js").read_bytes() for theme in ("intranet", "plain")]
    assert scripts[0] == scripts[1]


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_plain_theme_says_so_too(moment, handbook, browser):
    browser.clock(moment, "Pacific/Auckland")
    site, states = handbook(theme="plain"), states_of_build(handbook(MOMENTS[moment]))
    words = dict(re.findall(r'data-state="(\w+)"[^>]*>([^<]+)<', (handbook().root / "register.html").read_text("utf-8")))
    browser.open(site.url("register.html"))
    badges = "[...document.querySelectorAll('li .state')].map((badge) => [badge.closest('li').querySelector('a').getAttribute('href'), badge.textContent])"
    shown = dict(browser.run("return " + badges))
    assert set(shown) == set(states)
    assert {address: text for address, text in shown.items() if words.get(states[address], text) != text} == {}
    browser.open(site.url("omraden/prov.html"))
    listed = browser.run(
        "return [...document.querySelectorAll('[data-group=gallande] li a')].map((link) => link.getAttribute('href').slice(3))"
    )
    assert set(listed) == {address for address, state in states.items() if state in IN_FORCE}
    for address, state in states.items():
        browser.open(site.url(address))
        assert browser.one("h1 ~ p .state").get_attribute("data-state") == state
        notes = [note.get_attribute("data-note") for note in browser.all(".notice") if note.is_displayed()]
        assert notes == ([] if state == "inForce" else [state]), address
