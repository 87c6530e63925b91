"""The search page as readers meet it, and what its index must find."""

import ctypes
import ctypes.util
import html
import json
import random
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from selenium.webdriver.common.keys import Keys

from search_index import SearchIndex, answer, hits

PAGE = "sok/index.html"
QUERIES = Path(__file__).resolve().parents[2] / "Benchmarks/search/queries.tsv"
WORDS = Path("/usr/share/hunspell/sv_SE.dic")


@pytest.fixture
def search(site, browser):
    """Opens the page with a query and waits for the answer."""

    def open_with(query, **filters):
        more = "".join(f"&{name}={value}" for name, value in filters.items())
        browser.open(site.url(PAGE) + f"?q={quote(query)}{more}")
        return answer(browser, query)

    return open_with


@pytest.fixture
def index(site, browser):
    return SearchIndex(browser, site.url(PAGE))


def judged():
    lines = QUERIES.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


# What is found


def test_judged_queries(index):
    """95 % among the first three, 80 % first."""
    first, third, missed = 0, 0, []
    for kind, query, right in judged():
        found = [hit["address"].replace(".html", "") for hit in index.find(query, 3)]
        rights = right.split()
        first += bool(found) and found[0] in rights
        third += any(address in rights for address in found)
        if not any(address in rights for address in found):
            missed.append((kind, query, found))
    count = len(judged())
    assert count >= 150
    assert third >= 0.95 * count and first >= 0.8 * count, missed


def test_every_beginning_of_every_title_word_finds_the_title(index, site):
    """All titles of the index: documents, checklists, roles, systems, contacts, measures, providers and the rest."""
    tried, missed = index.driver.execute_async_script(
        """
        const done = arguments[arguments.length - 1];
        (async () => {
          const rows = await testIndex.rows([...Array(testIndex.count).keys()]);
          const found = new Map(), missed = [];
          let tried = 0;
          for (const { entry, title } of rows) {
            for (const [word] of title.matchAll(/[\\p{L}\\p{N}]{3,}/gu)) {
              for (let length = 3; length <= word.length; length++) {
                const query = word.slice(0, length);
                if (!found.has(query)) found.set(query, new Set((await rutinSearch.search(testIndex, query)).hits));
                tried++;
                if (!found.get(query).has(entry)) missed.push([query, title]);
              }
            }
          }
          return [tried, missed];
        })().then(done, (error) => done([0, [String(error)]]));
        """
    )
    assert tried > 2000
    assert missed == []
    # Nothing that has a heading of its own is left out of the index.
    titles = {title(site, path) for path in site.paths if site.kind(path) in ("routine", "checklist", "role", "system", "dashboard", "unit", "provider")}
    rows = index.driver.execute_async_script(
        "testIndex.rows([...Array(testIndex.count).keys()]).then((rows) => arguments[0](rows.map((row) => row.title)))")
    assert titles - {"Statistik"} <= set(rows)


def title(site, path):
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", (site.root / path).read_text("utf-8"), re.S).group(1)
    return html.unescape(re.sub(r"<[^>]+>", "", heading)).strip()


@pytest.mark.parametrize("query, address", [
    ("dokumentregister", "register.html"), ("kalender uppgifter", "kalender/index.html"), ("arkiv", "arkiv.html"),
    ("L3 batterier", "statistik/las.html#figur-"), ("monteringar och nedmonteringar", "statistik/larmgruppen.html"),
    ("V1", "statistik/"), ("stickprov av digitala lås", "rutiner/vof-r-006.html"),
])
def test_figures_measures_and_registers_are_found(query, address, index):
    assert any(hit["address"].startswith(address) for hit in index.find(query, 5))


PAIRS = """mål/mal lås/las båt/bat råd/rad vård/vard gård/gard bär/bar dör/dor rör/ror kör/kor hör/hor blöt/blot
    höst/host mör/mor sök/sok öl/ol träd/trad väg/vag päls/pals mätt/matt rätt/ratt sätt/satt fält/falt gås/gas bås/bas
    häl/hal mås/mas lök/lok kår/kar såg/sag tält/talt nät/nat""".split()


@pytest.fixture(scope="module")
def pairs_site(tmp_path_factory):
    """One routine for each word of the pairs, the same but for that word."""
    from conftest import build

    content = tmp_path_factory.mktemp("pairs") / "content"
    (content / "routines").mkdir(parents=True)
    words = sorted({word for pair in PAIRS for word in pair.split("/")})
    for number, word in enumerate(words):
        text = f"---\ntitel: Dokument {number}\nstatus: gällande\nbeslutad: 2026-01-01\n---\n\n## Text\n\nHär står {word} en gång.\n"
        (content / f"routines/d{number}.md").write_text(text, "utf-8")
    # The wrong letters in the best of places.
    for number, pair in enumerate(PAIRS):
        right, plain = pair.split("/")
        for name, word in (("r", right), ("p", plain)):
            text = f"---\ntitel: {word.capitalize()}\nstatus: gällande\nbeslutad: 2026-01-01\n---\n\n## {word}\n\nText.\n"
            (content / f"routines/{name}{number}.md").write_text(text, "utf-8")
    return words, build("intranet", tmp_path_factory.mktemp("pairs-site") / "site", content=content)


def test_right_letters_come_before_letters_without_dots(pairs_site, browser):
    words, folder = pairs_site
    index = SearchIndex(browser, (folder / PAGE).as_uri())
    assert len(PAIRS) >= 30
    for pair in PAIRS:
        for word, other in (pair.split("/"), reversed(pair.split("/"))):
            found = [hit["address"] for hit in index.find(word, 100)]
            right = found.index(f"rutiner/d{words.index(word)}.html")
            wrong = [found.index(f"rutiner/{letter}{number}.html") for number, both in enumerate(PAIRS)
                     for letter, title in zip("rp", both.split("/"))
                     if title == other and f"rutiner/{letter}{number}.html" in found]
            assert all(place > right for place in wrong), (word, found[:5])


def test_what_does_not_apply_comes_last_and_is_marked(search, browser):
    search("telefon", typ="routine")
    states = [badge.get_attribute("data-state") for badge in browser.all("#search-results .badge")]
    aside = [state in ("expired", "replaced", "withdrawn", "draft") for state in states]
    assert True in aside and aside == sorted(aside)


# The browser's analysis is the build's


def test_stems_are_libstemmers(index, browser):
    name = ctypes.util.find_library("stemmer")
    library = ctypes.CDLL(name)
    library.sb_stemmer_new.restype = ctypes.c_void_p
    library.sb_stemmer_stem.restype = ctypes.c_void_p
    library.sb_stemmer_stem.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    library.sb_stemmer_length.argtypes = [ctypes.c_void_p]
    stemmer = library.sb_stemmer_new(b"swedish", b"UTF_8")

    def stem(word):
        data = word.encode()
        return ctypes.string_at(library.sb_stemmer_stem(stemmer, data, len(data)), library.sb_stemmer_length(stemmer)).decode()

    known = {re.split("[/\t ]", line.strip())[0].lower() for line in WORDS.read_text("utf-8").splitlines()}
    known = sorted(word for word in known if re.fullmatch("[a-zåäö]+", word))
    chance = random.Random(1)
    endings = "a arna erna heterna en er ar or s ens et t ligt löst fullt ande else ighet".split()
    words = sorted(set(known) | {word + ending for word in known for ending in chance.sample(endings, 2)})
    assert len(words) > 300_000
    found = browser.run("return arguments[0].map(rutinWords.stem)", words)
    wrong = [(word, here, stem(word)) for word, here in zip(words, found) if here != stem(word)]
    assert wrong == []


# The page


@pytest.mark.parametrize("look", [dict(width=320, height=640), dict(width=1280, scheme="dark"), dict(width=1280, forced=True)])
def test_axe_finds_nothing_with_hits_open(look, search, browser):
    browser.look(**look)
    assert search("telefon") > 10
    assert browser.violations() == []
    assert browser.run("return document.scrollingElement.scrollWidth") <= look["width"]
    search("qqqqxxxx")
    assert browser.violations() == []


def test_the_page_answers_while_the_reader_types(site, browser):
    browser.open(site.url(PAGE))
    field = browser.one("#search_field")
    query = "nyckelg"
    for place in range(1, len(query) + 1):
        field.send_keys(query[place - 1])
        count = answer(browser, query[:place])
    assert count > 0
    assert "lasbatteri" in hits(browser)[0]


def test_it_is_walked_by_keyboard_alone(site, browser):
    """From the start page's field to a hit, and to the section that it names."""
    browser.open(site.url("index.html"))
    for _ in range(12):
        browser.press(Keys.TAB)
        if browser.driver.switch_to.active_element.get_attribute("id") == "search_top":
            break
    browser.press("byta batteri", Keys.ENTER)
    assert answer(browser, "byta batteri") > 0
    browser.one("#search_field").send_keys("")
    browser.press(Keys.ARROW_DOWN)
    first = browser.driver.switch_to.active_element
    assert first.get_attribute("href") == hits(browser)[0]
    browser.press(Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ESCAPE)
    assert browser.driver.switch_to.active_element.get_attribute("id") == "search_field"
    browser.press(Keys.ARROW_DOWN, Keys.ENTER)
    assert "/rutiner/" in browser.driver.current_url


def test_a_hit_leads_to_the_section_that_matched(search, site, browser):
    search("låset gul lampa batteri")
    anchored = [address for address in hits(browser)[:6] if "#" in address]
    assert anchored
    for address in anchored:
        path, anchor = address.split("#")
        name = path.removeprefix(site.root.as_uri() + "/")
        assert anchor in site.pages[name].ids


def test_the_number_of_hits_is_told(search, browser):
    count = search("driftstopp")
    assert f"{count} träff" in browser.one("[data-status]").text
    for _ in range(100):
        if browser.run("return document.querySelector('[role=status][data-spoken]').textContent"):
            break
        browser.run("return new Promise((done) => setTimeout(done, 50))")
    assert f"{count} träff" in browser.run("return document.querySelector('[role=status][data-spoken]').textContent")


def test_filters_leave_what_was_chosen(search, browser):
    everything = search("telefon")
    assert 0 < search("telefon", galler="1") < everything
    assert 0 < search("telefon", typ="checklist") < everything
    kinds = {row.text.split("\n")[0] for row in browser.all(".hit .meta span:first-child")}
    assert kinds == {"Checklista"}
    browser.one("select[name=typ] option").click()
    answer(browser, "telefon")
    browser.one("select[name=omrade] option:nth-child(2)").click()
    assert 0 < answer(browser, "telefon") < everything


def test_text_of_a_hit_is_never_markup(index, browser):
    marked = browser.run(
        """
        const marks = new rutinShow.Marks(testIndex, {words: [{word: "img", matches: []}]});
        const place = document.createElement("p");
        place.append(...marks.nodes('<img src=x onerror=alert(1)> img'));
        return [place.querySelectorAll("img").length, place.querySelectorAll("mark").length];
        """
    )
    assert marked == [0, 2]


def test_without_scripts_the_page_leads_to_the_list_of_everything(site, browser):
    browser.scripts(False)
    browser.open(site.url(PAGE))
    assert not browser.one("#search_field").is_displayed()
    browser.one("noscript a").click()
    assert browser.driver.current_url == site.url("a-o.html")
    listed = {link.get_attribute("href") for link in browser.all("main a")}
    # What is replaced or withdrawn stands in the archive.
    browser.open(site.url("arkiv.html"))
    listed |= {link.get_attribute("href") for link in browser.all("main a")}
    kinds = ("routine", "checklist", "role", "system", "dashboard", "unit", "provider")
    assert {site.url(path) for path in site.paths if site.kind(path) in kinds and path != "statistik/index.html"} - set_aside(site) <= listed


def set_aside(site):
    """Checklists of what is replaced or withdrawn, which stands in the archive without them."""
    gone = [path for path in site.paths if site.kind(path) == "routine" and site.state(path) in ("replaced", "withdrawn")]
    slugs = [path.removeprefix("rutiner/").removesuffix(".html") for path in gone]
    return {site.url(path) for path in site.paths if any(path.startswith(f"checklistor/{slug}--") for slug in slugs)}


def test_index_holds_no_more_than_data(site):
    """Nothing but calls with JSON: no piece can run anything else."""
    pieces = sorted((site.root / "sok/data").glob("*.js"))
    assert len(pieces) > 20
    for piece in pieces:
        text = piece.read_text("utf-8")
        found = re.fullmatch(r'rutinPiece\("([\w-]+)",(.*)\)\n', text, re.S)
        assert found and found.group(1) == piece.stem
        json.loads(found.group(2))
