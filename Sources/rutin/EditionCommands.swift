import Arguments
import CivilTime
import Diagnostics
import Differences
import Documents
import Glibc
import HTML
import Handbook
import JSON
import SiteBuild

/// `inforce` and `diff`: what applied when, and what was changed.
enum EditionCommands {
  static let on = Option<CivilDate?>(
    "on", "DATE", default: nil, expected: Message(sv: "ett datum som 2026-11-20", en: "a date like 2026-11-20"),
    Message(sv: "Dagen (annars i dag).", en: "The day (otherwise today).")
  ) { text in CivilDate(iso: text).map { .some($0) } }
  static let listFormat = Option<ListFormat>.choice(
    "format", of: ListFormat.allCases, default: .human,
    Message(sv: "Hur listan skrivs ut.", en: "How the list is printed."))
  static let differenceFormat = Option<DifferenceFormat>.choice(
    "format", of: DifferenceFormat.allCases, default: .human,
    Message(sv: "Hur skillnaden skrivs ut.", en: "How the difference is printed."))

  static let commands = [
    Command(
      "inforce", Message(sv: "visar vad som gällde en viss dag", en: "shows what applied on a day"),
      options: [on, Commands.content, StatsCommand.work, Commands.jobs, listFormat]),
    Command(
      "diff",
      Message(
        sv: "visar vad som skiljer två utgåvor, ord för ord", en: "shows how two editions differ, word by word"),
      operands: .some("FILE|ID|ID@EDITION"),
      options: [Commands.content, StatsCommand.work, Commands.jobs, differenceFormat]),
  ]

  private static func library(_ invocation: Invocation, _ day: CivilDate) throws(EnvironmentFault) -> Library {
    let folders = SiteFolders(
      content: invocation[Commands.content], theme: "", work: invocation[StatsCommand.work])
    let (sources, _) = try folders.readContent(jobs: invocation[Commands.jobs])
    return SiteMaker(SiteOptions(asOf: day, jobs: invocation[Commands.jobs])).read(sources).library
  }

  // MARK: inforce

  static func inForce(_ invocation: Invocation) throws(EnvironmentFault) -> ExitStatus {
    let day = invocation[on] ?? StockholmTime.date(atUnixSeconds: time(nil))
    let library = try library(invocation, day)
    let applied = library.applied(on: day)
    if invocation[listFormat] == .json {
      print(JSONValue.array(applied.map { json($0, library) }).text())
      return .fine
    }
    for entry in applied { print(line(entry, library, invocation.language)) }
    let count = applied.count.grouped(in: invocation.language)
    if !invocation.isQuiet {
      print(
        Message(sv: "\(count) dokument gällde \(day.iso).", en: "\(count) documents applied on \(day.iso).")
          .text(in: invocation.language))
    }
    return .fine
  }

  private static func line(_ entry: AppliedEdition, _ library: Library, _ language: Language) -> String {
    let document = entry.edition.document
    var parts = [library.routines[entry.routine].id, document.title].compactMap { $0 }
    if let number = document.frontMatter.edition {
      parts.append(Message(sv: "utgåva \(number)", en: "edition \(number)").text(in: language))
    }
    if let start = entry.edition.start {
      parts.append(Message(sv: "från \(start.iso)", en: "from \(start.iso)").text(in: language))
    }
    if !entry.isCertain {
      parts.append(
        Message(
          sv: "OSÄKERT: ersatt eller upphävt sedan dess, okänt när",
          en: "UNCERTAIN: replaced or withdrawn since, nobody knows when"
        ).text(in: language))
    }
    return parts.joined(separator: ", ")
  }

  private static func json(_ entry: AppliedEdition, _ library: Library) -> JSONValue {
    let document = entry.edition.document
    return .object([
      ("file", .string(library.routines[entry.routine].document.file)),
      ("id", .optional(library.routines[entry.routine].id)), ("title", .string(document.title)),
      ("edition", .optional(document.frontMatter.edition)), ("from", .optional(entry.edition.start?.iso)),
      ("decidedOn", .optional(document.facts.decidedOn.value?.iso)),
      ("decidedBy", .optional(document.facts.decidedBy.value)), ("state", .string(entry.state.rawValue)),
      ("certain", .bool(entry.isCertain)),
    ])
  }

  // MARK: diff

  static func diff(_ invocation: Invocation) throws(EnvironmentFault) -> ExitStatus {
    guard invocation.operands.count == 2 else {
      throw EnvironmentFault(
        .other, "", Message(sv: "Två utgåvor behövs.", en: "Two editions are needed."),
        help: Message(
          sv: "Skriv till exempel rutin diff VOF-R-008@1 VOF-R-008.",
          en: "Write rutin diff VOF-R-008@1 VOF-R-008, say."))
    }
    var texts: [String] = []
    for operand in invocation.operands { texts.append(text(of: try document(operand, invocation))) }
    let difference = Difference(from: texts[0], to: texts[1])
    switch invocation[differenceFormat] {
    case .human: print(human(difference), terminator: "")
    case .html: print(html(difference).string, terminator: "")
    }
    return .fine
  }

  /// A file, or an edition of a document of the content folder.
  private static func document(_ name: String, _ invocation: Invocation) throws(EnvironmentFault) -> Document {
    if access(name, R_OK) == 0 {
      return DocumentReader.read(try bytes(ofFile: name), file: name, rules: try SiteRules.around(name))
    }
    let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
    let library = try library(invocation, StockholmTime.date(atUnixSeconds: time(nil)))
    guard let routine = library.routine(named: parts[0]) else {
      throw EnvironmentFault(
        .missing, name,
        Message(
          sv: "”\(parts[0])” är varken en fil eller ett dokument.",
          en: "“\(parts[0])” is neither a file nor a document."))
    }
    if parts.count == 1 { return library.routines[routine].document }
    let editions = library.recordedEditions[routine] ?? []
    if let edition = editions.first(where: { $0.slug == parts[1] }) { return edition.document }
    let known = editions.map { "\(parts[0])@\($0.slug)" }.joined(separator: ", ")
    throw EnvironmentFault(
      .missing, name, Message(sv: "Utgåvan \(name) finns inte.", en: "There is no edition \(name)."),
      help: known.isEmpty ? nil : Message(sv: "Det finns \(known).", en: "There are \(known)."))
  }

  private static func text(of document: Document) -> String {
    (["# " + document.title] + document.textLines()).joined(separator: "\n") + "\n"
  }

  /// Changed lines with what stands around them; marks that need no colour.
  private static func human(_ difference: Difference) -> String {
    var text = ""
    for line in difference.lines {
      let isChanged = line.contains { $0.change != .kept }
      let words = line.map { part in
        switch part.change {
        case .kept: part.text
        case .removed: "[-\(part.text)-]"
        case .inserted: "{+\(part.text)+}"
        }
      }.joined()
      text += isChanged ? "* \(words)\n" : "  \(words)\n"
    }
    return text
  }

  private static func html(_ difference: Difference) -> Markup {
    var markup = Markup()
    for line in difference.lines {
      markup.append(literal: "<p>")
      for part in line {
        switch part.change {
        case .kept: markup.append(text: part.text)
        case .removed:
          markup.append(literal: "<del>")
          markup.append(text: part.text)
          markup.append(literal: "</del>")
        case .inserted:
          markup.append(literal: "<ins>")
          markup.append(text: part.text)
          markup.append(literal: "</ins>")
        }
      }
      markup.append(literal: "</p>\n")
    }
    return markup
  }
}

enum ListFormat: String, Sendable, CaseIterable {
  case human, json
}

enum DifferenceFormat: String, Sendable, CaseIterable {
  case human, html
}
