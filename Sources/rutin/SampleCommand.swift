import Arguments
import CivilTime
import Diagnostics
import Glibc
import JSON
import SiteBuild

/// `sample`: the auditor's draw of clients.
enum SampleCommand {
  static let month = StatsCommand.month("month", Message(sv: "Månaden som granskas.", en: "The month under review."))
  static let provider = Option<String>.text(
    "provider", "ID", default: "",
    Message(sv: "Bara den utföraren (annars alla).", en: "Only that provider (otherwise all)."))
  static let file = Option<String>.text(
    "output", "FILE", default: "",
    Message(
      sv: "En fil utanför innehåll och webbplats (annars skrivs det ut).",
      en: "A file outside content and site (otherwise it is printed)."))

  static let command = Command(
    "sample",
    Message(
      sv: "drar granskarens stickprov av brukare (arbetsmaterial)",
      en: "draws the auditor's sample of clients (working material)"),
    options: [
      month, provider, StatsCommand.data, Commands.content, StatsCommand.work, Commands.asOf, Commands.jobs,
      StatsCommand.format, file,
    ])

  static func run(_ invocation: Invocation) throws(EnvironmentFault) -> ExitStatus {
    guard let month = invocation[month] else {
      throw EnvironmentFault(
        .other, "", Message(sv: "Vilken månad ska granskas?", en: "Which month is under review?"),
        help: Message(
          sv: "Skriv till exempel rutin sample --month 2026-03.", en: "Write rutin sample --month 2026-03, say."))
    }
    let forbidden = [invocation[Commands.content], invocation[StatsCommand.data], Commands.outputFolder]
    let file = invocation[file]
    if file.isEmpty {
      try WorkingMaterial.refuseStandardOutput(inside: forbidden)
    } else {
      try WorkingMaterial.refuse(file, inside: forbidden)
    }
    let provider = invocation[provider]
    let sample = try AuditSample(
      month, provider: provider.isEmpty ? nil : provider,
      asOf: invocation[Commands.asOf] ?? StockholmTime.date(atUnixSeconds: time(nil)),
      data: invocation[StatsCommand.data], content: invocation[Commands.content],
      work: WorkFolder(invocation[StatsCommand.work]), jobs: invocation[Commands.jobs])
    for diagnostic in sample.diagnostics where !invocation.isQuiet || diagnostic.severity == .error {
      complain(diagnostic.report(in: invocation.language))
    }
    let text =
      switch invocation[StatsCommand.format] {
      case .csv: sample.csv()
      case .json: sample.json().text() + "\n"
      case .table: sample.table(in: invocation.language)
      }
    if file.isEmpty {
      print(text, terminator: "")
    } else {
      try WorkingMaterial.write(text, to: file, outside: forbidden)
      if !invocation.isQuiet {
        complain(
          Message(
            sv: "Stickprovet ligger i \(file). Det är arbetsmaterial: sprid det inte.",
            en: "The sample is in \(file). It is working material: do not spread it."
          ).text(in: invocation.language))
      }
    }
    return sample.diagnostics.errorCount == 0 ? .fine : .contentErrors
  }
}
