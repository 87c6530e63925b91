#!/usr/bin/env python3
"""How long a built site's search takes to answer, and which functions take the time.

    answer_times.py SITE QUERIES [--slow 4] [--rounds 3] [--functions 12]

Each query is asked with its pieces already fetched, by a reader who has typed it; the answer stands when the page says
so. Told are milliseconds by the clock with the CPU slowed down, and on the page's own thread at full speed times --slow:
the latter is not made longer by what else the machine does. Needs what the browser tests need.
"""

import argparse
import os
import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Tests/browser"))
from browser import Browser  # noqa: E402
from compare import ASK_ONCE, OURS, serve  # noqa: E402

TIMED = """
const done = arguments[arguments.length - 1];
setTimeout(async () => {
  const start = performance.now();
  await find(arguments[0]);
  done(performance.now() - start);
}, 20);
"""


def task_time(driver):
    metrics = driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")


def told(name, values):
    values = sorted(values)
    p95 = values[int(0.95 * len(values))]
    return f"{name}: {statistics.median(values):.0f} ms median, {p95:.0f} p95, {values[-1]:.0f} at most"


def functions(driver, queries, count):
    """[(name, milliseconds of its own)] of all queries once, the dearest first."""
    driver.execute_cdp_cmd("Profiler.enable", {})
    driver.execute_cdp_cmd("Profiler.setSamplingInterval", {"interval": 100})
    driver.execute_cdp_cmd("Profiler.start", {})
    for query in queries:
        driver.execute_async_script(ASK_ONCE, query)
    profile = driver.execute_cdp_cmd("Profiler.stop", {})["profile"]
    names = {}
    for node in profile["nodes"]:
        frame = node["callFrame"]
        names[node["id"]] = f"{frame['functionName'] or '(anonymous)'} {Path(frame['url'].split('?')[0]).name}:{frame['lineNumber'] + 1}"
    spent = {}
    for node, microseconds in zip(profile["samples"], profile["timeDeltas"]):
        spent[names[node]] = spent.get(names[node], 0) + microseconds / 1000
    idle = ("(idle)", "(program)", "(root)")
    return sorted(((name, time) for name, time in spent.items() if not name.startswith(idle)), key=lambda pair: -pair[1])[:count]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--slow", type=float, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--functions", type=int, default=12)
    options = parser.parse_args()
    lines = options.queries.read_text("utf-8").splitlines()
    queries = [line.split("\t")[1] for line in lines if line and not line.startswith("#")]
    browser = Browser()
    driver = browser.driver
    driver.set_script_timeout(120)
    root = serve(options.site)
    for number in range(options.rounds):
        browser.open(root + "sok/index.html")
        browser.run(OURS)
        for query in queries:
            driver.execute_async_script(ASK_ONCE, query)
        driver.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": options.slow})
        clock = [driver.execute_async_script(TIMED, query) for query in queries]
        driver.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": 1})
        driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
        busy = []
        for query in queries:
            before = task_time(driver)
            driver.execute_async_script(ASK_ONCE, query)
            busy.append(1000 * options.slow * (task_time(driver) - before))
        driver.execute_cdp_cmd("Performance.disable", {})
        load = os.getloadavg()[0]
        print(f"round {number + 1}, load {load:.1f}; {told('by the clock', clock)}; {told('on the processor', busy)}")
    for name, time in functions(driver, queries, options.functions):
        print(f"{time:8.1f} ms {name}")
    browser.quit()


main()
