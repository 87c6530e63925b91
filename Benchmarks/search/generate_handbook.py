#!/usr/bin/env python3
"""Writes a content folder of N invented routines with a vocabulary that grows as in real text, and queries on them.

Each routine is about one compound of its own; its text is about that, some near things, and words that all routines
share. The same N and seed give the same bytes.

    generate_handbook.py FOLDER N [SEED]     also writes FOLDER/queries.tsv
"""
import os
import random
import sys

# First parts, as they are joined to the next.
FIRST = """arbets ankomst avtals balkong bemannings besöks biståndsbeslut blöj boende brand bred bröst cykel dag data dator
dokumentations drift dusch dörr el ergonomi fall familje fixar fot fritids frukost fuktskade färdtjänst förråds gast
golv grann grupp halk hand hem hiss hjälpmedels hobby hud hus hygien hälso hörsel influensa inkontinens innergårds
insulin introduktions jour journal kassa kaffe kamera kateter klagomåls klädvårds kontakt kost kris kväll kyl källar
larm lednings lokal lyft läkemedels lås löne magsår mat medicin miljö mun möbel möss narkotika natt nutritions
nyckel näringsstatus nöd olycks omvårdnads ord palliativ parkerings passer person post provtagnings psykiatri
pulsoxi ramp rastnings rehab rengörings reserv rullstols rökning samtals sekretess semester signerings sjukdoms
skydds smitt social sommar sond stomi städ sår säkerhets säng tand telefon tillsyns transport trapphus trygghets
tvätt tåg utbildnings utemiljö utvärderings vaccinations vardags verktygs vikarie vinter vård väckar värme växel
ytter åldrande åskväders återgivnings ögon önske överlämnings""".split()

# Last parts: the word, its definite form, plural and definite plural.
LAST = [line.split() for line in """lista listan listor listorna
skåp skåpet skåp skåpen
kort kortet kort korten
rutin rutinen rutiner rutinerna
plan planen planer planerna
rond ronden ronder ronderna
larm larmet larm larmen
väska väskan väskor väskorna
samtal samtalet samtal samtalen
möte mötet möten mötena
kontroll kontrollen kontroller kontrollerna
pärm pärmen pärmar pärmarna
rapport rapporten rapporter rapporterna
vagn vagnen vagnar vagnarna
nyckel nyckeln nycklar nycklarna
handske handsken handskar handskarna
bedömning bedömningen bedömningar bedömningarna
beställning beställningen beställningar beställningarna
matta mattan mattor mattorna
enhet enheten enheter enheterna
avgift avgiften avgifter avgifterna
journal journalen journaler journalerna
blankett blanketten blanketter blanketterna
ansvar ansvaret ansvar ansvaren
grupp gruppen grupper grupperna
register registret register registren
dörr dörren dörrar dörrarna
lampa lampan lampor lamporna
schema schemat scheman schemana
utrustning utrustningen utrustningar utrustningarna
förråd förrådet förråd förråden
övning övningen övningar övningarna
klocka klockan klockor klockorna
samordnare samordnaren samordnare samordnarna
besök besöket besök besöken
ombud ombudet ombud ombuden
bälte bältet bälten bältena
dosa dosan dosor dosorna
jacka jackan jackor jackorna
hylla hyllan hyllor hyllorna
tagg taggen taggar taggarna
bricka brickan brickor brickorna
spray sprayen sprayer sprayerna
analys analysen analyser analyserna
kärl kärlet kärl kärlen
lås låset lås låsen
ställ stället ställ ställen
pump pumpen pumpar pumparna
våg vågen vågar vågarna
penna pennan pennor pennorna""".splitlines()]

PLACES = """i hemtjänsten|på servicehuset|i boendestödet|vid utskrivning|under helger|hos privata utförare|i dagverksamheten
|på korttidsboendet|under sommaren|vid sjukfrånvaro|i nattpatrullen|för timvikarier""".replace("\n", "").split("|")
AREAS = ["Hemtjänst", "Boendestöd", "Servicehus", "Dagverksamhet", "Stab"]
ROLES = ["Enhetschefen", "Medarbetaren", "Samordnaren", "Sjuksköterskan", "Arbetsterapeuten", "Administratören"]
VERBS = """kontrollera fylla märka hämta lämna rengöra låsa byta ladda räkna sortera signera beställa packa skölja väga
läsa skriva anmäla flytta prova följa planera stänga öppna justera felsöka jämföra spara förstöra kvittera överlämna
torka förvara hissa sänka koppla ringa fråga berätta visa lyssna vänta avbryta avsluta påbörja godkänna avvisa""".split()
TIMES = """före frukost|efter lunch|innan passet börjar|när passet är slut|en gång i veckan|varje månad|vid behov|samma dag
|senast nästa vardag|inom två timmar|vid varje besök|på kvällen|när någon flyttar in|två gånger om året""".replace("\n", "").split("|")
WHYS = """så att ingen kommer till skada|eftersom det annars glöms bort|så att nästa kollega vet|för att spåra fel
|när lampan blinkar|om något saknas|även om det verkar onödigt|så länge ingen annan har sagt|tillsammans med en kollega
|utan att störa de boende|med rena händer|enligt tillverkarens anvisning""".replace("\n", "").split("|")


def compound(first, last, form=0):
    return FIRST[first] + LAST[last][form]


class Topic:
    def __init__(self, rng):
        self.first, self.last = rng.randrange(len(FIRST)), rng.randrange(len(LAST))
        # What the text is about besides: some that share a part with it, and some that are rare.
        near = [(self.first, rng.randrange(len(LAST))) for _ in range(2)]
        far = [(int(len(FIRST) * rng.random() ** 2), int(len(LAST) * rng.random() ** 1.5)) for _ in range(14)]
        self.things = near + far

    def thing(self, rng):
        first, last = (self.first, self.last) if rng.random() < 0.3 else rng.choice(self.things)
        if rng.random() < 0.35:
            return LAST[last][rng.randrange(1, 4)]
        return compound(first, last, rng.randrange(4))


def sentence(rng, topic):
    kind = rng.randrange(4)
    if kind == 0:
        text = f"{rng.choice(VERBS)} {topic.thing(rng)} {rng.choice(TIMES)} {rng.choice(WHYS)}"
    elif kind == 1:
        text = f"{rng.choice(TIMES)} ska du {rng.choice(VERBS)} {topic.thing(rng)} och {rng.choice(VERBS)} {topic.thing(rng)}"
    elif kind == 2:
        text = f"{rng.choice(ROLES).lower()} svarar för {topic.thing(rng)} {rng.choice(WHYS)}"
    else:
        text = f"saknas {topic.thing(rng)} får du {rng.choice(VERBS)} {topic.thing(rng)} {rng.choice(TIMES)}"
    return text[0].upper() + text[1:] + "."


def paragraph(rng, topic, count):
    return " ".join(sentence(rng, topic) for _ in range(count))


def text(rng, index, topic, title):
    year = rng.randrange(2023, 2026)
    head = ["---", f"titel: {title}", f"id: GEN-{index:05d}", "typ: rutin", "status: gällande", f"beslutad: {year}-03-26",
            f"gäller till: {year + 5}-03-26", "beslutad av: Verksamhetschef", "ansvarig: Enhetschef",
            f"verksamhet: [{rng.choice(AREAS)}]", "---", ""]
    parts = ["## Syfte", paragraph(rng, topic, 4), "## Ansvar", f"{rng.choice(ROLES)} ansvarar för att"]
    parts.append("\n".join("- " + sentence(rng, topic).lower().rstrip(".") for _ in range(5)))
    parts += [f"## {compound(*topic.things[0]).capitalize()}", paragraph(rng, topic, 8), "Gör så här:"]
    parts.append("\n".join(f"{number}. {sentence(rng, topic)}" for number in range(1, 7)))
    parts += [f"## När {LAST[topic.last][1]} inte fungerar", paragraph(rng, topic, 6), "## Uppföljning", paragraph(rng, topic, 5)]
    return "\n".join(head) + "\n\n".join(parts) + "\n"


def slip(rng, word):
    """One letter lost, doubled, changed or moved; as often early as late."""
    place = rng.randrange(1, len(word) - 1)
    kind = rng.randrange(4)
    if kind == 0:
        return word[:place] + word[place + 1:]
    if kind == 1:
        return word[:place] + word[place] + word[place:]
    if kind == 2:
        return word[:place] + rng.choice("aeiorstn") + word[place + 1:]
    return word[: place - 1] + word[place] + word[place - 1] + word[place + 1:]


def queries(rng, topics):
    """[(class, query, right pages)]: any routine whose title holds the word is right."""
    def right(hit):
        return " ".join(f"rutiner/gen-{index:05d}" for index, topic in enumerate(topics) if hit(topic))

    found = []
    for topic in rng.sample(topics, min(12, len(topics))):
        same = right(lambda other: (other.first, other.last) == (topic.first, topic.last))
        word = compound(topic.first, topic.last)
        found.append(("inflection", compound(topic.first, topic.last, rng.randrange(1, 4)), same))
        found.append(("compound", f"{LAST[topic.last][0]} {FIRST[topic.first].rstrip('s')}", same))
        found.append(("compound", LAST[topic.last][1], right(lambda other: other.last == topic.last)))
        found.append(("typo", slip(rng, word), same))
        plain = word.translate(str.maketrans("åäö", "aao"))
        if plain != word:
            found.append(("dots", plain, same))
        index = topics.index(topic)
        found.append(("number", rng.choice([f"GEN-{index:05d}", f"gen {index:05d}", f"gen{index:05d}"]), f"rutiner/gen-{index:05d}"))
        verb = rng.choice(VERBS)
        found.append(("question", f"hur ska jag {verb} {compound(topic.first, topic.last, 1)}", same))
    return found


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    routines = os.path.join(folder, "routines")
    os.makedirs(routines, exist_ok=True)
    with open(os.path.join(folder, "site.yaml"), "w", encoding="utf-8") as file:
        file.write("namn: Mätpärmen\norganisation: Ekvik kommun\nområden:\n")
        file.writelines(f"  - namn: {area}\n" for area in AREAS)
    topics, size = [], 0
    for index in range(count):
        topic = Topic(rng)
        topics.append(topic)
        title = f"{compound(topic.first, topic.last).capitalize()} {rng.choice(PLACES)}"
        written = text(rng, index, topic, title)
        size += len(written.encode())
        with open(os.path.join(routines, f"gen-{index:05d}.md"), "w", encoding="utf-8") as file:
            file.write(written)
    with open(os.path.join(folder, "queries.tsv"), "w", encoding="utf-8") as file:
        file.writelines("\t".join(query) + "\n" for query in queries(rng, topics))
    print(f"{count} routines, {size // max(1, count)} bytes each on average")


if __name__ == "__main__":
    main()
