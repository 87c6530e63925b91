"""The search of a built site, asked from Python: the page's own scripts, in the browser."""

import time

OPEN = """
    const done = arguments[arguments.length - 1];
    const page = document.querySelector("[data-search]").dataset;
    rutinSearch.open(page.root + page.pieces, page.version).then((index) => { window.testIndex = index; done(index.count); });
"""

FIND = """
    const done = arguments[arguments.length - 1], query = arguments[0], most = arguments[1];
    (async () => {
      const result = await rutinSearch.search(testIndex, query);
      const rows = await testIndex.rows(result.hits.slice(0, most));
      return rows.map(({ address, title }) => ({ address, title }));
    })().then(done, (error) => done(String(error)));
"""


class SearchIndex:
    def __init__(self, browser, url):
        self.driver = browser.driver
        browser.open(url)
        self.driver.set_script_timeout(60)
        self.count = self.driver.execute_async_script(OPEN)

    def find(self, query, most=10):
        """The best hits in order: address and title."""
        return self.driver.execute_async_script(FIND, query, most)


def answer(browser, query, seconds=10):
    """Waits until the page has answered this query; the number of hits."""
    end = time.time() + seconds
    while time.time() < end:
        data = browser.run("return {...document.getElementById('search-results').dataset}")
        if data.get("query") == query:
            return int(data["count"])
        time.sleep(0.02)
    raise AssertionError(f"no answer to {query!r}: {data}")


def hits(browser):
    return [link.get_attribute("href") for link in browser.all("#search-results a")]
