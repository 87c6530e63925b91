#!/usr/bin/env python3
"""Writes a content folder of N invented routines of about 4 kB: header facts, lists, tables, links.

Every fourth is a converted text with page marks and facts in its body, the others are tidy.
The same N and seed give the same bytes.

    generate_routines.py FOLDER N [SEED]
"""
import os
import random
import sys

SUBJECTS = "telefon LMO lås nyckel besök dokumentation larm vikarie inloggning sekretess NFC avvikelse".split()
AREAS = ["Hemtjänst", "Boendestöd", "Larmgrupp", "Mobila teamet", "Administration och IT"]
ROLES = ["Enhetschefen", "Medarbetaren", "IT-funktionen", "Koordinatorn", "Granskaren"]
VERBS = "kontrollera registrera dokumentera rapportera lämna hämta märka ladda låsa öppna beställa följa".split()
THINGS = (
    "arbetstelefonen besöket låsvredet nyckelgömman inloggningsdosan genomförandeplanen portlåset "
    "journalen listan passet skåpet batteriet kvittensen avvikelsen beställningen"
).split()
ENDS = (
    "innan passet börjar", "samma dag", "enligt överenskommelse med enheten", "hos brukaren", "på kontoret",
    "tillsammans med en kollega", "så snart det går", "vid varje besök", "när telefonen är laddad",
)


def sentence(rng):
    words = [rng.choice(VERBS), rng.choice(THINGS), rng.choice(ENDS), "och", rng.choice(VERBS), rng.choice(THINGS)]
    text = " ".join(words)
    return text[0].upper() + text[1:] + "."


def paragraph(rng, count):
    return " ".join(sentence(rng) for _ in range(count))


def name(index):
    return f"rutin-{index:05d}"


def title(rng, index):
    return f"Rutin för att {rng.choice(VERBS)} {rng.choice(THINGS)} {index}"


def body(rng, index, count):
    parts = ["## Inledning", paragraph(rng, 9), "## Roller och ansvar"]
    for role in rng.sample(ROLES, 2):
        parts += [f"{role} ansvarar för", "\n".join(f"- Att {sentence(rng).lower()}" for _ in range(4))]
    parts += ["## Utförande", paragraph(rng, 8), "Gör så här:"]
    parts += ["\n".join(f"{n}. {sentence(rng)}" for n in range(1, 6))]
    parts += ["## Kontroll", "Punkter som kontrolleras är följande:"]
    parts += ["\n".join(f"- [ ] {sentence(rng)}" for _ in range(4))]
    parts += ["| Moment | När | Ansvarig |\n| --- | :-: | --- |\n"
              + "\n".join(f"| {sentence(rng)} | {rng.choice(ENDS)} | {rng.choice(ROLES)} |" for _ in range(4))]
    others = [rng.randrange(count) for _ in range(3)]
    parts += ["## Läs mer", paragraph(rng, 6), "Se även " + ", ".join(f"[rutin {o}]({name(o)}.md)" for o in others) + ". Ring 08-465 004 10 vid frågor."]
    return parts


def tidy(rng, index, count):
    year = rng.randrange(2021, 2026)
    head = [
        "---", f"titel: {title(rng, index)}", f"id: GEN-{index:05d}", "typ: rutin", "status: gällande",
        "beslutad av: Verksamhetschef hemtjänst", f"beslutad: {year}-03-26", f"gäller till: {year + 4}-03-26",
        "ansvarig: Verksamhetsutvecklare", f"verksamhet: [{rng.choice(AREAS)}]",
        f"ämnesord: [{', '.join(rng.sample(SUBJECTS, 2))}]", "---", "",
    ]
    return "\n".join(head) + "\n\n".join(body(rng, index, count)) + "\n"


def converted(rng, index, count):
    year = rng.randrange(2021, 2026)
    facts = (
        f"Dokumentet är beslutat av: [Kvalitetschef]\nDokumentet beslutades den: [{year}-03-13]\n\n---\n\n"
        f"Dokumentet gäller till: [{year + 4}-03-13 Max 5 år]\nDokumentansvarig är: [IT-funktionen]\n"
    )
    parts = body(rng, index, count)
    half = len(parts) // 2
    return (
        f"---\nsource_file: \"{rng.choice(AREAS)}/x.pdf\"\n---\n\nVård- och omsorgsförvaltningen\n" + facts
        + f"\n1/2\n# RUTIN\n{title(rng, index)}\n\n" + "\n\n".join(parts[:half]) + "\n\n" + facts + "2/2\n"
        + "\n\n".join(parts[half:]) + "\n"
    )


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    routines = os.path.join(folder, "routines")
    os.makedirs(routines, exist_ok=True)
    with open(os.path.join(folder, "site.yaml"), "w", encoding="utf-8") as file:
        file.write("namn: Mätpärmen\norganisation: Ekvik kommun\nområden:\n")
        file.writelines(f"  - namn: {area}\n" for area in AREAS)
    size = 0
    for index in range(count):
        text = (converted if index % 4 == 0 else tidy)(rng, index, count)
        size += len(text.encode())
        with open(os.path.join(routines, name(index) + ".md"), "w", encoding="utf-8") as file:
            file.write(text)
    print(f"{count} routines, {size // max(1, count)} bytes each on average")


main()
