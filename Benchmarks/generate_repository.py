#!/usr/bin/env python3
"""Makes a repository of N commits on M routines with git fast-import: generate_repository.py FOLDER [N] [M]."""

import random
import subprocess
import sys


def text(number: int, edition: int) -> str:
    words = random.Random(number * 1000 + edition)
    body = "\n\n".join(
        f"## Avsnitt {section}\n\n"
        + " ".join(words.choice(["nyckel", "telefon", "lås", "larm", "kvittens", "jour"]) for _ in range(80))
        + "."
        for section in range(6)
    )
    return (
        f"---\ntitel: Rutin {number}\nid: EK-{number}\nutgåva: {edition + 1}\n"
        f"beslutad: {2010 + edition}-01-01\ngäller till: {2014 + edition}-12-31\n---\n\n{body}\n"
    )


def main(folder: str, commits: int = 2000, routines: int = 300) -> None:
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
    stream = []
    for commit in range(commits):
        number, edition = (commit, 0) if commit < routines else (commit % routines, commit // routines)
        data = text(number, edition).encode()
        stream.append(
            b"commit refs/heads/main\ncommitter Ekvik <ekvik@example.invalid> %d +0000\ndata 1\n.\n"
            % (1262304000 + commit * 200000)
        )
        path = f"content/routines/omrade-{number % 6}/rutin-{number}.md".encode()
        stream.append(b"M 644 inline %s\ndata %d\n%s\n" % (path, len(data), data))
    subprocess.run(["git", "-C", folder, "fast-import", "--quiet"], input=b"".join(stream), check=True)
    subprocess.run(["git", "-C", folder, "reset", "-q", "--hard"], check=True)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
