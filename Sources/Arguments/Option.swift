public import Diagnostics

/// An option of some commands, which is also the key under which its value is read: `invocation[strict]`.
public struct Option<Value: Sendable>: CommandOption {
  public let declaration: OptionDeclaration
  /// What holds when the option is not given.
  let absent: Value

  private init(
    _ name: String, short: Character?, placeholder: String?, absent: Value, shownDefault: String?,
    expected: Message, summary: Message, read: @escaping @Sendable (String) -> Value?
  ) {
    declaration = OptionDeclaration(
      name: name, short: short, placeholder: placeholder, shownDefault: shownDefault, expected: expected,
      summary: summary, read: { text in read(text) })
    self.absent = absent
  }

  /// An option whose text `read` understands, or answers nil; `expected` then ends the sentence "… is not".
  ///
  /// - Parameters:
  ///   - placeholder: what stands for the value in the help: `DIR`.
  ///   - shownDefault: what the help gives as the default; none when nil.
  public init(
    _ name: String, short: Character? = nil, _ placeholder: String, default absent: Value,
    shownDefault: String? = nil, expected: Message, _ summary: Message,
    read: @escaping @Sendable (String) -> Value?
  ) {
    self.init(
      name, short: short, placeholder: placeholder, absent: absent, shownDefault: shownDefault, expected: expected,
      summary: summary, read: read)
  }
}

extension Option where Value == Bool {
  /// An option that is there or not.
  public static func flag(_ name: String, short: Character? = nil, _ summary: Message) -> Option {
    Option(
      name, short: short, placeholder: nil, absent: false, shownDefault: nil, expected: Message(sv: "", en: ""),
      summary: summary, read: { _ in true })
  }
}

extension Option where Value == String {
  /// Any text that is not empty: a folder, a name.
  public static func text(
    _ name: String, short: Character? = nil, _ placeholder: String, default absent: String, _ summary: Message
  ) -> Option {
    Option(
      name, short: short, placeholder, default: absent, shownDefault: absent.isEmpty ? nil : absent,
      expected: Message(sv: "något annat än tomt", en: "something that is not empty"), summary
    ) { $0.isEmpty ? nil : $0 }
  }
}

extension Option where Value == Int {
  public static func number(
    _ name: String, short: Character? = nil, in range: ClosedRange<Int>, default absent: Int, _ summary: Message
  ) -> Option {
    Option(
      name, short: short, "N", default: absent, shownDefault: String(absent),
      expected: Message(
        sv: "ett helt tal från \(range.lowerBound) till \(range.upperBound)",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)"),
      summary
    ) { text in
      guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text) else { return nil }
      return range.contains(number) ? number : nil
    }
  }
}

extension Option where Value: RawRepresentable<String> & Equatable {
  /// One of a few words, of which the default is one.
  public static func choice(
    _ name: String, short: Character? = nil, of allowed: [Value], default absent: Value, _ summary: Message
  ) -> Option {
    let words = allowed.map(\.rawValue)
    return Option(
      name, short: short, words.joined(separator: "|"), default: absent, shownDefault: absent.rawValue,
      expected: Message(
        sv: words.joined(separator: ", ", last: " eller "), en: words.joined(separator: ", ", last: " or ")),
      summary
    ) { text in allowed.first { $0.rawValue == text } }
  }
}

extension [String] {
  /// "a, b eller c".
  func joined(separator: String, last: String) -> String {
    guard count > 1, let end = self.last else { return first ?? "" }
    return dropLast().joined(separator: separator) + last + end
  }
}
