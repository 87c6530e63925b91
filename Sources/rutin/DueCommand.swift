import Arguments
import CivilTime
import Diagnostics
import Glibc
import JSON
import SiteBuild

/// `due`: what falls due.
enum DueCommand {
  enum Format: String, Sendable, CaseIterable {
    case human, json, ics
  }

  static let within = Option<Int>(
    "within", "DAYS", default: 90, shownDefault: "90d",
    expected: Message(sv: "antal dagar, som 90d", en: "a number of days, like 90d"),
    Message(sv: "Hur långt fram.", en: "How far ahead.")
  ) { text in Int(text.hasSuffix("d") ? text.dropLast() : text[...]).flatMap { (0...3660).contains($0) ? $0 : nil } }
  static let format = Option<Format>.choice(
    "format", of: Format.allCases, default: .human, Message(sv: "Hur listan skrivs ut.", en: "How it is printed."))

  static let command = Command(
    "due",
    Message(
      sv: "visar vad som ska ses över eller göras; slutar med 1 när det finns något",
      en: "shows what falls due; ends with 1 when there is anything"),
    options: [Commands.content, Commands.asOf, Commands.jobs, within, format])

  /// 0 nothing falls due, 1 something does, 2 the content has errors: the list may then lack something.
  static func run(_ invocation: Invocation) throws(EnvironmentFault) -> ExitStatus {
    let asOf = invocation[Commands.asOf] ?? StockholmTime.date(atUnixSeconds: time(nil))
    let report = try DueReport(
      SiteFolders(content: invocation[Commands.content], theme: "intranet"),
      SiteOptions(asOf: asOf, jobs: invocation[Commands.jobs]), within: invocation[within])
    for diagnostic in report.diagnostics { complain(diagnostic.report(in: invocation.language)) }
    switch invocation[format] {
    case .human: print(report.text(in: invocation.language), terminator: "")
    case .json: print(report.json().text())
    case .ics: print(report.calendar(in: invocation.language), terminator: "")
    }
    return report.diagnostics.isEmpty ? (report.items.isEmpty ? .fine : .contentErrors) : .unable
  }
}
