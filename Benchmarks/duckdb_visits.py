#!/usr/bin/env python3
"""The peer: V1-V5 and L2 of a folder by DuckDB, tuned by hand, in the rows and the order of measures.md 10.

    duckdb_visits.py FOLDER OUTPUT.csv [THREADS]

It takes every row as valid (see generate_visits.py) and tests none: that favours it over a program that does. Tuned:
types are given, so that nothing is sniffed or cast twice; columns that are not needed are not read; texts become small
codes or 64-bit hashes at once; the choice of a visit's row is a minimum of one packed number; one table of rows is kept, and
all groups are rolled up from its sums by unit, provider, month and person, never from the rows again.
"""
from __future__ import annotations

import os
import sys

import duckdb

# (6) The key whose minimum is the representative row: registration, then Start in seconds, then reading order; 3 + 33 + 28 bits
VISITS = """
create temp table unit_code as
  select unit, row_number() over (order by unit)::usmallint as code from (select distinct "Enhets-ID" as unit from register);
create temp table holds as
  select code as unit, "Enhets-ID" as unit_id, dense_rank() over (order by "Utförar-ID")::usmallint as provider, "Utförar-ID" as provider_id,
    "Gäller från" as first, coalesce("Gäller till", date '9999-12-31') as last
  from register join unit_code on unit = "Enhets-ID";
create temp table connection as
  select "Brukarnr" as client, "Kopplat från" as first, coalesce("Kopplat till", date '9999-12-31') as last
  from lock
  where "Avläst" = (select max("Avläst") from lock) and "Låstyp" = 'Brukarlås' and "Brukarnr" is not null
    and "Kopplat från" is not null and ("Kopplat till" is not null or "Status" in ('Kopplat', 'Trasigt'));
create temp table span as  -- a client's connections without overlap, so that a visit meets at most one
  select client, min(first) as first, max(last) as last
  from (
    select *, sum(fresh) over (partition by client order by first, last) as island
    from (
      select *, (first > coalesce(max(last) over (partition by client order by first, last
        rows between unbounded preceding and 1 preceding), date '0001-01-01'))::int as fresh
      from connection
    )
  ) group by client, island;

create temp table performed as
  select hash("Besöks-ID") as visit, hash("Personalnr") as person, hash("Brukarnr") as client, h.unit as unit, h.provider as provider,
    (year(day) * 12 + month(day) - 1)::usmallint as month,
    case "Startregistrering" when 'Lås' then 0 when 'NFC' then 1 when 'App' then 2 when 'Efterhand' then 3 else 4 end::utinyint as way,
    (epoch_us("Start") // 1000000)::ubigint as seconds, s.client is not null as lockable
  from (
    select *, "Start"::date as day
    from read_csv({files}, delim = ';', header = true, auto_detect = false, quote = '"', escape = '"', nullstr = '',
      columns = {{'Besöks-ID': 'varchar', 'Personalnr': 'varchar', 'Enhets-ID': 'varchar', 'Brukarnr': 'varchar', 'Start': 'timestamp',
        'Slut': 'varchar', 'Startregistrering': 'varchar', 'Slutregistrering': 'varchar', 'Status': 'varchar', 'Besökstyp': 'varchar',
        'Dubbelbemanning': 'varchar'}}, timestampformat = '%Y-%m-%d %H:%M')
    where "Status" = 'Utfört'
  ) v
  join holds h on h.unit_id = "Enhets-ID" and day between h.first and h.last
  left join span s on s.client = "Brukarnr" and day between s.first and s.last;
"""

ROLLUP = """
create temp table member as  -- (4) which units and providers belong to which groups
  select 'total' as kind, 'ALLA' as name, unit, provider from (select distinct unit, provider from holds)
  union all select distinct 'unit', unit_id, unit, provider from holds
  union all select distinct 'provider', provider_id, unit, provider from holds
  union all select 'unit_chain', c.last, u.code, p.provider
    from chain c join unit_code u on u.unit = c.member join (select distinct unit, provider from holds) p on p.unit = u.code where c.kind = 'unit'
  union all select distinct 'provider_chain', c.last, h.unit, h.provider
    from chain c join holds h on h.provider_id = c.member where c.kind = 'provider';

create temp table by_client as  -- the visits of each client in a month and unit
  select unit, provider, month, client, count(*)::uinteger as visits,
    count(*) filter (way = 0)::uinteger as las, count(*) filter (way = 1)::uinteger as nfc, count(*) filter (way = 2)::uinteger as app,
    count(*) filter (way = 3)::uinteger as late, count(*) filter (lockable)::uinteger as lockable,
    count(*) filter (lockable and way = 0)::uinteger as lockable_las
  from performed semi join (
    select min((way::ubigint << 61) | (seconds << 28) | rowid::ubigint) & 268435455 as best from performed group by visit
  ) as chosen on performed.rowid = best
  group by all;
create temp table by_person as
  select unit, provider, month, person, bool_or(lockable) as lockable, bool_or(way = 0) as las, bool_or(way <= 2) as digital
  from performed group by all;

create temp table of_visits as
  select kind, name, month, sum(visits) as visits, sum(las) as las, sum(nfc) as nfc, sum(app) as app, sum(late) as late,
    sum(lockable) as lockable, sum(lockable_las) as lockable_las, count(*) as clients, count(*) filter (lockable > 0) as covered
  from (
    select kind, name, month, client, sum(visits) as visits, sum(las) as las, sum(nfc) as nfc, sum(app) as app, sum(late) as late,
      sum(lockable) as lockable, sum(lockable_las) as lockable_las
    from by_client join member using (unit, provider) group by all
  ) group by all;
create temp table of_staff as
  select kind, name, month, count(*) as staff, count(*) filter (lockable) as could, count(*) filter (lockable and not las) as did_not,
    count(*) filter (digital) as digital
  from (
    select kind, name, month, person, bool_or(lockable) as lockable, bool_or(las) as las, bool_or(digital) as digital
    from by_person join member using (unit, provider) group by all
  ) group by all;

create temp table cell as  -- every group and month, also without visits
  select g.kind, g.name, printf('%04d-%02d', (m.month // 12), (m.month % 12) + 1) as period,
    coalesce(visits, 0) as visits, coalesce(las, 0) as las, coalesce(nfc, 0) as nfc, coalesce(app, 0) as app, coalesce(late, 0) as late,
    coalesce(lockable, 0) as lockable, coalesce(lockable_las, 0) as lockable_las, coalesce(clients, 0) as clients, coalesce(covered, 0) as covered,
    coalesce(staff, 0) as staff, coalesce(could, 0) as could, coalesce(did_not, 0) as did_not, coalesce(digital, 0) as digital
  from (select distinct kind, name from member) g
  cross join (select unnest(range(min(month)::int, max(month)::int + 1)) as month from performed) m
  left join of_visits v on v.kind = g.kind and v.name = g.name and v.month = m.month
  left join of_staff s on s.kind = g.kind and s.name = g.name and s.month = m.month;

create temp table result as
  select f.measure, kind as group_kind, name as "group", period, f.n as numerator, f.d as denominator,
    case when f.d is null or f.measure = 'V3' and f.d > 0 then f.n::varchar when f.d = 0 then null
      when f.n % f.d = 0 then (f.n // f.d)::varchar else printf('%.10f', f.n / f.d) end as value
  from cell, unnest([
    {'measure': 'L2', 'n': covered, 'd': clients}, {'measure': 'V1', 'n': las + nfc, 'd': las + nfc + app + late},
    {'measure': 'V1.visits', 'n': visits, 'd': null}, {'measure': 'V1.las', 'n': las, 'd': null}, {'measure': 'V1.nfc', 'n': nfc, 'd': null},
    {'measure': 'V1.app', 'n': app, 'd': null}, {'measure': 'V1.efterhand', 'n': late, 'd': null},
    {'measure': 'V1.okand', 'n': visits - las - nfc - app - late, 'd': null}, {'measure': 'V2', 'n': lockable_las, 'd': lockable},
    {'measure': 'V3', 'n': did_not, 'd': could}, {'measure': 'V4', 'n': las + nfc + app, 'd': visits}, {'measure': 'V5', 'n': digital, 'd': staff}
  ]) as t(f);
"""

CSV = "delim = ';', header = true, all_varchar = false, nullstr = ''"


def chains(successors: dict[str, str]) -> list[tuple[str, str]]:
    """(3.2) last member and member; the generated register has no circles."""
    pairs = []
    for member in {*successors, *successors.values()}:
        last = member
        while last in successors:
            last = successors[last]
        pairs.append((last, member))
    return pairs


def main() -> None:
    folder, output = sys.argv[1], sys.argv[2]
    files = sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.startswith("besok"))
    base = duckdb.connect()
    base.execute(f"set threads = {sys.argv[3] if len(sys.argv) > 3 else os.cpu_count()}")
    base.execute(f"create temp table register as from read_csv('{folder}/enheter.csv', {CSV}, types = {{'Gäller från': 'date', 'Gäller till': 'date'}})")
    base.execute(f"create temp table lock as from read_csv('{folder}/las.csv', {CSV}, types = {{'Kopplat från': 'date', 'Kopplat till': 'date', 'Avläst': 'date'}})")
    register = base.execute('select "Enhets-ID", "Utförar-ID", "Ersätter" from register').fetchall()
    units = {replaces: unit for unit, _, replaces in register if replaces}
    provider_of = {unit: provider for unit, provider, _ in register}
    providers = {}
    for provider in set(provider_of.values()):
        own = {unit for unit, of, _ in register if of == provider}
        if own <= units.keys() and len({provider_of[units[unit]] for unit in own}) == 1:
            providers[provider] = provider_of[units[next(iter(own))]]
    base.execute("create temp table chain (kind varchar, last varchar, member varchar)")
    base.executemany(
        "insert into chain values (?, ?, ?)",
        [("unit", *pair) for pair in chains(units)] + [("provider", *pair) for pair in chains(providers)],
    )
    base.execute(VISITS.format(files=files))
    base.execute(ROLLUP)
    base.execute(f"copy (from result order by measure, group_kind, \"group\", period) to '{output}' (header, delimiter ',')")


if __name__ == "__main__":
    main()
