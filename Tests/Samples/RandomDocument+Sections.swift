extension RandomDocument {
  private static let headings = [
    "Inledning", "Syfte", "Roller och ansvar", "Område", "Utförande", "När något fattas", "Vid förlust och stöld", "Uppföljning",
  ]
  private static let leadIns = [
    "Punkter som kontrolleras är följande:", "Följande punkter tas upp på mötet.", "Gör så här:", "Kontrollera att", "Enhetschefen ansvarar för",
  ]

  mutating func contentsList() -> [String] {
    [random.pick(["## Innehåll", "Innehållsförteckning"]), ""]
      + (1...random.number(3...5)).map { "\($0). \(random.pick(Self.headings)) .....\t\($0 + 3)" } + [""]
  }

  /// A page mark, alone or glued to the next line, with the page header again.
  mutating func pageBreak(_ page: Int) -> [String] {
    var lines: [String] = []
    if has(.pageHeaders), random.chance(60) { lines += [""] + facts }
    if has(.pageHeaders), random.chance(40) { lines += ["## EKVIK KOMMUN", "Vård- och omsorgsförvaltningen", ""] }
    let mark = random.pick(["\(page)/\(pages)", "\(page) [\(pages)]", "\(page) (\(pages))", "sida \(page) av \(pages)", "Sida \(page)"])
    return lines + (random.chance(20) ? ["\(mark) \(sentence())", ""] : [mark])
  }

  mutating func section(_ number: Int) -> [String] {
    var heading = random.pick(Self.headings)
    if has(.repeatedHeadings), random.chance(40) { heading = random.pick(["**\(heading):**", "\(heading):", "**\(heading)**"]) }
    if random.chance(15) { heading = "\(number). \(heading)" }
    var lines = random.chance(85) ? [random.pick(["## ", "## ", "### "]) + heading] : []
    if random.chance(60) { lines.append("") }
    for _ in 0...random.number(1...3) {
      switch random.number(below: 12) {
      case 0...3: lines += prose() + [""]
      case 4...6: lines += bullets()
      case 7...8: lines += steps()
      case 9: lines += tasks() + [""]
      case 10: lines += table() + [""]
      default: lines += special() + [""]
      }
    }
    return lines + (random.chance(70) ? [""] : [])
  }

  private mutating func bullets() -> [String] {
    var lines = [random.pick(Self.leadIns + ["Det här gäller:"])] + (random.chance(50) ? [""] : [])
    let mark = has(.glyphs) ? random.pick(["• ", "➢ ", "✓ ", "\u{F0B7} ", "- "]) : random.pick(["- ", "* "])
    for _ in 0...random.number(1...4) { lines += paragraph(mark + "Att \(subject().lowercased()) \(clause()).") }
    if has(.swallowedLeadIns) {
      lines.append(random.pick(Self.leadIns))
      for _ in 0...random.number(1...3) { lines += paragraph("- Att \(clause()).") }
    }
    return lines + [""]
  }

  private mutating func steps() -> [String] {
    var lines = [random.pick(["Gör så här:", "Så här gör du:", "Gör följande."])] + (random.chance(60) ? [""] : [])
    let first = has(.continuedNumbering) ? random.pick([1, 1, 4, 5]) : 1
    for number in first...first + random.number(1...4) {
      lines += paragraph("\(number). \(sentence())", indent: random.chance(50) ? "   " : "")
      if has(.nestedMeasures), random.chance(30) { lines += ["  - Andel \(clause())", "  - Antal \(clause())"] }
    }
    return lines + [""]
  }

  private mutating func tasks() -> [String] {
    (0...random.number(1...4)).flatMap { _ in
      paragraph((has(.glyphs) ? random.pick(["☐ ", "□ ", "☑ ", "- ☐ "]) : random.pick(["- [ ] ", "- [x] "])) + "Att \(clause())")
    }
  }

  private mutating func table() -> [String] {
    ["| Vad | Hur ofta |", "| --- | ---: |"]
      + (0...random.number(below: 4)).map { _ in "| \(random.pick(Self.headings)) | \(clause()) |" }
  }

  private mutating func special() -> [String] {
    random.pick([
      ["Mejl:  it-support.vof@ekvik.example  / Telefonnummer: 08-465 004 10"], ["> \(sentence())"], ["```", "kod \(random.number(1...9))", "```"],
      ["<!-- \(random.number(1...9)) dolt -->"], ["Text med <b>fet</b> HTML."], ["![En telefon](../files/telefon.svg)"],
      ["Beställningar som gjorts före december", "2023. Därefter gäller den nya listan."], ["***"], ["~~Struket~~ och rätt."],
      ["```kpi", "mått: V1", "```"], ["Länkarna är följande;", "- Byt lösenord", "- Felanmälan"], ["OBSERVERA:"], ["Ansvarig: Administratören"],
    ])
  }
}
