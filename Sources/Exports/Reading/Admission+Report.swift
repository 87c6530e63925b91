public import Diagnostics

/// How many rows of a file were read, used and rejected.
public struct FileTally: Sendable, Hashable {
  public var name: String
  public var kind: ExportKind
  public var read: Int
  /// Only reasons that occur, in the order of the tests.
  public var rejected: [(reason: RejectReason, count: Int)] {
    RejectReason.allCases.compactMap { reason in
      let count = counts[Int(reason.rawValue)]
      return count > 0 ? (reason, count) : nil
    }
  }

  public var accepted: Int { read - counts.reduce(0, +) }

  let counts: [Int]
}

extension Admission {
  /// The files' rows in figures; whole once every kind has been admitted.
  public var tallies: [FileTally] {
    zip(files, rejects).map { file, log in
      FileTally(name: file.name, kind: file.kind, read: file.rowCount, counts: log.counts)
    }
  }

  /// What was told when the files were read, and each rejected row by file and line, never by its content.
  public var diagnostics: [Diagnostic] {
    let missing = missingRegisters
    let reasons = RejectReason.allCases.filter { reason in !missing.contains { $0.reasons.contains(reason) } }
    let rows = zip(files, rejects).flatMap { file, log in
      file.diagnostics + reasons.flatMap { Self.diagnostics(of: $0, log, file) }
    }
    return (rows + missing.compactMap { diagnostic(ofMissing: $0.kind, $0.reasons) }).inOrder()
  }

  /// Registers without which no row of some kinds can count, and why each of those rows is rejected.
  private var missingRegisters: [(kind: ExportKind, reasons: [RejectReason])] {
    let hasLocks = files.contains { $0.kind == .locks }
    var missing: [(kind: ExportKind, reasons: [RejectReason])] = []
    if register.rows.isEmpty { missing.append((.units, hasLocks ? [.unknownUnit, .unknownLock] : [.unknownUnit])) }
    if !hasLocks { missing.append((.locks, [.unknownLock])) }
    return missing
  }

  /// One for all rows: the same fault a thousand times hides every other.
  private func diagnostic(ofMissing kind: ExportKind, _ reasons: [RejectReason]) -> Diagnostic? {
    let counts = rejects.map { log in reasons.reduce(0) { $0 + log.counts[Int($1.rawValue)] } }.filter { $0 > 0 }
    guard !counts.isEmpty else { return nil }
    let (name, rows) = (kind.rawValue, counts.reduce(0, +))
    return Diagnostic(
      .rejectedRow, SourceRange(file: files.first { $0.kind == kind }?.name ?? name + ".csv"),
      Message(
        sv: "Registret `\(name)` saknas eller är tomt: \(rows) rader i \(counts.count) filer räknas inte.",
        en: "The register `\(name)` is missing or empty: \(rows) rows in \(counts.count) files are not counted."),
      help: Message(
        sv: "Lägg exporten `\(name)` bland de andra.", en: "Put the export `\(name)` among the others."))
  }

  private static func diagnostics(of reason: RejectReason, _ log: RejectLog, _ file: FileReading) -> [Diagnostic] {
    let places = log.places[Int(reason.rawValue)]
    let count = log.counts[Int(reason.rawValue)]
    let (what, help) = reason.explanation
    return places.enumerated().map { index, place in
      let isLast = index == RejectLog.named - 1 && count > RejectLog.named
      let more = count - RejectLog.named
      let message =
        isLast
        ? Message(
          sv: "Raden räknas inte: \(what.swedish). Det gäller också \(more) rader längre ned.",
          en: "The row is not counted: \(what.english). So it is with \(more) rows further down.")
        : Message(
          sv: "Raden räknas inte: \(what.swedish).", en: "The row is not counted: \(what.english).")
      return Diagnostic(.rejectedRow, SourceRange(file: file.name, line: file.line(of: place)), message, help: help)
    }
  }
}

extension RejectReason {
  public var explanation: (what: Message, help: Message) {
    switch self {
    case .badColumns:
      (
        Message(
          sv: "den har fler eller färre celler än rubrikraden",
          en: "it has more or fewer cells than the headings"),
        Message(
          sv: "Sätt citattecken runt celler som innehåller skiljetecknet, eller exportera på nytt.",
          en: "Quote cells that contain the separator, or export again.")
      )
    case .missingValue:
      (
        Message(sv: "en cell som måste vara ifylld är tom", en: "a cell that must be filled in is empty"),
        Message(
          sv: "Fyll i värdet i källsystemet och exportera på nytt.",
          en: "Fill it in in the source system and export again.")
      )
    case .badDate:
      (
        Message(sv: "ett datum kan inte läsas", en: "a date cannot be read"),
        Message(
          sv: "Datum skrivs ÅÅÅÅ-MM-DD och tid HH:MM. Andra skrivsätt anges under `data` i site.yaml.",
          en: "Dates are written YYYY-MM-DD and times HH:MM. Other spellings are given under `data` in site.yaml.")
      )
    case .badValue:
      (
        Message(
          sv: "ett värde är inget av dem som kolumnen kan ha",
          en: "a value is none of those that the column may hold"),
        Message(
          sv: "Lägg till källsystemets ord under `data` i site.yaml.",
          en: "Add the source system's word under `data` in site.yaml.")
      )
    case .unknownUnit:
      (
        Message(sv: "enheten finns inte i enhetsregistret", en: "the unit is not in the register of units"),
        Message(
          sv: "Lägg till enheten i `enheter`, eller dess namn som alias där.",
          en: "Add the unit to `enheter`, or its name as an alias there.")
      )
    case .unknownLock:
      (
        Message(sv: "låset finns inte i låsregistret", en: "the lock is not in the register of locks"),
        Message(sv: "Ta med alla lås i exporten `las`.", en: "Include all locks in the export `las`.")
      )
    case .afterAsOf:
      (
        Message(
          sv: "den är daterad efter den dag som siffrorna gäller",
          en: "it is dated after the day of the figures"),
        Message(
          sv: "Välj en senare dag med --as-of om raden ska räknas.",
          en: "Choose a later day by --as-of if it is to count.")
      )
    case .futureDate:
      (
        Message(sv: "ett datum är senare än avläsningen", en: "a date is later than the reading"),
        Message(sv: "Rätta datumet i källsystemet.", en: "Correct the date in the source system.")
      )
    case .endBeforeStart:
      (
        Message(sv: "slutet ligger före början", en: "the end is before the beginning"),
        Message(sv: "Rätta tiderna i källsystemet.", en: "Correct the times in the source system.")
      )
    case .tooLong:
      (
        Message(sv: "besöket är längre än 24 timmar", en: "the visit is longer than 24 hours"),
        Message(sv: "Rätta sluttiden i källsystemet.", en: "Correct the end in the source system.")
      )
    case .unitNotValid:
      (
        Message(sv: "enheten gällde inte den dagen", en: "the unit was not valid that day"),
        Message(
          sv: "Kontrollera Gäller från och Gäller till i `enheter`.",
          en: "Check Gäller från and Gäller till in `enheter`.")
      )
    case .duplicateKey:
      (
        Message(sv: "en tidigare rad har samma nyckel", en: "an earlier row has the same key"),
        Message(
          sv: "Ta bort dubbletten eller den fil som kom två gånger.",
          en: "Remove the duplicate, or the file that came twice.")
      )
    }
  }
}
