"""A built site on disk: its pages by kind, and the links and anchors of each."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """Links, ids and fetched addresses of one page, as they are written."""

    FETCHED = {"img": "src", "script": "src", "link": "href", "source": "src", "iframe": "src"}

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.fetched, self.headings, self.inline = [], [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag == "form" and given.get("action"):
            self.links.append(given["action"])
        if given.get(self.FETCHED.get(tag)):
            self.fetched.append(given[self.FETCHED[tag]])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "style" or "style" in given or tag == "script" and "src" not in given:
            self.inline.append(self.get_starttag_text())
        self.inline += [name for name in given if name.startswith("on")]


class SiteFolder:
    FOLDERS = {
        "rutiner": "routine",
        "omraden": "list",
        "parmar": "binder",
        "amnen": "list",
        "typer": "list",
        "checklistor": "checklist",
        "roller": "role",
        "system": "system",
        "agare": "list",
        "sok": "search",
        "statistik": "dashboard",
        "statistik/utforare": "provider",
        "statistik/enheter": "unit",
    }
    NAMES = {
        "index.html": "start",
        "a-o.html": "letters",
        "om.html": "about",
        "kontakter.html": "contacts",
        "arkiv.html": "list",
        "register.html": "register",
        "nytt.html": "news",
        "tillganglighet.html": "statement",
    }

    # Dashboards that are made for each provider or unit.
    LISTS = {"statistik/utforare.html", "statistik/enheter.html"}

    def __init__(self, root):
        self.root = root
        self.paths = sorted(str(path.relative_to(root)) for path in root.rglob("*.html"))
        self.pages = {path: Page((root / path).read_text("utf-8")) for path in self.paths}

    def url(self, path):
        return (self.root / path).as_uri()

    def kind(self, path):
        folder, _, name = path.rpartition("/")
        if folder == "kalender":
            return "calendar"
        if folder == "utgavor":
            return "difference" if name.count("--") == 2 else "edition"
        if folder:
            is_list = name == "index.html" and folder != "sok" or path in self.LISTS
            return "directory" if is_list else self.FOLDERS[folder]
        return self.NAMES.get(path, "page")

    def state(self, path):
        found = re.search(r'data-state="(\w+)"', (self.root / path).read_text("utf-8"))
        return found.group(1) if found else ""

    def samples(self):
        """The largest page of each kind, and of routines one in each state."""
        chosen = {}
        for path in sorted(self.paths, key=self.size):
            chosen[self.kind(path)] = path
            if self.kind(path) == "routine":
                chosen.setdefault(self.state(path), path)
        return sorted(set(chosen.values()))

    def size(self, path):
        return (self.root / path).stat().st_size

    def target(self, path, address):
        """Where an address of the site's own leads, as (path, anchor); nil for one that leads out."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return None
        file = (self.root / path).parent / unquote(parts.path) if parts.path else self.root / path
        return file.resolve(), unquote(parts.fragment)
