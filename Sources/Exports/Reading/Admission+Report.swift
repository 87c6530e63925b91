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
    let count = log.counts[Int(reason.rawValue)]
    return log.rows[Int(reason.rawValue)].enumerated().map { index, row in
      let (what, help) = Rejection(reason, row.detail).explanation(in: file.kind)
      let isLast = index == RejectLog.named - 1 && count > RejectLog.named
      let more = count - RejectLog.named
      let message =
        isLast
        ? Message(
          sv: "Raden räknas inte: \(what.swedish). Fel av samma slag finns på \(more) rader längre ned.",
          en: "The row is not counted: \(what.english). Faults of the same sort are on \(more) rows further down.")
        : Message(
          sv: "Raden räknas inte: \(what.swedish).", en: "The row is not counted: \(what.english).")
      return Diagnostic(.rejectedRow, SourceRange(file: file.name, line: file.line(of: row.place)), message, help: help)
    }
  }
}
