"""Attacks what the program publishes of small municipalities, one of them with measures of its own.

The program is named by the environment variable RUTIN, else .build/debug/rutin. Counts that the solver could not decide in its
time are no failure here; `attack_site.py` without a limit decides them.
"""
import os
import tempfile
from datetime import date
from pathlib import Path

import pytest

import attack_site
import random_municipality
import two_units

ROOT = Path(__file__).resolve().parents[2]
RUTIN = os.environ.get("RUTIN", str(ROOT / ".build/debug/rutin"))


def attack(own, write, limit):
    """What the attack says of the data that `write` makes, published with some of the attacked measures."""
    with tempfile.TemporaryDirectory() as folder:
        data, content = Path(folder) / "data", Path(folder) / "content"
        write(data)
        (content / "measures").mkdir(parents=True)
        lines = [line for line in attack_site.OWN.splitlines() if line[7:9] in own.split()]
        assert len(lines) == len(own.split())
        (content / "measures/own.yaml").write_text("\n".join(lines), encoding="utf-8")
        work, as_of = str(Path(folder) / "work"), random_municipality.AS_OF
        raw, shown = (attack_site.figures(RUTIN, str(data), as_of, str(content), is_raw, work) for is_raw in (True, False))
        said = []
        attack_site.attack_site(raw, shown, data, date.fromisoformat(as_of), limit, said.append)
        assert any(row[3] in ("few", "withheld") for row in shown.values()), "nothing hidden: nothing attacked"
        return said


@pytest.mark.parametrize("seed, rows, own", [
    (11, 1500, ""), (12, 1500, "K1 K2 K3 K4 K5"), (13, 1500, "K6 K7 K8"), (12, 1500, "KE KL KP KX"), (13, 1500, "K5 K9 KB KC KJ")])
def test_nothing_published_can_be_narrowed(seed, rows, own):
    said = attack(own, lambda data: random_municipality.write(seed, data, rows, units=(3, 5), months=4), 15)
    leaks = [line for line in said if line.startswith(("narrowed", "ratio")) and "'undecided'" not in line]
    assert not leaks, "\n".join([said[0], *leaks])


@pytest.mark.parametrize("case, own", [
    ("types", "KE KL KP"), ("rows", "K6 K7"), ("users", "K8"), ("clients", "K9"), ("rest", "KX"), ("jobs", "KB KJ")])
def test_an_own_measure_tells_nothing_of_what_is_protected(case, own):
    said = attack(own, lambda data: two_units.write(case, data), 60)
    assert len(said) == 1, "\n".join(said)
