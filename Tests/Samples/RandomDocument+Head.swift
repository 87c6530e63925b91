extension RandomDocument {
  private static let names = [
    "Uppföljning av telefoner", "Användning av cykelhjälmar", "Utlåning av nyckelkort", "Granskning av larmknappar", "Städning av bilar",
    "Beställning av arbetskläder", "Rutin för låsbatterier", "Hantering av kvittenser",
  ]
  private static let places = ["inom hemtjänst", "i boendestödet och mobila teamet", "för larmgruppen", "på natten", "vid hemgång"]

  mutating func frontMatter() -> [String] {
    guard has(.frontMatter) else { return random.chance(30) ? ["", "", ""] : [] }
    if random.chance(60) {
      return [
        "---", "title: \"\(random.pick(Self.names))\"", "source_file: \"Hemtj%C3%A4nst/fil%20\(random.number(1...99)).pdf\"",
        "source_url: \"https://dokument.ekvik.example/\(random.number(1...999)).pdf\"", "---", "",
      ]
    }
    var lines = ["---", "titel: \(random.pick(Self.names))", "id: VOF-R-\(random.number(100...999))"]
    lines += ["typ: rutin", "status: gällande", "verksamhet: [Hemtjänst, Boendestöd]"].filter { _ in random.chance(60) }
    if random.chance(50) { lines += ["beslutad: 2026-0\(random.number(1...9))-12", "ansvarig: Enhetschef"] }
    return lines + ["---", ""]
  }

  mutating func head() -> [String] {
    var blocks: [[String]] = []
    if random.chance(60) { blocks.append([random.pick(["Vård- och omsorgsförvaltningen", "Ekvik kommun", "## EKVIK KOMMUN"])]) }
    blocks.append(facts)
    if random.chance(25) { blocks.append(["", "**Postadress**  ", "199 99 Ekvik", "", "**Telefon**  ", "08-465 004 00", ""]) }
    var title = has(.wrappedLines) ? [random.pick(Self.names), random.pick(Self.places)] : [random.pick(Self.names)]
    if has(.kindAsHeading) {
      title.insert(random.pick(["# RUTIN", "# LATHUND", "# CHECKLISTA", "# SAMVERKANSRUTIN"]), at: 0)
      if random.chance(30) { title.insert("Vård- och omsorgsförvaltningen", at: 1) }
    } else {
      title = ["# " + title.joined(separator: " ")]
    }
    if random.chance(50) { blocks.append(title) } else { blocks.insert(title, at: 0) }
    return blocks.flatMap { $0 + (random.chance(75) ? [""] : []) } + [""]
  }

  /// The header facts under labels of many spellings.
  mutating func factLines() -> [String] {
    var lines: [String] = []
    if has(.tabbedFacts), random.chance(60) {
      return [
        "Titel:\t\(random.pick(Self.names))\t\t", "Ansvariga:\tIT-support, IT-avdelningen\t", "Beslutad av:\tIT-chef\t\t",
        "Upprättat:\t24 mars 2016\tUppdaterat:\t\(date())",
      ]
    }
    lines.append(
      random.pick(["Dokumentet är beslutat av: ", "Beslutad av: ", "Fastställd av: ", "**Beslutat av:** "]) + bracketed("Verksamhetschef hemtjänst"))
    lines.append(random.pick(["Dokumentet beslutades den: ", "Beslutat datum: ", "Beslutsdatum: ", "Dokumentet beslutades den "]) + bracketed(date()))
    if has(.ruleInFacts) { lines += ["", "---", ""] }
    lines.append(
      random.pick([
        "Dokumentet gäller till: " + bracketed(date() + " Max 5 år"), "Dokumentet gäller tillsvidare", "Gäller till: " + date(),
        "Gäller 2023-04-01 – 2027-03-31", "Dokumentet gäller till den: ", "Gäller från: " + date(),
      ]))
    lines.append(random.pick(["Dokumentansvarig är: ", "Ansvarig: ", "Dokumentansvarig: "]) + bracketed("IT-funktionen, Kvalitet och stöd"))
    if random.chance(30) { lines.append("Målgrupp: medarbetare, timvikarie") }
    if random.chance(30) { lines.append("Ämnesord: Digitala läs, uppföljning.") }
    if random.chance(20) { lines.append("Ersätter tidigare beslut:") }
    return lines
  }

  private mutating func date() -> String {
    random.pick([
      "2023-03-13", "20230313", "24 mars 2016", "2024-05", "2022-05-03 Uppdaterad version 2023-11-01", "2021-0502", "YYYY-XX-XX", "2024-05- 22",
    ])
  }

  private mutating func bracketed(_ value: String) -> String {
    random.pick([value, value, "[\(value)]", "[\(value)", "[\(value))", "**\(value)**"])
  }
}
