internal import Swedish

/// A header label and the fact that it names; `documents.md` 1.
struct Label {
  var field: HeaderField
  /// Says `Dokument…` or the like, so that it counts wherever it stands.
  var isCertain: Bool
  /// `Dokumentet gäller` says nothing of what follows: only a date or `tillsvidare` makes it a label.
  var isBare = false

  /// By the label's folded words.
  static let known: [[UInt8]: Label] = {
    var known: [[UInt8]: Label] = [:]
    for (field, certain, common) in table {
      for text in certain { known[Array(Folding.words(text).utf8)] = Label(field: field, isCertain: true) }
      for text in common { known[Array(Folding.words(text).utf8)] = Label(field: field, isCertain: false) }
    }
    for text in ["dokumentet galler", "galler"] {
      known[Array(text.utf8)] = Label(field: .validTo, isCertain: text != "galler", isBare: true)
    }
    return known
  }()

  private static let table: [(field: HeaderField, certain: [String], common: [String])] = [
    (
      .decidedBy,
      [
        "dokumentet är beslutat av", "dokumentet är beslutat och uppdaterat av", "beslutad eller godkänd av",
        "dokumentet är fastställt av",
      ], ["beslutad av", "beslutat av", "fastställd av", "fastställt av"]
    ),
    (
      .createdBy, ["dokument upprättat av", "dokumentet upprättat av", "dokumentet är upprättat av"],
      ["upprättad av", "upprättat av"]
    ),
    (
      .decidedOn,
      [
        "dokumentet beslutades", "dokumentet beslutades den", "dokumentet är beslutat den", "beslutat datum",
        "beslutsdatum",
      ],
      ["beslutad", "beslutad den"]
    ),
    (
      .createdOn, ["dokumentet upprättat", "dokumentet upprättades", "dokumentet upprättades den"],
      ["upprättat", "upprättad", "upprättat den", "upprättad den"]
    ),
    (
      .updatedOn,
      [
        "dokumentet uppdaterat", "dokumentet är uppdaterat", "dokument uppdaterat", "dokumentet uppdaterat den",
        "dokumentet är uppdaterat den", "dokument uppdaterat den", "dokument uppdaterat de",
      ], ["uppdaterat", "uppdaterad", "uppdaterat den", "uppdaterad den", "reviderad", "reviderat", "reviderad den"]
    ),
    (
      .validFrom,
      ["gäller från datum", "dokumentet gäller från", "dokumentet gäller från den", "dokumentet gäller från och med"],
      ["gäller från", "gäller från och med", "gäller från den"]
    ),
    (
      .validTo, ["dokumentet gäller till", "dokumentet gäller till den", "dokumentet gäller till och med"],
      ["gäller till", "gäller till den", "gäller till och med"]
    ),
    (.replaces, ["dokumentet ersätter", "ersätter tidigare beslut"], ["ersätter"]),
    (
      .owner, ["dokumentansvarig", "dokumentansvarig är", "dokumentansvariga", "ansvarig förvaltning och avdelning"],
      ["ansvarig", "ansvariga"]
    ),
    (.kind, ["dokumenttyp"], []), (.documentName, ["dokumentnamn"], []), (.name, [], ["titel"]),
    (.audience, [], ["målgrupp"]), (.subjects, [], ["ämnesord"]),
  ]
}
