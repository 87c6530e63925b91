internal import CivilTime
public import Diagnostics
internal import Documents
public import Handbook
internal import ICalendar
public import JSON

/// What falls due, for a terminal, a program or a calendar.
public struct DueReport: Sendable {
  public let items: [DueItem]
  /// What was wrong with the sources; documents that could not be read are not among the items.
  public let diagnostics: [Diagnostic]
  private let library: Library

  /// What falls due within so many days of the options' as-of date.
  public init(_ folders: SiteFolders, _ options: SiteOptions, within days: Int) throws(EnvironmentFault) {
    let (sources, faults) = try folders.read(jobs: options.jobs)
    let checked = SiteMaker(options).check(sources)
    library = checked.library
    items = library.due(within: days)
    let contentFiles = Set(sources.content.map(\.path))
    diagnostics =
      (faults
      + checked.diagnostics.map {
        contentFiles.contains($0.range.file) ? $0.below(folders.content) : $0
      }).filter { $0.severity == .error }
  }

  /// A line for each: day, what sort, what and who.
  public func text(in language: Language) -> String {
    let kinds: [DueItem.Kind: Message] = [
      .document: Message(sv: "dokument", en: "document"), .duty: Message(sv: "uppgift", en: "duty"),
    ]
    let passed = Message(sv: "passerat", en: "passed").text(in: language)
    return items.map { item in
      let kind = kinds[item.kind]?.text(in: language) ?? ""
      let padding = String(repeating: " ", count: max(0, 8 - kind.count))
      let details = [item.who, item.day < library.asOf ? passed : ""].filter { !$0.isEmpty }
      return "\(item.day.iso)  \(kind)\(padding)  \(item.what)"
        + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))") + "\n"
    }.joined()
  }

  public func json() -> JSONValue {
    .array(
      items.map { item in
        let routine = library.routines[item.routine]
        return .object([
          ("day", .string(item.day.iso)), ("kind", .string(item.kind.rawValue)), ("what", .string(item.what)),
          ("who", .string(item.who)), ("period", .optional(item.period)), ("file", .string(routine.document.file)),
          ("id", .optional(routine.id)), ("state", .string(routine.state.rawValue)),
        ])
      })
  }

  /// RFC 5545.
  public func calendar(in language: Language) -> String {
    let review = Message(sv: "Ses över", en: "Review").text(in: language)
    return CalendarFile(
      name: library.configuration.name, made: library.asOf,
      events: items.map { item in
        let routine = library.routines[item.routine]
        return CalendarFile.Event(
          id: "\(item.kind.rawValue)-\(routine.slug)-\(item.what)-\(item.period ?? item.day.iso)@rutinparm",
          day: item.day, summary: item.kind == .document ? "\(review): \(item.what)" : item.what,
          description: [item.who, routine.title].filter { !$0.isEmpty }.joined(separator: ", "))
      }
    ).text()
  }
}
