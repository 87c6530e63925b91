#!/usr/bin/env python3
"""A content folder of ours as Hugo's: the same texts, with the names of the front matter's keys that Hugo knows.

    hugo_site.py CONTENT SITE
"""
import os
import re
import shutil
import sys
from pathlib import Path

import yaml

PEER = Path(__file__).parent / "peers/hugo"
KEYS = {"titel": "title", "beslutad av": "decidedby", "beslutad": "decided", "gäller till": "validto", "id": "id"}
LISTS = {"verksamhet": "areas", "ämnesord": "subjects"}


def converted(text: str, name: str) -> str:
    _, head, body = text.split("---\n", 2)
    facts = yaml.safe_load(head) or {}
    said = {KEYS[key]: str(value) for key, value in facts.items() if key in KEYS}
    said |= {LISTS[key]: value for key, value in facts.items() if key in LISTS}
    said["kinds"] = [facts.get("typ", "rutin")]
    if "source_file" in facts:
        # rutin finds these in the text; Hugo is told them.
        said["title"] = re.search(r"# RUTIN\n(.*)", body)[1]
        said["validto"] = re.search(r"gäller till: \[(\S+)", body)[1]
        said["decided"] = re.search(r"beslutades den: \[(\S+)\]", body)[1]
        said["areas"] = [facts["source_file"].split("/")[0]]
    owner = facts.get("ansvarig", "IT-funktionen")
    said |= {"owner": owner, "owners": [owner], "date": said.get("decided", "2026-01-01"), "slug": name}
    body = re.sub(r"\]\((rutin-\d+)\.md\)", r"](/routines/\1/)", body)
    return "---\n" + yaml.safe_dump(said, allow_unicode=True, sort_keys=False) + "---\n" + body


def main() -> None:
    content, site = Path(sys.argv[1]), Path(sys.argv[2])
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(PEER, site)
    target = site / "content/routines"
    target.mkdir(parents=True)
    for file in sorted(os.listdir(content / "routines")):
        text = (content / "routines" / file).read_text(encoding="utf-8")
        (target / file).write_text(converted(text, file.removesuffix(".md")), encoding="utf-8")
    (site / "content/register.md").write_text("---\ntitle: Register\nlayout: register\n---\n", encoding="utf-8")


main()
