import Arguments
import CivilTime
import Diagnostics
import Glibc
import JSON
import SiteBuild

/// `stats`: figures of the exports.
enum StatsCommand {
  static let data = Option<String>.text(
    "data", "DIR", default: "content/data", Message(sv: "Mappen med exporter.", en: "The folder of exports."))
  static let work = Option<String>.text(
    "work", "DIR", default: ".rutin",
    Message(
      sv: "Mappen för nyckel, sparade läsningar och röjandekontrollens bevis.",
      en: "The folder of the key, kept readings and the proof of disclosure control."))
  static let by = Option<FigureQuery.Grouping?>(
    "by", "provider|unit|total", default: nil,
    expected: Message(sv: "provider, unit eller total", en: "provider, unit or total"),
    Message(sv: "Bara de grupperna (annars alla).", en: "Only those groups (otherwise all).")
  ) { text in FigureQuery.Grouping(rawValue: text).map { .some($0) } }
  static let period = Option<FigureQuery.Period>.choice(
    "period", of: FigureQuery.Period.allCases, default: .month,
    Message(sv: "Hur långa perioder.", en: "How long the periods are."))
  static let from = month(
    "from",
    Message(sv: "Första månaden, eller en i första halvåret.", en: "The first month, or one in the first half-year."))
  static let to = month(
    "to", Message(sv: "Sista månaden, eller en i sista halvåret.", en: "The last month, or one in the last half-year."))
  static let format = Option<FigureFormat>.choice(
    "format", of: FigureFormat.allCases, default: .table,
    Message(sv: "Hur siffrorna skrivs ut.", en: "How figures are printed."))
  static let raw = Option<Bool>.flag(
    "raw",
    Message(
      sv: "Utan röjandekontroll: arbetsmaterial, aldrig till innehåll eller webbplats.",
      en: "Without disclosure control: working material, never into content or site."))

  static let command = Command(
    "stats", Message(sv: "räknar siffrorna ur exporterna", en: "counts the figures of the exports"),
    operands: .some("MEASURE|all"),
    options: [
      data, Commands.content, Commands.output, work, by, period, from, to, Commands.asOf, Commands.jobs, format, raw,
    ])

  static func run(_ invocation: Invocation) throws(EnvironmentFault) -> ExitStatus {
    let isRaw = invocation[raw]
    if isRaw {
      try WorkingMaterial.refuseStandardOutput(
        inside: [invocation[Commands.content], invocation[data], invocation[Commands.output]])
    }
    var query = FigureQuery(
      measures: invocation.operands, asOf: invocation[Commands.asOf] ?? StockholmTime.date(atUnixSeconds: time(nil)))
    query.grouping = invocation[by]
    query.period = invocation[period]
    query.from = invocation[from]
    query.to = invocation[to]
    query.jobs = invocation[Commands.jobs]
    let report = try FigureReport(
      query, data: invocation[data], content: invocation[Commands.content], work: WorkFolder(invocation[work]),
      raw: isRaw)
    for diagnostic in report.diagnostics where !invocation.isQuiet || diagnostic.severity == .error {
      complain(diagnostic.report(in: invocation.language))
    }
    switch invocation[format] {
    case .csv: print(report.csv(), terminator: "")
    case .json: print(report.json().text())
    case .table: print(report.table(in: invocation.language), terminator: "")
    }
    if isRaw { complain(FigureReport.mark.text(in: invocation.language)) }
    if !invocation.isQuiet, let notice = report.notice { complain(notice.text(in: invocation.language)) }
    if !invocation.isQuiet { complain(summary(report, invocation.language)) }
    return report.diagnostics.errorCount == 0 ? .fine : .contentErrors
  }

  private static func summary(_ report: FigureReport, _ language: Language) -> String {
    func number(_ value: Int) -> String { value.grouped(in: language) }
    return Message(
      sv:
        "Läste \(number(report.readCount)) rader, \(number(report.rejectedCount)) underkända; \(number(report.freshFiles)) filer lästes nu, \(number(report.keptFiles)) var lästa sedan förut.",
      en:
        "Read \(number(report.readCount)) rows, \(number(report.rejectedCount)) rejected; \(number(report.freshFiles)) files were read now, \(number(report.keptFiles)) had been read before."
    ).text(in: language)
  }

  static func month(_ name: String, _ summary: Message) -> Option<CivilMonth?> {
    Option<CivilMonth?>(
      name, "YYYY-MM", default: nil, expected: Message(sv: "en månad som 2026-03", en: "a month like 2026-03"), summary
    ) { text in CivilMonth(iso: text).map { .some($0) } }
  }
}

enum FigureFormat: String, Sendable, CaseIterable {
  case table, csv, json
}
