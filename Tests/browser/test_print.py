"""What comes out of the printer: stamp, page numbers, a code that leads to the page, a watermark on what does not apply."""

import re
import subprocess

import pytest

ADDRESS = "https://rutiner.ekvik.example/"
ROUTINES = {
    "rutiner/vof-r-001.html": "VOF-R-001, utgåva",
    "rutiner/vof-r-003.html": "VOF-R-003, utgåva",
    "rutiner/vof-r-004.html": "VOF-R-004, utgåva 5",
    "rutiner/vof-r-009.html": "VOF-R-009, utgåva",
    "rutiner/vof-r-020.html": "VOF-R-020",
    "rutiner/vof-l-001.html": "VOF-L-001, utgåva 2",
    "rutiner/lokal-uppfoljning-av-digitala-las.html": "Lokal uppföljning av digitala lås",
    "rutiner/mobiltelefoner-i-mobila-teamet.html": "Mobiltelefoner i mobila teamet",
}
NOT_IN_FORCE = {
    "rutiner/vof-r-020.html": "Ersatt",
    "rutiner/mobiltelefoner-i-mobila-teamet.html": "Har slutat gälla",
}


class Paper:
    """A printed page as a PDF file."""

    def __init__(self, folder, data):
        self.folder = folder
        (folder / "page.pdf").write_bytes(data)

    def run(self, *command):
        return subprocess.run(command, cwd=self.folder, capture_output=True, check=True).stdout.decode("utf-8")

    def sheets(self):
        """The text of each sheet."""
        return self.run("pdftotext", "-layout", "page.pdf", "-").split("\f")[:-1]

    def codes(self):
        """What a telephone would read on each sheet that has a code."""
        self.run("pdftoppm", "-r", "150", "-gray", "page.pdf", "sheet")
        found = []
        for picture in sorted(self.folder.glob("sheet*.pgm")):
            read = subprocess.run(["zbarimg", "--quiet", "--raw", picture], capture_output=True)
            found += read.stdout.decode("utf-8").split()
        return found


@pytest.fixture
def printed(browser, tmp_path):
    def go(url):
        browser.open(url)
        return Paper(tmp_path, browser.print())

    return go


@pytest.mark.parametrize("path", ROUTINES)
def test_a_routine_has_its_stamp_and_a_code_to_its_page(path, site, browser, printed):
    browser.clock("2026-11-20T23:30:00Z")
    paper = printed(site.url(path))
    sheets = paper.sheets()
    for number, sheet in enumerate(sheets, 1):
        foot = re.sub(r"\s+", " ", sheet.strip().splitlines()[-1])
        assert foot.startswith(ROUTINES[path]), foot
        assert foot.endswith(f", utskriven 2026-11-21, okontrollerad kopia {number} ({len(sheets)})"), foot
    for label in ("Beslutad av", "Beslutad", "Gäller till", "Dokumentansvarig", "Utskriven", "Papperskopior är inte kontrollerade"):
        assert label in sheets[0], label
    assert paper.codes() == [ADDRESS + path]


def watermark(browser):
    browser.look(width=700, media="print")
    return [part.text for part in browser.all(".watermark") if part.is_displayed()]


@pytest.mark.parametrize("path", [*NOT_IN_FORCE, "rutiner/vof-r-004.html"])
def test_what_does_not_apply_is_watermarked(path, site, browser):
    browser.clock("2026-11-20T12:00:00Z")
    browser.open(site.url(path))
    assert watermark(browser) == [NOT_IN_FORCE[text] for text in NOT_IN_FORCE if text == path]


@pytest.mark.parametrize(
    "moment, has_ended",
    [("2029-05-11T21:59:00Z", False), ("2029-05-11T22:01:00Z", True)],
    ids=["last minute", "first minute after"],
)
@pytest.mark.parametrize("zone", ["", "America/Los_Angeles", "Pacific/Auckland"])
def test_the_end_is_judged_as_the_page_is_printed(moment, has_ended, zone, site, browser, printed):
    """`gäller till 2029-05-11`: the last day ends at midnight in Sweden, whatever the reader's own clock says."""
    browser.clock(moment, zone)
    sheets = printed(site.url("rutiner/vof-r-004.html")).sheets()
    assert ("Slutdatumet har passerat" in sheets[0]) == has_ended
    assert watermark(browser) == ["Har slutat gälla"] * has_ended
    badge = browser.one(".routine-head .badge")
    assert (badge.get_attribute("data-state") == "expired") == has_ended
    browser.look()
    browser.open(site.url("omraden/hemtjanst.html"))
    row = next(row for row in browser.all(".row") if "Borttappad eller stulen telefon" in row.text)
    assert ("Har slutat gälla" in row.text) == has_ended


def test_a_binder_is_the_whole_area(site, printed):
    sheets = printed(site.url("parmar/larmgrupp.html")).sheets()
    assert "6 dokument" in sheets[0]
    feet = [sheet.strip().splitlines()[-1] for sheet in sheets]
    assert all(foot.startswith("Pärm Larmgrupp") and foot.endswith(f"{number} ({len(sheets)})") for number, foot in enumerate(feet, 1))
    # Each document begins on a sheet of its own.
    begun = [sheet for sheet in sheets[1:] if "Dokumentansvarig" in sheet and "Utskriven" in sheet]
    assert len(begun) == 6


def test_a_binder_has_a_code_for_each_document(site, printed):
    codes = printed(site.url("parmar/larmgrupp.html")).codes()
    assert len(codes) == 6 and codes[0] == ADDRESS + "rutiner/vof-r-004.html"


def test_without_an_address_there_is_no_code(builder, browser):
    def change(content):
        file = content / "site.yaml"
        file.write_text(re.sub("(?m)^adress:.*\n", "", file.read_text("utf-8")), "utf-8")

    browser.open(builder(change).url("rutiner/vof-r-004.html"))
    assert browser.all(".code") == []


def test_folded_parts_are_unfolded_and_table_heads_repeated(site, browser):
    browser.look(width=360)
    browser.open(site.url("rutiner/vof-r-001.html"))
    assert not any(part.get_property("open") for part in browser.all("main details"))
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert all(part.get_property("open") for part in browser.all("main details"))
    browser.run("dispatchEvent(new Event('afterprint'))")
    assert not any(part.get_property("open") for part in browser.all("main details"))
    browser.look(media="print")
    assert browser.run("return getComputedStyle(document.querySelector('thead')).display") == "table-header-group"


def test_the_heads_of_the_register_stand_on_each_sheet(site, printed):
    sheets = printed(site.url("register.html")).sheets()
    assert len(sheets) > 1
    for sheet in sheets:
        assert re.search(r"Dokument\s+Läge\s+Gäller till\s+Beslutad\s+Dokumentansvarig\s+Områden", sheet), sheet


def test_other_pages_are_named_at_the_foot(site, printed):
    for path, name in {"register.html": "Dokumentregister", "utgavor/vof-r-008--1.html": "NFC-taggar hos brukare, Utgåva 1"}.items():
        for sheet in printed(site.url(path)).sheets():
            assert sheet.strip().splitlines()[-1].startswith(name + ", utskriven"), sheet


def test_a_printed_routine_is_text_dates_and_the_notice(site, browser):
    path = next(path for path in site.samples() if site.kind(path) == "routine" and site.state(path) == "expired")
    browser.open(site.url(path))
    browser.look(width=700, media="print")
    shown = lambda selector: any(part.is_displayed() for part in browser.all(selector))  # noqa: E731
    for wanted in ("h1", ".validity .badge", ".notice", ".facts dl", ".code", ".print-notice", ".watermark", ".text"):
        assert shown(wanted), wanted
    for unwanted in (".top", ".crumbs", ".foot", ".contents", ".connections", ".dates", "button", ".deviation"):
        assert not shown(unwanted), unwanted
    assert browser.run("return getComputedStyle(document.querySelector('.text a[href^=http]'), '::after').content") != "none"


def test_a_printed_checklist_has_empty_boxes_and_room_to_sign(site, browser, tmp_path):
    checklist = browser
    checklist.open(site.url("checklistor/vof-r-001--avstamning.html"))
    checklist.all(".tasks input")[0].click()
    checklist.look(width=700, media="print")
    assert checklist.one(".sign").is_displayed()
    assert not checklist.one(".progress").is_displayed()
    paper = Paper(tmp_path, checklist.print())
    # To the document, which says whether it still applies and leads on to the checklist as it is now.
    assert paper.codes() == [ADDRESS + "rutiner/vof-r-001.html"]
    assert paper.sheets()[0].strip().splitlines()[-1].startswith("VOF-R-001, utskriven")
    box = "getComputedStyle(document.querySelector('.tasks input:checked'))"
    assert checklist.run(f"return {box}.appearance") == "none"
    assert checklist.run(f"return {box}.backgroundColor") == "rgba(0, 0, 0, 0)"
