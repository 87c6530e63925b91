"""Exports of two units and one month, made so that one protected count hangs on a measure of the municipality's own."""
from random_municipality import JOBS, LAST, LOCKS, REGISTER, VISITS, put

UNITS = ("E-1", "E-2")


def write(case, folder):
    folder.mkdir(parents=True, exist_ok=True)
    put(folder / "enheter.csv", REGISTER, [f"{u};Enhet {u};U-{n};Utförare {n};Egen;Hemtjänst;;;2024-01-01;;;" for n, u in enumerate(UNITS)])
    visits, locks, jobs = [], [], []
    for unit in UNITS:
        few = unit == "E-1"
        for client in range(12):
            if case in ("types", "users"):
                locks.append(f"L-{unit}-{client};Brukarlås;{unit};K-{unit}-{client};Kopplat;2025-01-01;;OK;{LAST}")
        for way, kind, staff, clients in _visits(case, few):
            n, at = len(visits), len(visits) % 28 + 1
            visits.append(f"B-{n};P-{unit}-{staff};{unit};K-{unit}-{clients};2026-10-{at:02d} 08:00;;{way};{way};Utfört;{kind};Nej")
        if case == "jobs":
            jobs += [f"M-{unit}-{n};{'Service' if n < 10 else 'Montering'};2026-10-01;2026-10-05;Utfört;{unit};;" for n in range(12)]
    put(folder / "besok.csv", VISITS, visits)
    put(folder / "las.csv", LOCKS, locks)
    if jobs:
        put(folder / "monteringar.csv", JOBS, jobs)


def _visits(case, few):
    """Registration, type, staff and client of each visit."""
    late = ("App", "Efterhand")
    if case == "types":  # few alarms by lock or NFC
        yield from (("Lås" if n < (3 if few else 12) else "App", "Larm", n % 10, n % 12) for n in range(40))
        yield from (("NFC" if n % 2 else "Efterhand", "Planerat", n % 10, n % 12) for n in range(60))
        yield from (("Lås" if n % 2 else "Efterhand", "Extra", n % 10, n % 12) for n in range(60))
    elif case == "rows":  # few visits by lock
        yield from (("Lås" if n < (3 if few else 33) else late[n % 2], "Planerat", n % 10, n % 12) for n in range(100))
    elif case == "users":  # few who visit clients with locks do not use them
        users = 17 if few else 10
        yield from (("Lås" if p < users and not n % 2 else "NFC", "Planerat", p, (p + n) % 12) for p in range(20) for n in range(4))
        yield from ((late[n % 2], "Planerat", p, 500 + (p + n) % 12) for p in range(20, 30) for n in range(8))
    elif case == "clients":  # few visits by app
        yield from (("App" if n < (2 if few else 24) else ("Efterhand", "Lås")[n % 2], "Larm", n % 10, n % 12) for n in range(120))
    elif case == "rest":  # the visits left out are of two clients
        yield from (("Lås" if n % 2 else "NFC", "Planerat", n % 10, n % 12) for n in range(100))
        yield from (("Lås", "Larm", n % 10, n % 2) for n in range(12))
    elif case == "jobs":  # three clients
        yield from (("Lås" if n % 2 else "Efterhand", "Planerat", n % 10, n % 3) for n in range(60))
