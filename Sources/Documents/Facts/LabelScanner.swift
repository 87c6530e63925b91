internal import Swedish

/// Finds header labels at the start of a line, or of a part of it that tabs set off.
enum LabelScanner {
  struct Finding {
    var field: HeaderField
    /// The value as written; empty when nothing follows the label.
    var value: String
    /// Byte offset of the value, or of the line's end.
    var offset: Int
    /// The label says `Dokument…` or the like, so that it is no ordinary sentence or duty of the text.
    var isCertain: Bool
  }

  private struct Label {
    var field: HeaderField
    var isCertain: Bool
  }

  private static let labels: [String: Label] = {
    let table: [(HeaderField, certain: [String], common: [String])] = [
      (
        .decidedBy,
        [
          "dokumentet är beslutat av", "dokumentet är beslutat och uppdaterat av", "beslutad eller godkänd av",
        ], ["beslutad av", "beslutat av", "fastställd av", "fastställt av"]
      ),
      (.createdBy, ["dokument upprättat av", "dokumentet upprättat av", "dokumentet är upprättat av"], ["upprättad av", "upprättat av"]),
      (
        .decidedOn, ["dokumentet beslutades", "dokumentet beslutades den", "beslutat datum", "beslutsdatum"],
        ["beslutad", "beslutad den"]
      ),
      (.createdOn, ["dokumentet upprättat", "dokumentet upprättades"], ["upprättat", "upprättad", "upprättat den"]),
      (
        .updatedOn,
        [
          "dokumentet uppdaterat", "dokumentet är uppdaterat", "dokument uppdaterat", "dokumentet uppdaterat den",
          "dokumentet är uppdaterat den", "dokument uppdaterat den", "dokument uppdaterat de",
        ], ["uppdaterat", "uppdaterad", "uppdaterat den", "reviderad", "reviderat", "reviderad den"]
      ),
      (.validFrom, ["gäller från datum", "dokumentet gäller från"], ["gäller från", "gäller från och med", "gäller från den"]),
      (
        .validTo, ["dokumentet gäller till", "dokumentet gäller till den", "dokumentet gäller"],
        ["gäller till", "gäller till den", "gäller till och med"]
      ),
      (.replaces, ["dokumentet ersätter", "ersätter tidigare beslut"], ["ersätter"]),
      (
        .owner, ["dokumentansvarig", "dokumentansvarig är", "ansvarig förvaltning och avdelning"],
        ["ansvarig", "ansvariga"]
      ),
      (.kind, ["dokumenttyp"], []),
      (.name, ["dokumentnamn"], ["titel"]),
      (.audience, [], ["målgrupp"]),
      (.subjects, [], ["ämnesord"]),
    ]
    var labels: [String: Label] = [:]
    for (field, certain, common) in table {
      for text in certain { labels[Folding.words(text)] = Label(field: field, isCertain: true) }
      for text in common { labels[Folding.words(text)] = Label(field: field, isCertain: false) }
    }
    return labels
  }()

  /// First letters that a label can have, in either case.
  private static let initials: Set<UInt8> = Set("dbfugreamtötäTÄÖDBFUGREAM*_".utf8)

  static func findings(in line: ArraySlice<UInt8>) -> [Finding] {
    let text = line.trimmed
    guard let first = text.first, initials.contains(first) else { return [] }
    if text.contains(0x09) {
      let found = tabbed(line)
      if !found.isEmpty { return found }
    }
    return finding(in: text, base: line.startIndex).map { [$0] } ?? []
  }

  /// `Upprättat:⇥24 mars 2016⇥Uppdaterat:⇥2016-06-15`.
  private static func tabbed(_ line: ArraySlice<UInt8>) -> [Finding] {
    let cells = line.split(separator: 0x09, omittingEmptySubsequences: true).map(\.trimmed).filter { !$0.isEmpty }
    var found: [Finding] = []
    for cell in cells {
      if let next = finding(in: cell, base: line.startIndex) {
        found.append(next)
      } else if let last = found.last, last.value.isEmpty {
        found[found.count - 1].value = clean(cell)
        found[found.count - 1].offset = cell.startIndex - line.startIndex
      } else if !found.isEmpty {
        found[found.count - 1].value += " " + clean(cell)
      } else {
        return []
      }
    }
    return found
  }

  private static func finding(in text: ArraySlice<UInt8>, base: Int) -> Finding? {
    if let colon = text.prefix(60).firstIndex(of: UInt8(ascii: ":")) {
      let label = Folding.words(text[..<colon].string)
      if let known = labels[label] {
        return Finding(
          field: known.field, value: clean(text[(colon + 1)...]), offset: colon + 1 - base, isCertain: known.isCertain)
      }
      // `Dokumentet gäller till den 1 mars 2027 kl. 12:00` has its colon elsewhere.
    }
    return withoutColon(text, base: base)
  }

  /// A label without a colon counts when what follows can only be its value: a date, a bracket, `tillsvidare`, or nothing else on a short line.
  private static func withoutColon(_ text: ArraySlice<UInt8>, base: Int) -> Finding? {
    guard text.count <= 120 else { return nil }
    var best: (label: Label, end: Int)?
    var words = 0
    var index = text.startIndex
    var folded = ""
    while index < text.endIndex, words < 6 {
      let end = text[index...].firstIndex(where: \.isSpace) ?? text.endIndex
      let word = Folding.words(text[index..<end].string)
      folded += (folded.isEmpty ? "" : " ") + word
      words += 1
      if let label = labels[folded] { best = (label, end) }
      index = end
      while index < text.endIndex, text[index].isSpace { index += 1 }
    }
    guard let (label, end) = best else { return nil }
    let rest = text[end...].trimmed
    let value = clean(rest)
    let isOpenEnded = label.field == .validTo && isOpenEnded(value)
    let startsLikeDate = rest.first == UInt8(ascii: "[") || rest.first?.isDigit == true
    guard isOpenEnded || label.field.isDate && startsLikeDate || label.isCertain && !label.field.isDate && label.field != .validTo && rest.last != UInt8(ascii: ".")
    else { return nil }
    return Finding(field: label.field, value: value, offset: end - base, isCertain: label.isCertain || label.field.isDate)
  }

  static func isOpenEnded(_ value: String) -> Bool {
    let words = Folding.words(value)
    return words == "tillsvidare" || words == "tills vidare" || words.hasPrefix("tillsvidare ") || words.hasPrefix("tills vidare ")
  }

  /// `Gäller DATE – DATE`: the two dates.
  static func span(in text: ArraySlice<UInt8>) -> (PartialDate, PartialDate)? {
    let trimmed = text.trimmed
    guard trimmed.count < 80, trimmed.starts(with: "Gäller") || trimmed.starts(with: "gäller") || trimmed.starts(with: "Dokumentet gäller")
    else { return nil }
    let dates = DateReading.dates(in: trimmed)
    guard dates.count == 2 else { return nil }
    let rest = Folding.words(trimmed.string.filter { !$0.isNumber })
    guard ["galler", "dokumentet galler", "galler tid", "galler till", "galler fran till", "galler fran och med till och med"].contains(rest)
    else { return nil }
    return (dates[0], dates[1])
  }

  /// Without surrounding space, bold marks and placeholder brackets, whole or broken.
  static func clean(_ bytes: ArraySlice<UInt8>) -> String {
    var text = bytes.trimmed
    while let first = text.first, first == UInt8(ascii: "*") || first == UInt8(ascii: "_") || first.isSpace { text = text.dropFirst() }
    while let last = text.last, last == UInt8(ascii: "*") || last == UInt8(ascii: "_") || last.isSpace { text = text.dropLast() }
    return text.string
  }
}
