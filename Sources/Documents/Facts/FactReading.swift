internal import CivilTime
internal import Diagnostics
internal import Swedish

/// Raw header values → facts; the first that is found of each kind stays.
struct FactReading {
  private(set) var facts = HeaderFacts()
  private(set) var diagnostics: [Diagnostic] = []
  /// Where each field was first found.
  private(set) var places = FieldValues<SourceRange>()
  private var raws = FieldValues<String>()
  /// An unreadable date is an error in front matter, which an editor writes, and a warning in a converted text.
  var dateSeverity = Severity.warning

  /// What became of a value; of a line with several, the greatest.
  enum Result: Int, Comparable {
    /// Says again what is known.
    case repeated
    case first
    /// Contradicts what was found first.
    case contradicts

    static func < (left: Result, right: Result) -> Bool { left.rawValue < right.rawValue }
  }

  mutating func add(_ field: HeaderField, _ written: String, at range: SourceRange) -> Result {
    let value = FactValue.plain(written)
    if let first = places[field], !(raws[field] ?? "").isEmpty || value.isEmpty {
      return compare(field, value, at: range, first: first)
    }
    // A label with nothing after it does not keep a later one from being read.
    places[field] = range
    raws[field] = value
    set(field, value, at: range)
    return .first
  }

  private mutating func compare(_ field: HeaderField, _ value: String, at range: SourceRange, first: SourceRange)
    -> Result
  {
    if value.isEmpty || Self.isSame(value, raws[field] ?? "", field) {
      if field == .decidedOn { readUpdate(in: value, at: range) }
      return .repeated
    }
    diagnostics.append(
      Diagnostic(
        .contradictingFact, range,
        Message(
          sv: "”\(value)” säger emot ”\(raws[field] ?? "")” på rad \(first.line); den första gäller.",
          en: "“\(value)” contradicts “\(raws[field] ?? "")” on line \(first.line); the first one applies."),
        help: Message(sv: "Ändra så att båda säger detsamma.", en: "Make both say the same."),
        related: [Diagnostic.Related(first, Message(sv: "Den första uppgiften.", en: "The first statement."))]))
    return .contradicts
  }

  private static func isSame(_ value: String, _ first: String, _ field: HeaderField) -> Bool {
    if Folding.words(value) == Folding.words(first) { return true }
    guard field.isDate || field == .validTo, let date = DateReading.dates(in: value).first else { return false }
    return DateReading.dates(in: first).first == date
  }

  private mutating func set(_ field: HeaderField, _ value: String, at range: SourceRange) {
    let line = range.line
    switch field {
    case .decidedBy: facts.decidedBy = text(value, line)
    case .createdBy: facts.createdBy = text(value, line)
    case .replaces: facts.replaces = text(value, line)
    case .owner: facts.owner = text(value, line)
    case .kind: facts.kind = text(value, line)
    case .name: facts.name = text(value, line)
    case .documentName: facts.documentName = text(value, line)
    case .audience: facts.audience = list(value, line)
    case .subjects: facts.subjects = list(value, line)
    case .organisation: facts.organisation = list(value, line)
    case .createdOn: facts.createdOn = date(value, field, range)
    case .updatedOn: facts.updatedOn = date(value, field, range)
    case .validFrom: facts.validFrom = date(value, field, range)
    case .decidedOn:
      facts.decidedOn = date(value, field, range)
      readUpdate(in: value, at: range)
    case .validTo: facts.validTo = end(value, range)
    }
  }

  /// `[2022-05-03] Uppdaterad version 2023-11-01`: the last date is that of the update.
  private mutating func readUpdate(in value: String, at range: SourceRange) {
    let dates = DateReading.dates(in: value)
    guard dates.count > 1, let last = dates.last, facts.updatedOn.raw.isEmpty else { return }
    facts.updatedOn = .read(last, raw: value, line: range.line)
    places[.updatedOn] = range
    raws[.updatedOn] = last.iso
  }

  /// `Gäller DATE – DATE` gives both ends.
  mutating func add(span: (PartialDate, PartialDate), at range: SourceRange) -> Result {
    let start = add(.validFrom, span.0.iso, at: range)
    let end = add(.validTo, span.1.iso, at: range)
    return max(start, end)
  }

  /// Administration or municipality on a line of its own.
  mutating func add(organisation name: String, line: Int) -> Result {
    let known = facts.organisation.value ?? []
    if known.contains(where: { Folding.words($0) == Folding.words(name) }) { return .repeated }
    facts.organisation = .read(
      known + [name], raw: (known + [name]).joined(separator: ", "), line: facts.organisation.line ?? line)
    return .first
  }

  mutating func add(contact: HeaderFacts.ContactLine) { facts.organisationContact.append(contact) }

  private func text(_ value: String, _ line: Int) -> Fact<String> {
    if value.isEmpty { return .empty(line: line) }
    return FactValue.isPrompt(value) ? .unreadable(value, line: line) : .read(value, raw: value, line: line)
  }

  private func list(_ value: String, _ line: Int) -> Fact<[String]> {
    if value.isEmpty { return .empty(line: line) }
    if FactValue.isPrompt(value) { return .unreadable(value, line: line) }
    return .read(FactValue.list(value), raw: value, line: line)
  }

  private mutating func date(_ value: String, _ field: HeaderField, _ range: SourceRange) -> Fact<PartialDate> {
    if value.isEmpty { return .empty(line: range.line) }
    guard let date = DateReading.dates(in: value).first else {
      reportUnreadable(value, range)
      return .unreadable(value, line: range.line)
    }
    return .read(date, raw: value, line: range.line)
  }

  private mutating func end(_ value: String, _ range: SourceRange) -> Fact<HeaderFacts.End> {
    if value.isEmpty { return .empty(line: range.line) }
    facts.limitInYears = FactValue.limit(in: value) ?? facts.limitInYears
    if LabelScanner.isOpenEnded(value) { return .read(.openEnded, raw: value, line: range.line) }
    guard let date = DateReading.dates(in: value).first else {
      reportUnreadable(value, range)
      return .unreadable(value, line: range.line)
    }
    return .read(.date(date), raw: value, line: range.line)
  }

  private mutating func reportUnreadable(_ value: String, _ range: SourceRange) {
    diagnostics.append(
      Diagnostic(
        .unreadableFact, range,
        Message(sv: "”\(value)” kan inte läsas som ett datum.", en: "“\(value)” cannot be read as a date."),
        help: Message(sv: "Skriv datumet som 2026-03-13.", en: "Write the date as 2026-03-13."),
        severity: dateSeverity))
  }
}
