#!/usr/bin/env python3
"""Processor time of `rutin diff` on two invented texts of so many words, less that of two empty ones; the median of RUNS.

    measure_difference.py [WORDS [RUNS]]      with the release build, .build/release/rutin
"""
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile

PROGRAM = ".build/release/rutin"
SYLLABLES = "be do fo gå ha in ka lå ma nå om pa re så ta un va äl ör".split()


def word(rng):
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randrange(1, 4)))


def lines(rng, count):
    """Lines of ten to sixty words."""
    while count > 0:
        length = min(count, rng.randrange(10, 60))
        yield [word(rng) for _ in range(length)]
        count -= length


def edited(rng, line, percent):
    return [word(rng) if rng.randrange(100) < percent else old for old in line]


def text(lines):
    return "\n\n".join(" ".join(line) for line in lines) + "\n"


def seconds(old, new, runs, folder):
    paths = [os.path.join(folder, name) for name in ("old.md", "new.md")]
    for path, content in zip(paths, (old, new)):
        with open(path, "w", encoding="utf-8") as file:
            file.write(content)
    taken = []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([PROGRAM, "diff", *paths], stdout=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(taken)


def main():
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    rng = random.Random(1)
    old = list(lines(rng, words))
    pairs = {
        "one word in fifty rewritten": [edited(rng, line, 2) for line in old],
        "every third word rewritten": [edited(rng, line, 33) for line in old],
        "another text": list(lines(rng, words)),
        "one line, every third word": None,
    }
    with tempfile.TemporaryDirectory() as folder:
        empty = seconds("", "", runs, folder)
        for name, new in pairs.items():
            first = old if new else [sum(old, [])]
            taken = seconds(text(first), text(new or [edited(rng, first[0], 33)]), runs, folder) - empty
            print(f"{name}: {1000 * taken:.1f} ms")


main()
