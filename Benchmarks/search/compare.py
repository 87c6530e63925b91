#!/usr/bin/env python3
"""Our search beside Pagefind's on the same site, in the same browser, on the same judged queries.

    compare.py SITE QUERIES [--slow 4] [--without-pagefind] [--misses]

SITE is a built site. Needs what the browser tests need, and for the peer `pip install pagefind[extended]`. Everything is
fetched over HTTP from this machine, compressed. Pagefind gets a copy of the site without our index, and is told to read
each page's `main` only. Times are at a CPU slowed down by --slow.
"""

import argparse
import gzip
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Tests/browser"))
from browser import Browser  # noqa: E402

READ = 6
# Pages that repeat what others say, which ours leaves out too.
UNSOUGHT = ["sok", "parmar", "utgavor", "typer", "agare", "a-o.html", "index.html", "404.html"]
PAGEFIND_PAGE = """<!DOCTYPE html><html lang="sv"><meta charset="utf-8"><title>x</title><script type="module">
const pagefind = await import("/pagefind/pagefind.js");
window.find = async (query) => {
  const result = await pagefind.search(query);
  const read = await Promise.all(result.results.slice(0, %d).map((hit) => hit.data()));
  return {count: result.results.length, found: read.map((hit) => hit.raw_url || hit.url)};
};
window.ready = true;
</script></html>""" % READ

OURS = """
window.find = (query) => new Promise((resolve) => {
  const list = document.getElementById("search-results"), field = document.querySelector("#search_field");
  const look = () => {
    if (list.dataset.query !== query) return;
    watch.disconnect();
    resolve({count: Number(list.dataset.count), found: [...list.querySelectorAll("a")].slice(0, 6).map((link) => link.getAttribute("href"))});
  };
  const watch = new MutationObserver(look);
  delete list.dataset.query;
  watch.observe(list, {attributes: true});
  field.value = query;
  field.dispatchEvent(new Event("input", {bubbles: true}));
});
"""

ASK_ONCE = """
const done = arguments[arguments.length - 1];
find(arguments[0]).then(() => done(), () => done());
"""

ASK = """
const done = arguments[arguments.length - 1], query = arguments[0];
const start = performance.now();
find(query).then(async (answer) => {
  const first = performance.now() - start;
  const again = performance.now();
  await find(query);
  done({...answer, first, again: performance.now() - again});
}, (error) => done({count: 0, found: [String(error)], first: 0, again: 0}));
"""


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    sent = 0

    def do_GET(self):
        path = Path(self.translate_path(urlsplit(self.path).path))
        if not path.is_file():
            return self.send_error(404)
        body = path.read_bytes()
        packed = path.suffix in (".html", ".js", ".css", ".json", ".svg")
        body = gzip.compress(body, 6) if packed else body
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        Handler.sent += len(body) + sum(map(len, self._headers_buffer)) + 2
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def serve(folder):
    server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *parts: Handler(*parts, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def fetched():
    """Bytes over the wire since last asked, headers and all; of worker threads too."""
    time.sleep(0.05)
    sent, Handler.sent = Handler.sent, 0
    return sent


def place(found, right):
    plain = [unquote(urlsplit(address).path).lstrip("./").replace(".html", "") for address in found]
    rights = {address.split("#")[0] for address in right}
    # Two entries of one page count as one.
    order = list(dict.fromkeys(plain))
    return next((number for number, address in enumerate(order) if address in rights), None)


class Program:
    def __init__(self, name, browser, root, page, script=None):
        self.name, self.browser, self.root, self.page, self.script = name, browser, root, page, script

    def open(self, slow):
        self.browser.driver.execute_cdp_cmd("Network.enable", {})
        self.browser.driver.execute_cdp_cmd("Network.clearBrowserCache", {})
        self.browser.driver.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": slow})
        self.browser.open("about:blank")
        fetched()
        self.browser.open(self.root + self.page)
        if self.script:
            self.browser.run(self.script)
        while not self.script and not self.browser.run("return window.ready === true"):
            time.sleep(0.02)

    def busy(self, query):
        """Milliseconds of the page's own thread on a processor, which no other program's work makes longer."""
        before = self.task_time()
        self.browser.driver.execute_async_script(ASK_ONCE, query)
        return 1000 * (self.task_time() - before)

    def task_time(self):
        metrics = self.browser.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
        return next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")

    def ask(self, query):
        return self.browser.driver.execute_async_script(ASK, query)


def judge(program, queries, slow, misses):
    first_bytes = []
    for _, query, _ in queries[:: max(1, len(queries) // 12)]:
        program.open(1)
        program.ask(query)
        first_bytes.append(fetched())
    program.open(slow)
    rows, next_bytes, times, again = {}, [], [], []
    for number, (kind, query, right) in enumerate(queries):
        answer = program.ask(query)
        size = fetched()
        if number:
            next_bytes.append(size)
            times.append(answer["first"])
            again.append(answer["again"])
        where = place(answer["found"], right.split())
        row = rows.setdefault(kind, [0, 0, 0])
        row[0] += 1
        row[1] += where == 0
        row[2] += where is not None and where < 3
        if misses and (where is None or where > 2):
            print(f"  {program.name} {kind}: {query} → {answer['found'][:3]}", file=sys.stderr)
    program.open(1)
    program.browser.driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    busy = [slow * program.busy(query) for _, query, _ in queries]
    busy_again = [slow * program.busy(query) for _, query, _ in queries]
    program.browser.driver.execute_cdp_cmd("Performance.disable", {})
    return rows, first_bytes, next_bytes, times, again, busy[1:], busy_again


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--slow", type=float, default=4)
    parser.add_argument("--without-pagefind", action="store_true")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    lines = options.queries.read_text("utf-8").splitlines()
    queries = [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
    browser = Browser()
    browser.driver.set_script_timeout(120)
    programs = [Program("ours", browser, serve(options.site), "sok/index.html", OURS)]
    with tempfile.TemporaryDirectory(dir="/dev/shm") as temporary:
        if not options.without_pagefind:
            copy = Path(temporary) / "site"
            shutil.copytree(options.site, copy, ignore=shutil.ignore_patterns(*UNSOUGHT))
            start = time.time()
            subprocess.run([sys.executable, "-m", "pagefind", "--site", copy, "--root-selector", "main", "--silent"], check=True)
            print(f"Pagefind indexed in {time.time() - start:.2f} s")
            (copy / "find.html").write_text(PAGEFIND_PAGE, "utf-8")
            programs.append(Program("Pagefind", browser, serve(copy), "find.html"))
        results = {program.name: judge(program, queries, options.slow, options.misses) for program in programs}
    browser.quit()
    names = list(results)
    print("| class | queries | " + " | ".join(f"{name}: first | {name}: top 3" for name in names) + " |")
    print("| --- | --: |" + " --: | --: |" * len(names))
    kinds = list(results[names[0]][0])
    for kind in [*kinds, "all"]:
        cells = []
        for name in names:
            rows = results[name][0]
            total = [sum(row[i] for row in rows.values()) for i in range(3)] if kind == "all" else rows[kind]
            cells += [f"{100 * total[1] / total[0]:.0f} %", f"{100 * total[2] / total[0]:.0f} %"]
        print(f"| {kind} | {total[0]} | " + " | ".join(cells) + " |")
    for name in names:
        _, first, later, times, again, busy, busy_again = results[name]
        p95 = lambda values: sorted(values)[int(0.95 * len(values))]  # noqa: E731
        print(
            f"{name}: first search {max(first) / 1000:.0f} kB at most, next {max(later) / 1000:.1f} kB at most "
            f"({statistics.median(later) / 1000:.1f} median); answer at {options.slow:g}× slower CPU "
            f"{statistics.median(times):.0f} ms median, {p95(times):.0f} ms p95 with what it fetches; "
            f"{statistics.median(again):.0f} and {p95(again):.0f} ms when that is there; of that on the processor "
            f"{statistics.median(busy):.0f} and {p95(busy):.0f} ms, {statistics.median(busy_again):.0f} and {p95(busy_again):.0f} ms"
        )


if __name__ == "__main__":
    main()
