"""From a web server with the strictest policy, from a sub-folder, from a file share; and how much and how soon."""

import gzip
import re
import subprocess
import xml.etree.ElementTree as XML

import pytest

from site_server import headers


def policy(text):
    """Directives of a content security policy."""
    return {part.split()[0]: part.split()[1:] for part in text.split(";") if part.strip()}


# Headers


def test_the_three_servers_and_the_pages_have_one_policy(site):
    apache = headers((site.root / ".htaccess").read_text("utf-8"))
    nginx = dict(re.findall(r'add_header (\S+) "([^"]+)" always;', (site.root / "nginx.conf").read_text("utf-8")))
    iis = {
        header.get("name"): header.get("value")
        for header in XML.parse(site.root / "web.config").getroot().find("system.webServer").iter("add")
        if header.get("name")
    }
    assert apache == nginx == iis
    sent = policy(apache["Content-Security-Policy"])
    assert sent["default-src"] == ["'none'"]
    assert all(sources in (["'self'"], ["'none'"]) for sources in sent.values())
    # A page cannot say who may frame it; everything else it says itself, for file shares.
    assert sent.pop("frame-ancestors") == ["'none'"]
    for path in site.paths:
        text = (site.root / path).read_text("utf-8")
        meta = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text).group(1)
        assert policy(meta) == sent, path


# What may stand in each element, and its attributes, as the IIS configuration reference has them: no IIS is at hand here.
IIS = {
    "configuration": ({"system.webServer", "location"}, {}),
    "location": ({"system.webServer"}, {"path": r"[\w/]+"}),
    "system.webServer": ({"httpProtocol", "staticContent", "defaultDocument"}, {}),
    "httpProtocol": ({"customHeaders"}, {}),
    "customHeaders": ({"add", "remove"}, {}),
    "customHeaders/add": (set(), {"name": r"[\w-]+", "value": r"[^\r\n]+"}),
    "customHeaders/remove": (set(), {"name": r"[\w-]+"}),
    "staticContent": ({"clientCache", "remove", "mimeMap"}, {}),
    "clientCache": (
        set(),
        {"cacheControlMode": "NoControl|DisableCache|UseMaxAge|UseExpires", "cacheControlMaxAge": r"\d+\.\d\d:\d\d:\d\d"},
    ),
    "staticContent/remove": (set(), {"fileExtension": r"\.\w+"}),
    "mimeMap": (set(), {"fileExtension": r"\.\w+", "mimeType": r"[\w-]+/[\w-]+(; charset=utf-8)?"}),
    "defaultDocument": ({"files"}, {}),
    "files": ({"clear", "add"}, {}),
    "files/clear": (set(), {}),
    "files/add": (set(), {"value": r"[\w.]+"}),
}


def test_the_file_for_iis_has_only_what_iis_knows(site):
    root = XML.parse(site.root / "web.config").getroot()
    assert root.tag == "configuration"
    waiting, faults = [(root, "")], []
    while waiting:
        element, above = waiting.pop()
        children, attributes = IIS.get(f"{above}/{element.tag}") or IIS[element.tag]
        faults += [f"{element.tag}/{child.tag}" for child in element if child.tag not in children]
        faults += [
            f"{element.tag} {name}={value}"
            for name, value in element.attrib.items()
            if not re.fullmatch(attributes.get(name, "$."), value)
        ]
        waiting += [(child, element.tag) for child in element]
    assert faults == []
    # A kind of file that IIS knows already must be removed before it is added, else it answers with error 500.19.
    for content in root.iter("staticContent"):
        parts = [(part.tag, part.get("fileExtension")) for part in content if part.tag != "clientCache"]
        assert parts == [part for _, kind in parts[::2] for part in (("remove", kind), ("mimeMap", kind))]
    for location in root.iter("location"):
        assert (site.root / location.get("path")).is_dir()


def test_no_page_breaks_the_policy_from_a_subfolder_of_a_server(server, browser):
    """The browser fixture fails on anything in the console; the server answers nothing outside its folder."""
    browser.requested()
    for path in server.site.paths:
        browser.open(server.url(path))
    asked = [url for url in browser.requested() if url != "about:blank"]
    assert len(asked) > len(server.site.paths)
    assert [url for url in asked if not url.startswith(server.url(""))] == []


def test_the_policy_is_what_stops_inline_code(server, browser):
    """The policy is in force: the runs above could otherwise not fail."""
    browser.open(server.url("index.html"))
    browser.run(
        "const script = document.createElement('script'); script.textContent = 'window.ran = 1'; document.body.append(script);"
        "document.body.setAttribute('style', 'color: red');"
    )
    assert browser.run("return window.ran") is None
    complaints = "\n".join(browser.complaints())
    assert "inline script violates" in complaints and "inline style violates" in complaints


def test_every_page_works_from_a_file_share(site, browser):
    browser.requested()
    for path in site.paths:
        browser.open(site.url(path))
        assert browser.run("return document.styleSheets.length") >= 2, path
    asked = [url for url in browser.requested() if url != "about:blank"]
    assert [url for url in asked if not url.startswith(site.root.as_uri() + "/")] == []


# Packed copies


def test_packed_copies_hold_the_same_bytes(server):
    root = server.site.root
    for ending, unpack in ((".gz", gzip.decompress), (".br", brotli)):
        packed = sorted(root.rglob("*" + ending))
        assert {file.name.split(".")[-2] for file in packed} >= {"html", "css", "js", "svg"}
        # One program is started for each file that brotli unpacks.
        for file in packed[:: 1 if ending == ".gz" else 12]:
            original = file.with_suffix("").read_bytes()
            assert unpack(file.read_bytes()) == original, file
            assert file.stat().st_size < len(original)


def brotli(data):
    return subprocess.run(["brotli", "-dc"], input=data, capture_output=True, check=True).stdout


def test_style_sheets_and_scripts_are_named_by_their_content(site):
    names = [file.name for folder in ("css", "js") for file in (site.root / "assets" / folder).iterdir()]
    assert names and all(re.fullmatch(r"[\w-]+\.[0-9a-z]{13}\.(css|js)", name) for name in names)


# How much and how soon


@pytest.fixture
def phone(browser):
    """A processor four times slower, 1.6 Mbit/s and 150 ms there and back, nothing kept from before."""
    command = browser.driver.execute_cdp_cmd
    network = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
    browser.look(width=360, height=740)
    command("Network.enable", {})
    command("Network.setCacheDisabled", {"cacheDisabled": True})
    command("Network.emulateNetworkConditions", network)
    command("Emulation.setCPUThrottlingRate", {"rate": 4})
    yield browser
    command("Emulation.setCPUThrottlingRate", {"rate": 1})
    command("Network.emulateNetworkConditions", network | {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})
    command("Network.setCacheDisabled", {"cacheDisabled": False})


MEASURES = """
    const done = arguments[0];
    let shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
    }).observe({type: "layout-shift", buffered: true});
    setTimeout(() => {
      const fetched = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
      const paint = performance.getEntriesByName("first-contentful-paint")[0];
      done({bytes: fetched.reduce((sum, entry) => sum + entry.transferSize, 0), paint: paint.startTime, shift});
    }, 400);
"""


def test_a_page_is_light_and_lies_still_on_a_phone(server, phone, record_property):
    """At most 60 kB over the wire in all, no shift to speak of; the time is printed, and only bounded here."""
    found = {}
    for path in server.site.samples():
        phone.open(server.url(path))
        found[path] = phone.driver.execute_async_script(MEASURES)
    for path, measured in found.items():
        print(f"{path}: {measured['bytes']} B, {measured['paint']:.0f} ms, shift {measured['shift']:.4f}")
    routines = {path: measured for path, measured in found.items() if server.site.kind(path) == "routine"}
    record_property("slowest first paint, ms", max(measured["paint"] for measured in routines.values()))
    assert {path: measured for path, measured in routines.items() if measured["bytes"] > 60_000} == {}
    assert {p: measured for p, measured in found.items() if measured["shift"] >= 0.02} == {}
    assert sorted(measured["paint"] for measured in routines.values())[len(routines) // 2] < 3_000


@pytest.mark.parametrize("address", ["sok/index.html?q=telefon", "register.html?omrade=larmgrupp", "nytt.html"])
def test_what_scripts_fill_or_leave_out_moves_nothing(address, server, phone):
    """Also for a reader who comes back, with a role of their own and changes that they have not seen."""
    phone.open(server.url("nytt.html"))
    phone.run(
        "const kept = JSON.parse(localStorage.getItem('rutin:news:read'));"
        "localStorage.setItem('rutin:news:read', JSON.stringify(kept.slice(2)));"
        "localStorage.setItem('rutin:news:role', '\"montor\"');"
    )
    phone.open(server.url(address))
    assert phone.driver.execute_async_script(MEASURES)["shift"] < 0.02
    phone.forget(server.origin)
