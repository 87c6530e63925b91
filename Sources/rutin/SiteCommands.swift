import Arguments
import CivilTime
import Diagnostics
import Glibc
import JSON
import SiteBuild

/// `build` and `check`.
enum SiteCommands {
  static func build(_ invocation: Invocation) throws(EnvironmentFault) -> ExitStatus {
    let watch = Stopwatch()
    let output = invocation[Commands.output]
    let outcome = try builder(invocation, compresses: invocation[Commands.compress]).build(
      output: output, isStrict: invocation[Commands.strict], isClean: invocation[Commands.clean])
    report(outcome.diagnostics, invocation, invocation[Commands.reportFormat])
    guard invocation[Commands.reportFormat] == .human else { return outcome.isPublished ? .fine : .contentErrors }
    if outcome.isPublished {
      if let next = nextChange(outcome) { say(invocation, next) }
      if outcome.lacksAddress {
        say(
          invocation,
          Message(
            sv:
              "`adress:` saknas i site.yaml: utskrifter får ingen QR-kod, och flöde och kalendrar inga adresser till sidorna.",
            en:
              "`adress:` is missing in site.yaml: prints get no QR code, and feed and calendars no addresses of the pages."
          ))
      }
      let faults = count(outcome.diagnostics, invocation.language)
      if outcome.isUnchanged {
        say(
          invocation,
          Message(
            sv:
              "Inget har ändrats sedan förra bygget: \(number(outcome.pageCount, invocation)) sidor av \(number(outcome.documentCount, invocation)) dokument, \(faults), på \(watch.seconds(in: invocation.language)). Öppna \(output)/index.html",
            en:
              "Nothing has changed since the last build: \(number(outcome.pageCount, invocation)) pages of \(number(outcome.documentCount, invocation)) documents, \(faults), in \(watch.seconds(in: invocation.language)). Open \(output)/index.html"
          ))
        return .fine
      }
      say(
        invocation,
        Message(
          sv:
            "Byggde \(number(outcome.pageCount, invocation)) sidor av \(number(outcome.documentCount, invocation)) dokument på \(watch.seconds(in: invocation.language)), \(faults). Öppna \(output)/index.html",
          en:
            "Built \(number(outcome.pageCount, invocation)) pages of \(number(outcome.documentCount, invocation)) documents in \(watch.seconds(in: invocation.language)), \(faults). Open \(output)/index.html"
        ))
      return .fine
    }
    let faults = count(outcome.diagnostics, invocation.language)
    complain(
      Message(
        sv: "Inget byggdes: \(faults). Det som fanns i \(output)/ är orört.",
        en: "Nothing was built: \(faults). What was in \(output)/ is untouched."
      ).text(in: invocation.language))
    return .contentErrors
  }

  static func check(_ invocation: Invocation) throws(EnvironmentFault) -> ExitStatus {
    let watch = Stopwatch()
    let outcome = try builder(invocation).check()
    report(outcome.diagnostics, invocation, invocation[Commands.checkFormat])
    if invocation[Commands.checkFormat] == .human {
      let faults = count(outcome.diagnostics, invocation.language)
      say(
        invocation,
        Message(
          sv:
            "Kontrollerade \(number(outcome.documentCount, invocation)) dokument på \(watch.seconds(in: invocation.language)): \(faults). Inget skrevs.",
          en:
            "Checked \(number(outcome.documentCount, invocation)) documents in \(watch.seconds(in: invocation.language)): \(faults). Nothing was written."
        ))
    }
    let isFine = invocation[Commands.strict] ? outcome.diagnostics.isEmpty : outcome.diagnostics.errorCount == 0
    return isFine ? .fine : .contentErrors
  }

  /// The next day that a site built today would say something else.
  private static func nextChange(_ outcome: SiteBuilder.Outcome) -> Message? {
    guard let first = outcome.nextChanges.first else { return nil }
    let others = outcome.nextChanges.count - 1
    return Message(
      sv: "Nästa dag som något dokument ändrar läge: \(first.day.iso), \(first.title)"
        + (others > 0 ? " och \(others) till." : "."),
      en: "The next day that a document changes state: \(first.day.iso), \(first.title)"
        + (others > 0 ? " and \(others) more." : "."))
  }

  private static func builder(_ invocation: Invocation, compresses: Bool = false) -> SiteBuilder {
    let now = StockholmTime.date(atUnixSeconds: time(nil))
    var options = SiteOptions(asOf: invocation[Commands.asOf] ?? now, jobs: invocation[Commands.jobs])
    options.compresses = compresses
    options.leavesMemory = true
    return SiteBuilder(
      SiteFolders(
        content: invocation[Commands.content], theme: invocation[Commands.theme], themeHomes: [installedThemes],
        work: invocation[StatsCommand.work]),
      options, progress: Progress(isQuiet: invocation.isQuiet, language: invocation.language))
  }

  /// Beside the program, for one that is installed as `bin/rutin` and `share/rutin/themes`.
  private static var installedThemes: String {
    let program = CommandLine.arguments.first ?? ""
    guard let slash = program.lastIndex(of: "/") else { return "/usr/local/share/rutin/themes" }
    return program[..<slash] + "/../share/rutin/themes"
  }

  private static func report(_ diagnostics: [Diagnostic], _ invocation: Invocation, _ format: ReportFormat) {
    switch format {
    case .json: print(JSONValue.array(diagnostics.map { $0.json(in: invocation.language) }).text())
    case .sarif: print(diagnostics.sarif(in: invocation.language).text())
    case .human:
      let shown = invocation.isQuiet ? diagnostics.filter { $0.severity == .error } : diagnostics
      for diagnostic in shown { print(diagnostic.report(in: invocation.language)) }
    }
  }

  private static func say(_ invocation: Invocation, _ message: Message) {
    if !invocation.isQuiet { print(message.text(in: invocation.language)) }
  }

  private static func number(_ number: Int, _ invocation: Invocation) -> String {
    number.grouped(in: invocation.language)
  }

  /// "2 fel och 1 varning".
  private static func count(_ diagnostics: [Diagnostic], _ language: Language) -> String {
    let errors = diagnostics.errorCount
    let warnings = diagnostics.warningCount
    return language == .swedish
      ? "\(errors.grouped(in: language)) fel och \(warnings.grouped(in: language)) \(warnings == 1 ? "varning" : "varningar")"
      : "\(errors.grouped(in: language)) \(errors == 1 ? "error" : "errors") and \(warnings.grouped(in: language)) \(warnings == 1 ? "warning" : "warnings")"
  }
}
