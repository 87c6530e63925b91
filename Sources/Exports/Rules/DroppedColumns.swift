internal import Swedish

/// Headings of columns that are never read, whatever the configuration says.
enum DroppedColumns {
  private static let headings: Set<String> = Set(
    [
      "Personnummer", "Pnr", "Personnr", "Samordningsnummer", "Förnamn", "Efternamn", "Adress", "Gata", "Gatuadress",
      "Postnr", "Postnummer", "Ort", "Postort", "Portkod", "Telefonnummer", "Telefonnr", "IMEI", "E-post",
      "Epostadress",
      "Anteckning", "Anteckningar", "Notering", "Noteringar", "Insatser", "Koordinat", "Koordinater", "lat", "lon",
      "Latitud", "Longitud", "Kön", "Födelseår",
    ].map { Folding.key($0) })

  /// Whether a column with this heading stays unread in files of the kind.
  static func contain(_ heading: String, in kind: ExportKind) -> Bool {
    let key = Folding.key(heading)
    if key == "namn" { return kind == .visits || kind == .locks }
    return headings.contains(key)
  }
}
