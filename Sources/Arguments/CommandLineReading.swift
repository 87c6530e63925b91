internal import Diagnostics
internal import Swedish

/// One command line on its way to a meaning: all of it is read, whatever is wrong with it, so that the language holds for
/// the complaint too.
struct CommandLineReading {
  private let program: Program
  private(set) var command: Command?
  private(set) var operands: [String] = []
  private(set) var values: [String: any Sendable] = [:]
  /// In the order of the line.
  private(set) var faults: [Message] = []

  init(_ program: Program) {
    self.program = program
  }

  func value<Value>(of option: Option<Value>) -> Value {
    values[option.declaration.name] as? Value ?? option.absent
  }

  mutating func read(_ arguments: [String]) {
    var rest: [String] = []
    for token in OptionScanner(Program.common).tokens(in: arguments) {
      if case .operand(let word, let position) = token {
        command = program.commands.first { $0.name == word }
        if command == nil { faults.append(unknownCommand(word)) }
        rest = Array(arguments[(position + 1)...])
        break
      }
      take(token, of: Program.common)
    }
    let options = (command?.options ?? []) + Program.common
    for token in OptionScanner(options).tokens(in: rest) {
      // After a command that does not exist, nobody knows which options are right.
      if command == nil, case .unknown = token { continue }
      take(token, of: options)
    }
    checkOperands()
  }

  private mutating func take(_ token: OptionScanner.Token, of options: [OptionDeclaration]) {
    switch token {
    case .option(let index, let value): take(value, of: options[index])
    case .operand(let word, _): operands.append(word)
    case .unknown(let word): faults.append(unknownOption(word, among: options))
    case .ambiguous(let word): faults.append(Self.ambiguous(word, among: options))
    case .missingValue(let index):
      let option = options[index]
      faults.append(
        Message(
          sv: "--\(option.name) behöver ett värde: --\(option.name) \(option.placeholder ?? "")",
          en: "--\(option.name) needs a value: --\(option.name) \(option.placeholder ?? "")"))
    case .unexpectedValue(let index):
      faults.append(
        Message(sv: "--\(options[index].name) tar inget värde.", en: "--\(options[index].name) takes no value."))
    }
  }

  private mutating func take(_ value: String?, of option: OptionDeclaration) {
    if let read = option.read(value ?? "") {
      values[option.name] = read
      return
    }
    faults.append(
      Message(
        sv: "--\(option.name) kan inte vara »\(value ?? "")«. Välj \(option.expected.swedish).",
        en: "--\(option.name) cannot be \"\(value ?? "")\". Choose \(option.expected.english)."))
  }

  private mutating func checkOperands() {
    guard let command else { return }
    switch command.operands {
    case .none: refuseOperands(after: 0)
    case .one(let placeholder):
      if operands.isEmpty { faults.append(Self.missing(placeholder)) }
      refuseOperands(after: 1)
    case .some(let placeholder):
      if operands.isEmpty { faults.append(Self.missing(placeholder)) }
    }
  }

  private mutating func refuseOperands(after count: Int) {
    guard operands.count > count else { return }
    let word = operands[count]
    faults.append(Message(sv: "»\(word)« är ett ord för mycket.", en: "\"\(word)\" is one word too many."))
  }
}

extension CommandLineReading {
  private static func missing(_ placeholder: String) -> Message {
    Message(sv: "\(placeholder) saknas.", en: "\(placeholder) is missing.")
  }

  private static func ambiguous(_ word: String, among options: [OptionDeclaration]) -> Message {
    let beginning = word.drop { $0 == "-" }.prefix { $0 != "=" }
    let names = options.map(\.name).filter { $0.hasPrefix(beginning) }.sorted().map { "--" + $0 }
    return Message(
      sv: "\(word) kan betyda \(names.joined(separator: ", ", last: " eller ")).",
      en: "\(word) may mean \(names.joined(separator: ", ", last: " or ")).")
  }

  private func unknownCommand(_ word: String) -> Message {
    let near = NearMatch.nearest(to: word, in: program.commands.map(\.name))
    return Message(
      sv: "Det finns inget kommando »\(word)«.\(Self.question(near).swedish)",
      en: "There is no command \"\(word)\".\(Self.question(near).english)")
  }

  private func unknownOption(_ word: String, among options: [OptionDeclaration]) -> Message {
    let name = String(word.drop { $0 == "-" }.prefix { $0 != "=" })
    let shown = String(word.prefix { $0 != "=" })
    if command == nil, program.commands.contains(where: { $0.options.contains { $0.name == name } }) {
      return Message(sv: "\(shown) skrivs efter kommandot.", en: "\(shown) goes after the command.")
    }
    let near = NearMatch.nearest(to: name, in: options.map(\.name)).map { "--" + $0 }
    return Message(
      sv: "Det finns inget alternativ \(shown).\(Self.question(near).swedish)",
      en: "There is no option \(shown).\(Self.question(near).english)")
  }

  private static func question(_ near: [String]) -> Message {
    if near.isEmpty { return Message(sv: "", en: "") }
    return Message(
      sv: " Menade du \(near.joined(separator: ", ", last: " eller "))?",
      en: " Did you mean \(near.joined(separator: ", ", last: " or "))?")
  }
}
