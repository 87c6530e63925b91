#!/usr/bin/env python3
"""Attacks what `rutin stats all` publishes of a folder of exports; shares no code with the program.

    attack_site.py DATA AS-OF [--content DIR] [--rutin PROGRAM]

The reader sees all months, half-years and all months together, and knows the register: units in providers day by day, chains,
which units were closed. Beyond the relations of attack.py the reader knows that visits have clients and staff, and that who is
shared between two units in a month is shared in the half-year. Exit status 1 when something is narrowed or a ratio breaks a rule.
"""
from __future__ import annotations

import argparse
import csv
import io
import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import numpy as np

import attack
import measures
from attack import ADDITIVE, BASE, INF, JOBS, LOCKS, NUMERATOR

OWN = """- {id: K1, namn: Lås och app, data: besok, täljare: {startregistrering: [Lås, App]}}
- {id: K2, namn: I efterhand, data: besok, täljare: {startregistrering: Efterhand}, nämnare: {}}
- {id: K3, namn: Registrerar i efterhand, data: besok, räkna: medarbetare, täljare: {startregistrering: Efterhand}, nämnare: {}}
- {id: K4, namn: Registrerar aldrig digitalt, data: besok, räkna: medarbetare, utan: {startregistrering: [Lås, NFC, App]}}
- {id: K5, namn: Brukare med app, data: besok, räkna: brukare, täljare: {startregistrering: App}, nämnare: {}}
- {id: K6, namn: Rader med lås eller NFC, data: besok, räkna: rader, täljare: {startregistrering: [Lås, NFC]}}
- {id: K7, namn: Rader, data: besok, räkna: rader}
- {id: K8, namn: Använder lås, data: besok, räkna: medarbetare, täljare: {startregistrering: Lås}, nämnare: {}}
- {id: K9, namn: Larmbrukare med app, data: besok, räkna: brukare, täljare: {startregistrering: App, besökstyp: Larm}}
- {id: KB, namn: Montering och service, data: monteringar, täljare: {typ: [Montering, Service]}, nämnare: {}}
- {id: KC, namn: Batterier i ordning, data: las, täljare: {batteri: OK}, nämnare: {}}
- {id: KE, namn: Extra, data: besok, täljare: {startregistrering: [Lås, NFC], besökstyp: Extra}, nämnare: {besökstyp: Extra}}
- {id: KJ, namn: Uppdrag, data: monteringar}
- {id: KL, namn: Larm, data: besok, täljare: {startregistrering: [Lås, NFC], besökstyp: Larm}, nämnare: {besökstyp: Larm}}
- {id: KP, namn: Planerat, data: besok, täljare: {startregistrering: [Lås, NFC], besökstyp: Planerat}, nämnare: {besökstyp: Planerat}}
- {id: KX, namn: Planerat digitalt, data: besok, täljare: {startregistrering: [Lås, NFC], besökstyp: Planerat}, nämnare: {}}
"""  # a municipality's own measures, in content/measures; what a reader knows of them is in Site.own
OWN_BASE = {"K2": "V1.visits", "K3": "V5.base", "K4": "V5.base", "K5": "L2.base", "K8": "V5.base", "KB": "KJ", "KC": "KC.base",
            "KE": "KE.base", "KL": "KL.base", "KP": "KP.base", "KX": "V1.visits"}
UNIONS = ("V5.base", "V5.num", "V3.base", "L2.base", "L2.num", "K3", "K5", "K8", "K9")
AT_MOST = {"V3.num": "V3.base", "V5.rest": "V5.base", "L2.rest": "L2.base", "K3.rest": "V5.base", "K5.rest": "L2.base",
           "K8.rest": "V5.base"}  # with what holds them where a part is split
LOCK, NFC, APP, LATE, UNKNOWN = range(5)
DIGITAL, ALL = (LOCK, NFC), tuple(range(5))
TYPES = ("Planerat", "Larm", "Extra")
# what each count of visits, or of rows, is the sum of: registrations, types, lockable
VISIT_SUMS = {
    "V1.visits": (ALL, TYPES, (0, 1)), "V1.num": (DIGITAL, TYPES, (0, 1)), "V1.base": (ALL[:4], TYPES, (0, 1)),
    "V4.num": (ALL[:3], TYPES, (0, 1)), "V2.base": (ALL, TYPES, (1,)), "V2.num": ((LOCK,), TYPES, (1,)),
    "K1": ((LOCK, APP), TYPES, (0, 1)), "K2": ((LATE,), TYPES, (0, 1)), "KE": (DIGITAL, ("Extra",), (0, 1)),
    "KL": (DIGITAL, ("Larm",), (0, 1)), "KP": (DIGITAL, ("Planerat",), (0, 1)), "KX": (DIGITAL, ("Planerat",), (0, 1)),
    "KE.base": (ALL, ("Extra",), (0, 1)), "KL.base": (ALL, ("Larm",), (0, 1)), "KP.base": (ALL, ("Planerat",), (0, 1)),
    **{f"V1.{name}": ((code,), TYPES, (0, 1)) for code, name in enumerate(("las", "nfc", "app", "efterhand", "okand"))}}
ROW_SUMS = {"K6": (DIGITAL, TYPES, (0, 1)), "K7": (ALL, TYPES, (0, 1))}
# at most as many clients as visits, or staff as rows, that the last less the one before it has (None: nobody)
VISITS_OF_CLIENTS = [
    (None, "L2.base", (ALL, TYPES, (0, 1))), (None, "L2.num", (ALL, TYPES, (1,))), ("L2.num", "L2.base", (ALL, TYPES, (0,))),
    (None, "K5", ((APP,), TYPES, (0, 1))), (None, "K9", ((APP,), ("Larm",), (0, 1))),
    ("K9", "K5", ((APP,), ("Planerat", "Extra"), (0, 1))),
    ("K5", "L2.base", ((LOCK, NFC, LATE, UNKNOWN), TYPES, (0, 1)))]
ROWS_OF_STAFF = [
    (None, "V5.base", (ALL, TYPES, (0, 1))), (None, "V5.num", (ALL[:3], TYPES, (0, 1))), (None, "V3.base", (ALL, TYPES, (1,))),
    (None, "K3", ((LATE,), TYPES, (0, 1))), (None, "K8", ((LOCK,), TYPES, (0, 1))), ("K8", "V5.num", ((NFC, APP), TYPES, (0, 1))),
    ("V5.num", "V5.base", ((LATE, UNKNOWN), TYPES, (0, 1))), (None, "V3.num", (ALL[1:], TYPES, (1,)))]
JOB_COUNTS = JOBS + ["M2.montering", "M2.nedmontering"]
LOCK_COUNTS = LOCKS + ["L1.portlas", "L1.nyckelgomma"]


class Site(attack.Table):
    """The cells of all periods with what is seen of them, and what the reader knows."""

    def __init__(self, raw, shown, data):
        self.seen, self.truth, self.rows, self.low, self.high = {}, {}, [], [], []
        self.values, self.implied, self.plain = {}, [], {}
        self.own_measures = {key[0] for key in raw if key[0][0] == "K"}
        self.data = data
        for key, (num, den, value) in raw.items():
            self.read(key, num, den, value, shown[key])
        self.structure()

    def read(self, key, num, den, value, shown):
        measure, *place = key
        place = tuple(place)
        seen_num, seen_den, seen_value, mark = shown
        if measure[0] in "DP" or measure == "M1.reported":
            self.plain[key] = (num, den)
            return
        self.values[key] = seen_value

        def look(true, seen, few):
            if true == "" or seen != "":
                assert true == seen, f"another number than the true one: {key}"
                return int(true) if true else None
            return "few" if few else "withheld"

        name = NUMERATOR.get(measure, measure)
        if num != "":
            self.put((name,) + place, look(num, seen_num, mark == "few"), int(num))
        if measure in BASE:
            # the column `suppressed` is about the numerator: a small base looks like any other hidden one
            self.put((BASE[measure],) + place, look(den, seen_den, False), int(den))
        elif measure in OWN_BASE:
            self.put((OWN_BASE[measure],) + place, look(den, seen_den, False), int(den))
        elif den != "":
            self.plain[key] = (num, den)

    def put(self, key, seen, truth):
        known = self.seen.get(key)
        if isinstance(known, str) and seen != known:  # a base does not say that it is small; a measure may be withheld as a whole
            if known == "withheld":
                del self.seen[key]
            elif seen == "withheld":
                seen = known
        elif seen == "withheld" and known is not None:
            seen = known
        super().put(key, seen, truth)

    # -- what the reader knows ---------------------------------------------------------------------------------------

    def structure(self):
        data = self.data
        self.periods = sorted({p for *_, p in self.truth})
        self.months = [p for p in self.periods if len(p) == 7 and p[5] != "H"]
        self.span = {}
        for period in self.periods:
            if len(period) == 10:
                self.span[period] = None
            elif period[4:6] == "-H":
                self.span[period] = [m for m in measures.months_of_half_year(period)]
            elif "/" in period:
                self.span[period] = measures.months_between(
                    date.fromisoformat(period[:7] + "-01"), date.fromisoformat(period[8:] + "-01"))
            else:
                self.span[period] = [period]
        self.visit_periods = sorted({p for n, _, _, p in self.truth if n == "V1.visits"})
        visit_months = [p for p in self.visit_periods if p in self.months]
        for period in self.visit_periods:  # half-years hold only months that were delivered
            self.span[period] = [m for m in self.span[period] if m in visit_months]
        self.homes = defaultdict(set)  # (unit, month) -> providers
        self.on_day = {}
        days = {p: date.fromisoformat(p) for p in self.periods if len(p) == 10}
        for unit in data.units:
            for m in self.months:
                day, last = date.fromisoformat(m + "-01"), measures.last_day_of_month(m)
                while day <= last:
                    row = data.register_row(unit, day)
                    if row:
                        self.homes[unit, m].add(row["Utförar-ID"])
                    day += timedelta(days=1)
            for p, day in days.items():
                row = data.register_row(unit, day)
                if row:
                    self.on_day[unit, p] = row["Utförar-ID"]
        self.providers = sorted({row["Utförar-ID"] for row in data.rows["enheter"]})
        self.unit_chains = measures.chains(measures.unit_successors(data), data.units)
        self.provider_chains = measures.chains(measures.provider_successors(data), self.providers)
        self.groups = [("total", "ALLA")] + [("unit", u) for u in sorted(data.units)] + \
            [("provider", p) for p in self.providers] + [("unit_chain", c) for c in sorted(self.unit_chains)] + \
            [("provider_chain", c) for c in sorted(self.provider_chains)]
        self.memo = {}

    def atoms(self, group, period):
        """(unit, provider, month): what the group consists of in the period."""
        if (group, period) not in self.memo:
            kind, name = group
            found = set()
            for (unit, m), homes in self.homes.items():
                if m not in self.span[period]:
                    continue
                for home in homes:
                    if kind == "total" or kind == "unit" and unit == name or kind == "provider" and home == name \
                            or kind == "unit_chain" and unit in self.unit_chains[name] \
                            or kind == "provider_chain" and home in self.provider_chains[name]:
                        found.add((unit, home, m))
            self.memo[group, period] = frozenset(found)
        return self.memo[group, period]

    def parts(self, group, period):
        """Ways to cover a group by others in one period: lists of groups."""
        mine = self.atoms(group, period)
        if not mine or group[0] == "unit":
            return []
        units = [("unit", u) for u in sorted({a[0] for a in mine})]
        ways = [units]
        inside = [g for g in self.groups if g != group and g[0] not in ("unit", "total")
                  and self.atoms(g, period) and self.atoms(g, period) <= mine]
        providers = [g for g in inside if g[0] == "provider"]
        for first in [None] + [g for g in inside if g[0].endswith("chain")]:
            for also in (False, True):  # with the providers that fit beside it, or with units only
                way, left = [], set(mine)
                if first:
                    way.append(first)
                    left -= self.atoms(first, period)
                for other in sorted(inside, key=lambda g: -len(self.atoms(g, period))):
                    wanted = providers if also else [g for g in inside if g[0] == first[0]] if first else []
                    if other in wanted and self.atoms(other, period) <= left:
                        way.append(other)
                        left -= self.atoms(other, period)
                way += [("unit", u) for u in sorted({a[0] for a in left})]
                if way not in ways:
                    ways.append(way)
        return ways

    def known(self):
        self.rests()
        for group in self.groups:
            for period in self.visit_periods:
                place = group + (period,)
                if not self.atoms(group, period):  # the register says that there was nobody
                    for name in ["K4", "V3.num"] + list(VISIT_SUMS) + list(ROW_SUMS) + list(UNIONS):
                        if self.has((name,) + place):
                            assert self.truth[(name,) + place] == 0
                            self.relate([(1, (name,) + place)], 0, 0)
                attack.within(self, place)
                self.implications(place)
                self.own(place)
                self.over_groups(group, period)
            self.over_periods(group)
            for period in self.periods:
                if period not in self.visit_periods:
                    attack.within(self, group + (period,))
        self.pieces()
        self.overlaps()
        self.locks()
        self.jobs()
        self.own_jobs_and_locks()
        self.sums()

    def rests(self):
        for measure in NUMERATOR:
            for key in [k for k in self.seen if k[0] == NUMERATOR[measure]]:
                place = key[1:]
                base = (BASE[measure],) + place
                if base in self.truth:
                    rest = (measure + ".rest",) + place
                    self.truth[rest] = self.truth[base] - self.truth[key]
                    self.seen[rest] = "withheld"
                    self.relate([(1, base), (-1, key), (-1, rest)], 0, 0)

    def own(self, place):
        k = lambda *names: [(name,) + place for name in names]
        if not self.own_measures:
            return
        self.equal(k("K4"), k("V5.rest"))
        self.between(k("K3"), k("V5.base"))
        self.between(k("K8"), k("V5.num"))
        self.between(k("V3.base"), k("V3.num", "K8"))
        self.between(k("V3.num", "K8"), k("V5.base"))
        self.between(k("K9"), k("K5"))
        self.between(k("K5"), k("L2.base"))
        for measure in ("K2", "K3", "K5", "K8", "KE", "KL", "KP", "KX"):
            self.rest(measure, place)

    def rest(self, measure, place):
        top, base, rest = ((name,) + place for name in (measure, OWN_BASE[measure], measure + ".rest"))
        if self.has(top) and self.has(base):
            self.truth[rest], self.seen[rest] = self.truth[base] - self.truth[top], "withheld"
            self.relate([(1, base), (-1, top), (-1, rest)], 0, 0)

    def own_jobs_and_locks(self):
        for place in {key[1:] for key in self.truth if key[0] in ("KJ", "KC")}:
            k = lambda *names: [(name,) + place for name in names]
            self.rest("KB", place), self.rest("KC", place)
            if all(self.has(key) for key in k("KJ", *JOBS)):
                self.relate([(1, k("KJ")[0]), (-1, k("M1.montering")[0]), (-1, k("M1.nedmontering")[0]),
                             (1, k("M1.byte")[0]), (-1, k("M1.service")[0])], 0, 0)
                self.relate([(1, k("KB")[0]), (-1, k("M1.montering")[0]), (1, k("M1.byte")[0]), (-1, k("M1.service")[0])], 0, 0)
            for less, more in (("L3.ok", "KC"), ("L1", "KC.base"), ("L1.portlas", "KC.base"), ("KC", "KC.base")):
                self.between(k(less), k(more))
        for name in ("KC", "KC.base"):
            for day in [p for p in self.periods if len(p) == 10]:
                self.union((name, "total", "ALLA", day), [(name, "provider", p, day) for p in self.providers])
                for p in self.providers:
                    self.union((name, "provider", p, day),
                               [(name, "unit", u, day) for u in self.data.units if self.on_day.get((u, day)) == p])

    def sums(self):
        """Each count is the sum of the visits, or rows, of every kind in every unit, at every provider and month: these are guessed."""
        if not self.own_measures:
            return
        found = kinds_of_rows(self.data)
        kinds = [(way, kind, lock) for way in ALL for kind in TYPES for lock in (0, 1)]
        atoms = sorted({atom for group in self.groups for period in self.visit_periods for atom in self.atoms(group, period)})
        for atom in atoms:
            for kind in kinds:
                for name in ("visits.piece", "rows.piece"):
                    self.truth[name, atom, kind, ""], self.seen[name, atom, kind, ""] = found[name].get((atom, kind), 0), "withheld"
                self.relate([(1, ("rows.piece", atom, kind, "")), (-1, ("visits.piece", atom, kind, ""))], 0, INF)

        def pieces(name, group, period, chosen):
            return [(-1, (name, atom, kind, "")) for atom in self.atoms(group, period) for kind in itertools.product(*chosen)]

        for group in self.groups:
            for period in self.visit_periods:
                for sums, piece in ((VISIT_SUMS, "visits.piece"), (ROW_SUMS, "rows.piece")):
                    for name, chosen in sums.items():
                        if self.has((name, *group, period)):
                            self.relate([(1, (name, *group, period))] + pieces(piece, group, period, chosen), 0, 0)
                for owners, piece in ((VISITS_OF_CLIENTS, "visits.piece"), (ROWS_OF_STAFF, "rows.piece")):
                    for less, name, chosen in owners:
                        terms = [(1, (name, *group, period))] + [(-1, (less, *group, period))] * bool(less)
                        if all(self.has(key) for _, key in terms):
                            self.relate(terms + pieces(piece, group, period, chosen), -INF, 0)

    def implications(self, place):
        for cause, *effects in [("V1.visits", "L2.base", "V5.base"), ("V4.num", "V5.num"), ("V2.base", "L2.num", "V3.base"),
                                ("V2.num", "V3.rest"), ("L2.base", "V5.base"), ("V3.num", "V3.base")]:
            for effect in effects:
                if self.has((cause,) + place) and self.has((effect,) + place):
                    self.implied.append(((cause,) + place, (effect,) + place))

    def over_groups(self, group, period):
        whole = lambda name: (name, *group, period)
        mine = self.atoms(group, period)
        for other in self.groups:
            if other != group and self.atoms(other, period) and self.atoms(other, period) <= mine:
                for name in UNIONS + ("V3.rest",):
                    self.between([(name, *other, period)], [whole(name)])
        for way in self.parts(group, period):
            fit = all(self.atoms(g, period) <= mine for g in way)
            for name in UNIONS:
                self.between([whole(name)], [(name, *g, period) for g in way])
            for name, outer in AT_MOST.items():
                self.between([whole(name)], [(name if self.atoms(g, period) <= mine else outer, *g, period) for g in way])
            if fit and sum(len(self.atoms(g, period)) for g in way) == len(mine):
                for name in ADDITIVE:
                    self.equal([whole(name)], [(name, *g, period) for g in way])
            if not fit:  # the same way, month by month for the units that are shared
                keys = []
                for g in way:
                    theirs = self.atoms(g, period)
                    if theirs <= mine:
                        keys.append((g, period, True))
                    else:
                        for m in self.span[period]:
                            if self.atoms(g, m) & mine:
                                keys.append((g, m, self.atoms(g, m) <= mine))
                for name in UNIONS:
                    self.between([whole(name)], [(name, *g, p) for g, p, _ in keys])
                for name, outer in AT_MOST.items():
                    self.between([whole(name)], [(name if own else outer, *g, p) for g, p, own in keys])

    def over_periods(self, group):
        for period in self.visit_periods:
            mine = self.span[period]
            smaller = [p for p in self.visit_periods if p != period and set(self.span[p]) <= set(mine)]
            halves = [p for p in smaller if p[4:6] == "-H"]
            for parts in ([p for p in smaller if p in self.months], halves):
                if not parts or {m for p in parts for m in self.span[p]} != set(mine):
                    continue
                for name in ADDITIVE:
                    self.equal([(name, *group, period)], [(name, *group, p) for p in parts])
                for name in UNIONS:
                    self.union((name, *group, period), [(name, *group, p) for p in parts])
                for name in AT_MOST:
                    self.union((name, *group, period), [(name, *group, p) for p in parts], lower=False)
                self.union(("V3.rest", *group, period), [("V3.rest", *group, p) for p in parts], upper=False)

    def pieces(self):
        """Events of a unit that belongs to two providers in one month: what of them is whose."""
        names = [n for n in ADDITIVE + JOBS]
        for m in self.months:
            split = {u: self.homes[u, m] for u in self.data.units if len(self.homes[u, m]) > 1}
            if not split:
                continue
            for name in names:
                pieces = {}
                for unit, homes in split.items():
                    whole = (name, "unit", unit, m)
                    if not self.has(whole):
                        continue
                    for home in homes:
                        pieces[unit, home] = (name + ".piece", unit, home, m)
                    # the true split is not needed: the solver finds one
                    for home in homes:
                        self.truth[pieces[unit, home]] = None
                        self.seen[pieces[unit, home]] = "withheld"
                    self.relate([(1, whole)] + [(-1, pieces[unit, h]) for h in homes], 0, 0)
                for provider in self.providers:
                    whole = (name, "provider", provider, m)
                    theirs = [pieces[u, h] for u, h in pieces if h == provider]
                    if not theirs or not self.has(whole):
                        continue
                    own = [(name, "unit", u, m) for u in self.data.units if self.homes[u, m] == {provider}]
                    self.relate([(1, whole)] + [(-1, k) for k in theirs + [k for k in own if self.has(k)]], 0, 0)

    def overlaps(self):
        """Who is shared in a part is shared in the whole."""
        for group in self.groups:
            for long in self.visit_periods:
                for short in self.visit_periods:
                    if short == long or not set(self.span[short]) < set(self.span[long]):
                        continue
                    for way in self.parts(group, long):
                        now = [g for g in way if self.atoms(g, short)]
                        if not now or not all(self.atoms(g, short) <= self.atoms(group, short) for g in now) \
                                or set().union(*(self.atoms(g, short) for g in now)) != self.atoms(group, short) \
                                or sum(len(self.atoms(g, short)) for g in now) != len(self.atoms(group, short)):
                            continue
                        for name in UNIONS:
                            more = [(name, *g, long) for g in way] + [(name, *group, short)]
                            less = [(name, *g, short) for g in now] + [(name, *group, long)]
                            self.between(less, more)
        for small in self.groups:
            for large in self.groups:
                if small == large:
                    continue
                for long in self.visit_periods:
                    if len(self.span[long]) < 2 or not self.atoms(small, long) \
                            or not self.atoms(small, long) <= self.atoms(large, long):
                        continue
                    for parts in ([m for m in self.span[long]],
                                  [p for p in self.visit_periods if p[4:6] == "-H" and p != long
                                   and set(self.span[p]) <= set(self.span[long])]):
                        if not parts or {m for p in parts for m in self.span[p]} != set(self.span[long]):
                            continue
                        for name in UNIONS:
                            less = [(name, *small, p) for p in parts] + [(name, *large, long)]
                            more = [(name, *large, p) for p in parts] + [(name, *small, long)]
                            self.between(less, more)

    def locks(self):
        for day in [p for p in self.periods if len(p) == 10]:
            total = ("total", "ALLA", day)
            for name in LOCK_COUNTS:
                self.union((name,) + total, [(name, "provider", p, day) for p in self.providers])
                for p in self.providers:
                    self.union((name, "provider", p, day),
                               [(name, "unit", u, day) for u in self.data.units if self.on_day.get((u, day)) == p])

    def jobs(self):
        places = {(k, g) for n, k, g, _ in self.truth if n == "M1.montering"}
        for period in self.periods:
            span = self.span[period]
            if span is None:
                continue
            for name in JOBS:
                self.equal([(name, "total", "ALLA", period)], [(name, "provider", p, period) for p in self.providers])
                self.equal([(name, "total", "ALLA", period)], [(name, "unit", u, period) for u in self.data.units])
                for p in self.providers:
                    units = [u for u in self.data.units if any(p in self.homes[u, m] for m in span)]
                    if all(self.homes[u, m] <= {p} for u in units for m in span):
                        self.equal([(name, "provider", p, period)], [(name, "unit", u, period) for u in units])
            for kind, group in places:
                if len(span) < 2:
                    continue
                for name in JOBS:
                    self.equal([(name, kind, group, period)], [(name, kind, group, m) for m in span])
                for name in ("montering", "nedmontering"):
                    whole = ("M2." + name, kind, group, period)
                    if not self.has(whole):
                        continue
                    full = []
                    for m in span:
                        num, den = self.plain.get(("M1.reported", kind, group, m), ("0", "1"))
                        if num == den != "0" and measures.last_day_of_month(m) <= self.data.as_of:
                            full.append(("M1." + name, kind, group, m))
                    self.equal([whole], full)


def needs_of(site, behind):
    """(cell, the values one of which must be possible): ("<=", 1), (">=", 4), or ("away", 3)."""
    result = {}
    small = range(1, 5)
    for key, value in site.truth.items():
        name, place = key[0], key[1:]
        if value is None:
            continue
        if name in attack.PERSONS | {"K3", "K4", "K5", "K8", "K9"} and value in small:
            result[key] = "few"
        if name in LOCK_COUNTS + JOB_COUNTS + ["KB", "KB.rest", "KC", "KC.base", "KC.rest", "KJ"] and value in small:
            clients = site.truth.get(("L2.base",) + place[:2] + (place[2][:7] if len(place[2]) == 10 else place[2],))
            if clients is None or clients < 5:
                result[key] = "few"
        if name.endswith(".rest") and name not in ("KB.rest", "KC.rest") and value in small:
            result[key] = "few"
        if name in [NUMERATOR.get(ratio, ratio) for ratio in RATIOS] and value in small:
            result[key] = "few"
    for measure in RATIOS:
        for key in [k for k in site.seen if k[0] == NUMERATOR.get(measure, measure)]:
            place, base = key[1:], site.truth[((BASE | OWN_BASE)[measure],) + key[1:]]
            inside, outside, persons = behind[measure].get(place, (0, 0, 0))
            if site.truth[key] > 4 and base - site.truth[key] not in small and (base < 20 or persons < 5 or inside in small or outside in small):
                result[key] = "away"
    return result


# the visits of which a ratio is counted, and those that it counts
RATIOS = {"V1": (VISIT_SUMS["V1.base"], VISIT_SUMS["V1.num"]), "V2": (VISIT_SUMS["V2.base"], VISIT_SUMS["V2.num"]),
          "V4": (VISIT_SUMS["V1.visits"], VISIT_SUMS["V4.num"]),
          **{name: (VISIT_SUMS[OWN_BASE[name]], VISIT_SUMS[name]) for name in ("K2", "KE", "KL", "KP", "KX")}}


def types_of_rows(data):
    """(visit, staff) -> Besökstyp."""
    result = {}
    for path in sorted(data.folder.iterdir(), key=lambda path: path.name.encode()):
        if measures.kind_of_file(path.name) == "besok":
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file, delimiter=";"):
                    result.setdefault((row["Besöks-ID"], row["Personalnr"]), row["Besökstyp"])
    return result


def kinds_of_rows(data):
    """piece -> (unit, provider, month), (registration, type, lockable) -> visits, or rows."""
    types = types_of_rows(data)
    performed = [row for row in data.rows["besok"] if row["Status"] == "Utfört"]
    result = {}
    for name, rows in (("visits.piece", measures.representative_rows(performed)), ("rows.piece", performed)):
        counts = result[name] = defaultdict(int)
        for row in rows:
            atom = row["Enhets-ID"], row["provider"], measures.month(row["Start"].date())
            kind = measures.BEST_FIRST.index(row["Startregistrering"]), types[row["Besöks-ID"], row["Personalnr"]], \
                int(row["lockable"])
            counts[atom, kind] += 1
    return result


def persons_behind(data):
    """measure -> place -> fewest of clients and staff in the numerator, in the complement, clients in the base.

    By visits: clients of the representative rows; staff of the representative rows, of all performed rows of these visits,
    and of the performed rows that themselves have the registration: the fewest of the three.
    """
    results = {measure: {} for measure in RATIOS}
    types = types_of_rows(data)
    performed = [row for row in data.rows["besok"] if row["Status"] == "Utfört"]
    heads = measures.representative_rows(performed)
    by_visit = defaultdict(set)
    for row in performed:
        by_visit[row["Besöks-ID"]].add(row["Personalnr"])
    unit_chains = measures.chains(measures.unit_successors(data), data.units)
    provider_chains = measures.chains(
        measures.provider_successors(data), {row["Utförar-ID"] for row in data.rows["enheter"]})
    all_months = [measures.month(row["Start"].date()) for row in data.rows["besok"]]
    every = f"{min(all_months)}/{max(all_months)}"

    def places(row):
        groups = [("total", "ALLA"), ("unit", row["Enhets-ID"]), ("provider", row["provider"])]
        groups += [("unit_chain", last) for last, members in unit_chains.items() if row["Enhets-ID"] in members]
        groups += [("provider_chain", last) for last, members in provider_chains.items() if row["provider"] in members]
        day = row["Start"].date()
        return [g + (p,) for g in groups for p in (measures.month(day), measures.half_year(day), every)]

    for measure, (base, part) in RATIOS.items():
        sets = defaultdict(lambda: [set() for _ in range(9)])
        for rows, isHead in ((heads, True), (performed, False)):
            for row in rows:
                seen = (measures.BEST_FIRST.index(row["Startregistrering"]), types[row["Besöks-ID"], row["Personalnr"]],
                        int(row["lockable"]))
                if not all(value in chosen for value, chosen in zip(seen, base)):
                    continue
                side = 0 if all(value in chosen for value, chosen in zip(seen, part)) else 1
                for place in places(row):
                    found = sets[place]
                    if isHead:
                        found[side].add(row["Brukarnr"])
                        found[2 + side].add(row["Personalnr"])
                        found[4 + side] |= by_visit[row["Besöks-ID"]]
                    else:
                        found[6 + side].add(row["Personalnr"])
        for place, found in sets.items():
            strict = [min(len(found[s]), len(found[4 + s]), len(found[6 + s]) or 99) for s in (0, 1)]
            results[measure][place] = (*strict, len(found[0] | found[1]))
    return results


def judge_ratios(site, behind, raw):
    """Shown ratios of visits that break rule 2."""
    broken = []
    for key in raw:
        measure, place = key[0], key[1:]
        if measure not in behind or site.values.get(key, "") == "":
            continue
        num, den = int(raw[key][0]), int(raw[key][1])
        inside, outside, persons = behind[measure].get(place, (0, 0, 0))
        if den < 20 or persons < 5 or num in range(1, 5) or den - num in range(1, 5) \
                or inside in range(1, 5) or outside in range(1, 5):
            broken.append((key, num, den, inside, outside, persons))
    return broken


def figures(rutin, data, as_of, content, raw, work):
    result = {}
    for period in ("month", "halfyear", "all"):
        command = [rutin, "stats", "all", "--data", data, "--content", content, "--as-of", as_of, "--work", work,
                   "--format", "csv", "--period", period, "--quiet"] + (["--raw"] if raw else [])
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode not in (0, 1):
            sys.exit(done.stderr)
        for row in csv.reader(io.StringIO(done.stdout)):
            if row[0] != "measure":
                key = tuple(row[:4])
                result[key] = row[4:] if not raw else row[4:7]
    return result


def attack_site(raw, shown, data_folder, as_of, limit=INF, say=print):
    data = measures.Data(data_folder, as_of)
    data.folder = data_folder
    measures.visits(data, measures.Results(), "month")  # sets each row's provider and whether it is lockable
    behind = persons_behind(data)
    site = Site(raw, shown, data)
    site.known()
    needs = needs_of(site, behind)
    hidden = sum(not isinstance(s, int) for k, s in site.seen.items() if not k[0].endswith((".rest", ".piece")))
    started = time.monotonic()
    leaks, count, solved = attack.narrowed(site, needs, np.random.default_rng(1), 60, limit)
    broken = judge_ratios(site, behind, raw)
    cells = sum(not k[0].endswith((".rest", ".piece")) for k in site.seen)
    ratios = sum(k[0] in behind and v != "" for k, v in site.values.items())
    say(f"{cells} cells, {hidden} hidden; {count} protected counts, {len(site.rows)} relations, {solved} integer programs in "
        f"{time.monotonic() - started:.0f} s: {len(leaks)} narrowed; {ratios} ratios of visits shown, {len(broken)} break a rule")
    for leak in leaks:
        say(f"narrowed {leak} true {site.truth[leak[0]]}")
    for ratio in broken:
        say(f"ratio {ratio}")
    return int(bool(leaks or broken))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("as_of")
    parser.add_argument("--content", default="/nonexistent")
    parser.add_argument("--rutin", default=os.environ.get("RUTIN", ".build/debug/rutin"))
    parser.add_argument("--limit", type=float, default=INF, help="seconds for the integer programs")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        raw = figures(options.rutin, options.data, options.as_of, options.content, True, work)
        shown = figures(options.rutin, options.data, options.as_of, options.content, False, work)
    sys.exit(attack_site(raw, shown, Path(options.data), date.fromisoformat(options.as_of), options.limit))


if __name__ == "__main__":
    main()
