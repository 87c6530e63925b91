internal import CivilTime
internal import Diagnostics
internal import Exports

/// What makes figures doubtful though every row is in order.
struct Doubts {
  let files: [FileTally]
  let asOf: Int32

  /// Days after which a reading is too old to tell of the present.
  static let staleAfter: Int32 = 35

  /// Tells of a latest reading that is old on the as-of date.
  func staleReading(_ latest: Int32?, of kind: ExportKind) -> [Diagnostic] {
    guard let latest, asOf - latest > Self.staleAfter, let file = files.last(where: { $0.kind == kind })
    else { return [] }
    return [
      Diagnostic(
        .doubtfulData, SourceRange(file: file.name),
        Message(
          sv: "Den senaste avläsningen är från \(latest.isoDay), \(asOf - latest) dagar före den dag siffrorna gäller.",
          en: "The latest reading is of \(latest.isoDay), \(asOf - latest) days before the day of the figures."),
        help: Message(sv: "Lägg in en ny export.", en: "Add a new export."))
    ]
  }

  /// Tells of files with less than half or more than twice the rows of the one before of their kind.
  func unlikeSizes() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for kind in [ExportKind.visits, .lockEvents, .phones, .locks] {
      let same = files.filter { $0.kind == kind }
      for (before, file) in zip(same, same.dropFirst()) {
        guard before.read >= 100, file.read * 2 < before.read || file.read > before.read * 2 else { continue }
        found.append(
          Diagnostic(
            .doubtfulData, SourceRange(file: file.name),
            Message(
              sv: "Filen har \(file.read) rader, filen före (\(before.name)) har \(before.read).",
              en: "The file has \(file.read) rows, the one before (\(before.name)) has \(before.read)."),
            help: Message(
              sv: "Kontrollera att exporten gäller en hel månad och alla enheter.",
              en: "Check that the export covers a whole month and all units.")))
      }
    }
    return found
  }
}
