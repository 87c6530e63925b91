internal import Diagnostics

extension Measure {
  /// D of `measures.md` 9, which is told of every file whatever is asked for.
  public static let ofFiles: [Measure] = [
    Measure(
      id: "D.rows", dataset: .visits, counted: .rows, formula: .ratio(.all, of: .all), unit: .share,
      title: Message(sv: "Rader som räknas", en: "Rows that count"),
      definition: Message(
        sv: "Godkända rader av dem som lästes i filen.", en: "Accepted rows of those read in the file."),
      clause: "measures.md 9"),
    Measure(
      id: "D.rejected", dataset: .visits, counted: .rows, formula: .count(.all), unit: .count,
      title: Message(sv: "Underkända rader", en: "Rejected rows"),
      definition: Message(
        sv: "Rader som inte räknas, efter skäl.", en: "Rows that do not count, by reason."), clause: "measures.md 9"),
  ]
}
