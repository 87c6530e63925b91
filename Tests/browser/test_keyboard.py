"""The whole site by keyboard alone: everything is reached, and what has the focus is always seen."""

import pytest
from selenium.webdriver.common.keys import Keys

PAGES = [
    "index.html",
    "a-o.html",
    "om.html",
    "rutiner/vof-r-001.html",
    "rutiner/vof-r-020.html",
    "checklistor/vof-r-001--avstamning.html",
    "parmar/larmgrupp.html",
    "roller/enhetschef.html",
    "register.html",
    "nytt.html",
    "kalender/index.html",
    "statistik/telefoner.html",
]

# How many parts the Tab key should come to; of each group of radio buttons only the chosen one.
STOPS = """
    return [...document.querySelectorAll("a[href], button:enabled, summary, input:enabled, select, [tabindex='0']")]
      .filter((part) => part.tabIndex === 0 && part.checkVisibility({visibilityProperty: true}) && (part.type !== "radio" || part.checked)).length;
"""

# How the focused part is seen: whether it has a ring, and whether any of it lies on top; null when none is focused.
FOCUS = """
    const part = document.activeElement;
    if (part === document.body) return null;
    part.dataset.visited = "";
    const label = part.closest("label") ?? part;
    const ring = [getComputedStyle(part), getComputedStyle(part, "::before"), getComputedStyle(part, "::after"), getComputedStyle(label)]
      .some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
    const box = part.getClientRects()[0];
    const middle = (from, to, end) => (Math.max(0, from) + Math.min(end, to)) / 2;
    const top = document.elementFromPoint(middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight));
    const seen = Boolean(top) && (label.contains(top) || top.contains(part) && top.tagName === "A");
    return {name: part.tagName + " " + (label.textContent || part.value).trim().slice(0, 40), ring, seen};
"""


@pytest.mark.parametrize("width", [360, 1280])
def test_tab_comes_to_everything_and_the_focus_is_seen(width, site, browser):
    browser.look(width=width, height=640)
    for path in PAGES:
        browser.open(site.url(path))
        stops, faults = browser.run(STOPS), []
        for _ in range(stops + 20):
            browser.press(Keys.TAB)
            focus = browser.run(FOCUS)
            if focus is None:
                break
            if not focus["ring"] or not focus["seen"]:
                faults.append(focus)
        assert faults == [], path
        assert browser.run("return document.querySelectorAll('[data-visited]').length") == stops, path


def active(browser):
    return browser.driver.switch_to.active_element


def test_the_skip_link_leads_to_the_content(site, browser):
    browser.open(site.url("rutiner/vof-r-001.html"))
    browser.press(Keys.TAB)
    assert active(browser).get_attribute("class") == "skip" and active(browser).rect["y"] >= 0
    browser.press(Keys.ENTER)
    assert active(browser).tag_name == "main"
    browser.press(Keys.TAB)
    assert browser.run("return document.querySelector('main').contains(document.activeElement)")


def test_the_menu_opens_and_closes(site, browser):
    browser.look(width=360, height=640)
    browser.open(site.url("rutiner/vof-r-001.html"))
    browser.run("document.querySelector('.menu summary').focus()")
    browser.press(Keys.ENTER, Keys.TAB)
    assert active(browser).text == "Områden"
    browser.press(Keys.ESCAPE)
    assert active(browser).tag_name == "summary"
    assert not browser.one(".menu a").is_displayed()


def test_contents_unfold_and_lead_on(site, browser):
    browser.look(width=360, height=640)
    browser.open(site.url("rutiner/vof-r-001.html"))
    browser.run("document.querySelector('.contents summary').focus()")
    browser.press(Keys.ENTER, Keys.TAB, Keys.TAB, Keys.ENTER)
    anchor = browser.run("return decodeURIComponent(location.hash.slice(1))")
    top = browser.run("return document.getElementById(arguments[0]).getBoundingClientRect().top", anchor)
    assert anchor and 0 <= top < 640


def test_a_checklist_is_worked_through(site, browser):
    browser.look(width=360, height=640)
    browser.open(site.url("checklistor/vof-r-001--avstamning.html"))
    browser.run("document.querySelector('.tasks input').focus()")
    boxes = browser.all(".tasks input")
    for _ in boxes:
        browser.press(Keys.SPACE, Keys.TAB)
    assert all(box.is_selected() for box in boxes)
    assert active(browser).get_attribute("data-undo")
    browser.press(Keys.ENTER)
    assert not any(box.is_selected() for box in boxes)
    # The button stays in the way of the keyboard, to undo.
    browser.press(Keys.ENTER)
    assert all(box.is_selected() for box in boxes)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_table_is_ordered(width, site, browser):
    browser.look(width=width, height=640)
    browser.open(site.url("register.html"))
    first = lambda: [link.text for link in browser.all(".register tbody th a")]  # noqa: E731
    written = first()
    browser.run("document.querySelector('[name=agare]').focus()")
    for direction in (1, -1):
        for _ in range(20):
            if active(browser).get_attribute("class") == "sort":
                break
            browser.press(Keys.TAB)
        focus = browser.run(FOCUS)
        assert focus["ring"] and focus["seen"] and "Dokument" in focus["name"]
        browser.press(Keys.ENTER if direction > 0 else Keys.SPACE)
        told = browser.one(".register th[aria-sort]")
        assert told.get_attribute("aria-sort") == ("ascending" if direction > 0 else "descending")
        assert first() == browser.run(
            "return arguments[0].sort((one, other) => arguments[1] * one.localeCompare(other, 'sv', {numeric: true}))",
            written,
            direction,
        )
        assert active(browser).get_attribute("class") == "sort"


def test_figures_are_ordered_as_numbers_and_what_is_hidden_comes_last(site, browser):
    browser.open(site.url("statistik/telefoner.html"))
    table = next(table for table in browser.all("table.figures") if len(table.find_elements("css selector", "tbody tr")) > 2)
    heading = table.find_elements("css selector", "thead th")[1]
    for direction in (1, -1):
        heading.find_element("css selector", ".sort").send_keys(Keys.ENTER)
        cells = [row.find_elements("css selector", "td")[0].text.split("\n")[0] for row in table.find_elements("css selector", "tbody tr")]
        values = [plain(cell) for cell in cells]
        known = [value for value in values if value is not None]
        assert len(known) > 2 and known == sorted(known, reverse=direction < 0)
        assert values[: len(known)] == known


def plain(text):
    """12,5 % as a number; nothing for what is none."""
    try:
        return float(text.replace("\u00a0", "").replace("%", "").replace(",", ".").split()[0])
    except (ValueError, IndexError):
        return None


def test_the_appearance_is_chosen_by_arrows(site, browser):
    browser.open(site.url("index.html"))
    browser.run("document.querySelector('[data-scheme-switch] input:checked').focus()")
    browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    assert browser.run("return document.documentElement.dataset.scheme") == "dark"
