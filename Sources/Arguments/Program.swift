public import Diagnostics

/// What a command line turned out to mean.
public enum Outcome: Sendable {
  case run(Invocation)
  /// Help or version, asked for: to standard output, exit status 0.
  case show(String)
  /// Wrong usage: to standard error, exit status 2.
  case wrong(String)
}

/// The program's commands, and how a command line is read as one of them.
public struct Program: Sendable {
  let name: String
  let version: String
  let summary: Message
  let commands: [Command]

  static let language = Option<Language>.choice(
    "lang", of: Language.allCases, default: .swedish,
    Message(sv: "Språket i det som skrivs ut.", en: "The language of what is printed."))
  static let quiet = Option<Bool>.flag(
    "quiet", short: "q", Message(sv: "Skriver bara ut fel.", en: "Prints faults only."))
  static let help = Option<Bool>.flag(
    "help", short: "h", Message(sv: "Visar den här hjälpen.", en: "Shows this help."))
  static let versionFlag = Option<Bool>.flag(
    "version", Message(sv: "Visar programmets version.", en: "Shows the program's version."))
  static let common = [language.declaration, quiet.declaration, help.declaration, versionFlag.declaration]

  public init(name: String, version: String, summary: Message, commands: [Command]) {
    self.name = name
    self.version = version
    self.summary = summary
    self.commands = commands
  }

  /// - Parameter arguments: without the program's own name.
  public func parse(_ arguments: [String]) -> Outcome {
    var line = CommandLineReading(self)
    line.read(arguments)
    let language = line.value(of: Self.language)
    if line.value(of: Self.help) { return .show(help(for: line.command, in: language)) }
    if line.value(of: Self.versionFlag) { return .show("\(name) \(version)") }
    if let fault = line.faults.first {
      let hint = line.command.map { "\(name) \($0.name) --help" } ?? "\(name) --help"
      return .wrong(
        "\(name): \(fault.text(in: language))\n\(language == .swedish ? "Hjälp" : "Help"): \(hint)")
    }
    guard let command = line.command else {
      return .wrong(help(for: nil, in: language))
    }
    return .run(
      Invocation(
        command: command.name, operands: line.operands, language: language,
        isQuiet: line.value(of: Self.quiet), values: line.values))
  }
}
