internal import Diagnostics

extension FileReading {
  /// Tells of columns that the file lacks and that then count as empty, when figures depend on them.
  mutating func noteAbsentColumns(_ match: HeadingMatch, headerLine: Int) {
    let used: [String] =
      switch match.kind {
      case .units: ["Enhet", "Utförare", "Telefonbehov", "Vikarietelefoner", "Gäller till", "Ersätter"]
      case .locks: ["Brukarnr", "Kopplat från", "Kopplat till", "Batteri"]
      case .phones: ["Kopplad", "Senast använd"]
      case .visits: ["Slut"]
      case .jobs: ["Beställt"]
      case .lockEvents, .followUps: []
      }
    let absent = match.absent.filter { used.contains($0) }
    guard !absent.isEmpty else { return }
    let list = absent.map { "`\($0)`" }.joined(separator: ", ")
    diagnostics.append(
      Diagnostic(
        .missingColumn, SourceRange(file: name, line: max(1, headerLine)),
        Message(
          sv: "Kolumnerna \(list) saknas och räknas som tomma.",
          en: "The columns \(list) are missing and count as empty."),
        help: Message(
          sv: "Ta med dem i exporten, eller ange filens egna rubriker för dem under `data` i site.yaml.",
          en: "Include them in the export, or give the file's own headings for them under `data` in site.yaml.")))
  }

  /// Tells of headings that stand over several columns.
  mutating func noteRepeatedColumns(_ match: HeadingMatch, headerLine: Int) {
    guard !match.repeated.isEmpty else { return }
    let list = match.repeated.map { "`\($0)`" }.joined(separator: ", ")
    diagnostics.append(
      Diagnostic(
        .doubtfulData, SourceRange(file: name, line: max(1, headerLine)),
        Message(
          sv: "Rubriken för \(list) står över flera kolumner; bara den första av dem läses.",
          en: "The heading of \(list) stands over several columns; only the first of them is read."),
        help: Message(
          sv: "Ta bort eller döp om den kolumn som inte ska räknas.",
          en: "Remove or rename the column that is not to count.")))
  }

  /// Compares the total row's count with the rows that were read.
  mutating func checkTotal(_ row: TableRow, line: Int) {
    guard let claimed = TotalRow.claimed(by: row), claimed != rowCount else { return }
    diagnostics.append(
      Diagnostic(
        .differingTotal, SourceRange(file: name, line: line),
        Message(
          sv: "Summaraden säger \(claimed) rader, men \(rowCount) lästes.",
          en: "The total row says \(claimed) rows, but \(rowCount) were read."),
        help: Message(
          sv: "Exportera filen på nytt om rader saknas; annars behöver inget göras.",
          en: "Export the file again if rows are missing; otherwise nothing needs to be done.")))
  }
}
