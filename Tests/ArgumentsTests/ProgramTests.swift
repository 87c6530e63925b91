import Diagnostics
import Testing

@testable import Arguments

/// A command line beside what comes of it: `command key=value…`, or the first line of the complaint.
struct Line: CustomTestStringConvertible, Sendable {
  let arguments: String
  let outcome: String

  init(_ arguments: String, _ outcome: String) {
    self.arguments = arguments
    self.outcome = outcome
  }

  var testDescription: String { arguments }
}

enum Format: String {
  case human
  case json
  case sarif
}

enum Sample {
  static let content = Option.text("content", "DIR", default: "content", Message(sv: "Innehåll.", en: "Content."))
  static let output = Option.text("output", "DIR", default: "output", Message(sv: "Mål.", en: "Target."))
  static let contact = Option.text("contact", "NAME", default: "", Message(sv: "Vem.", en: "Who."))
  static let strict = Option.flag("strict", Message(sv: "Varningar är fel.", en: "Warnings are errors."))
  static let jobs = Option.number(
    "jobs", short: "j", in: 1...256, default: 2, Message(sv: "Trådar.", en: "Threads."))
  static let format = Option.choice(
    "format", of: [Format.human, .json], default: .human, Message(sv: "Form.", en: "Form."))
  static let day = Option<Int?>(
    "as-of", "DAY", default: nil, expected: Message(sv: "en dag som d7", en: "a day such as d7"),
    Message(sv: "Dag.", en: "Day.")
  ) { text in text.first == "d" ? Int(text.dropFirst()).map(Optional.some) : nil }

  static let program = Program(
    name: "prov", version: "1.2.3", summary: Message(sv: "ett prov", en: "a sample"),
    commands: [
      Command(
        "build", Message(sv: "bygger", en: "builds"), options: [content, output, contact, strict, jobs, format, day]),
      Command("inspect", Message(sv: "visar", en: "shows"), operands: .some("FILE"), options: [format]),
      Command("render", Message(sv: "skriver", en: "writes"), operands: .one("FILE|-")),
    ])

  /// What differs from the defaults, in a fixed order.
  static func summary(of invocation: Invocation) -> String {
    var parts = [invocation.command]
    if invocation.language != .swedish { parts.append("lang=\(invocation.language.rawValue)") }
    if invocation.isQuiet { parts.append("quiet") }
    if invocation[content] != "content" { parts.append("content=\(invocation[content])") }
    if invocation[output] != "output" { parts.append("output=\(invocation[output])") }
    if invocation[strict] { parts.append("strict") }
    if invocation[jobs] != 2 { parts.append("jobs=\(invocation[jobs])") }
    if invocation[format] != .human { parts.append("format=\(invocation[format])") }
    if let day = invocation[day] { parts.append("day=\(day)") }
    return (parts + invocation.operands.map { "[\($0)]" }).joined(separator: " ")
  }
}

struct ProgramTests {
  @Test(arguments: [
    Line("build", "build"),
    Line("build --content c --output=o", "build content=c output=o"),
    Line("build --output a --output b", "build output=b"),
    Line("build --strict -j4 --format json", "build strict jobs=4 format=json"),
    Line("build -q -j 8", "build quiet jobs=8"),
    Line("build --stri", "build strict"),
    Line("build --as-of d7", "build day=7"),
    Line("build --content --strict", "build content=--strict"),
    Line("--lang en build", "build lang=en"),
    Line("--quiet build --lang=en", "build lang=en quiet"),
    Line("inspect b a --format json c", "inspect format=json [b] [a] [c]"),
    Line("inspect -- --format a", "inspect [--format] [a]"),
    Line("inspect å.md", "inspect [å.md]"),
    Line("render -", "render [-]"),
  ])
  func readsRightUsage(_ line: Line) {
    guard case .run(let invocation) = parse(line.arguments) else {
      Issue.record("not read as a command: \(parse(line.arguments))")
      return
    }
    #expect(Sample.summary(of: invocation) == line.outcome)
  }

  @Test(arguments: [
    Line("biuld", "prov: Det finns inget kommando »biuld«. Menade du build?"),
    Line("xyzzy --content c", "prov: Det finns inget kommando »xyzzy«."),
    Line("--lang en biuld", "prov: There is no command \"biuld\". Did you mean build?"),
    Line("biuld --lang en", "prov: There is no command \"biuld\". Did you mean build?"),
    Line("build --ouput x", "prov: Det finns inget alternativ --ouput. Menade du --output?"),
    Line("build --ouput=x --lang en", "prov: There is no option --ouput. Did you mean --output?"),
    Line("build -x", "prov: Det finns inget alternativ -x."),
    Line("build --con x", "prov: --con kan betyda --contact eller --content."),
    Line("build --content", "prov: --content behöver ett värde: --content DIR"),
    Line("build -j", "prov: --jobs behöver ett värde: --jobs N"),
    Line("build --strict=ja", "prov: --strict tar inget värde."),
    Line("build --content=", "prov: --content kan inte vara »«. Välj något annat än tomt."),
    Line("build --jobs 0", "prov: --jobs kan inte vara »0«. Välj ett helt tal från 1 till 256."),
    Line("build --jobs +4", "prov: --jobs kan inte vara »+4«. Välj ett helt tal från 1 till 256."),
    Line(
      "build --jobs 99999999999999999999",
      "prov: --jobs kan inte vara »99999999999999999999«. Välj ett helt tal från 1 till 256."),
    Line("build --format sarif", "prov: --format kan inte vara »sarif«. Välj human eller json."),
    Line("build --format sarif --lang en", "prov: --format cannot be \"sarif\". Choose human or json."),
    Line("build --as-of 7", "prov: --as-of kan inte vara »7«. Välj en dag som d7."),
    Line("build --lang de", "prov: --lang kan inte vara »de«. Välj sv eller en."),
    Line("build a", "prov: »a« är ett ord för mycket."),
    Line("render a b", "prov: »b« är ett ord för mycket."),
    Line("render", "prov: FILE|- saknas."),
    Line("inspect --format json", "prov: FILE saknas."),
    Line("--content c build", "prov: --content skrivs efter kommandot."),
    Line("build --ouput x --format y", "prov: Det finns inget alternativ --ouput. Menade du --output?"),
    Line("render --format json a", "prov: Det finns inget alternativ --format."),
  ])
  func saysWhatIsWrong(_ line: Line) {
    guard case .wrong(let text) = parse(line.arguments) else {
      Issue.record("taken as right usage: \(parse(line.arguments))")
      return
    }
    #expect(text.split(separator: "\n").first.map(String.init) == line.outcome)
  }

  @Test func asksForACommandWithTheHelp() {
    guard case .wrong(let text) = parse("") else {
      Issue.record("no command was taken as right usage")
      return
    }
    #expect(text.hasPrefix("prov – ett prov"))
  }

  @Test(arguments: [Line("--version", "prov 1.2.3"), Line("build --version --nix", "prov 1.2.3")])
  func showsTheVersion(_ line: Line) {
    guard case .show(let text) = parse(line.arguments) else {
      Issue.record("not shown")
      return
    }
    #expect(text == line.outcome)
  }

  @Test(arguments: ["build --help", "--help build", "build -h --nix"])
  func showsTheHelpOfACommand(_ arguments: String) {
    guard case .show(let text) = parse(arguments) else {
      Issue.record("not shown")
      return
    }
    #expect(
      text == """
        prov build – bygger

        Användning: prov build [alternativ]

        Alternativ:
          --content DIR        Innehåll. Förval: content.
          --output DIR         Mål. Förval: output.
          --contact NAME       Vem.
          --strict             Varningar är fel.
          -j, --jobs N         Trådar. Förval: 2.
          --format human|json  Form. Förval: human.
          --as-of DAY          Dag.

        För alla kommandon:
          --lang sv|en  Språket i det som skrivs ut. Förval: sv.
          -q, --quiet   Skriver bara ut fel.
          -h, --help    Visar den här hjälpen.
          --version     Visar programmets version.
        """)
  }

  @Test func showsTheHelpOfTheProgramInEnglish() {
    guard case .show(let text) = parse("--help --lang en") else {
      Issue.record("not shown")
      return
    }
    #expect(text.hasPrefix("prov – a sample\n\nUsage: prov COMMAND [options]\n\nCommands:\n  build    builds\n"))
    #expect(text.hasSuffix("More about a command: prov COMMAND --help"))
  }

  @Test func keepsEveryHelpLineWithinEightyColumns() {
    let long = Message(sv: String(repeating: "ord ", count: 60), en: "")
    let program = Program(
      name: "prov", version: "1", summary: Message(sv: "", en: ""),
      commands: [
        Command(
          "build", Message(sv: "", en: ""),
          options: [
            Option.text("a", "DIR", default: "x", long),
            Option.text("a-name-that-is-far-too-wide", "DIR", default: "x", long),
          ])
      ])
    guard case .show(let text) = program.parse(["build", "--help"]) else {
      Issue.record("not shown")
      return
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(text.contains("\n  --a-name-that-is-far-too-wide DIR\n"))
  }

  private func parse(_ arguments: String) -> Outcome {
    Sample.program.parse(arguments.split(separator: " ").map(String.init))
  }
}
