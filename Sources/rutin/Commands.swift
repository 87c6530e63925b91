import Arguments
import CivilTime
import Diagnostics
import SiteBuild

/// The commands that exist, their options, and which function does each.
enum Commands {
  static let content = Option<String>.text(
    "content", "DIR", default: "content",
    Message(
      sv: "Mappen med dokument, register och inställningar.", en: "The folder of documents, registers and settings."))
  static let theme = Option<String>.text(
    "theme", "NAME|DIR", default: "intranet",
    Message(sv: "Temat: ett namn i themes/ eller en mapp.", en: "The theme: a name in themes/ or a folder."))
  static let outputFolder = "output"
  static let output = Option<String>.text(
    "output", "DIR", default: outputFolder,
    Message(
      sv: "Mappen som webbplatsen skrivs till; byts ut i sin helhet.", en: "The site's folder; replaced as a whole."))
  static let asOf = Option<CivilDate?>(
    "as-of", "DATE", default: nil,
    expected: Message(sv: "ett datum som 2026-11-20", en: "a date like 2026-11-20"),
    Message(
      sv: "Dagen som giltighet bedöms för (annars i dag).", en: "The day that validity is judged for (otherwise today)."
    )
  ) { text in CivilDate(iso: text).map { .some($0) } }
  static let strict = Option<Bool>.flag(
    "strict", Message(sv: "Även varningar stoppar.", en: "Warnings stop it too."))
  static let compress = Option<Bool>.flag(
    "compress",
    Message(
      sv: "Lägger packade kopior (.gz, .br) bredvid filerna, för webbservern.",
      en: "Puts packed copies (.gz, .br) beside the files, for the web server."))
  static let clean = Option<Bool>.flag(
    "clean", Message(sv: "Bygger allt från början.", en: "Builds everything from scratch."))
  static let jobs = Option<Int>.number(
    "jobs", in: 1...256, default: availableProcessors(),
    Message(sv: "Hur många trådar som får arbeta.", en: "How many threads may work."))
  static let reportFormat = Option<ReportFormat>.choice(
    "format", of: [.human, .json], default: .human, Message(sv: "Hur fel skrivs ut.", en: "How faults are printed."))
  static let checkFormat = Option<ReportFormat>.choice(
    "format", of: [.human, .json, .sarif], default: .human,
    Message(sv: "Hur fel skrivs ut.", en: "How faults are printed."))
  static let inspectFormat = Option<ReportFormat>.choice(
    "format", of: [.human, .json], default: .human, Message(sv: "Hur det lästa skrivs ut.", en: "How it is printed."))
  static let without = Option<[String]>(
    "without", "STEP[,STEP]", default: [],
    expected: Message(sv: ReadingCommands.stepList, en: ReadingCommands.stepList),
    Message(sv: "Lässteg som inte ska göras.", en: "Reading steps to leave out.")
  ) { ReadingCommands.steps($0) }

  static let program = Program(
    name: "rutin", version: "0.1.0",
    summary: Message(
      sv: "gör en webbplats av kommunens rutiner", en: "makes a web site of a municipality's routines"),
    commands: [
      Command(
        "build", Message(sv: "bygger hela webbplatsen, allt eller inget", en: "builds the whole site, all or nothing"),
        options: [content, theme, output, asOf, strict, jobs, clean, compress, StatsCommand.work, reportFormat]),
      Command(
        "check",
        Message(
          sv: "läser och kontrollerar allt utan att skriva något", en: "reads and checks everything, writes nothing"),
        options: [content, theme, asOf, strict, jobs, StatsCommand.work, checkFormat]),
      Command(
        "inspect", Message(sv: "visar vad som lästs ur varje dokument", en: "shows what was read of each document"),
        operands: .some("FILE"), options: [without, inspectFormat]),
      Command(
        "render", Message(sv: "skriver ett dokuments text som HTML", en: "writes the body of one document as HTML"),
        operands: .one("FILE|-"), options: [without]),
      DueCommand.command,
      StatsCommand.command,
      SampleCommand.command,
    ] + EditionCommands.commands + WritingCommands.commands)

  static func run(_ invocation: Invocation) -> ExitStatus {
    do throws(EnvironmentFault) {
      switch invocation.command {
      case "build": return try SiteCommands.build(invocation)
      case "check": return try SiteCommands.check(invocation)
      case "inspect": return try ReadingCommands.inspect(invocation)
      case "due": return try DueCommand.run(invocation)
      case "stats": return try StatsCommand.run(invocation)
      case "sample": return try SampleCommand.run(invocation)
      case "inforce": return try EditionCommands.inForce(invocation)
      case "diff": return try EditionCommands.diff(invocation)
      case "new": return try WritingCommands.new(invocation)
      case "import": return try WritingCommands.importFiles(invocation)
      default: return try ReadingCommands.render(invocation)
      }
    } catch {
      complain(error.report(in: invocation.language))
      return .unable
    }
  }
}

enum ReportFormat: String, Sendable {
  case human, json, sarif
}
