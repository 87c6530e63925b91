internal import Diagnostics

extension Program {
  /// The help of one command, or of the whole program; without a final line break.
  func help(for command: Command?, in language: Language) -> String {
    let words = HelpWords(language)
    guard let command else {
      let rows = commands.map { (left: $0.name, right: $0.summary.text(in: language)) }
      return [
        "\(name) – \(summary.text(in: language))",
        "\(words.usage): \(name) \(words.command) [\(words.options)]",
        words.commands + "\n" + Self.table(rows),
        words.common + "\n" + Self.table(Self.common.map { row($0, in: language) }),
        "\(words.more): \(name) \(words.command) --help",
      ].joined(separator: "\n\n")
    }
    let operands =
      switch command.operands {
      case .none: ""
      case .one(let placeholder): " \(placeholder)"
      case .some(let placeholder): " \(placeholder)…"
      }
    var parts = [
      "\(name) \(command.name) – \(command.summary.text(in: language))",
      "\(words.usage): \(name) \(command.name) [\(words.options)]\(operands)",
    ]
    if !command.options.isEmpty {
      parts.append(words.own + "\n" + Self.table(command.options.map { row($0, in: language) }))
    }
    parts.append(words.common + "\n" + Self.table(Self.common.map { row($0, in: language) }))
    return parts.joined(separator: "\n\n")
  }

  private func row(_ option: OptionDeclaration, in language: Language) -> (left: String, right: String) {
    let short = option.short.map { "-\($0), " } ?? ""
    let placeholder = option.placeholder.map { " \($0)" } ?? ""
    let shownDefault = option.shownDefault.map { " \(HelpWords(language).byDefault): \($0)." } ?? ""
    return ("\(short)--\(option.name)\(placeholder)", option.summary.text(in: language) + shownDefault)
  }

  /// Two columns in 80; a left part that is too wide has a line to itself.
  private static func table(_ rows: [(left: String, right: String)]) -> String {
    let widest = 26
    let width = rows.map(\.left.count).filter { $0 <= widest }.max() ?? widest
    let indent = String(repeating: " ", count: width + 4)
    return rows.flatMap { row in
      let lines = wrapped(row.right, to: 80 - width - 4)
      let padding = String(repeating: " ", count: max(0, width - row.left.count))
      guard row.left.count <= width, let first = lines.first else {
        return ["  " + row.left] + lines.map { indent + $0 }
      }
      return ["  \(row.left)\(padding)  \(first)"] + lines.dropFirst().map { indent + $0 }
    }.joined(separator: "\n")
  }

  private static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let line = lines.last, line.count + 1 + word.count <= width {
        lines[lines.count - 1] = line + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

/// The words of the help itself.
private struct HelpWords {
  let usage: String
  let command: String
  let options: String
  let commands: String
  let own: String
  let common: String
  let more: String
  let byDefault: String

  init(_ language: Language) {
    let isSwedish = language == .swedish
    usage = isSwedish ? "Användning" : "Usage"
    command = isSwedish ? "KOMMANDO" : "COMMAND"
    options = isSwedish ? "alternativ" : "options"
    commands = isSwedish ? "Kommandon:" : "Commands:"
    own = isSwedish ? "Alternativ:" : "Options:"
    common = isSwedish ? "För alla kommandon:" : "For every command:"
    more = isSwedish ? "Mer om ett kommando" : "More about a command"
    byDefault = isSwedish ? "Förval" : "Default"
  }
}
