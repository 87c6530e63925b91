internal import Theming

extension PageSchemas {
  /// One edition of a routine in its list; `changes` is the page that says what differs from the one before.
  static let editionEntry = Schema(
    "editionEntry",
    [
      "label": .text, "date": .text.optional, "decidedBy": .text.optional, "note": .text.optional,
      "significance": .text.optional, "address": .text, "current": .flag, "reviews": .texts,
      "changes": .text.optional,
    ])

  /// An earlier edition; `item` is the document as it is now, `editions` all of them, latest first.
  static let edition = Schema(
    "edition",
    [
      "title": .text, "site": .record(site), "crumbs": .records(link), "item": .record(item),
      "edition": .record(editionEntry), "facts": .records(fact), "contents": .records(heading), "body": .markup,
      "editions": .records(editionEntry), "differences": .records(link),
    ])

  /// Words with one fate; neither flag for those that stayed.
  static let words = Schema("words", ["text": .text, "inserted": .flag, "removed": .flag])

  /// A paragraph, heading or item; `skipped` stands for so many that did not change.
  static let line = Schema(
    "line",
    [
      "words": .records(words), "heading": .flag, "changed": .flag, "skipped": .text.optional,
    ])

  /// What differs between two editions; header facts first, as they are shown.
  static let difference = Schema(
    "difference",
    [
      "title": .text, "site": .record(site), "crumbs": .records(link), "item": .record(item),
      "from": .record(editionEntry), "to": .record(editionEntry), "facts": .records(line), "lines": .records(line),
      "same": .flag, "differences": .records(link),
    ])

  static let editionStrings = [
    "archive.description", "editions.number", "editions.decided", "editions.ordinal", "editions.significant",
    "editions.editorial", "editions.pair", "editions.skipped.one", "editions.skipped.other",
  ]
}
