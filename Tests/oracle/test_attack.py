"""The disclosure attack: RUTIN_ATTACK random tables of all kinds of relations, 40 unless told otherwise."""
import os
import re
import subprocess
import sys
from pathlib import Path

ORACLE = Path(__file__).parent


def attack(folder: Path, count: int, **more: str) -> tuple[int, int, int]:
    """Exit status of attack.py, tables attacked, and tables that gave a count away."""
    cases = folder / "cases.json"
    environment = os.environ | {"RUTIN_ATTACK_CASES": str(cases), "RUTIN_ATTACK_COUNT": str(count)} | more
    swift = ["swift", "test", "--skip-build", "--filter", "DisclosureAttackTests/writesCasesForTheOracle"]
    written = subprocess.run(swift, cwd=ORACLE.parent.parent, env=environment, capture_output=True, text=True)
    assert cases.is_file(), written.stdout + written.stderr
    run = subprocess.run([sys.executable, "-B", ORACLE / "attack.py", cases], capture_output=True, text=True)
    found = re.search(r"(\d+) tables, [1-9].* in (\d+) tables", run.stdout)
    assert found, run.stdout + run.stderr
    return run.returncode, int(found[1]), int(found[2])


def test_narrows_nothing(tmp_path: Path) -> None:
    count = int(os.environ.get("RUTIN_ATTACK", "40"))
    assert attack(tmp_path, count) == (0, count, 0)


def test_succeeds_without_secondary_suppression(tmp_path: Path) -> None:
    status, tables, leaking = attack(tmp_path, 6, RUTIN_ATTACK_OFF="1")
    assert status == 1 and tables == 6 and leaking > 2
