"""Exports that tests make: providers with as many visits, by lock and afterwards, as they say."""

HEAD = {
    "enheter": "Enhets-ID;Enhet;Utförar-ID;Utförare;Regi;Verksamhet;Telefonbehov;Vikarietelefoner;Gäller från;Gäller till;Ersätter;Alias",
    "besok": "Besöks-ID;Personalnr;Enhets-ID;Brukarnr;Start;Slut;Startregistrering;Slutregistrering;Status;Besökstyp;Dubbelbemanning",
    "telefoner": "Telefon-ID;Enhets-ID;Status;Typ;Registrerad;Kopplad;Senast använd;Appversion;Avläst",
}


def write(folder, name, lines):
    folder.mkdir(parents=True, exist_ok=True)
    kind = name.split("-")[0]
    (folder / f"{name}.csv").write_text("\n".join([HEAD[kind], *lines]) + "\n", "utf-8")


def register(folder, names):
    """Each provider with one unit of the same name."""
    lines = [
        f"E-{number:02};Enhet {name};U-{number:02};{name};Egen;Hemtjänst;4;1;2024-01-01;;;"
        for number, name in enumerate(names, 1)
    ]
    write(folder, "enheter", lines)


def visits(folder, month, counts):
    """Of each provider (by lock, afterwards): by lock through six of its staff, afterwards through one."""
    lines = []
    for number, (by_lock, afterwards) in enumerate(counts, 1):
        for visit in range(by_lock + afterwards):
            way = "Lås" if visit < by_lock else "Efterhand"
            staff = visit % 6 if visit < by_lock else 0
            start = f"{month}-{visit % 28 + 1:02} {visit % 13 + 7:02}:{visit % 60:02}"
            lines.append(
                f"B-{number}-{month}-{visit};P-{number}{staff};E-{number:02};K-{number}{visit % 17:02};{start};;{way};;Utfört;Planerat;Nej"
            )
    write(folder, f"besok-{month}", lines)


def phones(folder, count):
    lines = [
        f"T-{unit}-{number};E-{unit:02};Aktiv;Ordinarie;2025-01-01;Ja;2026-10-{20 if number else 1} 08:00;6.3;2026-10-31"
        for unit in range(1, count + 1)
        for number in range(4)
    ]
    write(folder, "telefoner-2026-10", lines)
