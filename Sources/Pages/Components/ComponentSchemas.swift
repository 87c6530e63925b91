internal import Theming

extension PageSchemas {
  /// Where a measure is defined and what demands it.
  static let measure = Schema(
    "measure",
    ["id": .text, "title": .text, "definition": .text, "clause": .text.optional, "routines": .records(link)])

  static let source = Schema(
    "source",
    [
      "file": .text, "read": .text, "used": .text, "rejected": .text, "latest": .text.optional,
      "change": .text.optional,
    ])

  /// What stands behind the figures of a block, within one tap; `decision` is the municipality's own of small counts.
  static let provenance = Schema(
    "provenance",
    [
      "measures": .records(measure), "sources": .records(source), "period": .text.optional, "asOf": .text,
      "latest": .text.optional, "threshold": .text, "decision": .text.optional,
    ])

  /// `figure` names the cell: measure, kind of group, group, period.
  static let figure = Schema(
    "figure", ["text": .text, "note": .text.optional, "base": .text.optional, "hidden": .flag, "figure": .text])

  static let figureRow = Schema(
    "figureRow", ["name": .text, "note": .text.optional, "address": .text.optional, "figures": .records(figure)])

  static let columnHead = Schema("columnHead", ["text": .text, "note": .text.optional])

  /// `fixed` is what the caption says beside the title; `hides` when a small number is not told.
  static let figureTable = Schema(
    "figureTable",
    [
      "caption": .text, "fixed": .text.optional, "hides": .flag, "corner": .text, "heads": .records(columnHead),
      "rows": .records(figureRow),
      "csv": .text, "json": .text,
    ])

  static let card = Schema(
    "card",
    [
      "name": .text, "address": .text.optional, "figure": .record(figure), "target": .text.optional, "met": .flag,
      "missed": .flag, "period": .text, "spark": .markup.optional,
    ])

  static let drawing = Schema(
    "drawing",
    ["title": .text, "sentence": .text, "svg": .markup, "marks": .records(link), "table": .record(figureTable)])

  static let kpi = Schema(
    "kpi", ["id": .text, "title": .text, "level": .number, "cards": .records(card), "provenance": .record(provenance)])

  static let chart = Schema(
    "chart",
    ["id": .text, "title": .text, "level": .number, "drawings": .records(drawing), "provenance": .record(provenance)])

  static let table = Schema(
    "table",
    ["id": .text, "title": .text, "level": .number, "tables": .records(figureTable), "provenance": .record(provenance)])

  /// A kind of data, and the last day it tells of: judged again in the reader's browser.
  static let export = Schema("export", ["name": .text, "latest": .text])

  /// A measure that shows whether a routine is followed.
  static let indicator = Schema(
    "indicator",
    [
      "title": .text, "figure": .record(figure), "period": .text, "target": .text.optional, "met": .flag,
      "missed": .flag, "spark": .markup.optional, "dashboards": .records(link),
    ])

  static let dashboard = Schema(
    "dashboard",
    [
      "title": .text, "site": .record(site), "crumbs": .records(link), "group": .text.optional,
      "contents": .records(heading), "body": .markup, "exports": .records(export), "staleDays": .number,
      "siblings": .records(link),
    ])

  /// Texts of charts and figures.
  static let figureStrings =
    [
      "total", "targetAtLeast", "targetAtMost", "edition", "mark", "base", "months", "group", "period", "measure",
      "file",
      "csv.measure", "csv.name", "csv.kind", "csv.group", "csv.groupName", "csv.period", "csv.numerator",
      "csv.denominator", "csv.value", "csv.hidden", "withheld",
    ].map { "figure.\($0)" } + ["besok", "telefoner", "las", "monteringar"].map { "dataset.\($0)" }
}
