/// A random routine of the invented Ekvik kommun, as the conversion of a PDF leaves it.
///
/// The defects of `documents.md` 2 are put in at random; the same seed gives the same text. Tests, torture and benchmarks use it.
public struct RandomDocument {
  /// What may be wrong with a document; the raw values are the rows of `documents.md` 2.
  public enum Defect: Int, CaseIterable, Sendable {
    case frontMatter = 1
    case ruleInFacts, kindAsHeading, pageMarks, pageHeaders, swallowedLeadIns, wrappedLines, continuedNumbering, nestedMeasures
    case contentsList, repeatedHeadings, glyphs, slips, tabbedFacts, abruptEnd
  }

  var random: SeededGenerator
  let defects: Set<Defect>
  /// Words that stand in the document's own sentences, to hyphenate with certainty.
  var pages = 1
  var facts: [String] = []

  /// `defects` nil: each with a chance of one in two.
  public init(seed: UInt64, defects: Set<Defect>? = nil) {
    var random = SeededGenerator(seed: seed)
    let chosen = Defect.allCases.filter { _ in random.chance(50) }
    self.random = random
    self.defects = defects ?? Set(chosen)
  }

  /// A document of about `sections` × 600 bytes.
  public mutating func text(sections: Int = 5) -> String {
    pages = random.number(1...4)
    facts = factLines()
    var lines = frontMatter()
    lines += head()
    if has(.contentsList) { lines += contentsList() }
    for number in 1...max(1, sections) {
      lines += section(number)
      if number <= pages, has(.pageMarks) { lines += pageBreak(number) }
    }
    if random.chance(15) { lines += ["## Om dokumentet", ""] + factLines() }
    if has(.abruptEnd) { lines += ["", random.pick(["Vid förlust av nyckeln", "Innan du går hem gör du följande:", "## Bilagor"])] }
    var text = lines.joined(separator: random.chance(10) ? "\r\n" : "\n") + random.pick(["\n", "\n", "", "\n\n\n"])
    if has(.glyphs), random.chance(40) { text = Self.decomposed(text) }
    return text
  }

  func has(_ defect: Defect) -> Bool { defects.contains(defect) }

  /// å ä ö as letters with combining marks.
  private static func decomposed(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "å": out += ["a", "\u{30A}"]
      case "ä": out += ["a", "\u{308}"]
      case "ö": out += ["o", "\u{308}"]
      case "Å": out += ["A", "\u{30A}"]
      case "Ä": out += ["A", "\u{308}"]
      case "Ö": out += ["O", "\u{308}"]
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}

// MARK: Text

extension RandomDocument {
  private static let subjects = [
    "Enhetschefen", "Medarbetaren", "Koordinatorn", "Larmgruppen", "IT-funktionen", "Administratören", "Alla medarbetare", "Montören",
  ]
  private static let verbs = [
    "går igenom", "skriver upp", "räknar", "lämnar", "hämtar", "kontrollerar", "låser in", "rapporterar", "beställer", "märker",
  ]
  private static let objects = [
    "telefonerna i skåpet", "nycklarna till förrådet", "listan över besök", "batterierna i låsen", "dosorna som ligger kvar",
    "månadens avvikelser", "den sociala journalen", "kvittensen från brukaren", "arbetskläderna i rätt storlek", "cyklarna på gården",
  ]
  private static let times = [
    "innan passet börjar", "senast klockan 14.30", "varje måndag", "en gång varje månad", "inom tre vardagar", "när larmet går",
    "före den 15 i månaden", "så snart det går", "tillsammans med en kollega", "utan att någon annan ser på",
  ]
  private static let asides = [
    "Ring 08-465 004 10 om något är oklart.", "Skriv till it-support.vof@ekvik.example.", "Se rutinen ”Borttappad eller stulen telefon”.",
    "Logga in i LMO först.", "Titta i Phoniro Care.", "Läs mer på [intranätet](https://intranat.ekvik.example/a_b).",
    "Det gäller **alla**, även *timvikarier*.", "Jouren svarar på 070-174 06 10.", "Rapportera i [[VOF-R-004]].",
    "Fråga (helst skriftligt) om du är osäker.", "Besök 2 - 3 brukare per utförare.", "Koden har 4/6 siffror.",
    "Detta gäller fr.o.m. 2024-01-01 t.o.m. vidare.", "Stöd finns på www.ekvik.example.", "Tag alltid med `T-nummer` och legitimation.",
  ]

  mutating func clause() -> String {
    "\(random.pick(Self.verbs)) \(random.pick(Self.objects)) \(random.pick(Self.times))"
  }

  mutating func sentence() -> String {
    if random.chance(25) { return random.pick(Self.asides) }
    let sentence = "\(random.pick(Self.subjects)) \(clause())"
    return random.chance(30) ? "\(sentence) och \(clause())." : sentence + "."
  }

  mutating func subject() -> String { random.pick(Self.subjects) }

  /// One or more lines: as it is, or wrapped as a PDF's lines are.
  mutating func paragraph(_ text: String, indent: String = "") -> [String] {
    guard has(.wrappedLines) else { return [text] }
    let width = random.number(50...78)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + word.count >= width {
        lines.append(line)
        line = indent
      }
      line += (line.isEmpty || line == indent ? "" : " ") + word
    }
    return lines + [line]
  }

  mutating func prose() -> [String] {
    var text = (0...random.number(below: 4)).map { _ in sentence() }.joined(separator: " ")
    if has(.slips), random.chance(30) { text += " " + random.pick(["Öppna Phonirot på på webben.", "De digitala läsen kärvar.", "Det är är viktigt."]) }
    var lines = paragraph(text)
    if has(.glyphs), random.chance(25) {
      lines += random.pick([
        ["Vid slut på förrådet görs en beställ-", "ning. En beställning räcker."], ["Frågor om IT-", "utrustning ställs till supporten."],
        ["Den som har lås- eller", "nyckelansvar läser detta."], ["Kolla upp-", "följningen \u{F0E0} sedan."],
      ])
    }
    if lines.count > 1, has(.wrappedLines), random.chance(15) { lines.insert("", at: 1) }
    return lines
  }
}
